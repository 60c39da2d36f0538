//! The lessons that a page can play: the course, and those of the reader's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::error::PageError;
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::head::{self, Head};
use gostep_course::lesson::{File, Lesson, LessonSource, load};
use gostep_course::words::Lang;
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::{self, Program, ProgramError, goenv, golist};

/// Whether a reader has brought a lesson to the page, by its name; no file on the shelf has one like it. It comes last in
/// the list, and nobody's progress is about it.
pub(super) fn is_brought(name: &str) -> bool {
    name.starts_with('~')
}

/// What there is to play.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shelf {
    /// The lessons, in order. Without any, they are those of the course.
    #[serde(default)]
    pub lessons: Vec<OwnLesson>,
    /// Lessons of the course, by name, if not all of them are offered.
    #[serde(default)]
    pub of_course: Option<Vec<String>>,
}

/// A lesson that does not come with gostep, with all files that it names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnLesson {
    /// How requests and the address of the page name it.
    pub name: String,
    /// How a progress file names it, if not by `name`.
    #[serde(default)]
    pub key: Option<String>,
    /// Its text.
    pub script: OwnText,
    /// The glossary beside it, if there is one.
    #[serde(default)]
    pub glossary: Option<OwnText>,
    /// Texts of recorded programs, by the names that the lesson gives them.
    #[serde(default)]
    pub programs: BTreeMap<String, String>,
    /// Programs as `go list -json -deps` prints them, each with what `go env -json` prints, by the names that the lesson
    /// gives them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, (String, Option<String>)>,
    /// Why there is no text of a program that it names, by that name.
    #[serde(default)]
    pub missing: BTreeMap<String, String>,
}

/// A text with its translations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnText {
    /// Name of the file, for messages.
    pub file: String,
    /// The text.
    pub text: String,
    /// File and text of each translation, by the code of its language.
    #[serde(default)]
    pub translations: BTreeMap<String, (String, String)>,
}

impl OwnText {
    fn overlay(&self, lang: Lang) -> Option<(String, String)> {
        self.translations.get(lang.code()).cloned()
    }
}

impl OwnLesson {
    /// Its text, with the translation to a language.
    pub(super) fn source(&self, lang: Lang) -> LessonSource {
        let script = &self.script;
        LessonSource {
            file: script.file.clone(),
            text: script.text.clone(),
            overlay: script.overlay(lang),
            folder: None,
        }
    }

    /// Its head, with its name alone if it cannot be read.
    fn head(&self, lang: Lang) -> Head {
        let key = self.key.as_deref().unwrap_or(&self.name);
        head::head(&self.name, key, &self.source(lang)).unwrap_or_else(|_| Head {
            name: self.name.clone(),
            key: key.to_owned(),
            title: self.name.clone(),
            minutes: None,
            steps: Vec::new(),
        })
    }

    fn glossary(&self, lang: Lang) -> Result<Glossary, PageError> {
        let terms = Glossary::embedded(lang).map_err(PageError::new)?;
        let Some(own) = &self.glossary else { return Ok(terms) };
        let overlay = own.overlay(lang);
        let overlay = overlay.as_ref().map(|(name, text)| File { name, text });
        terms.extended(File { name: &own.file, text: &own.text }, overlay, lang).map_err(PageError::new)
    }

    /// Checks it, and plays its builds.
    pub(super) fn checked(&self, lang: Lang) -> Result<Lesson, PageError> {
        let glossary = self.glossary(lang)?;
        load::lesson(&self.source(lang), &glossary, lang, &|name| self.program(name)).map_err(PageError::new)
    }

    /// A program that it names.
    pub(super) fn program(&self, name: &str) -> Result<Program, ProgramError> {
        if let Some((list, env)) = self.lists.get(name) {
            return listed(name, list, env.as_deref());
        }
        match (self.programs.get(name), self.missing.get(name)) {
            (Some(text), _) => program::from_recorded_text(name, text),
            (None, Some(why)) => Err(ProgramError::Setting(gostep_sim::said::Said::told(why.as_str()))),
            (None, None) => program::load_embedded(name),
        }
    }
}

