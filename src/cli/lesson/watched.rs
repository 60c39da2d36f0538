//! A lesson file that is read again whenever it is saved.

use std::path::PathBuf;
use std::time::Duration;

use crate::author::changes::first_changed_step;
use crate::lesson_files::{self, Seen};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::{LoadError, Problem, Severity};
use gostep_course::player::Player;
use gostep_course::words::Lang;

/// The time between two looks at the files. Looking regularly works on every file system and for every way of saving.
pub const PAUSE: Duration = Duration::from_millis(200);

/// The lesson and its problems.
pub struct Watched {
    /// The file, as the author wrote it.
    pub name: String,
    /// The last version without mistakes.
    pub player: Option<Player>,
    /// The terms that the lesson can mark.
    pub glossary: Glossary,
    /// Index of the step that the author looks at.
    pub step: usize,
    /// Whether the version read last looks different from the one before.
    pub changed: bool,
    /// The problems of the version that was saved last.
    pub problems: Vec<Problem>,
    lang: Option<Lang>,
    path: PathBuf,
    seen: Seen,
}

impl Watched {
    /// Reads the lesson and begins at a step, given by number or id.
    pub fn open(name: &str, lang: Option<Lang>, step: Option<&str>) -> Self {
        let path = PathBuf::from(name);
        let seen = Seen::of(&path);
        let mut watched = Self {
            name: name.to_owned(),
            player: None,
            glossary: Glossary::default(),
            step: 0,
            changed: false,
            problems: Vec::new(),
            lang,
            path,
            seen,
        };
        watched.load();
        if let (Some(step), Some(player)) = (step, &watched.player) {
            watched.step = player.find(step).unwrap_or(0);
        }
        watched
    }

    /// The language of messages.
    pub fn lang(&self) -> Lang {
        self.player.as_ref().map_or(self.lang.unwrap_or_default(), |player| player.head().lang)
    }

    /// Whether the version that was saved last has mistakes.
    pub fn is_broken(&self) -> bool {
        self.problems.iter().any(|problem| problem.severity == Severity::Error)
    }

    /// Looks at the files and reads the lesson if it was saved; returns whether it was.
    pub fn look(&mut self) -> bool {
        if !self.path.is_file() || !self.seen.changes() {
            return false;
        }
        self.load();
        true
    }

    /// Reads the lesson. If it has mistakes, the last good version is kept.
    fn load(&mut self) {
        let own = || lesson_files::source(&self.name, Lang::En).map_or(Lang::En, |source| source.own_lang());
        let lang = self.lang.unwrap_or_else(own);
        match lesson_files::with_glossary(&self.name, lang) {
            Ok((lesson, glossary)) => {
                self.glossary = glossary;
                self.problems.clone_from(&lesson.notices);
                let player = Player::new(lesson);
                let changed = self.player.as_ref().and_then(|old| first_changed_step(old, &player));
                self.changed = changed.is_some();
                self.step = changed.unwrap_or(self.step).min(player.len().saturating_sub(1));
                self.player = Some(player);
            }
            Err(LoadError::Problems(problems)) => self.problems = problems,
            Err(error) => self.problems = vec![Problem::of_file(&self.name, Severity::Error, error.to_string(), "")],
        }
    }
}
