//! The events of a run as text, in the words of the runtime.

use std::fmt::{self, Write};

use serde::Serialize;

use super::event::{Event, EventKind, GId, Queue, Yield};
use super::state::State;

/// What happened, who did it, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Nanoseconds since the start.
    pub nanoseconds: u64,
    /// The thread.
    pub m: usize,
    /// Its P.
    pub p: Option<usize>,
    /// What happened, in the words of the runtime.
    pub what: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.nanoseconds / 1_000, self.nanoseconds % 1_000);
        let p = self.p.map_or_else(|| "-".to_owned(), |p| format!("p{p}"));
        write!(f, "{whole:>8}.{rest:03} {:<3} {p:<3} {}", format!("m{}", self.m), self.what)
    }
}

/// One line for each event: microseconds, thread, P, and what happened.
pub fn lines(events: &[Event]) -> impl Iterator<Item = Line> {
    let mut state = State::default();
    events.iter().map(move |event| {
        let before = state.ms.get(event.m.0).and_then(|m| m.p);
        state.apply(event);
        let p = before.or(state.ms.get(event.m.0).and_then(|m| m.p));
        Line { nanoseconds: event.time, m: event.m.0, p: p.map(|p| p.0), what: what(&state, &event.kind) }
    })
}

/// What happened, in the words of the runtime.
fn what(state: &State, kind: &EventKind) -> String {
    let name = |g: &GId| format!("G{}", state.gs[g.0].goid);
    match kind {
        EventKind::Entered(function) => function.clone(),
        EventKind::Called { call, times: 1 } => call.clone(),
        EventKind::Called { call, times } => format!("{call} ×{times}"),
        EventKind::PCreated(p) => format!("{p} created"),
        EventKind::MCreated(m) => format!("{m} created"),
        EventKind::GCreated { g, function, parent, reused, .. } => {
            let mut text = format!("{} {}->runnable {function}", name(g), if *reused { "dead" } else { "idle->dead" });
            if let Some(parent) = parent {
                let _ = write!(text, " by {}", name(parent));
            }
            text
        }
        EventKind::Queued(g, Queue::Next(p)) => format!("{} {p}.runnext", name(g)),
        EventKind::Queued(g, Queue::Tail(p)) => format!("{} {p}.runq", name(g)),
        EventKind::Queued(g, Queue::Global) => format!("{} sched.runq", name(g)),
        EventKind::GTaken(g) => format!("{} taken for its thread", name(g)),
        EventKind::GStarted { g, inherits: true } => format!("{} runnable->running inheritTime", name(g)),
        EventKind::GStarted { g, inherits: false } => format!("{} runnable->running", name(g)),
        EventKind::GParked(g, reason) => format!("{} running->waiting {reason}", name(g)),
        EventKind::GReadied(g) => format!("{} waiting->runnable", name(g)),
        EventKind::GYielded(g, Yield::Gosched) => format!("{} running->runnable gosched", name(g)),
        EventKind::GYielded(g, Yield::Preempted) => format!("{} running->runnable preempted", name(g)),
        EventKind::GGrew(g) => format!("{} running->copystack->running", name(g)),
        EventKind::SyscallEntered(g) => format!("{} running->syscall", name(g)),
        EventKind::SyscallExited(g) => format!("{} syscall->running", name(g)),
        EventKind::SyscallBlocked(g) => format!("{} syscall->runnable", name(g)),
        EventKind::GDied(g) => format!("{} running->dead", name(g)),
        EventKind::PAcquired(p) => format!("acquirep {p}"),
        EventKind::PReleased(p) => format!("releasep {p}"),
        EventKind::PRetaken(p) => format!("retake {p}"),
        EventKind::MParked => "stopm".to_owned(),
        EventKind::MParkedLocked => "stoplockedm".to_owned(),
        EventKind::MWoke(m) => format!("notewakeup {m}"),
        EventKind::SpinningBegan(m) => format!("{m} spinning"),
        EventKind::SpinningEnded => "not spinning".to_owned(),
        EventKind::TimerSet { p, g, when } => format!("{} {p}.timers at {} µs", name(g), when / 1_000),
        EventKind::TimerFired(p, g) => format!("{} {p}.timers fired", name(g)),
        EventKind::PollEntered(milliseconds) => format!("epoll_pwait {milliseconds} ms"),
        EventKind::PollReturned => "epoll_pwait = 0".to_owned(),
        EventKind::SysmonSlept(until) => format!("sysmon sleeps until {} µs", until / 1_000),
        EventKind::SysmonWoke => "sysmon wakes".to_owned(),
        EventKind::PreemptAsked(g) => format!("preemptone {}", name(g)),
        EventKind::Wrote { fd, text } => format!("fd {fd} {text:?}"),
        EventKind::Exited(status) => format!("exit status {status}"),
    }
}
