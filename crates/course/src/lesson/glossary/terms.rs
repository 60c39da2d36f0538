//! Terms, and how they are found.

use crate::lesson::problem::Problem;

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
    pub(super) names: Vec<String>,
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
    /// Ids of the terms.
    pub fn ids(&self) -> Vec<String> {
        self.terms.iter().map(|term| term.id.clone()).collect()
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
pub fn spelling(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
