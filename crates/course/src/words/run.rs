//! Words of `gostep run`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct RunWords {
    /// The process ended: its exit status.
    pub ended: Sentence<1>,
    /// What of this is certain, and what differs from run to run.
    pub one_of_many: &'static str,
}
