//! The runs that a lesson has started so far.

use crate::lesson::checked::RunAt;
use crate::lesson::staged_run::{RunNow, StagedRun};

/// The runs that were shown so far, and where the last one stands.
#[derive(Default)]
pub(super) struct Runs {
    /// The runs.
    pub(super) staged: Vec<StagedRun>,
    /// The moment of the last step; nothing before the first run, and in a build.
    pub(super) at: Option<RunAt>,
    /// How many events had happened at the step before.
    pub(super) before: usize,
}

impl Runs {
    /// The moment of the last step.
    pub(super) fn now(&self) -> Option<RunNow<'_>> {
        let at = self.at?;
        let staged = self.staged.get(at.run)?;
        Some(RunNow { staged, events: at.events, before: self.before })
    }
}
