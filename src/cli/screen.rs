//! A lesson on the whole screen of a terminal.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use crossterm::terminal;

use super::error::CliError;
use super::inbox::{self, Inbox, Message};
use super::terminal::FullScreen;
use crate::view::tui::{App, Effect, Input, Settings, draw};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::player::{Journal, Player};

/// While a lesson plays by itself, the screen is drawn this often.
const TICK: Duration = Duration::from_millis(50);

/// A program that has the whole screen.
pub trait ScreenProgram {
    /// Draws it; changes nothing.
    fn draw(&self, canvas: &mut ratatui::Frame);

    /// Something happened. What is not answered with an end or a stop is the scene's own business.
    fn update(&mut self, input: Input) -> Effect;

    /// How soon it wants to be told how late it is, though nothing else happens.
    fn pulse(&self) -> Option<Duration>;

    /// It was stopped for so long.
    fn resumed(&mut self, _away: Duration) {}
}

/// A lesson, and where it is taken down what the learner does.
struct Playing<'a> {
    app: App,
    journal: &'a mut dyn Journal,
}

impl ScreenProgram for Playing<'_> {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw(&self.app, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        let effect = self.app.update(input);
        if let Effect::Answered { right } = effect {
            let head = self.app.player().head();
            if let Some(step) = head.steps.get(self.app.step()) {
                self.journal.answered(&head.id, &step.id, right);
            }
        }
        self.tell();
        effect
    }

    fn pulse(&self) -> Option<Duration> {
        self.app.is_playing().then_some(TICK)
    }
}

impl Playing<'_> {
    fn tell(&mut self) {
        let head = self.app.player().head();
        if let Some(step) = head.steps.get(self.app.step()) {
            self.journal.reached(&head.id, &step.id);
        }
    }
}

/// Plays until the reader quits. Gives the step where that was, too.
pub fn play(
    player: Player,
    glossary: Glossary,
    settings: Settings,
    mouse: bool,
    first: usize,
    journal: &mut dyn Journal,
) -> Result<(ExitCode, usize), CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let Some(app) = App::new(player, settings, first, size) else { return Ok((ExitCode::SUCCESS, first)) };
    let app = app.with_glossary(glossary);
    let title = format!("gostep: {}", app.player().head().title);
    let mut playing = Playing { app, journal };
    playing.tell();
    let code = show(&mut playing, &title, mouse)?;
    Ok((code, playing.app.step()))
}

/// Gives a scene the whole screen until it ends.
pub fn show(scene: &mut dyn ScreenProgram, title: &str, mouse: bool) -> Result<ExitCode, CliError> {
    let inbox = Inbox::open().map_err(CliError::Output)?;
    let mut screen = FullScreen::open(title, mouse).map_err(CliError::Output)?;
    let outcome = run(scene, &mut screen, &inbox);
    drop(screen);
    let signal = outcome.map_err(CliError::Output)?;
    Ok(signal.map_or(ExitCode::SUCCESS, ended_by))
}

/// As a shell says that a signal ended a program.
fn ended_by(signal: i32) -> ExitCode {
    const SIGNALLED: i32 = 128;
    ExitCode::from(u8::try_from(SIGNALLED + signal).unwrap_or(u8::MAX))
}

/// Draws and listens. Gives the signal that ended it, if one did.
fn run(scene: &mut dyn ScreenProgram, screen: &mut FullScreen, inbox: &Inbox) -> std::io::Result<Option<i32>> {
    let mut size = screen.size;
    scene.update(Input::Resize(size.0, size.1));
    screen.terminal.draw(|canvas| scene.draw(canvas))?;
    inbox.read_terminal()?;
    let mut clock = Instant::now();
    loop {
        let mut message = Some(inbox.next(scene.pulse()));
        while let Some(now) = message {
            let effect = match now {
                Message::Terminal(event) => input(&event).map_or(Effect::Stay, |input| scene.update(input)),
                Message::Stop => Effect::Suspend,
                Message::Continue => {
                    screen.enter_again()?;
                    Effect::Stay
                }
                Message::End(signal) => return Ok(Some(signal)),
                Message::Gone => return Ok(None),
                Message::Resized | Message::Quiet => Effect::Stay,
            };
            match effect {
                Effect::Quit | Effect::Done => return Ok(None),
                Effect::Suspend => {
                    screen.leave();
                    if inbox::stop()?
                        && let Some(signal) = inbox.continued()
                    {
                        return Ok(Some(signal));
                    }
                    screen.enter_again()?;
                    scene.resumed(clock.elapsed());
                    clock = Instant::now();
                }
                Effect::Answered { .. } | Effect::Stay => {}
            }
            message = inbox.waiting();
        }
        // A size that changes while the program is stopped is not told to it. It may change again at any moment: what
        // counts is the size of what is drawn on, and the scene always has the same.
        let now = terminal::size()?;
        if screen.size != now {
            screen.start_anew(now)?;
        }
        if std::mem::replace(&mut size, screen.size) != screen.size {
            scene.update(Input::Resize(size.0, size.1));
        }
        if scene.update(Input::Tick(clock.elapsed())) == Effect::Quit {
            return Ok(None);
        }
        clock = Instant::now();
        screen.terminal.draw(|canvas| scene.draw(canvas))?;
    }
}

fn input(event: &Event) -> Option<Input> {
    match event {
        Event::Key(key) => Some(Input::Key(*key)),
        Event::Mouse(event) => Some(Input::Mouse(*event)),
        _ => None,
    }
}
