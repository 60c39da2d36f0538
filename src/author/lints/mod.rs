//! What keeps nobody from playing a lesson, and yet is worth mending.

mod overlay;
mod plain;
mod questions;
mod steps;
mod terms;
mod texts;
mod width;

use std::collections::BTreeSet;

pub use terms::unused_terms;

use crate::lesson::raw::{RawLesson, RawOverlay};
use crate::lesson::yaml::{self, Document};
use crate::lesson::{FORMAT, Lesson, LessonSource, Problem, Report};
use texts::{Text, texts};

/// What was found in a lesson in one language.
#[derive(Debug, Default)]
pub struct Found {
    /// What is worth mending.
    pub problems: Vec<Problem>,
    /// Terms of the glossary that the texts mark.
    pub terms: BTreeSet<String>,
}

/// A lesson that can be played, with its files.
struct Look<'a> {
    source: &'a LessonSource,
    /// The lesson as written.
    own: &'a Document<RawLesson>,
    /// Its translation as written, if this is not its own language.
    overlay: Option<&'a Document<RawOverlay>>,
    /// The lesson in the language that is looked at.
    lesson: &'a Lesson,
}

/// Looks at a lesson that can be played.
pub fn look(source: &LessonSource, lesson: &Lesson) -> Found {
    let mut unheard = Report::new("", "");
    let own = yaml::read::<RawLesson>(&source.text, "gostep_lesson", FORMAT, &mut unheard);
    let Some(own) = own else { return Found::default() };
    let (overlay_file, overlay_text) = source.overlay.clone().unwrap_or_default();
    let overlay = source
        .overlay
        .as_ref()
        .and_then(|(_, text)| yaml::read::<RawOverlay>(text, "gostep_lesson", FORMAT, &mut unheard));
    let look = Look { source, own: &own, overlay: overlay.as_ref(), lesson };
    let mut reports =
        Reports { own: Report::new(&source.file, &source.text), overlay: Report::new(&overlay_file, &overlay_text) };
    let mut terms = BTreeSet::new();
    if overlay.is_none() {
        steps::look(&look, &mut reports.own);
        questions::look(&look, &mut reports.own);
    } else {
        overlay::look(&look, &mut reports.overlay);
    }
    for text in texts(&look) {
        width::look(&text, &mut reports);
        plain::look(&text, &mut reports);
        terms.extend(terms::marked(&text));
    }
    let mut problems = reports.own.problems;
    problems.append(&mut reports.overlay.problems);
    Found { problems, terms }
}

/// One report for each file.
struct Reports<'a> {
    own: Report<'a>,
    overlay: Report<'a>,
}

impl<'a> Reports<'a> {
    /// The report of the file in which a text stands.
    fn of(&mut self, text: &Text<'_>) -> &mut Report<'a> {
        if text.translated { &mut self.overlay } else { &mut self.own }
    }
}
