//! What a what-if says, in words: the text of the command line.

use super::lay::Room;
use super::paint::Painter;
use gostep_course::words::{Lang, words};
use gostep_sim::whatif::Report;
use gostep_view::blocks::Block;
use gostep_view::report::{report, said};

/// A report and what it is about.
#[derive(Debug)]
pub struct Story<'a> {
    /// The changes, as written.
    pub changes: &'a [String],
    /// What came of them.
    pub report: &'a Report,
}

/// The whole text, wrapped to a width in columns.
pub fn text(story: &Story, lang: Lang, width: usize) -> String {
    let words = words(lang);
    let mut blocks = vec![said(&words.whatif.after.with([&story.changes.join(" ")])), Block::Gap];
    blocks.extend(report(story.report, words));
    Painter { colour: false }.text(&Room { width, colour: false }.lay(&blocks))
}
