//! What can be wrong with a lesson: always with a place, and with what to do.

use std::fmt;

/// One problem in a lesson file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1; 0 if it is about the whole file.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it; may be empty.
    pub help: String,
    /// The line in question; may be empty.
    pub source: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        write!(f, ": {}", self.message)?;
        if !self.help.is_empty() {
            write!(f, "; {}", self.help)?;
        }
        Ok(())
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Collects the problems of one file.
#[derive(Debug)]
pub struct Report<'a> {
    file: &'a str,
    text: &'a str,
    /// What was found so far.
    pub problems: Vec<Problem>,
}

impl<'a> Report<'a> {
    /// For a file with this text.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Notes a problem.
    pub fn add(&mut self, place: Place, message: impl Into<String>, help: impl Into<String>) {
        let source = self.text.lines().nth(place.line.wrapping_sub(1)).unwrap_or_default();
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: place.line,
            column: place.column,
            message: message.into(),
            help: help.into(),
            source: source.chars().filter(|c| !c.is_control()).collect(),
        });
    }

    /// Whether nothing is wrong so far.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}
