//! Names that authors write in place of those that lessons have: of other tools, of everyday English, in Chinese.

/// A word, and the names that it may stand for; the first one that fits where the word stands is meant.
const WORDS: &[(&str, &[&str])] = &[
    ("name", &["id"]),
    ("description", &["summary"]),
    ("about", &["summary"]),
    ("language", &["lang"]),
    ("duration", &["minutes"]),
    ("lessons", &["steps"]),
    ("slides", &["steps"]),
    ("goto", &["to"]),
    ("until", &["to"]),
    ("advance", &["to"]),
    ("at", &["to", "state"]),
    ("pkg", &["package"]),
    ("cmd", &["command"]),
    ("path", &["name", "file"]),
    ("intro", &["lead"]),
    ("text", &["say"]),
    ("body", &["say"]),
    ("content", &["say"]),
    ("explanation", &["why", "say"]),
    ("explain", &["why", "say"]),
    ("because", &["why"]),
    ("reason", &["why"]),
    ("question", &["text", "ask"]),
    ("quiz", &["ask"]),
    ("prompt", &["text"]),
    ("type", &["kind"]),
    ("choices", &["options"]),
    ("correct", &["right"]),
    ("incorrect", &["wrong"]),
    ("solution", &["answer"]),
    ("when", &["if"]),
    ("assert", &["expect"]),
    ("notes", &["note"]),
    ("highlight", &["mark"]),
    ("grep", &["find"]),
    ("lines", &["head"]),
    ("workers", &["p"]),
    ("jobs", &["p"]),
    ("procs", &["p"]),
    ("parallel", &["p"]),
    ("o", &["output"]),
    ("flags", &["gcflags"]),
    ("edit", &["change"]),
    ("clean", &["fresh"]),
    ("标题", &["title"]),
    ("标识", &["id"]),
    ("名称", &["id", "name"]),
    ("编号", &["id"]),
    ("摘要", &["summary"]),
    ("简介", &["summary"]),
    ("语言", &["lang"]),
    ("时长", &["minutes"]),
    ("分钟", &["minutes"]),
    ("程序", &["program"]),
    ("构建", &["build"]),
    ("步骤", &["steps"]),
    ("到", &["to"]),
    ("包", &["package"]),
    ("状态", &["state", "states"]),
    ("命令", &["command"]),
    ("文件", &["file"]),
    ("导语", &["lead"]),
    ("显示", &["show"]),
    ("展示", &["show"]),
    ("说", &["say"]),
    ("说明", &["say", "why"]),
    ("讲解", &["say", "why"]),
    ("解释", &["why", "say"]),
    ("提问", &["ask"]),
    ("问题", &["text", "ask"]),
    ("类型", &["kind"]),
    ("选项", &["options"]),
    ("正确", &["right"]),
    ("错误", &["wrong"]),
    ("答案", &["answer"]),
    ("提示", &["hints"]),
    ("备注", &["note"]),
];

/// The name that an author means with a word, of those that fit.
pub fn meant(word: &str, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    let word = word.to_lowercase();
    let (_, names) = WORDS.iter().find(|(known, _)| *known == word)?;
    names.iter().copied().find(|name| fits(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_meant_is_known_and_every_word_is_there_once() {
        let names = crate::lesson::schema::all_names();
        for (at, (word, meant)) in WORDS.iter().enumerate() {
            assert!(meant.iter().all(|name| names.contains(*name)), "{word}");
            assert!(WORDS[..at].iter().all(|(other, _)| other != word), "{word} is there twice");
        }
        assert_eq!(meant("explanation", |name| name == "say"), Some("say"));
        assert_eq!(meant("Explanation", |name| name == "title"), None);
    }
}
