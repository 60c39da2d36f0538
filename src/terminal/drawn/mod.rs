//! A drawn screen for files: its rows as pieces of text, and these as control sequences.

mod ansi;
mod palette;
mod svg;

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_width::UnicodeWidthStr;

pub use ansi::row as in_ansi;
pub use palette::{GROUND, INK, PALETTE};
pub use svg::picture;

/// Text of one style in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The column in which it begins, from 0.
    pub column: usize,
    /// How many columns it takes.
    pub width: usize,
    /// The text; no character in it controls a terminal.
    pub text: String,
    /// Its style.
    pub style: Style,
}

/// The rows of a screen, without the blanks at their ends.
pub fn rows(screen: &Buffer) -> Vec<Vec<Piece>> {
    let width = usize::from(screen.area.width).max(1);
    screen.content.chunks(width).map(row).collect()
}

fn row(cells: &[ratatui::buffer::Cell]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut column = 0;
    while let Some(cell) = cells.get(column) {
        let sign: String = cell.symbol().chars().filter(|sign| !sign.is_control()).collect();
        let sign = if sign.is_empty() { " " } else { &sign };
        // A wide character covers the cell behind it.
        let width = sign.width().max(1);
        match pieces.last_mut().filter(|piece| piece.style == cell.style()) {
            Some(piece) => {
                piece.text.push_str(sign);
                piece.width += width;
            }
            None => pieces.push(Piece { column, width, text: sign.to_owned(), style: cell.style() }),
        }
        column += width;
    }
    let unseen = |piece: &Piece| piece.style == ratatui::buffer::Cell::EMPTY.style();
    if let Some(last) = pieces.last_mut().filter(|last| unseen(last)) {
        let seen = last.text.trim_end_matches(' ').len();
        last.width -= last.text.len() - seen;
        last.text.truncate(seen);
    }
    pieces.retain(|piece| piece.width > 0);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Modifier};

    #[test]
    fn a_row_is_cut_where_the_style_changes() {
        let mut screen = Buffer::empty(Rect::new(0, 0, 12, 2));
        screen.set_string(0, 0, "ab ", Style::new());
        screen.set_string(3, 0, "中文", Style::new().fg(Color::Cyan));
        screen.set_string(8, 0, "x", Style::new().add_modifier(Modifier::BOLD));
        let rows = rows(&screen);
        let found: Vec<_> = rows[0].iter().map(|piece| (piece.column, piece.width, piece.text.as_str())).collect();
        assert_eq!(found, [(0, 3, "ab "), (3, 4, "中文"), (7, 1, " "), (8, 1, "x")]);
        assert!(rows[1].is_empty());
    }

    #[test]
    fn nothing_controls_a_terminal() {
        let mut screen = Buffer::empty(Rect::new(0, 0, 2, 1));
        screen.cell_mut((0, 0)).unwrap().set_symbol("\u{1b}[2J");
        screen.cell_mut((1, 0)).unwrap().set_symbol("\u{9b}");
        assert!(rows(&screen)[0].iter().all(|piece| !piece.text.contains(char::is_control)));
    }
}
