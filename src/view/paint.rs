//! Looks as data, and the one place in which they become colour.

use colored::Colorize;
use unicode_width::UnicodeWidthStr;

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As it is.
    #[default]
    Plain,
    /// A title.
    Title,
    /// Strong words.
    Strong,
    /// Emphasis.
    Emphasis,
    /// A term of the glossary.
    Term,
    /// Code and commands.
    Code,
    /// Less important.
    Dim,
    /// What the lesson points at.
    Mark,
    /// Something that is done.
    Done,
    /// Something that goes on now.
    Now,
    /// Something that could start.
    Ready,
    /// Something that is wrong.
    Wrong,
}

/// A piece of text in one look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text, without line ends.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

impl Span {
    /// A text in a look.
    pub fn new(text: impl Into<String>, look: Look) -> Self {
        Self { text: text.into(), look }
    }

    /// A text as it is.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new(text, Look::Plain)
    }
}

/// A line on the screen.
pub type Line = Vec<Span>;

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
