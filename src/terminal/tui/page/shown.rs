//! What the step shows, as the plain text has it.

use super::super::super::inline::join;
use super::super::state::State;
use gostep_course::player::Shown;
use gostep_view::blocks::Block;
use gostep_view::look::{Line, Look};
use gostep_view::shown::{beside_log, in_log};

/// Things that are shown, laid out one by one.
pub fn parts<'a>(state: &State, shows: impl IntoIterator<Item = &'a Shown>, width: usize) -> Vec<Vec<Line>> {
    let (content, room) = (state.content(), state.room(width));
    shows.into_iter().map(|shown| room.lay(&content.blocks(shown))).collect()
}

/// The rows of [`lines`] at which the things begin that the step shows beside the log.
pub fn starts(state: &State, width: usize) -> Vec<usize> {
    let mut at = 0;
    let begins =
        parts(state, beside_log(&state.frame), width).into_iter().filter(|part| !part.is_empty()).map(|part| {
            let begin = at;
            at += part.len() + 1;
            begin
        });
    begins.collect()
}

/// All lines.
pub fn lines(state: &State, width: usize) -> Vec<Line> {
    let lines = join(parts(state, beside_log(&state.frame), width));
    if !lines.is_empty() {
        return lines;
    }
    let said = if in_log(&state.frame).is_some() { state.own.shown_in_log } else { state.own.nothing_shown };
    state.room(width).lay(&[Block::said(said, Look::Dim)])
}
