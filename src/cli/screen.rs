//! A lesson on the whole screen of a terminal.

use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use crossterm::terminal;

use super::error::CliError;
use super::inbox::{self, Inbox, Message};
use super::terminal::FullScreen;
use crate::lesson::glossary::Glossary;
use crate::player::{Journal, Player};
use crate::view::tui::{App, Effect, Input, Settings, draw};
use crate::view::words::{fill, words};

const DEFAULT_WIDTH: usize = 80;
const NARROWEST: usize = 20;
const WIDEST: usize = 120;
/// While a lesson plays by itself, the screen is drawn this often.
const TICK: Duration = Duration::from_millis(50);

/// Columns to write in: COLUMNS, else those of the terminal, else 80.
pub fn width() -> usize {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let columns = given.or_else(|| terminal::size().ok().map(|(columns, _)| usize::from(columns)));
    columns.filter(|&columns| columns > 0).unwrap_or(DEFAULT_WIDTH).clamp(NARROWEST, WIDEST)
}

/// Plays until the reader quits.
pub fn play(
    player: Player,
    glossary: Glossary,
    settings: Settings,
    mouse: bool,
    first: usize,
    journal: &mut dyn Journal,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let Some(app) = App::new(player, settings, first, size) else { return Ok(ExitCode::SUCCESS) };
    let mut app = app.with_glossary(glossary);
    let title = format!("gostep: {}", app.player().head().title);
    let mut screen = FullScreen::open(&title, mouse).map_err(CliError::Output)?;
    let outcome = run(&mut app, &mut screen, journal);
    drop(screen);
    let signal = outcome.map_err(CliError::Output)?;
    let head = app.player().head();
    let stopped = fill(words(head.lang).stopped_at, &[&(app.step() + 1), &app.player().len(), &head.id]);
    writeln!(out, "{stopped}").map_err(CliError::Output)?;
    Ok(signal.map_or(ExitCode::SUCCESS, ended_by))
}

/// As a shell says that a signal ended a program.
fn ended_by(signal: i32) -> ExitCode {
    const SIGNALLED: i32 = 128;
    ExitCode::from(u8::try_from(SIGNALLED + signal).unwrap_or(u8::MAX))
}

/// Draws and listens. Gives the signal that ended it, if one did.
fn run(app: &mut App, screen: &mut FullScreen, journal: &mut dyn Journal) -> std::io::Result<Option<i32>> {
    screen.terminal.draw(|canvas| draw(app, canvas))?;
    let inbox = Inbox::open()?;
    tell(app, journal);
    let mut clock = Instant::now();
    loop {
        let mut message = Some(inbox.next(app.is_playing().then_some(TICK)));
        while let Some(now) = message {
            let effect = match now {
                Message::Terminal(Event::Resize(columns, rows)) => {
                    screen.start_anew()?;
                    app.update(Input::Resize(columns, rows))
                }
                Message::Terminal(event) => input(&event).map_or(Effect::Stay, |input| app.update(input)),
                Message::Stop => Effect::Suspend,
                Message::Continue => {
                    screen.enter_again()?;
                    Effect::Stay
                }
                Message::End(signal) => return Ok(Some(signal)),
                Message::Gone => return Ok(None),
                Message::Quiet => Effect::Stay,
            };
            match effect {
                Effect::Quit => return Ok(None),
                Effect::Suspend => {
                    screen.leave();
                    inbox::stop()?;
                    screen.enter_again()?;
                    clock = Instant::now();
                }
                Effect::Answered { right } => {
                    let head = app.player().head();
                    if let Some(step) = head.steps.get(app.step()) {
                        journal.answered(&head.id, &step.id, right);
                    }
                }
                Effect::Stay => {}
            }
            tell(app, journal);
            message = inbox.waiting();
        }
        if app.update(Input::Tick(clock.elapsed())) == Effect::Quit {
            return Ok(None);
        }
        clock = Instant::now();
        tell(app, journal);
        screen.terminal.draw(|canvas| draw(app, canvas))?;
    }
}

fn input(event: &Event) -> Option<Input> {
    match event {
        Event::Key(key) => Some(Input::Key(*key)),
        Event::Mouse(event) => Some(Input::Mouse(*event)),
        _ => None,
    }
}

fn tell(app: &App, journal: &mut dyn Journal) {
    let head = app.player().head();
    if let Some(step) = head.steps.get(app.step()) {
        journal.reached(&head.id, &step.id);
    }
}
