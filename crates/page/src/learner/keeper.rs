//! Where a learner's progress is kept.

use std::fmt::Debug;

use gostep_course::player::progress::{Entry, Progress};
use gostep_course::words::Lang;

/// Keeps the progress of the learner at a page.
pub trait Keeper: Debug + Send {
    /// All that is known.
    fn progress(&self) -> &Progress;

    /// Adds one thing that happened.
    fn enter(&mut self, entry: Entry);

    /// Adds what another account of the same learner knows.
    fn merge(&mut self, other: &Progress);

    /// Forgets everything but the seed.
    fn forget(&mut self);

    /// The seed for the order of options in questions; 0 is the author's.
    fn seed(&self) -> u64;

    /// The file in which all of this is; nothing if whoever asks has to keep it.
    fn file(&self) -> Option<String>;

    /// What went wrong with that file and was not told yet, as sentences.
    fn take_problems(&mut self, lang: Lang) -> Vec<String>;
}

/// Progress in memory. The page keeps it in its browser.
#[derive(Clone, Debug, Default)]
pub struct Memory(Progress);

impl Keeper for Memory {
    fn progress(&self) -> &Progress {
        &self.0
    }

    fn enter(&mut self, entry: Entry) {
        self.0.apply(&entry);
    }

    fn merge(&mut self, other: &Progress) {
        self.0.merge(other);
    }

    fn forget(&mut self) {
        self.0.forget(None);
    }

    fn seed(&self) -> u64 {
        self.0.seed.unwrap_or_default().into()
    }

    fn file(&self) -> Option<String> {
        None
    }

    fn take_problems(&mut self, _: Lang) -> Vec<String> {
        Vec::new()
    }
}
