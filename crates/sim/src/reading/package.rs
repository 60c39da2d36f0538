//! What a log shows of one package.

use std::collections::BTreeMap;

use serde::Serialize;

use super::act::Phase;

/// A package of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Package {
    /// Its import path; `None` if the log only has its object directory.
    pub path: Option<String>,
    /// The build, from 0, if the log has several.
    pub build: usize,
    /// Number of its object directory; `None` if the log has none.
    pub objdir: Option<u32>,
    /// Where its archive comes from.
    pub origin: Origin,
    /// What was done for it, each with its lines.
    pub phases: BTreeMap<Phase, Lines>,
    /// What it imports, if its importcfg is in the log.
    pub imports: Option<Vec<String>>,
    /// Its archive in the cache or in GOROOT, and the line that names it.
    pub archive: Option<(String, usize)>,
}

impl Package {
    /// The first line that is about it.
    pub fn first_line(&self) -> Option<usize> {
        self.phases.values().map(|lines| lines.first).min()
    }
}

/// Lines of a log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lines {
    /// The first.
    pub first: usize,
    /// The last.
    pub last: usize,
    /// How many entries are there for it.
    pub entries: usize,
}

impl Lines {
    /// Takes the lines of an entry in.
    pub fn add(&mut self, line: usize, lines: usize) {
        if self.entries == 0 {
            self.first = line;
        }
        self.last = line + lines.max(1) - 1;
        self.entries += 1;
    }
}

/// Where the archive of a package comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The log has its compile.
    Compiled,
    /// The log has its compile, and that a tool found a mistake in it.
    Failed,
    /// An importcfg names its archive in the build cache.
    Cache,
    /// An importcfg names its archive in GOROOT, as releases before 1.20 keep the standard library.
    Goroot,
    /// An importcfg names its archive in the work directory, and the compile is not in the log.
    Work,
    /// The log does not show it.
    NotShown,
}
