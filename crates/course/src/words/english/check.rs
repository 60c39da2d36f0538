use crate::words::check::{CheckWords, SeverityWords};
use crate::words::sentence::{Counted, say};

pub const WORDS: CheckWords = CheckWords {
    playable: say("{}: can be played: {}, {}"),
    readable: say("{}: can be read: {}, {}"),
    steps: Counted { one: Some("1 step"), many: say("{} steps") },
    terms: Counted { one: Some("1 term"), many: say("{} terms") },
    and: " and ",
    error: SeverityWords { name: "error", count: Counted { one: Some("1 error"), many: say("{} errors") } },
    warning: SeverityWords { name: "warning", count: Counted { one: Some("1 warning"), many: say("{} warnings") } },
    hint: SeverityWords { name: "hint", count: Counted { one: Some("1 hint"), many: say("{} hints") } },
    colon: ": ",
    help: "help: ",
};
