//! Lays out a page of help for a width.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator};

use super::page::{Part, Row};
use crate::terminal::wrap;
use gostep_course::words::help::HelpWords;
use gostep_view::look::{Line, Look, Span};

/// Columns between a name and its text.
const GAP: usize = 2;
/// If texts had fewer columns than this, they are placed below the names instead of beside them.
const LEAST_ROOM: usize = 24;
/// The column at which such texts begin.
const BELOW: usize = 10;

/// The lines of a page.
pub fn draw(parts: &[Part], words: &HelpWords, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = parts;
    while let Some((part, others)) = rest.split_first() {
        rest = others;
        match part {
            Part::Blank => lines.push(Line::new()),
            Part::Usage(ways) => {
                let indent = display_width(words.usage);
                let options = Options::new(width.saturating_sub(indent)).word_separator(WordSeparator::AsciiSpace);
                let rows = ways.iter().flat_map(|way| textwrap::wrap(way, options.clone().break_words(false)));
                for (nth, row) in rows.enumerate() {
                    let head = Span::new(words.usage, Look::Title);
                    let head = if nth == 0 { head } else { Span::plain(" ".repeat(indent)) };
                    lines.push(vec![head, Span::new(row, Look::Code)]);
                }
            }
            Part::Heading(text) => lines.extend(wrap(&[Span::new(text, Look::Title)], &Span::plain(""), width)),
            Part::Code(text) => lines.push(vec![Span::new(text, Look::Code)]),
            Part::Text(text) => lines.extend(wrap(&[Span::plain(text)], &Span::plain(""), width)),
            Part::Row(row) => {
                let more = others.iter().map_while(|part| if let Part::Row(row) = part { Some(row) } else { None });
                let rows: Vec<&Row> = std::iter::once(row).chain(more).collect();
                rest = &others[rows.len() - 1..];
                lines.extend(table(&rows, words, width));
            }
        }
    }
    lines
}

/// The lines of rows whose texts are aligned.
fn table(rows: &[&Row], words: &HelpWords, width: usize) -> Vec<Line> {
    let column = rows.iter().map(|row| display_width(&row.name)).max().unwrap_or_default() + GAP;
    let fits = |row: &&Row| column + display_width(&meaning(row, words, usize::MAX).concat()) <= width;
    let below = column + LEAST_ROOM > width && !rows.iter().all(fits);
    let indent = if below { BELOW } else { column };
    let mut lines = Vec::new();
    for row in rows {
        let mut name = vec![Span::new(&row.name, Look::Code)];
        let meaning = meaning(row, words, width.saturating_sub(indent));
        let texts = meaning.iter().map(|text| [Span::plain(text)]);
        let mut texts = texts.flat_map(|text| wrap(&text, &Span::plain(" ".repeat(indent)), width));
        if !below {
            name.push(Span::plain(" ".repeat(column - display_width(&row.name))));
            name.extend(texts.next().into_iter().flatten().skip(1));
        }
        lines.push(name);
        lines.extend(texts);
    }
    lines
}

/// The text beside a name, with the values and the default in brackets; a bracket is only broken if it has to be.
fn meaning(row: &Row, words: &HelpWords, room: usize) -> Vec<String> {
    let rows = |text: &str| wrap(&[Span::plain(text)], &Span::plain(""), room).len();
    let default = row.default.iter().map(|default| words.default.with([default]));
    let values = row.values.iter().map(|values| words.values.with([values]));
    let mut texts = Vec::new();
    let mut last = row.text.clone();
    for bracket in default.chain(values) {
        let joined = format!("{last} {bracket}");
        if rows(&joined) > rows(&last) {
            texts.push(std::mem::replace(&mut last, bracket));
        } else {
            last = joined;
        }
    }
    texts.push(last);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::words::{Lang, of_commands};

    fn drawn(width: usize) -> Vec<String> {
        let row = |name: &str, text: &str, default: &str, values: Option<&str>| {
            Part::Row(Row {
                name: name.to_owned(),
                text: text.to_owned(),
                default: Some(default.to_owned()),
                values: values.map(str::to_owned),
            })
        };
        let parts = [
            Part::Usage(vec!["gostep [OPTIONS]".to_owned(), "gostep <COMMAND>".to_owned()]),
            Part::Blank,
            Part::Heading("Options:".to_owned()),
            row("  -p <N>", "Run at most N", "all [of them]", None),
            row("      --buildmode <MODE>", "exe or pie", "exe", Some("exe, pie")),
        ];
        let lines = draw(&parts, &of_commands(Lang::Zh).help, width);
        lines.iter().map(|line| line.iter().map(|span| span.text.as_str()).collect()).collect()
    }

    #[test]
    fn rows_hang_in_their_column_and_brackets_stay_whole() {
        let rows = [
            "用法：gostep [OPTIONS]",
            "      gostep <COMMAND>",
            "",
            "Options:",
            "  -p <N>                  Run at most N",
            "                          [默认：all [of them]]",
            "      --buildmode <MODE>  exe or pie [默认：exe]",
            "                          [可选值：exe, pie]",
        ];
        assert_eq!(drawn(55), rows);
    }

    #[test]
    fn in_a_narrow_terminal_texts_stand_below_names() {
        let rows = [
            "  -p <N>",
            "          Run at most N",
            "          [默认：all [of them]]",
            "      --buildmode <MODE>",
            "          exe or pie [默认：exe]",
        ];
        assert_eq!(drawn(40)[4..9], rows);
    }
}
