//! The workers: what each did and does, and who waits for them.

use super::super::super::lay::chart;
use super::super::state::State;
use gostep_course::player::PathRow;
use gostep_sim::gobuild::ActionState;
use gostep_view::blocks::Block;
use gostep_view::look::{Line, Look, Span};
use gostep_view::seconds::seconds;
use gostep_view::shown::{StepContent, listed, runtime as runtime_blocks};

/// More names than these are counted.
const MOST_NAMES: usize = 30;

/// All lines: the lanes, then who runs, who could, and how many wait.
pub fn lines(state: &State, path: &[PathRow], width: usize) -> Vec<Line> {
    let content = state.content();
    if let Some(runtime) = state.player.runtime(state.frame.step, state.frame.moment.events) {
        return state.room(width).lay(&runtime_blocks(state.words, &runtime));
    }
    let mut lines = chart(&content.lanes(path, state.own.now), width).lines;
    let mut blocks = running(state, &content);
    blocks.push(ready(state));
    let waiting = state.frame.states.iter().filter(|state| **state == ActionState::Waiting).count();
    let waiting = vec![Span::new(state.own.waiting.with([&waiting]), Look::Dim)];
    blocks.push(Block::text(waiting));
    blocks.extend(critical_path(state, path));
    lines.extend(state.room(width).lay(&blocks));
    lines
}

/// The chain that no number of workers makes shorter, as long as there is more than one.
fn critical_path(state: &State, path: &[PathRow]) -> Option<Block> {
    if state.frame.lanes.len() < 2 || path.is_empty() {
        return None;
    }
    let total: u64 = path.iter().map(|row| row.duration_us).sum();
    let names: Vec<&str> =
        path.iter().map(|row| if row.link { state.words.frame.link } else { row.package.as_str() }).collect();
    let shown = if names.len() > MOST_NAMES { &names[names.len() - MOST_NAMES..] } else { &names };
    let mut text = shown.join(" → ");
    if shown.len() < names.len() {
        text.insert_str(0, "… → ");
    }
    let lead = Span::new(state.own.critical_path.with([&seconds(total)]), Look::Dim);
    Some(Block::text(vec![lead, Span::plain(text)]))
}

/// What the busy workers are at, and which ones are idle.
fn running(state: &State, content: &StepContent) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut idle = Vec::new();
    for lane in &state.frame.lanes {
        let number = lane.worker + 1;
        let Some(span) = lane.spans.last().filter(|span| span.to_us.is_none()) else {
            idle.push(number.to_string());
            continue;
        };
        let lead = Span::new(state.own.running.with([&number]), Look::Dim);
        blocks.push(Block::led(lead, vec![Span::new(content.at_work(span), Look::Now)]));
    }
    if !idle.is_empty() {
        let text = state.own.idle.with([&idle.join(state.words.small.comma)]);
        blocks.push(Block::text(vec![Span::new(text, Look::Dim)]));
    }
    blocks
}

fn ready(state: &State) -> Block {
    let packages = state.build().packages.iter().zip(&state.frame.states);
    let names: Vec<&str> =
        packages.filter(|(_, state)| **state == ActionState::Ready).map(|(package, _)| package.path.as_str()).collect();
    let text = listed(state.words, &names, MOST_NAMES);
    let lead = Span::new(state.own.ready.with([&names.len()]), Look::Dim);
    Block::text(vec![lead, Span::new(text, Look::Ready)])
}
