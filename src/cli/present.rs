//! `gostep present`.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use crossterm::terminal;

use super::error::CliError;
use super::note::note;
use super::presentation_files::{self, Published};
use super::screen::{self, ScreenProgram};
use super::screen_flags::LooksFlags;
use super::{environment, meant, play};
use crate::lesson_files;
use crate::terminal::notes::clock;
use crate::terminal::tui::{Effect, Input, Talk, draw_talk};
use gostep_course::player::Player;
use gostep_course::words::{Lang, words};
use gostep_sim::said;

/// The time between two drawings of the clock, and between two looks for commands of the second terminal.
const DRAW_INTERVAL: Duration = Duration::from_millis(150);

/// `gostep present LESSON`
#[derive(Args, Debug)]
#[command(
    after_help = "A clicker's keys step the lesson: what it shows and asks, then the answer, then the explanation, then the next step. ? shows all keys. Make the letters of the terminal large before you begin.

In a second terminal on the same computer, `gostep notes` shows your notes, the answers and what comes next, and can step the presentation. Nothing goes over the network, and nobody's progress is recorded."
)]
pub struct PresentArgs {
    /// A lesson that comes with gostep, by name or number, or a YAML file
    #[arg(value_name = "LESSON", value_parser = meant::lesson())]
    lesson: String,
    /// Begin with this step, by number or name
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
    #[command(flatten)]
    looks: LooksFlags,
}

/// A presentation and the files that tell the notes about it.
struct PresentationScreen {
    talk: Talk,
    lesson: String,
    published: Option<Published>,
}

impl ScreenProgram for PresentationScreen {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw_talk(&self.talk, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        let effect = self.talk.update(input);
        if let Some(published) = &mut self.published {
            for ask in published.asked() {
                self.talk.ask(ask);
            }
        }
        self.tell();
        effect
    }

    fn pulse(&self) -> Option<Duration> {
        Some(DRAW_INTERVAL)
    }

    /// The clock of the presentation went on while the program was stopped.
    fn resumed(&mut self, away: Duration) {
        self.talk.update(Input::Tick(away));
    }
}

impl PresentationScreen {
    /// Publishes the state of the presentation. If that fails, the presentation goes on without notes.
    fn tell(&mut self) {
        let Some(published) = &mut self.published else { return };
        let presentation = self.talk.presentation(&self.lesson, presentation_files::now_ms());
        if let Err(error) = published.tell(&presentation) {
            self.published = None;
            self.say_alone(&error);
        }
    }

    fn say_alone(&mut self, error: &std::io::Error) {
        let words = &words(self.talk.player().head().lang).present;
        self.talk.say(words.alone.with([error]));
    }
}

/// Presents a lesson on the full screen.
pub fn run(args: &PresentArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if !environment::has_terminal() || environment::is_dumb() {
        let instead = said!("print the lesson with `gostep play`, and its notes with `gostep notes --all`");
        return Err(CliError::Usage(said!("a presentation needs a terminal with a full screen; {instead}", instead)));
    }
    let (lesson, glossary) = lesson_files::with_glossary(&args.lesson, lang)?;
    for notice in &lesson.notices {
        note(&notice.said(), lang);
    }
    let player = Player::new(lesson);
    let first = match &args.step {
        Some(step) => player.find(step).ok_or_else(|| play::no_such_step(&player, step))?,
        None => 0,
    };
    let size = terminal::size().map_err(CliError::Output)?;
    let title = format!("gostep: {}", player.head().title);
    let words = &words(player.head().lang).present;
    let Some(talk) = Talk::new(player, glossary, args.looks.settings(), first, size) else {
        return Ok(ExitCode::SUCCESS);
    };
    let mut presenting = PresentationScreen { talk, lesson: lesson_files::key(&args.lesson), published: None };
    match presentation_files::directory().and_then(|directory| Published::open(&directory)) {
        Ok(published) => presenting.published = Some(published),
        Err(error) => presenting.say_alone(&error),
    }
    presenting.tell();
    let code = screen::show(&mut presenting, &title, false)?;
    let talk = &presenting.talk;
    let (id, steps) = (&talk.player().head().id, talk.player().len());
    let ended = words.ended.with([id, &(talk.step() + 1), &steps, &clock(talk.time().as_secs())]);
    writeln!(out, "{ended}").map_err(CliError::Output)?;
    Ok(code)
}
