use crate::words::sentence::say;
use crate::words::serve::ServeWords;

pub const WORDS: ServeWords = ServeWords {
    serving: say("页面地址：{} （按 Ctrl-C 结束）"),
    no_browser: say("这里打不开浏览器；请自己打开 {}"),
    not_here: "这里什么也没有。请打开 gostep serve 打印的地址。",
    foreign: "这个页面只回答本机上它自己的请求。请打开 gostep serve 打印的地址。",
    other_way: "不能用这种方式请求。",
    too_long: say("内容超过 {} MB。请发送短一些的文件。"),
    too_slow: say("内容没有在 {} 秒内到齐。请再发送一次。"),
    no_text: "内容不是 UTF-8 文本。",
    failed: "gostep 没能回答：这是 gostep 的错误。",
};
