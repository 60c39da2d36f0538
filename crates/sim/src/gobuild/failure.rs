//! What a command says when it fails.

use super::causes::Cause;
use super::files::{Content, FileId};
use super::plan::ActionId;
use super::step::Step;

/// What a tool said when it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The action whose command failed.
    pub action: ActionId,
    /// The command.
    pub step: Step,
    /// What the tool printed, line by line, as the go command shows it.
    pub output: Vec<String>,
    /// Why.
    pub cause: Cause,
    /// Whether the real tool prints the very same. If not, facts about the sources are missing: `?` stands for places
    /// and names that are not known, and it is not certain that the tool fails at all.
    pub exact: bool,
    /// The files that the command had begun, or written, and that it leaves.
    pub left: Vec<(FileId, Content)>,
}
