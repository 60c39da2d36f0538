//! Lines of styled text onto the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

use super::super::inline::fit;
use super::theme::{Part, Theme};
use gostep_course::words::screen::ScreenWords;
use gostep_view::look::Line;

/// Draws one line into a row of an area; what does not fit is cut at a whole character.
pub fn line(buffer: &mut Buffer, area: Rect, row: usize, line: &Line, theme: Theme) {
    let Some(y) = row_of(area, row) else { return };
    let mut x = area.x;
    for span in line {
        let room = area.right().saturating_sub(x);
        if room == 0 {
            break;
        }
        (x, _) = buffer.set_stringn(x, y, &span.text, usize::from(room), theme.style(span.look));
    }
}

/// Draws as many lines as fit, from an offset on.
pub fn lines(buffer: &mut Buffer, area: Rect, lines: &[Line], offset: usize, theme: Theme) {
    for (row, shown) in lines.iter().skip(offset).take(usize::from(area.height)).enumerate() {
        line(buffer, area, row, shown, theme);
    }
}

/// Draws a text in one style and tells the column behind it.
pub fn put(buffer: &mut Buffer, area: Rect, column: u16, text: &str, style: Style) -> u16 {
    let room = area.width.saturating_sub(column);
    if room == 0 || area.height == 0 {
        return column;
    }
    let (x, _) = buffer.set_stringn(area.x + column, area.y, text, usize::from(room), style);
    x - area.x
}

/// The line above a pane: its title, and something at the right end.
pub struct Rule<'a> {
    /// What the pane shows.
    pub title: &'a str,
    /// At the right end: how much more there is.
    pub right: &'a str,
    /// Whether the pane has the keys.
    pub active: bool,
}

impl Rule<'_> {
    /// Draws it across an area of one row.
    pub fn draw(&self, buffer: &mut Buffer, area: Rect, theme: Theme) {
        let (sign, part) = if self.active { ("━", Part::ActiveLine) } else { ("─", Part::Line) };
        let style = theme.part(part);
        let width = usize::from(area.width);
        put(buffer, area, 0, &sign.repeat(width), style);
        let right = if self.right.is_empty() { String::new() } else { format!(" {} ", self.right) };
        let right_width = right.width();
        let room = width.saturating_sub(4 + right_width);
        if !self.title.is_empty() && room > 2 {
            put(buffer, area, 1, &format!(" {} ", fit(self.title, room)), style);
        }
        if right_width > 0 && right_width + 2 <= width {
            put(buffer, area, column(width - right_width - 1), &right, style);
        }
    }
}

/// How many rows are above or below what is seen.
pub fn more(own: &ScreenWords, offset: usize, hidden: usize) -> String {
    let below = hidden.saturating_sub(offset);
    match (below, offset) {
        (0, 0) => String::new(),
        (0, above) => own.above.with([&above]),
        (below, _) => own.below.with([&below]),
    }
}

/// A number of columns or rows as the screen counts them.
pub fn column(columns: usize) -> u16 {
    u16::try_from(columns).unwrap_or(u16::MAX)
}

fn row_of(area: Rect, row: usize) -> Option<u16> {
    let row = u16::try_from(row).ok().filter(|&row| row < area.height)?;
    Some(area.y + row)
}