/// A program as `go list -json -deps` prints it, with what `go env -json` prints if that is known.
fn listed(name: &str, list: &str, env: Option<&str>) -> Result<Program, ProgramError> {
    of_packages(name, golist::parse(name, list)?, env)
}

/// The same with the packages of the list.
pub(super) fn of_packages(name: &str, listed: Vec<ListedPackage>, env: Option<&str>) -> Result<Program, ProgramError> {
    let env = env.map(|env| goenv::parse("go env -json", env)).transpose()?;
    program::from_list(name, listed, env.as_ref())
}

impl Shelf {
    /// The lesson of the reader's own with a name.
    fn own(&self, name: &str) -> Option<&OwnLesson> {
        self.lessons.iter().find(|lesson| lesson.name == name)
    }

    /// Checks a lesson, and plays its builds.
    ///
    /// # Errors
    /// If there is no such lesson, or with the problems in it.
    pub fn lesson(&self, name: &str, lang: Lang) -> Result<Lesson, PageError> {
        let Some(own) = self.own(name) else { return load(name, lang).map_err(PageError::new) };
        own.checked(lang)
    }

    /// A program that comes with gostep, or one of a lesson of the reader's own.
    ///
    /// # Errors
    /// If there is none with this name, or it cannot be read.
    pub fn program(&self, lesson: Option<&str>, name: &str) -> Result<Program, PageError> {
        let Some(lesson) = lesson else { return program::load_embedded(name).map_err(PageError::new) };
        let own =
            self.own(lesson).ok_or_else(|| PageError::new(format!("there is no lesson {lesson:?} of your own")))?;
        own.program(name).map_err(PageError::new)
    }

    /// The programs of the reader's own lessons: the lesson, its title, the name. Lessons that share one have it once.
    pub fn programs(&self, lang: Lang) -> Vec<(String, String, String)> {
        let mut texts: Vec<(&String, &String)> = Vec::new();
        let mut programs = Vec::new();
        for lesson in self.lessons.iter().filter(|lesson| !is_brought(&lesson.name)) {
            for (name, _) in lesson.programs.iter().filter(|known| !texts.contains(known)) {
                programs.push((lesson.name.clone(), lesson.head(lang).title, name.clone()));
            }
            texts.extend(&lesson.programs);
        }
        programs
    }

    /// The terms that a lesson marks.
    ///
    /// # Errors
    /// If something is wrong with the glossary beside it.
    pub fn glossary(&self, name: Option<&str>, lang: Lang) -> Result<Glossary, PageError> {
        match name.and_then(|name| self.own(name)) {
            Some(own) => own.glossary(lang),
            None => Glossary::embedded(lang).map_err(PageError::new),
        }
    }

    /// The heads of all lessons, in order. One that cannot be read has its name alone: what is wrong is told when it is
    /// played.
    pub fn heads(&self, lang: Lang) -> Vec<Head> {
        let (brought, given): (Vec<_>, Vec<_>) = self.lessons.iter().partition(|lesson| is_brought(&lesson.name));
        let mut heads: Vec<Head> = given.into_iter().map(|lesson| lesson.head(lang)).collect();
        if self.lessons.is_empty() || self.of_course.is_some() {
            let offered = |head: &Head| self.of_course.as_ref().is_none_or(|names| names.contains(&head.name));
            heads.extend(head::course(lang).unwrap_or_default().into_iter().filter(offered));
        }
        heads.extend(brought.into_iter().map(|lesson| lesson.head(lang)));
        heads
    }

    /// How a progress file names a lesson.
    pub fn key(&self, name: &str) -> String {
        self.own(name).and_then(|own| own.key.as_deref()).unwrap_or(name).to_owned()
    }

    /// Takes in a lesson; one of the same name is replaced.
    pub fn put(&mut self, lesson: OwnLesson) {
        if let Some(known) = self.lessons.iter_mut().find(|known| known.name == lesson.name) {
            *known = lesson;
            return;
        }
        if self.lessons.is_empty() && self.of_course.is_none() {
            self.of_course = Some(load::names().map(str::to_owned).collect());
        }
        self.lessons.push(lesson);
    }
}
