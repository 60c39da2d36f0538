//! Long records that are embedded in gostep and parsed on first use.

use std::sync::{Arc, OnceLock};

use super::error::ProgramError;

/// The parsed form of a record; the default value if there is no record.
#[derive(Clone, Debug, Default)]
pub struct LazyRecord<T> {
    text: Option<&'static str>,
    read: OnceLock<Arc<T>>,
}

impl<T: Default> LazyRecord<T> {
    /// Keeps a text for parsing on first use.
    pub fn from(text: Option<&'static str>) -> Self {
        Self { text, read: OnceLock::new() }
    }

    /// Parses on first use. A record that cannot be parsed counts as absent; a test makes sure that there is none.
    pub fn get(&self, read: impl FnOnce(&str) -> Result<T, ProgramError>) -> &T {
        self.read.get_or_init(|| Arc::new(self.text.and_then(|text| read(text).ok()).unwrap_or_default()))
    }
}
