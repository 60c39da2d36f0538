//! A channel and who waits at it.

use std::collections::VecDeque;

use crate::gorun::code::Value;
use crate::gorun::event::GId;

/// What a goroutine gets when it has received.
#[derive(Clone, Copy, Debug)]
pub enum Wants {
    /// The value.
    Value,
    /// The value, and whether the channel was open.
    WithOpen,
    /// Whether there is one, the value, and nothing: a round of `range`.
    Round,
    /// The value, whether the channel was open, and the number of the case.
    Case(i64),
}

impl Wants {
    /// The values themselves.
    pub fn answer(self, value: Value, open: bool) -> Vec<Value> {
        match self {
            Self::Value => vec![value],
            Self::WithOpen => vec![value, Value::Bool(open)],
            // A channel is gone through with one name, which is the first.
            Self::Round => vec![Value::Bool(open), Value::Nil, value],
            Self::Case(number) => vec![value, Value::Bool(open), Value::Int(number)],
        }
    }
}

/// A goroutine that waits at a channel.
#[derive(Debug)]
pub struct Waiter {
    /// Who it is.
    pub g: GId,
    /// Its wait: a later one has another number.
    pub ticket: u64,
    /// What it gets.
    pub wants: Wants,
    /// What it sends.
    pub value: Value,
}

/// A channel.
#[derive(Debug)]
pub struct Chan {
    /// How many values it can hold.
    pub room: usize,
    /// What it gives after it was closed.
    pub zero: Value,
    /// What it holds.
    pub values: VecDeque<Value>,
    /// Who waits to send, perhaps elsewhere too.
    pub senders: VecDeque<Waiter>,
    /// Who waits to receive, perhaps elsewhere too.
    pub receivers: VecDeque<Waiter>,
    /// Whether it was closed.
    pub closed: bool,
}

impl Chan {
    /// A channel with room for so many values, and what it gives after it was closed.
    pub fn new(room: usize, zero: Value) -> Self {
        let (values, senders, receivers) = (VecDeque::new(), VecDeque::new(), VecDeque::new());
        Self { room, zero, values, senders, receivers, closed: false }
    }
}

/// What a goroutine gets when it has sent.
pub fn sent(case: Option<i64>) -> Vec<Value> {
    match case {
        None => vec![Value::Nil],
        Some(number) => Wants::Case(number).answer(Value::Nil, false),
    }
}
