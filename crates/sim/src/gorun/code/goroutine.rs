//! What a goroutine does between two things that it asks of the runtime.

use std::cell::RefCell;
use std::rc::Rc;

use super::arithmetic::{self, Trouble};
use super::op::{Ask, Code, Op};
use super::value::{Cell, Closure, Value};

/// How deep calls may go.
const DEPTH: usize = 10_000;

/// A line of a function: what a traceback says of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number of the function.
    pub routine: usize,
    /// The line in the source file, from 1.
    pub line: u32,
}

/// Why a goroutine stopped going on by itself.
#[derive(Debug)]
pub enum Turn {
    /// It asks something; [`Goroutine::answer`] says what came of it.
    Asks(Ask, Vec<Value>),
    /// It waits for one of several; the same.
    Selects {
        /// For each case the channel, and a value if it sends.
        cases: Vec<(Value, Option<Value>)>,
        /// Whether there is a `default`.
        default: bool,
    },
    /// It has done as many operations as it might.
    Spent,
    /// It goes round for ever.
    Spins,
    /// Its function returned.
    Ended,
    /// `runtime.Goexit` ended it.
    Left,
    /// It panicked and nothing recovered: the value, and where it was.
    Panicked(Value, Vec<Line>),
    /// It does what Go would not compile, or what is not run here.
    NotRun(&'static str, Vec<Line>),
}

enum Deferred {
    Call(Rc<Closure>, Vec<Value>),
    Ask(Ask, Vec<Value>),
}

struct Frame {
    routine: usize,
    at: usize,
    cells: Vec<Cell>,
    defers: Vec<Deferred>,
    /// What it gives back, once it is on its way out.
    leaving: Option<Value>,
    deferred: bool,
}

enum Unwinding {
    Panic(Value, Vec<Line>),
    Goexit,
}

/// A goroutine: its frames and its values.
pub struct Goroutine {
    frames: Vec<Frame>,
    stack: Vec<Value>,
    unwinding: Option<Unwinding>,
    drops_answer: bool,
}

impl Goroutine {
    /// A goroutine that is to call a function.
    pub fn new(code: &Code, function: &Closure, arguments: Vec<Value>) -> Self {
        let frame = Frame::new(code, function, arguments, false);
        Self { frames: vec![frame], stack: Vec::new(), unwinding: None, drops_answer: false }
    }

    /// Where it is, the innermost function first.
    pub fn lines(&self, code: &Code) -> Vec<Line> {
        let line = |frame: &Frame| Line { routine: frame.routine, line: frame.line(code) };
        self.frames.iter().rev().map(line).collect()
    }

    /// What came of what it asked.
    pub fn answer(&mut self, value: Value) {
        if std::mem::take(&mut self.drops_answer) {
            return;
        }
        self.stack.push(value);
    }

    /// It panics where it is.
    pub fn panic(&mut self, code: &Code, value: Value) {
        let lines = self.lines(code);
        self.unwind(Unwinding::Panic(value, lines));
    }

    /// It ends where it is, after its deferred calls.
    pub fn goexit(&mut self) {
        self.unwind(Unwinding::Goexit);
    }

    fn unwind(&mut self, why: Unwinding) {
        self.drops_answer = false;
        self.unwinding = Some(why);
        if let Some(frame) = self.frames.last_mut() {
            frame.leaving = Some(Value::Nil);
        }
    }

    /// Goes on, for at most so many operations; says how many it did.
    pub fn go_on(&mut self, code: &Code, globals: &mut [Value], most: u64) -> (Turn, u64) {
        for done in 0..most {
            match self.step(code, globals) {
                Ok(None) => {}
                Ok(Some(turn)) => return (turn, done + 1),
                Err(Trouble::Panic(text)) => self.panic(code, Value::Text(text.into())),
                Err(Trouble::NotRun(why)) => return (Turn::NotRun(why, self.lines(code)), done + 1),
            }
        }
        (Turn::Spent, most)
    }

