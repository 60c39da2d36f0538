//! The lanes of workers as a picture made of characters: time from left to right, one line a worker.

use unicode_width::UnicodeWidthStr;

use super::super::cells::cell_of;
use gostep_view::blocks::{LaneChart, WorkerLane, WorkerSpan};
use gostep_view::look::{Line, Look, Span};

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The axis, one line for each worker, and where the moment is.
    pub lines: Vec<Line>,
    /// What the letters mean, in order of the alphabet.
    pub key: Vec<(char, String)>,
    /// Whether there were more bars than letters, so that some have [`NO_LETTER`].
    pub out_of_letters: bool,
    /// How many actions took time, but too little of it to be drawn.
    pub too_short: usize,
}

/// Signs for bars that are too narrow for a name.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
/// For bars when the letters are used up.
pub const NO_LETTER: char = '*';

/// Draws lanes into so many columns.
pub fn chart(lanes: &LaneChart, width: usize) -> Chart {
    let number_width = lanes.lanes.last().map_or(1, |lane| lane.number.to_string().len());
    let behind = if lanes.with_key { "  100%".len() } else { 1 };
    let cells = width.saturating_sub(number_width + 1 + behind).max(10);
    let scale = Scale { cells, total: lanes.total_us.max(1) };
    let bars: Vec<Vec<Bar>> = lanes.lanes.iter().map(|lane| bars(&lane.spans, scale)).collect();
    let drawn: usize = bars.iter().map(Vec::len).sum();
    let all = lanes.lanes.iter().flat_map(|lane| &lane.spans).filter(|span| span.to_us > span.from_us).count();
    let letters = if lanes.with_key { letters(&lanes.lanes, &bars) } else { Letters::default() };

    let margin = " ".repeat(number_width + 1);
    let mut lines = vec![vec![Span::new(format!("{margin}{}", axis(scale)), Look::Dim)]];
    for (lane, bars) in lanes.lanes.iter().zip(&bars) {
        let mut line = vec![Span::plain(format!("{:>number_width$} ", lane.number))];
        line.extend(draw_lane(lane, bars, cells, lanes.with_key.then_some(&letters)));
        if lanes.with_key {
            let busy: u64 = lane.spans.iter().map(|span| span.to_us - span.from_us).sum();
            line.push(Span::plain(format!(" {:>4}%", busy * 100 / scale.total)));
        }
        lines.push(line);
    }
    lines.extend(lanes.now.as_ref().map(|(time, word)| now(*time, word, scale, &margin)));
    let key = letters.key.into_iter().map(|(letter, span)| (letter, span.name.clone())).collect();
    Chart { lines, key, out_of_letters: letters.used_up, too_short: all.saturating_sub(drawn) }
}

/// An arrow below the column of the moment.
fn now(time: u64, word: &str, scale: Scale, margin: &str) -> Line {
    let at = cell_of(time, scale.total, scale.cells);
    let before = at + 2 + word.width() > scale.cells;
    let text = if before {
        format!("{}{word} ↑", " ".repeat(at.saturating_sub(word.width() + 1)))
    } else {
        format!("{}↑ {word}", " ".repeat(at))
    };
    vec![Span::new(format!("{margin}{text}"), Look::Now)]
}

/// Which bar has which letter.
#[derive(Default)]
struct Letters<'a> {
    key: Vec<(char, &'a WorkerSpan)>,
    used_up: bool,
}

/// Letters go by time, so that they are found in the picture from left to right.
fn letters<'a>(lanes: &'a [WorkerLane], bars: &'a [Vec<Bar>]) -> Letters<'a> {
    let of_lane = |(lane, bars): (&'a WorkerLane, &'a Vec<Bar>)| bars.iter().map(|bar| (bar, &lane.spans[bar.span]));
    let mut narrow: Vec<_> =
        lanes.iter().zip(bars).flat_map(of_lane).filter(|(bar, span)| bar.name(span).is_none()).collect();
    narrow.sort_by_key(|(bar, _)| bar.start);
    let key: Vec<_> = LETTERS.chars().zip(narrow.iter().map(|(_, span)| *span)).collect();
    Letters { used_up: narrow.len() > key.len(), key }
}

fn draw_lane(lane: &WorkerLane, bars: &[Bar], cells: usize, letters: Option<&Letters>) -> Line {
    let mut line = Line::new();
    let mut at = 0;
    for bar in bars {
        let span = &lane.spans[bar.span];
        line.push(Span::new("·".repeat(bar.start - at), Look::Dim));
        line.push(Span::new(draw_bar(bar, span, letters), span.look));
        at = bar.end;
    }
    line.push(Span::new("·".repeat(cells - at), Look::Dim));
    line
}

