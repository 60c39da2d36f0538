//! What if: changes between two builds on one machine, what they rebuild, and why.
//!
//! A [`Scenario`] is a machine on which a program was built. [`Change`]s alter its sources, cache, output or flags;
//! the next build reuses what it can, and does wrong what a fault says. A [`Report`] says package by package what was
//! compiled and which of its inputs was the reason, what failed and why, and which faults went unnoticed.

mod account;
mod change;
mod functions;
mod place;
mod reason;
mod report;
mod scenario;
mod sentences;
pub mod workers;

pub use change::{Change, ChangeError, ChangeKind, KINDS};
pub use reason::{LinkReason, Reason};
pub use report::{
    Arm, Certainty, FailureReport, Left, LinkReport, Outcome, Outcomes, PackageReport, Report, UnnoticedReport, Why,
};
pub use scenario::Scenario;
