//! The words of the course around the lessons: progress, the list, practice, the glossary.

use crate::lesson::Lang;

/// All of them. `{}` stands for what is filled in.
#[derive(Debug)]
pub struct CourseWords {
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
