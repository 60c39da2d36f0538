//! What the go command prints when it cannot load the program or plan the build.

use super::causes::Cause;

/// Why there is no build to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What the go command prints, line by line.
    pub output: Vec<String>,
    /// Why, as data.
    pub cause: Cause,
    /// Whether the real go command prints exactly this. If not, `?` stands for places that are unknown.
    pub exact: bool,
}
