//! Practice on the whole screen: one question after the other, each in the step that asks it.

use std::collections::HashMap;
use std::time::Duration;

use crossterm::terminal;

use super::error::CliError;
use super::learner;
use super::screen::{self, ScreenProgram};
use super::screen_flags::ScreenFlags;
use crate::lesson_files;
use crate::progress_file::ProgressFile;
use crate::view::tui::{App, Effect, Input, Settings, draw};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::head::Head;
use gostep_course::player::{Journal, Player, Renamed};
use gostep_course::words::Lang;

/// Asks until the questions end or the learner quits. Gives how many were right at the first try, and how many were
/// tried.
pub fn ask_all(
    heads: &[Head],
    tasks: &[(usize, usize)],
    lang: Lang,
    flags: &ScreenFlags,
    progress_file: &mut ProgressFile,
) -> Result<(usize, usize), CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let mut lessons = Lessons { heads, tasks, lang, read: HashMap::new() };
    let settings = flags.looks.settings();
    let Some((at, app)) = lessons.open(0, settings, size)? else { return Ok((0, 0)) };
    let mut practising =
        Practising { lessons, progress_file, at, app, size, tried: false, counts: (0, 0), problem: None };
    screen::show(&mut practising, "gostep", !flags.no_mouse)?;
    practising.problem.map_or(Ok(practising.counts), Err)
}

/// The lessons of the questions, read when they are needed.
struct Lessons<'a> {
    heads: &'a [Head],
    tasks: &'a [(usize, usize)],
    lang: Lang,
    read: HashMap<usize, (Player, Glossary)>,
}

impl Lessons<'_> {
    /// The first question at or behind a place among all.
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

struct Practising<'a> {
    lessons: Lessons<'a>,
    progress_file: &'a mut ProgressFile,
    /// Which question, from 0.
    at: usize,
    app: App,
    size: (u16, u16),
    /// This question was tried.
    tried: bool,
    /// Right at the first try, tried.
    counts: (usize, usize),
    /// Why it cannot go on.
    problem: Option<CliError>,
}

impl ScreenProgram for Practising<'_> {
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

    fn pulse(&self) -> Option<Duration> {
        None
    }
}

impl Practising<'_> {
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
