//! From a lesson as written to a lesson that holds: every name, point, fact and expectation is tried on the simulation.

mod artefact_shows;
mod asks;
mod builds;
mod checker;
mod follow_ups;
pub(super) mod points;
pub mod probe;
mod run_points;
mod runs;
mod runs_so_far;
pub mod settings;
mod shows;
mod stage;
mod steps;
mod tasks;
mod template;
mod texts;
mod whole;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::lesson::checked::Lesson;
use crate::lesson::file::File;
use crate::lesson::overlay;
use crate::lesson::problem::{Problem, ProblemReport, Severity};
use crate::lesson::raw::FORMAT;
use crate::lesson::script::Script;
use crate::lesson::surroundings::Surroundings;
use crate::lesson::yaml;
use crate::words::Lang;
use checker::Checker;

/// Checks a lesson and its translation, in the language that is asked for.
///
/// # Errors
/// Every problem of both files, in order of place, and with them what is missing in the translation.
pub fn check(
    lesson: File<'_>,
    translation: Option<File<'_>>,
    lang: Lang,
    around: &dyn Surroundings,
) -> Result<Lesson, Vec<Problem>> {
    let unnamed = File { name: "", text: "" };
    let their_file = translation.unwrap_or(unnamed);
    let mut reports = Reports::of(lesson, their_file);
    let document = yaml::read(lesson.text, "gostep_lesson", FORMAT, &mut reports.own);
    let mut overlay = translation.and_then(|file| overlay::read(file.text, lang, &mut reports.overlay));
    let checked = document.and_then(|document| {
        if let Some(overlay) = &mut overlay {
            overlay::keep_current(overlay, &document.value, &mut reports.notices);
        }
        let script = Script { document, overlay };
        let checked = examine(&script, lang, None, around, &mut reports);
        checked.map(|checked| Lesson { script: Some(Arc::new(script)), ..checked })
    });
    let notices = reports.notices.problems.into_iter();
    let notices = notices.map(|notice| Problem { severity: Severity::Warning, ..notice });
    let mut problems = reports.own.problems;
    problems.append(&mut reports.overlay.problems);
    if let Some(checked) = checked.filter(|_| problems.is_empty()) {
        return Ok(Lesson { notices: notices.collect(), ..checked });
    }
    problems.extend(notices);
    problems.sort();
    problems.dedup();
    Err(problems)
}

/// Where what is found in a lesson and in its translation is noted.
pub(super) struct Reports<'a> {
    own: ProblemReport<'a>,
    overlay: ProblemReport<'a>,
    notices: ProblemReport<'a>,
}

impl<'a> Reports<'a> {
    /// For a lesson and its translation.
    pub(super) fn of(lesson: File<'a>, translation: File<'a>) -> Self {
        let report = |file: File<'a>| ProblemReport::new(file.name, file.text);
        Self { own: report(lesson), overlay: report(translation), notices: report(translation) }
    }
}

/// The lesson as far as it can be made, with another number of workers if one is given.
pub(super) fn examine(
    script: &Script,
    lang: Lang,
    workers: Option<usize>,
    around: &dyn Surroundings,
    reports: &mut Reports<'_>,
) -> Option<Lesson> {
    let document = &script.document;
    let read = reports.own.problems.len();
    let mut checker = Checker {
        document,
        overlay: script.overlay.as_ref(),
        lang,
        workers,
        around,
        terms: OnceCell::new(),
        report: &mut reports.own,
        overlay_report: &mut reports.overlay,
        notices: &mut reports.notices,
    };
    let lesson = checker.lesson();
    // What was left out because it is unusable is not to be reported once more because it is not there.
    let found = reports.own.problems.split_off(read);
    let is_new = |problem: &Problem| !document.is_place_of_dropped(problem.line, problem.column);
    reports.own.problems.extend(found.into_iter().filter(is_new));
    lesson
}
