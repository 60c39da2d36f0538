//! Answers of readers, and the replies to them.

use serde::Serialize;

use super::markdown::Block;
use crate::lesson::task::goal::Stand;

/// An answer, already parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// For [`Form::Choice`](super::Form) and [`Form::Pick`](super::Form): the chosen options, as indices from 0.
    Options(Vec<usize>),
    /// For [`Form::Number`](super::Form) and [`Form::Text`](super::Form): the typed text.
    Typed(String),
    /// For [`Form::Order`](super::Form): the indices of the shown items, in the order of the reader.
    Order(Vec<usize>),
    /// For [`Form::Packages`](super::Form): the import paths.
    Packages(Vec<String>),
    /// For [`Form::Build`](super::Form): where the reader stands.
    Stand(Stand),
}

/// The reply to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// Whether the answer was right.
    pub right: bool,
    /// The explanation.
    pub text: Vec<Block>,
    /// For a task, its conditions as they are now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goal: Vec<GoalView>,
}

/// A condition of a task after something was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalView {
    /// Whether it holds.
    pub holds: bool,
    /// The condition, and what is so now where it does not hold.
    pub text: Vec<Block>,
}
