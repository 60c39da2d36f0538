//! Frames: plain data with everything that a view needs to show one step of a lesson.
//!
//! Views only draw; nothing here depends on terminals, colours or widths. Packages, builds and transcript blocks are
//! given as indices into [`BuildView`], which is made once for each build, so a frame stays small.

use serde::Serialize;

use super::artefact_frame::{
    ArchiveView, CacheView, Excerpt, ExecutableView, FunctionsView, HashView, PathView, SymbolsView,
};
use super::markdown::Block;
use super::question::QuestionView;
use super::runtime::RuntimeView;
use crate::words::Lang;
use gostep_sim::gobuild::ActionState;
use gostep_sim::whatif::Report;

/// What is the same in all frames of a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LessonHead {
    /// Name of the lesson.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub summary: Vec<Block>,
    /// What the reader has learned at the end, a line each.
    pub learned: Vec<Vec<Block>>,
    /// The requested language; single texts may still be in the lesson's original language.
    pub lang: Lang,
    /// Estimated minutes to play, if the lesson gives them.
    pub minutes: Option<u32>,
    /// Whether the reader may change the number of workers while playing.
    pub live_workers: bool,
    /// The steps, in order.
    pub steps: Vec<StepHead>,
}

/// A step, as it appears in a table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepHead {
    /// Its id in the lesson file.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The parts of a build that do not change while it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BuildView {
    /// The command as one types it.
    pub command: String,
    /// How many actions run at once.
    pub workers: usize,
    /// The packages, in the order in which one worker builds them; `unsafe` is not among them.
    pub packages: Vec<PackageView>,
    /// The lines before the first command: `WORK=…`, and the error if the go command cannot load the program.
    pub header: Vec<String>,
    /// The transcript, one block for each command.
    pub transcript: Vec<TranscriptBlock>,
    /// Whether it is no build, but the run of a program: its transcript is the log of what happens, an event a line.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_run: bool,
    /// Number of events of the whole build.
    pub events: usize,
    /// Duration in microseconds of the simulated clock.
    pub duration_us: u64,
}

/// A package of a build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageView {
    /// Import path; `main` for the main package.
    pub path: String,
    /// Its object directory as printed: `$WORK/b006`.
    pub objdir: String,
    /// Direct imports, as indices into [`BuildView::packages`].
    pub imports: Vec<usize>,
    /// Packages that import it directly, as indices.
    pub importers: Vec<usize>,
    /// Length of the longest chain of imports below it; 0 for a package without imports.
    pub layer: usize,
}

/// What one command adds to the transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TranscriptBlock {
    /// The package it belongs to, as an index into [`BuildView::packages`].
    pub package: Option<usize>,
    /// Short name of the tool: `compile`, `asm`, `mkdir`.
    pub tool: String,
    /// Whether the line is marked `# internal`: the go command does this itself.
    pub internal: bool,
    /// Number of its first line in the transcript, from 1.
    pub line: usize,
    /// Its lines, each with its line end.
    pub text: String,
}

/// One step of the lesson on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Index of the step.
    pub step: usize,
    /// Id of the step.
    pub id: String,
    /// Title of the step.
    pub title: String,
    /// The text before the shown things, which tells what to look at; may be empty.
    pub lead: Vec<Block>,
    /// The things that the step shows, in order.
    pub shows: Vec<Shown>,
    /// The question to the reader; it follows the shown things.
    pub question: Option<QuestionView>,
    /// The explanation. It follows the shown things and the answer; may be empty.
    pub text: Vec<Block>,
    /// The presenter's note; may be empty.
    pub note: Vec<Block>,
    /// The moment of the simulation.
    pub moment: Moment,
    /// The state of every package, in the order of [`BuildView::packages`].
    pub states: Vec<ActionState>,
    /// What each worker did and does.
    pub lanes: Vec<Lane>,
    /// Commands that began since the previous step, as a range (from, exclusive to) of [`BuildView::transcript`].
    pub new_blocks: (usize, usize),
    /// Whether a text of this step is shown in the lesson's original language, since its translation is missing or out
    /// of date.
    pub untranslated: bool,
    /// Ids of the glossary terms that the texts mark, in order, each once.
    pub terms: Vec<String>,
}

