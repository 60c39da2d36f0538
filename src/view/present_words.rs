//! Words of a presentation and of the presenter's notes, in every language. `{}` stands for what is filled in.

use crate::lesson::Lang;

/// Keys and what they do, under a heading.
pub type Keys = &'static [(&'static str, &'static [(&'static str, &'static str)])];

/// The words of a language.
#[derive(Debug)]
pub struct PresentWords {
    /// What the next key press shows: the rest, the answer, the explanation, the next step.
    pub next: [&'static str; 4],
    /// The key for it.
    pub next_key: &'static str,
    /// The key that shows all keys, and its name.
    pub help: (&'static str, &'static str),
    /// The keys of a presentation.
    pub keys: Keys,
    /// More rows below, above.
    pub more: [&'static str; 2],
    /// Heading of the answer.
    pub answer: &'static str,
    /// Time of so many minutes.
    pub of_minutes: &'static str,
    /// How much longer it takes already.
    pub over: &'static str,
    /// It is the first step.
    pub at_first: &'static str,
    /// It is the last step.
    pub at_last: &'static str,
    /// The step asks nothing.
    pub no_question: &'static str,
    /// The step has no explanation that could be hidden.
    pub no_explanation: &'static str,
    /// Esc does not quit.
    pub how_to_quit: &'static str,
    /// In the player, how to come back to the presentation.
    pub how_back: &'static str,
    /// Where it ended: lesson, step, of all, after which time.
    pub ended: &'static str,
    /// Nobody can follow: why.
    pub alone: &'static str,
    /// Where a step can be gone to: title and help.
    pub go_to: [&'static str; 2],
    /// Words of the presenter's notes.
    pub notes: NotesWords,
}

/// The words of the notes.
#[derive(Debug)]
pub struct NotesWords {
    /// Heading of the notes.
    pub notes: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Heading of the answer: not shown yet, shown.
    pub answer: [&'static str; 2],
    /// Heading of an explanation that is not shown yet.
    pub explanation: &'static str,
    /// What the class sees: nothing but a blank screen.
    pub blank: &'static str,
    /// Heading of the next step: its number, of how many, its title.
    pub next: &'static str,
    /// There is no next step.
    pub last: &'static str,
    /// Nobody presents.
    pub nobody: &'static str,
    /// Nobody presents this lesson.
    pub nobody_this: &'static str,
    /// They appear by themselves.
    pub waiting: &'static str,
    /// It has ended: title.
    pub ended: &'static str,
    /// Several run.
    pub several: &'static str,
    /// Which one is taken, where nobody can choose: title.
    pub taken: &'static str,
    /// A row of the list of presentations: title, step, of all, since.
    pub row: &'static str,
    /// The lesson cannot be read: why.
    pub broken: &'static str,
    /// The step is not in the lesson as it is on the disk now: step.
    pub changed: &'static str,
    /// What was asked did not arrive: why.
    pub unheard: &'static str,
    /// The bottom line.
    pub foot: &'static [(&'static str, &'static str)],
    /// The bottom line while there is nothing to step.
    pub foot_waiting: &'static [(&'static str, &'static str)],
    /// All keys.
    pub keys: Keys,
}

const EN: PresentWords = PresentWords {
    next: ["more", "the answer", "the explanation", "next step"],
    next_key: "PgDn",
    help: ("?", "keys"),
    keys: &[
        (
            "With a clicker or the keyboard",
            &[
                ("PgDn, Space, Enter, →", "on: the answer, the explanation, the next step"),
                ("PgUp, Backspace, ←", "back the same way"),
                ("b, .", "blank screen; any key brings it back"),
            ],
        ),
        (
            "Showing",
            &[
                ("a", "show or hide the answer"),
                ("e", "show or hide the explanation"),
                ("↑ ↓", "scroll"),
                ("v", "look around with the class: log, packages, workers, files"),
            ],
        ),
        (
            "Moving",
            &[
                ("n p", "a whole step on, back"),
                ("Home, End", "the first and the last step"),
                ("g", "go to a step, by number or name"),
            ],
        ),
        (
            "More",
            &[
                ("c", "clock on, off"),
                ("0", "clock back to zero"),
                ("t", "other colours: dark, light, high contrast, none"),
                ("q, Ctrl-C", "quit"),
            ],
        ),
    ],
    more: ["{} more ↓", "{} more ↑"],
    answer: "Answer",
    of_minutes: "{} / {} min",
    over: "{} over",
    at_first: "This is the first step.",
    at_last: "This is the last step. q quits.",
    no_question: "This step asks nothing.",
    no_explanation: "This step has no explanation that could be hidden.",
    how_to_quit: "q quits.",
    how_back: "v goes back to the presentation, ? shows the keys here.",
    ended: "You presented {} up to step {} of {}, in {}.",
    alone: "The notes cannot follow: {}",
    go_to: ["Go to", "a step, by number or name (7, recap)"],
    notes: NotesWords {
        notes: "Notes",
        none: "No notes for this step.",
        answer: ["Answer, not shown yet", "Answer, shown"],
        explanation: "Explanation, not shown yet",
        blank: "The class sees a blank screen.",
        next: "Next: {}/{} {}",
        last: "This is the last step.",
        nobody: "Nobody presents on this computer. Start it in another terminal: gostep present LESSON",
        nobody_this: "Nobody presents {} on this computer. Start it in another terminal: gostep present {}",
        waiting: "The notes appear here by themselves. q quits.",
        ended: "The presentation of “{}” has ended.",
        several: "Several presentations run on this computer. Press the number of the one to follow:",
        taken: "several presentations run on this computer; following the one that began last: {}",
        row: "{}, step {}/{}, {}",
        broken: "The lesson of the presentation cannot be read: {}",
        changed: "The lesson has no step {} any more; was its file changed?",
        unheard: "The presentation does not hear: {}",
        foot: &[("PgDn PgUp", "on, back"), ("?", "keys"), ("q", "quit"), ("b", "blank"), ("↑↓", "scroll")],
        foot_waiting: &[("t", "colours"), ("q", "quit")],
        keys: &[
            (
                "These keys step the presentation",
                &[
                    ("PgDn, Space, Enter, →", "on: the answer, the explanation, the next step"),
                    ("PgUp, Backspace, ←", "back the same way"),
                    ("n p", "a whole step on, back"),
                    ("Home, End", "the first and the last step"),
                    ("a, e", "show or hide the answer, the explanation"),
                    ("b, .", "blank screen, and back"),
                    ("0", "clock back to zero"),
                ],
            ),
            (
                "Only here",
                &[
                    ("↑ ↓", "scroll the notes"),
                    ("t", "other colours"),
                    ("q, Ctrl-C", "quit the notes; the presentation goes on"),
                ],
            ),
        ],
    },
};

const ZH: PresentWords = PresentWords {
    next: ["余下部分", "答案", "讲解", "下一步"],
    next_key: "PgDn",
    help: ("?", "按键"),
    keys: &[
        (
            "翻页笔或键盘",
            &[
                ("PgDn、空格、回车、→", "往下：答案、讲解、下一步"),
                ("PgUp、退格、←", "原路返回"),
                ("b、.", "黑屏；按任意键恢复"),
            ],
        ),
        (
            "展示",
            &[
                ("a", "显示或隐藏答案"),
                ("e", "显示或隐藏讲解"),
                ("↑ ↓", "滚动"),
                ("v", "和学生一起查看：日志、包、工作槽、文件"),
            ],
        ),
        ("移动", &[("n p", "跳过整步前进、后退"), ("Home、End", "第一步、最后一步"), ("g", "按编号或名称跳到某一步")]),
        (
            "其他",
            &[
                ("c", "显示或隐藏计时"),
                ("0", "重新计时"),
                ("t", "换配色：深色、浅色、高对比、无"),
                ("q、Ctrl-C", "退出"),
            ],
        ),
    ],
    more: ["下面还有 {} 行 ↓", "上面还有 {} 行 ↑"],
    answer: "答案",
    of_minutes: "{} / {} 分钟",
    over: "超出 {}",
    at_first: "这是第一步。",
    at_last: "这是最后一步。按 q 退出。",
    no_question: "这一步没有提问。",
    no_explanation: "这一步没有可以隐藏的讲解。",
    how_to_quit: "按 q 退出。",
    how_back: "按 v 回到演示，按 ? 查看这里的按键。",
    ended: "演示了课程 {}，到第 {}/{} 步，用时 {}。",
    alone: "备注无法跟随：{}",
    go_to: ["跳到", "某一步，编号或名称（7、recap）"],
    notes: NotesWords {
        notes: "备注",
        none: "这一步没有备注。",
        answer: ["答案（尚未显示）", "答案（已显示）"],
        explanation: "讲解（尚未显示）",
        blank: "学生看到的是黑屏。",
        next: "下一步：{}/{} {}",
        last: "这是最后一步。",
        nobody: "这台电脑上没有正在进行的演示。请在另一个终端里启动：gostep present LESSON",
        nobody_this: "这台电脑上没有人在演示 {}。请在另一个终端里启动：gostep present {}",
        waiting: "备注会自动出现在这里。按 q 退出。",
        ended: "“{}”的演示已经结束。",
        several: "这台电脑上有几个演示正在进行。按编号选择要跟随的一个：",
        taken: "这台电脑上有几个演示正在进行，跟随最后开始的一个：{}",
        row: "{}，第 {}/{} 步，{}",
        broken: "无法读取正在演示的课程：{}",
        changed: "课程里已经没有 {} 这一步，文件是否改过？",
        unheard: "演示没有收到按键：{}",
        foot: &[("PgDn PgUp", "往下、返回"), ("?", "按键"), ("q", "退出"), ("b", "黑屏"), ("↑↓", "滚动")],
        foot_waiting: &[("t", "配色"), ("q", "退出")],
        keys: &[
            (
                "这些按键控制演示",
                &[
                    ("PgDn、空格、回车、→", "往下：答案、讲解、下一步"),
                    ("PgUp、退格、←", "原路返回"),
                    ("n p", "跳过整步前进、后退"),
                    ("Home、End", "第一步、最后一步"),
                    ("a、e", "显示或隐藏答案、讲解"),
                    ("b、.", "黑屏，再按恢复"),
                    ("0", "重新计时"),
                ],
            ),
            ("只在这里有效", &[("↑ ↓", "滚动备注"), ("t", "换配色"), ("q、Ctrl-C", "退出备注，演示继续进行")]),
        ],
    },
};

/// The words of a language.
pub fn present_words(lang: Lang) -> &'static PresentWords {
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
