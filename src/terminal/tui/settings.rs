//! What the caller chooses once.

use std::time::Duration;

use super::theme::Theme;

/// What the caller chooses once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Draw with ASCII signs only.
    pub ascii: bool,
    /// Show the presenter's notes.
    pub notes: bool,
    /// Play by itself, so long a step.
    pub auto: Option<Duration>,
    /// Play one step alone: the question with this number, of how many.
    pub alone: Option<(usize, usize)>,
    /// The build is seen running from step to step. Not where time is not real.
    pub motion: bool,
    /// It is filmed: who sees it has no keys, so none are named in the bottom line.
    pub filmed: bool,
}
