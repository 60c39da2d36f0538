//! Commands that are typed line by line.

use std::io::{BufRead, Write};

/// What a reader can ask for besides answering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next step; at a question, the solution.
    Next,
    /// The step before.
    Back,
    /// Another step, by number or id.
    GoTo(String),
    /// A hint for the question.
    Hint,
    /// The answer to the question.
    Solution,
    /// Prints the step again.
    Again,
    /// Prints the commands.
    Help,
    /// Ends the lesson.
    Quit,
}

impl Command {
    /// Parses a command; `None` if the line is not one.
    pub fn parse(line: &str) -> Option<Self> {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        Some(match (word, rest) {
            ("" | "n" | "next", "") => Self::Next,
            ("b" | "back" | "p", "") => Self::Back,
            ("g" | "go", step) if !step.is_empty() => Self::GoTo(step.to_owned()),
            ("h" | "hint", "") => Self::Hint,
            ("s" | "solution", "") => Self::Solution,
            ("r", "") => Self::Again,
            ("?" | "？" | "help", "") => Self::Help,
            ("q" | "quit" | "exit", "") => Self::Quit,
            (number, "") if number.parse::<usize>().is_ok() => Self::GoTo(number.to_owned()),
            _ => return None,
        })
    }

    /// The line without the colon that marks a command where letters could be answers, and whether there was one.
    pub fn unmarked(line: &str) -> (&str, bool) {
        let rest = line.strip_prefix([':', '：']);
        (rest.unwrap_or(line).trim(), rest.is_some())
    }
}

/// Prints a prompt and reads a line; `None` at the end of the input.
pub fn read_line(prompt: &str, input: &mut dyn BufRead, out: &mut dyn Write) -> std::io::Result<Option<String>> {
    const LONGEST: u64 = 10_000;
    write!(out, "{prompt}")?;
    out.flush()?;
    let mut line = Vec::new();
    let read = std::io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_words() {
        assert_eq!(Command::parse(""), Some(Command::Next));
        assert_eq!(Command::parse("b"), Some(Command::Back));
        assert_eq!(Command::parse("g  recap "), Some(Command::GoTo("recap".to_owned())));
        assert_eq!(Command::parse("12"), Some(Command::GoTo("12".to_owned())));
        assert_eq!(Command::parse("？"), Some(Command::Help));
        for nothing in ["g", "x", "b a", "hint please"] {
            assert_eq!(Command::parse(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn lines_are_read_to_the_end_of_the_input() {
        let mut input = "one\r\n\ntwo".as_bytes();
        let mut read = || read_line("> ", &mut input, &mut Vec::new()).unwrap();
        let lines = [read(), read(), read(), read()];
        assert_eq!(lines.map(Option::unwrap_or_default), ["one", "", "two", ""]);
    }
}
