//! The lesson language: YAML files that drive a simulated build and explain it.
//!
//! ```text
//! YAML ──► tree with places (line, column) ──► raw types ──► checked [`Lesson`], or every [`Problem`] at once
//! ```
//!
//! A checked lesson is complete: its builds are simulated, its points are found in them, its facts are filled in.

mod artefact_shows;
mod asks;
mod builds;
mod check;
mod command;
mod contents;
mod expr;
pub mod facts;
pub mod gate;
pub mod glossary;
pub mod head;
mod live;
pub mod load;
mod loose;
mod lost;
mod marks;
mod meant;
mod names;
mod opening;
mod overlay;
mod pick;
pub mod places;
mod points;
mod problem;
pub mod question;
pub(crate) mod raw;
pub(crate) mod raw_ask;
mod salvage;
pub mod schema;
mod settings;
mod shape;
mod shows;
mod staged;
mod steps;
mod syntax;
mod template;
mod texts;
mod tree;
mod value;
mod whatifs;
pub(crate) mod yaml;

pub use check::{File, Surroundings, check, is_id};
pub use contents::{Contents, archive_id, contents};
pub use live::LiveError;
pub use load::{LessonSource, LoadError, load, source};
pub use pick::Pick;
pub(crate) use problem::Report;
pub(crate) use problem::shorten as shorten_problems;
pub use problem::{Place, Problem, Severity, SourceLine};
pub use question::Question;
pub use staged::StagedBuild;

use crate::build::files::FileName;
use std::sync::Arc;

use serde::Serialize;

use self::live::Source;
use crate::program::{PackageId, Program};
use crate::words::Lang;

/// The newest format of lesson files.
pub const FORMAT: u64 = 1;

/// A lesson in one language, checked against its simulation.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Name of the lesson.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is about, Markdown.
    pub summary: String,
    /// The language that was asked for.
    pub lang: Lang,
    /// How long it takes to play, if it says so.
    pub minutes: Option<u32>,
    /// Whether the reader may change the number of workers while playing.
    pub live_workers: bool,
    /// The program, before any change.
    pub program: Arc<Program>,
    /// The builds, in the order in which steps start them.
    pub builds: Vec<StagedBuild>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Missing and stale translations. The lesson can be played with them.
    pub notices: Vec<Problem>,
    /// What it was made from.
    source: Option<Arc<Source>>,
}

/// A step of a lesson. Texts are Markdown with their facts filled in.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What to look at, before the things shown.
    pub lead: String,
    /// The explanation, after the things shown.
    pub say: String,
    /// For the presenter.
    pub note: String,
    /// Some text is missing or stale in the language that was asked for.
    pub untranslated: bool,
    /// Where the simulation stands.
    pub at: At,
    /// What is shown.
    pub show: Vec<Show>,
    /// What the reader is asked.
    pub question: Option<Question>,
}

/// A moment of one of the lesson's builds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// Index of the build.
    pub build: usize,
    /// How many of its events have happened.
    pub events: usize,
}

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
    States(Vec<PackageState>),
    /// Packages by name.
    Packages(Vec<PackageId>),
    /// What a package imports.
    ImportsOf(PackageId),
    /// What imports a package.
    ImportersOf(PackageId),
    /// All packages by layer.
    Layers,
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
    /// Indices into the symbols of the [executable](crate::build::Build::executable).
    pub present: Vec<usize>,
    /// Names that it does not have.
    pub absent: Vec<String>,
    /// How many more were meant.
    pub left_out: usize,
}

/// Where a package stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PackageState {
    /// Some of its imports are not done.
    Waiting,
    /// It could start; no worker has taken it yet.
    Ready,
    /// A worker is at it.
    Running,
    /// Its archive is made.
    Done,
    /// Its archive came from the cache, or is not needed.
    Reused,
    /// One of its commands failed.
    Failed,
    /// Never started, because something that it needs failed.
    Skipped,
}

impl PackageState {
    /// The states with the names that lessons give them.
    pub const ALL: [(&'static str, Self); 7] = [
        ("waiting", Self::Waiting),
        ("ready", Self::Ready),
        ("running", Self::Running),
        ("done", Self::Done),
        ("reused", Self::Reused),
        ("failed", Self::Failed),
        ("skipped", Self::Skipped),
    ];
}
