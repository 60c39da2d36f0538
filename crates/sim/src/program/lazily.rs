//! Records that come with gostep and are long: read when somebody asks.

use std::sync::{Arc, OnceLock};

use super::error::ProgramError;

/// What a recorded text says; nothing if there is no text.
#[derive(Clone, Debug, Default)]
pub struct Lazily<T> {
    text: Option<&'static str>,
    read: OnceLock<Arc<T>>,
}

impl<T: Default> Lazily<T> {
    /// To be read from this text.
    pub fn from(text: Option<&'static str>) -> Self {
        Self { text, read: OnceLock::new() }
    }

    /// What the text says. That it can be read is for a test to see, not for a user.
    pub fn get(&self, read: impl FnOnce(&str) -> Result<T, ProgramError>) -> &T {
        self.read.get_or_init(|| Arc::new(self.text.and_then(|text| read(text).ok()).unwrap_or_default()))
    }
}
