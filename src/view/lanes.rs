//! The lanes of workers as a picture made of characters: time from left to right, one line a worker.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use gostep_sim::gobuild::Build;
use gostep_sim::gobuild::analysis::{Analysis, Lane};
use gostep_sim::gobuild::plan::ActionId;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The axis, and one line for each worker that had something to do.
    pub lines: Vec<String>,
    /// What the letters mean, in order of the alphabet.
    pub key: Vec<(char, ActionId)>,
    /// Whether there were more bars than letters, so that some have [`NO_LETTER`].
    pub out_of_letters: bool,
    /// How many actions took time, but too little of it to be drawn.
    pub too_short: usize,
}

/// Signs for bars that are too narrow for a name.
const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
/// For bars when the letters are used up.
pub const NO_LETTER: char = '*';

/// Draws the lanes into so many columns.
pub fn chart(build: &Build, analysis: &Analysis, width: usize) -> Chart {
    let lanes: Vec<(usize, &Lane)> = (1..).zip(&analysis.lanes).filter(|(_, lane)| lane.busy() > 0).collect();
    let number_width = lanes.last().map_or(1, |(number, _)| number.to_string().len());
    let cells = width.saturating_sub(number_width + "  100%".len() + 1).max(10);
    let scale = Scale { cells, total: analysis.makespan.max(1) };
    let bars: Vec<Vec<Bar<ActionId>>> = lanes.iter().map(|(_, lane)| bars(&stretches(lane), scale)).collect();

    // Letters go by time, so that they are found in the picture from left to right.
    let mut narrow: Vec<&Bar<ActionId>> =
        bars.iter().flatten().filter(|bar| name_that_fits(build, bar).is_none()).collect();
    narrow.sort_by_key(|bar| bar.start);
    let key: Vec<(char, ActionId)> = LETTERS.chars().zip(narrow.iter().map(|bar| bar.what)).collect();

    let mut drawing = vec![format!("{}{}", " ".repeat(number_width + 1), axis(scale))];
    for ((number, lane), bars) in lanes.iter().zip(&bars) {
        let mut line = format!("{number:>number_width$} ");
        let mut at = 0;
        for bar in bars {
            line.push_str(&"·".repeat(bar.start - at));
            line.push_str(&draw(build, bar, &key));
            at = bar.end;
        }
        line.push_str(&"·".repeat(cells - at));
        let busy = lane.busy() * 100 / scale.total;
        let _ = write!(line, " {busy:>4}%");
        drawing.push(line);
    }
    let drawn: usize = bars.iter().map(Vec::len).sum();
    let all = lanes.iter().flat_map(|(_, lane)| &lane.spans).filter(|span| span.duration() > 0).count();
    let out_of_letters = narrow.len() > key.len();
    Chart { lines: drawing, key, out_of_letters, too_short: all.saturating_sub(drawn) }
}

/// How time is laid out on columns.
#[derive(Clone, Copy)]
pub struct Scale {
    /// How many columns there are.
    pub cells: usize,
    /// Time of all of them.
    pub total: u64,
}

impl Scale {
    /// The time at the left edge of a cell.
    pub fn time(self, cell: usize) -> u64 {
        let at = u128::from(self.total) * cell as u128 / self.cells as u128;
        u64::try_from(at).unwrap_or(u64::MAX)
    }
}

/// Neighbouring cells in which one thing took more time than any other.
pub struct Bar<T> {
    /// The thing.
    pub what: T,
    /// Its first cell.
    pub start: usize,
    /// The cell behind its last one.
    pub end: usize,
}

/// Something that took time: what, from when, until when.
pub type Stretch<T> = (T, u64, u64);

fn stretches(lane: &Lane) -> Vec<Stretch<ActionId>> {
    lane.spans.iter().map(|span| (span.action, span.start, span.end)).collect()
}

/// Lays stretches, which are in order and apart from each other, out on cells.
pub fn bars<T: Copy + PartialEq>(spans: &[Stretch<T>], scale: Scale) -> Vec<Bar<T>> {
    let mut bars: Vec<Bar<T>> = Vec::new();
    let mut first = 0;
    for cell in 0..scale.cells {
        let (from, to) = (scale.time(cell), scale.time(cell + 1));
        while spans.get(first).is_some_and(|(_, _, end)| *end <= from) {
            first += 1;
        }
        let inside = |(_, start, end): &Stretch<T>| (*end).min(to).saturating_sub((*start).max(from));
        let here = || spans[first..].iter().take_while(|(_, start, _)| *start < to);
        // The first of equals: max_by_key would take the last.
        let longer = |best, span| if inside(span) > inside(best) { span } else { best };
        let Some(longest) = here().filter(|span| inside(span) > 0).reduce(longer) else { continue };
        let idle = (to - from).saturating_sub(here().map(inside).sum());
        if idle > inside(longest) {
            continue;
        }
        match bars.last_mut() {
            Some(bar) if bar.what == longest.0 && bar.end == cell => bar.end = cell + 1,
            _ => bars.push(Bar { what: longest.0, start: cell, end: cell + 1 }),
        }
    }
    bars
}

/// The whole name, or its last element, if the bar has room for it between its ends.
fn name_that_fits<'a>(build: &'a Build, bar: &Bar<ActionId>) -> Option<&'a str> {
    let room = (bar.end - bar.start).checked_sub("[]".len())?;
    let name = build.action_name(bar.what);
    let last = name.rsplit('/').next().unwrap_or(name);
    [name, last].into_iter().find(|name| name.width() <= room)
}

fn draw(build: &Build, bar: &Bar<ActionId>, key: &[(char, ActionId)]) -> String {
    let cells = bar.end - bar.start;
    if let Some(name) = name_that_fits(build, bar) {
        return format!("[{name}{}]", "─".repeat(cells - 2 - name.width()));
    }
    let letter = key.iter().find(|(_, action)| *action == bar.what).map_or(NO_LETTER, |(letter, _)| *letter);
    format!("{letter}{}", "─".repeat(cells - 1))
}

/// Times above the lanes, at round values, each at its own column.
pub fn axis(scale: Scale) -> String {
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
