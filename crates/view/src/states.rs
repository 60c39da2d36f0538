//! States of packages: their words, signs and looks.

use super::look::Look;
use gostep_course::words::Words;
use gostep_sim::gobuild::ActionState;

/// The word for a state.
pub fn state_name(words: &Words, state: ActionState) -> &'static str {
    words.frame.states[state as usize]
}

/// A sign for each state, so that it can be told without colour.
pub fn sign(state: ActionState) -> char {
    match state {
        ActionState::Waiting => '·',
        ActionState::Ready => '○',
        ActionState::Running => '▶',
        ActionState::Done => '✓',
        ActionState::Reused => '=',
        ActionState::Failed => '✗',
        ActionState::Skipped => '-',
    }
}

/// Its look.
pub fn look(state: ActionState) -> Look {
    match state {
        ActionState::Waiting | ActionState::Skipped => Look::Dim,
        ActionState::Ready => Look::Ready,
        ActionState::Running | ActionState::Failed => Look::Now,
        ActionState::Done | ActionState::Reused => Look::Done,
    }
}
