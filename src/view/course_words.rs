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
    /// How many of its steps were seen.
    pub seen: &'static str,
    /// All of its steps were seen.
    pub done: &'static str,
    /// How many lessons there are.
    pub lessons_in_all: &'static str,
    /// How long they take.
    pub minutes_in_all: &'static str,
    /// How many of them are done.
    pub done_in_all: &'static str,
    /// Ends a sentence.
    pub full_stop: &'static str,
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
    seen: "{} seen",
    done: "done",
    lessons_in_all: "{} lessons",
    minutes_in_all: ", about {} minutes",
    done_in_all: "; {} done",
    full_stop: ".",
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
    seen: "看过 {} 步",
    done: "已完成",
    lessons_in_all: "共 {} 课",
    minutes_in_all: "，约 {} 分钟",
    done_in_all: "；已完成 {} 课",
    full_stop: "。",
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
    match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_same_gaps_in_both_languages() {
        let gaps = |words: &CourseWords| {
            format!("{words:?}").split('"').map(|text| text.matches("{}").count()).collect::<Vec<_>>()
        };
        assert_eq!(gaps(&EN), gaps(&ZH));
    }
}
