//! The one place in which looks become colour.

use colored::Colorize;
use unicode_width::UnicodeWidthStr;

use gostep_view::look::{Line, Look, Span};

/// Turns lines into text.
#[derive(Clone, Copy, Debug)]
pub struct Painter {
    /// Whether looks become colour. Without, marked words get a line of carets below them.
    pub colour: bool,
}

impl Painter {
    /// The rows of a line: the line, and the carets that point at its marked words.
    pub fn rows(self, line: &Line) -> Vec<String> {
        let text: String = line.iter().map(|span| self.span(span)).collect();
        let text = if self.colour { text } else { text.trim_end().to_owned() };
        let marked = line.iter().any(|span| span.look == Look::Mark);
        if self.colour || !marked { vec![text] } else { vec![text, carets(line)] }
    }

    /// Lines as text, each with its end.
    pub fn text(self, lines: &[Line]) -> String {
        let mut text = String::new();
        for row in lines.iter().flat_map(|line| self.rows(line)) {
            text.push_str(&row);
            text.push('\n');
        }
        text
    }

    fn span(self, span: &Span) -> String {
        let text = span.text.as_str();
        if !self.colour {
            return text.to_owned();
        }
        let painted = match span.look {
            Look::Plain => return text.to_owned(),
            Look::Title => text.bold().cyan(),
            Look::Strong => text.bold(),
            Look::Emphasis => text.italic(),
            Look::Term => text.underline(),
            Look::Code => text.cyan(),
            Look::Dim => text.dimmed(),
            Look::Mark => text.bold().underline().yellow(),
            Look::Done => text.green(),
            Look::Now => text.bold().magenta(),
            Look::Ready => text.blue(),
            Look::Wrong => text.bold().red(),
        };
        painted.to_string()
    }
}

fn carets(line: &Line) -> String {
    let mut row = String::new();
    for span in line {
        let sign = if span.look == Look::Mark { "^" } else { " " };
        row.push_str(&sign.repeat(span.text.width()));
    }
    row.truncate(row.trim_end().len());
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_never_hang_on_colour() {
        let line = vec![Span::plain("编译 "), Span::new("-p fmt", Look::Mark), Span::plain(" x ")];
        assert_eq!(Painter { colour: false }.rows(&line), ["编译 -p fmt x", "     ^^^^^^"]);
    }
}
