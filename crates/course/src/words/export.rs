//! Words of `gostep export`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ExportWords {
    /// The page has no simulation inside, and how to get it.
    pub only_to_read: &'static str,
    /// The pictures of a text that goes to standard output are left out, and how to get them.
    pub no_pictures: &'static str,
    /// A folder has files that are not gostep's: its name.
    pub others_folder: Sentence<1>,
}
