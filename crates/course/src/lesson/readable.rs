//! Texts of others that messages repeat: without what steers a terminal, and not too long.

pub use gostep_sim::xlog::shell::is_unwanted;

/// The beginning of a text, for messages.
pub fn shorten(text: &str) -> String {
    const SHOWN: usize = 40;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A character by its number in Unicode, as U+00AD.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}
