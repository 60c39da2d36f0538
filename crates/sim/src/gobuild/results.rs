//! The result of a package's action: its IDs, and where its archive is.

use std::collections::HashMap;

use super::cache::{CacheEntry, Damage};
use super::ids::BuildId;
use super::origin::{Origin, simulated};
use crate::hash::{Hash, ShortId};
use crate::program::{Package, PackageId, RecordedArchive, Toolchain};

/// The result of one package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PackageResult {
    /// The full action hash, by which the cache is asked.
    pub action: Hash,
    /// Action ID and content ID of the archive.
    pub id: BuildId,
    /// SHA-256 of the archive.
    pub output: Hash,
    /// Where importers find the archive.
    pub built: Built,
    /// Whether `id.content` and `output` come from a real build.
    pub origin: Origin,
    /// Whether the file can be read as an archive. A cached file whose beginning was overwritten cannot.
    pub readable: bool,
}

/// Where the archive of a package is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Built {
    /// In the object directory, since it was compiled in this build.
    InWork,
    /// In the cache.
    InCache,
    /// Nowhere: the target is up to date, so no tool needs the archive.
    NotNeeded,
}

impl PackageResult {
    /// The content ID as the go command reads it from the archive; `None` if the file is not a readable archive.
    pub fn content_id(&self) -> Option<ShortId> {
        self.readable.then_some(self.id.content)
    }

    /// The build ID as the go command reads it from the archive; `None` if the file is not a readable archive.
    pub fn build_id(&self) -> Option<BuildId> {
        self.readable.then_some(self.id)
    }

    /// The entry that the cache stores for this result.
    pub fn cache_entry(&self) -> CacheEntry {
        CacheEntry { id: self.id, output: self.output, origin: self.origin, damage: None }
    }

    /// The result of a package that the cache had.
    pub fn from_cache(action: Hash, entry: &CacheEntry) -> Self {
        let readable = entry.damage != Some(Damage::HeadZeroed);
        Self { action, id: entry.id, output: entry.output, built: Built::InCache, origin: entry.origin, readable }
    }
}

/// The content of an archive, as far as it is known before a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// Its content ID.
    pub content: ShortId,
    /// The recorded archive that has the same content, if there is one.
    pub recorded: Option<RecordedArchive>,
}

impl Compiled {
    /// The result of an action that makes this archive.
    pub fn result(self, action: Hash) -> PackageResult {
        let id = BuildId { action: action.short(), content: self.content };
        // The archive contains its build ID, so its own hash is the recorded one only if the action ID is, too.
        let recorded = self.recorded.filter(|recorded| recorded.action == id.action);
        let output = recorded.map_or_else(|| simulated("archive", &[&id.action.0, &id.content.0]), |r| r.output);
        let origin = if recorded.is_some() { Origin::Recorded } else { Origin::Simulated };
        PackageResult { action, id, output, built: Built::InWork, origin, readable: true }
    }
}

/// Recorded archives, found by the hash of what they were compiled from.
#[derive(Clone, Debug, Default)]
pub struct Recordings {
    by_source: HashMap<(PackageId, Hash), RecordedArchive>,
}

impl Recordings {
    /// Remembers a recorded archive.
    pub fn insert(&mut self, package: PackageId, source: Hash, archive: RecordedArchive) {
        self.by_source.insert((package, source), archive);
    }

    /// Adds the recordings of another collection.
    pub fn extend(&mut self, other: Self) {
        self.by_source.extend(other.by_source);
    }

    /// What compiling an unedited package makes. `source` is the hash of everything that the archive depends on.
    pub fn compiled(&self, package: PackageId, source: Hash) -> Compiled {
        let recorded = self.by_source.get(&(package, source)).copied();
        let content = recorded.map_or_else(|| simulated("content", &[&source.0]).short(), |archive| archive.content);
        Compiled { content, recorded }
    }
}

/// What compiling an edited package makes; `edits` is the digest of the edits.
pub fn compiled_with_edits(source: Hash, edits: ShortId) -> Compiled {
    Compiled { content: simulated("content", &[&source.0, &edits.0]).short(), recorded: None }
}

/// Whether the hashes of all files of a package are known, and the C compilers for them, so that its action ID can be
/// computed.
pub fn inputs_are_known(package: &Package, toolchain: &Toolchain) -> bool {
    let compilers = (!package.uses_cgo() || toolchain.cc_id.is_some())
        && (package.files.cxx.is_empty() || toolchain.cxx_id.is_some());
    compilers && package.files.hashed().all(|file| package.file_hashes.contains_key(file))
}

/// A full hash that begins with a short one, for an action whose full hash is unknown.
pub fn lengthen(short: ShortId) -> Hash {
    let mut hash = simulated("action", &[&short.0]);
    hash.0[..short.0.len()].copy_from_slice(&short.0);
    hash
}