/// The name in brackets if there is room, else a letter or a box.
fn draw_bar(bar: &Bar, span: &WorkerSpan, letters: Option<&Letters>) -> String {
    let cells = bar.end - bar.start;
    match (bar.name(span), letters) {
        (Some(name), _) => {
            let line = if span.on_path { "═" } else { "─" };
            format!("[{name}{}]", line.repeat(cells - 2 - name.width()))
        }
        (None, Some(letters)) => {
            let known = letters.key.iter().find(|(_, other)| std::ptr::eq(*other, span));
            format!("{}{}", known.map_or(NO_LETTER, |(letter, _)| *letter), "─".repeat(cells - 1))
        }
        (None, None) => "█".repeat(cells),
    }
}

/// How time is laid out on columns.
#[derive(Clone, Copy)]
struct Scale {
    /// How many columns there are.
    cells: usize,
    /// Time of all of them.
    total: u64,
}

impl Scale {
    /// The time at the left edge of a cell.
    fn time(self, cell: usize) -> u64 {
        let at = u128::from(self.total) * cell as u128 / self.cells as u128;
        u64::try_from(at).unwrap_or(u64::MAX)
    }
}

/// Neighbouring cells in which one thing took more time than any other.
struct Bar {
    /// The thing, among those of its lane.
    span: usize,
    /// Its first cell.
    start: usize,
    /// The cell behind its last one.
    end: usize,
}

impl Bar {
    /// The whole name, or its last element, if the bar has room for it between its ends.
    fn name<'a>(&self, span: &'a WorkerSpan) -> Option<&'a str> {
        let room = (self.end - self.start).checked_sub("[]".len())?;
        let last = span.name.rsplit('/').next().unwrap_or(&span.name);
        [span.name.as_str(), last].into_iter().find(|name| name.width() <= room)
    }
}

/// Lays what a worker did, which is in order and apart from each other, out on cells.
fn bars(spans: &[WorkerSpan], scale: Scale) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::new();
    let mut first = 0;
    for cell in 0..scale.cells {
        let (from, to) = (scale.time(cell), scale.time(cell + 1));
        while spans.get(first).is_some_and(|span| span.to_us <= from) {
            first += 1;
        }
        let inside = |at: usize| spans[at].to_us.min(to).saturating_sub(spans[at].from_us.max(from));
        let here = || (first..spans.len()).take_while(|&at| spans[at].from_us < to);
        // The first of equals: max_by_key would take the last.
        let longer = |best, at| if inside(at) > inside(best) { at } else { best };
        let Some(longest) = here().filter(|&at| inside(at) > 0).reduce(longer) else { continue };
        let idle = (to - from).saturating_sub(here().map(inside).sum());
        if idle > inside(longest) {
            continue;
        }
        match bars.last_mut() {
            Some(bar) if bar.span == longest && bar.end == cell => bar.end = cell + 1,
            _ => bars.push(Bar { span: longest, start: cell, end: cell + 1 }),
        }
    }
    bars
}

/// Times above the lanes, at round values, each at its own column.
fn axis(scale: Scale) -> String {
    const ROOM: u64 = 12;
    let apart = scale.total * ROOM / scale.cells as u64;
    let step = (0..).map(|power| 10_u64.saturating_pow(power)).flat_map(|ten| [1, 2, 5].map(|n| n * ten));
    // A tenth of a millisecond is the finest that a label tells.
    let step = step.into_iter().find(|&step| step >= apart.max(100)).unwrap_or(u64::MAX);
    let mut line = String::new();
    for time in (0..=scale.total).step_by(usize::try_from(step).unwrap_or(usize::MAX)) {
        let label = tick(time, step);
        let column = u128::from(time) * scale.cells as u128 / u128::from(scale.total);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column < line.width() || column + label.width() > scale.cells {
            continue;
        }
        line.push_str(&" ".repeat(column - line.width()));
        line.push_str(&label);
    }
    line
}

fn tick(time: u64, step: u64) -> String {
    const SECOND: u64 = 1_000_000;
    const MILLISECOND: u64 = 1_000;
    match time {
        0 => "0".to_owned(),
        _ if step >= SECOND => format!("{} s", time / SECOND),
        _ if step >= SECOND / 10 => format!("{}.{} s", time / SECOND, time % SECOND / (SECOND / 10)),
        _ if step >= MILLISECOND => format!("{} ms", time / MILLISECOND),
        _ => format!("{}.{} ms", time / MILLISECOND, time % MILLISECOND / 100),
    }
}
