//! Practice on the full screen: one question after the other, each in the step to which it belongs.

use std::collections::HashMap;
use std::time::Duration;

use crossterm::terminal;

use super::error::CliError;
use super::learner;
use super::screen::{self, ScreenProgram};
use super::screen_flags::ScreenFlags;
use crate::lesson_files;
use crate::progress_file::ProgressFile;
use crate::terminal::tui::{App, Effect, Input, Settings, draw};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::head::Head;
use gostep_course::player::{Journal, Player, Renamed};
use gostep_course::words::Lang;

/// Asks until there are no more questions or the learner quits; first says what is due. Returns how many were right at the first try, and how
/// many were tried.
pub fn ask_all(
    heads: &[Head],
    tasks: &[(usize, usize)],
    agenda: Option<String>,
    lang: Lang,
    flags: &ScreenFlags,
    progress_file: &mut ProgressFile,
) -> Result<(usize, usize), CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let mut lessons = Lessons { heads, tasks, lang, read: HashMap::new() };
    let settings = flags.looks.settings();
    let Some((at, app)) = lessons.open(0, settings, size)? else { return Ok((0, 0)) };
    let app = match agenda {
        Some(agenda) => app.saying(agenda),
        None => app,
    };
    let mut practising =
        PracticeScreen { lessons, progress_file, at, app, size, tried: false, counts: (0, 0), problem: None };
    screen::show(&mut practising, "gostep", !flags.no_mouse)?;
    practising.problem.map_or(Ok(practising.counts), Err)
}

/// The lessons to which the questions belong, each loaded when it is needed.
struct Lessons<'a> {
    heads: &'a [Head],
    tasks: &'a [(usize, usize)],
    lang: Lang,
    read: HashMap<usize, (Player, Glossary)>,
}

impl Lessons<'_> {
    /// The first question from an index on, and its screen. Steps that no longer ask a question are skipped.
    fn open(&mut self, from: usize, settings: Settings, size: (u16, u16)) -> Result<Option<(usize, App)>, CliError> {
        for (at, &(lesson, step)) in self.tasks.iter().enumerate().skip(from) {
            if !self.read.contains_key(&lesson) {
                let (read, glossary) = lesson_files::with_glossary(&self.heads[lesson].name, self.lang)?;
                self.read.insert(lesson, (Player::mixed(read, learner::practice_seed()), glossary));
            }
            let Some((player, glossary)) = self.read.get(&lesson) else { continue };
            if player.frame(step).is_some_and(|frame| frame.question.is_some()) {
                let settings = Settings { alone: Some((at + 1, self.tasks.len())), ..settings };
                let app = App::new(player.clone(), settings, step, size);
                return Ok(app.map(|app| (at, app.with_glossary(glossary.clone()))));
            }
        }
        Ok(None)
    }
}

struct PracticeScreen<'a> {
    lessons: Lessons<'a>,
    progress_file: &'a mut ProgressFile,
    /// Index of the question.
    at: usize,
    app: App,
    size: (u16, u16),
    /// Whether the present question was tried.
    tried: bool,
    /// How many questions were right at the first try, and how many were tried.
    counts: (usize, usize),
    /// The error that ends the practice, if there is one.
    problem: Option<CliError>,
}

impl ScreenProgram for PracticeScreen<'_> {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw(&self.app, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        if let Input::Resize(width, height) = input {
            self.size = (width, height);
        }
        match self.app.update(input) {
            Effect::Answered { right } => {
                self.answered(right);
                Effect::Stay
            }
            Effect::Done => self.next(),
            effect => effect,
        }
    }

    fn copied(&mut self) -> Option<String> {
        self.app.copied()
    }

    fn pulse(&self) -> Option<Duration> {
        None
    }
}

impl PracticeScreen<'_> {
    fn answered(&mut self, right: bool) {
        if !std::mem::replace(&mut self.tried, true) {
            self.counts = (self.counts.0 + usize::from(right), self.counts.1 + 1);
        }
        let (lesson, step) = self.lessons.tasks[self.at];
        let key = &self.lessons.heads[lesson].key;
        let head = self.app.player().head();
        if let Some(step) = head.steps.get(step) {
            Renamed { journal: self.progress_file, lesson: key }.answered(&head.id, &step.id, right);
        }
    }

    fn next(&mut self) -> Effect {
        match self.lessons.open(self.at + 1, self.app.settings(), self.size) {
            Ok(Some((at, app))) => {
                (self.at, self.app, self.tried) = (at, app, false);
                Effect::Stay
            }
            Ok(None) => Effect::Quit,
            Err(problem) => {
                self.problem = Some(problem);
                Effect::Quit
            }
        }
    }
}
