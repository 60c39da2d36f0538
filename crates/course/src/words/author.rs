//! What authors are given to begin with.

use super::sentence::Sentence;

/// All of it.
#[derive(Debug)]
pub struct AuthorWords {
    /// A commented lesson. FILE stands for its file, NAME for its id.
    pub template: &'static str,
    /// Words, in small letters, that authors write in place of a name that lessons have, and the names that may be meant:
    /// the first one that fits where the word stands.
    pub names: &'static [(&'static str, &'static [&'static str])],
    /// A lesson was written: the file.
    pub wrote: Sentence<1>,
}
