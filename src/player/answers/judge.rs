//! Who judges answers to one question: the question, a language and its words.

use crate::lesson::question::{Kind, Question};
use crate::whatif::Why;
use crate::words::answers::AnswerWords;
use crate::words::{Lang, words};

/// Judges answers to one question.
pub struct Judge<'a> {
    pub(super) question: &'a Question,
    pub(super) lang: Lang,
    pub(super) words: &'static AnswerWords,
}

/// Whether an answer is right, and what is to be said of it: pieces of Markdown.
pub type Verdict = (bool, Vec<String>);

impl<'a> Judge<'a> {
    /// For a question, in a language.
    pub fn new(question: &'a Question, lang: Lang) -> Self {
        Self { question, lang, words: &words(lang).answers }
    }

    /// The words for one of a few things to pick from, in their order.
    pub fn picks(question: &Question, lang: Lang) -> Vec<String> {
        let words = &words(lang).answers;
        let picks: &[&str] = match question.kind {
            Kind::Linking(_) => &words.yes_no,
            Kind::Failing(_) => &words.tools,
            _ => &[],
        };
        picks.iter().map(|&pick| pick.to_owned()).collect()
    }

    pub(super) fn why<'w>(&self, why: &'w Why) -> &'w str {
        match self.lang {
            Lang::En => &why.en,
            Lang::Zh => &why.zh,
        }
    }

    /// Names as code, with the commas of the language; of many only some.
    pub(super) fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>, most: usize) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        let shown = if names.len() > most { most.saturating_sub(1) } else { names.len() };
        let mut text = names[..shown].iter().map(|name| code(name)).collect::<Vec<_>>().join(self.words.comma);
        if shown < names.len() {
            text.push_str(&self.words.and_more.with([&(names.len() - shown)]));
        }
        text
    }
}

/// Text as Markdown code, whatever is in it.
pub fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
