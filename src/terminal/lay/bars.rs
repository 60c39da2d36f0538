//! Time as bars: when a worker was at work, and how long some things took.

use unicode_width::UnicodeWidthStr;

use super::super::inline::{pad, wrap};
use gostep_view::blocks::{Bar, WorkerLane};
use gostep_view::look::{Line, Look, Span};

/// Columns that a bar takes at most.
const LONGEST_BAR: usize = 32;
/// With less room there are no bars.
const SHORTEST_BAR: usize = 8;

/// A bar that is filled where a worker was at work.
pub fn lay_lane(name: &str, lane: &WorkerLane, until_us: u64, width: usize) -> Line {
    let room = width.saturating_sub(name.width() + 5).clamp(4, 60);
    let cell = |at: usize| until_us * at as u64 / room as u64;
    let busy = |from: u64, to: u64| lane.spans.iter().any(|span| span.from_us < to && span.to_us > from);
    let bar: String = (0..room).map(|at| if busy(cell(at), cell(at + 1)) { '█' } else { '·' }).collect();
    vec![
        Span::plain(format!("{name} ")),
        Span::new("│", Look::Dim),
        Span::new(bar, Look::Done),
        Span::new("│", Look::Dim),
    ]
}

/// Numbers and names, and a bar for each where there is room.
pub fn lay_bars(bars: &[Bar], width: usize) -> Vec<Line> {
    let digits = bars.iter().map(|bar| bar.number.len()).max().unwrap_or(1);
    let longest = bars.iter().map(|bar| bar.name.width()).max().unwrap_or(0);
    let room = width.saturating_sub(2 + longest + 2 + digits + 2).min(LONGEST_BAR);
    let most = bars.iter().map(|bar| bar.length).max().unwrap_or(1).max(1);
    let mut lines = Vec::new();
    for bar in bars {
        let number = Span::new(format!("  {:>digits$}  ", bar.number), Look::Dim);
        if room >= SHORTEST_BAR {
            let cells = usize::try_from(bar.length * room as u64 / most).unwrap_or(room).max(1);
            let name = Span::plain(pad(&bar.name, longest + 2));
            lines.push(vec![number, name, Span::new("█".repeat(cells), Look::Now)]);
        } else {
            lines.extend(wrap(&[Span::plain(bar.name.as_str())], &number, width));
        }
    }
    lines
}
