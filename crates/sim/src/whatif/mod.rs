//! What-ifs: changes between two builds on one machine, what they rebuild, and why.
//!
//! A [`Scenario`] is a machine on which a program was built. A [`Change`] alters its sources, cache, output or flags,
//! or adds a fault to the next build, which reuses what it can. A [`Report`] tells for each package whether it was
//! compiled and because of which input, what failed and why, and which faults did no harm.

mod account;
mod arm;
mod change;
mod change_error;
mod functions;
mod lookup;
mod question;
mod reason;
mod report;
mod scenario;
mod values;
pub mod workers;

pub use arm::{Arm, Outcomes};
pub use change::{Change, ChangeKind, KINDS, Subject};
pub use change_error::ChangeError;
pub use question::Question;
pub use reason::{LinkReason, Reason};
pub use report::{Certainty, FailureReport, Left, LinkReport, Outcome, PackageReport, Report, UnnoticedReport};
pub use scenario::Scenario;
pub use values::{Part, Values, parts, values};
