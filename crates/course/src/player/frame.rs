//! Frames: plain data that holds all that a view needs for one step of a lesson.
//!
//! Views only draw. Nothing here knows of terminals, colours or widths. Packages, builds and transcript blocks are
//! named by their index into [`BuildView`], which is made once per build, so that a frame stays small.

use serde::Serialize;

use super::artefact_frame::{
    ArchiveView, CacheView, Excerpt, ExecutableView, FunctionsView, HashView, PathView, SymbolsView,
};
use super::markdown::Block;
use super::question::QuestionView;
use crate::words::Lang;
use gostep_sim::gobuild::ActionState;
use gostep_sim::whatif::Report;

/// What is the same for all frames of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LessonHead {
    /// Name of the lesson.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub summary: Vec<Block>,
    /// The language that was asked for; single texts may still be in the lesson's own.
    pub lang: Lang,
    /// How long it takes to play, if the lesson says so.
    pub minutes: Option<u32>,
    /// Whether the reader may change the number of workers while playing.
    pub live_workers: bool,
    /// The steps, in order.
    pub steps: Vec<StepHead>,
}

/// A step, as a table of contents has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepHead {
    /// Its name in the lesson file.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// A build of the lesson: all that does not change while it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BuildView {
    /// The command that a person would type.
    pub command: String,
    /// How many actions run at once.
    pub workers: usize,
    /// The packages, in the order in which one worker builds them; `unsafe` is not among them.
    pub packages: Vec<PackageView>,
    /// What is printed before the first command: `WORK=…`, and why nothing is built if nothing is.
    pub header: Vec<String>,
    /// The transcript, block by block.
    pub transcript: Vec<TranscriptBlock>,
    /// How many events the whole build has.
    pub events: usize,
    /// How long it takes, in microseconds of the simulated clock.
    pub duration_us: u64,
}

/// A package of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageView {
    /// Import path; `main` for the main package.
    pub path: String,
    /// Its object directory, as printed: `$WORK/b006`.
    pub objdir: String,
    /// Direct imports, as indices into [`BuildView::packages`].
    pub imports: Vec<usize>,
    /// Packages that import it directly.
    pub importers: Vec<usize>,
    /// Length of the longest chain of imports below it: 0 for a package that imports none.
    pub layer: usize,
}

/// What one command adds to the transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TranscriptBlock {
    /// The package it belongs to, as an index into [`BuildView::packages`].
    pub package: Option<usize>,
    /// Short name of the tool: `compile`, `asm`, `mkdir`.
    pub tool: String,
    /// It is marked `# internal`: the go command does it by itself.
    pub internal: bool,
    /// Number of its first line in the transcript, from 1.
    pub line: usize,
    /// Its lines.
    pub text: String,
}

/// One step of the lesson on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Which step, from 0.
    pub step: usize,
    /// Name of the step.
    pub id: String,
    /// Title of the step.
    pub title: String,
    /// What to look at, said before the things are shown; may be empty.
    pub lead: Vec<Block>,
    /// What is shown, in order.
    pub shows: Vec<Shown>,
    /// What the reader is asked, after the things are shown.
    pub question: Option<QuestionView>,
    /// The explanation, said after the things are shown, and after an answer; may be empty.
    pub text: Vec<Block>,
    /// For the presenter.
    pub note: Vec<Block>,
    /// Where the simulation stands.
    pub moment: Moment,
    /// Where every package stands, in the order of [`BuildView::packages`].
    pub states: Vec<ActionState>,
    /// Who did and does what, by worker.
    pub lanes: Vec<Lane>,
    /// Commands that began since the step before, as a range of [`BuildView::transcript`]: from, to (exclusive).
    pub new_blocks: (usize, usize),
    /// A text of this step is missing in the language that was asked for, or translates an older original; the
    /// lesson's own is shown.
    pub untranslated: bool,
    /// Ids of the glossary's terms that the texts mark, in order, each once.
    pub terms: Vec<String>,
}

