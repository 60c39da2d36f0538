//! What if: changes between two builds on one machine, what they rebuild, and why.
//!
//! A [`Scenario`] is a machine on which a program was built. [`Change`]s alter its sources, cache, output or flags;
//! the next build reuses what it can, and does wrong what a fault says. A [`Report`] says package by package what was
//! compiled and which of its inputs was the reason, what failed and why, and which faults went unnoticed.

mod account;
mod arm;
mod change;
mod change_error;
mod functions;
mod lookup;
mod reason;
mod report;
mod scenario;
pub mod workers;

pub use arm::{Arm, Outcomes};
pub use change::{Change, ChangeKind, KINDS};
pub use change_error::ChangeError;
pub use reason::{LinkReason, Reason};
pub use report::{Certainty, FailureReport, Left, LinkReport, Outcome, PackageReport, Report, UnnoticedReport};
pub use scenario::Scenario;
