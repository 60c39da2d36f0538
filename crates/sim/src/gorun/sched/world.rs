//! All of a run while it runs.

use std::collections::VecDeque;
use std::ops::Range;

use super::agenda::{Agenda, Then};
use super::chan::Chan;
use super::chance::Chance;
use super::deed::{Deed, Retry};
use super::lock::Lock;
use super::watch::{Naps, Watch};
use crate::gorun::code::{Code, Goroutine, Line, Value};
use crate::gorun::event::{Event, EventKind, GId, MId, PId};
use crate::gorun::setting::Setting;
use crate::gorun::state::{Doing, GStatus, State};

/// The garbage collector would run after two minutes, and it is not simulated.
const LONGEST: u64 = 120_000_000_000;
/// So many events are a program that does not end, or that is too large to look at.
const MOST_EVENTS: usize = 2_000_000;
/// So many operations take about a second.
const MOST_OPERATIONS: u64 = 50_000_000;

/// Why a run cannot be simulated to its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunError {
    /// The program does what Go would not compile, or what is not run here.
    #[error("line {line}: {what}")]
    NotRun {
        /// Line in the source file, from 1.
        line: u32,
        /// What it does.
        what: String,
    },
    /// It runs for longer than can be simulated.
    #[error("after two minutes it still runs; then the garbage collector would run, which is not simulated")]
    TooLong,
    /// It makes more events than can be looked at.
    #[error("it makes more than {MOST_EVENTS} events")]
    TooMuch,
    /// It computes for longer than anybody would wait.
    #[error("it does more than {MOST_OPERATIONS} operations; for a goroutine that is busy write `for {{ }}`")]
    TooBusy,
}

/// A thread, beside what is seen of it.
#[derive(Debug, Default)]
pub struct Thread {
    /// The P that was left for it.
    pub left: Option<PId>,
    /// The goroutine that is locked to it.
    pub locked: Option<GId>,
    /// Its next moment.
    pub moment: Option<u64>,
    /// Whether it has set itself up.
    pub begun: bool,
    /// Whether it was woken to go on with the goroutine that is locked to it.
    pub resumes: bool,
    /// Nanoseconds that it has spent beside what it does next.
    pub owes: u64,
    /// Whether it looked for work before it polled.
    pub looked: bool,
    /// The Ps that it still looks at, in the last round of its search.
    pub victims: VecDeque<PId>,
    /// Whether it gave the first of them a moment to start what runs next there.
    pub waited: bool,
}

/// A P, beside what is seen of it.
#[derive(Debug, Default)]
pub struct Processor {
    /// The numbers that it gives to goroutines: the next one, and where its block of them ends.
    pub goids: Range<u64>,
    /// Dead goroutines whose places can be taken.
    pub free: usize,
    /// What sysmon remembers of it.
    pub watch: Watch,
}

/// A goroutine, beside what is seen of it.
#[derive(Default)]
pub struct Body {
    /// What the runtime has it do.
    pub deeds: VecDeque<Deed>,
    /// What its program has it do, which comes first.
    pub program: Option<Goroutine>,
    /// What it tries again when it goes on.
    pub retry: Option<Retry>,
    /// Counts its waits, so that an old place in a queue is known as such.
    pub ticket: u64,
    /// Whether sysmon wants it to give way.
    pub preempt: bool,
    /// Whether it belongs to the runtime.
    pub system: bool,
    /// Where it was made.
    pub made_at: Option<Line>,
    /// Whether its stack has grown.
    pub grown: bool,
    /// Whether it goes round for ever.
    pub spins: bool,
}

