//! Which goroutine runs next.

use super::agenda::Then;
use super::world::World;
use crate::gorun::event::{EventKind, GId, MId, PId, Queue};
use crate::gorun::state::GStatus;

/// Every so many time slices the queue of all comes first, so that nothing in it waits for ever.
const FAIR: u32 = 61;
/// Nanoseconds from the choice of a goroutine to its first operation.
const SWITCH: u64 = 1_000;
/// Nanoseconds from giving a P away to falling asleep.
const STOP: u64 = 1_000;
/// Nanoseconds that it takes to look at the other Ps.
const LOOK: u64 = 1_000;

impl World<'_> {
    /// The thread looks for a goroutine and runs it; without one it becomes idle.
    pub fn schedule(&mut self, m: MId) {
        if let Some(g) = self.threads[m.0].locked {
            let runs = matches!(self.state.gs[g.0].status, GStatus::Runnable);
            if runs && self.state.p_of(m).is_some() && self.threads[m.0].resumes {
                self.threads[m.0].resumes = false;
                return self.execute(m, g, false);
            }
            return self.stop_locked(m);
        }
        match self.state.p_of(m) {
            Some(p) => self.find_runnable(m, p),
            None => self.stop(m),
        }
    }

    /// Looks for a goroutine: at the own P and in the queue of all; then at the other Ps, unless enough threads do that;
    /// then not any more.
    pub fn find_runnable(&mut self, m: MId, p: PId) {
        self.run_timers(m, p);
        if let Some((g, inherits)) = self.pick(m, p) {
            return self.found(m, p, g, inherits);
        }
        let busy = self.state.ps.len() - self.idle_ps.len();
        if self.state.ms[m.0].spinning || 2 * self.spinning() < busy {
            self.become_spinning(m, m);
            self.later(m, LOOK, Then::Steal);
        } else {
            self.give_up(m, p);
        }
    }

    /// Runs what was found, here or on the thread that it is locked to.
    pub fn found(&mut self, m: MId, p: PId, g: GId, inherits: bool) {
        if self.state.ms[m.0].spinning {
            self.emit(m, EventKind::SpinningEnded);
            self.wake_another(m);
        }
        match (0..self.threads.len()).find(|other| self.threads[*other].locked == Some(g)) {
            Some(owner) if owner != m.0 => self.start_locked(m, MId(owner), p, g),
            _ => self.execute(m, g, inherits),
        }
    }

    /// The next goroutine, and whether it goes on with the time slice of the one before.
    fn pick(&mut self, m: MId, p: PId) -> Option<(GId, bool)> {
        if self.state.ps[p.0].schedtick.is_multiple_of(FAIR)
            && let Some(g) = self.state.global.front()
        {
            return Some((*g, false));
        }
        self.pick_local(p).or_else(|| self.pick_global(m, p).map(|g| (g, false)))
    }

    /// The next goroutine of a P.
    pub fn pick_local(&self, p: PId) -> Option<(GId, bool)> {
        let next = self.state.ps[p.0].next.map(|g| (g, true));
        next.or_else(|| self.state.ps[p.0].queue.front().map(|g| (*g, false)))
    }

    /// The next goroutine of the queue of all; the P gets its share of the others.
    pub fn pick_global(&mut self, m: MId, p: PId) -> Option<GId> {
        let waiting = self.state.global.len();
        let batch = waiting.min(waiting / self.state.ps.len() + 1).min(128);
        let taken: Vec<GId> = self.state.global.iter().take(batch).copied().collect();
        let first = *taken.first()?;
        for g in &taken[1..] {
            self.emit(m, EventKind::Queued(*g, Queue::Tail(p)));
        }
        Some(first)
    }

    /// A goroutine runs on the thread.
    pub fn execute(&mut self, m: MId, g: GId, inherits: bool) {
        self.bodies[g.0].preempt = false;
        self.emit(m, EventKind::GStarted { g, inherits });
        self.later(m, SWITCH, Then::Run);
    }

    /// The goroutine that is next is locked to another thread, which gets the P.
    fn start_locked(&mut self, m: MId, owner: MId, p: PId, g: GId) {
        self.emit(m, EventKind::GTaken(g));
        self.emit(m, EventKind::PReleased(p));
        self.threads[owner.0].resumes = true;
        self.wake_with(m, owner, p);
        self.later(m, STOP, Then::Stop);
    }

    /// The goroutine of the thread is locked to it and waits, so the thread waits and another one gets its P.
    pub fn stop_locked(&mut self, m: MId) {
        if let Some(p) = self.state.p_of(m) {
            self.emit(m, EventKind::PReleased(p));
            self.hand_off(m, p);
        }
        if self.threads[m.0].left.is_some() {
            return self.begin(m);
        }
        self.call(m, "futex(WAIT)", 1);
        self.emit(m, EventKind::MParkedLocked);
        self.check_dead(m);
    }

    /// Wakes whom the due timers of a P wake, and says whether there were any. The last one of them runs first.
    pub fn run_timers(&mut self, m: MId, p: PId) -> bool {
        let now = self.now;
        let mut due: Vec<(u64, GId)> =
            self.state.ps[p.0].timers.iter().filter(|(when, _)| *when <= now).copied().collect();
        due.sort_by_key(|(when, _)| *when);
        for (_, g) in &due {
            self.emit(m, EventKind::TimerFired(p, *g));
            self.ready(m, *g);
        }
        !due.is_empty()
    }

    /// A goroutine need not wait any more, and runs next.
    pub fn ready(&mut self, m: MId, g: GId) {
        self.bodies[g.0].ticket += 1;
        self.emit(m, EventKind::GReadied(g));
        match self.state.p_of(m) {
            Some(p) => self.put_next(m, p, g),
            None => self.emit(m, EventKind::Queued(g, Queue::Global)),
        }
        self.wake_another(m);
    }
}
