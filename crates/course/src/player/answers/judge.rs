//! Judging an answer needs the question and the words of a language.

use crate::lesson::question::{Kind, Question};
use crate::words::{Lang, Words, words};

/// Judges answers to one question in one language.
pub struct Judge<'a> {
    pub(super) question: &'a Question,
    pub(super) words: &'static Words,
}

/// Whether an answer is right, and the pieces of Markdown that explain it.
pub type Verdict = (bool, Vec<String>);

impl<'a> Judge<'a> {
    /// For one question, in the language of the reader.
    pub fn new(question: &'a Question, lang: Lang) -> Self {
        Self { question, words: words(lang) }
    }

    /// The words from which the reader of a pick question chooses, in their order.
    pub fn picks(question: &Question, lang: Lang) -> Vec<String> {
        let words = words(lang);
        let picks: &[&str] = match question.kind {
            Kind::Linking(_) => &[words.small.yes, words.small.no],
            Kind::Failing(_) => &words.answers.tools,
            _ => &[],
        };
        picks.iter().map(|&pick| pick.to_owned()).collect()
    }

    /// Names as code, separated as the language does it; at most `most` of them are listed.
    pub(super) fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>, most: usize) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        let shown = if names.len() > most { most.saturating_sub(1) } else { names.len() };
        let mut text = names[..shown].iter().map(|name| code(name)).collect::<Vec<_>>().join(self.words.small.comma);
        if shown < names.len() {
            text.push_str(&self.words.answers.and_more.with([&(names.len() - shown)]));
        }
        text
    }
}

/// A text as Markdown code, whatever characters it has.
pub fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
