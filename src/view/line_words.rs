//! Words of the player that speaks line by line, in every language. `{}` stands for what is filled in.

use crate::lesson::Lang;

/// The words of a language.
#[derive(Debug)]
pub struct LineWords {
    /// Asks what to do next.
    pub next: &'static str,
    /// The same at the last step.
    pub last: &'static str,
    /// Asks for an answer.
    pub answer: &'static str,
    /// The answer was right.
    pub right: &'static str,
    /// The answer was not right.
    pub wrong: &'static str,
    /// Before a hint: its number, of how many.
    pub hint: &'static str,
    /// There are no hints, or no more.
    pub no_hint: &'static str,
    /// There is nothing to answer.
    pub no_question: &'static str,
    /// What was typed is no command.
    pub unknown: &'static str,
    /// There is no such step: what was typed, how many there are.
    pub no_such_step: &'static str,
    /// There is no step before.
    pub first_step: &'static str,
    /// What can be typed while the lesson plays by itself.
    pub auto: &'static str,
    /// It is held.
    pub held: &'static str,
    /// What can be typed.
    pub help: &'static str,
}

const EN: LineWords = LineWords {
    next: "[Enter] next, b back, ? help > ",
    last: "the last step: [Enter] ends, b back, ? help > ",
    answer: "your answer (:h hint, [Enter] shows it, :? help) > ",
    right: "Right.",
    wrong: "Not quite. Try again, or press Enter to see the answer.",
    hint: "Hint {} of {}:",
    no_hint: "There is no hint here.",
    no_question: "There is no question here.",
    unknown: "{} is no command; ? lists them.",
    no_such_step: "There is no step {}; give 1 to {}, or a name.",
    first_step: "This is the first step.",
    auto: "The lesson plays by itself. Enter holds it and lets it go on; q and Enter end it.",
    held: "Held. Enter goes on, q and Enter end.",
    help: "\
Enter       the next step; at a question, its answer
b           the step before
g STEP      go to a step, by number or name
h           a hint
s           show the answer
r           show this step again
q           quit
?           this list

At a question, type your answer. Where a letter could be an answer, put a
colon before commands: :b, :h, :q.",
};

const ZH: LineWords = LineWords {
    next: "[回车] 下一步，b 上一步，? 帮助 > ",
    last: "最后一步：[回车] 结束，b 上一步，? 帮助 > ",
    answer: "你的答案（:h 提示，[回车] 看答案，:? 帮助）> ",
    right: "对了。",
    wrong: "还不对。再试一次，或按回车看答案。",
    hint: "提示 {}/{}：",
    no_hint: "这里没有提示。",
    no_question: "这里没有问题要回答。",
    unknown: "没有 {} 这个命令；输入 ? 查看全部命令。",
    no_such_step: "没有 {} 这一步；请输入 1 到 {}，或步骤名称。",
    first_step: "这已经是第一步。",
    auto: "课程自动播放。按回车暂停或继续；输入 q 再按回车结束。",
    held: "已暂停。按回车继续，输入 q 再按回车结束。",
    help: "\
回车        下一步；遇到问题时显示答案
b           上一步
g 步骤      按编号或名称跳转
h           给一个提示
s           显示答案
r           再显示一遍本步
q           退出
?           显示本列表

遇到问题时直接输入答案。如果命令字母也可能是答案，请在命令前加冒号：
:b、:h、:q。",
};

/// The words of a language.
pub fn line_words(lang: Lang) -> &'static LineWords {
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
