//! Lays blocks out in a width: lines of styled text, for a terminal, a file or the screen.

mod bars;
mod chart;
mod code;
mod command;
mod prose;
mod table;

pub use chart::{Chart, NO_LETTER, chart};

use super::inline::{cut, fit, width_of, wrap, wrap_below};
use gostep_course::player::markdown;
use gostep_view::blocks::{Block, Paragraph};
use gostep_view::look::{Line, Look, Span};
use unicode_width::UnicodeWidthStr;

/// The comment of lines that the go command does itself.
const COMMENT: &str = " # internal";

/// The room that blocks are laid out in.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Columns.
    pub width: usize,
    /// Whether there is colour; without, code in a text is set in backquotes.
    pub colour: bool,
}

impl Room {
    /// Blocks below each other.
    pub fn lay(self, blocks: &[Block]) -> Vec<Line> {
        blocks.iter().flat_map(|block| self.block(block)).collect()
    }

    /// A text as an author wrote it.
    pub fn prose(self, text: &[markdown::Block]) -> Vec<Line> {
        prose::lay(text, self.width, self.colour)
    }

    fn block(self, block: &Block) -> Vec<Line> {
        let width = self.width;
        match block {
            Block::Gap => vec![Line::new()],
            Block::Paragraph(Paragraph { lead, text, indent }) => {
                wrap_below(text, lead, indent.unwrap_or_else(|| lead.text.width()), width)
            }
            Block::Prose(text) => self.prose(text),
            Block::Item { lead, body } => self.item(lead, body),
            Block::Cut { lead, text } => {
                let mut line = if lead.text.is_empty() { Line::new() } else { vec![lead.clone()] };
                line.extend(cut_off(text, width.saturating_sub(lead.text.width())));
                vec![line]
            }
            Block::Names { lead, names } => lay_names(lead, names, width),
            Block::Table(table) => table::lay(table, width),
            Block::Code(rows) => code::lay(rows, width),
            Block::Command(command) => command::lay(command, width),
            Block::Bars(bars) => bars::lay_bars(bars, width),
            Block::WorkerLane { name, lane, until_us } => vec![bars::lay_lane(name, lane, *until_us, width)],
        }
    }

    fn item(self, lead: &[Span], body: &[Block]) -> Vec<Line> {
        let indent = width_of(lead);
        let lines = Self { width: self.width.saturating_sub(indent), ..self }.lay(body).into_iter().enumerate();
        let blank = || vec![Span::plain(" ".repeat(indent))];
        lines.map(|(row, line)| [if row == 0 { lead.to_vec() } else { blank() }, line].concat()).collect()
    }
}

/// A line as far as it fits.
pub fn cut_off(spans: &[Span], width: usize) -> Line {
    let whole: String = spans.iter().map(|span| span.text.as_str()).collect();
    let short = fit(&whole, width);
    if short == whole {
        return spans.to_vec();
    }
    let head = |short: &str| {
        let mut line = cut(spans, 0, short.len() - '…'.len_utf8());
        line.push(Span::new("…", Look::Dim));
        line
    };
    // A comment at the end says what the line is worth: the middle goes, not the comment.
    let comment = whole.rfind(COMMENT).filter(|&at| whole[at..].width() * 2 <= width);
    let Some(comment) = comment else { return head(&short) };
    let mut line = head(&fit(&whole[..comment], width - whole[comment..].width()));
    line.extend(cut(spans, comment, whole.len()));
    line
}

fn lay_names(lead: &Span, names: &str, width: usize) -> Vec<Line> {
    const INDENT: usize = 2;
    let text = [lead.clone(), Span::plain(names)];
    let rows = wrap(&text, &Span::plain(""), width.saturating_sub(INDENT)).into_iter().enumerate();
    rows.map(|(row, line)| {
        let indent = (row > 0).then(|| Span::plain(" ".repeat(INDENT)));
        indent.into_iter().chain(line).collect()
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_before_the_comment_at_its_end() {
        let cut = |text: &str, width| cut_off(&[Span::plain(text)], width).into_iter().map(|span| span.text).collect();
        let line = "cp $WORK/b006/_pkg_.a /home/gopher/.cache/8d # internal";
        let short: String = cut(line, 40);
        assert_eq!(short, "cp $WORK/b006/_pkg_.a /home/… # internal");
        let whole: String = cut(line, 80);
        assert_eq!(whole, line);
        // Where the comment would be all there is, the beginning says more.
        let narrow: String = cut(line, 20);
        assert_eq!(narrow, "cp $WORK/b006/_pkg_…");
    }
}
