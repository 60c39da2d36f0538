//! Line breaks in styled text, counted in columns.

use textwrap::core::Word;
use textwrap::{WordSeparator, WrapAlgorithm};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use gostep_view::look::{GLUE, Line, Span};

/// Breaks styled text into lines of at most `width` columns. The first line begins with `first`, the others with
/// blanks of the same width.
pub fn wrap(spans: &[Span], first: &Span, width: usize) -> Vec<Line> {
    wrap_below(spans, first, first.text.width(), width)
}

/// The same, with so many blanks before the other lines. Where no word fits beside `first`, it has a line of its own.
pub fn wrap_below(spans: &[Span], first: &Span, indent: usize, width: usize) -> Vec<Line> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let [beside, room] = [first.text.width(), indent].map(|before| width.saturating_sub(before).max(2));
    let words: Vec<Word> = find_words(&text).flat_map(|word| pieces(word, room)).map(Word::from).collect();
    let fits = words.first().is_none_or(|word| word.word.width() <= beside);
    let mut lines = if fits { Vec::new() } else { vec![vec![first.clone()]] };
    let mut from = 0;
    for row in WrapAlgorithm::new().wrap(&words, &[if fits { beside } else { room }, room]) {
        // The words are pieces of the text in order; the blanks at which a row is broken belong to none.
        let (last, others) = row.split_last().map_or((Word::from(""), row), |(last, others)| (*last, others));
        let begin = others.iter().map(|word| word.word.len() + word.whitespace.len()).sum::<usize>();
        let to = from + begin + last.word.len();
        let lead = if lines.is_empty() { first.clone() } else { Span::plain(" ".repeat(indent)) };
        let mut line: Line = if lead.text.is_empty() { Vec::new() } else { vec![lead] };
        line.extend(cut(spans, from, to));
        lines.push(line);
        from = to + last.whitespace.len();
    }
    lines
}

/// Parts with an empty line between them.
pub fn join(parts: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(part);
    }
    lines
}

/// The part of styled text between two bytes.
pub fn cut(spans: &[Span], from: usize, to: usize) -> Line {
    let mut line = Line::new();
    let mut start = 0;
    for span in spans {
        let end = start + span.text.len();
        let (a, b) = (from.max(start), to.min(end));
        if a < b {
            line.push(Span::new(span.text[a - start..b - start].replace(GLUE, " "), span.look));
        }
        start = end;
    }
    line
}

/// The beginning of a text that fits into so many columns, with `…` if that is not all of it.
pub fn fit(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let mut short = String::new();
    for c in text.chars() {
        let columns = c.width().unwrap_or(0);
        if columns > room {
            break;
        }
        room -= columns;
        short.push(c);
    }
    short.push('…');
    short
}

/// A text with blanks behind it up to a width.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text may be broken at blanks and beside Chinese characters (where their punctuation allows it), but not inside
/// words such as `-x` and `internal/abi`. Words have the blanks behind them.
fn find_words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(' ').flat_map(find_in_chunk)
}

fn find_in_chunk(chunk: &str) -> Vec<&str> {
    let wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
    // Unicode takes $ for a currency, which goes with the punctuation before it; here it begins a path, as a letter does.
    let letters = chunk.replace('$', "S");
    let mut words = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(&letters) {
        if end > start && (wide(chunk[..end].chars().next_back()) || wide(word.word.chars().next())) {
            words.push(&chunk[start..end]);
            start = end;
        }
        end += word.word.len() + word.whitespace.len();
    }
    if chunk.len() > start {
        words.push(&chunk[start..]);
    }
    words
}

/// Whether a text takes more columns; looks no further than it has to.
fn is_wider(text: &str, columns: usize) -> bool {
    let mut used = 0;
    text.chars().any(|c| {
        used += c.width().unwrap_or(0);
        used > columns
    })
}

/// A word that is wider than a row, in pieces: a path after one of its slashes, if that helps what comes behind it.
fn pieces(mut word: &str, room: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    while is_wider(word.trim_end_matches(' '), room) {
        let mut used = 0;
        let (mut to, mut slash) = (0, None);
        for (at, c) in word.char_indices() {
            used += c.width().unwrap_or(0);
            if used > room && to > 0 {
                break;
            }
            to = at + c.len_utf8();
            let behind = || word[to..].split_inclusive('/').next().unwrap_or_default();
            if c == '/' && behind().width() <= room {
                slash = Some(to);
            }
        }
        let (piece, rest) = word.split_at(slash.unwrap_or(to));
        pieces.push(piece);
        word = rest;
    }
    pieces.push(word);
    pieces
}

/// Columns that a line takes.
pub fn width_of(line: &[Span]) -> usize {
    line.iter().map(|span| span.text.width()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_view::look::Look;

    fn rows(text: &str, width: usize) -> Vec<String> {
        let lines = wrap(&[Span::plain(text)], &Span::plain(""), width);
        lines.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn chinese_takes_two_columns_and_keeps_its_punctuation() {
        assert_eq!(rows("编译器从不自己查找包。", 10), ["编译器从不", "自己查找", "包。"]);
        assert_eq!(rows("编译 internal/abi 吧", 12), ["编译", "internal/abi", "吧"]);
        assert_eq!(rows("$WORK/b001、$WORK/b002。", 14), ["$WORK/b001、", "$WORK/b002。"]);
    }

    #[test]
    fn a_head_without_room_for_a_word_has_a_line_of_its_own() {
        let lines = wrap_below(&[Span::plain("waits for fmt")], &Span::plain("  internal/abi  "), 4, 18);
        let text: Vec<String> = lines.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect();
        assert_eq!(text, ["  internal/abi  ", "    waits for fmt"]);
    }

    #[test]
    fn options_and_paths_stay_whole_while_they_can() {
        assert_eq!(rows("go build -x of internal/goarch", 12), ["go build -x", "of internal/", "goarch"]);
        assert_eq!(rows("a 0123456789abcdef", 12), ["a", "0123456789ab", "cdef"]);
        assert_eq!(rows("/usr/local/go/pkg/tool", 12), ["/usr/local/", "go/pkg/tool"]);
        assert_eq!(rows("8d/0123456789abcdef", 12), ["8d/012345678", "9abcdef"]);
    }

    #[test]
    fn looks_survive_line_breaks() {
        let spans = [Span::plain("a "), Span::new("bb cc", Look::Strong), Span::plain(" d")];
        let lines = wrap(&spans, &Span::plain("- "), 6);
        assert_eq!(lines[0], [Span::plain("- "), Span::plain("a "), Span::new("bb", Look::Strong)]);
        assert_eq!(lines[1], [Span::plain("  "), Span::new("cc", Look::Strong), Span::plain(" d")]);
    }

    #[test]
    fn what_does_not_fit_ends_in_dots() {
        assert_eq!(fit("缓存 cache", 6), "缓存 …");
        assert_eq!(fit("cache", 5), "cache");
    }
}
