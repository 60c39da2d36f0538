//! Where the problems of a lesson and those of its translation go.

use super::texts::Text;
use crate::lesson::ProblemReport;

/// One report for each file.
pub struct Reports<'a> {
    /// Of the lesson itself.
    pub own: ProblemReport<'a>,
    /// Of its translation.
    pub overlay: ProblemReport<'a>,
}

impl<'a> Reports<'a> {
    /// The report of the file in which a text stands.
    pub fn of(&mut self, text: &Text<'_>) -> &mut ProblemReport<'a> {
        if text.translated { &mut self.overlay } else { &mut self.own }
    }
}
