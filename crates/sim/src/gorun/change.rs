//! What-ifs: changes of a program, or of how it is run.

use std::fmt;

use super::setting::Setting;
use super::source::{Place, Token, tokens};
use crate::said::Said;
use crate::suggest::did_you_mean;

/// A change of the program or of its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// main sleeps for so long instead.
    Sleep(String),
    /// main does not sleep.
    NoSleep,
    /// main only gives way.
    Gosched,
    /// main waits for something that nobody sends.
    Deadlock,
    /// The goroutine panics.
    Panic,
    /// The goroutine ends the process with a status.
    Exit(u8),
    /// The goroutine never stops computing.
    Busy,
    /// So many goroutines.
    Goroutines(u32),
    /// The runtime sends no signals to make goroutines give way.
    AsyncPreemptOff,
    /// There is no standard output.
    ClosedStdout,
}

/// The changes as they are written, with an example of those that take a value.
pub const CHANGES: [&str; 10] = [
    "sleep=4s",
    "no-sleep",
    "gosched",
    "deadlock",
    "panic",
    "exit=3",
    "busy",
    "goroutines=1000",
    "async-preempt=off",
    "closed-stdout",
];

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sleep(time) => write!(f, "sleep={time}"),
            Self::NoSleep => f.write_str("no-sleep"),
            Self::Gosched => f.write_str("gosched"),
            Self::Deadlock => f.write_str("deadlock"),
            Self::Panic => f.write_str("panic"),
            Self::Exit(status) => write!(f, "exit={status}"),
            Self::Busy => f.write_str("busy"),
            Self::Goroutines(number) => write!(f, "goroutines={number}"),
            Self::AsyncPreemptOff => f.write_str("async-preempt=off"),
            Self::ClosedStdout => f.write_str("closed-stdout"),
        }
    }
}

impl Change {
    /// Reads a change.
    pub fn parse(word: &str) -> Result<Self, Said> {
        let (name, value) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
        let given = value.unwrap_or_default();
        Ok(match (name, value) {
            ("sleep", value) => {
                let value = value.unwrap_or_default();
                _ = duration(value)
                    .ok_or_else(|| said!("sleep= takes a time such as 4s or 1500ms, not {given:?}", given))?;
                Self::Sleep(value.to_owned())
            }
            ("no-sleep", None) => Self::NoSleep,
            ("gosched", None) => Self::Gosched,
            ("deadlock", None) => Self::Deadlock,
            ("panic", None) => Self::Panic,
            ("exit", value) => {
                let status = value.and_then(|value| value.parse().ok());
                Self::Exit(status.ok_or_else(|| said!("exit= takes a status from 0 to 255, not {given:?}", given))?)
            }
            ("busy", None) => Self::Busy,
            ("goroutines", value) => {
                let number = value.and_then(|value| value.parse().ok()).filter(|number| (1..=10_000).contains(number));
                Self::Goroutines(
                    number.ok_or_else(|| said!("goroutines= takes a number from 1 to 10000, not {given:?}", given))?,
                )
            }
            ("async-preempt", value) => {
                let off = value.filter(|value| *value == "off");
                off.map(|_| Self::AsyncPreemptOff)
                    .ok_or_else(|| said!("async-preempt= takes off, not {given:?}", given))?
            }
            ("closed-stdout", None) => Self::ClosedStdout,
            _ => {
                let (hint, all) = (did_you_mean(word, CHANGES.into_iter()), CHANGES.join(", "));
                return Err(said!("there is no change {word:?}{hint}; changes are {all}", word, hint, all));
            }
        })
    }

    /// Changes how the program is run.
    pub fn apply(&self, setting: &mut Setting) {
        match self {
            Self::AsyncPreemptOff => setting.async_preempt = false,
            Self::ClosedStdout => setting.stdout = false,
            _ => {}
        }
    }

    /// The program after the change.
    pub fn source(&self, text: &str) -> Result<String, Said> {
        let parts = Parts::of(text);
        let change = self.to_string();
        let sleep = || {
            let nothing = said!("{change}: main.main has no time.Sleep among its statements", change);
            parts.sleep.ok_or(nothing)
        };
        let goroutine = || {
            let nothing = said!("{change}: main.main has no `go func() …` among its statements", change);
            parts.goroutine.ok_or(nothing)
        };
        let in_goroutine = |statement: &str| {
            let goroutine = goroutine()?;
            Ok::<_, Said>(match goroutine.sleep {
                Some(span) => replaced(text, span, statement),
                None => replaced(text, (goroutine.end, goroutine.end), &format!("\t{statement}\n\t")),
            })
        };
        let changed = match self {
            Self::Sleep(time) => {
                replaced(text, sleep()?, &format!("time.Sleep({})", duration(time).unwrap_or_default()))
            }
            Self::NoSleep => replaced(text, sleep()?, ""),
            Self::Gosched => with_import(&replaced(text, sleep()?, "runtime.Gosched()"), "runtime"),
            Self::Deadlock => replaced(text, sleep()?, "<-make(chan bool)"),
            Self::Panic => in_goroutine("panic(\"boom\")")?,
            Self::Exit(status) => with_import(&in_goroutine(&format!("os.Exit({status})"))?, "os"),
            Self::Busy => in_goroutine("for {\n\t\t}")?,
            Self::Goroutines(number) => {
                let (start, end) = goroutine()?.whole;
                let inner = text[start..end].replace('\n', "\n\t");
                replaced(text, (start, end), &format!("for range {number} {{\n\t\t{inner}\n\t}}"))
            }
            Self::AsyncPreemptOff | Self::ClosedStdout => text.to_owned(),
        };
        Ok(without_unused_time(&changed))
    }
}

