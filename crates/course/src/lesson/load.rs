//! Lessons that can be played, and what stands around them: their programs and their glossary.

pub use crate::lesson::source::{FIRST, LessonSource, LoadError, names, source, text};

use crate::lesson::check::check;
use crate::lesson::checked::Lesson;
use crate::lesson::file::File;
use crate::lesson::glossary::Glossary;
use crate::lesson::problem::{Severity, shorten};
use crate::lesson::surroundings::Surroundings;
use crate::words::Lang;
use gostep_sim::program::{self, Program, ProgramError};

/// What comes with gostep, around a lesson that is no file.
#[derive(Clone, Copy, Debug)]
pub struct Shipped;

impl Surroundings for Shipped {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        program::load_embedded(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        Glossary::embedded(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// Finds and checks a lesson of the course.
///
/// # Errors
/// If there is none, or with every problem in it.
pub fn load(name: &str, lang: Lang) -> Result<Lesson, LoadError> {
    let source = source(name, lang)?;
    lesson(&source, &Glossary::embedded(lang)?, lang, &program::load_embedded)
}

/// A lesson by its text, with the terms that it can mark and the programs that it can name.
///
/// # Errors
/// With every problem in it.
pub fn lesson(
    source: &LessonSource,
    glossary: &Glossary,
    lang: Lang,
    programs: &dyn Fn(&str) -> Result<Program, ProgramError>,
) -> Result<Lesson, LoadError> {
    let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
    let around = Given { programs, glossary };
    check(File { name: &source.file, text: &source.text }, overlay, lang, &around).map_err(|mut problems| {
        problems.retain(|problem| problem.severity == Severity::Error);
        shorten(&mut problems);
        LoadError::Problems(problems)
    })
}

/// Surroundings whose glossary is read already.
struct Given<'a> {
    programs: &'a dyn Fn(&str) -> Result<Program, ProgramError>,
    glossary: &'a Glossary,
}

impl Surroundings for Given<'_> {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        (self.programs)(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        Some(self.glossary.ids())
    }
}
