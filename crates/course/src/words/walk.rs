//! Words of a real log on the whole screen. What the player of lessons says, too, is in its own words.

use super::present::Keys;
use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct WalkWords {
    /// Title of the first page.
    pub whole: &'static str,
    /// Below it: how to step on.
    pub how_to_begin: &'static str,
    /// Heading of the other lines of this step.
    pub same_step: &'static str,
    /// Which step, of all.
    pub step_of: Sentence<2>,
    /// What the second pane can show, in the order of its numbers.
    pub sides: [&'static str; 5],
    /// This line is about no package.
    pub about_no_package: &'static str,
    /// There is no package further on, or before.
    pub no_package_there: &'static str,
    /// The log shows no failure.
    pub no_failure: &'static str,
    /// There is no such line or package.
    pub no_such_place: Sentence<1>,
    /// What can be typed as a place.
    pub go_to_help: &'static str,
    /// It is nowhere in the log.
    pub not_found: Sentence<1>,
    /// From line to line.
    pub line_keys: (&'static str, &'static str),
    /// To a failure.
    pub failure_key: (&'static str, &'static str),
    /// Another thing in the second pane.
    pub side_keys: (&'static str, &'static str),
    /// All keys, by group.
    pub help: Keys,
}
