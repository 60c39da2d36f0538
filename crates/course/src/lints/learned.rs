//! What the reader has learned at the end: three lines, each of which fits into one row.

use unicode_width::UnicodeWidthStr;

use super::linted::LintedLesson;
use super::reports::Reports;
use super::texts::Text;
use crate::lesson::{Place, ProblemReport};

/// How many lines there are to be.
const LINES: usize = 3;
/// Columns of a line that fits into the box at the end, on a terminal of 80 columns.
const COLUMNS: usize = 70;
/// A shorter lesson needs none.
const FEW_STEPS: usize = 8;

/// Looks at the number of lines.
pub fn look(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let own = &look.own.value;
    let help = "write three lines: what the reader knows now, shown with the score after the last step";
    match own.learned.len() {
        LINES => {}
        0 if look.source.folder.is_none() => report.warn(Place::default(), "learned: is missing", help),
        0 if own.steps.len() < FEW_STEPS => {}
        0 => report.hint(Place::default(), "the lesson does not say what is learned in it", help),
        lines => {
            let message = format!("learned: has {lines} lines instead of {LINES}");
            report.warn(look.own.places.key("learned"), message, help);
        }
    }
}

/// Looks at one of the lines.
pub fn look_at_line(text: &Text<'_>, reports: &mut Reports<'_>) {
    if !text.path.starts_with("learned") {
        return;
    }
    let width = text.shown.trim().replace('`', "").width();
    if width > COLUMNS || text.shown.trim().contains('\n') {
        let message = format!("a line of what is learned that takes {width} columns");
        reports.of(text).warn(text.place(0), message, format!("say it in {COLUMNS}, in one line"));
    }
}
