//! The log of a build: what happened, in order. Every state is computed from a prefix of this log.

use super::files::{Content, FileId};
use super::plan::ActionId;
use super::step::Step;

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// Microseconds since the start of the build.
    pub time: u64,
    /// The action to which it happened.
    pub action: ActionId,
    /// What happened.
    pub kind: EventKind,
}

/// What can happen to an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// All actions that it waits for are done.
    Ready,
    /// A worker took it: of all ready actions it had the lowest priority number.
    Started {
        /// Number of the worker, from 0.
        worker: u32,
    },
    /// Its result was found in the cache.
    CacheHit,
    /// The target on disk already is what the action would make.
    UpToDate,
    /// A command began; the go command prints it at this moment.
    Ran(Step),
    /// A command wrote a file. This is logged when the command ends.
    Wrote {
        /// The file.
        file: FileId,
        /// What it holds from now on.
        content: Content,
    },
    /// A command failed. Its output is in [`Build::failures`](super::Build::failures).
    Failed(Step),
    /// The action is never run, because one that it waits for failed.
    Skipped,
    /// The action is done; actions that wait for it may become ready.
    Finished,
}
