//! Ids of lessons and steps.

/// Most characters of an id.
pub const MAX_NAME: usize = 60;

/// Whether a name can be that of a lesson or step: one can type it, and it can be part of a file name.
pub fn is_id(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(fits)
}
