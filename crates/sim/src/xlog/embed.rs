//! Which embedded files each `//go:embed` pattern matches.
//!
//! `go list` prints patterns and files in two lists. Which pattern matches which file follows from the rules in the
//! documentation of package embed.

/// Whether a pattern matches a file.
pub fn matches(pattern: &str, file: &str) -> bool {
    let (pattern, hidden_too) = match pattern.strip_prefix("all:") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    if glob(pattern, file) {
        return true;
    }
    // A directory stands for all files below it, except those with hidden names.
    file.match_indices('/').any(|(slash, _)| {
        glob(pattern, &file[..slash])
            && (hidden_too || !file[slash + 1..].split('/').any(|name| name.starts_with(['.', '_'])))
    }) || (pattern == "." && (hidden_too || !file.split('/').any(|name| name.starts_with(['.', '_']))))
}

/// Matches a shell pattern with a path, element by element.
fn glob(pattern: &str, path: &str) -> bool {
    let (patterns, names): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    patterns.len() == names.len()
        && patterns.iter().zip(names).all(|(pattern, name)| {
            let pattern: Vec<char> = pattern.chars().collect();
            let name: Vec<char> = name.chars().collect();
            glob_element(&pattern, &name)
        })
}

/// Matches `*`, `?`, `[a-z]`, `[^a-z]` and `\` with one element. It only backtracks to the last star, so it takes no
/// exponential time.
fn glob_element(pattern: &[char], name: &[char]) -> bool {
    let (mut p, mut n) = (0, 0);
    let mut star = None;
    loop {
        if p < pattern.len() && pattern[p] == '*' {
            star = Some((p + 1, n));
            p += 1;
            continue;
        }
        if p == pattern.len() && n == name.len() {
            return true;
        }
        if p < pattern.len()
            && n < name.len()
            && let Some(width) = matches_one(&pattern[p..], name[n])
        {
            p += width;
            n += 1;
            continue;
        }
        match star {
            Some((after, from)) if from < name.len() => {
                star = Some((after, from + 1));
                (p, n) = (after, from + 1);
            }
            _ => return false,
        }
    }
}

/// How many characters of the pattern match this character; `None` if they do not.
fn matches_one(pattern: &[char], c: char) -> Option<usize> {
    match pattern[0] {
        '?' => Some(1),
        '\\' => (pattern.get(1) == Some(&c)).then_some(2),
        '[' => {
            let negated = pattern.get(1) == Some(&'^');
            let mut at = if negated { 2 } else { 1 };
            let mut hit = false;
            let mut first = true;
            while first || pattern.get(at)? != &']' {
                first = false;
                let low = literal(pattern, &mut at)?;
                let mut high = low;
                if pattern.get(at) == Some(&'-') {
                    at += 1;
                    high = literal(pattern, &mut at)?;
                }
                hit |= (low..=high).contains(&c);
            }
            (hit != negated).then_some(at + 1)
        }
        literal => (literal == c).then_some(1),
    }
}

fn literal(pattern: &[char], at: &mut usize) -> Option<char> {
    if pattern.get(*at) == Some(&'\\') {
        *at += 1;
    }
    *at += 1;
    pattern.get(*at - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_embedding_does() {
        for (pattern, file, expected) in [
            ("a.txt", "a.txt", true),
            ("*.txt", "a.txt", true),
            ("*.txt", "d/a.txt", false),
            ("d", "d/a.txt", true),
            ("d", "d/e/.hidden", false),
            ("d", "d/_x/a", false),
            ("all:d", "d/e/.hidden", true),
            ("d/*", "d/.hidden", true),
            ("d/*", "d/e/_x", false),
            (".hidden", ".hidden", true),
            ("[a-c]?.md", "bx.md", true),
            ("[^a-c]?.md", "bx.md", false),
            ("a*b*c", "aXbYbZc", true),
            ("a*b*c", "aXbYbZ", false),
            ("x\\*", "x*", true),
        ] {
            assert_eq!(matches(pattern, file), expected, "{pattern} {file}");
        }
    }
}
