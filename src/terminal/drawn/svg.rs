//! A drawn screen as an SVG picture: every piece of text in its columns, whatever the widths of the viewer's font.

use maud::html;
use ratatui::style::{Color, Modifier, Style};

use super::ansi::number;
use super::{GROUND, INK, PALETTE, Piece};

/// Pixels of a column and of a row, of the letters, and around the screen.
const COLUMN: usize = 8;
const ROW: usize = 18;
const LETTERS: usize = 13;
const MARGIN: usize = 12;
/// Fonts whose letters have the same width; Chinese ones have two columns.
const FONT: &str = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', monospace";

/// The picture of a screen with so many columns; `title` is what it is called where it cannot be seen.
pub fn picture(rows: &[Vec<Piece>], columns: usize, title: &str) -> String {
    let (width, height) = (columns * COLUMN + 2 * MARGIN, rows.len() * ROW + 2 * MARGIN);
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) }
            role="img" aria-label=(title) {
            rect width=(width) height=(height) rx="8" fill=(GROUND) {}
            g font-family=(FONT) font-size=(LETTERS) fill=(INK) {
                @for (row, pieces) in rows.iter().enumerate() {
                    @for piece in pieces { (drawn(piece, MARGIN + row * ROW)) }
                }
            }
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.into_string().replace("><", ">\n<"))
}

fn drawn(piece: &Piece, top: usize) -> maud::Markup {
    let (mut ink, mut ground) = (colour(piece.style.fg), colour(piece.style.bg));
    if has(piece.style, Modifier::REVERSED) {
        (ink, ground) = (Some(ground.unwrap_or(GROUND)), Some(ink.unwrap_or(INK)));
    }
    let (left, width) = (MARGIN + piece.column * COLUMN, piece.width * COLUMN);
    let bold = has(piece.style, Modifier::BOLD).then_some("bold");
    let italic = has(piece.style, Modifier::ITALIC).then_some("italic");
    let underlined = has(piece.style, Modifier::UNDERLINED).then_some("underline");
    let dim = has(piece.style, Modifier::DIM).then_some("0.7");
    html! {
        @if let Some(ground) = ground { rect x=(left) y=(top) width=(width) height=(ROW) fill=(ground) {} }
        @for (from, text) in words(&piece.text) {
            text x=(left + from * COLUMN) y=(top + LETTERS) textLength=(columns(text) * COLUMN)
                lengthAdjust="spacingAndGlyphs" fill=[ink] opacity=[dim] font-weight=[bold] font-style=[italic]
                text-decoration=[underlined] { (text) }
        }
    }
}

/// The parts of a text between runs of blanks, with their columns: what is long keeps its place in any font.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let (mut column, mut rest) = (0, text);
    while !rest.is_empty() {
        let blanks = rest.len() - rest.trim_start_matches(' ').len();
        column += blanks;
        rest = &rest[blanks..];
        let end = rest.find("  ").unwrap_or(rest.trim_end_matches(' ').len());
        if end > 0 {
            words.push((column, &rest[..end]));
        }
        column += columns(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

fn has(style: Style, modifier: Modifier) -> bool {
    style.add_modifier.contains(modifier)
}

fn colour(colour: Option<Color>) -> Option<&'static str> {
    PALETTE.get(usize::from(number(colour?)?)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_columns() {
        assert_eq!(words("  a b   中文  c "), [(2, "a b"), (8, "中文"), (14, "c")]);
        assert!(words("   ").is_empty() && words("").is_empty());
    }

    #[test]
    fn text_stays_text() {
        let style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD | Modifier::REVERSED);
        let piece = Piece { column: 2, width: 12, text: "<b>\"&\"</b> x".to_owned(), style };
        let svg = picture(&[vec![piece]], 20, "\"<t>");
        assert!(svg.contains("&lt;b&gt;") && !svg.contains("<b>") && !svg.contains("\"<t>"), "{svg}");
        assert!(svg.contains("fill=\"#5cc3cc\"") && svg.contains("fill=\"#14171c\"") && svg.contains("bold"));
    }
}
