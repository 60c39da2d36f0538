//! States of packages: their words, signs and looks.

use super::paint::Look;
use gostep_course::player::PackageState;
use gostep_course::words::Words;

/// The word for a state.
pub fn state_name(words: &Words, state: PackageState) -> &'static str {
    words.frame.states[state as usize]
}

/// A sign for each state, so that it can be told without colour.
pub fn sign(state: PackageState) -> char {
    match state {
        PackageState::Waiting => '·',
        PackageState::Ready => '○',
        PackageState::Running => '▶',
        PackageState::Done => '✓',
        PackageState::Reused => '=',
        PackageState::Failed => '✗',
        PackageState::Skipped => '-',
    }
}

/// Its look.
pub fn look(state: PackageState) -> Look {
    match state {
        PackageState::Waiting | PackageState::Skipped => Look::Dim,
        PackageState::Ready => Look::Ready,
        PackageState::Running | PackageState::Failed => Look::Now,
        PackageState::Done | PackageState::Reused => Look::Done,
    }
}
