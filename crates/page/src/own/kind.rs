//! What a text is, as far as its beginning and its words tell.

use std::path::Path;

/// What a text is taken for. Whether it is one, and a good one, is found out by whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, or blanks.
    Empty,
    /// What `go env -json` prints.
    Environment,
    /// What `go list -json -deps` prints.
    List,
    /// What `gostep import` writes.
    Recorded,
    /// A lesson in YAML.
    Lesson,
    /// A glossary in YAML.
    Glossary,
    /// A log, or anything else.
    Log,
}

impl Kind {
    /// What a text with this name is taken for.
    pub fn of(name: Option<&str>, text: &str) -> Self {
        let has_line = |start: &str| text.lines().any(|line| line.starts_with(start));
        if text.trim().is_empty() {
            Self::Empty
        } else if is_json(text) {
            let has = |word: &str| text.contains(word);
            match (has("\"gostep_program\""), has("\"ImportPath\""), has("\"GOVERSION\"")) {
                (true, ..) => Self::Recorded,
                (false, false, true) => Self::Environment,
                _ => Self::List,
            }
        } else if has_line("gostep_glossary:") {
            Self::Glossary
        } else if is_yaml(name) || has_line("gostep_lesson:") {
            Self::Lesson
        } else {
            Self::Log
        }
    }

    /// When it is read, if several are brought at once.
    pub fn turn(self) -> u8 {
        match self {
            Self::Environment => 0,
            Self::List | Self::Recorded => 1,
            _ => 2,
        }
    }
}

/// Whether a file has the name of a lesson.
pub fn is_yaml(name: Option<&str>) -> bool {
    let extension = name.and_then(|name| Path::new(name).extension());
    extension.is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// Whether the first line that the go command did not write to standard error begins with a bracket of JSON.
fn is_json(text: &str) -> bool {
    let is_remark = |line: &&str| ["go: ", "warning: ", "# "].iter().any(|start| line.starts_with(start));
    let first = text.lines().find(|line| !line.trim().is_empty() && !is_remark(line));
    first.is_some_and(|line| line.trim_start().starts_with(['{', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_for_what_they_are() {
        for (name, text, kind) in [
            (None, "", Kind::Empty),
            (Some("x.yaml"), " \n\t", Kind::Empty),
            (None, "{\"ImportPath\": \"a\"}", Kind::List),
            (None, "go: downloading x v1\n{\n\t\"Dir\": \"/a\",\n\t\"ImportPath\": \"a\"}", Kind::List),
            (None, "{\n  \"gostep_program\": 1, \"env\": {\"GOVERSION\": \"go1.23.9\"}", Kind::Recorded),
            (None, "{\"GOVERSION\": \"go1.23.9\"}", Kind::Environment),
            (None, "{", Kind::List),
            (None, "# a comment\ngostep_lesson: 1\n", Kind::Lesson),
            (None, "gostep_glossary: 1\nterms: {}\n", Kind::Glossary),
            (Some("a.yml"), "say: x\n", Kind::Lesson),
            (None, "WORK=/tmp/x\nmkdir -p $WORK/b001/\n", Kind::Log),
            (Some("a.log"), "hello", Kind::Log),
        ] {
            assert_eq!(Kind::of(name, text), kind, "{name:?} {text:?}");
        }
    }
}
