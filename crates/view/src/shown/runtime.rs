//! Who runs what in the run of a program.

use super::super::blocks::{Block, Column, Narrow, Table};
use super::super::look::{Line, Look, Span};
use super::super::seconds::fine;
use super::parts::dim;
use gostep_course::player::{BuildView, Did, GView, MView, Moment, PView, Ran, RuntimeView};
use gostep_course::words::Words;

/// More goroutines than these are counted.
const MOST_GS: usize = 16;
/// More names in one line than these are counted.
const MOST_NAMES: usize = 24;

/// How far the run is.
pub fn run_status(words: &Words, moment: &Moment, run: &BuildView) -> String {
    words.runtime.status.with([&moment.events, &run.events, &fine(moment.time_us)])
}

/// Ps, threads and goroutines, and what ran so far.
pub fn runtime(words: &Words, view: &RuntimeView) -> Vec<Block> {
    let own = &words.runtime;
    let mut blocks = Vec::new();
    match view.exited {
        Some(status) => blocks.push(Block::said(&own.exited.with([&status]), Look::Now)),
        None => blocks.extend(who_runs_what(words, view)),
    }
    if !view.gs.is_empty() {
        blocks.push(table(&own.gs, view.gs.iter().take(MOST_GS).map(g_row).collect(), 2));
    }
    if view.gs.len() > MOST_GS {
        blocks.push(dim(&own.more.with([&(view.gs.len() - MOST_GS)])));
    }
    if !view.ran.is_empty() {
        blocks.push(ran(words, &view.ran));
    }
    for (heading, lines) in [(own.stdout, &view.stdout), (own.stderr, &view.stderr)] {
        for (number, text) in lines.iter().enumerate() {
            let lead = if number == 0 { heading } else { "  " };
            blocks.push(Block::Cut {
                lead: Span::new(lead, Look::Dim),
                text: vec![Span::new(text.as_str(), Look::Code)],
            });
        }
    }
    blocks
}

/// Ps with their queues and timers, and threads.
fn who_runs_what(words: &Words, view: &RuntimeView) -> Vec<Block> {
    let own = &words.runtime;
    let mut blocks = Vec::new();
    if view.ps.is_empty() {
        blocks.push(dim(own.no_p));
    } else {
        blocks.push(table(&own.ps, view.ps.iter().map(p_row).collect(), 5));
    }
    for p in view.ps.iter().filter(|p| !p.timers.is_empty()) {
        let timers = p.timers.iter().map(|(g, left)| own.timer.with([g, &fine(*left)])).collect::<Vec<_>>();
        blocks.push(line(words, &own.timers.with([&p.name]), words.small.comma, &timers));
    }
    if !view.global.is_empty() {
        blocks.push(line(words, own.global, " ", &view.global));
    }
    blocks.push(table(&own.ms, view.ms.iter().map(|m| m_row(words, m)).collect(), 3));
    blocks
}

fn table(head: &[&'static str], rows: Vec<Vec<Line>>, cut: usize) -> Block {
    Block::Table(Table {
        indent: 0,
        gap: 2,
        columns: vec![Column::default(); head.len()],
        head: Some(head.iter().map(|name| vec![Span::new(*name, Look::Dim)]).collect()),
        rows,
        narrow: Narrow::Cut(cut),
    })
}

fn or_dash(name: Option<&String>, look: Look) -> Line {
    name.map_or_else(|| vec![Span::new("-", Look::Dim)], |name| vec![Span::new(name.as_str(), look)])
}

fn p_row(p: &PView) -> Vec<Line> {
    let queue = p.queue.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(" ");
    vec![
        vec![Span::new(p.name.as_str(), Look::Strong)],
        vec![Span::new(p.status, if p.status == "idle" { Look::Dim } else { Look::Plain })],
        or_dash(p.m.as_ref(), Look::Plain),
        or_dash(p.g.as_ref(), Look::Now),
        or_dash(p.next.as_ref(), Look::Ready),
        or_dash(Some(&queue).filter(|queue| !queue.is_empty()), Look::Ready),
    ]
}

fn m_row(words: &Words, m: &MView) -> Vec<Line> {
    let own = &words.runtime;
    let [runs, calls, schedules, parked, locked, polls, watches] = own.does;
    let does = match m.does {
        Did::Runs => runs.to_owned(),
        Did::Calls => calls.to_owned(),
        Did::Schedules => schedules.to_owned(),
        Did::Parked => parked.to_owned(),
        Did::ParkedLocked => locked.to_owned(),
        Did::Polls => polls.to_owned(),
        Did::Watches => watches.to_owned(),
        Did::Sleeps(left) => own.sleeps.with([&fine(left)]),
    };
    let sleeps = !matches!(m.does, Did::Runs | Did::Calls | Did::Schedules);
    vec![
        vec![Span::new(m.name.as_str(), Look::Strong)],
        or_dash(m.p.as_ref(), Look::Plain),
        or_dash(m.g.as_ref(), Look::Now),
        vec![Span::new(does, if sleeps { Look::Dim } else { Look::Plain })],
    ]
}

fn g_row(g: &GView) -> Vec<Line> {
    let look = match g.status {
        "running" | "syscall" => Look::Now,
        "runnable" => Look::Ready,
        _ => Look::Dim,
    };
    let mut status = vec![Span::new(g.status, look)];
    status.extend(g.reason.map(|reason| Span::new(format!(" ({reason})"), Look::Dim)));
    vec![vec![Span::new(g.name.as_str(), Look::Strong)], status, vec![Span::new(g.function.as_str(), Look::Code)]]
}

fn line(words: &Words, lead: &str, between: &str, names: &[String]) -> Block {
    let mut text = names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(between);
    if names.len() > MOST_NAMES {
        text.push(' ');
        text.push_str(&words.runtime.more.with([&(names.len() - MOST_NAMES)]));
    }
    Block::Names { lead: Span::new(lead, Look::Dim), names: text }
}

/// What ran, with each long pause as one gap.
fn ran(words: &Words, ran: &[Ran]) -> Block {
    let text = |one: &Ran| match one {
        Ran::Goroutine(name) => name.clone(),
        Ran::Pause(micros) => words.runtime.pause.with([&fine(*micros)]),
    };
    let skipped = ran.len().saturating_sub(MOST_NAMES);
    let mut names: Vec<String> = ran.iter().skip(skipped).map(text).collect();
    if skipped > 0 {
        names.insert(0, "…".to_owned());
    }
    Block::Names { lead: Span::new(words.runtime.ran, Look::Dim), names: names.join(" ") }
}
