//! What authors are given to begin with.

use super::Sentence;

/// All of it.
#[derive(Debug)]
pub struct AuthorWords {
    /// A commented lesson. FILE stands for its file, NAME for its id.
    pub template: &'static str,
    /// A lesson was written: the file.
    pub wrote: Sentence<1>,
}
