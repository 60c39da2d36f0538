//! What the go command says when it does not come to a plan.

use super::causes::Cause;

/// Why a program could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What the go command prints, line by line.
    pub output: Vec<String>,
    /// Why.
    pub cause: Cause,
    /// Whether the real one prints the very same; else `?` stands for places that are not known.
    pub exact: bool,
}
