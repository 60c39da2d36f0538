//! How sentences are said in a language.

use gostep_sim::said::{Said, Voice};

use super::help::find;
use super::lang::Lang;
use super::words;

impl Lang {
    /// The sentence in this language.
    pub fn says(self, said: &Said) -> String {
        let sentence: fn(&'static str) -> &'static str = match self {
            Self::En => |english| english,
            Self::Zh => |english| in_table(Self::Zh, english),
        };
        let words = words(self);
        said.in_voice(&Voice { sentence, io: words.said.io, quotes: words.said.quotes, comma: words.small.comma })
    }
}

/// The sentence by the English one. What has no translation stays as it is, and makes a test fail.
fn in_table(lang: Lang, english: &'static str) -> &'static str {
    words(lang).said.sentences.iter().find_map(|table| find(table, english)).unwrap_or(english)
}
