//! When which thread goes on: a queue of moments.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::gorun::event::MId;

/// What a thread does when its moment comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// It takes the P that was left for it, and schedules.
    Begin,
    /// It schedules.
    Schedule,
    /// It sleeps until somebody needs it.
    Stop,
    /// It looks for work at the other Ps.
    Steal,
    /// It goes on with its goroutine.
    Run,
    /// Its goroutine's write has come back.
    Written,
    /// Its `epoll_pwait` has come back.
    Polled,
    /// sysmon looks around.
    Tick,
    /// sysmon has slept enough.
    Awake,
    /// A signal that sysmon sent arrives.
    Signal,
}

/// The agenda. Of two moments at the same time the one that was written down first comes first.
#[derive(Debug, Default)]
pub struct Agenda {
    moments: BinaryHeap<Reverse<(u64, u64)>>,
    entries: Vec<Option<(MId, Then)>>,
}

impl Agenda {
    /// Writes a moment down and says its number.
    pub fn add(&mut self, time: u64, m: MId, then: Then) -> u64 {
        let number = self.entries.len() as u64;
        self.moments.push(Reverse((time, number)));
        self.entries.push(Some((m, then)));
        number
    }

    /// Strikes a moment out.
    pub fn strike(&mut self, number: u64) {
        if let Some(entry) = usize::try_from(number).ok().and_then(|number| self.entries.get_mut(number)) {
            *entry = None;
        }
    }

    /// The next moment.
    pub fn next(&mut self) -> Option<(u64, MId, Then)> {
        while let Some(Reverse((time, number))) = self.moments.pop() {
            let entry = usize::try_from(number).ok().and_then(|number| self.entries.get_mut(number)?.take());
            if let Some((m, then)) = entry {
                return Some((time, m, then));
            }
        }
        None
    }
}
