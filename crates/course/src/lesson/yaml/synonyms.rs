//! Names that authors write in place of those that lessons have: of other tools, of everyday speech, in any language.

use crate::words::{Lang, words};

/// The name that an author means with a word, of those that fit.
pub fn meant(word: &str, fits: impl Fn(&str) -> bool) -> Option<&'static str> {
    let word = word.to_lowercase();
    let (_, names) = all().find(|(known, _)| *known == word)?;
    names.iter().copied().find(|name| fits(name))
}

/// Words, and the names that each may stand for.
fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    Lang::ALL.into_iter().flat_map(|lang| words(lang).author.names).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_that_is_meant_is_known_and_every_word_is_there_once() {
        let names = crate::lesson::schema::all_names();
        for (at, (word, meant)) in all().enumerate() {
            assert!(meant.iter().all(|name| names.contains(*name)), "{word}");
            assert!(all().take(at).all(|(other, _)| other != word), "{word} is there twice");
        }
        assert_eq!(meant("explanation", |name| name == "say"), Some("say"));
        assert_eq!(meant("Explanation", |name| name == "title"), None);
    }
}
