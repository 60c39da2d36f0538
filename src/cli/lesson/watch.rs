//! `gostep lesson watch`: on the full screen, or line by line without one.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::Args;
use crossterm::{Command, cursor, terminal};

use super::super::environment;
use super::super::error::CliError;
use super::super::keyboard::Keyboard;
use super::super::screen_flags::ScreenFlags;
use super::watch_screen;
use super::watched::{PAUSE, Watched};
use crate::lesson_files;
use crate::terminal::plain::Plain;
use crate::terminal::problems::Problems;
use gostep_course::lesson::LoadError;
use gostep_course::words::{Lang, of_commands};
use gostep_sim::said;

/// `gostep lesson watch FILE`
#[derive(Args, Debug)]
#[command(after_help = "\
Save the file in your editor: the first step that looks different is shown, or what is wrong above the last version \
without mistakes. The keys are those of `gostep play`; ? shows them. Without --lang the lesson is shown in the language \
in which it is written.

With --plain, Enter goes to the next step, b and Enter back, the number or name of a step goes there, q ends.")]
pub struct WatchArgs {
    /// The lesson file
    #[arg(value_name = "FILE")]
    file: String,
    /// Begin with this step, by number or name
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
    /// Print the steps, without a full screen
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    screen: ScreenFlags,
}

/// Shows the lesson, and again whenever it is saved.
pub fn run(args: &WatchArgs, lang: Option<Lang>, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    // If the file does not exist its name is probably misspelt, so there is nothing to wait for.
    if let Err(error @ LoadError::Unreadable { .. }) = lesson_files::source(&args.file, lang.unwrap_or_default()) {
        return Err(error.into());
    }
    if !lesson_files::is_path(&args.file) {
        return Err(CliError::Usage(said!("{} is not a file; it comes with gostep and does not change", args.file)));
    }
    let watched = Watched::open(&args.file, lang, args.step.as_deref());
    if environment::has_screen(args.plain) {
        return watch_screen::run(watched, &args.screen);
    }
    line_by_line(Lines { watched, out })
}

fn line_by_line(mut lines: Lines<'_>) -> Result<ExitCode, CliError> {
    lines.draw()?;
    let keyboard = Keyboard::open();
    loop {
        match keyboard.line_within(PAUSE).as_deref() {
            Some("q") => return Ok(ExitCode::SUCCESS),
            Some(line) => lines.go(line)?,
            None => {}
        }
        if lines.watched.look() {
            lines.draw()?;
        }
    }
}

struct Lines<'a> {
    watched: Watched,
    out: &'a mut dyn Write,
}

impl Lines<'_> {
    /// Does what was typed.
    fn go(&mut self, word: &str) -> Result<(), CliError> {
        let watched = &mut self.watched;
        let Some(player) = &watched.player else { return Ok(()) };
        watched.step = match word {
            "" | "n" => (watched.step + 1).min(player.len().saturating_sub(1)),
            "b" => watched.step.saturating_sub(1),
            word => player.find(word).unwrap_or(watched.step),
        };
        self.draw()
    }

    fn draw(&mut self) -> Result<(), CliError> {
        let (width, colour) = (environment::width(), environment::colour());
        let watched = &self.watched;
        let words = &of_commands(watched.lang()).watch;
        let mut text = String::new();
        if let Some(player) = &watched.player
            && let Some(frame) = player.frame(watched.step)
        {
            let plain = Plain { width, colour, notes: true };
            text.push_str(&plain.frame(player, &frame));
            text.push('\n');
            if watched.is_broken() {
                text.push_str(&format!("{}\n\n", words.old_above));
            }
        }
        for problem in &watched.problems {
            text.push_str(&Problems { width, colour, lang: watched.lang() }.text(problem));
        }
        if !watched.problems.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{}\n", words.line_keys.with([&watched.name])));
        self.show(&text).map_err(CliError::Output)
    }

    /// Prints a text; on a terminal it replaces what was printed before.
    fn show(&mut self, text: &str) -> std::io::Result<()> {
        if std::io::stdout().is_terminal() && !environment::is_dumb() {
            let mut clear = String::new();
            let _ = terminal::Clear(terminal::ClearType::All).write_ansi(&mut clear);
            let _ = cursor::MoveTo(0, 0).write_ansi(&mut clear);
            self.out.write_all(clear.as_bytes())?;
        } else {
            self.out.write_all(b"\n")?;
        }
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }
}
