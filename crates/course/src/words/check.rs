//! Words around the problems of lessons.

use super::sentence::{Counted, Sentence};

/// All of them.
#[derive(Debug)]
pub struct CheckWords {
    /// A lesson can be played: its file, how many steps, its languages.
    pub playable: Sentence<3>,
    /// A glossary can be read: its file, how many terms, its languages.
    pub readable: Sentence<3>,
    /// Steps.
    pub steps: Counted,
    /// Terms.
    pub terms: Counted,
    /// Between languages.
    pub and: &'static str,
    /// Errors.
    pub error: SeverityWords,
    /// Warnings.
    pub warning: SeverityWords,
    /// Hints.
    pub hint: SeverityWords,
    /// Between the severity and what a problem says.
    pub colon: &'static str,
    /// Before what to do.
    pub help: &'static str,
}

/// How bad a problem is.
#[derive(Debug)]
pub struct SeverityWords {
    /// As it stands before a problem.
    pub name: &'static str,
    /// How many there are.
    pub count: Counted,
}
