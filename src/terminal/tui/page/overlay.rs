//! The lines of what lies above the lesson.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::glossary::GlossaryView;
use super::super::super::inline::{pad, wrap};
use super::super::ascii::key_names;
use super::super::overlay::Overlay;
use super::super::state::State;
use super::ending;
use gostep_course::lesson::glossary::Term;
use gostep_course::words::present::Keys;
use gostep_view::look::{Line, Look, Span};

/// The lines of a box that is read.
pub fn box_lines(state: &State, overlay: &Overlay, screen: Rect) -> Vec<Line> {
    match overlay {
        Overlay::Help(_) => key_table(state.own.help, inner_width(screen), state.settings.ascii),
        Overlay::Glossary(_) => terms(state, inner_width(screen)),
        Overlay::End(_) => ending::lines(state, inner_width(screen)),
        Overlay::Note { lines, .. } => lines.clone(),
        Overlay::GoTo(_) | Overlay::Search(_) => Vec::new(),
    }
}

/// The words that this step marks, then all others.
fn terms(state: &State, width: usize) -> Vec<Line> {
    let glossary = &state.glossary;
    let colour = state.settings.theme.has_colour();
    let view = GlossaryView { glossary, lang: state.player.head().lang, width, colour };
    let is_marked = |term: &Term| state.frame.terms.contains(&term.id);
    let marked = state.frame.terms.iter().filter_map(|id| glossary.get(id));
    let others = glossary.terms.iter().filter(|term| !is_marked(term));
    let mut lines = Vec::new();
    for term in marked.chain(others) {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(view.term_lines(term));
    }
    lines
}

/// Columns inside a box.
pub fn inner_width(screen: Rect) -> usize {
    usize::from(screen.width.saturating_sub(6)).min(72)
}

/// Rows that a box of lines can have inside.
pub fn box_rows(screen: (u16, u16)) -> usize {
    usize::from(screen.1.saturating_sub(4)).max(1)
}

/// How far a box can be scrolled.
pub fn overflow(state: &State, overlay: &Overlay) -> usize {
    let screen = Rect::new(0, 0, state.size.0, state.size.1);
    box_lines(state, overlay, screen).len().saturating_sub(box_rows(state.size))
}

/// Keys and what they do, under their headings.
pub fn key_table(groups: Keys, width: usize, ascii: bool) -> Vec<Line> {
    let all = groups.iter().flat_map(|(_, keys)| keys.iter());
    let widest = all.map(|(key, _)| key_names(key, ascii).width()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (heading, keys) in groups {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(vec![Span::new(*heading, Look::Title)]);
        for (key, what) in *keys {
            let lead = Span::new(pad(&key_names(key, ascii), widest + 2), Look::Strong);
            lines.extend(wrap(&[Span::plain(*what)], &lead, width));
        }
    }
    lines
}
