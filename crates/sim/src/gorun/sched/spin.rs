//! Threads that look for work at the Ps of others.

use super::agenda::Then;
use super::world::World;
use crate::gorun::event::{EventKind, GId, MId, PId, Queue};
use crate::gorun::state::PStatus;

/// Nanoseconds that a thread gives another one to start what runs next there. It asks the kernel for 3 microseconds, and
/// the kernel wakes no thread so soon.
const PAUSE: u64 = 60_000;

impl World<'_> {
    /// How many threads look for work.
    pub fn spinning(&self) -> usize {
        self.state.ms.iter().filter(|m| m.spinning).count()
    }

    /// A thread looks for work from now on.
    pub fn become_spinning(&mut self, m: MId, other: MId) {
        if !self.state.ms[other.0].spinning {
            self.emit(m, EventKind::SpinningBegan(other));
        }
        self.needs_spinning = false;
    }

    /// There is more to run: if a P is idle and nobody looks for work, a thread is woken that does.
    pub fn wake_another(&mut self, m: MId) {
        if self.main_started
            && self.spinning() == 0
            && let Some(p) = self.idle_p_for_work()
        {
            self.start_thread(m, p, true);
        }
    }

    /// Looks at the other Ps, three times for what waits in their queues; in the last round timers and what runs next
    /// there are taken, too.
    pub fn steal(&mut self, m: MId) {
        let Some(p) = self.state.p_of(m) else { return self.stop(m) };
        if self.threads[m.0].victims.is_empty() {
            let number = self.state.ps.len();
            let order = self.chance.order(number);
            let victims: Vec<PId> = order.into_iter().map(PId).filter(|other| *other != p).collect();
            for victim in &victims {
                if let Some(g) = self.grab(m, p, *victim) {
                    return self.found(m, p, g, false);
                }
            }
            self.threads[m.0].victims = victims.into();
        }
        self.steal_next(m, p);
    }

    /// The last round.
    fn steal_next(&mut self, m: MId, p: PId) {
        let mut ran = false;
        while let Some(victim) = self.threads[m.0].victims.front().copied() {
            let waited = std::mem::take(&mut self.threads[m.0].waited);
            if !waited && self.run_timers(m, victim) {
                ran = true;
                if let Some((g, inherits)) = self.pick_local(p) {
                    self.threads[m.0].victims.clear();
                    return self.found(m, p, g, inherits);
                }
            }
            let mut taken = self.grab(m, p, victim);
            if taken.is_none() && self.state.ps[victim.0].next.is_some() && !self.idle_ps.contains(&victim) {
                if !waited && self.state.ps[victim.0].status == PStatus::Running {
                    self.threads[m.0].waited = true;
                    return self.later(m, PAUSE, Then::Steal);
                }
                taken = self.state.ps[victim.0].next;
            }
            if let Some(g) = taken {
                self.threads[m.0].victims.clear();
                return self.found(m, p, g, false);
            }
            self.threads[m.0].victims.pop_front();
        }
        if ran { self.find_runnable(m, p) } else { self.give_up(m, p) }
    }

    /// Takes half of what waits in the queue of a P: the last of them runs, the others wait in the own queue.
    fn grab(&mut self, m: MId, p: PId, victim: PId) -> Option<GId> {
        let waiting = self.state.ps[victim.0].queue.len();
        let taken: Vec<GId> = self.state.ps[victim.0].queue.iter().take(waiting - waiting / 2).copied().collect();
        let (last, others) = taken.split_last()?;
        for g in others {
            self.emit(m, EventKind::Queued(*g, Queue::Tail(p)));
        }
        Some(*last)
    }

    /// Nothing was found: the thread lets go of its P, looks once more if it was the one that looked for work, and then
    /// polls or sleeps.
    pub fn give_up(&mut self, m: MId, p: PId) {
        if let Some(g) = self.pick_global(m, p) {
            return self.found(m, p, g, false);
        }
        if !self.state.ms[m.0].spinning && self.needs_spinning {
            self.become_spinning(m, m);
            return self.find_runnable(m, p);
        }
        self.emit(m, EventKind::PReleased(p));
        self.idle_ps.push(p);
        let looked = self.state.ms[m.0].spinning;
        let mut next = self.next_timer(p);
        if looked {
            self.emit(m, EventKind::SpinningEnded);
            let waits = |number: usize| {
                let p = &self.state.ps[number];
                (p.next.is_some() || !p.queue.is_empty()) && !self.idle_ps.contains(&PId(number))
            };
            let more = !self.state.global.is_empty() || (0..self.state.ps.len()).any(waits);
            if more && let Some(p) = self.idle_p_for_work() {
                self.emit(m, EventKind::PAcquired(p));
                self.become_spinning(m, m);
                return self.find_runnable(m, p);
            }
            next = (0..self.state.ps.len()).filter_map(|number| self.next_timer(PId(number))).min();
        }
        self.threads[m.0].looked = looked;
        self.become_idle(m, next);
    }
}
