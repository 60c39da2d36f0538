//! A lesson and its translation as read: what a checked lesson is made from.

use crate::lesson::overlay::Overlay;
use crate::lesson::raw::RawLesson;
use crate::lesson::yaml::Document;

/// The two files of a lesson in one language.
#[derive(Debug)]
pub struct Script {
    /// The lesson.
    pub document: Document<RawLesson>,
    /// Its translation.
    pub overlay: Option<Overlay>,
}
