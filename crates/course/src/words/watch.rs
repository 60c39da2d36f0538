//! Words for authors who watch their lesson while they write it.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct WatchWords {
    /// Below a version before the mistakes, line by line.
    pub old_above: &'static str,
    /// What can be typed line by line: the file.
    pub line_keys: Sentence<1>,
    /// Title of the mistakes, above the last good version: the file.
    pub mistakes: Sentence<1>,
    /// There is no good version yet: the file.
    pub never_good: Sentence<1>,
    /// What can be done then.
    pub never_keys: &'static str,
    /// It was read again, and is shown at the first step that looks different.
    pub changed: &'static str,
    /// It was read again, and looks the same.
    pub same: &'static str,
    /// It can be played, with so many remarks: how many, the file.
    pub remarks: Sentence<2>,
    /// It is watched: the file.
    pub watching: Sentence<1>,
}
