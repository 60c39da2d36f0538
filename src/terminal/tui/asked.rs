//! A question that is being answered: what is picked or typed, how many hints were taken, what was said to it.

use gostep_course::player::{Feedback, Form};

/// An answer on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Options that are picked; things that are put in order, in that order.
    pub picked: Vec<usize>,
    /// The option that the arrows are at, once they were used.
    pub at: Option<usize>,
    /// What is typed.
    pub typed: String,
    /// How many characters of it are behind the cursor.
    pub behind: usize,
    /// The words that could be typed are listed below the empty line.
    pub listed: bool,
    /// Lines that were tried on the machine of a task.
    pub tried: Vec<String>,
    /// Which of them was brought back, counted from the last one.
    pub back: usize,
    /// How many hints were asked for. One more than there are means that the next one is the answer.
    pub hints: usize,
    /// What was said to the last answer.
    pub said: Option<Said>,
}

/// What was said to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It was right.
    Right(Feedback),
    /// It was wrong; the reader may try again.
    Wrong(Feedback),
    /// The reader asked for the answer.
    Told(Feedback),
}

impl Asked {
    /// Whether nothing more is asked: the explanation can be read.
    pub fn is_over(&self) -> bool {
        matches!(self.said, Some(Said::Right(_) | Said::Told(_)))
    }
}

/// What a form of question takes: options to pick, or a line to type.
pub fn options(form: &Form) -> Option<usize> {
    match form {
        Form::Choice { options, .. } => Some(options.len()),
        Form::Order { items } => Some(items.len()),
        Form::Pick { options } => Some(options.len()),
        Form::Number | Form::Text | Form::Packages { .. } | Form::Machine { .. } | Form::Build { .. } => None,
    }
}

/// Whether a line is typed.
pub fn takes_line(form: &Form) -> bool {
    matches!(form, Form::Number | Form::Text | Form::Packages { .. } | Form::Machine { .. })
}

/// Whether what is typed is made of words that can be listed and completed.
pub fn has_words(form: &Form) -> bool {
    matches!(form, Form::Packages { .. } | Form::Machine { .. })
}

/// Whether several options may be picked.
pub fn takes_many(form: &Form) -> bool {
    matches!(form, Form::Choice { many: true, .. } | Form::Order { .. })
}
