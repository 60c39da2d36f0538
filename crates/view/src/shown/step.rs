//! A step that is to be shown.

use gostep_course::player::{BuildView, Frame};
use gostep_course::words::Words;

/// A step, and the words for what it shows.
#[derive(Clone, Copy)]
pub struct StepContent<'a> {
    /// The step.
    pub frame: &'a Frame,
    /// The build that it is about.
    pub build: &'a BuildView,
    /// The program's words.
    pub words: &'a Words,
}
