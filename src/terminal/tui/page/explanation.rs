//! What a step says.

use super::super::super::inline::join;
use super::super::inspector::Inspector;
use super::super::layout::{Arrangement, arrangement};
use super::super::state::State;
use super::question::{self, Drawn};
use super::{shown, timeline};
use gostep_view::blocks::Block;
use gostep_view::look::{Line, Look};
use gostep_view::shown::{beside_log, in_log};

/// The explanation, drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// All lines.
    pub lines: Vec<Line>,
    /// The question among them, moved to where it stands.
    pub question: Option<Drawn>,
}

/// Draws all that a step says. Where there is room for one pane only, what the step shows is among it.
pub fn explain(state: &State, width: usize) -> Explanation {
    let (columns, rows) = state.size;
    let room = state.room(width);
    let frame = &state.frame;
    let arranged = arrangement(columns, rows);
    let mut parts = Vec::new();
    // It stands above; where rows are few, once is enough.
    if arranged == Arrangement::TwoColumns || !timeline::title_fits(state) {
        parts.push(room.lay(&[Block::said(&frame.title, Look::Title)]));
    }
    if state.step == 0 {
        parts.push(room.prose(&state.player.head().summary));
    }
    if frame.untranslated {
        parts.push(room.lay(&[Block::said(state.words.frame.untranslated, Look::Dim)]));
    }
    let mut lead = room.prose(&frame.lead);
    if arranged != Arrangement::Single && ends_with_colon(&lead) {
        lead.extend(where_shown(state, width));
    }
    parts.push(lead);
    if arranged == Arrangement::Single {
        parts.extend(shown::parts(state, &frame.shows, width));
    }
    let mut question = None;
    if let Some(asked) = &frame.question {
        let before = join(std::mem::take(&mut parts));
        let mut drawn = question::draw(state, asked, width);
        parts = vec![before, std::mem::take(&mut drawn.lines)];
        drawn.move_down(parts[0].len() + 1);
        question = Some(drawn);
    }
    // What a question asks for is told after it.
    if state.open_question().is_none() {
        parts.push(room.prose(&frame.text));
    }
    if state.settings.notes && !frame.note.is_empty() {
        parts.push(room.lay(&[Block::said(state.words.frame.note, Look::Strong)]));
        parts.push(room.prose(&frame.note));
    }
    Explanation { lines: join(parts), question }
}

/// Whether a text announces something.
fn ends_with_colon(lines: &[Line]) -> bool {
    let last = lines.iter().rev().flat_map(|line| line.iter().rev()).find(|span| !span.text.trim().is_empty());
    last.is_some_and(|span| span.text.trim_end().ends_with([':', '：']))
}

/// Which pane has what a text announces.
fn where_shown(state: &State, width: usize) -> Vec<Line> {
    let in_log = in_log(&state.frame).is_some();
    let beside = !beside_log(&state.frame).is_empty();
    let inspector = state.own.inspectors[Inspector::for_step(&state.frame) as usize];
    let panes: Vec<&str> = [(in_log, state.own.log), (beside, inspector)]
        .into_iter()
        .filter_map(|(there, name)| there.then_some(name))
        .collect();
    if panes.is_empty() {
        return Vec::new();
    }
    let panes = panes.join(state.words.small.comma);
    state.room(width).lay(&[Block::said(&state.own.shown_in.with([&panes]), Look::Dim)])
}
