//! What the action of a package comes to: its IDs, and where its archive is.

use std::collections::HashMap;

use super::cache::{CacheEntry, Damage};
use super::ids::BuildId;
use super::origin::{Origin, simulated};
use crate::hash::{Hash, ShortId};
use crate::program::{Package, PackageId, RecordedArchive};

/// What became of one package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageResult {
    /// The full action hash.
    pub action: Hash,
    /// Action ID and content ID of the archive.
    pub id: BuildId,
    /// SHA-256 of the archive.
    pub output: Hash,
    /// Where importers find the archive.
    pub built: Built,
    /// Whether content and output are those of a real build.
    pub origin: Origin,
    /// Whether the archive can be read as one. A cached file whose head was overwritten cannot.
    pub readable: bool,
}

/// Where an archive is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Built {
    /// In the object directory: compiled in this run.
    InWork,
    /// In the cache.
    InCache,
    /// Nowhere: the target is up to date, nobody will read the archive.
    NotNeeded,
}

impl PackageResult {
    /// The content ID as the go command reads it from the archive: a file that is none has an empty one.
    pub fn content_id(&self) -> Option<ShortId> {
        self.readable.then_some(self.id.content)
    }

    /// The build ID as the go command reads it from the archive.
    pub fn build_id(&self) -> Option<BuildId> {
        self.readable.then_some(self.id)
    }

    /// What the cache remembers of it.
    pub fn cache_entry(&self) -> CacheEntry {
        CacheEntry { id: self.id, output: self.output, origin: self.origin, damage: None }
    }

    /// A result taken from the cache.
    pub fn from_cache(action: Hash, entry: &CacheEntry) -> Self {
        let readable = entry.damage != Some(Damage::HeadZeroed);
        Self { action, id: entry.id, output: entry.output, built: Built::InCache, origin: entry.origin, readable }
    }
}

/// What an archive would hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// Its content ID.
    pub content: ShortId,
    /// The real archive that this is, if it was recorded.
    pub recorded: Option<RecordedArchive>,
}

impl Compiled {
    /// The result for an action that makes this archive.
    pub fn result(self, action: Hash) -> PackageResult {
        let id = BuildId { action: action.short(), content: self.content };
        // The archive holds its build ID, so its own hash is the recorded one only if the whole ID is.
        let recorded = self.recorded.filter(|recorded| recorded.action == id.action);
        let output = recorded.map_or_else(|| simulated("archive", &[&id.action.0, &id.content.0]), |r| r.output);
        let origin = if recorded.is_some() { Origin::Recorded } else { Origin::Simulated };
        PackageResult { action, id, output, built: Built::InWork, origin, readable: true }
    }
}

/// Recorded archives by what they were compiled from.
#[derive(Clone, Debug, Default)]
pub struct Recordings {
    by_source: HashMap<(PackageId, Hash), RecordedArchive>,
}

impl Recordings {
    /// Remembers a recorded archive.
    pub fn insert(&mut self, package: PackageId, source: Hash, archive: RecordedArchive) {
        self.by_source.insert((package, source), archive);
    }

    /// Adds what is known from elsewhere.
    pub fn extend(&mut self, other: Self) {
        self.by_source.extend(other.by_source);
    }

    /// What compiling makes of an unedited package. `source` is the hash of all that the archive depends on.
    pub fn compiled(&self, package: PackageId, source: Hash) -> Compiled {
        let recorded = self.by_source.get(&(package, source)).copied();
        let content = recorded.map_or_else(|| simulated("content", &[&source.0]).short(), |archive| archive.content);
        Compiled { content, recorded }
    }
}

/// What compiling makes of an edited package.
pub fn compiled_with_edits(source: Hash, edits: ShortId) -> Compiled {
    Compiled { content: simulated("content", &[&source.0, &edits.0]).short(), recorded: None }
}

/// Whether the hashes of all files are known, so that the action ID can be computed.
pub fn files_are_known(package: &Package) -> bool {
    package.files.hashed().all(|file| package.file_hashes.contains_key(file))
}

/// A full hash for an action of which only the short form is known.
pub fn lengthen(short: ShortId) -> Hash {
    let mut hash = simulated("action", &[&short.0]);
    hash.0[..short.0.len()].copy_from_slice(&short.0);
    hash
}
