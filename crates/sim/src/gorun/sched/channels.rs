//! Sending, receiving and `select`.

use super::chan::{Waiter, Wants, sent};
use super::deed::Flow;
use super::world::World;
use crate::gorun::code::{ChanId, Value};
use crate::gorun::event::{GId, MId};

/// Nanoseconds of an operation on a channel.
const COST: u64 = 100;

impl World<'_> {
    /// `ch <- v`
    pub fn send(&mut self, m: MId, g: GId, chan: ChanId, value: Value) -> Flow {
        if self.try_send(m, g, chan, value.clone(), None) {
            return Flow::On(COST);
        }
        let ticket = self.bodies[g.0].ticket;
        self.chans[chan.0].senders.push_back(Waiter { g, ticket, wants: Wants::Value, value });
        self.park(m, g, "chan send")
    }

    /// `<-ch`
    pub fn receive(&mut self, m: MId, g: GId, chan: ChanId, wants: Wants) -> Flow {
        if self.try_receive(m, g, chan, wants) {
            return Flow::On(COST);
        }
        let ticket = self.bodies[g.0].ticket;
        self.chans[chan.0].receivers.push_back(Waiter { g, ticket, wants, value: Value::Nil });
        self.park(m, g, "chan receive")
    }

    /// Sends if that does not wait; a closed channel makes the goroutine panic.
    fn try_send(&mut self, m: MId, g: GId, chan: ChanId, value: Value, case: Option<i64>) -> bool {
        if self.chans[chan.0].closed {
            self.panic(g, "send on closed channel");
            return true;
        }
        if let Some(receiver) = self.waiting(chan, false) {
            self.answer(receiver.g, receiver.wants.answer(value, true));
            self.ready(m, receiver.g);
        } else if self.chans[chan.0].values.len() < self.chans[chan.0].room {
            self.chans[chan.0].values.push_back(value);
        } else {
            return false;
        }
        self.answer(g, sent(case));
        true
    }

    fn try_receive(&mut self, m: MId, g: GId, chan: ChanId, wants: Wants) -> bool {
        let buffered = self.chans[chan.0].values.pop_front();
        let sender = self.waiting(chan, true);
        let value = match (buffered, sender) {
            (None, None) if self.chans[chan.0].closed => {
                let zero = self.chans[chan.0].zero.clone();
                self.answer(g, wants.answer(zero, false));
                return true;
            }
            (None, None) => return false,
            (Some(value), None) => value,
            (buffered, Some(sender)) => {
                let case = if let Wants::Case(number) = sender.wants { Some(number) } else { None };
                self.answer(sender.g, sent(case));
                self.ready(m, sender.g);
                match buffered {
                    Some(first) => {
                        self.chans[chan.0].values.push_back(sender.value);
                        first
                    }
                    None => sender.value,
                }
            }
        };
        self.answer(g, wants.answer(value, true));
        true
    }

    /// The first goroutine that waits at a channel and still does.
    fn waiting(&mut self, chan: ChanId, senders: bool) -> Option<Waiter> {
        loop {
            let chan = &mut self.chans[chan.0];
            let waiter = if senders { chan.senders.pop_front() } else { chan.receivers.pop_front() }?;
            if self.bodies[waiter.g.0].ticket == waiter.ticket {
                return Some(waiter);
            }
        }
    }

    /// `close(ch)`
    pub fn close(&mut self, m: MId, g: GId, chan: ChanId) -> Flow {
        if self.chans[chan.0].closed {
            self.panic(g, "close of closed channel");
            return Flow::On(COST);
        }
        self.chans[chan.0].closed = true;
        self.answer(g, [Value::Nil]);
        while let Some(receiver) = self.waiting(chan, false) {
            let zero = self.chans[chan.0].zero.clone();
            self.answer(receiver.g, receiver.wants.answer(zero, false));
            self.ready(m, receiver.g);
        }
        while let Some(sender) = self.waiting(chan, true) {
            self.panic(sender.g, "send on closed channel");
            self.ready(m, sender.g);
        }
        Flow::On(COST)
    }

    /// `select`: the cases are tried in an order by chance.
    pub fn select(&mut self, m: MId, g: GId, cases: Vec<(Value, Option<Value>)>, default: bool) -> Flow {
        let none = cases.is_empty();
        for number in self.chance.order(cases.len()) {
            let (chan, value) = &cases[number];
            let number = i64::try_from(number).unwrap_or_default();
            let Value::Chan(chan) = chan else { continue };
            let went = match value {
                Some(value) => self.try_send(m, g, *chan, value.clone(), Some(number)),
                None => self.try_receive(m, g, *chan, Wants::Case(number)),
            };
            if went {
                return Flow::On(COST);
            }
        }
        if default {
            self.answer(g, Wants::Case(-1).answer(Value::Nil, false));
            return Flow::On(COST);
        }
        let ticket = self.bodies[g.0].ticket;
        for (number, (chan, value)) in (0..).zip(cases) {
            let Value::Chan(chan) = chan else { continue };
            let wants = Wants::Case(number);
            let chan = &mut self.chans[chan.0];
            match value {
                Some(value) => chan.senders.push_back(Waiter { g, ticket, wants, value }),
                None => chan.receivers.push_back(Waiter { g, ticket, wants, value: Value::Nil }),
            }
        }
        self.park(m, g, if none { "select (no cases)" } else { "select" })
    }
}
