//! Words of a program of which only the action graph of a build is known.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct GraphWords {
    /// What is studied: package, workers, time.
    pub head: Sentence<3>,
    /// How many packages were compiled, and how many came from the cache.
    pub packages: Sentence<2>,
}