/// All of a run while it runs.
pub struct World<'a> {
    /// The program.
    pub code: &'a Code,
    /// Where its source file lies, for tracebacks.
    pub file: &'a str,
    /// What is seen.
    pub state: State,
    /// What happened.
    pub events: Vec<Event>,
    /// Nanoseconds since the start.
    pub now: u64,
    /// What will happen.
    pub agenda: Agenda,
    /// Threads.
    pub threads: Vec<Thread>,
    /// Goroutines.
    pub bodies: Vec<Body>,
    /// Variables of the package.
    pub globals: Vec<Value>,
    /// Channels.
    pub chans: Vec<Chan>,
    /// Mutexes and wait groups.
    pub locks: Vec<Lock>,
    /// What can come out in more than one way.
    pub chance: Chance,
    /// Ps.
    pub processors: Vec<Processor>,
    /// Ps that nobody has; the last one is taken first.
    pub idle_ps: Vec<PId>,
    /// Threads that sleep until somebody needs one; the last one is taken first.
    pub idle_ms: Vec<MId>,
    /// Where the next block of numbers for goroutines begins.
    pub next_goid: u64,
    /// Dead goroutines that no P keeps.
    pub free: usize,
    /// Whether a thread was wanted to look for work, and there was no P for it.
    pub needs_spinning: bool,
    /// Whether runtime.main has begun.
    pub main_started: bool,
    /// Whether epoll was set up.
    pub polls: bool,
    /// Until when a thread polls.
    pub poller: Option<(MId, u64)>,
    /// What sysmon remembers of its naps.
    pub naps: Naps,
    /// How many operations the program has done.
    pub done: u64,
    /// Whether the runtime sends signals to make goroutines give way.
    pub signals: bool,
    /// Whether there is a standard output; otherwise `/dev/null` takes its place.
    pub stdout: bool,
    /// The P on which the channel of the collector's helpers was made, which has memory of that size at hand since.
    pub gc_made_on: Option<PId>,
}

impl<'a> World<'a> {
    /// A process that is about to begin.
    pub fn new(code: &'a Code, file: &'a str, setting: &Setting) -> Self {
        Self {
            chance: Chance::new(setting.seed),
            processors: (0..setting.gomaxprocs.max(1)).map(|_| Processor::default()).collect(),
            idle_ps: Vec::new(),
            idle_ms: Vec::new(),
            needs_spinning: false,
            main_started: false,
            code,
            file,
            state: State::default(),
            events: Vec::new(),
            now: 0,
            agenda: Agenda::default(),
            threads: vec![Thread { begun: true, ..Thread::default() }],
            bodies: Vec::new(),
            globals: vec![Value::Nil; code.globals],
            chans: Vec::new(),
            locks: Vec::new(),
            next_goid: 1,
            free: 0,
            polls: false,
            poller: None,
            naps: Naps::default(),
            done: 0,
            signals: setting.async_preempt,
            stdout: setting.stdout,
            gc_made_on: None,
        }
    }

    /// Runs the process to its end.
    pub fn run(mut self) -> Result<Vec<Event>, RunError> {
        self.boot();
        while self.state.exited.is_none() {
            let Some((time, m, then)) = self.agenda.next() else { return Err(RunError::TooLong) };
            if time > LONGEST {
                return Err(RunError::TooLong);
            }
            if self.events.len() > MOST_EVENTS {
                return Err(RunError::TooMuch);
            }
            if self.done > MOST_OPERATIONS {
                return Err(RunError::TooBusy);
            }
            self.now = self.now.max(time);
            match then {
                Then::Begin => self.begin(m),
                Then::Schedule => self.schedule(m),
                Then::Stop => self.stop(m),
                Then::Steal => self.steal(m),
                Then::Run => self.run_goroutine(m)?,
                Then::Written => self.written(m),
                Then::Polled => self.polled(m),
                Then::Tick => self.tick(m),
                Then::Awake => self.awake(m),
                Then::Signal => self.signalled(m),
            }
        }
        Ok(self.events)
    }

    /// Logs what happens now, and makes it so.
    pub fn emit(&mut self, m: MId, kind: EventKind) {
        let event = Event { time: self.now, m, kind };
        self.state.apply(&event);
        self.events.push(event);
    }

