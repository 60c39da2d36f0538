//! A row of a drawn screen as a terminal is told it. No environment has a say in it, so that it is always the same.

use ratatui::style::{Color, Modifier, Style};

use super::Piece;

const RESET: &str = "\u{1b}[0m";

/// A row from its first column on, in which the style is plain. It is erased first: behind the last column a
/// terminal would erase what stands in it.
pub fn row(pieces: &[Piece]) -> String {
    let mut text = "\u{1b}[K".to_owned();
    let mut before = String::new();
    for piece in pieces {
        let style = style(piece.style);
        if style != before {
            text.push_str(if style.is_empty() { RESET } else { &style });
            before = style;
        }
        text.push_str(&piece.text);
    }
    if !before.is_empty() {
        text.push_str(RESET);
    }
    text
}

/// The sequence that sets a style, whatever was set before; empty for plain text.
fn style(style: Style) -> String {
    const MODIFIERS: [(Modifier, &str); 5] = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ];
    let modifiers = MODIFIERS.into_iter().filter(|(modifier, _)| style.add_modifier.contains(*modifier));
    let mut codes: Vec<String> = modifiers.map(|(_, code)| code.to_owned()).collect();
    codes.extend(style.fg.and_then(|colour| code(colour, 30)));
    codes.extend(style.bg.and_then(|colour| code(colour, 40)));
    if codes.is_empty() { String::new() } else { format!("\u{1b}[0;{}m", codes.join(";")) }
}

/// The code of a colour; those of the ground are ten more than those of text, and bright ones sixty more.
fn code(colour: Color, first: u8) -> Option<String> {
    if let Color::Rgb(red, green, blue) = colour {
        return Some(format!("{};2;{red};{green};{blue}", first + 8));
    }
    let number = number(colour)?;
    Some(match number {
        0..8 => (first + number).to_string(),
        8..16 => (first + 60 + number - 8).to_string(),
        _ => format!("{};5;{number}", first + 8),
    })
}

/// The number of a colour among those of a terminal.
pub fn number(colour: Color) -> Option<u8> {
    Some(match colour {
        Color::Reset | Color::Rgb(..) => return None,
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, style: Style) -> Piece {
        Piece { column: 0, width: text.len(), text: text.to_owned(), style }
    }

    #[test]
    fn styles_begin_and_end() {
        let bold = Style::new().fg(Color::LightMagenta).bg(Color::Black).add_modifier(Modifier::BOLD);
        let row = row(&[piece("a", Style::new()), piece("b", bold), piece("c", Style::new().fg(Color::Reset))]);
        assert_eq!(row, "\u{1b}[Ka\u{1b}[0;1;95;40mb\u{1b}[0mc");
        assert_eq!(super::row(&[]), "\u{1b}[K");
        assert_eq!(style(Style::new().fg(Color::Indexed(200))), "\u{1b}[0;38;5;200m");
    }
}
