//! The commands of the transcript, ready for their pane.

use super::super::super::lay::cut_off;
use super::super::layout::Pane;
use super::super::state::State;
use gostep_course::player::{CommandView, Shown};
use gostep_view::look::Line;
use gostep_view::shown::{beside_log, first_line, in_log, pointed_at};

/// Columns of the line number and the sign behind it.
pub const GUTTER: usize = 7;
/// More rows than these are not asked for.
const MOST_ROWS: usize = 14;
/// Rows that remind of the log while a step is about something else.
const FEW_ROWS: usize = 3;

/// A command with the words that the step or the search marks in it.
fn command(state: &State, block: usize) -> Option<CommandView> {
    if let Some(pattern) = &state.search {
        let text = state.build().transcript.get(block).map_or("", |block| block.text.as_str());
        let found: Vec<String> = pattern.find_in(text).into_iter().map(str::to_owned).collect();
        return state.player.command(state.frame.moment.build, block, &found);
    }
    let shown = state.frame.shows.iter().filter_map(|shown| match shown {
        Shown::Commands { commands, .. } => commands.iter().find(|command| command.block == block),
        _ => None,
    });
    let marked = shown.into_iter().find(|command| !command.marks.is_empty());
    marked.cloned().or_else(|| state.player.command(state.frame.moment.build, block, &[]))
}

/// The command that is looked at, for a pane of so many columns: as a whole where it matters, else in one line.
pub fn shown_command(state: &State, width: usize) -> Vec<Line> {
    let Some(view) = state.command().and_then(|block| command(state, block)) else { return Vec::new() };
    if !state.zoomed && state.pane != Pane::Log && !is_about_a_command(state) {
        return vec![cut_off(&first_line(&view), width.saturating_sub(GUTTER))];
    }
    let lines = state.room(width.saturating_sub(GUTTER)).lay(&[state.content().command(&view)]);
    // The gutter is indent enough.
    lines.into_iter().map(without_indent).collect()
}

/// A command in one line.
pub fn short_command(state: &State, block: usize, width: usize) -> Option<Line> {
    command(state, block).map(|view| cut_off(&first_line(&view), width.saturating_sub(GUTTER)))
}

fn without_indent(mut line: Line) -> Line {
    if let Some(first) = line.first_mut()
        && let Some(rest) = first.text.strip_prefix("  ")
    {
        first.text = rest.to_owned();
    }
    line
}

/// Whether the step points at one command, or the reader has moved to one.
fn is_about_a_command(state: &State) -> bool {
    let shows_one = match in_log(&state.frame) {
        Some(Shown::Commands { commands, .. }) => commands.len() == 1,
        _ => false,
    };
    shows_one || state.is_away() || state.looked_at != pointed_at(&state.frame)
}

/// Whether the command that is looked at is the one that the step points at, at the moment of the step.
pub fn is_pointed_at(state: &State) -> bool {
    let points = state.looked_at.is_some() && state.looked_at == pointed_at(&state.frame) && !state.is_away();
    points && is_about_a_command(state)
}

/// Rows of the command that is looked at, of so many, that do not fit into a pane of so many.
pub fn hidden_rows(state: &State, lines: usize, rows: usize) -> usize {
    let Some(at) = state.command().filter(|_| rows > 0) else { return 0 };
    lines.saturating_sub(rows - rows_before(state, at, rows))
}

/// One row before the command says where we are, unless there is too little room.
pub fn rows_before(state: &State, at: usize, rows: usize) -> usize {
    usize::from(rows > 2 && at + state.build().header.len() > 0)
}

/// How many rows the transcript has by now, when the command that is looked at has so many.
pub fn printed_rows(state: &State, whole: usize) -> usize {
    state.build().header.len() + state.frame.moment.commands.saturating_sub(1) + whole
}

/// How many rows the pane could use when the command has so many: few if the step does not point at commands.
pub fn wanted_rows(state: &State, whole: usize) -> usize {
    let rows = match in_log(&state.frame) {
        _ if state.command().is_none() => state.build().header.len(),
        _ if state.is_away() || state.looked_at != pointed_at(&state.frame) || state.pane == Pane::Log => whole + 2,
        Some(Shown::Commands { new: true, commands, .. }) => whole + commands.len().saturating_sub(1),
        Some(_) => whole + 1,
        // Where something is shown beside the log, it needs the rows.
        None if !beside_log(&state.frame).is_empty() => 1,
        None => FEW_ROWS,
    };
    rows.clamp(1, MOST_ROWS)
}