    /// Logs a system call.
    pub fn call(&mut self, m: MId, call: impl Into<String>, times: u32) {
        self.emit(m, EventKind::Called { call: call.into(), times });
    }

    /// The thread goes on in so many nanoseconds.
    pub fn later(&mut self, m: MId, nanoseconds: u64, then: Then) {
        let takes = self.chance.takes(nanoseconds + std::mem::take(&mut self.threads[m.0].owes));
        let number = self.agenda.add(self.now + takes, m, then);
        self.threads[m.0].moment = Some(number);
    }

    /// The thread goes on when it has waited for so long, and for as long as the kernel is late.
    pub fn after(&mut self, m: MId, nanoseconds: u64, late: u64, then: Then) {
        let number = self.agenda.add(self.now + nanoseconds + self.chance.takes(late), m, then);
        self.threads[m.0].moment = Some(number);
    }

    /// The thread does not go on by itself any more.
    pub fn strike(&mut self, m: MId) {
        if let Some(number) = self.threads[m.0].moment.take() {
            self.agenda.strike(number);
        }
    }

    /// The goroutine of a thread.
    pub fn g_of(&self, m: MId) -> Option<GId> {
        self.state.ms[m.0].g
    }

    /// Where a goroutine is, the innermost function first.
    pub fn lines_of(&self, g: GId) -> Vec<Line> {
        self.bodies[g.0].program.as_ref().map(|program| program.lines(self.code)).unwrap_or_default()
    }

    /// The process stops with words on standard error and status 2.
    pub fn fatal(&mut self, m: MId, text: String) {
        self.emit(m, EventKind::Wrote { fd: 2, text });
        self.exit(m, 2);
    }

    /// The process ends.
    pub fn exit(&mut self, m: MId, status: u8) {
        self.call(m, format!("exit_group({status})"), 1);
        self.emit(m, EventKind::Exited(status));
    }

    /// What a traceback says of a goroutine.
    pub fn traceback(&self, g: GId, doing: &str, lines: &[Line]) -> String {
        let mut text = format!("goroutine {} [{doing}]:\n", self.state.gs[g.0].goid);
        for line in lines {
            let name = &self.code.routines[line.routine].name;
            text.push_str(&format!("{name}()\n\t{}:{} +0x?\n", self.file, line.line));
        }
        if let (Some(at), Some(parent)) = (&self.bodies[g.0].made_at, self.state.gs[g.0].parent) {
            let name = &self.code.routines[at.routine].name;
            let goid = self.state.gs[parent.0].goid;
            text.push_str(&format!("created by {name} in goroutine {goid}\n\t{}:{} +0x?\n", self.file, at.line));
        }
        text
    }

    /// If no thread can do anything any more and no timer is set, the process is stuck, and says so.
    pub fn check_dead(&mut self, m: MId) {
        let awake =
            |doing: Doing| !matches!(doing, Doing::Parked | Doing::ParkedLocked | Doing::Watches | Doing::Sleeps(_));
        if self.state.exited.is_some() || self.state.ms.iter().any(|other| awake(other.doing)) {
            return;
        }
        if self.state.ps.iter().any(|p| !p.timers.is_empty()) {
            return;
        }
        let waiting: Vec<(GId, &'static str)> = (0..self.bodies.len())
            .filter(|number| !self.bodies[*number].system)
            .filter_map(|number| match self.state.gs[number].status {
                GStatus::Waiting(reason) => Some((GId(number), reason)),
                _ => None,
            })
            .collect();
        let stuck =
            if waiting.is_empty() { "no goroutines (main called runtime.Goexit)" } else { "all goroutines are asleep" };
        let mut text = format!("fatal error: {stuck} - deadlock!\n");
        for (g, reason) in waiting {
            text.push('\n');
            text.push_str(&self.traceback(g, reason, &self.lines_of(g)));
        }
        self.fatal(m, text);
    }
}
