//! Terminals that know ASCII alone: every sign of ours has one there, as wide as it is.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

/// Replaces the signs of a drawn screen. Letters stay what they are, whatever their language.
pub fn downgrade(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(ascii) = in_ascii(cell.symbol()) {
            cell.set_symbol(ascii);
        }
    }
}

/// The names of keys in a text. The arrow keys are words in ASCII: `>` and `^` would be other keys.
pub fn key_names(text: &str, ascii: bool) -> Cow<'_, str> {
    const ARROWS: [(&str, &str); 4] = [("↑ ↓", "Up/Down"), ("↑↓", "Up/Down"), ("→", "Right"), ("←", "Left")];
    let mut text = Cow::Borrowed(text);
    for (arrow, word) in ARROWS.iter().filter(|_| ascii) {
        if text.contains(arrow) {
            text = Cow::Owned(text.replace(arrow, word));
        }
    }
    text
}

fn in_ascii(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "─" | "┄" | "–" | "—" => "-",
        "━" | "═" => "=",
        "│" | "▏" | "▕" | "┃" | "▌" => "|",
        "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "●" | "✓" => "+",
        "█" | "▓" | "▒" => "#",
        "░" | "·" => ".",
        "…" => "~",
        "•" | "×" => "*",
        "○" => "o",
        "▶" | "›" | "→" | "▸" => ">",
        "‹" | "←" | "◀" => "<",
        "✗" => "x",
        "↑" => "^",
        "↓" => "v",
        "“" | "”" | "„" => "\"",
        "‘" | "’" => "'",
        "\u{a0}" => " ",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn signs_become_ascii_and_letters_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "─│▶ 中 é…", Style::new());
        downgrade(&mut buffer);
        let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        // A wide letter takes two cells; the second one is blank.
        assert_eq!(text.trim_end(), "-|> 中  é~");
    }

    #[test]
    fn arrow_keys_are_words() {
        assert_eq!(key_names("b, ←", true), "b, Left");
        assert_eq!(key_names("a b c, ↑ ↓ Space", true), "a b c, Up/Down Space");
        assert_eq!(key_names("b, ←", false), "b, ←");
    }

    #[test]
    fn states_can_still_be_told_apart() {
        let signs: Vec<_> = ["·", "○", "▶", "✓", "✗"].iter().map(|sign| in_ascii(sign).unwrap()).collect();
        let mut once = signs.clone();
        once.extend(["=", "-"]);
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), signs.len() + 2);
    }
}
