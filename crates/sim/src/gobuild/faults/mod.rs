//! Faults: builds in which a step is left out, a flag is wrong, a file is spoiled, or the sources are.
//!
//! A fault is no scripted failure. It changes what is done: steps are missing, flags differ, a line of an importcfg
//! names another file. The models of the tools look at what they are given and fail as the real ones do, or do not.

mod contradiction;
mod error;
mod fault;
mod kind;
mod program;
mod resolve;
mod resolve_imports;

pub use error::FaultError;
pub use fault::{Fault, Faults, LoadFault, Mistake, Slip, WrongLine};
pub use kind::{FaultKind, FaultSpec};
pub use program::EMPTY_S;
