//! What does not keep a lesson from being played, and yet is worth mending.

mod examined;
mod learned;
mod linted;
mod marked;
mod marks;
mod overlay;
mod parallel;
mod plain;
mod questions;
mod reports;
mod steps;
mod terms;
mod texts;
mod width;

use std::collections::BTreeSet;

pub use examined::Examined;
pub use terms::unused_terms;

use crate::lesson::overlay::keep_current;
use crate::lesson::raw::{RawLesson, RawOverlay};
use crate::lesson::yaml;
use crate::lesson::{FORMAT, Lesson, LessonSource, Problem, ProblemReport};
use linted::LintedLesson;
use reports::Reports;
use texts::texts;

/// What was found in a lesson in one language.
#[derive(Debug, Default)]
pub struct Found {
    /// What is worth mending.
    pub problems: Vec<Problem>,
    /// Terms of the glossary that the texts mark.
    pub terms: BTreeSet<String>,
}

/// Looks at a lesson that can be played.
pub fn look(source: &LessonSource, lesson: &Lesson) -> Found {
    let mut unheard = ProblemReport::new("", "");
    let own = yaml::read::<RawLesson>(&source.text, "gostep_lesson", FORMAT, &mut unheard);
    let Some(own) = own else { return Found::default() };
    let (overlay_file, overlay_text) = source.overlay.clone().unwrap_or_default();
    let mut overlay = source
        .overlay
        .as_ref()
        .and_then(|(_, text)| yaml::read::<RawOverlay>(text, "gostep_lesson", FORMAT, &mut unheard));
    if let Some(overlay) = &mut overlay {
        keep_current(overlay, &own.value, &mut unheard);
    }
    let look = LintedLesson { source, own: &own, overlay: overlay.as_ref(), lesson };
    let mut reports = Reports {
        own: ProblemReport::new(&source.file, &source.text),
        overlay: ProblemReport::new(&overlay_file, &overlay_text),
    };
    let mut terms = BTreeSet::new();
    if overlay.is_none() {
        steps::look(&look, &mut reports.own);
        questions::look(&look, &mut reports.own);
        learned::look(&look, &mut reports.own);
    } else {
        overlay::look(&look, &mut reports.overlay);
        parallel::look(&look, &mut reports.overlay);
    }
    for text in texts(&look) {
        learned::look_at_line(&text, &mut reports);
        width::look(&text, &mut reports);
        plain::look(&text, &mut reports);
        marks::look(&text, &mut reports);
        terms.extend(terms::marked(&text));
    }
    let mut problems = reports.own.problems;
    problems.append(&mut reports.overlay.problems);
    Found { problems, terms }
}
