//! What survives a build: the sources, the cache, and the executables that builds made.

use std::collections::HashMap;

use super::cache::Cache;
use super::ids::BuildId;
use super::knowledge::Memory;
use super::sources::Sources;
use crate::hash::ShortId;

/// One simulated computer with sources and a Go build cache.
#[derive(Clone, Debug, Default)]
pub struct Machine {
    /// The source files, with the edits made to them.
    pub sources: Sources,
    /// The build cache.
    pub cache: Cache,
    /// Executables by the name that the user gave them.
    pub targets: HashMap<String, Executable>,
    /// What the last build computed before it ran, kept to save time.
    pub(super) memory: Option<Memory>,
}

/// The executable in a target file, identified by the parts of its build ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executable {
    /// Action ID of the link.
    pub link: ShortId,
    /// Build ID of main's archive.
    pub main: BuildId,
}
