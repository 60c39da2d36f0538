//! What goroutines of the program ask for.

use super::agenda::Then;
use super::chan::{Chan, Wants};
use super::deed::Flow;
use super::lock::Lock;
use super::world::{RunError, World};
use crate::gorun::code::{Ask, ChanId, Goroutine, SyncId, Value};
use crate::gorun::event::{EventKind, GId, MId, PId, Queue, Yield};
use crate::gorun::state::{GStatus, PStatus};

/// Nanoseconds of a short step.
const SHORT: u64 = 100;
/// Nanoseconds of `go`.
const GO: u64 = 1_500;
/// Nanoseconds of a `write` to a terminal or a file.
const WRITE: u64 = 4_000;

impl World<'_> {
    /// Does what a goroutine asks, or has it wait.
    pub fn ask(&mut self, m: MId, g: GId, ask: Ask, mut arguments: Vec<Value>) -> Result<Flow, RunError> {
        let first = arguments.first().cloned().unwrap_or_default();
        let answer = match (ask, &first) {
            (Ask::Println, _) => {
                let words: Vec<String> = arguments.iter().map(Value::to_string).collect();
                return Ok(self.write(m, g, format!("{}\n", words.join(" "))));
            }
            (Ask::Print, _) => return Ok(self.write(m, g, print(&arguments))),
            (Ask::Printf, _) => {
                let text = self.formatted(g, &arguments)?;
                return Ok(self.write(m, g, text));
            }
            (Ask::Sprintf, _) => Value::Text(self.formatted(g, &arguments)?.into()),
            (Ask::Report, _) => {
                let words: Vec<String> = arguments.iter().map(Value::to_string).collect();
                self.emit(m, EventKind::Wrote { fd: 2, text: format!("{}\n", words.join(" ")) });
                Value::Nil
            }
            (Ask::Go, Value::Func(function)) => {
                arguments.remove(0);
                let made_at = self.lines_of(g).into_iter().next();
                let name = self.code.routines[function.function].name.clone();
                let new = self.make_goroutine(m, Some(g), &name);
                let program = Goroutine::new(self.code, function, arguments);
                (self.bodies[new.0].program, self.bodies[new.0].made_at) = (Some(program), made_at);
                if let Some(p) = self.state.p_of(m) {
                    self.put_next(m, p, new);
                }
                self.wake_another(m);
                self.answer(g, [Value::Nil]);
                return Ok(Flow::On(GO));
            }
            (Ask::Sleep, Value::Duration(ns) | Value::Int(ns)) => {
                self.answer(g, [Value::Nil]);
                let Ok(ns @ 1..) = u64::try_from(*ns) else { return Ok(Flow::On(SHORT)) };
                let when = self.now.saturating_add(ns);
                self.park(m, g, "sleep");
                self.set_timer(m, g, when);
                return Ok(Flow::Off);
            }
            (Ask::Now, _) => Value::Time(self.now),
            (Ask::Since, _) => Value::Unknown,
            (Ask::MakeChan, Value::Int(room)) => {
                let Ok(room) = usize::try_from(*room) else {
                    self.panic(g, "makechan: size out of range");
                    return Ok(Flow::On(SHORT));
                };
                self.chans.push(Chan::new(room, arguments.pop().unwrap_or_default()));
                Value::Chan(ChanId(self.chans.len() - 1))
            }
            (Ask::NewMutex | Ask::NewWaitGroup, _) => {
                self.locks.push(Lock::default());
                let id = SyncId(self.locks.len() - 1);
                if ask == Ask::NewMutex { Value::Mutex(id) } else { Value::WaitGroup(id) }
            }
            (Ask::Next, over) => return self.next_round(m, g, over, arguments.last()),
            (Ask::Gosched, _) => {
                self.answer(g, [Value::Nil]);
                self.give_way(m, g, Yield::Gosched);
                return Ok(Flow::Arranged);
            }
            (Ask::Goexit, _) => {
                if let Some(program) = &mut self.bodies[g.0].program {
                    program.goexit();
                }
                return Ok(Flow::On(SHORT));
            }
            (Ask::NumGoroutine, _) => {
                let lives =
                    |number: &usize| !self.bodies[*number].system && self.state.gs[*number].status != GStatus::Dead;
                Value::Int((0..self.bodies.len()).filter(lives).count().try_into().unwrap_or(i64::MAX))
            }
            (Ask::Panic, value) => {
                if let Some(program) = &mut self.bodies[g.0].program {
                    program.panic(self.code, value.clone());
                }
                return Ok(Flow::On(SHORT));
            }
            (Ask::Exit, Value::Int(status)) => {
                self.exit(m, status.rem_euclid(256).try_into().unwrap_or(u8::MAX));
                return Ok(Flow::Arranged);
            }
            _ => return self.ask_others(m, g, ask, arguments),
        };
        self.answer(g, [answer]);
        Ok(Flow::On(SHORT))
    }

    /// What goroutines do with one another: channels, mutexes, wait groups.
    fn ask_others(&mut self, m: MId, g: GId, ask: Ask, mut arguments: Vec<Value>) -> Result<Flow, RunError> {
        let first = arguments.first().cloned().unwrap_or_default();
        Ok(match (ask, &first) {
            (Ask::Send, Value::Nil) => self.park(m, g, "chan send (nil chan)"),
            (Ask::Receive | Ask::ReceiveOk, Value::Nil) => self.park(m, g, "chan receive (nil chan)"),
            (Ask::Send, Value::Chan(chan)) => self.send(m, g, *chan, arguments.pop().unwrap_or_default()),
            (Ask::Receive, Value::Chan(chan)) => self.receive(m, g, *chan, Wants::Value),
            (Ask::ReceiveOk, Value::Chan(chan)) => self.receive(m, g, *chan, Wants::WithOpen),
            (Ask::Close, Value::Chan(chan)) => self.close(m, g, *chan),
            (Ask::Close, Value::Nil) => {
                self.panic(g, "close of nil channel");
                Flow::On(SHORT)
            }
            (Ask::Lock, Value::Mutex(lock)) => self.lock(m, g, *lock),
            (Ask::Unlock, Value::Mutex(lock)) => self.unlock(m, g, *lock),
            (Ask::Add, Value::WaitGroup(group)) => {
                let Some(Value::Int(count)) = arguments.pop() else { return Err(self.not_run(g)) };
                self.add(m, g, *group, count)
            }
            (Ask::Done, Value::WaitGroup(group)) => self.add(m, g, *group, -1),
            (Ask::Wait, Value::WaitGroup(group)) => self.wait(m, g, *group),
            _ => return Err(self.not_run(g)),
        })
    }

    fn not_run(&self, g: GId) -> RunError {
        let line = self.lines_of(g).first().map(|line| line.line).unwrap_or_default();
        RunError::NotRun { line, what: "these types do not fit, or what is done with them cannot be run".to_owned() }
    }

    /// The next round of a `range`.
    fn next_round(&mut self, m: MId, g: GId, over: &Value, at: Option<&Value>) -> Result<Flow, RunError> {
        let Some(&Value::Int(at)) = at else { return Err(self.not_run(g)) };
        let round = |element: Value| [Value::Bool(true), element, Value::Int(at)];
        let over_now = [Value::Bool(false), Value::Nil, Value::Nil];
        match *over {
            Value::Int(end) => self.answer(g, if at < end { round(Value::Nil) } else { over_now }),
            Value::Slice(ref values) => {
                let element = usize::try_from(at).ok().and_then(|at| values.get(at).cloned());
                self.answer(g, element.map_or(over_now, round));
            }
            Value::Chan(chan) => return Ok(self.receive(m, g, chan, Wants::Round)),
            Value::Nil => return Ok(self.park(m, g, "chan receive (nil chan)")),
            _ => return Err(self.not_run(g)),
        }
        Ok(Flow::On(SHORT / 10))
    }

    /// A `write` to standard output: the goroutine is in a system call until it comes back.
    fn write(&mut self, m: MId, g: GId, text: String) -> Flow {
        self.answer(g, [Value::Nil]);
        if self.state.p_of(m) != Some(PId(0)) {
            self.grow(m, g);
        }
        self.emit(m, EventKind::SyscallEntered(g));
        self.call(m, format!("write(1, {} bytes)", text.len()), 1);
        if self.stdout {
            self.emit(m, EventKind::Wrote { fd: 1, text });
        }
        self.later(m, WRITE, Then::Written);
        Flow::Arranged
    }

    /// The `write` has come back.
    pub fn written(&mut self, m: MId) {
        let Some(g) = self.g_of(m) else { return };
        let kept = self.state.ps.iter().any(|p| p.m == Some(m) && p.status == PStatus::Syscall);
        if !kept {
            let Some(p) = self.idle_ps.pop() else {
                self.emit(m, EventKind::SyscallBlocked(g));
                self.emit(m, EventKind::Queued(g, Queue::Global));
                return if self.threads[m.0].locked.is_some() { self.stop_locked(m) } else { self.stop(m) };
            };
            self.emit(m, EventKind::PAcquired(p));
            self.wake_sysmon(m);
        }
        self.emit(m, EventKind::SyscallExited(g));
        self.later(m, SHORT, Then::Run);
    }

    /// A text by a format: the verbs that are run are `%d`, `%s`, `%v`, `%t` and `%%`.
    fn formatted(&self, g: GId, arguments: &[Value]) -> Result<String, RunError> {
        let Some(Value::Text(format)) = arguments.first() else { return Err(self.not_run(g)) };
        let mut values = arguments[1..].iter();
        let mut text = String::new();
        let mut characters = format.chars();
        while let Some(character) = characters.next() {
            if character != '%' {
                text.push(character);
                continue;
            }
            match characters.next() {
                Some('%') => text.push('%'),
                Some(verb @ ('d' | 's' | 'v' | 't')) => match (verb, values.next()) {
                    ('d', Some(value @ Value::Int(_)))
                    | ('s', Some(value @ (Value::Text(_) | Value::Duration(_))))
                    | ('t', Some(value @ Value::Bool(_)))
                    | ('v', Some(value)) => text.push_str(&value.to_string()),
                    (_, Some(Value::Unknown)) => text.push('?'),
                    _ => return Err(self.not_run(g)),
                },
                _ => return Err(self.not_run(g)),
            }
        }
        if values.next().is_some() { Err(self.not_run(g)) } else { Ok(text) }
    }
}

/// As `fmt.Print` prints: blanks only between two values of which neither is a string.
fn print(values: &[Value]) -> String {
    let mut text = String::new();
    for (number, value) in values.iter().enumerate() {
        let is_text = |value: &Value| matches!(value, Value::Text(_));
        if number > 0 && !is_text(value) && !is_text(&values[number - 1]) {
            text.push(' ');
        }
        text.push_str(&value.to_string());
    }
    text
}
