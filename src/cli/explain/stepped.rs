//! A log on the full screen of the terminal.

use std::io::IsTerminal;
use std::process::ExitCode;
use std::time::Duration;

use crossterm::terminal;

use super::super::environment;
use super::super::error::CliError;
use super::super::screen::{self, ScreenProgram};
use super::super::screen_flags::ScreenFlags;
use super::source::Source;
use crate::terminal::tui::{Effect, Input, LogWalk, WalkedLog, draw_log_walk};
use gostep_course::words::Lang;

/// Gets ready for the full screen; `false` if the log is to be printed. Where standard input was the log, which has been
/// read by then, the terminal takes its place, so that keys come from there.
pub fn takes_screen(plain: bool) -> bool {
    !plain && !environment::is_dumb() && std::io::stdout().is_terminal() && takes_keys()
}

#[cfg(unix)]
fn takes_keys() -> bool {
    std::io::stdin().is_terminal()
        || std::fs::File::open("/dev/tty").is_ok_and(|terminal| nix::unistd::dup2_stdin(terminal).is_ok())
}

#[cfg(not(unix))]
fn takes_keys() -> bool {
    std::io::stdin().is_terminal()
}

/// Reads a log, and shows it until the reader quits.
pub fn run(source: &Source, name: &str, lang: Lang, flags: &ScreenFlags) -> Result<ExitCode, CliError> {
    let mut log = WalkedLog::new(name);
    log.reading = source.reading(|entry| log.add(entry))?;
    let size = terminal::size().map_err(CliError::Output)?;
    let mut stepped = Stepped(LogWalk::new(log, lang, flags.looks.settings(), size));
    screen::show(&mut stepped, &format!("gostep: {name}"), !flags.no_mouse)
}

struct Stepped(LogWalk);

impl ScreenProgram for Stepped {
    fn draw(&self, canvas: &mut ratatui::Frame) {
        draw_log_walk(&self.0, canvas);
    }

    fn update(&mut self, input: Input) -> Effect {
        self.0.update(input)
    }

    fn pulse(&self) -> Option<Duration> {
        None
    }
}
