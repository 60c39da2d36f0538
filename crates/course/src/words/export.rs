//! Words of `gostep export`.

/// All of them.
#[derive(Debug)]
pub struct ExportWords {
    /// The page has no simulation inside, and how to get it.
    pub only_to_read: &'static str,
}
