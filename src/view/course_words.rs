//! The words of the course around the lessons: progress, the list, practice, the glossary.

use crate::lesson::Lang;

/// All of them. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct CourseWords {
    /// What gostep is, to somebody who starts it.
    pub greeting: &'static str,
    /// Heading of the list of lessons.
    pub lessons: &'static str,
    /// How to play one.
    pub how_to_play: &'static str,
    /// How many steps a lesson has.
    pub steps: &'static str,
    /// How long it takes.
    pub minutes: &'static str,
    /// How many of its steps were seen, of all.
    pub seen: &'static str,
    /// All of its steps were seen: how many that is.
    pub done: &'static str,
    /// How many lessons there are.
    pub lessons_in_all: &'static str,
    /// How long they take.
    pub minutes_in_all: &'static str,
    /// How many of them are done.
    pub done_in_all: &'static str,
    /// Between a name and its value.
    pub colon: &'static str,
    /// Ends a sentence.
    pub full_stop: &'static str,
    /// What one key does: go on in a lesson, at a step, which has a title.
    pub enter_goes_on: &'static str,
    /// The same where the title of the step is not known: lesson, step.
    pub enter_goes_on_at: &'static str,
    /// What one key does: begin a lesson.
    pub enter_begins: &'static str,
    /// What one key does when the whole course is done: practise.
    pub enter_practises: &'static str,
    /// What else can be typed.
    pub other_keys: &'static str,
    /// What was typed is no lesson.
    pub no_such_lesson: &'static str,
    /// The lesson was left: step, of all, title. Go on there?
    pub go_on_there: &'static str,
    /// Asks for an answer.
    pub practice_prompt: &'static str,
    /// What can be typed besides answers.
    pub practice_commands: &'static str,
    /// Heading of a question in practice: number, of all, lesson.
    pub practice_head: &'static str,
    /// Practice is over: right at once, of those asked.
    pub practice_end: &'static str,
    /// There is nothing to practise.
    pub nothing_to_practise: &'static str,
    /// A lesson that was seen can no longer be read.
    pub lesson_is_gone: &'static str,
    /// Heads of the table of progress: lesson, steps, questions.
    pub progress_table: [&'static str; 3],
    /// Some of all.
    pub of_all: &'static str,
    /// Questions: right, wrong, of all, right at the first try.
    pub right_of_all: &'static str,
    /// The lesson has no questions.
    pub no_questions: &'static str,
    /// Where the progress is kept.
    pub kept_in: &'static str,
    /// No lesson was begun.
    pub no_progress: &'static str,
    /// Asks whether to forget the progress in a lesson.
    pub forget_lesson: &'static str,
    /// Asks whether to forget all progress.
    pub forget_all: &'static str,
    /// The words that mean yes.
    pub yes: [&'static str; 3],
    /// It was forgotten.
    pub forgotten: &'static str,
    /// It was not forgotten.
    pub kept: &'static str,
    /// There was nothing to forget.
    pub nothing_to_forget: &'static str,
    /// There is no directory for the progress file: the variable that names one.
    pub no_place: &'static str,
    /// A newer progress file was renamed: name, format, new name.
    pub kept_newer: &'static str,
    /// A broken progress file was renamed: name, what is wrong, new name.
    pub kept_corrupted: &'static str,
    /// The progress file cannot be read: name, why.
    pub cannot_read: &'static str,
    /// The progress file cannot be written: name, why.
    pub cannot_write: &'static str,
    /// Before the terms that a text mentions.
    pub see_also: &'static str,
    /// The term is shown in its original language.
    pub untranslated_term: &'static str,
    /// Heading of terms without a group.
    pub other_terms: &'static str,
    /// How to read about one term.
    pub how_to_look_up: &'static str,
}

const EN: CourseWords = CourseWords {
    greeting: "Welcome to gostep. Step by step through go build: who decides what, which command does what, and why.",
    lessons: "Lessons:",
    how_to_play: "Play one with: gostep play NAME",
    steps: "{} steps",
    minutes: "{} min",
    seen: "{} of {} steps",
    done: "{} steps, done",
    lessons_in_all: "{} lessons",
    minutes_in_all: ", about {} minutes",
    done_in_all: "; {} done",
    colon: ": ",
    full_stop: ".",
    enter_goes_on: "Enter goes on with {}, step {}: {}",
    enter_goes_on_at: "Enter goes on with {}, step {}",
    enter_begins: "Enter begins {}",
    enter_practises: "You have been through all of it. Enter asks you questions about it",
    other_keys: "a number or name plays another lesson · p practises · q quits",
    no_such_lesson: "There is no lesson {}.",
    go_on_there: "You were at step {} of {}: {}. Enter goes on there, 1 begins again: ",
    practice_prompt: "your answer (:h hint, [Enter] shows it, :q quits) > ",
    practice_commands: ":h gives a hint, Enter shows the answer, :q quits.",
    practice_head: "Question {} of {}, from {}",
    practice_end: "{} of {} right at the first try.",
    nothing_to_practise: "There is nothing to practise yet: no question of a lesson that you have seen.",
    lesson_is_gone: "{} cannot be read any more; its questions are left out.",
    progress_table: ["lesson", "steps", "questions"],
    of_all: "{} of {}",
    right_of_all: "{} right, {} wrong, of {}; {} at the first try",
    no_questions: "none",
    kept_in: "Kept in {}",
    no_progress: "No lesson was begun yet.",
    forget_lesson: "Forget your progress in {}? (yes/no) ",
    forget_all: "Forget your progress in all lessons? (yes/no) ",
    yes: ["yes", "y", "Yes"],
    forgotten: "Forgotten.",
    kept: "Nothing was forgotten.",
    nothing_to_forget: "There was nothing to forget.",
    no_place: "your progress is not kept: there is no home directory; {} can name another one",
    kept_newer: "{} was written by a newer gostep (format {}); it is kept as {}, and a new one is begun",
    kept_corrupted: "{} is damaged ({}); it is kept as {}, and a new one is begun",
    cannot_read: "your progress is not kept this time: cannot read {}: {}",
    cannot_write: "your progress is not kept: cannot write {}: {}",
    see_also: "See also: ",
    untranslated_term: "(not translated yet)",
    other_terms: "Other terms",
    how_to_look_up: "Read about one with: gostep glossary TERM",
};

const ZH: CourseWords = CourseWords {
    greeting: "欢迎使用 gostep：一步一步走过 go build，看清谁决定什么、哪条命令做什么、为什么。",
    lessons: "课程：",
    how_to_play: "播放课程：gostep play 名称",
    steps: "{} 步",
    minutes: "{} 分钟",
    seen: "看过 {}/{} 步",
    done: "{} 步，已完成",
    lessons_in_all: "共 {} 课",
    minutes_in_all: "，约 {} 分钟",
    done_in_all: "；已完成 {} 课",
    colon: "：",
    full_stop: "。",
    enter_goes_on: "按回车继续 {} 的第 {} 步：{}",
    enter_goes_on_at: "按回车继续 {} 的第 {} 步",
    enter_begins: "按回车开始 {}",
    enter_practises: "全部课程都已学完。按回车做练习",
    other_keys: "输入编号或名称学另一课 · p 练习 · q 退出",
    no_such_lesson: "没有 {} 这一课。",
    go_on_there: "上次停在第 {}/{} 步：{}。按回车从那里继续，输入 1 从头开始：",
    practice_prompt: "你的答案（:h 提示，[回车] 看答案，:q 退出）> ",
    practice_commands: ":h 给提示，回车看答案，:q 退出。",
    practice_head: "第 {}/{} 题，出自 {}",
    practice_end: "第一次就答对的：{}/{}。",
    nothing_to_practise: "还没有可以练习的：看过的课程里没有出现过问题。",
    lesson_is_gone: "{} 已经读不到了，它的问题略过。",
    progress_table: ["课程", "步骤", "问题"],
    of_all: "{}/{}",
    right_of_all: "对 {}、错 {}，共 {}；第一次就答对 {}",
    no_questions: "无",
    kept_in: "保存在 {}",
    no_progress: "还没有开始任何一课。",
    forget_lesson: "要清除 {} 的学习进度吗？（yes/no）",
    forget_all: "要清除所有课程的学习进度吗？（yes/no）",
    yes: ["yes", "y", "是"],
    forgotten: "已清除。",
    kept: "什么也没有清除。",
    nothing_to_forget: "没有可清除的进度。",
    no_place: "学习进度不会保存：找不到主目录；可用 {} 指定另一个目录",
    kept_newer: "{} 由更新版本的 gostep 写成（格式 {}）；原文件改名为 {} 保留，另建新文件",
    kept_corrupted: "{} 已损坏（{}）；原文件改名为 {} 保留，另建新文件",
    cannot_read: "这次的学习进度不会保存：无法读取 {}：{}",
    cannot_write: "学习进度没有保存：无法写入 {}：{}",
    see_also: "另见：",
    untranslated_term: "（尚无译文）",
    other_terms: "其他术语",
    how_to_look_up: "查看某个术语：gostep glossary 术语",
};

/// The words of a language.
pub fn course_words(lang: Lang) -> &'static CourseWords {
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