/// A moment of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Which build of the lesson, from 0.
    pub build: usize,
    /// How many of its events have happened.
    pub events: usize,
    /// The simulated clock, in microseconds.
    pub time_us: u64,
    /// How many commands have begun: blocks of the transcript that are printed.
    pub commands: usize,
    /// How many lines of the transcript are printed.
    pub lines: usize,
    /// How many packages are done or came from the cache.
    pub done: usize,
}

/// What one worker did so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Number of the worker, from 0.
    pub worker: usize,
    /// Its actions in order.
    pub spans: Vec<LaneSpan>,
}

/// An action in a lane.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LaneSpan {
    /// The package; the link and the install belong to main.
    pub package: String,
    /// Whether it is the link or install, and not the package's own build.
    pub link: bool,
    /// Start, in microseconds.
    pub from_us: u64,
    /// End, or nothing if it is still running.
    pub to_us: Option<u64>,
}

/// One thing that a step shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    /// Commands of the transcript.
    Commands {
        /// They are those that began since the step before.
        new: bool,
        /// How many commands before the first one are left out.
        left_out: usize,
        /// The commands.
        commands: Vec<CommandView>,
    },
    /// A file of the work directory.
    File(FileView),
    /// Packages by state.
    States {
        /// Only these states, or all if empty.
        only: Vec<ActionState>,
    },
    /// Some packages, as a table: place in the order of one worker, directory, state.
    Packages {
        /// What they are to a package, if they were named by that.
        relation: Relation,
        /// Indices into [`BuildView::packages`].
        packages: Vec<usize>,
    },
    /// All packages by [layer](PackageView::layer).
    Layers,
    /// The worker lanes of the frame.
    Workers,
    /// What the whole build compiles, reuses and links, and why.
    Rebuilds(Report),
    /// How the build fails: what is said, why, and what is left.
    Failure(Report),
    /// The longest chain of actions that wait for each other.
    CriticalPath(PathView),
    /// What is in a package's archive.
    Archive(ArchiveView),
    /// Symbols of the executable.
    Symbols(SymbolsView),
    /// How many functions of some packages are in the executable.
    Functions(FunctionsView),
    /// What kind of file the executable is.
    Executable(ExecutableView),
    /// What the cache has of a package; nothing if nothing has looked for it yet.
    Cache(Option<CacheView>),
    /// What is hashed for an action ID.
    Hash(HashView),
}

/// How the packages of a table were chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", content = "package", rename_all = "snake_case")]
pub enum Relation {
    /// By name.
    Named,
    /// Those that a package imports directly.
    ImportsOf(String),
    /// Those that import a package directly.
    ImportersOf(String),
}

/// A command, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandView {
    /// Index into [`BuildView::transcript`].
    pub block: usize,
    /// The package it belongs to.
    pub package: String,
    /// Its text as printed, without the change of directory before it.
    pub text: String,
    /// `cd …` before it, if the transcript has one there.
    pub cd: Option<String>,
    /// Where to break it if it is long: byte ranges of `text`, in order, which belong together.
    pub groups: Vec<Group>,
    /// Marked words: byte ranges of `text`, in order, apart from each other.
    pub marks: Vec<(usize, usize)>,
}

/// Words of a command that belong on one line: an option and its value, or a run of source files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// First byte.
    pub from: usize,
    /// Byte behind the last one.
    pub to: usize,
    /// How many files, if it is a run of source files.
    pub files: usize,
}

/// A file of the work directory, now and at the step before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Its name, as printed: `$WORK/b002/importcfg`.
    pub name: String,
    /// What it was at the step before; nothing if that was in another build. Of a text, the lines that would be shown.
    pub before: FileText,
    /// What it is now; of a text, the lines that are shown.
    pub after: FileText,
    /// Which lines they are.
    pub excerpt: Excerpt,
    /// Marked words: byte ranges of the text of `after`.
    pub marks: Vec<(usize, usize)>,
}

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "text", rename_all = "snake_case")]
pub enum FileText {
    /// There is no such file.
    Absent,
    /// Nothing is in it.
    Empty,
    /// Its text is known.
    Text(String),
    /// It is there, and its text depends on sources that the simulation does not read.
    Unknown,
    /// An archive or executable with this build ID.
    Binary(String),
}
