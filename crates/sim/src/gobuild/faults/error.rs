//! Why a requested fault is refused.

use thiserror::Error;

/// A fault that is impossible in this program. Every message names the nearest choice that is possible.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FaultError {
    /// No fault has this name.
    #[error("there is no fault {name:?}{hint}; `gostep build --help` lists all")]
    UnknownName {
        /// The name.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// The fault has too few or too many values.
    #[error("{fault}: write it as {usage}")]
    Values {
        /// The fault as written.
        fault: String,
        /// The right form, as in `no-object=PKG:FILE.s`.
        usage: String,
    },
    /// The program has no such package.
    #[error("{fault}: the program has no package {name:?}{hint}")]
    UnknownPackage {
        /// The fault as written.
        fault: String,
        /// The name that was not found.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// The fault is not possible in this package.
    #[error("{fault}: {problem}; {choice}")]
    Unfit {
        /// The fault as written.
        fault: String,
        /// Why it is not possible.
        problem: String,
        /// The packages or values with which it is possible.
        choice: String,
    },
    /// Two faults that cannot be combined.
    #[error("{first} and {second} contradict each other: {why}; leave one out")]
    Contradiction {
        /// One of them, as written.
        first: String,
        /// The other, as written.
        second: String,
        /// Why they cannot be combined.
        why: String,
    },
}
