//! The glossary as text.

use unicode_width::UnicodeWidthStr;

use super::inline::{fit, pad, wrap};
use super::lay::Room;
use super::paint::Painter;
use gostep_course::lesson::glossary::{Glossary, Term};
use gostep_course::player::markdown::{Block, parse, plain_text, terms};
use gostep_course::words::{Lang, words};
use gostep_view::look::{Line, Look, Span};

/// How the glossary is drawn.
#[derive(Clone, Copy, Debug)]
pub struct GlossaryView<'a> {
    /// The terms.
    pub glossary: &'a Glossary,
    /// The language of the words around them.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
}

/// Most columns of the names in the list; longer ones move the text.
const NAMES: usize = 30;

/// Below this width the list has only names.
const NARROW: usize = 60;

impl GlossaryView<'_> {
    /// One term: its name, what it means, and the terms that its text mentions.
    pub fn term(self, term: &Term) -> String {
        self.text(&self.term_lines(term))
    }

    /// One term as lines, for a panel.
    pub fn term_lines(self, term: &Term) -> Vec<Line> {
        let blocks = parse(&term.text);
        let name = Span::new(full_name(term), Look::Title);
        let mut lines = wrap(&[name], &Span::plain(""), self.width);
        if term.untranslated {
            lines.extend(wrap(
                &[Span::new(words(self.lang).course.untranslated_term, Look::Dim)],
                &Span::plain(""),
                self.width,
            ));
        }
        let room = Room { width: self.width.saturating_sub(2), colour: self.colour };
        lines.extend(indented(room.prose(&blocks)));
        let others = terms(&blocks);
        let others: Vec<&str> =
            others.iter().filter_map(|id| self.glossary.get(id)).map(|term| term.name.as_str()).collect();
        if !others.is_empty() {
            let see = format!("{}{}", words(self.lang).course.see_also, others.join(words(self.lang).small.comma));
            let see = wrap(&[Span::new(see, Look::Dim)], &Span::plain(""), self.width.saturating_sub(2));
            lines.extend(indented(see));
        }
        lines
    }

    /// All terms, by group: name and the beginning of the text.
    pub fn list(self) -> String {
        let mut lines = Vec::new();
        let widths = self.glossary.terms.iter().map(|term| full_name(term).width());
        let column = widths.filter(|&width| width <= NAMES).max().unwrap_or(0);
        self.by_group(&mut lines, |term| {
            let name = full_name(term);
            if self.width < NARROW {
                return vec![vec![Span::plain("  "), Span::new(fit(&name, self.width - 2), Look::Strong)]];
            }
            let room = self.width.saturating_sub(2 + name.width().max(column) + 2);
            let text = parse(&term.text).first().map(beginning).unwrap_or_default();
            vec![vec![
                Span::plain("  "),
                Span::new(pad(&name, column), Look::Strong),
                Span::plain("  "),
                Span::new(fit(&text, room), Look::Plain),
            ]]
        });
        lines.push(Line::new());
        let hint = Span::new(words(self.lang).course.how_to_look_up, Look::Dim);
        lines.extend(wrap(&[hint], &Span::plain(""), self.width));
        self.text(&lines)
    }

    /// All terms with their whole texts.
    pub fn full(self) -> String {
        let mut lines = Vec::new();
        self.by_group(&mut lines, |term| {
            let mut lines = vec![Line::new()];
            lines.extend(self.term_lines(term));
            lines
        });
        self.text(&lines)
    }

    fn by_group(self, lines: &mut Vec<Line>, draw: impl Fn(&Term) -> Vec<Line>) {
        let mut group = None;
        for term in &self.glossary.terms {
            if lines.is_empty() || term.group != group {
                if !lines.is_empty() {
                    lines.push(Line::new());
                }
                group = term.group;
                let other = words(self.lang).course.other_terms;
                let title = group.map_or(other, |index| self.glossary.groups[index].as_str());
                lines.extend(wrap(&[Span::new(title, Look::Title)], &Span::plain(""), self.width));
            }
            lines.extend(draw(term));
        }
    }

    fn text(self, lines: &[Line]) -> String {
        Painter { colour: self.colour }.text(lines)
    }
}

/// The name, with the English one that the tools use.
fn full_name(term: &Term) -> String {
    if term.name == term.english { term.name.clone() } else { format!("{}（{}）", term.name, term.english) }
}

fn beginning(block: &Block) -> String {
    match block {
        Block::Paragraph { text } | Block::Heading { text } => plain_text(text),
        _ => String::new(),
    }
}

fn indented(lines: Vec<Line>) -> Vec<Line> {
    lines.into_iter().map(|line| std::iter::once(Span::plain("  ")).chain(line).collect()).collect()
}