/// A moment of one of the lesson's builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// Index of the build.
    pub build: usize,
    /// How many of its events have happened.
    pub events: usize,
    /// Time on the simulated clock, in microseconds.
    pub time_us: u64,
    /// How many commands have begun; so many blocks of the transcript are printed.
    pub commands: usize,
    /// How many lines of the transcript are printed.
    pub lines: usize,
    /// How many packages are compiled or came from the cache.
    pub done: usize,
}

/// What one worker has done so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Number of the worker, from 0.
    pub worker: usize,
    /// Its actions, in order of time.
    pub spans: Vec<LaneSpan>,
}

/// The time during which a worker had one action.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LaneSpan {
    /// The package; the link and the install belong to main.
    pub package: String,
    /// Whether it is the link or the install instead of the package's build.
    pub link: bool,
    /// Start, in microseconds.
    pub from_us: u64,
    /// End in microseconds; `None` while it still runs.
    pub to_us: Option<u64>,
}

/// One thing that a step shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Shown {
    /// Commands of the transcript.
    Commands {
        /// Whether these are the commands that began since the previous step.
        new: bool,
        /// How many commands before the first one are left out.
        left_out: usize,
        /// The commands.
        commands: Vec<CommandView>,
    },
    /// A file of the work directory.
    File(FileView),
    /// Packages sorted by state.
    States {
        /// The states to show; empty for all.
        only: Vec<ActionState>,
    },
    /// Some packages as a table: place in the order of one worker, directory, state.
    Packages {
        /// How the packages were chosen.
        relation: Relation,
        /// Indices into [`BuildView::packages`].
        packages: Vec<usize>,
    },
    /// All packages by [layer](PackageView::layer).
    Layers,
    /// Who runs what in the run of a program.
    Runtime(RuntimeView),
    /// The lanes of the workers, see [`Frame::lanes`].
    Workers,
    /// What the whole build compiles, reuses and links, and why.
    Rebuilds(Report),
    /// How the build fails: messages, cause, and what it leaves behind.
    Failure(Report),
    /// The critical path.
    CriticalPath(PathView),
    /// The contents of a package's archive.
    Archive(ArchiveView),
    /// Some symbols of the executable.
    Symbols(SymbolsView),
    /// How many functions of some packages are in the executable.
    Functions(FunctionsView),
    /// The headers of the executable.
    Executable(ExecutableView),
    /// The cache entry of a package; `None` if nothing has looked it up yet.
    Cache {
        /// The entry, unless there is none.
        entry: Option<CacheView>,
    },
    /// The hashed text of an action ID.
    Hash(HashView),
}

/// How the packages of a table were chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", content = "package", rename_all = "snake_case")]
pub enum Relation {
    /// They are named one by one.
    Named,
    /// Those that a package imports directly.
    ImportsOf(String),
    /// Those that import a package directly.
    ImportersOf(String),
}

/// A command with everything that a view needs to lay it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommandView {
    /// Index into [`BuildView::transcript`].
    pub block: usize,
    /// The package it belongs to.
    pub package: String,
    /// Its text as printed, without a `cd` line before it.
    pub text: String,
    /// The `cd` line before it, if the transcript has one there.
    pub cd: Option<String>,
    /// Parts that stay on one line if the command is broken: byte ranges of `text`, in order.
    pub groups: Vec<Group>,
    /// Marked words: byte ranges of `text`, in order and without overlap.
    pub marks: Vec<(usize, usize)>,
}

/// Words of a command that belong on one line: an option and its value, or a run of source files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Offset of the first byte.
    pub from: usize,
    /// Offset behind the last byte.
    pub to: usize,
    /// How many files it has, if it is a run of source files; otherwise 0.
    pub files: usize,
}

/// A file of the work directory, now and at the previous step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Its name as printed: `$WORK/b002/importcfg`.
    pub name: String,
    /// What it was at the previous step, reduced to the shown lines; [`FileText::Absent`] if that step was in another
    /// build.
    pub before: FileText,
    /// What it is now, reduced to the shown lines.
    pub after: FileText,
    /// Which lines are shown.
    pub excerpt: Excerpt,
    /// Marked words: byte ranges of the text in `after`.
    pub marks: Vec<(usize, usize)>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "text", rename_all = "snake_case")]
pub enum FileText {
    /// The file does not exist.
    Absent,
    /// The file is empty.
    Empty,
    /// Its text is known.
    Text(String),
    /// The file exists, but its text depends on sources that the simulation does not read.
    Unknown,
    /// An archive or executable with this build ID.
    Binary(String),
}
