//! A page of help: the text that clap makes of a command, read line by line and laid out for a width.

use textwrap::core::display_width;
use textwrap::{Options, WordSeparator};

use crate::view::{Line, Look, Span, wrap};

/// Between the columns of a row.
const GAP: usize = 2;
/// Texts in less room than this stand below their names.
const LEAST_ROOM: usize = 24;
/// Where these texts begin.
const BELOW: usize = 10;

/// A line before it is broken to a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    Blank,
    /// A way to write the command; only the first one has the heading.
    Usage {
        /// Whether it is the first one.
        first: bool,
        /// The command.
        command: String,
    },
    /// What the rows below it are.
    Heading(String),
    /// A name and what it means.
    Row(Row),
    /// Something to type in, kept as it is.
    Code(String),
    /// A paragraph.
    Text(String),
}

/// A name and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name, with the blanks before it.
    pub name: String,
    /// The meaning, without what follows in brackets.
    pub text: String,
    /// `[default: …]`, if there is one.
    pub default: Option<String>,
    /// `[possible values: …]`, if there are any.
    pub values: Option<String>,
}

/// The words that a page adds to those of its parts.
#[derive(Debug)]
pub struct Frame {
    /// Before the usage.
    pub usage: &'static str,
    /// Around a default.
    pub default: [&'static str; 2],
    /// Around the possible values.
    pub values: [&'static str; 2],
}

/// Reads a page that clap has not broken into lines.
pub fn read(page: &str) -> Vec<Part> {
    let lines: Vec<&str> = page.trim_end().lines().collect();
    let mut parts = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let is_usage = |part: &Part| matches!(part, Part::Usage { .. });
        parts.push(if line.trim().is_empty() {
            Part::Blank
        } else if let Some(command) = line.strip_prefix("Usage: ") {
            Part::Usage { first: true, command: command.to_owned() }
        } else if parts.last().is_some_and(is_usage) {
            Part::Usage { first: false, command: line.trim().to_owned() }
        } else if line.starts_with(' ') {
            row(line).map_or_else(|| Part::Code((*line).to_owned()), Part::Row)
        } else if line.ends_with(':') && lines.get(at + 1).is_some_and(|next| row(next).is_some()) {
            Part::Heading((*line).to_owned())
        } else {
            Part::Text((*line).to_owned())
        });
    }
    parts
}

/// A line with two columns.
fn row(line: &str) -> Option<Row> {
    let begin = line.find(|c| c != ' ').filter(|&begin| begin > 0)?;
    let (name, text) = line[begin..].split_once("  ")?;
    let (text, values) = bracketed(text.trim_start(), "[possible values: ");
    let (text, default) = bracketed(text, "[default: ");
    Some(Row { name: format!("{}{name}", &line[..begin]), text: text.to_owned(), default, values })
}

/// Cuts off what stands in brackets at the end.
fn bracketed<'a>(text: &'a str, open: &str) -> (&'a str, Option<String>) {
    match text.strip_suffix(']').and_then(|text| text.rsplit_once(open)) {
        Some((text, inside)) => (text.trim_end(), Some(inside.to_owned())),
        None => (text, None),
    }
}

/// Lays a page out.
pub fn draw(parts: &[Part], frame: &Frame, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = parts;
    while let Some((part, others)) = rest.split_first() {
        rest = others;
        match part {
            Part::Blank => lines.push(Line::new()),
            Part::Usage { first, command } => {
                let indent = display_width(frame.usage);
                let options = Options::new(width.saturating_sub(indent)).word_separator(WordSeparator::AsciiSpace);
                for (nth, row) in textwrap::wrap(command, options.break_words(false)).into_iter().enumerate() {
                    let head = Span::new(frame.usage, Look::Title);
                    let head = if *first && nth == 0 { head } else { Span::plain(" ".repeat(indent)) };
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
                lines.extend(table(&rows, frame, width));
            }
        }
    }
    lines
}

/// Rows that stand one below the other.
fn table(rows: &[&Row], frame: &Frame, width: usize) -> Vec<Line> {
    let column = rows.iter().map(|row| display_width(&row.name)).max().unwrap_or_default() + GAP;
    let fits = |row: &&Row| column + display_width(&row.meaning(frame, usize::MAX).concat()) <= width;
    let below = column + LEAST_ROOM > width && !rows.iter().all(fits);
    let indent = if below { BELOW } else { column };
    let mut lines = Vec::new();
    for row in rows {
        let mut name = vec![Span::new(&row.name, Look::Code)];
        let meaning = row.meaning(frame, width.saturating_sub(indent));
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

impl Row {
    /// What stands beside the name, in paragraphs: what is in brackets is not torn apart where it can be helped.
    fn meaning(&self, frame: &Frame, room: usize) -> Vec<String> {
        let rows = |text: &str| wrap(&[Span::plain(text)], &Span::plain(""), room).len();
        let default = self.default.iter().map(|default| format!("{}{default}{}", frame.default[0], frame.default[1]));
        let values = self.values.iter().map(|values| format!("{}{values}{}", frame.values[0], frame.values[1]));
        let mut texts = Vec::new();
        let mut last = self.text.clone();
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
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: Frame = Frame { usage: "用法：", default: ["[默认：", "]"], values: ["[可选：", "]"] };
    const PAGE: &str = "\
About it

Usage: gostep [OPTIONS]
       gostep <COMMAND>

Options:
  -p <N>                 Run at most N [default: all [of them]]
      --buildmode <MODE>  exe or pie [default: exe] [possible values: exe, pie]

To begin:

  gostep play x";

    #[test]
    fn a_page_is_read_line_by_line() {
        let row = |name: &str, text: &str, default: &str, values: Option<&str>| {
            Part::Row(Row {
                name: name.to_owned(),
                text: text.to_owned(),
                default: Some(default.to_owned()),
                values: values.map(str::to_owned),
            })
        };
        let usage = |first, command: &str| Part::Usage { first, command: command.to_owned() };
        let expected = [
            Part::Text("About it".to_owned()),
            Part::Blank,
            usage(true, "gostep [OPTIONS]"),
            usage(false, "gostep <COMMAND>"),
            Part::Blank,
            Part::Heading("Options:".to_owned()),
            row("  -p <N>", "Run at most N", "all [of them]", None),
            row("      --buildmode <MODE>", "exe or pie", "exe", Some("exe, pie")),
            Part::Blank,
            Part::Text("To begin:".to_owned()),
            Part::Blank,
            Part::Code("  gostep play x".to_owned()),
        ];
        assert_eq!(read(PAGE), expected);
    }

    fn drawn(width: usize) -> Vec<String> {
        let lines = draw(&read(PAGE), &FRAME, width);
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
            "                          [可选：exe, pie]",
        ];
        assert_eq!(drawn(55)[2..10], rows);
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
        assert_eq!(drawn(40)[6..11], rows);
    }
}
