//! "Did you mean …?"

/// ` (did you mean "…"?)` for the nearest of the valid names, or nothing if none is near.
pub fn did_you_mean<'a>(word: &str, valid: impl Iterator<Item = &'a str>) -> String {
    nearest(word, valid).map_or_else(String::new, |name| format!(" (did you mean {name:?}?)"))
}

/// The valid name that differs least from the word, if it is near enough to be meant.
pub fn nearest<'a>(word: &str, valid: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const NEAR: f64 = 0.75;
    let word = word.to_lowercase();
    valid
        .map(|name| (likeness(&word, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then(y.cmp(x)))
        .map(|(_, name)| name)
}

/// From 0 to 1. One slip of the finger (`sya` for `say`) is near, however short the word.
fn likeness(word: &str, name: &str) -> f64 {
    const ONE_SLIP: f64 = 0.9;
    let slip = word.len() > 1 && strsim::damerau_levenshtein(word, name) == 1;
    let likeness = strsim::jaro_winkler(word, name);
    if slip { likeness.max(ONE_SLIP) } else { likeness }
}
