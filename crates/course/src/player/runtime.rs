//! Who runs what at a moment of a run: Ps, threads, goroutines, timers, and what ran so far.

use serde::Serialize;

use gostep_sim::gorun::{Doing, Event, EventKind, GId, GStatus, PStatus, State};

/// Who runs what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RuntimeView {
    /// The Ps.
    pub ps: Vec<PView>,
    /// The queue of all.
    pub global: Vec<String>,
    /// The threads.
    pub ms: Vec<MView>,
    /// The goroutines.
    pub gs: Vec<GView>,
    /// What ran so far, and the pauses in which nothing did.
    pub ran: Vec<Ran>,
    /// What was written to standard output.
    pub stdout: Vec<String>,
    /// What was written to standard error.
    pub stderr: Vec<String>,
    /// The exit status, once the process has ended.
    pub exited: Option<u8>,
}

/// A P.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PView {
    /// Its name, such as `p0`.
    pub name: String,
    /// `idle`, `running` or `syscall`.
    pub status: &'static str,
    /// Its thread.
    pub m: Option<String>,
    /// The goroutine that runs on it.
    pub g: Option<String>,
    /// The one that runs next.
    pub next: Option<String>,
    /// Those behind it.
    pub queue: Vec<String>,
    /// Whom its timers wake, and in how many microseconds.
    pub timers: Vec<(String, u64)>,
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MView {
    /// Its name, such as `m0`.
    pub name: String,
    /// Its P.
    pub p: Option<String>,
    /// Its goroutine.
    pub g: Option<String>,
    /// What it does.
    pub does: Did,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "does", content = "microseconds", rename_all = "snake_case")]
pub enum Did {
    /// It runs a goroutine.
    Runs,
    /// It is in a system call of its goroutine.
    Calls,
    /// It runs on its own stack, g0: the beginning of the process, the scheduler.
    Schedules,
    /// It sleeps in a futex until there is work.
    Parked,
    /// It sleeps in a futex until the goroutine that is locked to it may run.
    ParkedLocked,
    /// It sleeps in `epoll_pwait`.
    Polls,
    /// It is sysmon, which naps and looks.
    Watches,
    /// It is sysmon, which sleeps in a futex for so many microseconds more.
    Sleeps(u64),
}

/// A goroutine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GView {
    /// Its name, such as `G1`.
    pub name: String,
    /// `runnable`, `running`, `syscall`, `waiting` or `dead`.
    pub status: &'static str,
    /// What it waits for.
    pub reason: Option<&'static str>,
    /// Its function.
    pub function: String,
}

/// What ran, one thing after the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "ran", content = "what", rename_all = "snake_case")]
pub enum Ran {
    /// A goroutine.
    Goroutine(String),
    /// None, for so many microseconds.
    Pause(u64),
}

/// Nanoseconds in which nothing runs; what is shorter is not told.
const LEAST_PAUSE: u64 = 10_000_000;

impl RuntimeView {
    /// After these events.
    pub fn of(events: &[Event]) -> Self {
        let state = State::after(events);
        let name = |g: &GId| format!("G{}", state.gs[g.0].goid);
        let left = |when: u64| when.saturating_sub(state.time) / 1_000;
        let ps = state.ps.iter().enumerate().map(|(number, p)| {
            let mut timers: Vec<_> = p.timers.clone();
            timers.sort_unstable();
            let running = p.m.and_then(|m| state.ms[m.0].g);
            PView {
                name: format!("p{number}"),
                status: match p.status {
                    PStatus::Idle => "idle",
                    PStatus::Running => "running",
                    PStatus::Syscall => "syscall",
                },
                m: p.m.map(|m| m.to_string()),
                g: running.as_ref().map(name),
                next: p.next.as_ref().map(name),
                queue: p.queue.iter().map(name).collect(),
                timers: timers.iter().map(|(when, g)| (name(g), left(*when))).collect(),
            }
        });
        let ms = state.ms.iter().enumerate().map(|(number, m)| MView {
            name: format!("m{number}"),
            p: m.p.map(|p| p.to_string()),
            g: m.g.as_ref().map(name),
            does: match m.doing {
                Doing::Runs => match m.g.map(|g| state.gs[g.0].status) {
                    Some(GStatus::Syscall) => Did::Calls,
                    Some(_) => Did::Runs,
                    None => Did::Schedules,
                },
                Doing::Parked => Did::Parked,
                Doing::ParkedLocked => Did::ParkedLocked,
                Doing::Polls => Did::Polls,
                Doing::Watches => Did::Watches,
                Doing::Sleeps(until) => Did::Sleeps(left(until)),
            },
        });
        let gs = state.gs.iter().map(|g| GView {
            name: format!("G{}", g.goid),
            status: g.status.word(),
            reason: if let GStatus::Waiting(reason) = g.status { Some(reason) } else { None },
            function: super::sanitize(&g.function),
        });
        let lines = |text: &str| text.lines().map(super::sanitize).collect();
        Self {
            ps: ps.collect(),
            global: state.global.iter().map(name).collect(),
            ms: ms.collect(),
            gs: gs.collect(),
            ran: ran(events, name),
            stdout: lines(&state.stdout),
            stderr: lines(&state.stderr),
            exited: state.exited,
        }
    }
}

fn ran(events: &[Event], name: impl Fn(&GId) -> String) -> Vec<Ran> {
    let mut all = Vec::new();
    let mut idle_since = None;
    for event in events {
        match &event.kind {
            EventKind::GStarted { g, .. } => {
                let pause = idle_since.take().map_or(0, |since| event.time - since);
                if pause >= LEAST_PAUSE {
                    all.push(Ran::Pause(pause / 1_000));
                }
                all.push(Ran::Goroutine(name(g)));
            }
            EventKind::GParked(..) | EventKind::GDied(_) | EventKind::GYielded(..) => idle_since = Some(event.time),
            _ => {}
        }
    }
    let now = events.last().map_or(0, |event| event.time);
    let pause = idle_since.map_or(0, |since| now - since);
    if pause >= LEAST_PAUSE {
        all.push(Ran::Pause(pause / 1_000));
    }
    all
}
