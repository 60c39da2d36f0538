//! From a lesson as written to a lesson that holds: every name, point, fact and expectation is tried on the simulation.

use std::cell::OnceCell;
use std::sync::Arc;

use super::live::Source;
use super::overlay::{self, Overlay};
use super::places::Places;
use super::problem::{Problem, Report, Severity};
use super::raw::RawLesson;
use super::tree::shorten;
use super::yaml::{self, Document};
use super::{FORMAT, Lesson};
use crate::program::{Program, ProgramError};
use crate::words::Lang;

pub(super) const MAX_NAME: usize = 60;

/// Whether a name can be that of a lesson or step: one can type it, and it can be part of a file name.
pub fn is_id(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(fits)
}

/// A file with its name.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// As the user named it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// What a lesson can refer to outside of its own text.
pub trait Surroundings {
    /// The program with a name.
    ///
    /// # Errors
    /// If there is none, or something is wrong in it.
    fn program(&self, name: &str) -> Result<Program, ProgramError>;

    /// The ids of the glossary's terms, with those of the lesson's own glossary; nothing where they cannot be checked.
    fn terms(&self) -> Option<Vec<String>>;
}

/// Programs alone: terms are not checked.
impl<F: Fn(&str) -> Result<Program, ProgramError>> Surroundings for F {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        self(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        None
    }
}

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
            checked.source = Some(Arc::new(Source::of(lesson, translation)));
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

pub(super) struct Checker<'a, 'b> {
    pub(super) document: &'a Document<RawLesson>,
    pub(super) overlay: Option<&'a Overlay>,
    pub(super) lang: Lang,
    pub(super) workers: Option<usize>,
    pub(super) around: &'a dyn Surroundings,
    /// Those of [`Surroundings::terms`], once they are needed.
    pub(super) terms: OnceCell<Option<Vec<String>>>,
    pub(super) report: &'a mut Report<'b>,
    pub(super) overlay_report: &'a mut Report<'b>,
    /// Missing and stale translations.
    pub(super) notices: &'a mut Report<'b>,
}

impl<'a> Checker<'a, '_> {
    /// The lesson as written.
    pub(super) fn raw_lesson(&self) -> &'a RawLesson {
        &self.document.value
    }

    /// The number of workers that the reader chose in place of the lesson's own.
    pub(super) fn workers(&self) -> Option<usize> {
        self.workers
    }

    pub(super) fn places(&self) -> &'a Places {
        &self.document.places
    }

    /// Whether a value was reported and left out.
    pub(super) fn was_dropped(&self, path: &str) -> bool {
        self.document.was_dropped(path)
    }

    pub(super) fn require(&mut self, path: &str, given: bool) {
        if !given && !self.document.was_dropped(path) {
            let (around, name) = path.rsplit_once('.').unwrap_or(("", path));
            self.report.add(self.places().whole(around), format!("{name}: is missing"), format!("add {name}:"));
        }
    }

    /// A name of lower-case letters, digits and dashes, as it can be typed and be part of a file name.
    pub(super) fn name(&mut self, name: Option<&str>, path: &str, what: &str) -> Option<String> {
        self.require(path, name.is_some());
        let name = name?;
        if !is_id(name) {
            let message = format!("{:?} cannot be the id of a {what}", shorten(name));
            let help = format!("use lower-case letters, digits and dashes, at most {MAX_NAME}");
            self.report.add(self.places().value(path), message, help);
        }
        Some(name.to_owned())
    }
}
