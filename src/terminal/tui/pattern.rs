//! What the log is searched for: a pattern as `grep` reads it without flags (a basic regular expression), line by line.

use regex_lite::{Regex, escape};

/// A pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    typed: String,
    regex: Option<Regex>,
}

impl Pattern {
    /// Reads what was typed. What is no pattern is looked for as it stands.
    pub fn new(typed: &str) -> Self {
        Self { typed: typed.to_owned(), regex: translate(typed).and_then(|regex| Regex::new(&regex).ok()) }
    }

    /// What was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The places of a text where it is found.
    pub fn find_in<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let found = text.lines().flat_map(|line| -> Vec<&str> {
            match &self.regex {
                Some(regex) => regex.find_iter(line).map(|found| found.as_str()).collect(),
                None => line.matches(&self.typed).collect(),
            }
        });
        found.filter(|found| !found.is_empty()).collect()
    }

    /// Whether a line of a text has it.
    pub fn is_in(&self, text: &str) -> bool {
        text.lines().any(|line| match &self.regex {
            Some(regex) => regex.is_match(line),
            None => line.contains(&self.typed),
        })
    }
}

/// A basic regular expression in the syntax of the library. None if a bracket is not closed.
///
/// In a basic one `\(`, `\|`, `\+` and the like are signs and the bare characters stand for themselves; `*` is a sign
/// only behind something, `^` and `$` only at the edges.
fn translate(basic: &str) -> Option<String> {
    let mut regex = String::new();
    let mut rest = basic;
    let mut at_start = true;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let ends = rest.is_empty() || rest.starts_with("\\)") || rest.starts_with("\\|");
        let starts_after = match c {
            '\\' => {
                let escaped = rest.chars().next()?;
                rest = &rest[escaped.len_utf8()..];
                match escaped {
                    '(' | ')' | '{' | '}' | '|' | '+' | '?' => regex.push(escaped),
                    'w' | 'W' | 's' | 'S' | 'b' | 'B' => regex.extend(['\\', escaped]),
                    '<' | '>' => regex.push_str("\\b"),
                    // The library knows no references back.
                    '1'..='9' => return None,
                    _ => regex.push_str(&escape(&escaped.to_string())),
                }
                matches!(escaped, '(' | '|')
            }
            '[' => {
                let (set, behind) = bracket(rest)?;
                regex.push_str(&set);
                rest = behind;
                false
            }
            '^' if at_start => {
                regex.push('^');
                true
            }
            '$' if ends => {
                regex.push('$');
                false
            }
            '.' => {
                regex.push('.');
                false
            }
            '*' if !at_start => {
                regex.push('*');
                false
            }
            _ => {
                regex.push_str(&escape(&c.to_string()));
                false
            }
        };
        at_start = starts_after;
    }
    Some(regex)
}

/// A set of characters from behind its bracket on, and what comes after it.
fn bracket(text: &str) -> Option<(String, &str)> {
    let (negated, inner) = text.strip_prefix('^').map_or((false, text), |inner| (true, inner));
    let mut set = String::from(if negated { "[^" } else { "[" });
    let mut rest = inner;
    loop {
        let c = rest.chars().next()?;
        let is_first = rest.len() == inner.len();
        rest = &rest[c.len_utf8()..];
        match c {
            ']' if !is_first => {
                set.push(']');
                return Some((set, rest));
            }
            '[' if rest.starts_with(':') => {
                let (class, behind) = rest.split_once(":]")?;
                set.push_str(&format!("[{class}:]"));
                rest = behind;
            }
            // A range; at an edge it stands for itself.
            '-' if !is_first && !rest.starts_with(']') => set.push('-'),
            _ if c.is_alphanumeric() || c.is_whitespace() => set.push(c),
            _ => set.extend(['\\', c]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each was tried with grep.
    #[test]
    fn patterns_are_read_as_grep_reads_them() {
        let found = |pattern: &str, text: &str| Pattern::new(pattern).is_in(text);
        let log = "/tool/compile -o $WORK/b002/_pkg_.a -trimpath \"$WORK/b002=>\" -p internal/goarch -std -c=4 (x) a|b 1+1 [1]";
        for pattern in [
            "compile.*-p internal/goarch ",
            "$WORK/b002",
            "_pkg_.a",
            "_pkg_\\.a",
            "^/tool",
            "\\[1\\]$",
            "[[:digit:]][[:digit:]]",
            "-c=[0-9]",
            "(x)",
            "a|b",
            "1+1",
            "asm\\|compile",
            "b0\\+2",
            "\\(go\\|java\\)arch",
            "b0\\{2\\}2",
            "[]1]$",
            "go[^a]*arch",
            "\\<std\\>",
            "[",
            "x*",
        ] {
            // What is no pattern is looked for as it stands.
            assert!(found(pattern, log), "{pattern}");
        }
        for pattern in ["compile.*-p goarch", "tool^", "a$b", "(y)", "1\\+1x", "*", "_pkg_\\.b", "^compile", "[^/]tool"]
        {
            assert!(!found(pattern, log), "{pattern}");
        }
        assert!(!found("compile.*fmt", "compile\nfmt"));
        assert_eq!(Pattern::new("b0*").find_in("b002 b1\nbb"), ["b00", "b", "b", "b"]);
    }
}
