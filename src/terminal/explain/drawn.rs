//! The graph of imports and the lanes, drawn with characters.

use super::view::Explained;
use crate::terminal::lay::chart;
use gostep_course::words::words as words_of;
use gostep_sim::reading::graph::Graph;
use gostep_sim::reading::package::Lines;
use gostep_view::blocks::{LaneChart, WorkerLane, WorkerSpan};
use gostep_view::look::{GLUE, Line, Look, Span};

/// Levels with more packages than this name only the first ones.
const NAMES: usize = 40;
/// With more lanes than this the others are left out.
const LANES: usize = 32;
/// How long a line is in the chart, so that one line can have several columns.
const LINE: u64 = 1000;

/// Who imports whom, row by row.
pub fn graph(view: Explained, lines: &mut Vec<Line>) {
    let words = view.words();
    let graph = Graph::of(&view.reading.packages);
    let packages: usize = graph.levels.iter().map(Vec::len).sum();
    if packages == 0 {
        return view.say(lines, 2, words.no_graph, Look::Plain);
    }
    view.say(lines, 2, words.graph_key, Look::Dim);
    let comma = words_of(view.lang).small.comma;
    let column = graph.levels.len().to_string().len();
    for (depth, level) in graph.levels.iter().enumerate() {
        let mut names = level.iter().take(NAMES).copied().collect::<Vec<_>>().join(comma);
        if level.len() > NAMES {
            names.push_str(comma);
            names.push_str(&words.more.with([&(level.len() - NAMES)]));
        }
        view.row(lines, 2, column, &depth.to_string(), Look::Dim, &[Span::plain(names)]);
    }
}

/// What ran at the same time; with a mark at a line of the log.
pub fn lanes(view: Explained, at: Option<usize>, lines: &mut Vec<Line>) {
    let (words, reading) = (view.words(), view.reading);
    view.say(lines, 2, &words.lanes_key.with([&reading.at_once()]), Look::Dim);
    let mut lanes: Vec<WorkerLane> = Vec::new();
    for span in reading.spans.iter().filter(|span| span.lane < LANES) {
        if lanes.len() <= span.lane {
            lanes.push(WorkerLane { number: span.lane + 1, spans: Vec::new() });
        }
        let package = reading.package(span.build, span.objdir).and_then(|package| package.path.clone());
        let name =
            if span.link { words.link.to_owned() } else { package.unwrap_or_else(|| format!("b{:03}", span.objdir)) };
        let (from_us, to_us) = ((span.first as u64 - 1) * LINE, span.last as u64 * LINE);
        lanes[span.lane].spans.push(WorkerSpan { name, from_us, to_us, look: Look::Plain, on_path: false });
    }
    let all = LaneChart {
        total_us: reading.lines as u64 * LINE,
        now: at.map(|line| (line as u64 * LINE, view.said_lines(Lines { first: line, last: line, entries: 1 }))),
        lanes,
        with_key: true,
    };
    let drawn = chart(&all, view.width.saturating_sub(2));
    // The chart has an axis of times and tells how busy a lane was; a log has no times. The mark has a line of its own.
    let rows = drawn.lines.len().saturating_sub(usize::from(all.now.is_some()));
    for (row, mut line) in drawn.lines.into_iter().enumerate().skip(1) {
        if row < rows {
            line.pop();
        }
        line.insert(0, Span::plain("  "));
        lines.push(line);
    }
    let key: Vec<String> = drawn.key.iter().map(|(letter, name)| format!("{letter}{GLUE}{name}")).collect();
    if !key.is_empty() {
        view.say(lines, 2, &key.join(words_of(view.lang).small.comma), Look::Dim);
    }
}
