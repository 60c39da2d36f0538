//! What is looked at before a file is read as YAML: its size, its encoding, and characters that do harm.

use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use crate::lesson::readable::{code_point, is_unwanted};
use gostep_sim::said;
use gostep_sim::said::Said;

/// Most bytes of a lesson file.
pub const MAX_BYTES: usize = 1 << 20;

/// The text of a file, without a byte order mark.
///
/// # Errors
/// If it is not UTF-8: the place of the first byte that is none, what is wrong, and what to do.
pub fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    const SAVE: Said = said!("save the file as UTF-8 in your editor");
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let looks_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let zeros = bytes.get(..4).map(|bytes| [bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0]);
    let every_other_is_zero = matches!(zeros, Some([false, true, _, true] | [true, false, true, false]));
    if looks_wide || every_other_is_zero {
        return Err((Place::default(), said!("the file is written in UTF-16; a lesson is UTF-8"), SAVE));
    }
    // A file that is too long was cut somewhere: it is refused for its length, not for a character that was cut.
    let bytes = if bytes.len() > MAX_BYTES { &bytes[..bytes.len() - incomplete(bytes)] } else { bytes };
    std::str::from_utf8(bytes).map_err(|error| {
        let good = &bytes[..error.valid_up_to()];
        let good = std::str::from_utf8(good).unwrap_or_default();
        let line = good.matches('\n').count() + 1;
        let column = good.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        (Place::at(line, column), said!("the byte 0x{} is no UTF-8 text", format!("{byte:02X}")), SAVE)
    })
}

/// How many bytes at the end are the beginning of a character.
fn incomplete(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.len() - error.valid_up_to(),
        _ => 0,
    }
}

/// What keeps a text from being read as it is.
#[derive(Debug)]
pub struct Unfit {
    /// Where the first such thing is.
    pub place: Place,
    /// What it is.
    pub message: Said,
    /// What to do.
    pub help: Said,
    /// All lines with something like it; line 0 if the whole file is meant.
    pub lines: Vec<usize>,
}

/// Looks for what does harm before a text is read as YAML.
pub fn unfit(text: &str) -> Option<Unfit> {
    if text.len() > MAX_BYTES {
        let message = said!("the file is larger than {} KiB, the most that a lesson may have", MAX_BYTES >> 10);
        return Some(Unfit {
            place: Place::default(),
            message,
            help: said!("split the lesson in two"),
            lines: vec![0],
        });
    }
    let offending: Vec<(Place, char, usize)> =
        text.lines().zip(1..).filter_map(|(line, number)| first_unfit(line, number)).collect();
    let &(place, c, indentation) = offending.first()?;
    let more = match offending.len() - 1 {
        0 => Said::default(),
        1 => said!(" (and in 1 line below)"),
        lines => said!(" (and in {lines} lines below)", lines),
    };
    let indents = place.column <= indentation;
    let is_last = text.lines().nth(place.line - 1).is_some_and(|line| line.trim_end().chars().count() < place.column);
    let code = code_point(c);
    let (what, help) = match c {
        '\t' if is_last => (said!("a tab at the end of the line"), said!("remove it")),
        '\t' if indents => (said!("a tab in the indentation"), said!("indent with spaces: YAML allows no tabs")),
        '\t' => (said!("a tab"), said!("write spaces")),
        c if indents && !is_unwanted(c) => {
            (said!("a blank in the indentation that is no space ({code})", code), said!("indent with spaces"))
        }
        '\r' => (said!("a carriage return inside a line (U+000D)"), said!("end lines with a line feed")),
        '\u{feff}' => (said!("a byte order mark inside the file (U+FEFF)"), said!("remove it")),
        '\u{2028}' | '\u{2029}' => {
            (said!("an invisible line break ({code})", code), said!("break the line with Enter"))
        }
        c if c.is_control() => (said!("a control character ({code})", code), said!("remove it")),
        _ => {
            let what = said!("an invisible control character that turns the direction of text ({code})", code);
            (what, said!("remove it"))
        }
    };
    let lines = offending.iter().map(|(place, ..)| place.line).collect();
    Some(Unfit { place, message: said!("{what}{more}", what, more), help, lines })
}

/// The first character of a line that does harm, where it is, and how far the line is indented.
fn first_unfit(line: &str, number: usize) -> Option<(Place, char, usize)> {
    let indentation = line.chars().take_while(|c| c.is_whitespace()).count();
    let is_bad = |(column, c): &(usize, char)| {
        is_unwanted(*c) || *c == '\t' || *column < indentation && *c != ' ' && c.is_whitespace()
    };
    let (column, c) = line.chars().enumerate().find(is_bad)?;
    Some((Place::at(number, column + 1), c, indentation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_utf_8_has_a_place() {
        assert_eq!(decode(b"\xef\xbb\xbfa").unwrap(), "a");
        let (place, message, _) = decode(b"a\n\xe7\xbc\x96 \xff").unwrap_err();
        assert_eq!((place.line, place.column, message.to_string().as_str()), (2, 3, "the byte 0xFF is no UTF-8 text"));
        assert!(decode(b"\xff\xfea\0").unwrap_err().1.to_string().contains("UTF-16"));
        assert!(decode(b"a\0b\0").unwrap_err().1.to_string().contains("UTF-16"));
        assert!(decode(b"\0a\0b").unwrap_err().1.to_string().contains("UTF-16"));
        let cut = ["x".repeat(MAX_BYTES).as_bytes(), b"\xe7\xbc"].concat();
        assert_eq!(decode(&cut).unwrap().len(), MAX_BYTES);
    }
}
