//! Whatever the program says, in every language: one struct a subject tells what has to be said, and one folder a
//! language says it. A text that is missing, or has other gaps than its subject asks for, does not compile.

pub mod answers;
pub mod artefacts;
pub mod author;
mod chinese;
pub mod course;
mod english;
pub mod frame;
pub mod help;
mod lang;
pub mod lines;
pub mod present;
pub mod reasons;
pub mod screen;
mod sentence;
pub mod small;
pub mod watch;
pub mod whatif;
pub mod workers;

pub use lang::Lang;
pub use sentence::Sentence;

use answers::AnswerWords;
use artefacts::ArtefactWords;
use author::AuthorWords;
use course::CourseWords;
use frame::FrameWords;
use help::HelpWords;
use lines::LineWords;
use present::PresentWords;
use reasons::ReasonWords;
use screen::ScreenWords;
use small::SmallWords;
use watch::WatchWords;
use whatif::WhatifWords;
use workers::WorkersWords;

/// All that the program says, in one language.
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
    /// The course around the lessons.
    pub course: CourseWords,
    /// What a frame of a lesson shows, and lists.
    pub frame: FrameWords,
    /// Help of the command line.
    pub help: HelpWords,
    /// The player that speaks line by line.
    pub lines: LineWords,
    /// Presentations, and the presenter's notes.
    pub present: PresentWords,
    /// Why something is built again, fails, or does no harm.
    pub reasons: ReasonWords,
    /// The full-screen player.
    pub screen: ScreenWords,
    /// Commas, yes and no.
    pub small: SmallWords,
    /// Lessons that are watched while they are written.
    pub watch: WatchWords,
    /// What-ifs.
    pub whatif: WhatifWords,
    /// Studies of workers.
    pub workers: WorkersWords,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &english::WORDS,
        Lang::Zh => &chinese::WORDS,
    }
}
