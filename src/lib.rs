//! gostep steps through `go build`.
//!
//! ```text
//! go list JSON ──► program ──► build (plan, events) ──► xlog: the -x transcript
//!                                 │
//!           lesson YAML ──► lesson ──► player ──► frames ──► view
//! ```
//!
//! Every stage is a value that the next one reads; no stage prints. Only the command line and the views know that there is a
//! terminal.
//!
//! | room | what lives there |
//! |---|---|
//! | [`program`] | what is built: packages and toolchain settings |
//! | [`build`] | the simulated `go build`: plan, schedule, build IDs, cache, events |

pub mod build;
pub mod goquote;
pub mod hash;
pub mod program;
mod suggest;
