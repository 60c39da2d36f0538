//! Why something was built again, in words: the text of the command line.

use super::lay::Room;
use super::paint::Painter;
use gostep_course::player::sanitize;
use gostep_course::words::{Lang, of_commands, words};
use gostep_sim::why::Report;
use gostep_view::why::report;

/// The whole text, wrapped to a width in columns.
pub fn text(found: &Report, lang: Lang, width: usize) -> String {
    let blocks = report(found, &of_commands(lang).why, words(lang).small.comma);
    // Nothing in what was read may steer a terminal.
    sanitize(&Painter { colour: false }.text(&Room { width, colour: false }.lay(&blocks)))
}
