//! `run:` of a step as written.

use schemars::JsonSchema;
use serde::Deserialize;

use gostep_sim::gorun::EventKind;

/// A program that is started, in the names of `gostep run`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawRun {
    /// Its Go source: one that comes with gostep, or a file beside the lesson [default: hello].
    pub source: Option<String>,
}

/// Tells the events at which something becomes of a goroutine.
type Becomes = fn(&EventKind) -> bool;

/// What `is:` of a point can be.
pub const BECOMES: [(&str, Becomes); 6] = [
    ("created", |kind| matches!(kind, EventKind::GCreated { .. })),
    ("running", |kind| matches!(kind, EventKind::GStarted { .. })),
    ("waiting", |kind| matches!(kind, EventKind::GParked(..))),
    ("runnable", |kind| matches!(kind, EventKind::GReadied(_) | EventKind::GYielded(..))),
    ("syscall", |kind| matches!(kind, EventKind::SyscallEntered(_))),
    ("dead", |kind| matches!(kind, EventKind::GDied(_))),
];
