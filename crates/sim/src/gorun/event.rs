//! The log of a run: what happened, in order. Every state is computed from a prefix of this log.

use std::fmt;

/// A goroutine: its number in the order in which they were made, from 0. Its goid is in [`EventKind::GCreated`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GId(pub usize);

/// A thread, as the runtime numbers them: m0 is the one that the kernel made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MId(pub usize);

/// A P: what a thread must have to run goroutines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PId(pub usize);

impl fmt::Display for MId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m{}", self.0)
    }
}

impl fmt::Display for PId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}", self.0)
    }
}

/// Where runnable goroutines wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Queue {
    /// The place of a P for the one that runs next.
    Next(PId),
    /// The end of the queue of a P.
    Tail(PId),
    /// The end of the queue of all.
    Global,
}

/// Something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Nanoseconds since the kernel was asked to run the program.
    pub time: u64,
    /// The thread that did it.
    pub m: MId,
    /// What it was.
    pub kind: EventKind,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The thread came to a function of the runtime.
    Entered(String),
    /// A system call that comes back at once, so many times.
    Called {
        /// The call and what it is asked.
        call: String,
        /// How many times in a row.
        times: u32,
    },
    /// A P was made, and the thread has it if it is the first.
    PCreated(PId),
    /// A thread was made.
    MCreated(MId),
    /// A goroutine was made: runnable, in no queue yet.
    GCreated {
        /// The goroutine.
        g: GId,
        /// The number that the runtime shows.
        goid: u64,
        /// The function that it calls.
        function: String,
        /// The goroutine that made it.
        parent: Option<GId>,
        /// Whether it takes the place of a dead one.
        reused: bool,
    },
    /// A runnable goroutine stands in a queue.
    Queued(GId, Queue),
    /// A runnable goroutine was taken out of its queue for the thread that it is locked to.
    GTaken(GId),
    /// A goroutine runs on the thread and its P.
    GStarted {
        /// The goroutine.
        g: GId,
        /// Whether it uses up the time slice of the one before.
        inherits: bool,
    },
    /// A goroutine waits.
    GParked(GId, &'static str),
    /// A goroutine need not wait any more.
    GReadied(GId),
    /// A goroutine gave way: because it asked for it, or because sysmon did.
    GYielded(GId, Yield),
    /// A goroutine got a larger stack.
    GGrew(GId),
    /// A goroutine goes into a system call; its P stays with the thread as long as nobody takes it.
    SyscallEntered(GId),
    /// It came back and has its P.
    SyscallExited(GId),
    /// It came back and has no P.
    SyscallBlocked(GId),
    /// A goroutine ended.
    GDied(GId),
    /// The thread took a P.
    PAcquired(PId),
    /// The thread let go of a P.
    PReleased(PId),
    /// sysmon took the P of a thread that is in a system call.
    PRetaken(PId),
    /// The thread sleeps until it is needed.
    MParked,
    /// The thread sleeps until its goroutine, which is locked to it, may run.
    MParkedLocked,
    /// The thread woke another one.
    MWoke(MId),
    /// A thread looks for work, or will as soon as it wakes.
    SpinningBegan(MId),
    /// The thread does not look for work any more.
    SpinningEnded,
    /// A timer was set.
    TimerSet {
        /// Where.
        p: PId,
        /// Whom it wakes.
        g: GId,
        /// When, in nanoseconds since the start.
        when: u64,
    },
    /// A timer was due.
    TimerFired(PId, GId),
    /// The thread waits in `epoll_pwait` for so many milliseconds.
    PollEntered(u64),
    /// It came back.
    PollReturned,
    /// sysmon sleeps until then, since every P is idle.
    SysmonSlept(u64),
    /// sysmon woke up.
    SysmonWoke,
    /// sysmon wants a goroutine to give way.
    PreemptAsked(GId),
    /// Something was written.
    Wrote {
        /// 1 or 2.
        fd: u8,
        /// The text.
        text: String,
    },
    /// The process ends.
    Exited(u8),
}

impl EventKind {
    /// The name of the system call, if it is one.
    pub fn call_name(&self) -> Option<&str> {
        match self {
            Self::Called { call, .. } => call.split('(').next(),
            _ => None,
        }
    }

    /// The goroutine whose status it changes.
    pub fn goroutine(&self) -> Option<GId> {
        match self {
            Self::GCreated { g, .. }
            | Self::GStarted { g, .. }
            | Self::GParked(g, _)
            | Self::GYielded(g, _)
            | Self::GReadied(g)
            | Self::GDied(g)
            | Self::SyscallEntered(g)
            | Self::SyscallExited(g)
            | Self::SyscallBlocked(g) => Some(*g),
            _ => None,
        }
    }
}

/// Why a goroutine gave way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yield {
    /// `runtime.Gosched`
    Gosched,
    /// sysmon asked for it.
    Preempted,
}
