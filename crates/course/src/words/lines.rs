//! Words of the player that speaks line by line.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct LineWords {
    /// Asks what to do next.
    pub next: &'static str,
    /// The same at the last step.
    pub last: &'static str,
    /// Asks for an answer.
    pub answer: &'static str,
    /// The answer was right.
    pub right: &'static str,
    /// The answer was not right.
    pub wrong: &'static str,
    /// Before a hint: its number, of how many.
    pub hint: Sentence<2>,
    /// There are no hints, or no more.
    pub no_hint: &'static str,
    /// There is nothing to answer.
    pub no_question: &'static str,
    /// What was typed is no command.
    pub unknown: Sentence<1>,
    /// There is no such step: what was typed, how many there are.
    pub no_such_step: Sentence<2>,
    /// There is no step before.
    pub first_step: &'static str,
    /// What can be typed while the lesson plays by itself.
    pub auto: &'static str,
    /// It is held.
    pub held: &'static str,
    /// What can be typed.
    pub help: &'static str,
}
