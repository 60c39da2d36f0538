//! What goroutines do, those of the program and those of the runtime.

use super::agenda::Then;
use super::chan::{Chan, Wants};
use super::deed::{Deed, Flow, Retry};
use super::world::{RunError, World};
use crate::gorun::code::{ChanId, Closure, Goroutine, Turn, Value};
use crate::gorun::event::{EventKind, GId, MId, Queue, Yield};

/// A goroutine does so many operations before others get a say.
const BATCH: u64 = 10_000;
/// Nanoseconds of an operation.
const OPERATION: u64 = 2;
/// Nanoseconds of a step of the runtime.
const STEP: u64 = 2_000;

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
            self.deed(m, g, &deed)
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
        self.done += done;
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

    fn deed(&mut self, m: MId, g: GId, deed: &Deed) -> Flow {
        match *deed {
            Deed::NewSysmon => {
                self.main_started = true;
                self.make_thread(m, None);
            }
            Deed::Lock => self.threads[m.0].locked = Some(g),
            Deed::Unlock => self.threads[m.0].locked = None,
            Deed::Init(package, calls) => {
                self.emit(m, EventKind::Entered(format!("{package}.init")));
                for (call, times) in calls {
                    self.call(m, *call, *times);
                }
            }
            Deed::Go(function, deeds) => self.start_system(m, g, function, deeds),
            Deed::MakeReady => {
                self.gc_made_on = self.state.p_of(m);
                self.chans.push(Chan::new(2, Value::Int(0)));
            }
            Deed::AwaitReady => return self.receive(m, g, ChanId(0), Wants::Value),
            Deed::SayReady => return self.send(m, g, ChanId(0), Value::Int(1)),
            Deed::Park(reason) => {
                self.emit(m, EventKind::GParked(g, reason));
                return Flow::Off;
            }
            Deed::Fetch if self.state.p_of(m) == self.gc_made_on => {}
            Deed::Fetch | Deed::Grow => self.grow(m, g),
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

    /// A goroutine gets a larger stack, unless it has one.
    pub fn grow(&mut self, m: MId, g: GId) {
        if !std::mem::replace(&mut self.bodies[g.0].grown, true) {
            self.emit(m, EventKind::GGrew(g));
        }
    }

    fn start_program(&mut self, g: GId, function: usize) {
        let closure = Closure { function, shares: Vec::new() };
        self.bodies[g.0].program = Some(Goroutine::new(self.code, &closure, Vec::new()));
    }

    fn die(&mut self, m: MId, g: GId) {
        self.emit(m, EventKind::GDied(g));
        if let Some(p) = self.state.p_of(m) {
            self.keep_free(p);
        }
    }

    /// A goroutine gives way and stands at the end of the queue of all.
    pub fn give_way(&mut self, m: MId, g: GId, why: Yield) {
        self.emit(m, EventKind::GYielded(g, why));
        self.emit(m, EventKind::Queued(g, Queue::Global));
        self.wake_another(m);
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