    fn step(&mut self, code: &Code, globals: &mut [Value]) -> Result<Option<Turn>, Trouble> {
        let Some(frame) = self.frames.last_mut() else { return Ok(Some(Turn::Ended)) };
        if frame.leaving.is_some() {
            return Ok(self.leave(code));
        }
        let op = &code.routines[frame.routine].ops[frame.at];
        frame.at += 1;
        match op {
            Op::Put(value) => self.stack.push(value.clone()),
            Op::Drop => _ = self.pop(),
            Op::Load(slot) => {
                let value = frame.cells[*slot].borrow().clone();
                self.stack.push(value);
            }
            Op::Store(slot) => {
                let cell = Rc::clone(&frame.cells[*slot]);
                *cell.borrow_mut() = self.pop();
            }
            Op::New(slot) => {
                let value = self.pop();
                self.set_cell(*slot, value);
            }
            Op::Renew(slot) => {
                let value = frame.cells[*slot].borrow().clone();
                self.set_cell(*slot, value);
            }
            Op::LoadGlobal(number) => self.stack.push(globals[*number].clone()),
            Op::StoreGlobal(number) => globals[*number] = self.pop(),
            Op::Binary(_) | Op::Unary(_) | Op::Convert(_) | Op::Index | Op::Slice(_) | Op::Length => {
                let value = self.computed(op)?;
                self.stack.push(value);
            }
            Op::Jump(to) => frame.at = *to,
            Op::Unless(to) => {
                let to = *to;
                match self.pop() {
                    Value::Bool(true) => {}
                    Value::Bool(false) => self.jump(to),
                    Value::Unknown => return Err(Trouble::NotRun("which way this goes depends on the machine")),
                    _ => return Err(Trouble::NotRun("a condition is true or false")),
                }
            }
            Op::Func(number, outer) => {
                let shares = outer.iter().map(|slot| Rc::clone(&frame.cells[*slot])).collect();
                self.stack.push(Value::Func(Rc::new(Closure { function: *number, shares })));
            }
            Op::Call(count) => {
                let arguments = self.take(*count);
                let function = self.function(code, arguments.len())?;
                if self.frames.len() == DEPTH {
                    return Err(Trouble::NotRun("calls go too deep here"));
                }
                self.frames.push(Frame::new(code, &function, arguments, false));
            }
            Op::Defer(count) => {
                let arguments = self.take(*count);
                let function = self.function(code, arguments.len())?;
                self.defer(Deferred::Call(function, arguments));
            }
            Op::DeferAsk(ask, count) => {
                let (ask, arguments) = (*ask, self.take(*count));
                self.defer(Deferred::Ask(ask, arguments));
            }
            Op::Return => {
                let value = self.pop();
                if let Some(frame) = self.frames.last_mut() {
                    frame.leaving = Some(value);
                }
            }
            Op::Spin => {
                frame.at -= 1;
                return Ok(Some(Turn::Spins));
            }
            Op::Ask(Ask::Recover, _) => {
                let value = self.recover();
                self.stack.push(value);
            }
            Op::Ask(ask, count) => {
                let (ask, arguments) = (*ask, self.take(*count));
                return Ok(Some(Turn::Asks(ask, arguments)));
            }
            Op::Select { sends, default } => {
                let (sends, default) = (sends.clone(), *default);
                let mut cases = Vec::new();
                for sends in sends.iter().rev() {
                    let value = sends.then(|| self.pop());
                    cases.push((self.pop(), value));
                }
                cases.reverse();
                return Ok(Some(Turn::Selects { cases, default }));
            }
        }
        Ok(None)
    }

