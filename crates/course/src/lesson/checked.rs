//! A lesson that was checked: complete, with its builds simulated and its facts filled in.

use std::sync::Arc;

use crate::lesson::problem::Problem;
use crate::lesson::question::Question;
use crate::lesson::script::Script;
use crate::lesson::show::Show;
use crate::lesson::staged::StagedBuild;
use crate::lesson::staged_run::StagedRun;
use crate::lesson::task::Task;
use crate::words::Lang;
use gostep_sim::program::Program;

/// A lesson in one language, checked against its simulation.
#[derive(Clone, Debug)]
pub struct Lesson {
    /// Name of the lesson.
    pub id: String,
    /// Title.
    pub title: String,
    /// What it is about, Markdown.
    pub summary: String,
    /// What the reader has learned at the end, a line each, Markdown.
    pub learned: Vec<String>,
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
    /// The runs, in the order in which steps start them.
    pub runs: Vec<StagedRun>,
    /// The steps.
    pub steps: Vec<Step>,
    /// Missing and stale translations. The lesson can be played with them.
    pub notices: Vec<Problem>,
    /// What it was made from.
    pub(super) script: Option<Arc<Script>>,
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
    /// Where the run of the program stands, if it runs.
    pub run: Option<RunAt>,
    /// What is shown.
    pub show: Vec<Show>,
    /// What the reader is asked.
    pub question: Option<Question>,
    /// What the reader is to do, in the place of a question.
    pub task: Option<Task>,
}

/// A moment of one of the lesson's builds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// Index of the build.
    pub build: usize,
    /// How many of its events have happened.
    pub events: usize,
}

/// A moment of one of the lesson's runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunAt {
    /// Index of the run.
    pub run: usize,
    /// How many of its events have happened.
    pub events: usize,
}
