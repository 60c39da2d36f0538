//! A simulated `go build`.
//!
//! ```text
//! go list JSON ──► program ──► gobuild (plan, events) ──► xlog: the -x transcript
//! ```
//!
//! Every stage is a value that the next one reads. Nothing here knows a disk, a terminal, an environment, a thread or a
//! clock: `clippy.toml` forbids them, so that the same code can run in a browser.

// First: the macro `said!` is for all that follow.
#[macro_use]
pub mod said;

pub mod decode;
pub mod gobuild;
pub mod goquote;
pub mod gorun;
pub mod hash;
pub mod program;
pub mod reading;
pub mod suggest;
pub mod whatif;
pub mod why;
pub mod xlog;
