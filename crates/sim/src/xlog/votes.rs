//! What most lines of a log say.

use std::collections::BTreeMap;

/// Counts how often values are seen, to find the most frequent one; of several the first in their order.
#[derive(Clone, Debug)]
pub struct Votes<T>(BTreeMap<T, usize>);

impl<T> Default for Votes<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord> Votes<T> {
    /// Counts a value.
    pub fn add(&mut self, value: T) {
        *self.0.entry(value).or_default() += 1;
    }

    /// Counts a value if there is one.
    pub fn add_some(&mut self, value: Option<T>) {
        if let Some(value) = value {
            self.add(value);
        }
    }

    /// How many values were counted.
    pub fn seen(&self) -> usize {
        self.0.values().sum()
    }

    /// The most frequent value.
    pub fn most(self) -> Option<T> {
        self.0.into_iter().rev().max_by_key(|(_, seen)| *seen).map(|(value, _)| value)
    }
}
