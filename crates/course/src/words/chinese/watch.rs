use crate::words::sentence::say;
use crate::words::watch::WatchWords;

pub const WORDS: WatchWords = WatchWords {
    old_above: "↑ 上面是最后一个没有错误的版本。现在的问题：",
    line_keys: say("正在监视 {} · 回车：下一步 · b：上一步 · 编号或名字：跳到该步 · q：结束"),
    mistakes: say("{} 有错误；下面是最后一个没有错误的版本"),
    never_good: say("{} 有错误"),
    never_keys: "保存文件后会重新读取。↑ ↓ 滚动，q 退出。",
    changed: "已重新读取：这是第一个有变化的步骤。",
    same: "已重新读取：看起来没有变化。",
    remarks: say("有 {} 条提醒；用 gostep lesson check {} 查看。"),
    watching: say("正在监视 {}：保存后，会跳到第一个有变化的步骤。"),
};
