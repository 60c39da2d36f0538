//! All that is wrong with a lesson and its translations.

use std::collections::BTreeSet;

use super::look;
use crate::lesson::readable::is_unwanted;
use crate::lesson::{File, Lesson, LessonSource, Problem, Severity, Surroundings, check, shorten_problems};
use crate::words::Lang;

/// A file that was looked at, with its translations.
#[derive(Debug, Default)]
pub struct Examined {
    /// The file, as it was named.
    pub file: String,
    /// Everything that was found, in order of place.
    pub problems: Vec<Problem>,
    /// How many steps the lesson has; 0 if it cannot be played, or is none.
    pub steps: usize,
    /// How many terms the glossary has.
    pub terms: usize,
    /// The languages in which all is there.
    pub langs: Vec<Lang>,
    /// Terms of the glossary that the texts mark.
    pub marked: BTreeSet<String>,
}

impl Examined {
    /// How many problems are this bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// Looks at a lesson in one language. Gives it if it can be played.
    pub fn look_at(&mut self, source: &LessonSource, lang: Lang, around: &dyn Surroundings) -> Option<Lesson> {
        self.file.clone_from(&source.file);
        let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
        let file = File { name: &source.file, text: &source.text };
        match check(file, overlay, lang, around) {
            Ok(lesson) => {
                self.steps = lesson.steps.len();
                self.langs.push(lang);
                self.problems.extend(lesson.notices.iter().cloned());
                let found = look(source, &lesson);
                self.problems.extend(found.problems);
                self.marked.extend(found.terms);
                Some(lesson)
            }
            Err(problems) => {
                self.problems.extend(problems);
                None
            }
        }
    }

    /// Puts the problems in order, each once, without those that nobody would read.
    #[must_use]
    pub fn finish(mut self) -> Self {
        // The name of a folder can hold what steers a terminal.
        self.file.retain(|c| !is_unwanted(c));
        self.problems.sort();
        self.problems.dedup();
        shorten_problems(&mut self.problems);
        self
    }
}
