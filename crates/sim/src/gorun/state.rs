//! What is so after a prefix of the log.

use std::collections::VecDeque;

use super::event::{Event, EventKind, GId, MId, PId, Queue};

/// The state of a goroutine, by its name in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GStatus {
    /// `_Grunnable`: it stands in a queue.
    Runnable,
    /// `_Grunning`: it has a thread and a P.
    Running,
    /// `_Gsyscall`: it has a thread.
    Syscall,
    /// `_Gwaiting`: for the reason given.
    Waiting(&'static str),
    /// `_Gdead`: it ended.
    Dead,
}

impl GStatus {
    /// Its name in the runtime, without what all have in front.
    pub fn word(self) -> &'static str {
        match self {
            Self::Runnable => "runnable",
            Self::Running => "running",
            Self::Syscall => "syscall",
            Self::Waiting(_) => "waiting",
            Self::Dead => "dead",
        }
    }
}

/// A goroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct G {
    /// The number that the runtime shows.
    pub goid: u64,
    /// The function that it calls.
    pub function: String,
    /// The goroutine that made it.
    pub parent: Option<GId>,
    /// Its state.
    pub status: GStatus,
    /// Its thread.
    pub m: Option<MId>,
    /// Where it stands while it is runnable.
    pub queue: Option<Queue>,
}

/// What a thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// It runs: a goroutine, or the scheduler on its own stack.
    Runs,
    /// It sleeps in a futex until it is needed.
    Parked,
    /// It sleeps in a futex until the goroutine that is locked to it may run.
    ParkedLocked,
    /// It waits in `epoll_pwait`.
    Polls,
    /// It is sysmon, and naps or looks.
    Watches,
    /// It is sysmon, and sleeps until then, in nanoseconds since the start.
    Sleeps(u64),
}

/// A thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct M {
    /// What it does.
    pub doing: Doing,
    /// Its goroutine.
    pub g: Option<GId>,
    /// Its P.
    pub p: Option<PId>,
    /// Whether it looks for work.
    pub spinning: bool,
}

/// The state of a P, by its name in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PStatus {
    /// `_Pidle`
    Idle,
    /// `_Prunning`
    Running,
    /// `_Psyscall`: its thread is in a system call.
    Syscall,
}

/// A P.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct P {
    /// Its state.
    pub status: PStatus,
    /// The thread that has it, or had it before a system call.
    pub m: Option<MId>,
    /// The goroutine that runs next.
    pub next: Option<GId>,
    /// Those that run after it.
    pub queue: VecDeque<GId>,
    /// Its timers: when, and whom they wake.
    pub timers: Vec<(u64, GId)>,
    /// How many time slices began on it.
    pub schedtick: u32,
    /// How many system calls came back to it, or had it taken away.
    pub syscalltick: u32,
}

/// Everything at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Nanoseconds since the start.
    pub time: u64,
    /// Goroutines, in the order in which they were made.
    pub gs: Vec<G>,
    /// Threads.
    pub ms: Vec<M>,
    /// Ps.
    pub ps: Vec<P>,
    /// The queue of all.
    pub global: VecDeque<GId>,
    /// What was written to standard output.
    pub stdout: String,
    /// What was written to standard error.
    pub stderr: String,
    /// The exit status, once the process has ended.
    pub exited: Option<u8>,
}

impl State {
    /// The state after some events.
    pub fn after(events: &[Event]) -> Self {
        let mut state = Self::default();
        for event in events {
            state.apply(event);
        }
        state
    }

    /// The P of a thread.
    pub fn p_of(&self, m: MId) -> Option<PId> {
        self.ms[m.0].p
    }

