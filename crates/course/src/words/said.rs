//! Sentences that stand in the code where they are said: errors, and problems of lessons. There they are in English, with
//! gaps; another language has its sentences by the English ones, and a test lists those that it lacks.

use std::io::ErrorKind;

use super::help::Table;

/// Sentences in a language.
#[derive(Debug)]
pub struct SaidWords {
    /// By the English ones.
    pub sentences: &'static [Table],
    /// Errors of the operating system. None: as the system says them.
    pub io: fn(ErrorKind) -> Option<&'static str>,
    /// Around what is quoted.
    pub quotes: [&'static str; 2],
}
