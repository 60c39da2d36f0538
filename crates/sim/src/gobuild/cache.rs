//! The Go build cache.

use std::collections::HashMap;

use super::ids::BuildId;
use super::origin::Origin;
use crate::hash::Hash;

/// GOCACHE: an index by action hash (`-a` files), and data files by the hash of their content (`-d` files).
#[derive(Clone, Debug, Default)]
pub struct Cache {
    index: HashMap<Hash, CacheEntry>,
}

/// What the cache has of one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheEntry {
    /// Build ID of the archive.
    pub id: BuildId,
    /// SHA-256 of the archive: the name of its data file.
    pub output: Hash,
    /// Whether these are the values of a real build.
    pub origin: Origin,
    /// What somebody did to the entry.
    pub damage: Option<Damage>,
}

/// How many bytes at the beginning of a data file are zeroed.
pub const ZEROED_BYTES: u64 = 4096;

/// Ways to spoil a cache entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The data file is gone.
    DataDeleted,
    /// The index file is gone.
    IndexDeleted,
    /// The data file is shorter or longer than the index says.
    WrongSize,
    /// The index file holds something else.
    IndexGarbage,
    /// A letter in the data file is another one.
    LetterChanged,
    /// The first [`ZEROED_BYTES`] of the data file are zero.
    HeadZeroed,
}

impl Damage {
    /// Whether the go command sees it. It looks for the data file and at its size; it does not hash it again.
    pub fn is_noticed(self) -> bool {
        !matches!(self, Self::LetterChanged | Self::HeadZeroed)
    }
}

impl Cache {
    /// Looks an action up as the go command does: index entry, then existence and size of the data file.
    pub fn get(&self, action: &Hash) -> Option<&CacheEntry> {
        self.index.get(action).filter(|entry| !entry.damage.is_some_and(Damage::is_noticed))
    }

    /// The entry as it is on disk, spoiled or not.
    pub fn entry(&self, action: &Hash) -> Option<&CacheEntry> {
        self.index.get(action)
    }

    /// Stores the result of an action. An older entry, also a spoiled one, is replaced.
    pub fn put(&mut self, action: Hash, entry: CacheEntry) {
        self.index.insert(action, entry);
    }

    /// Spoils an entry; tells whether there was one.
    pub fn damage(&mut self, action: &Hash, damage: Damage) -> bool {
        let entry = self.index.get_mut(action);
        entry.is_some_and(|entry| {
            entry.damage = Some(damage);
            true
        })
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

/// Name of a data file below GOCACHE.
pub fn data_file(output: &Hash) -> String {
    let name = output.to_string();
    format!("{}/{name}-d", &name[..2])
}

/// Name of an index file below GOCACHE.
pub fn index_file(action: &Hash) -> String {
    let name = action.to_string();
    format!("{}/{name}-a", &name[..2])
}
