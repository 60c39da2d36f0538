//! What a learner types to make another build: changes and faults as `gostep whatif` takes them, and the flags of
//! `go build` that mean the same.

use thiserror::Error;

/// Why a line cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// It says nothing.
    #[error("nothing is changed; write a change, or nothing")]
    Empty,
    /// A quote is not closed.
    #[error("a quote that is not closed")]
    OpenQuote,
    /// It is no flag that could be given here.
    #[error("the flag {0} means nothing here")]
    Flag(String),
}

/// Flags of `go build`, the changes that mean the same, and whether a value belongs to them.
const FLAGS: [(&str, &str, bool); 8] = [
    ("p", "workers", true),
    ("a", "all", false),
    ("trimpath", "trimpath", false),
    ("ldflags", "ldflags", true),
    ("gcflags", "gcflags", true),
    ("buildmode", "buildmode", true),
    ("pgo", "pgo", true),
    ("o", "output", true),
];
/// Flags that change nothing that counts here, or name a change or a fault that follows.
const IDLE: [&str; 5] = ["x", "work", "fault", "edit", "change"];
/// Commands that may stand in front.
const COMMANDS: [[&str; 2]; 2] = [["gostep", "whatif"], ["go", "build"]];

/// The changes and faults of a line.
///
/// # Errors
/// If it cannot be read, or has none.
pub fn words(line: &str) -> Result<Vec<String>, Unread> {
    let mut all = split(line)?;
    if COMMANDS.iter().any(|command| all.iter().zip(command).filter(|(a, b)| a == *b).count() == command.len()) {
        all.drain(..2);
    }
    let mut words = Vec::new();
    let mut all = all.into_iter();
    while let Some(word) = all.next() {
        let Some(flag) = word.strip_prefix('-') else {
            words.push(word);
            continue;
        };
        let flag = flag.strip_prefix('-').unwrap_or(flag);
        let (name, value) = flag.split_once('=').map_or((flag, None), |(name, value)| (name, Some(value.to_owned())));
        if IDLE.contains(&name) {
            words.extend(value);
            continue;
        }
        let known = FLAGS.iter().find(|(known, ..)| *known == name);
        let (_, change, takes_value) = known.ok_or_else(|| Unread::Flag(word.clone()))?;
        words.push(match takes_value {
            true => format!("{change}={}", value.or_else(|| all.next()).unwrap_or_default()),
            false => (*change).to_owned(),
        });
    }
    if words.is_empty() { Err(Unread::Empty) } else { Ok(words) }
}

/// Splits at blanks, also those of Chinese; quotes keep together what is between them, wherever they stand.
fn split(line: &str) -> Result<Vec<String>, Unread> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in line.chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    if quote.is_some() { Err(Unread::OpenQuote) } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_and_flags_are_read_as_they_are_typed_in_a_shell() {
        let read = |line| words(line).map(|words| words.join("|"));
        assert_eq!(read(" body=fmt  touch=main ").as_deref(), Ok("body=fmt|touch=main"));
        assert_eq!(read("gostep whatif body=fmt").as_deref(), Ok("body=fmt"));
        assert_eq!(read("go build -x -work -a -p 8").as_deref(), Ok("all|workers=8"));
        assert_eq!(
            read("-p=2 -ldflags='-s -w' ldflags=\"-s -w\"").as_deref(),
            Ok("workers=2|ldflags=-s -w|ldflags=-s -w")
        );
        assert_eq!(read("--fault undefined=main").as_deref(), Ok("undefined=main"));
        assert_eq!(read("body=fmt\u{3000}all").as_deref(), Ok("body=fmt|all"));
        assert_eq!(read("go build"), Err(Unread::Empty));
        assert_eq!(read(" "), Err(Unread::Empty));
        assert_eq!(read("-race"), Err(Unread::Flag("-race".to_owned())));
        assert_eq!(read("ldflags='-s"), Err(Unread::OpenQuote));
    }
}
