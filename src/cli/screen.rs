//! Runs a program on the full screen of the terminal; playing a lesson is one of them.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use crossterm::terminal;

use super::error::CliError;
use super::inbox::{self, Inbox, Message};
use super::terminal::FullScreen;
use crate::terminal::tui::{App, Effect, Ending, Input, Settings, draw};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::player::{Journal, Player};

/// The time between two drawings while a lesson plays by itself.
const TICK: Duration = Duration::from_millis(50);

/// A program that uses the full screen.
pub trait ScreenProgram {
    /// Draws the program without changing it.
    fn draw(&self, canvas: &mut ratatui::Frame);

    /// Handles one input. The caller only carries out an end or a stop; all other effects are for the program itself.
    fn update(&mut self, input: Input) -> Effect;

    /// The longest time without an [`Input::Tick`]; `None` if it needs none.
    fn pulse(&self) -> Option<Duration>;

    /// What is to go to the clipboard of the terminal, after [`Effect::Copy`].
    fn copied(&mut self) -> Option<String> {
        None
    }

    /// The program was stopped for this long and continues.
    fn resumed(&mut self, _away: Duration) {}
}

/// A lesson on the screen, and the journal that records what the learner does.
struct LessonScreen<'a> {
    app: App,
    /// What ended it.
    left: Effect,
    journal: &'a mut dyn Journal,
}

impl ScreenProgram for LessonScreen<'_> {
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
        if ends(effect) {
            self.left = effect;
        }
        effect
    }

    fn copied(&mut self) -> Option<String> {
        self.app.copied()
    }

    fn pulse(&self) -> Option<Duration> {
        (self.app.is_playing() || self.app.is_moving()).then_some(TICK)
    }
}

impl LessonScreen<'_> {
    fn tell(&mut self) {
        let head = self.app.player().head();
        if let Some(step) = head.steps.get(self.app.step()) {
            self.journal.reached(&head.id, &step.id);
        }
    }
}

/// How a lesson was left.
pub struct Left {
    /// The exit code, if the program ends with it.
    pub code: ExitCode,
    /// The step that was on the screen.
    pub step: usize,
    /// What the reader wants next.
    pub wish: Wish,
}

/// What the reader wants after a lesson.
pub enum Wish {
    /// Nothing more.
    Quit,
    /// The next lesson.
    Next,
    /// The questions of these steps once more.
    Practise(Vec<usize>),
    /// The course.
    Course,
}

/// Plays until the reader quits or goes on from the end.
pub fn play(
    player: Player,
    glossary: Glossary,
    ending: Option<Ending>,
    settings: Settings,
    mouse: bool,
    first: usize,
    journal: &mut dyn Journal,
) -> Result<Left, CliError> {
    let size = terminal::size().map_err(CliError::Output)?;
    let Some(app) = App::new(player, settings, first, size) else {
        return Ok(Left { code: ExitCode::SUCCESS, step: first, wish: Wish::Quit });
    };
    let app = app.with_glossary(glossary);
    let app = match ending {
        Some(ending) => app.ending_with(ending),
        None => app,
    };
    let title = format!("gostep: {}", app.player().head().title);
    let app = app.opening();
    let mut playing = LessonScreen { app, left: Effect::Quit, journal };
    playing.tell();
    let code = show(&mut playing, &title, mouse)?;
    let wish = match playing.left {
        Effect::NextLesson => Wish::Next,
        Effect::Practise => Wish::Practise(playing.app.missed()),
        Effect::Course => Wish::Course,
        _ => Wish::Quit,
    };
    Ok(Left { code, step: playing.app.step(), wish })
}

/// Whether an effect ends the program on the screen.
fn ends(effect: Effect) -> bool {
    matches!(effect, Effect::Quit | Effect::Done | Effect::NextLesson | Effect::Practise | Effect::Course)
}

/// Runs a program on the full screen until it ends.
pub fn show(scene: &mut dyn ScreenProgram, title: &str, mouse: bool) -> Result<ExitCode, CliError> {
    let inbox = Inbox::open().map_err(CliError::Output)?;
    let mut screen = FullScreen::open(title, mouse).map_err(CliError::Output)?;
    let outcome = run(scene, &mut screen, &inbox);
    drop(screen);
    let signal = outcome.map_err(CliError::Output)?;
    Ok(signal.map_or(ExitCode::SUCCESS, ended_by))
}

/// The exit code with which a shell reports that a signal ended a program.
fn ended_by(signal: i32) -> ExitCode {
    const SIGNALLED: i32 = 128;
    ExitCode::from(u8::try_from(SIGNALLED + signal).unwrap_or(u8::MAX))
}

/// Draws and handles messages until the end. Returns the signal if one ended the program.
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
                effect if ends(effect) => return Ok(None),
                Effect::Copy => {
                    if let Some(text) = scene.copied() {
                        screen.copy(&text)?;
                    }
                }
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
                _ => {}
            }
            message = inbox.waiting();
        }
        // Changes of size are not reported while the program is stopped, and can happen at any moment. So the size is
        // asked for before each drawing, and the program is told the size that is drawn.
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
