//! The lesson that the lints look at, in one language.

use crate::lesson::raw::{RawLesson, RawOverlay};
use crate::lesson::yaml::Document;
use crate::lesson::{Lesson, LessonSource};

/// A lesson that can be played, with its files.
pub struct LintedLesson<'a> {
    /// Its files.
    pub source: &'a LessonSource,
    /// The lesson as written.
    pub own: &'a Document<RawLesson>,
    /// Its translation as written, if this is not its own language.
    pub overlay: Option<&'a Document<RawOverlay>>,
    /// The lesson in the language that is looked at.
    pub lesson: &'a Lesson,
}
