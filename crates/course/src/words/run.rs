//! Words of `gostep run`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct RunWords {
    /// The process ended: its exit status.
    pub ended: Sentence<1>,
    /// Over the goroutines of the program that were still there.
    pub left: &'static str,
    /// A goroutine: its number, its function, and what it did.
    pub goroutine: Sentence<3>,
    /// It had not begun.
    pub not_begun: &'static str,
    /// It ran on another thread.
    pub running: &'static str,
    /// It could run and waited for a P.
    pub runnable: &'static str,
    /// It slept: until which second.
    pub asleep: Sentence<1>,
    /// It waited: the wait reason of the runtime.
    pub waiting: Sentence<1>,
    /// How many more there are.
    pub more: Sentence<1>,
    /// How it was simulated: GOMAXPROCS.
    pub simulated: Sentence<1>,
    /// Everything took its usual time.
    pub usual: &'static str,
    /// The seed.
    pub seeded: Sentence<1>,
    /// What differs from run to run with one P.
    pub one_p: &'static str,
    /// What differs with several.
    pub several_ps: &'static str,
    /// What was seen of the real program after a change.
    pub seen: &'static [(&'static str, &'static str)],
    /// Over the outcomes of many runs: how many, GOMAXPROCS, and the last seed.
    pub runs: Sentence<3>,
    /// What the counts do not say.
    pub counts: &'static str,
    /// An outcome: how many times, the exit status, and the first seed.
    pub outcome: Sentence<3>,
}
