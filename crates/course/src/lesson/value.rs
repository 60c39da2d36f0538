//! Values of facts, and how they read in a sentence.

use crate::words::{Lang, words};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::Reason;

/// What an expression gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// Names. Where a number is wanted, how many.
    List(Vec<String>),
    /// Yes or no.
    Truth(bool),
    /// Why a package is compiled: a piece of a sentence.
    Reason(Reason),
}

impl Value {
    /// A number of things.
    pub fn number(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// How many things there are.
    pub fn count<T>(things: impl Iterator<Item = T>) -> Self {
        Self::number(things.count())
    }

    /// Microseconds as whole milliseconds.
    pub fn millis(micros: u64) -> Self {
        Self::Number(i64::try_from((micros + 500) / 1000).unwrap_or(i64::MAX))
    }

    /// As a number: of a list, how many items it has.
    pub fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::List(items) => i64::try_from(items.len()).ok(),
            Self::Text(_) | Self::Truth(_) | Self::Reason(_) => None,
        }
    }

    /// Whether the two can be equal at all.
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// What it is, for messages.
    pub fn kind(&self) -> Said {
        match self {
            Self::Number(_) => said!("a number"),
            Self::Text(_) => said!("a text"),
            Self::List(_) => said!("a list"),
            Self::Truth(_) => said!("yes or no"),
            Self::Reason(_) => said!("a piece of a sentence"),
        }
    }

    /// As data: numbers, texts and lists as they are, yes and no as true and false.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Number(number) => (*number).into(),
            Self::Text(text) => text.as_str().into(),
            Self::List(items) => items.as_slice().into(),
            Self::Truth(truth) => (*truth).into(),
            Self::Reason(_) => self.markdown(Lang::En).into(),
        }
    }

    /// For messages: of a long list, the first items.
    pub fn shortly(&self) -> String {
        const SHOWN: usize = 6;
        match self {
            Self::List(items) if items.len() > SHOWN + 1 => {
                let first = Self::List(items[..SHOWN].to_vec());
                format!("{} and {} more", first.markdown(Lang::En), items.len() - SHOWN)
            }
            other => other.markdown(Lang::En),
        }
    }

    /// As Markdown; of a long list so many items, and how many more there are.
    pub fn briefly(&self, lang: Lang, most: usize) -> String {
        match self {
            Self::List(items) if items.len() > most => {
                let first = Self::List(items[..most.saturating_sub(1)].to_vec()).markdown(lang);
                first + &words(lang).answers.and_more.with([&(items.len() - most + 1)])
            }
            other => other.markdown(lang),
        }
    }

    /// As Markdown: the items of a list as code, with the commas of the language.
    pub fn markdown(&self, lang: Lang) -> String {
        let words = words(lang);
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => one_line(text),
            Self::Truth(true) => words.small.yes.to_owned(),
            Self::Truth(false) => words.small.no.to_owned(),
            Self::Reason(reason) => one_line(&words.reasons.compiled(reason)),
            Self::List(items) if items.is_empty() => words.small.none.to_owned(),
            Self::List(items) => {
                items.iter().map(|item| format!("`{}`", one_line(item))).collect::<Vec<_>>().join(words.small.comma)
            }
        }
    }
}

/// Names come from program files, which anyone can write.
fn one_line(text: &str) -> String {
    text.chars().filter(|&c| c != '\n' && !crate::lesson::readable::is_unwanted(c)).collect()
}
