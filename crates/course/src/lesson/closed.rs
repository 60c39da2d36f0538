//! Closed lists of words with their meanings, and what to say of a word that is in none.

use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::did_you_mean;

/// What a word means; or ` (did you mean …?)`, or nothing.
pub fn meaning<T: Clone>(words: &[(&'static str, T)], word: &str) -> Result<T, Said> {
    let found = words.iter().find(|(known, _)| *known == word);
    found.map(|(_, meaning)| meaning.clone()).ok_or_else(|| did_you_mean(word, names(words)))
}

/// The words of a list.
pub fn names<T>(words: &[(&'static str, T)]) -> impl Iterator<Item = &'static str> {
    words.iter().map(|(name, _)| *name)
}

/// The words of a list, as a schema has them.
pub fn listed<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
    names(words).collect()
}

/// Which words are known, for those who wrote another one.
pub fn known<T>(words: &[(&'static str, T)]) -> Said {
    said!("known: {}", said::list(listed(words)))
}
