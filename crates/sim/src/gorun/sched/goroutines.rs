//! What goroutines do, those of the program and those of the runtime.

use std::collections::VecDeque;

use super::super::code::{Closure, Goroutine, Turn, Value};
use super::super::event::{EventKind, GId, MId, Queue, Yield};
use super::agenda::Then;
use super::channels::{Chan, Wants};
use super::world::{RunError, World};

/// A goroutine does so many operations before others get a say.
const BATCH: u64 = 10_000;
/// Nanoseconds of an operation.
const OPERATION: u64 = 2;
/// Nanoseconds of a step of the runtime.
const STEP: u64 = 2_000;

/// A step of a goroutine of the runtime.
#[derive(Clone, Debug)]
pub enum Deed {
    /// It starts sysmon.
    NewSysmon,
    /// It locks itself to its thread.
    Lock,
    /// It is not locked any more.
    Unlock,
    /// It runs what initializes a package, with system calls.
    Init(&'static str, &'static [(&'static str, u32)]),
    /// It starts a goroutine of the runtime.
    Go(&'static str, &'static [Deed]),
    /// It makes the channel on which the collector's helpers say that they are there.
    MakeReady,
    /// It waits for one of them.
    AwaitReady,
    /// It says that it is there.
    SayReady,
    /// It waits for something that does not come in this run.
    Park(&'static str),
    /// Its stack becomes too small.
    Grow,
    /// It gives the variables of the package their values.
    InitMain,
    /// It calls main.main.
    Main,
    /// It ends the process.
    Exit,
}

/// What a goroutine tries again when it goes on.
#[derive(Clone, Copy, Debug)]
pub enum Retry {
    /// To lock a mutex.
    Lock(super::super::code::SyncId),
}

/// What comes after a step.
pub enum Flow {
    /// It goes on after so many nanoseconds.
    On(u64),
    /// Its thread is free for another goroutine.
    Off,
    /// Something else was arranged.
    Arranged,
}

/// What runtime.main does: the order is that of go1.23, and the packages are those that the imports bring with them.
pub fn main_deeds(imports: &[String]) -> VecDeque<Deed> {
    let mut deeds = vec![
        Deed::NewSysmon,
        Deed::Lock,
        Deed::Init("internal/bytealg", &[]),
        Deed::Init("runtime", &[]),
        Deed::Go("runtime.forcegchelper", &[Deed::Park("force gc (idle)")]),
        Deed::MakeReady,
        Deed::Go("runtime.bgsweep", &[Deed::SayReady, Deed::Park("GC sweep wait")]),
        Deed::Go("runtime.bgscavenge", &[Deed::SayReady, Deed::Park("GC scavenge wait")]),
        Deed::AwaitReady,
        Deed::AwaitReady,
    ];
    let has = |name: &str| imports.iter().any(|import| import == name);
    let fmt = has("fmt");
    let os = fmt || has("os");
    let time = os || has("time");
    let sync = time || has("sync");
    let packages: [(bool, &'static str, &'static [(&'static str, u32)]); 11] = [
        (fmt, "math", &[]),
        (os, "errors", &[]),
        (os, "iter", &[]),
        (sync, "sync", &[]),
        (time, "internal/godebug", &[]),
        (time, "syscall", &[("getrlimit(RLIMIT_NOFILE)", 1)]),
        (time, "time", &[]),
        (os, "internal/poll", &[]),
        (os, "io/fs", &[]),
        (os, "os", &[("fcntl(F_GETFL)", 3), ("mmap", 1)]),
        (fmt, "unicode", &[]),
    ];
    for (_, package, calls) in packages.into_iter().filter(|(linked, ..)| *linked) {
        deeds.push(Deed::Init(package, calls));
        if package == "os" {
            deeds.push(Deed::Go("runtime.runfinq", &[Deed::Park("finalizer wait")]));
        }
        if package == "unicode" {
            deeds.push(Deed::Grow);
            deeds.push(Deed::Init("reflect", &[]));
        }
    }
    deeds.extend([Deed::InitMain, Deed::Unlock, Deed::Main, Deed::Exit]);
    deeds.into()
}

impl World<'_> {
    /// The goroutine of the thread goes on.
    pub fn run_goroutine(&mut self, m: MId) -> Result<(), RunError> {
        let Some(g) = self.g_of(m) else { return Ok(()) };
        if std::mem::take(&mut self.bodies[g.0].preempt) {
            self.give_way(m, g, Yield::Preempted);
            return Ok(());
        }
        let flow = if let Some(Retry::Lock(lock)) = self.bodies[g.0].retry.take() {
            self.lock(m, g, lock)
        } else if let Some(program) = self.bodies[g.0].program.take() {
            self.turn(m, g, program)?
        } else if let Some(deed) = self.bodies[g.0].deeds.pop_front() {
            self.deed(m, g, deed)
        } else {
            self.die(m, g);
            Flow::Off
        };
        match flow {
            Flow::On(nanoseconds) => self.later(m, nanoseconds, Then::Run),
            Flow::Off => self.later(m, STEP, Then::Schedule),
            Flow::Arranged => {}
        }
        Ok(())
    }

    fn turn(&mut self, m: MId, g: GId, mut program: Goroutine) -> Result<Flow, RunError> {
        let (turn, done) = program.go_on(self.code, &mut self.globals, BATCH);
        self.now += done * OPERATION;
        match turn {
            Turn::Ended if !self.bodies[g.0].deeds.is_empty() => return Ok(Flow::On(STEP)),
            Turn::Ended | Turn::Left => {
                self.die(m, g);
                return Ok(Flow::Off);
            }
            _ => self.bodies[g.0].program = Some(program),
        }
        match turn {
            Turn::Asks(ask, arguments) => self.ask(m, g, ask, arguments),
            Turn::Selects { cases, default } => Ok(self.select(m, g, cases, default)),
            Turn::Spins => {
                self.bodies[g.0].spins = true;
                Ok(Flow::Arranged)
            }
            Turn::Panicked(value, lines) => {
                let text = format!("panic: {value}\n\n{}", self.traceback(g, "running", &lines));
                self.fatal(m, text);
                Ok(Flow::Arranged)
            }
            Turn::NotRun(what, lines) => {
                let line = lines.first().map(|line| line.line).unwrap_or_default();
                Err(RunError::NotRun { line, what: what.to_owned() })
            }
            Turn::Spent | Turn::Ended | Turn::Left => Ok(Flow::On(0)),
        }
    }

    fn deed(&mut self, m: MId, g: GId, deed: Deed) -> Flow {
        match deed {
            Deed::NewSysmon => _ = self.make_thread(m, None),
            Deed::Lock => self.threads[m.0].locked = Some(g),
            Deed::Unlock => self.threads[m.0].locked = None,
            Deed::Init(package, calls) => {
                self.emit(m, EventKind::Entered(format!("{package}.init")));
                for (call, times) in calls {
                    self.call(m, *call, *times);
                }
            }
            Deed::Go(function, deeds) => self.start_system(m, g, function, deeds),
            Deed::MakeReady => self.chans.push(Chan::new(2, Value::Int(0))),
            Deed::AwaitReady => return self.receive(m, g, super::super::code::ChanId(0), Wants::Value),
            Deed::SayReady => return self.send(m, g, super::super::code::ChanId(0), Value::Int(1)),
            Deed::Park(reason) => {
                self.emit(m, EventKind::GParked(g, reason));
                return Flow::Off;
            }
            Deed::Grow => self.emit(m, EventKind::GGrew(g)),
            Deed::InitMain => self.start_program(g, self.code.start),
            Deed::Main => {
                self.emit(m, EventKind::Entered("main.main".to_owned()));
                self.start_program(g, self.code.main);
            }
            Deed::Exit => {
                self.exit(m, 0);
                return Flow::Arranged;
            }
        }
        Flow::On(STEP)
    }

    fn start_program(&mut self, g: GId, function: usize) {
        let closure = Closure { function, shares: Vec::new() };
        self.bodies[g.0].program = Some(Goroutine::new(self.code, &closure, Vec::new()));
    }

    fn die(&mut self, m: MId, g: GId) {
        self.emit(m, EventKind::GDied(g));
        self.free += 1;
    }

    /// A goroutine gives way and stands at the end of the queue of all.
    pub fn give_way(&mut self, m: MId, g: GId, why: Yield) {
        self.emit(m, EventKind::GYielded(g, why));
        self.emit(m, EventKind::Queued(g, Queue::Global));
        self.strike(m);
        self.later(m, STEP, Then::Schedule);
    }

    /// A goroutine waits.
    pub fn park(&mut self, m: MId, g: GId, reason: &'static str) -> Flow {
        self.emit(m, EventKind::GParked(g, reason));
        Flow::Off
    }

    /// What a goroutine of the program gets for what it asked.
    pub fn answer(&mut self, g: GId, values: impl IntoIterator<Item = Value>) {
        if let Some(program) = &mut self.bodies[g.0].program {
            for value in values {
                program.answer(value);
            }
        }
    }

    /// A goroutine of the program panics.
    pub fn panic(&mut self, g: GId, text: &str) {
        if let Some(program) = &mut self.bodies[g.0].program {
            program.panic(self.code, Value::Text(text.into()));
        }
    }
}
