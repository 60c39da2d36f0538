//! The words of all subjects.

use super::answers::AnswerWords;
use super::arguments::ArgumentWords;
use super::artefacts::ArtefactWords;
use super::author::AuthorWords;
use super::bench::BenchWords;
use super::check::CheckWords;
use super::course::CourseWords;
use super::export::ExportWords;
use super::frame::FrameWords;
use super::graph::GraphWords;
use super::help::{HelpWords, Table};
use super::import::ImportWords;
use super::lang::Lang;
use super::lines::LineWords;
use super::menu::MenuWords;
use super::own::OwnWords;
use super::page::PageWords;
use super::picture::PictureWords;
use super::present::PresentWords;
use super::reading::ReadingWords;
use super::reasons::ReasonWords;
use super::run::RunWords;
use super::runtime::RuntimeWords;
use super::said::SaidWords;
use super::screen::ScreenWords;
use super::serve::ServeWords;
use super::small::SmallWords;
use super::task::TaskWords;
use super::translate::TranslateWords;
use super::verify::VerifyWords;
use super::walk::WalkWords;
use super::watch::WatchWords;
use super::whatif::WhatifWords;
use super::why::WhyWords;
use super::workers::WorkersWords;

/// What is said wherever lessons are played, in one language.
#[derive(Debug)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// What is said to answers.
    pub answers: AnswerWords,
    /// Archives, the executable, the cache and hashes.
    pub artefacts: ArtefactWords,
    /// What authors are given to begin with.
    pub author: AuthorWords,
    /// What-ifs on the page.
    pub bench: BenchWords,
    /// Problems of lessons.
    pub check: CheckWords,
    /// The course around the lessons.
    pub course: CourseWords,
    /// What a frame of a lesson shows, and lists.
    pub frame: FrameWords,
    /// The player that speaks line by line.
    pub lines: LineWords,
    /// Texts that a reader brings to the page.
    pub own: OwnWords,
    /// The page in a browser.
    pub page: PageWords,
    /// Pictures.
    pub picture: PictureWords,
    /// Presentations, and the presenter's notes.
    pub present: PresentWords,
    /// Why something is built again, fails, or does no harm.
    pub reasons: ReasonWords,
    /// Who runs what in the run of a program.
    pub runtime: RuntimeWords,
    /// Errors and problems, by the English sentences.
    pub said: SaidWords,
    /// The full-screen player.
    pub screen: ScreenWords,
    /// Commas, yes and no.
    pub small: SmallWords,
    /// Tasks.
    pub task: TaskWords,
    /// A log beside the simulation.
    pub verify: VerifyWords,
    /// What-ifs.
    pub whatif: WhatifWords,
    /// The help of flags, changes and faults, by the English one.
    pub whatif_help: Table,
    /// Studies of workers.
    pub workers: WorkersWords,
}

/// What only the command line says, in one language. A page in a browser does not have to carry it.
#[derive(Debug)]
pub struct CommandWords {
    /// A command line that cannot be read. None: the library that reads it speaks this language.
    pub arguments: Option<ArgumentWords>,
    /// Lessons as files to carry away.
    pub export: ExportWords,
    /// What facts give, by their form. The English texts stand beside the facts.
    pub facts: Table,
    /// A lesson about a program, in parts that a line `--- PART` begins. PROGRAM stands for the program as a lesson names it,
    /// NAME for the id, PATH for the import path, and in the parts PACKAGE for that of a package.
    pub draft: &'static str,
    /// A program of which only the action graph is known.
    pub graph: GraphWords,
    /// Help of the command line.
    pub help: HelpWords,
    /// Programs that are imported.
    pub import: ImportWords,
    /// The course on the whole screen, and the end of a lesson.
    pub menu: MenuWords,
    /// A real log that is read without its program.
    pub reading: ReadingWords,
    /// A program that runs.
    pub run: RunWords,
    /// The page in the browser, while it is served.
    pub serve: ServeWords,
    /// Translations of lessons.
    pub translate: TranslateWords,
    /// A real log on the whole screen.
    pub walk: WalkWords,
    /// Lessons that are watched while they are written.
    pub watch: WatchWords,
    /// Why something was built again.
    pub why: WhyWords,
}