/// `4s` as Go writes it in a program: `4 * time.Second`.
fn duration(text: &str) -> Option<String> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, unit) = text.split_at(digits);
    number.parse::<u32>().ok()?;
    let unit = match unit {
        "ns" => "Nanosecond",
        "us" | "µs" => "Microsecond",
        "ms" => "Millisecond",
        "s" => "Second",
        "m" => "Minute",
        _ => return None,
    };
    Some(format!("{number} * time.{unit}"))
}

/// Bytes from where to where.
type Span = (usize, usize);

/// The goroutine that main starts.
#[derive(Clone, Copy, Debug)]
struct Started {
    /// From `go` to the end of the call.
    whole: Span,
    /// Its closing brace.
    end: usize,
    /// Its last `time.Sleep`.
    sleep: Option<Span>,
}

/// What changes are about.
#[derive(Debug, Default)]
struct Parts {
    /// The last `time.Sleep` among the statements of main.main.
    sleep: Option<Span>,
    /// The first `go func() { … }()` among them.
    goroutine: Option<Started>,
}

impl Parts {
    fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let Ok(all) = tokens(text) else { return parts };
        let starts: Vec<usize> = all.iter().map(|(place, _)| offset(text, *place)).collect();
        let is = |at: usize, words: &[&str]| {
            words
                .iter()
                .enumerate()
                .all(|(more, word)| all.get(at + more).is_some_and(|(_, token)| written(token) == *word))
        };
        let Some(main) = (0..all.len()).find(|at| is(*at, &["func", "main", "(", ")", "{"])) else { return parts };
        let mut at = main + 5;
        while at < all.len() && !is(at, &["}"]) {
            if is(at, &["time", ".", "Sleep", "("]) {
                let end = closing(&all, at + 3);
                parts.sleep = Some((starts[at], starts[end] + 1));
                at = end;
            } else if is(at, &["go", "func", "(", ")", "{"]) {
                let end = closing(&all, at + 4);
                let call = if is(end + 1, &["("]) { closing(&all, end + 1) } else { end };
                let sleeps = (at + 5..end).filter(|at| is(*at, &["time", ".", "Sleep", "("]));
                let sleep = sleeps.max().map(|at| (starts[at], starts[closing(&all, at + 3)] + 1));
                let started = Started { whole: (starts[at], starts[call] + 1), end: starts[end], sleep };
                parts.goroutine.get_or_insert(started);
                at = call;
            } else if is(at, &["{"]) || is(at, &["("]) {
                at = closing(&all, at);
            }
            at += 1;
        }
        parts
    }
}

fn written(token: &Token) -> &str {
    match token {
        Token::Word(word) => word,
        Token::Sign(sign) => sign,
        _ => "",
    }
}

/// The bracket that closes the one at `open`; the last token if none does.
fn closing(all: &[(Place, Token)], open: usize) -> usize {
    let mut depth = 0;
    for (at, (_, token)) in all.iter().enumerate().skip(open) {
        match written(token) {
            "(" | "{" | "[" => depth += 1,
            ")" | "}" | "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    all.len() - 1
}

fn offset(text: &str, place: Place) -> usize {
    let line: usize = text.split_inclusive('\n').take(place.line as usize - 1).map(str::len).sum();
    let before = text[line..].chars().take(place.column as usize - 1).map(char::len_utf8);
    line + before.sum::<usize>()
}

/// The text with something else in a place; a line on which nothing is left goes.
fn replaced(text: &str, (start, end): Span, by: &str) -> String {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let rest = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    if by.is_empty() && text[line..start].trim().is_empty() && text[end..rest].trim().is_empty() {
        return format!("{}{}", &text[..line], &text[rest..]);
    }
    format!("{}{by}{}", &text[..start], &text[end..])
}

fn with_import(text: &str, package: &str) -> String {
    if text.contains(&format!("\"{package}\"")) {
        return text.to_owned();
    }
    if let Some(at) = text.find("import (") {
        let at = at + "import (".len();
        return format!("{}\n\t\"{package}\"{}", &text[..at], &text[at..]);
    }
    match text.find("import ") {
        Some(at) => format!("{}import \"{package}\"\n{}", &text[..at], &text[at..]),
        None => text.to_owned(),
    }
}

/// Go refuses an import that is not used.
fn without_unused_time(text: &str) -> String {
    if text.contains("time.") {
        return text.to_owned();
    }
    let unused = |line: &&str| !matches!(line.trim(), "\"time\"" | "import \"time\"");
    text.split_inclusive('\n').filter(unused).collect()
}
