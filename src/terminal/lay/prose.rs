//! Parsed Markdown as lines.

use unicode_width::UnicodeWidthStr;

use super::super::inline::{fit, pad, wrap};
use gostep_course::player::markdown::{Block, Inline, InlineStyle, plain_text};
use gostep_view::look::GLUE;
use gostep_view::look::{Line, Look, Span};

/// Draws blocks with an empty line between them. Code is set in backquotes where colour cannot show it.
pub fn lay(blocks: &[Block], width: usize, colour: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in blocks {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(Drawer { colour }.block(block, width));
    }
    lines
}

const SHORT_CODE: usize = 24;

struct Drawer {
    colour: bool,
}

impl Drawer {
    fn block(&self, block: &Block, width: usize) -> Vec<Line> {
        match block {
            Block::Paragraph { text } => self.inlines(text, Look::Plain, &Span::plain(""), width),
            Block::Heading { text } => self.inlines(text, Look::Title, &Span::plain(""), width),
            Block::List { start, items } => self.list(*start, items, width),
            Block::Code { text, .. } => text
                .split('\n')
                .flat_map(|line| wrap(&[Span::new(line, Look::Code)], &Span::plain("    "), width))
                .collect(),
            Block::Quote { blocks } => {
                let bar = Span::new("│ ", Look::Dim);
                let inner = lay(blocks, width.saturating_sub(2), self.colour);
                inner.into_iter().map(|line| std::iter::once(bar.clone()).chain(line).collect()).collect()
            }
            Block::Table { head, rows } => self.table(head, rows, width),
            Block::Rule => vec![vec![Span::new("─".repeat(width), Look::Dim)]],
        }
    }

    fn inlines(&self, text: &[Inline], base: Look, first: &Span, width: usize) -> Vec<Line> {
        let mut spans = Vec::new();
        for inline in text {
            let look = match inline.style {
                InlineStyle::Plain if inline.term.is_some() && base == Look::Plain => Look::Term,
                InlineStyle::Plain => base,
                InlineStyle::Emphasis => Look::Emphasis,
                InlineStyle::Strong => Look::Strong,
                InlineStyle::Code => Look::Code,
            };
            let text = match inline.style {
                InlineStyle::Code if !self.colour => format!("`{}`", inline.text),
                _ => inline.text.clone(),
            };
            // A short piece of code reads badly in two halves.
            let short = look == Look::Code && text.width() <= SHORT_CODE;
            spans.push(Span::new(if short { text.replace(' ', &GLUE.to_string()) } else { text }, look));
            if let Some(link) = inline.link.as_ref().filter(|link| **link != inline.text) {
                spans.push(Span::new(format!(" ({link})"), Look::Dim));
            }
        }
        wrap(&spans, first, width)
    }

    fn list(&self, start: Option<u64>, items: &[Vec<Block>], width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for (item, number) in items.iter().zip(start.unwrap_or(0)..) {
            let bullet = start.map_or_else(|| "• ".to_owned(), |_| format!("{number}. "));
            let indent = bullet.width();
            let mut first = true;
            for block in item {
                for line in self.block(block, width.saturating_sub(indent)) {
                    let lead = if first { bullet.clone() } else { " ".repeat(indent) };
                    first = false;
                    lines.push(std::iter::once(Span::plain(lead)).chain(line).collect());
                }
            }
        }
        lines
    }

    /// A table if it fits, else row by row.
    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], width: usize) -> Vec<Line> {
        let cell = |row: &[Vec<Inline>], column: usize| row.get(column).map_or_else(String::new, |c| plain_text(c));
        let widest = |column| {
            let cells = rows.iter().map(|row| cell(row, column).width());
            cells.chain([cell(head, column).width()]).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..head.len()).map(widest).collect();
        let total: usize = widths.iter().map(|width| width + 2).sum();
        if total.saturating_sub(2) > width {
            return self.rows(head, rows, width);
        }
        let draw_row = |row: &[Vec<Inline>], look| {
            let cells = widths.iter().enumerate();
            // Nothing stands behind the last one.
            let wide = |(column, width): (usize, &usize)| if column + 1 < head.len() { width + 2 } else { 0 };
            cells.map(|at| Span::new(pad(&cell(row, at.0), wide(at)), look)).collect()
        };
        let mut lines: Vec<Line> = vec![draw_row(head, Look::Strong)];
        lines.push(vec![Span::new(fit(&"─".repeat(total), width), Look::Dim)]);
        lines.extend(rows.iter().map(|row| draw_row(row, Look::Plain)));
        lines
    }

    fn rows(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], width: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        for row in rows {
            for (column, (name, cell)) in head.iter().zip(row).enumerate() {
                let lead = if column == 0 { "• " } else { "  " };
                let mut text = name.clone();
                text.push(Inline { text: ": ".to_owned(), style: InlineStyle::Plain, link: None, term: None });
                text.extend(cell.iter().cloned());
                lines.extend(self.inlines(&text, Look::Plain, &Span::plain(lead), width));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::player::markdown::parse;

    #[test]
    fn terms_of_the_glossary_look_like_ones() {
        let lines = lay(&parse("an [archive](term:archive) and [`symabis`](term:symabis)"), 80, true);
        let looks: Vec<_> = lines[0].iter().map(|span| (span.text.as_str(), span.look)).collect();
        let plain = |text| (text, Look::Plain);
        assert_eq!(looks, [plain("an "), ("archive", Look::Term), plain(" and "), ("symabis", Look::Code)]);
    }
}
