//! What the action of a package comes to: its IDs, and where its archive is.

use super::ids::BuildId;
use super::machine::CacheEntry;
use super::options::BuildOptions;
use crate::hash::{Hash, ShortId};
use crate::program::{Package, RecordedArchive};

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

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Computed by the rules or recorded from a real build: it is what the real toolchain would have.
    Real,
    /// Stands for a value that depends on contents nobody knows: right in shape, and equal to others exactly where
    /// the real one is.
    Simulated,
}

/// The short hash of a source file, known or simulated.
pub fn file_hash(package: &Package, file: &str) -> (ShortId, Origin) {
    match package.file_hashes.get(file).and_then(|text| ShortId::parse(text)) {
        Some(hash) => (hash, Origin::Real),
        None => (simulated("source", &[package.import_path.as_bytes(), file.as_bytes()]).short(), Origin::Simulated),
    }
}

/// Whether the hashes of all files are known, so that the action ID can be computed.
pub fn files_are_known(package: &Package) -> bool {
    package.files.hashed().all(|file| package.file_hashes.contains_key(file))
}

/// The result of compiling a package whose action hash would be `computed`.
pub fn compile(package: &Package, computed: Hash, options: &BuildOptions) -> PackageResult {
    if options.dry_run {
        // Nothing is written, so the placeholder is never replaced.
        let id = BuildId { action: computed.short(), content: computed.short() };
        return result(computed, id, simulated("archive", &[&computed.0]), Origin::Simulated);
    }
    if let Some(recorded) = recorded_for(package, computed) {
        let action = if recorded.action == computed.short() { computed } else { lengthen(recorded.action) };
        let id = BuildId { action: recorded.action, content: recorded.content };
        return result(action, id, recorded.output, Origin::Real);
    }
    let content = simulated("content", &[&computed.0]).short();
    let id = BuildId { action: computed.short(), content };
    result(computed, id, simulated("archive", &[&id.action.0, &id.content.0]), Origin::Simulated)
}

fn result(action: Hash, id: BuildId, output: Hash, origin: Origin) -> PackageResult {
    PackageResult { action, id, output, built: Built::InWork, origin }
}

/// A recorded archive stands for its action ID. Where the hashes of the files are not known the action ID cannot be
/// computed, and the recorded one is taken: the list was made by the build that is simulated.
fn recorded_for(package: &Package, computed: Hash) -> Option<&RecordedArchive> {
    let exact = package.recorded.iter().find(|recorded| recorded.action == computed.short());
    exact.or_else(|| package.recorded.first().filter(|_| !files_are_known(package)))
}

/// A full hash for an action of which only the short form is known.
fn lengthen(short: ShortId) -> Hash {
    let mut hash = simulated("action", &[&short.0]);
    hash.0[..short.0.len()].copy_from_slice(&short.0);
    hash
}

/// A stable stand-in for a hash over contents that nobody knows.
fn simulated(kind: &str, parts: &[&[u8]]) -> Hash {
    let mut hasher = crate::hash::Hasher::default();
    hasher.write(b"gostep ");
    hasher.write(kind.as_bytes());
    for part in parts {
        hasher.write(b"\0");
        hasher.write(part);
    }
    hasher.finish()
}

impl PackageResult {
    /// What the cache remembers of it.
    pub fn cache_entry(&self) -> CacheEntry {
        CacheEntry { id: self.id, output: self.output, origin: self.origin }
    }

    /// A result taken from the cache.
    pub fn from_cache(action: Hash, entry: CacheEntry) -> Self {
        Self { action, id: entry.id, output: entry.output, built: Built::InCache, origin: entry.origin }
    }
}
