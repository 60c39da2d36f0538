//! Answers the page, and looks whether lessons were saved.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::author::changes::first_changed_step;
use crate::cli::learner::Learner;
use crate::lesson_files::{self, Seen};
use crate::serve::{Change, Desk};
use gostep_course::player::Player;
use gostep_course::words::Lang;
use gostep_page::{OwnLesson, Session, Shelf};

/// The lessons of a page.
pub struct Lessons {
    session: Session,
    files: Option<Files>,
}

/// Lessons in files.
struct Files {
    /// What the user named.
    name: String,
    seen: Seen,
    /// Each lesson as it was saved last.
    saved: BTreeMap<String, OwnLesson>,
    /// Each lesson as it could be played last.
    played: BTreeMap<String, OwnLesson>,
}

impl Lessons {
    /// The lessons of a shelf that was read from what the user named, if anything was named.
    pub fn new(name: Option<&str>, shelf: Shelf) -> Self {
        let files = name.filter(|_| !shelf.lessons.is_empty()).map(|name| {
            let saved: BTreeMap<_, _> =
                shelf.lessons.iter().map(|lesson| (lesson.name.clone(), lesson.clone())).collect();
            Files { name: name.to_owned(), seen: Seen::of(Path::new(name)), played: saved.clone(), saved }
        });
        let learner = Box::new(Learner::open());
        Self { session: Session::new(shelf).with_learner(learner), files }
    }
}

impl Desk for Lessons {
    fn answer(&mut self, question: &str) -> String {
        self.session.reply(question)
    }

    fn look(&mut self) -> Vec<Change> {
        let mut changes = Vec::new();
        for lesson in self.files.iter_mut().flat_map(Files::look) {
            let told = json!({ "lesson": lesson.name, "step": lesson.step });
            changes.push(Change { about: lesson.name, told });
            self.session.put(lesson.lesson);
        }
        changes
    }
}

/// A lesson that was saved.
struct Saved {
    name: String,
    lesson: OwnLesson,
    /// The first step that looks different, if one does.
    step: Option<usize>,
}

impl Files {
    /// The lessons that were saved. One that is gone stays as it was: an editor may be about to write it.
    fn look(&mut self) -> Vec<Saved> {
        if !Path::new(&self.name).exists() || !self.seen.changes() {
            return Vec::new();
        }
        let shelf = match lesson_files::shelf(&self.name) {
            Ok(shelf) => shelf,
            Err(error) => {
                // If standard error is closed there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "gostep: {error}");
                return Vec::new();
            }
        };
        let changed = shelf.lessons.into_iter().filter(|lesson| self.saved.get(&lesson.name) != Some(lesson));
        let changed: Vec<OwnLesson> = changed.collect();
        changed.into_iter().map(|lesson| self.saved(lesson)).collect()
    }

    fn saved(&mut self, lesson: OwnLesson) -> Saved {
        let name = lesson.name.clone();
        let old = self.played.get(&name);
        let steps =
            Lang::ALL.into_iter().filter_map(|lang| first_changed_step(&player(old?, lang)?, &player(&lesson, lang)?));
        let step = steps.min();
        if Lang::ALL.into_iter().any(|lang| player(&lesson, lang).is_some()) {
            self.played.insert(name.clone(), lesson.clone());
        }
        self.saved.insert(name.clone(), lesson.clone());
        Saved { name, lesson, step }
    }
}

/// A lesson that is ready to be played; nothing if there are mistakes in it.
fn player(lesson: &OwnLesson, lang: Lang) -> Option<Player> {
    let shelf = Shelf { lessons: vec![lesson.clone()], of_course: None };
    shelf.lesson(&lesson.name, lang).ok().map(Player::new)
}
