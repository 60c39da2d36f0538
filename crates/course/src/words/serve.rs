//! Words of `gostep serve`: in the terminal, and to whoever asks for what it does not give.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ServeWords {
    /// Where the page is, and what ends it: the address.
    pub serving: Sentence<1>,
    /// No browser could be opened: the address.
    pub no_browser: Sentence<1>,
    /// There is nothing at this address.
    pub not_here: &'static str,
    /// The request comes from another page or names another machine.
    pub foreign: &'static str,
    /// It was asked for in a way that is not answered.
    pub other_way: &'static str,
    /// What was sent is longer than this many megabytes.
    pub too_long: Sentence<1>,
    /// What was sent did not arrive as a whole within this many seconds.
    pub too_slow: Sentence<1>,
    /// What was sent is not text.
    pub no_text: &'static str,
    /// There is no answer, because of a mistake in gostep.
    pub failed: &'static str,
}
