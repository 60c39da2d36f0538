//! From a lesson as written to a lesson that holds: every name, point, fact and expectation is tried on the simulation.

use std::cell::OnceCell;
use std::sync::Arc;

use super::checked::Lesson;
use super::checker::Checker;
use super::file::{File, Texts};
use super::overlay;
use super::problem::{Problem, Report, Severity};
use super::raw::{FORMAT, RawLesson};
use super::surroundings::Surroundings;
use super::yaml;
use crate::words::Lang;

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
    let (checked, problems, notices) = examine(lesson, translation, lang, None, around);
    match checked {
        Some(mut checked) if problems.is_empty() => {
            checked.notices = notices;
            checked.texts = Some(Arc::new(Texts::of(lesson, translation)));
            Ok(checked)
        }
        _ => {
            let mut problems = problems;
            problems.extend(notices);
            problems.sort();
            problems.dedup();
            Err(problems)
        }
    }
}

/// The lesson as far as it can be made, its problems, and what is missing in its translation.
pub(super) fn examine(
    lesson: File<'_>,
    translation: Option<File<'_>>,
    lang: Lang,
    workers: Option<usize>,
    around: &dyn Surroundings,
) -> (Option<Lesson>, Vec<Problem>, Vec<Problem>) {
    let mut report = Report::new(lesson.name, lesson.text);
    let translation = translation.unwrap_or(File { name: "", text: "" });
    let mut overlay_report = Report::new(translation.name, translation.text);
    let mut notices = Report::new(translation.name, translation.text);
    let document = yaml::read::<RawLesson>(lesson.text, "gostep_lesson", FORMAT, &mut report);
    let overlay =
        (!translation.name.is_empty()).then(|| overlay::read(translation.text, lang, &mut overlay_report)).flatten();
    let checked = document.and_then(|document| {
        let read = report.problems.len();
        let mut checker = Checker {
            document: &document,
            overlay: overlay.as_ref(),
            lang,
            workers,
            around,
            terms: OnceCell::new(),
            report: &mut report,
            overlay_report: &mut overlay_report,
            notices: &mut notices,
        };
        let lesson = checker.lesson();
        // What was left out because it is unusable is not to be reported once more because it is not there.
        let found = report.problems.split_off(read);
        report
            .problems
            .extend(found.into_iter().filter(|problem| !document.is_place_of_dropped(problem.line, problem.column)));
        lesson
    });
    let mut notices = notices.problems;
    for notice in &mut notices {
        notice.severity = Severity::Warning;
    }
    let mut problems = report.problems;
    problems.append(&mut overlay_report.problems);
    (checked, problems, notices)
}
