//! Why something is built again, fails, or does no harm.

use gostep_sim::gobuild::Cause;
use gostep_sim::whatif::{LinkReason, Reason};

/// All of them, as functions of what is known.
#[derive(Debug)]
pub struct ReasonWords {
    pub(super) cause: fn(&Cause) -> String,
    pub(super) compiled: fn(&Reason) -> String,
    pub(super) linked: fn(&LinkReason) -> String,
}

impl ReasonWords {
    /// Why a tool or the go command fails, or a fault goes unnoticed: a sentence or two.
    pub fn cause(&self, cause: &Cause) -> String {
        (self.cause)(cause)
    }

    /// Why a package is compiled, without a full stop.
    pub fn compiled(&self, reason: &Reason) -> String {
        (self.compiled)(reason)
    }

    /// Why the program is linked, without a full stop.
    pub fn linked(&self, reason: &LinkReason) -> String {
        (self.linked)(reason)
    }
}
