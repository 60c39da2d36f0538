//! The glossary: what the terms of the field mean, in every language.
//!
//! ```
//! use gostep_course::lesson::glossary::{Found, Glossary};
//! use gostep_course::words::Lang;
//!
//! let glossary = Glossary::embedded(Lang::Zh)?;
//! let term = glossary.get("archive").expect("lessons mark terms by id");
//! assert_eq!((term.name.as_str(), term.english.as_str()), ("归档文件", "archive"));
//! // `term.text` is Markdown, whose links `term:ID` lead to other terms.
//! assert!(matches!(glossary.find("_pkg_.a"), Found::One(term) if term.id == "archive"));
//! # Ok::<(), gostep_course::lesson::LoadError>(())
//! ```

mod read;
mod terms;

pub use terms::{Found, Glossary, Term, links};

use crate::lesson::file::File;
use crate::lesson::source::LoadError;
use crate::words::Lang;

const FILE: &str = "glossary.yaml";
const EMBEDDED: &str = include_str!("../../../../../lessons/glossary.yaml");
const TRANSLATIONS: &[(Lang, &str, &str)] =
    &[(Lang::Zh, "glossary.zh.yaml", include_str!("../../../../../lessons/glossary.zh.yaml"))];

impl Glossary {
    /// The terms that come with gostep.
    ///
    /// # Errors
    /// Never for a gostep that passed its tests.
    pub fn embedded(lang: Lang) -> Result<Self, LoadError> {
        let translations = |own: bool| {
            let wanted = TRANSLATIONS.iter().filter(move |(known, ..)| (*known == lang) == own);
            wanted.map(|&(_, name, text)| File { name, text })
        };
        let (overlay, others) = (translations(true).next(), translations(false).collect());
        let files = read::Files { own: File { name: FILE, text: EMBEDDED }, overlay, others };
        read::read(&files, lang, &Self::default()).map_err(LoadError::Problems)
    }

    /// These terms with those of another file. Where both explain a term, the file does.
    ///
    /// # Errors
    /// If there is something wrong with the file.
    pub fn extended(&self, own: File<'_>, overlay: Option<File<'_>>, lang: Lang) -> Result<Self, LoadError> {
        let files = read::Files { own, overlay, others: Vec::new() };
        read::read(&files, lang, self).map_err(LoadError::Problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_glossary_is_complete_in_every_language() {
        for lang in Lang::ALL {
            let glossary = Glossary::embedded(lang).unwrap();
            assert_eq!(glossary.notices, []);
            assert!(glossary.terms.len() >= 50);
            assert!(glossary.terms.iter().all(|term| !term.untranslated && term.group.is_some()));
        }
    }

    #[test]
    fn terms_are_found_however_they_are_written() {
        for lang in Lang::ALL {
            let glossary = Glossary::embedded(lang).unwrap();
            for (written, id) in [
                ("action ID", "action-id"),
                ("ACTIONID", "action-id"),
                ("go_asm.h", "go-asm-h"),
                ("goasm", "go-asm-h"),
                ("# internal", "internal"),
                ("$WORK", "work"),
                ("-trimpath", "trimpath"),
                ("importcfg", "importcfg"),
                ("构建ID", "build-id"),
                ("归档", "archive"),
                ("modinfo", "modinfo"),
            ] {
                assert!(matches!(glossary.find(written), Found::One(term) if term.id == id), "{written}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_guessed() {
        let glossary = Glossary::embedded(Lang::En).unwrap();
        let Found::Nothing { near } = glossary.find("importcgf") else { panic!() };
        assert_eq!(near[0].id, "importcfg");
        let Found::Several(terms) = glossary.find("ABI") else {
            assert!(matches!(glossary.find("ABI"), Found::One(term) if term.id == "abi"));
            let Found::Several(terms) = glossary.find("wor") else { panic!() };
            assert!(terms.iter().any(|term| term.id == "worker"));
            assert_eq!(glossary.find("  "), Found::Nothing { near: Vec::new() });
            return;
        };
        panic!("{terms:?}");
    }
}
