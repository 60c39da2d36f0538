//! A log that is explained, and how its explanation is set.

use unicode_width::UnicodeWidthStr;

use crate::terminal::inline::{wrap, wrap_below};
use crate::terminal::paint::Painter;
use gostep_course::player::sanitize;
use gostep_course::words::reading::ReadingWords;
use gostep_course::words::{Lang, of_commands};
use gostep_sim::reading::package::Lines;
use gostep_sim::reading::{Package, Reading};
use gostep_view::look::{Line, Look, Span};

/// How a log is explained.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// What the whole log shows.
    pub reading: &'a Reading,
    /// The log, as its reader calls it.
    pub log: &'a str,
    /// The language.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
    /// The most lines of a written file that are shown.
    pub written: usize,
}

/// Lines without anything that steers a terminal.
pub fn harmless(lines: &[Line]) -> Vec<Line> {
    let plain = |span: &Span| Span::new(sanitize(&span.text), span.look);
    lines.iter().map(|line| line.iter().map(plain).collect()).collect()
}

/// The most lines of a written file that are shown where the text is printed.
pub const WRITTEN: usize = 12;

impl Explained<'_> {
    /// What is said of it.
    pub fn words(self) -> &'static ReadingWords {
        &of_commands(self.lang).reading
    }

    /// Lines for a terminal, which nothing in a log may steer.
    pub(super) fn text(self, lines: &[Line]) -> String {
        Painter { colour: self.colour }.text(&harmless(lines))
    }

    /// A heading, with an empty line before it.
    pub(super) fn heading(self, lines: &mut Vec<Line>, text: &str) {
        lines.push(Line::new());
        lines.extend(wrap(&[Span::new(text, Look::Title)], &Span::plain(""), self.width));
    }

    /// A text, so far in.
    pub fn say(self, lines: &mut Vec<Line>, indent: usize, text: &str, look: Look) {
        lines.extend(wrap(&[Span::new(text, look)], &Span::plain(" ".repeat(indent)), self.width));
    }

    /// A name, and what is said of it.
    pub fn row(self, lines: &mut Vec<Line>, indent: usize, column: usize, name: &str, look: Look, text: &[Span]) {
        let padding = column.saturating_sub(name.width());
        let lead = format!("{}{name}{}  ", " ".repeat(indent), " ".repeat(padding));
        // Where a name is long, what is said of it goes on further left.
        let below = (indent + column + 2).min(self.width / 2);
        let rows = wrap_below(text, &Span::new(lead, look), below, self.width);
        lines.extend(rows);
    }

    /// The name of a package, or its object directory.
    pub(super) fn name_of(self, package: &Package) -> String {
        let objdir = || self.words().unnamed.with([&format!("{:03}", package.objdir.unwrap_or(0))]);
        package.path.clone().unwrap_or_else(objdir)
    }

    /// Lines in words.
    pub(super) fn said_lines(self, lines: Lines) -> String {
        if lines.first == lines.last {
            self.words().line.with([&lines.first])
        } else {
            self.words().lines.with([&lines.first, &lines.last])
        }
    }
}
