//! All that is wrong with a lesson and its translations.

use std::path::Path;

use super::files::{Target, translated};
use crate::lesson::{File, Lang, Lesson, LessonSource, LoadError, Problem, Severity, check, load};

/// A lesson that was looked at.
#[derive(Debug)]
pub struct Examined {
    /// The file, as it was named.
    pub file: String,
    /// Everything that was found, in order of place.
    pub problems: Vec<Problem>,
    /// How many steps it has; 0 if it cannot be played.
    pub steps: usize,
    /// The languages in which it can be played.
    pub langs: Vec<Lang>,
}

impl Examined {
    /// How many problems are this bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }
}

/// Looks at a lesson with all its translations.
///
/// # Errors
/// If it cannot be read at all.
pub fn examine(target: &Target) -> Result<Examined, LoadError> {
    match target {
        Target::Lesson(name) => lesson(name),
        Target::Orphan(path) => Ok(orphan(path)),
    }
}

fn lesson(name: &str) -> Result<Examined, LoadError> {
    let mut examined = Examined { file: name.to_owned(), problems: Vec::new(), steps: 0, langs: Vec::new() };
    for lang in Lang::ALL {
        match load::source(name, lang) {
            Ok(source) if source.overlay.is_some() || source.own_lang() == lang => examined.look_at(&source, lang),
            Ok(_) => {}
            Err(LoadError::Problems(problems)) => examined.problems.extend(problems),
            Err(error) => return Err(error),
        }
    }
    examined.problems.sort();
    examined.problems.dedup();
    Ok(examined)
}

impl Examined {
    fn look_at(&mut self, source: &LessonSource, lang: Lang) {
        self.file.clone_from(&source.file);
        match check_source(source, lang) {
            Ok(lesson) => {
                self.steps = lesson.steps.len();
                self.langs.push(lang);
                self.problems.extend(lesson.notices);
            }
            Err(problems) => self.problems.extend(problems),
        }
    }
}

fn check_source(source: &LessonSource, lang: Lang) -> Result<Lesson, Vec<Problem>> {
    let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
    check(File { name: &source.file, text: &source.text }, overlay, lang, source)
}

/// A translation of nothing.
fn orphan(file: &str) -> Examined {
    let lesson = translated(Path::new(file)).map_or_else(String::new, |path| path.display().to_string());
    let message = format!("this translates {lesson}, which is not there");
    let help = "a translation is called as its lesson, with the language before .yaml: order.zh.yaml beside order.yaml";
    let problems = vec![Problem::of_file(file, Severity::Error, message, help)];
    Examined { file: file.to_owned(), problems, steps: 0, langs: Vec::new() }
}
