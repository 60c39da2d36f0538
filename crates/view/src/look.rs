//! Styled text as data: who draws decides what a look becomes.

/// A blank at which a line is not broken; it is drawn as a blank.
pub const GLUE: char = '\u{a0}';

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    #[default]
    Plain,
    /// A title.
    Title,
    /// Strong words.
    Strong,
    /// Emphasis.
    Emphasis,
    /// A term of the glossary.
    Term,
    /// Code and commands.
    Code,
    /// Less important.
    Dim,
    /// What the lesson points at.
    Mark,
    /// Something that is done.
    Done,
    /// Something that goes on now.
    Now,
    /// Something that could start.
    Ready,
    /// Something that is wrong.
    Wrong,
}

/// A piece of text in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text, without line ends.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

impl Span {
    /// A text in a look.
    pub fn new(text: impl Into<String>, look: Look) -> Self {
        Self { text: text.into(), look }
    }

    /// A text as it is.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Look::Plain)
    }
}

/// A line on the screen.
pub type Line = Vec<Span>;
