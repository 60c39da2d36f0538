//! What survives a build: the cache, and the files that builds left behind.

use std::collections::HashMap;

use super::ids::BuildId;
use super::results::Origin;
use crate::hash::{Hash, ShortId};

/// One simulated computer with a Go build cache.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    /// The build cache.
    pub cache: Cache,
    /// Executables by the name that the user gave them.
    pub targets: HashMap<String, Executable>,
}

/// GOCACHE: an index by action hash, and data files by the hash of their content.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    index: HashMap<Hash, CacheEntry>,
}

/// What the cache knows of one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheEntry {
    /// Build ID of the archive.
    pub id: BuildId,
    /// SHA-256 of the archive: the name of its data file.
    pub output: Hash,
    /// Whether these are the values of a real build.
    pub origin: Origin,
}

impl Cache {
    /// Looks an action up.
    pub fn get(&self, action: &Hash) -> Option<CacheEntry> {
        self.index.get(action).copied()
    }

    /// Remembers the result of an action.
    pub fn put(&mut self, action: Hash, entry: CacheEntry) {
        self.index.insert(action, entry);
    }

    /// Number of entries.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether nothing was ever built, or everything was cleaned.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// `go clean -cache`.
    pub fn clear(&mut self) {
        self.index.clear();
    }
}

/// The executable in a target file, as its build ID tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executable {
    /// Action ID of the link.
    pub link: ShortId,
    /// Build ID of main's archive.
    pub main: BuildId,
}

/// Name of a data file below GOCACHE.
pub fn data_file(output: &Hash) -> String {
    let name = output.to_string();
    format!("{}/{name}-d", &name[..2])
}
