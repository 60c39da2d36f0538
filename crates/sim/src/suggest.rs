//! Suggestions for misspelt names: "Did you mean …?"

use crate::said::Said;

/// ` (did you mean "…"?)` with the most similar valid name, or nothing if none is similar. If a letter only looks like
/// the intended one, the hint says which letter it is.
pub fn did_you_mean<'a>(word: &str, valid: impl Iterator<Item = &'a str>) -> Said {
    let Some(name) = nearest(word, valid) else { return Said::default() };
    let foreign = word
        .chars()
        .zip(name.chars())
        .find(|(c, meant)| c.is_alphabetic() && !c.is_ascii() && narrow(&c.to_string()) == c.to_string() && c != meant);
    match foreign.filter(|_| word.chars().count() == name.chars().count()) {
        Some((c, meant)) => {
            let code = format!("U+{:04X}", u32::from(c));
            said!(" (did you mean {name:?}? {c} is {code} here, not {meant})", name, c, code, meant)
        }
        None => said!(" (did you mean {name:?}?)", name),
    }
}

/// The most similar valid name, if it is similar enough.
pub fn nearest<'a>(word: &str, valid: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = narrow(&word.to_lowercase());
    valid
        .filter_map(|name| Some((likeness(&word, &name.to_lowercase())?, name)))
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then(y.cmp(x)))
        .map(|(_, name)| name)
}

/// How similar two names are, from 0 to 1; `None` if they are not similar. One slip (`sya` for `say`) is allowed in a
/// word of any length; in longer words a third of the letters may differ, or one word may contain the other.
fn likeness(word: &str, name: &str) -> Option<f64> {
    const NEAR: f64 = 0.75;
    const ONE_SLIP: f64 = 0.9;
    const CONTAINED: usize = 3;
    let (long, short) = if word.len() < name.len() { (name, word) } else { (word, name) };
    let slips = strsim::damerau_levenshtein(word, name);
    let likeness = strsim::jaro_winkler(word, name);
    let near = likeness >= NEAR
        && (slips <= (long.chars().count() + 1) / 3 || short.len() >= CONTAINED && long.contains(short));
    let slip = slips == 0 || slips == 1 && word.len() > 1 && (name.len() > 1 || word.contains(name));
    if slip { Some(likeness.max(ONE_SLIP)) } else { near.then_some(likeness) }
}

/// The text without invisible characters, and with ASCII characters instead of full-width ones.
pub fn narrow(text: &str) -> String {
    const FIRST: u32 = 0xff01;
    const LAST: u32 = 0xff5e;
    let narrow = |c: char| match u32::from(c) {
        code @ FIRST..=LAST => char::from_u32(code - FIRST + u32::from('!')),
        0x200b..=0x200d | 0x2060 | 0xad => None,
        _ => Some(c),
    };
    text.chars().filter_map(narrow).collect()
}

/// The words of a text with commas between them, if all are valid: `ready running` becomes `ready, running`.
pub fn several(text: &str, is_valid: impl Fn(&str) -> bool) -> Option<String> {
    let words = text.split(|c: char| c.is_whitespace() || ",;、，；[]【】［］".contains(c));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    (words.len() > 1 && words.iter().all(|word| is_valid(word))).then(|| words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 9] = ["p", "output", "options", "to", "say", "show", "states", "importcfg", "critical-path"];

    fn meant(word: &str) -> Option<&'static str> {
        nearest(word, NAMES.into_iter())
    }

    #[test]
    fn what_is_near_is_suggested_and_nothing_else() {
        for (word, name) in [
            ("sya", "say"),
            ("too", "to"),
            ("-p", "p"),
            ("P", "p"),
            ("importconfig", "importcfg"),
            ("importcfg.txt", "importcfg"),
            ("critical path", "critical-path"),
            ("ｓｈｏｗ", "show"),
            ("to\u{200b}", "to"),
        ] {
            assert_eq!(meant(word), Some(name), "{word}");
        }
        for word in ["points", "tags", "race", "steps_", "", "x", "你好"] {
            assert_ne!(meant(word), Some("p"), "{word}");
            assert_ne!(meant(word), Some("options"), "{word}");
        }
    }

    #[test]
    fn a_letter_that_looks_like_another_is_named() {
        let hint = did_you_mean("tо", NAMES.into_iter());
        assert_eq!(hint.to_string(), " (did you mean \"to\"? о is U+043E here, not o)");
        assert_eq!(did_you_mean("tq", NAMES.into_iter()).to_string(), " (did you mean \"to\"?)");
    }

    #[test]
    fn words_without_commas_are_a_list() {
        let is_name = |word: &str| NAMES.contains(&word);
        assert_eq!(several("say show", is_name).as_deref(), Some("say, show"));
        assert_eq!(several("【say，show】", is_name).as_deref(), Some("say, show"));
        assert_eq!(several("say", is_name), None);
        assert_eq!(several("say hello", is_name), None);
    }
}
