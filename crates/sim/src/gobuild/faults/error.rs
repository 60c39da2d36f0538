//! Why a requested fault is refused.

use crate::said::Said;
use thiserror::Error;

/// A fault that is impossible in this program. Every message names the nearest choice that is possible.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("{}", self.said())]
pub enum FaultError {
    /// No fault has this name.
    UnknownName {
        /// The name.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
    },
    /// The fault has too few or too many values.
    Values {
        /// The fault as written.
        fault: String,
        /// The right form, as in `no-object=PKG:FILE.s`.
        usage: String,
    },
    /// The program has no such package.
    UnknownPackage {
        /// The fault as written.
        fault: String,
        /// The name that was not found.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
    },
    /// The fault is not possible in this package.
    Unfit {
        /// The fault as written.
        fault: String,
        /// Why it is not possible.
        problem: Said,
        /// The packages or values with which it is possible.
        choice: Said,
    },
    /// Two faults that cannot be combined.
    Contradiction {
        /// One of them, as written.
        first: String,
        /// The other, as written.
        second: String,
        /// Why they cannot be combined.
        why: Said,
    },
}

impl FaultError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::UnknownName { name, hint, .. } => {
                said!("there is no fault {name:?}{hint}; `gostep build --help` lists all", name, hint)
            }
            Self::Values { fault, usage, .. } => said!("{fault}: write it as {usage}", fault, usage),
            Self::UnknownPackage { fault, name, hint, .. } => {
                said!("{fault}: the program has no package {name:?}{hint}", fault, name, hint)
            }
            Self::Unfit { fault, problem, choice, .. } => said!("{fault}: {problem}; {choice}", fault, problem, choice),
            Self::Contradiction { first, second, why, .. } => {
                said!("{first} and {second} contradict each other: {why}; leave one out", first, second, why)
            }
        }
    }
}
