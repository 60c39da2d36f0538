//! What a reader answers, and what is said to it.

use serde::Serialize;

use super::markdown::Block;

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// For [`Form::Choice`](super::Form) and [`Form::Pick`](super::Form): which options, from 0.
    Options(Vec<usize>),
    /// For [`Form::Number`](super::Form) and [`Form::Text`](super::Form): what was typed.
    Typed(String),
    /// For [`Form::Order`](super::Form): the items, as indices into those shown, in the order that is meant.
    Order(Vec<usize>),
    /// For [`Form::Packages`](super::Form): import paths.
    Packages(Vec<String>),
}

/// What is said to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Feedback {
    /// Whether the answer was right.
    pub right: bool,
    /// Why.
    pub text: Vec<Block>,
}
