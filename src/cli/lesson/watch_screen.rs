//! A lesson on the full screen while it is being written: it is played as usual, and read again whenever it is saved.

use std::process::ExitCode;
use std::time::Duration;

use crossterm::terminal;

use super::super::error::CliError;
use super::super::screen::{self, ScreenProgram};
use super::super::screen_flags::ScreenFlags;
use super::watched::{PAUSE, Watched};
use crate::terminal::problems::Problems;
use crate::terminal::tui::{App, Effect, Input, Reading, Settings, draw, draw_reading};
use gostep_course::words::of_commands;
use gostep_course::words::watch::WatchWords;
use gostep_view::look::{Line, Span};

/// Runs until the author quits.
pub fn run(watched: Watched, flags: &ScreenFlags) -> Result<ExitCode, CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let settings = Settings { notes: true, ..flags.looks.settings() };
    let title = format!("gostep: {}", watched.name);
    let mut watching = Watching { watched, settings, size, app: None, mistakes: Reading::default() };
    let message = watching.words().watching.with([&watching.watched.name]);
    watching.show(message);
    screen::show(&mut watching, &title, !flags.no_mouse)
}

struct Watching {
    watched: Watched,
    settings: Settings,
    size: (u16, u16),
    /// The player of the last version without mistakes.
    app: Option<App>,
    /// The list of mistakes, shown until there is such a version.
    mistakes: Reading,
}

impl ScreenProgram for Watching {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        match &self.app {
            Some(app) => draw(app, canvas),
            None => draw_reading(&self.mistakes, self.settings, canvas),
        }
    }

    fn update(&mut self, input: Input) -> Effect {
        if let Input::Resize(width, height) = input {
            self.size = (width, height);
        }
        if matches!(input, Input::Tick(_)) && self.watched.look() {
            let words = self.words();
            let changed = if self.watched.changed { words.changed } else { words.same };
            let message = match self.watched.problems.len() {
                0 => changed.to_owned(),
                many => words.remarks.with([&many, &self.watched.name]),
            };
            self.show(message);
        }
        let effect = match &mut self.app {
            Some(app) => {
                let effect = app.update(input);
                self.watched.step = app.step();
                effect
            }
            None => self.mistakes.update(input),
        };
        // The lines of the list were broken for the old width.
        if matches!(input, Input::Resize(..)) && self.app.as_ref().is_none_or(App::is_noting) {
            self.show_mistakes();
        }
        effect
    }

    fn copied(&mut self) -> Option<String> {
        self.app.as_mut().and_then(App::copied)
    }

    fn pulse(&self) -> Option<Duration> {
        Some(PAUSE)
    }
}

impl Watching {
    fn words(&self) -> &'static WatchWords {
        &of_commands(self.watched.lang()).watch
    }

    /// Shows the version that was just read: the lesson with a message, or its mistakes above the last good version.
    fn show(&mut self, message: String) {
        if self.watched.is_broken() {
            self.show_mistakes();
        } else if let Some(player) = self.watched.player.clone() {
            let settings = self.app.as_ref().map_or(self.settings, App::settings);
            let app = App::new(player, settings, self.watched.step, self.size);
            self.app = app.map(|app| app.with_glossary(self.watched.glossary.clone()).saying(message));
        }
    }

    fn show_mistakes(&mut self) {
        let words = self.words();
        let width = usize::from(self.size.0).saturating_sub(6).clamp(20, 110);
        let view = Problems { width, colour: false, lang: self.watched.lang() };
        let lines = |problem| view.text(problem).lines().map(|row| vec![Span::plain(row)]).collect::<Vec<Line>>();
        let lines: Vec<Line> = self.watched.problems.iter().flat_map(lines).collect();
        let name = &self.watched.name;
        match &mut self.app {
            Some(app) => app.note(words.mistakes.with([name]), lines),
            None => self.mistakes = Reading::new(words.never_good.with([name]), lines, words.never_keys, self.size),
        }
    }
}
