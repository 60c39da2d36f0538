//! Words for authors who watch their lesson while they write it, in every language. `{}` stands for what is filled in.

use crate::lesson::Lang;

/// The words of a language.
#[derive(Debug)]
pub struct WatchWords {
    /// Below a version before the mistakes, line by line.
    pub old_above: &'static str,
    /// What can be typed line by line: the file.
    pub line_keys: &'static str,
    /// Title of the mistakes, above the last good version: the file.
    pub mistakes: &'static str,
    /// There is no good version yet: the file.
    pub never_good: &'static str,
    /// What can be done then.
    pub never_keys: &'static str,
    /// It was read again, and is shown at the first step that looks different.
    pub changed: &'static str,
    /// It was read again, and looks the same.
    pub same: &'static str,
    /// It can be played, with so many remarks: how many, the file.
    pub remarks: &'static str,
    /// It is watched: the file.
    pub watching: &'static str,
}

const EN: WatchWords = WatchWords {
    old_above: "↑ the last version without mistakes. What is wrong now:",
    line_keys: "watching {} · Enter: next step · b: back · number or name: go there · q: end",
    mistakes: "Mistakes in {}; below, the last version without",
    never_good: "Mistakes in {}",
    never_keys: "Save the file again, and it is read again. ↑ ↓ scroll, q quits.",
    changed: "Read again: this is the first step that looks different.",
    same: "Read again: nothing looks different.",
    remarks: "{} remarks; gostep lesson check {} shows them.",
    watching: "Watching {}: save it, and its first changed step is shown.",
};

const ZH: WatchWords = WatchWords {
    old_above: "↑ 上面是最后一个没有错误的版本。现在的问题：",
    line_keys: "正在监视 {} · 回车：下一步 · b：上一步 · 编号或名字：跳到该步 · q：结束",
    mistakes: "{} 有错误；下面是最后一个没有错误的版本",
    never_good: "{} 有错误",
    never_keys: "保存文件后会重新读取。↑ ↓ 滚动，q 退出。",
    changed: "已重新读取：这是第一个有变化的步骤。",
    same: "已重新读取：看起来没有变化。",
    remarks: "有 {} 条提醒；用 gostep lesson check {} 查看。",
    watching: "正在监视 {}：保存后，会跳到第一个有变化的步骤。",
};

/// The words of a language.
pub fn watch_words(lang: Lang) -> &'static WatchWords {
    lang.choose(&EN, &ZH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_same_gaps_in_both_languages() {
        assert_eq!(crate::lesson::gaps(&EN), crate::lesson::gaps(&ZH));
    }
}
