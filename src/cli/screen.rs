//! A lesson in a terminal: one keypress a step.

use std::io::{Stdout, Write, stdout};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read};
use crossterm::terminal::{Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};
use crossterm::{cursor, execute, queue, terminal};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use unicode_width::UnicodeWidthStr;

use super::error::CliError;
use crate::player::{Cursor, Journal, Player};
use crate::view::plain::Plain;
use crate::view::words::{Words, fill, words};

const DEFAULT_WIDTH: usize = 80;
const NARROWEST: usize = 20;
const WIDEST: usize = 120;

/// Columns to write in: COLUMNS, else those of the terminal, else 80.
pub fn width() -> usize {
    let given = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let columns = given.or_else(|| terminal::size().ok().map(|(columns, _)| usize::from(columns)));
    columns.filter(|&columns| columns > 0).unwrap_or(DEFAULT_WIDTH).clamp(NARROWEST, WIDEST)
}

/// Plays until the reader quits. `auto` is in seconds.
pub fn play(
    player: &Player,
    plain: Plain,
    first: usize,
    auto: Option<u32>,
    journal: &mut dyn Journal,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let words = words(player.head().lang);
    let mut cursor = Cursor::new(player.len());
    cursor.jump(first);
    let auto = auto.map(|seconds| Duration::from_secs(u64::from(seconds)));
    {
        let _raw = RawTerminal::enter().map_err(CliError::Output)?;
        let mut show = Show { player, plain, words, cursor, page: 0, message: None, journal, out: stdout() };
        show.run(auto).map_err(CliError::Output)?;
        cursor = show.cursor;
    }
    let stopped = fill(words.stopped_at, &[&(cursor.at() + 1), &player.len(), &player.head().id]);
    writeln!(out, "{stopped}").map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Gives the terminal back as it was, whatever happens.
struct RawTerminal;

impl RawTerminal {
    fn enter() -> std::io::Result<Self> {
        terminal::enable_raw_mode()?;
        let guard = Self;
        execute!(stdout(), EnterAlternateScreen, cursor::Hide)?;
        Ok(guard)
    }
}

impl Drop for RawTerminal {
    fn drop(&mut self) {
        // If the terminal is gone there is nothing to give back.
        let _ = execute!(stdout(), cursor::Show, LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
    }
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Forward,
    Back,
    First,
    Last,
    GoTo,
    Help,
    Quit,
}

fn command(key: KeyEvent) -> Option<Command> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return matches!(key.code, KeyCode::Char('c' | 'd')).then_some(Command::Quit);
    }
    Some(match key.code {
        KeyCode::Enter | KeyCode::Right | KeyCode::PageDown | KeyCode::Char(' ' | 'n') => Command::Forward,
        KeyCode::Left | KeyCode::PageUp | KeyCode::Backspace | KeyCode::Char('b' | 'p') => Command::Back,
        KeyCode::Home => Command::First,
        KeyCode::End => Command::Last,
        KeyCode::Char('g') => Command::GoTo,
        KeyCode::Char('?' | 'h') => Command::Help,
        KeyCode::Esc | KeyCode::Char('q') => Command::Quit,
        _ => return None,
    })
}

struct Show<'a> {
    player: &'a Player,
    plain: Plain,
    words: &'a Words,
    cursor: Cursor,
    /// Which part of a step that is longer than the screen.
    page: usize,
    /// Shown once in the bottom line.
    message: Option<String>,
    journal: &'a mut dyn Journal,
    out: Stdout,
}

