//! What a step of a checked lesson shows.

use crate::lesson::pick::Pick;
use gostep_sim::gobuild::ActionState;
use gostep_sim::gobuild::files::FileName;
use gostep_sim::program::PackageId;

/// One thing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Show {
    /// What.
    pub what: What,
    /// Words to mark.
    pub mark: Vec<String>,
    /// Which lines of a text.
    pub pick: Pick,
}

/// What can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Commands that began since the step before, at most the last so many.
    NewCommands {
        /// How many.
        last: usize,
    },
    /// One command: index of its transcript block.
    Command(usize),
    /// A file of a package's object directory.
    File(PackageId, FileName),
    /// Packages by state; all states if empty.
    States(Vec<ActionState>),
    /// Packages by name.
    Packages(Vec<PackageId>),
    /// What a package imports.
    ImportsOf(PackageId),
    /// What imports a package.
    ImportersOf(PackageId),
    /// All packages by layer.
    Layers,
    /// What happened in the run since the step before, at most the last so many events.
    NewEvents {
        /// How many.
        last: usize,
    },
    /// Who runs what in the run: Ps, threads and goroutines.
    Runtime,
    /// Worker lanes.
    Workers,
    /// What the whole build compiles, reuses and links, and why.
    Rebuilds,
    /// How the build fails.
    Failure,
    /// The longest chain of actions that wait for each other.
    CriticalPath,
    /// What is in a package's archive.
    Archive(PackageId),
    /// Symbols of the executable.
    Symbols(SymbolPick),
    /// How many functions of these packages are in the executable.
    Functions(Vec<PackageId>),
    /// What kind of file the executable is, its sections and program headers.
    Executable,
    /// What the cache has of a package.
    Cache(PackageId),
    /// What is hashed for an action ID.
    Hash(Hashed),
}

impl What {
    /// What `view:` shows, by name.
    pub const VIEWS: [(&'static str, Self); 7] = [
        ("layers", Self::Layers),
        ("workers", Self::Workers),
        ("critical-path", Self::CriticalPath),
        ("rebuilds", Self::Rebuilds),
        ("failure", Self::Failure),
        ("executable", Self::Executable),
        ("runtime", Self::Runtime),
    ];
}

/// Whose action ID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hashed {
    /// A package's.
    Package(PackageId),
    /// That of the link.
    Link,
}

/// Which symbols of the executable are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SymbolPick {
    /// Whether it is known what is in the executable.
    pub known: bool,
    /// Indices into the symbols of the [executable](gostep_sim::gobuild::Build::executable).
    pub present: Vec<usize>,
    /// Names that it does not have.
    pub absent: Vec<String>,
    /// How many more were meant.
    pub left_out: usize,
}

/// The states of a package with the names that lessons give them.
pub const STATES: [(&str, ActionState); 7] = [
    ("waiting", ActionState::Waiting),
    ("ready", ActionState::Ready),
    ("running", ActionState::Running),
    ("done", ActionState::Done),
    ("reused", ActionState::Reused),
    ("failed", ActionState::Failed),
    ("skipped", ActionState::Skipped),
];
