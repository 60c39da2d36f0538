//! Text in pictures: how wide it is, and what of it is shown.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use gostep_course::player::sanitize;

/// Pixels that a column takes in the font of names, at 13 px.
const NAME_COLUMN: f64 = 7.9;
/// Pixels that a column takes in the font of words, at 12 px. Few letters are as wide; none is wider on average.
const WORD_COLUMN: f64 = 6.8;

/// Pixels that a column takes in the font of titles, which is bold, at 15 px.
const TITLE_COLUMN: f64 = 9.0;

/// A number as a length.
pub fn px(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// A length as it stands in an attribute: tenths are enough.
pub fn n(length: f64) -> String {
    let text = format!("{length:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Width of a name.
pub fn name_width(name: &str) -> f64 {
    px(name.width()) * NAME_COLUMN
}

/// Columns of a name in so many pixels.
pub fn columns_in(width: f64) -> usize {
    whole(width / NAME_COLUMN)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "widths are small, and not negative here")]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}

/// Width of words.
pub fn word_width(words: &str) -> f64 {
    px(words.width()) * WORD_COLUMN
}

/// Width of a title.
pub fn title_width(title: &str) -> f64 {
    px(title.width()) * TITLE_COLUMN
}

/// A text in lines, none of which is wider than the room.
pub fn lines(text: &str, room: f64, width: impl Fn(&str) -> f64) -> Vec<Cow<'_, str>> {
    let columns = whole(room / width("x"));
    textwrap::wrap(text, Options::new(columns).word_separator(WordSeparator::UnicodeBreakProperties))
}

/// As many columns of a name as there are; its end tells more than its beginning.
pub fn end_of(name: &str, columns: usize) -> Cow<'_, str> {
    if name.width() <= columns {
        return Cow::Borrowed(name);
    }
    let mut left = columns.saturating_sub(1);
    let fits = name.char_indices().rev().take_while(|(_, c)| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    });
    let from = fits.last().map_or(name.len(), |(at, _)| at);
    Cow::Owned(format!("…{}", &name[from..]))
}

/// As many columns of a text as there are, from its beginning.
pub fn beginning_of(text: &str, columns: usize) -> Cow<'_, str> {
    if text.width() <= columns {
        return Cow::Borrowed(text);
    }
    let mut left = columns.saturating_sub(1);
    let fits = text.char_indices().take_while(|(_, c)| {
        let width = c.width().unwrap_or(0);
        let fits = width <= left;
        left = left.saturating_sub(width);
        fits
    });
    let to = fits.last().map_or(0, |(at, c)| at + c.len_utf8());
    Cow::Owned(format!("{}…", &text[..to]))
}

/// As many columns of a name as there are, with its last two letters.
pub fn middle_cut(name: &str, columns: usize) -> Cow<'_, str> {
    if name.width() <= columns {
        return Cow::Borrowed(name);
    }
    let end = name.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    let end = &name[end..];
    let beginning = beginning_of(&name[..name.len() - end.len()], columns.saturating_sub(end.width()));
    Cow::Owned(format!("{beginning}{end}"))
}

/// A name from outside, without characters that a document cannot have or that turn text around.
pub fn plain(name: &str) -> String {
    sanitize(name).replace(['\n', '\t', '\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_fits() {
        assert_eq!(end_of("internal/abi", 12), "internal/abi");
        assert_eq!(end_of("internal/abi", 8), "…nal/abi");
        assert_eq!(end_of("导入路径", 6), "…路径");
        assert_eq!(beginning_of("导入路径", 6), "导入…");
        assert_eq!(beginning_of("abc", 0), "…");
        assert_eq!(middle_cut("04/0411cc-d", 8), "04/04…-d");
    }

    #[test]
    fn lengths_are_short() {
        assert_eq!([n(1.0), n(0.25), n(-0.01), n(12.96)], ["1", "0.2", "0", "13"]);
    }
}
