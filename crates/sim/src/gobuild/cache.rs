//! The Go build cache (GOCACHE), as `cmd/go/internal/cache` keeps it.

use std::collections::{HashMap, HashSet};

use super::cgo::Trial;
use super::ids::BuildId;
use super::origin::Origin;
use crate::hash::Hash;

/// The cache: an index by action hash (`-a` files), and data files named by the hash of their content (`-d` files).
#[derive(Clone, Debug, Default)]
pub struct Cache {
    index: HashMap<Hash, CacheEntry>,
    /// The flags of C compilers, by the command of the compiler, of which it is known whether the compiler accepts them.
    tried: HashSet<(String, Trial)>,
    /// The action hashes of prepared profiles.
    profiles: HashSet<Hash>,
}

/// What the cache holds for one action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CacheEntry {
    /// Build ID of the archive.
    pub id: BuildId,
    /// SHA-256 of the archive, which is also the name of its data file.
    pub output: Hash,
    /// Whether these values come from a real build or stand in for unknown ones.
    pub origin: Origin,
    /// How the entry was damaged, if it was.
    pub damage: Option<Damage>,
}

/// How many bytes at the beginning of a data file are zeroed.
pub const ZEROED_BYTES: u64 = 4096;

/// Ways in which a lesson or a user can damage a cache entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The data file was deleted.
    DataDeleted,
    /// The index file was deleted.
    IndexDeleted,
    /// The data file has another size than the index says.
    WrongSize,
    /// The index file holds something that cannot be parsed.
    IndexGarbage,
    /// One letter in the data file was changed; its size is the same.
    LetterChanged,
    /// The first [`ZEROED_BYTES`] of the data file were overwritten with zeros.
    HeadZeroed,
}

impl Damage {
    /// Whether the go command notices the damage. It checks that the data file exists and has the right size; it does
    /// not hash its content again.
    pub fn is_noticed(self) -> bool {
        !matches!(self, Self::LetterChanged | Self::HeadZeroed)
    }
}

impl Cache {
    /// Looks up an action as the go command does: the index entry, then existence and size of the data file. `None` is
    /// a miss.
    pub fn get(&self, action: &Hash) -> Option<&CacheEntry> {
        self.index.get(action).filter(|entry| !entry.damage.is_some_and(Damage::is_noticed))
    }

    /// The entry as it is on disk, even if it is damaged.
    pub fn entry(&self, action: &Hash) -> Option<&CacheEntry> {
        self.index.get(action)
    }

    /// Stores the result of an action. It replaces an older entry, and with it any damage.
    pub fn put(&mut self, action: Hash, entry: CacheEntry) {
        self.index.insert(action, entry);
    }

    /// Damages an entry. `false` if there is none.
    pub fn damage(&mut self, action: &Hash, damage: Damage) -> bool {
        let entry = self.index.get_mut(action);
        entry.is_some_and(|entry| {
            entry.damage = Some(damage);
            true
        })
    }

    /// The number of entries.
    pub fn len(&self) -> usize {
        self.index.len()
    }

    /// Whether the cache has no entries.
    pub fn is_empty(&self) -> bool {
        self.index.is_empty()
    }

    /// Removes all entries, as `go clean -cache` does.
    pub fn clear(&mut self) {
        self.index.clear();
        self.tried.clear();
        self.profiles.clear();
    }

    /// Whether there is the prepared profile of an action.
    pub fn has_profile(&self, action: &Hash) -> bool {
        self.profiles.contains(action)
    }

    /// Stores a prepared profile.
    pub fn put_profile(&mut self, action: Hash) {
        self.profiles.insert(action);
    }

    /// Whether it is known if a C compiler accepts a flag.
    pub fn has_tried(&self, compiler: &str, trial: Trial) -> bool {
        self.tried.contains(&(compiler.to_owned(), trial))
    }

    /// Remembers whether a C compiler accepts a flag.
    pub fn put_trial(&mut self, compiler: &str, trial: Trial) {
        self.tried.insert((compiler.to_owned(), trial));
    }
}

/// The name of a data file, relative to GOCACHE.
pub fn data_file(output: &Hash) -> String {
    let name = output.to_string();
    format!("{}/{name}-d", &name[..2])
}

/// The name of an index file, relative to GOCACHE.
pub fn index_file(action: &Hash) -> String {
    let name = action.to_string();
    format!("{}/{name}-a", &name[..2])
}
