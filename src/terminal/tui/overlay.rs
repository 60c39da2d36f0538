//! What lies above the lesson until it is closed.

use gostep_view::look::Line;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All keys, scrolled by so many rows.
    Help(usize),
    /// The glossary, scrolled by so many rows: the words of the step first, then all.
    Glossary(usize),
    /// A step, package or line is being typed.
    GoTo(String),
    /// Words to search for are being typed.
    Search(String),
    /// How the lesson went, scrolled by so many rows.
    End(usize),
    /// A text of the caller, scrolled.
    Note {
        /// What it is.
        title: String,
        /// All lines.
        lines: Vec<Line>,
        /// Rows that are scrolled away.
        offset: usize,
    },
}
