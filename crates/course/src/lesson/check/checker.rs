//! What checks a lesson: the file as read, and the reports that take what is wrong with it.

use std::cell::OnceCell;

use crate::lesson::id::{MAX_NAME, is_id};
use crate::lesson::overlay::Overlay;
use crate::lesson::places::Places;
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::RawLesson;
use crate::lesson::readable::shorten;
use crate::lesson::surroundings::Surroundings;
use crate::lesson::yaml::Document;
use crate::words::Lang;
use gostep_sim::said;
use gostep_sim::said::Said;

/// A check that is under way.
pub(super) struct Checker<'a, 'b> {
    pub(super) document: &'a Document<RawLesson>,
    pub(super) overlay: Option<&'a Overlay>,
    pub(super) lang: Lang,
    pub(super) workers: Option<usize>,
    pub(super) around: &'a dyn Surroundings,
    /// Those of [`Surroundings::terms`], once they are needed.
    pub(super) terms: OnceCell<Option<Vec<String>>>,
    pub(super) report: &'a mut ProblemReport<'b>,
    pub(super) overlay_report: &'a mut ProblemReport<'b>,
    /// Missing and stale translations.
    pub(super) notices: &'a mut ProblemReport<'b>,
}

/// How much had been reported at a moment.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    pub(super) own: usize,
    pub(super) overlay: usize,
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
            self.report.add(self.places().whole(around), said!("{name}: is missing", name), said!("add {name}:", name));
        }
    }

    /// A name of lower-case letters, digits and dashes, as it can be typed and be part of a file name.
    pub(super) fn name(&mut self, name: Option<&str>, path: &str, refuse: impl Fn(String) -> Said) -> Option<String> {
        self.require(path, name.is_some());
        let name = name?;
        if !is_id(name) {
            let message = refuse(shorten(name));
            let help = said!("use lower-case letters, digits and dashes, at most {MAX_NAME}", MAX_NAME);
            self.report.add(self.places().value(path), message, help);
        }
        Some(name.to_owned())
    }

    /// How much is reported so far.
    pub(super) fn mark(&self) -> Mark {
        let length = |report: &ProblemReport<'_>| report.problems.len();
        Mark { own: length(self.report), overlay: length(self.overlay_report) }
    }

    /// Whether anything is wrong in the lesson since then.
    pub(super) fn is_worse_than(&self, mark: Mark) -> bool {
        self.report.problems.len() > mark.own
    }

    /// Whether a value of the lesson, or something in it, could not be used.
    pub(super) fn has_dropped_in(&self, path: &str) -> bool {
        self.document.was_dropped(path) || self.document.has_dropped_in(path)
    }

    /// The language that the lesson is written in.
    pub(super) fn own_lang(&self) -> Lang {
        self.document.value.lang.as_deref().and_then(Lang::parse).unwrap_or_default()
    }
}
