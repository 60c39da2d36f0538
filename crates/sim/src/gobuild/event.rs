//! The log of a build: what happened, in order. All state is a fold over a prefix of it.

use super::files::{Content, FileId};
use super::plan::ActionId;
use super::step::Step;

/// Something that happened at a moment of the logical clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Microseconds since the start of the build.
    pub time: u64,
    /// The action it happened to.
    pub action: ActionId,
    /// What happened.
    pub kind: EventKind,
}

/// What can happen to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// All that it waits for is done.
    Ready,
    /// A worker took it, as the ready action of lowest priority.
    Started {
        /// Number of the worker, from 0.
        worker: u32,
    },
    /// Its result was found in the cache.
    CacheHit,
    /// The target on disk is already what it would make.
    UpToDate,
    /// A command began; it is printed at this moment.
    Ran(Step),
    /// A command wrote a file; this happens when the command ends.
    Wrote {
        /// Which file.
        file: FileId,
        /// What it holds from now on.
        content: Content,
    },
    /// A command failed; what it printed is in the build's failures.
    Failed(Step),
    /// Not run, because something it waits for failed.
    Skipped,
    /// Done; those that wait for it may become ready.
    Finished,
}