impl Show<'_> {
    fn run(&mut self, auto: Option<Duration>) -> std::io::Result<()> {
        loop {
            let pages = self.draw(auto.is_none())?;
            let event = match auto {
                Some(time) => self.wait(time)?,
                None => Some(read()?),
            };
            let command = match event {
                None => Some(Command::Forward),
                Some(Event::Key(key)) if key.kind != KeyEventKind::Release => command(key),
                Some(_) => None,
            };
            let Some(command) = command else { continue };
            self.message = None;
            match command {
                Command::Quit => return Ok(()),
                Command::Forward if self.page + 1 < pages => self.page += 1,
                Command::Forward => {
                    if self.cursor.forward() {
                        self.page = 0;
                    } else if auto.is_some() && event.is_none() {
                        return Ok(());
                    }
                }
                Command::Back if self.page > 0 => self.page -= 1,
                Command::Back => {
                    self.cursor.back();
                }
                Command::First => self.jump(0),
                Command::Last => self.jump(self.player.len().saturating_sub(1)),
                Command::GoTo => self.go_to()?,
                Command::Help => self.help()?,
            }
        }
    }

    fn jump(&mut self, step: usize) {
        self.cursor.jump(step);
        self.page = 0;
    }

    /// Draws the step, as much of it as fits, and tells how many pages it has.
    fn draw(&mut self, with_status: bool) -> std::io::Result<usize> {
        let (columns, rows) = size();
        self.plain.width = columns.min(WIDEST);
        let Some(frame) = self.player.frame(self.cursor.at()) else { return Ok(1) };
        self.journal.reached(&self.player.head().id, &frame.id);
        let mut text = self.plain.frame(self.player, &frame);
        if self.cursor.at() == 0 {
            text = format!("{}\n{text}", self.plain.title(self.player));
        }
        let lines: Vec<&str> = text.lines().collect();
        let room = rows.saturating_sub(2).max(1);
        let pages = lines.len().div_ceil(room).max(1);
        self.page = self.page.min(pages - 1);
        queue!(self.out, Clear(ClearType::All), cursor::MoveTo(0, 0))?;
        for line in lines.iter().skip(self.page * room).take(room) {
            write!(self.out, "{line}\r\n")?;
        }
        if with_status {
            let status = self.status(columns, self.page + 1 < pages);
            self.bottom_line(&status)?;
        }
        self.out.flush()?;
        Ok(pages)
    }

    fn status(&self, columns: usize, more: bool) -> String {
        if let Some(message) = &self.message {
            return message.clone();
        }
        let last = self.cursor.at() + 1 == self.player.len();
        let keys = match (more, last) {
            (true, _) => self.words.more_below,
            (false, true) => self.words.last_step,
            (false, false) => self.words.keys,
        };
        let keys = if keys.width() < columns { keys } else { self.words.keys_narrow };
        keys.to_owned()
    }

    fn bottom_line(&mut self, text: &str) -> std::io::Result<()> {
        let (_, rows) = size();
        let row = u16::try_from(rows.saturating_sub(1)).unwrap_or(u16::MAX);
        queue!(self.out, cursor::MoveTo(0, row), Clear(ClearType::CurrentLine))?;
        write!(self.out, "{text}")
    }

    /// Waits for a key, or until the time for this page is over. A bar at the bottom shows how far that is.
    fn wait(&mut self, time: Duration) -> std::io::Result<Option<Event>> {
        self.bottom_line("")?;
        self.out.flush()?;
        let millis = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(millis(time)), ProgressDrawTarget::stderr());
        // The template is a constant; if indicatif refused it, its own bar would do.
        if let Ok(style) = ProgressStyle::with_template("{bar:12} {msg}") {
            bar.set_style(style);
        }
        bar.set_message(self.words.auto_keys);
        let tick = Duration::from_millis(100);
        let mut left = time;
        let mut held = false;
        let event = loop {
            let before = Instant::now();
            if poll(tick)? {
                match read()? {
                    Event::Key(key) if key.code == KeyCode::Char(' ') && key.kind != KeyEventKind::Release => {
                        held = !held;
                        bar.set_message(if held { self.words.paused } else { self.words.auto_keys });
                    }
                    event => break Some(event),
                }
            }
            if !held {
                left = left.saturating_sub(before.elapsed());
                bar.set_position(millis(time.saturating_sub(left)));
            }
            if left.is_zero() {
                break None;
            }
        };
        bar.finish_and_clear();
        Ok(event)
    }

    fn help(&mut self) -> std::io::Result<()> {
        queue!(self.out, Clear(ClearType::All), cursor::MoveTo(0, 0))?;
        for line in self.words.help.lines() {
            write!(self.out, "{line}\r\n")?;
        }
        self.out.flush()?;
        loop {
            match read()? {
                Event::Key(key) if key.kind != KeyEventKind::Release => return Ok(()),
                _ => {}
            }
        }
    }

    /// Reads a number or name in the bottom line. Esc gives up.
    fn go_to(&mut self) -> std::io::Result<()> {
        let mut typed = String::new();
        loop {
            let prompt = format!("{}{typed}", self.words.go_to);
            self.bottom_line(&prompt)?;
            queue!(self.out, cursor::Show)?;
            self.out.flush()?;
            let Event::Key(key) = read()? else { continue };
            if key.kind == KeyEventKind::Release {
                continue;
            }
            match key.code {
                KeyCode::Esc => typed.clear(),
                KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => typed.clear(),
                KeyCode::Char(c) if !c.is_control() => {
                    typed.push(c);
                    continue;
                }
                KeyCode::Backspace => {
                    typed.pop();
                    continue;
                }
                KeyCode::Enter => {}
                _ => continue,
            }
            break;
        }
        queue!(self.out, cursor::Hide)?;
        match self.player.find(typed.trim()) {
            Some(step) => self.jump(step),
            None if typed.is_empty() => {}
            None => self.message = Some(fill(self.words.no_such_step, &[&typed])),
        }
        Ok(())
    }
}

/// Columns and rows of the terminal.
fn size() -> (usize, usize) {
    const DEFAULT_ROWS: usize = 24;
    match terminal::size() {
        Ok((columns, rows)) if columns > 0 && rows > 0 => (usize::from(columns), usize::from(rows)),
        _ => (DEFAULT_WIDTH, DEFAULT_ROWS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_mean_what_the_help_says() {
        let key = |code| command(KeyEvent::new(code, KeyModifiers::NONE));
        for code in [KeyCode::Enter, KeyCode::Char(' '), KeyCode::Char('n'), KeyCode::Right] {
            assert_eq!(key(code), Some(Command::Forward));
        }
        for code in [KeyCode::Char('b'), KeyCode::Char('p'), KeyCode::Left] {
            assert_eq!(key(code), Some(Command::Back));
        }
        for code in [KeyCode::Char('q'), KeyCode::Esc] {
            assert_eq!(key(code), Some(Command::Quit));
        }
        assert_eq!(command(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)), Some(Command::Quit));
        assert_eq!(key(KeyCode::Char('?')), Some(Command::Help));
        assert_eq!(key(KeyCode::Char('x')), None);
    }
}
