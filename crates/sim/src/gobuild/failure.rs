//! What a command printed when it failed.

use super::causes::Cause;
use super::files::{Content, FileId};
use super::plan::ActionId;
use super::step::Step;

/// A failed command of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The action whose command failed.
    pub action: ActionId,
    /// The command that failed.
    pub step: Step,
    /// What the tool printed, line by line, as the go command shows it.
    pub output: Vec<String>,
    /// Why it failed.
    pub cause: Cause,
    /// Whether the real tool prints exactly this. If not, facts about the sources are missing: `?` stands for unknown
    /// places and names, and possibly the real tool does not fail at all.
    pub exact: bool,
    /// Files that the command leaves behind in spite of its failure, with what they hold.
    pub left: Vec<(FileId, Content)>,
}
