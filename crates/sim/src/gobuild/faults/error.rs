//! What is wrong with a fault that somebody asked for.

use thiserror::Error;

/// A fault that makes no sense. Every message names the nearest choice that does.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum FaultError {
    /// No fault has this name.
    #[error("there is no fault {name:?}{hint}; `gostep build --help` lists all")]
    UnknownName {
        /// The name.
        name: String,
        /// A nearer one.
        hint: String,
    },
    /// Too few or too many values.
    #[error("{fault}: write it as {usage}")]
    Values {
        /// The fault as written.
        fault: String,
        /// How it is written.
        usage: String,
    },
    /// The program has no such package.
    #[error("{fault}: the program has no package {name:?}{hint}")]
    UnknownPackage {
        /// The fault.
        fault: String,
        /// The package.
        name: String,
        /// A nearer one.
        hint: String,
    },
    /// The package is no such one.
    #[error("{fault}: {problem}; {choice}")]
    Unfit {
        /// The fault.
        fault: String,
        /// What is in the way.
        problem: String,
        /// What would do.
        choice: String,
    },
    /// Two faults that exclude each other.
    #[error("{first} and {second} contradict each other: {why}; leave one out")]
    Contradiction {
        /// One of them.
        first: String,
        /// The other.
        second: String,
        /// What both are about.
        why: String,
    },
}
