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
        .map(|name| (strsim::jaro_winkler(&word, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|(a, x), (b, y)| a.total_cmp(b).then(y.cmp(x)))
        .map(|(_, name)| name)
}
