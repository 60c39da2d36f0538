//! The workers: what each did and does, and who waits for them.

use unicode_width::UnicodeWidthStr;

use super::super::super::inline::wrap;
use super::super::super::lanes::{Bar, Scale, axis, bars};
use super::super::super::paint::{Line, Look, Span};
use super::super::super::seconds::seconds;
use super::super::state::State;
use super::timeline::cell_of;
use gostep_course::player::{Lane, LaneSpan, PackageState, PathRow};

/// More names than these are counted.
const MOST_NAMES: usize = 30;

/// All lines: the lanes, then who runs, who could, and how many wait.
pub fn lines(state: &State, path: &[PathRow], width: usize) -> Vec<Line> {
    let lanes = &state.frame.lanes;
    let number_width = lanes.len().to_string().width();
    let scale =
        Scale { cells: width.saturating_sub(number_width + 2).max(10), total: state.build().duration_us.max(1) };
    let margin = " ".repeat(number_width + 1);
    let mut lines = vec![vec![Span::new(format!("{margin}{}", axis(scale)), Look::Dim)]];
    for lane in lanes {
        let mut line = vec![Span::plain(format!("{:>number_width$} ", lane.worker + 1))];
        line.extend(draw_lane(state, path, lane, scale));
        lines.push(line);
    }
    lines.push(now(state, scale, &margin));
    lines.extend(running(state, width));
    lines.extend(ready(state, width));
    let waiting = state.frame.states.iter().filter(|state| **state == PackageState::Waiting).count();
    lines.push(vec![Span::new(state.own.waiting.with([&waiting]), Look::Dim)]);
    lines.extend(critical_path(state, path, width));
    lines
}

/// An arrow below the column of the moment.
fn now(state: &State, scale: Scale, margin: &str) -> Line {
    let at = cell_of(state.frame.moment.time_us, scale.total, scale.cells);
    let word = state.own.now;
    let before = at + 2 + word.width() > scale.cells;
    let text = if before {
        format!("{}{word} ↑", " ".repeat(at.saturating_sub(word.width() + 1)))
    } else {
        format!("{}↑ {word}", " ".repeat(at))
    };
    vec![Span::new(format!("{margin}{text}"), Look::Now)]
}

fn draw_lane(state: &State, path: &[PathRow], lane: &Lane, scale: Scale) -> Line {
    let now = state.frame.moment.time_us;
    let stretch = |(at, span): (usize, &LaneSpan)| (at, span.from_us, span.to_us.unwrap_or(now));
    let spans: Vec<_> = lane.spans.iter().enumerate().map(stretch).collect();
    let mut line = Line::new();
    let mut at = 0;
    for bar in bars(&spans, scale) {
        line.push(Span::new("·".repeat(bar.start - at), Look::Dim));
        let span = &lane.spans[bar.what];
        let look = if span.to_us.is_none() { Look::Now } else { Look::Done };
        let on_path = path.iter().any(|row| row.package == span.package && row.link == span.link);
        line.push(Span::new(draw_bar(state, &bar, span, on_path), look));
        at = bar.end;
    }
    line.push(Span::new("·".repeat(scale.cells - at), Look::Dim));
    line
}

/// The name in brackets if there is room, else a box.
fn draw_bar(state: &State, bar: &Bar<usize>, span: &LaneSpan, on_path: bool) -> String {
    let cells = bar.end - bar.start;
    let name = name(state, span);
    let last = name.rsplit('/').next().unwrap_or(name);
    match [name, last].into_iter().find(|name| name.width() + 2 <= cells) {
        Some(name) => {
            let line = if on_path { "═" } else { "─" };
            format!("[{name}{}]", line.repeat(cells - 2 - name.width()))
        }
        None => "█".repeat(cells),
    }
}

/// The chain that no number of workers makes shorter, as long as there is more than one.
fn critical_path(state: &State, path: &[PathRow], width: usize) -> Vec<Line> {
    if state.frame.lanes.len() < 2 || path.is_empty() {
        return Vec::new();
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
    wrap(&[lead, Span::plain(text)], &Span::plain(""), width)
}

fn name<'a>(state: &'a State, span: &'a LaneSpan) -> &'a str {
    if span.link { state.words.frame.link } else { &span.package }
}

/// What the busy workers are at, and which ones are idle.
fn running(state: &State, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut idle = Vec::new();
    for lane in &state.frame.lanes {
        let number = lane.worker + 1;
        let Some(span) = lane.spans.last().filter(|span| span.to_us.is_none()) else {
            idle.push(number.to_string());
            continue;
        };
        let lead = Span::new(state.own.running.with([&number]), Look::Dim);
        let text = state.words.frame.works_on.with([&name(state, span), &seconds(span.from_us)]);
        lines.extend(wrap(&[Span::new(text, Look::Now)], &lead, width));
    }
    if !idle.is_empty() {
        let text = state.own.idle.with([&idle.join(state.words.small.comma)]);
        lines.extend(wrap(&[Span::new(text, Look::Dim)], &Span::plain(""), width));
    }
    lines
}

fn ready(state: &State, width: usize) -> Vec<Line> {
    let packages = state.build().packages.iter().zip(&state.frame.states);
    let names: Vec<&str> = packages
        .filter(|(_, state)| **state == PackageState::Ready)
        .map(|(package, _)| package.path.as_str())
        .collect();
    let mut text = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(state.words.small.comma);
    if names.is_empty() {
        text.push_str(state.words.small.none);
    }
    if names.len() > MOST_NAMES {
        text.push(' ');
        text.push_str(&state.words.frame.more_names.with([&(names.len() - MOST_NAMES)]));
    }
    let lead = Span::new(state.own.ready.with([&names.len()]), Look::Dim);
    wrap(&[lead, Span::new(text, Look::Ready)], &Span::plain(""), width)
}
