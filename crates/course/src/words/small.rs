//! The small words that other sentences are put together with.

/// All of them.
#[derive(Debug)]
pub struct SmallWords {
    /// Between names.
    pub comma: &'static str,
    /// Between sentences.
    pub blank: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// In place of names where there are none.
    pub none: &'static str,
}
