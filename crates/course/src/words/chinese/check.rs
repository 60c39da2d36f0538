use crate::words::check::{CheckWords, SeverityWords};
use crate::words::sentence::{Counted, say};

pub const WORDS: CheckWords = CheckWords {
    playable: say("{}：可以播放：{}，{}"),
    readable: say("{}：可以读取：{}，{}"),
    steps: Counted { one: None, many: say("{} 步") },
    terms: Counted { one: None, many: say("{} 个术语") },
    and: "、",
    error: SeverityWords { name: "错误", count: Counted { one: None, many: say("{} 个错误") } },
    warning: SeverityWords { name: "警告", count: Counted { one: None, many: say("{} 个警告") } },
    hint: SeverityWords { name: "提示", count: Counted { one: None, many: say("{} 条提示") } },
    colon: "：",
    help: "建议：",
};
