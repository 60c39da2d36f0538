//! The glossary: what the terms of the field mean, in every language.
//!
//! ```
//! use gostep::lesson::glossary::{Found, Glossary};
//! use gostep::lesson::Lang;
//!
//! let glossary = Glossary::embedded(Lang::Zh)?;
//! let term = glossary.get("archive").expect("lessons mark terms by id");
//! assert_eq!((term.name.as_str(), term.english.as_str()), ("归档文件", "archive"));
//! // `term.text` is Markdown, whose links `term:ID` lead to other terms.
//! assert!(matches!(glossary.find("_pkg_.a"), Found::One(term) if term.id == "archive"));
//! # Ok::<(), gostep::lesson::LoadError>(())
//! ```

mod read;

pub use read::RawGlossary;

use std::path::Path;

use super::check::File;
use super::load::{self, LoadError};
use super::problem::Problem;
use crate::words::Lang;

/// The newest format of glossary files.
pub const FORMAT: u64 = 1;

const FILE: &str = "glossary.yaml";
const EMBEDDED: &str = include_str!("../../lessons/glossary.yaml");
const EMBEDDED_ZH: &str = include_str!("../../lessons/glossary.zh.yaml");

/// Terms in one language, which can be found by their names in every language.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// Titles of the groups, in order.
    pub groups: Vec<String>,
    /// The terms, group by group, in the order in which they were written.
    pub terms: Vec<Term>,
    /// Missing and stale translations.
    pub notices: Vec<Problem>,
}

/// A term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id, as in `[words](term:ID)`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it is called in English, which the tools speak.
    pub english: String,
    /// What it means, Markdown.
    pub text: String,
    /// Index into [`Glossary::groups`].
    pub group: Option<usize>,
    /// It is not translated, or an older original is; the original is shown.
    pub untranslated: bool,
    /// All names in all languages, as [`spelling`] has them.
    names: Vec<String>,
}

/// What a person may have meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found<'a> {
    /// This term.
    One(&'a Term),
    /// One of these: it is a part of their names.
    Several(Vec<&'a Term>),
    /// Nothing; perhaps one of these.
    Nothing {
        /// Terms with names that look similar, the nearest first.
        near: Vec<&'a Term>,
    },
}

impl Glossary {
    /// The terms that come with gostep.
    ///
    /// # Errors
    /// Never for a gostep that passed its tests.
    pub fn embedded(lang: Lang) -> Result<Self, LoadError> {
        let overlay = match lang {
            Lang::En => None,
            Lang::Zh => Some(File { name: "glossary.zh.yaml", text: EMBEDDED_ZH }),
        };
        let others = match lang {
            Lang::En => vec![File { name: "glossary.zh.yaml", text: EMBEDDED_ZH }],
            Lang::Zh => Vec::new(),
        };
        let files = read::Files { own: File { name: FILE, text: EMBEDDED }, overlay, others };
        read::read(&files, lang, &Self::default()).map_err(LoadError::Problems)
    }

    /// Ids of the terms.
    pub fn ids(&self) -> Vec<String> {
        self.terms.iter().map(|term| term.id.clone()).collect()
    }

    /// The terms for the lessons of a folder: if there is a `glossary.yaml` in it, then those of that one too. Where both
    /// explain a term, the folder's own does.
    ///
    /// # Errors
    /// If there is something wrong with its `glossary.yaml`.
    pub fn in_folder(folder: &Path, lang: Lang) -> Result<Self, LoadError> {
        let embedded = Self::embedded(lang)?;
        let path = folder.join(FILE);
        if !path.is_file() {
            return Ok(embedded);
        }
        let source = load::read_files(&path, lang)?;
        let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
        let files = read::Files { own: File { name: &source.file, text: &source.text }, overlay, others: Vec::new() };
        read::read(&files, lang, &embedded).map_err(LoadError::Problems)
    }

    /// The term with this id.
    pub fn get(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The term that a person means by a name in any language. Case, blanks, dashes and dots do not count.
    pub fn find(&self, name: &str) -> Found<'_> {
        let wanted = spelling(name);
        if wanted.is_empty() {
            return Found::Nothing { near: Vec::new() };
        }
        let all = |fits: &dyn Fn(&str) -> bool| -> Vec<&Term> {
            self.terms.iter().filter(|term| term.names.iter().any(|name| fits(name))).collect()
        };
        if let Some(term) = all(&|name| name == wanted).first() {
            return Found::One(term);
        }
        match all(&|name| name.contains(&wanted)).as_slice() {
            [] => Found::Nothing { near: self.near(&wanted) },
            [term] => Found::One(term),
            terms => Found::Several(terms.to_vec()),
        }
    }

    fn near(&self, wanted: &str) -> Vec<&Term> {
        const MOST: usize = 3;
        const NEAR: f64 = 0.6;
        const NEARLY_AS_NEAR: f64 = 0.05;
        let likeness = |term: &Term| {
            let names = term.names.iter().map(|name| strsim::normalized_damerau_levenshtein(wanted, name));
            names.max_by(f64::total_cmp).unwrap_or(0.0)
        };
        let mut near: Vec<_> = self.terms.iter().map(|term| (likeness(term), term)).collect();
        let best = near.iter().map(|(likeness, _)| *likeness).fold(NEAR, f64::max);
        near.retain(|(likeness, _)| *likeness >= best - NEARLY_AS_NEAR);
        near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        near.into_iter().take(MOST).map(|(_, term)| term).collect()
    }
}

/// The terms that a Markdown text links to: where the id begins, and the id.
pub fn links(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const LINK: &str = "](term:";
    text.match_indices(LINK).filter_map(|(at, _)| {
        let from = at + LINK.len();
        text[from..].split(')').next().map(|id| (from, id))
    })
}

/// A name without what people leave out or mix up: case, blanks, `-`, `_`, `.`, `$` and `#`.
fn spelling(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
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