    /// The state after one more event.
    pub fn apply(&mut self, event: &Event) {
        self.time = event.time;
        let m = event.m;
        if self.ms.is_empty() {
            self.ms.push(M { doing: Doing::Runs, g: None, p: None, spinning: false });
        }
        match &event.kind {
            EventKind::Entered(_) | EventKind::Called { .. } | EventKind::GGrew(_) | EventKind::PreemptAsked(_) => {}
            EventKind::PCreated(p) => self.p_created(m, *p),
            EventKind::MCreated(new) => {
                let doing = if new.0 == 1 { Doing::Watches } else { Doing::Runs };
                self.ms.push(M { doing, g: None, p: None, spinning: false });
            }
            EventKind::GCreated { goid, function, parent, .. } => self.gs.push(G {
                goid: *goid,
                function: function.clone(),
                parent: *parent,
                status: GStatus::Runnable,
                m: None,
                queue: None,
            }),
            EventKind::GTaken(g) => self.dequeue(*g),
            EventKind::Queued(g, queue) => self.queued(*g, *queue),
            EventKind::GStarted { g, inherits } => self.started(m, *g, *inherits),
            EventKind::GParked(g, reason) => self.leaves(*g, GStatus::Waiting(reason)),
            EventKind::GReadied(g) => self.gs[g.0].status = GStatus::Runnable,
            EventKind::GYielded(g, _) | EventKind::SyscallBlocked(g) => self.leaves(*g, GStatus::Runnable),
            EventKind::GDied(g) => self.leaves(*g, GStatus::Dead),
            EventKind::SyscallEntered(g) => {
                self.gs[g.0].status = GStatus::Syscall;
                if let Some(p) = self.ms[m.0].p.take() {
                    self.ps[p.0].status = PStatus::Syscall;
                }
            }
            EventKind::SyscallExited(g) => {
                self.gs[g.0].status = GStatus::Running;
                let own = self.ps.iter().position(|p| p.m == Some(m));
                if let Some(p) = own {
                    self.ps[p].status = PStatus::Running;
                    self.ps[p].syscalltick += 1;
                    self.ms[m.0].p = Some(PId(p));
                }
            }
            EventKind::PAcquired(p) => {
                self.ms[m.0].p = Some(*p);
                (self.ps[p.0].status, self.ps[p.0].m) = (PStatus::Running, Some(m));
            }
            EventKind::PReleased(p) => {
                self.ms[m.0].p = None;
                (self.ps[p.0].status, self.ps[p.0].m) = (PStatus::Idle, None);
            }
            EventKind::PRetaken(p) => {
                (self.ps[p.0].status, self.ps[p.0].m) = (PStatus::Idle, None);
                self.ps[p.0].syscalltick += 1;
            }
            EventKind::MParked => self.ms[m.0].doing = Doing::Parked,
            EventKind::MParkedLocked => self.ms[m.0].doing = Doing::ParkedLocked,
            EventKind::MWoke(other) => self.ms[other.0].doing = Doing::Runs,
            EventKind::SpinningBegan(other) => self.ms[other.0].spinning = true,
            EventKind::SpinningEnded => self.ms[m.0].spinning = false,
            EventKind::TimerSet { p, g, when } => self.ps[p.0].timers.push((*when, *g)),
            EventKind::TimerFired(p, g) => self.ps[p.0].timers.retain(|(_, other)| other != g),
            EventKind::PollEntered(_) => self.ms[m.0].doing = Doing::Polls,
            EventKind::PollReturned => self.ms[m.0].doing = Doing::Runs,
            EventKind::SysmonSlept(until) => self.ms[m.0].doing = Doing::Sleeps(*until),
            EventKind::SysmonWoke => self.ms[m.0].doing = Doing::Watches,
            EventKind::Wrote { fd, text } => {
                let to = if *fd == 1 { &mut self.stdout } else { &mut self.stderr };
                to.push_str(text);
            }
            EventKind::Exited(status) => self.exited = Some(*status),
        }
    }

    fn p_created(&mut self, m: MId, p: PId) {
        let first = p.0 == 0;
        self.ps.push(P {
            status: if first { PStatus::Running } else { PStatus::Idle },
            m: first.then_some(m),
            next: None,
            queue: VecDeque::new(),
            timers: Vec::new(),
            schedtick: 0,
            syscalltick: 0,
        });
        if first {
            self.ms[m.0].p = Some(p);
        }
    }

    fn queued(&mut self, g: GId, queue: Queue) {
        self.dequeue(g);
        match queue {
            Queue::Next(p) => {
                if let Some(before) = self.ps[p.0].next.replace(g) {
                    self.gs[before.0].queue = None;
                }
            }
            Queue::Tail(p) => self.ps[p.0].queue.push_back(g),
            Queue::Global => self.global.push_back(g),
        }
        self.gs[g.0].queue = Some(queue);
    }

    /// Takes a goroutine out of where it stands; nearly always it stands at the front.
    fn dequeue(&mut self, g: GId) {
        match self.gs[g.0].queue.take() {
            Some(Queue::Next(p)) if self.ps[p.0].next == Some(g) => self.ps[p.0].next = None,
            Some(Queue::Tail(p)) => take_out(&mut self.ps[p.0].queue, g),
            Some(Queue::Global) => take_out(&mut self.global, g),
            Some(Queue::Next(_)) | None => {}
        }
    }

    fn started(&mut self, m: MId, g: GId, inherits: bool) {
        self.dequeue(g);
        (self.gs[g.0].status, self.gs[g.0].m) = (GStatus::Running, Some(m));
        self.ms[m.0].g = Some(g);
        if let Some(p) = self.ms[m.0].p.filter(|_| !inherits) {
            self.ps[p.0].schedtick += 1;
        }
    }

    fn leaves(&mut self, g: GId, status: GStatus) {
        self.gs[g.0].status = status;
        if let Some(m) = self.gs[g.0].m.take() {
            self.ms[m.0].g = None;
        }
    }
}

fn take_out(queue: &mut VecDeque<GId>, g: GId) {
    if let Some(at) = queue.iter().position(|other| *other == g) {
        queue.remove(at);
    }
}
