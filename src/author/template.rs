//! The lesson that `gostep lesson new` writes.

use gostep_course::words::{Lang, words};

/// A commented lesson with this id, in a language.
pub fn lesson(id: &str, lang: Lang) -> String {
    words(lang).author.template.replace("FILE", &format!("{id}.yaml")).replace("id: NAME", &format!("id: {id}"))
}

/// The schema file that the template names in its first line.
pub const SCHEMA_FILE: &str = "lesson.schema.json";

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load::Shipped;
    use gostep_course::lesson::{File, check};

    #[test]
    fn templates_pass_the_check() {
        for lang in Lang::ALL {
            let text = lesson("my-lesson", lang);
            let checked = check(File { name: "my-lesson.yaml", text: &text }, None, lang, &Shipped);
            let lesson = checked.unwrap_or_else(|problems| panic!("{problems:#?}"));
            assert_eq!(lesson.id, "my-lesson");
            assert!(lesson.notices.is_empty());
            assert!(text.starts_with(&format!("# yaml-language-server: $schema={SCHEMA_FILE}\n")));
        }
    }
}
