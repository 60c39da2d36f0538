//! Lessons as a recording of a terminal that nobody had to record: asciicast, version 3
//! (<https://docs.asciinema.org/manual/asciicast/v3/>), for asciinema and its player.

use std::io::{self, Write};
use std::time::Duration;

use serde::Serialize;

use super::format::{Format, Material};
use crate::terminal::drawn::{GROUND, INK, PALETTE, in_ansi, rows};
use crate::terminal::tui::{Film, Settings, Shot};

/// Columns and rows of the screen.
const SIZE: (u16, u16) = (100, 30);
/// The cursor is hidden, and the screen is blank.
const BEGIN: &str = "\u{1b}[?25l\u{1b}[0m\u{1b}[2J";
/// The cursor is there again, where a prompt does not stand in a text.
const END: &str = "\u{1b}[30;1H\u{1b}[?25h";

/// `--to cast`
pub struct Cast;

#[derive(Serialize)]
struct Header<'a> {
    version: u32,
    term: Term,
    title: &'a str,
}

#[derive(Serialize)]
struct Term {
    cols: u16,
    rows: u16,
    #[serde(rename = "type")]
    kind: &'static str,
    theme: Theme,
}

#[derive(Serialize)]
struct Theme {
    fg: &'static str,
    bg: &'static str,
    palette: String,
}

impl Format for Cast {
    fn name(&self) -> &'static str {
        "cast"
    }

    fn write(&self, material: &Material, out: &mut dyn Write) -> io::Result<()> {
        let theme = Theme { fg: INK, bg: GROUND, palette: PALETTE.join(":") };
        let term = Term { cols: SIZE.0, rows: SIZE.1, kind: "xterm-256color", theme };
        serde_json::to_writer(&mut *out, &Header { version: 3, term, title: &material.title })?;
        writeln!(out)?;
        let mut tape = Tape { out, seen: Vec::new(), wait: Duration::ZERO };
        tape.event("o", BEGIN)?;
        for (_, player) in &material.lessons {
            let head = player.head();
            for shot in Film::new(player.clone(), Settings::default(), SIZE) {
                if shot.begins {
                    let step = head.steps.get(shot.step).map_or("", |step| step.title.as_str());
                    let one = material.lessons.len() == 1;
                    tape.event("m", &if one { step.to_owned() } else { format!("{} › {step}", head.title) })?;
                }
                tape.show(&shot)?;
            }
        }
        tape.event("o", END)
    }
}

/// The events, each with the time since the one before.
struct Tape<'a> {
    out: &'a mut dyn Write,
    /// The rows that are on the screen.
    seen: Vec<String>,
    /// How long the screen stays before the next event.
    wait: Duration,
}

impl Tape<'_> {
    /// Writes the rows that are not on the screen yet.
    fn show(&mut self, shot: &Shot) -> io::Result<()> {
        let rows: Vec<String> = rows(&shot.screen).iter().map(|row| in_ansi(row)).collect();
        let is_new = |(at, row): &(usize, &String)| self.seen.get(*at) != Some(*row);
        let new = rows.iter().enumerate().filter(is_new).map(|(at, row)| format!("\u{1b}[{};1H{row}", at + 1));
        let new: String = new.collect();
        if !new.is_empty() {
            self.event("o", &new)?;
        }
        self.seen = rows;
        self.wait += shot.time;
        Ok(())
    }

    fn event(&mut self, code: &str, data: &str) -> io::Result<()> {
        let seconds = std::mem::take(&mut self.wait).as_secs_f64();
        serde_json::to_writer(&mut *self.out, &(seconds, code, data))?;
        writeln!(self.out)
    }
}
