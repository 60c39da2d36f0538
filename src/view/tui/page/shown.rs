//! What the step shows, as the plain text has it.

use super::super::super::inline::{join, wrap};
use super::super::super::lay::lay;
use super::super::super::paint::{Line, Look, Span};
use super::super::shows::{beside_log, in_log};
use super::super::state::State;
use gostep_course::player::Shown;

/// Things that are shown, drawn one by one.
pub fn parts<'a>(state: &State, shows: impl IntoIterator<Item = &'a Shown>, width: usize) -> Vec<Vec<Line>> {
    let content = state.content();
    shows.into_iter().map(|shown| lay(&content.blocks(shown), width)).collect()
}

/// All lines.
pub fn lines(state: &State, width: usize) -> Vec<Line> {
    let lines = join(parts(state, beside_log(&state.frame), width));
    if !lines.is_empty() {
        return lines;
    }
    let said = if in_log(&state.frame).is_some() { state.own.shown_in_log } else { state.own.nothing_shown };
    wrap(&[Span::new(said, Look::Dim)], &Span::plain(""), width)
}
