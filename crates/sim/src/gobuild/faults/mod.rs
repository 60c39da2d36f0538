//! Faults: builds in which a step is left out, a flag is wrong, or a file or the source is damaged.
//!
//! A fault is not a scripted failure. It changes what is done: steps are missing, flags differ, or an importcfg line
//! names another file. The models of the tools then look at their input and fail, or succeed, as the real tools do.

mod contradiction;
mod error;
mod fault;
mod kind;
mod program;
mod resolve;
mod resolve_imports;

pub use error::FaultError;
pub use fault::{Fault, Faults, LoadFault, Mistake, Slip, WrongLine};
pub use kind::{FaultKind, FaultSpec, FaultStage};
pub use program::EMPTY_S;
