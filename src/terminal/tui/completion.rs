//! Packages and changes that a word could become.

/// The word that is being typed.
fn last_word(typed: &str) -> &str {
    typed.rsplit([' ', ',', '、', '，', '=', ':']).next().unwrap_or(typed)
}

/// What the last word of a line for the machine of a task can be: a package behind a sign, else a change.
pub fn words_of_machine<'a>(typed: &str, changes: &'a [String], packages: &'a [String]) -> &'a [String] {
    if typed.rsplit(' ').next().is_some_and(|word| word.contains('=')) { packages } else { changes }
}

/// Packages that the word could become: those that begin with it, else those that have it in their path.
pub fn candidates<'a>(typed: &str, known: &'a [String]) -> Vec<&'a str> {
    let word = last_word(typed);
    if word.is_empty() {
        return Vec::new();
    }
    let all = |fits: &dyn Fn(&str) -> bool| known.iter().map(String::as_str).filter(|path| fits(path)).collect();
    let first: Vec<&str> = all(&|path| path.starts_with(word));
    if first.is_empty() { all(&|path| path.contains(word)) } else { first }
}

/// The typed line with its last word completed as far as it is clear. None if nothing was begun.
pub fn complete(typed: &str, known: &[String]) -> Option<String> {
    let word = last_word(typed);
    if word.is_empty() {
        return None;
    }
    let candidates = candidates(typed, known);
    let Some((first, others)) = candidates.split_first() else { return Some(typed.to_owned()) };
    let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let common = others.iter().fold(first.len(), |length, other| length.min(same(first, other)));
    let common = first.get(..common).filter(|common| common.len() > word.len()).unwrap_or(word);
    Some(format!("{}{common}", &typed[..typed.len() - word.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_completed_as_far_as_it_is_clear() {
        let known: Vec<String> = ["fmt", "internal/abi", "internal/asan", "io", "io/fs"].map(str::to_owned).to_vec();
        assert_eq!(complete("", &known), None);
        assert_eq!(complete("f", &known).as_deref(), Some("fmt"));
        assert_eq!(complete("fmt, in", &known).as_deref(), Some("fmt, internal/a"));
        assert_eq!(complete("asan", &known).as_deref(), Some("internal/asan"));
        assert_eq!(complete("io", &known).as_deref(), Some("io"));
        assert_eq!(complete("x", &known).as_deref(), Some("x"));
        assert_eq!(candidates("io", &known), ["io", "io/fs"]);
        let changes = ["body=".to_owned(), "all".to_owned()];
        assert_eq!(complete("all bo", words_of_machine("all bo", &changes, &known)).as_deref(), Some("all body="));
        assert_eq!(complete("body=f", words_of_machine("body=f", &changes, &known)).as_deref(), Some("body=fmt"));
    }
}