    /// What an operation makes of the values that it takes.
    fn computed(&mut self, op: &Op) -> Result<Value, Trouble> {
        match op {
            Op::Binary(operator) => {
                let (right, left) = (self.pop(), self.pop());
                arithmetic::binary(*operator, left, right)
            }
            Op::Unary(operator) => arithmetic::unary(*operator, self.pop()),
            Op::Convert(to) => arithmetic::convert(to, self.pop()),
            Op::Index => {
                let (at, slice) = (self.pop(), self.pop());
                arithmetic::index(&slice, &at)
            }
            Op::Slice(count) => Ok(Value::Slice(Rc::new(self.take(*count)))),
            _ => arithmetic::length(&self.pop()),
        }
    }

    /// Goes on leaving a function: its deferred calls, then itself.
    fn leave(&mut self, code: &Code) -> Option<Turn> {
        let frame = self.frames.last_mut()?;
        match frame.defers.pop() {
            Some(Deferred::Call(function, arguments)) => {
                self.frames.push(Frame::new(code, &function, arguments, true));
                return None;
            }
            Some(Deferred::Ask(ask, arguments)) => {
                self.drops_answer = true;
                return Some(Turn::Asks(ask, arguments));
            }
            None => {}
        }
        let frame = self.frames.pop()?;
        if self.frames.is_empty() {
            return Some(match self.unwinding.take() {
                Some(Unwinding::Panic(value, lines)) => Turn::Panicked(value, lines),
                Some(Unwinding::Goexit) => Turn::Left,
                None => Turn::Ended,
            });
        }
        if self.unwinding.is_some() {
            if let Some(below) = self.frames.last_mut() {
                below.leaving.get_or_insert(Value::Nil);
            }
        } else if !frame.deferred {
            self.stack.push(frame.leaving.unwrap_or_default());
        }
        None
    }

    /// What `recover()` gives: the panic, if a deferred function asks directly.
    fn recover(&mut self) -> Value {
        let asked_by_deferred = self.frames.last().is_some_and(|frame| frame.deferred);
        match self.unwinding.take() {
            Some(Unwinding::Panic(value, _)) if asked_by_deferred => value,
            other => {
                self.unwinding = other;
                Value::Nil
            }
        }
    }

    fn defer(&mut self, deferred: Deferred) {
        if let Some(frame) = self.frames.last_mut() {
            frame.defers.push(deferred);
        }
    }

    fn jump(&mut self, to: usize) {
        if let Some(frame) = self.frames.last_mut() {
            frame.at = to;
        }
    }

    fn set_cell(&mut self, slot: usize, value: Value) {
        if let Some(frame) = self.frames.last_mut() {
            frame.cells[slot] = Rc::new(RefCell::new(value));
        }
    }

    fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or_default()
    }

    fn take(&mut self, count: usize) -> Vec<Value> {
        self.stack.split_off(self.stack.len().saturating_sub(count))
    }

    fn function(&mut self, code: &Code, given: usize) -> Result<Rc<Closure>, Trouble> {
        match self.pop() {
            Value::Func(function) if code.routines[function.function].parameters == given => Ok(function),
            Value::Func(_) => Err(Trouble::NotRun("the function has another number of parameters")),
            Value::Nil => Err(Trouble::NotRun("this function is nil")),
            _ => Err(Trouble::NotRun("this is not a function")),
        }
    }
}

impl Frame {
    fn new(code: &Code, function: &Closure, arguments: Vec<Value>, deferred: bool) -> Self {
        let routine = &code.routines[function.function];
        let mut cells: Vec<Cell> = arguments.into_iter().map(|value| Rc::new(RefCell::new(value))).collect();
        cells.resize_with(routine.slots.max(cells.len()), Cell::default);
        for (slot, shared) in routine.shares.iter().zip(&function.shares) {
            cells[*slot] = Rc::clone(shared);
        }
        Self { routine: function.function, at: 0, cells, defers: Vec::new(), leaving: None, deferred }
    }

    fn line(&self, code: &Code) -> u32 {
        let lines = &code.routines[self.routine].lines;
        lines.get(self.at.saturating_sub(1)).copied().unwrap_or_default()
    }
}
