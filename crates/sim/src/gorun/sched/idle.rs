//! Threads that have nothing to run.

use super::agenda::Then;
use super::world::World;
use crate::gorun::event::{EventKind, GId, MId, PId};
use crate::gorun::state::PStatus;

const MILLISECOND: u64 = 1_000_000;
/// Nanoseconds that a thread takes to come back from `epoll_pwait` when it is told to.
const BREAK: u64 = 20_000;

impl World<'_> {
    /// The thread lets go of its P. If timers are set and nobody waits for them, it does; otherwise it sleeps.
    pub fn become_idle(&mut self, m: MId, p: PId) {
        self.emit(m, EventKind::PReleased(p));
        let next = self.state.ps.iter().flat_map(|p| &p.timers).map(|(when, _)| *when).min();
        match next {
            Some(until) if self.polls && self.poller.is_none() => self.poll(m, until),
            _ => self.stop(m),
        }
    }

    /// The thread sleeps until somebody needs it.
    pub fn stop(&mut self, m: MId) {
        self.call(m, "futex(WAIT)", 1);
        self.emit(m, EventKind::MParked);
        self.check_dead(m);
    }

    /// The thread waits in epoll until a timer is due. The kernel is asked for whole milliseconds, rounded down, and comes
    /// back up to a thousandth of the time late.
    fn poll(&mut self, m: MId, until: u64) {
        let rest = until.saturating_sub(self.now);
        let milliseconds = (rest / MILLISECOND).max(1);
        self.poller = Some((m, until));
        self.emit(m, EventKind::PollEntered(milliseconds));
        let late = milliseconds * MILLISECOND / 1_000 * 84 / 100 + 50_000;
        self.later(m, milliseconds * MILLISECOND + late, Then::Polled);
    }

    /// `epoll_pwait` has come back.
    pub fn polled(&mut self, m: MId) {
        self.poller = None;
        self.emit(m, EventKind::PollReturned);
        match self.idle_p() {
            Some(p) => {
                self.emit(m, EventKind::PAcquired(p));
                self.schedule(m);
            }
            None => self.stop(m),
        }
    }

    /// A P that nobody has and that is not on its way to a thread.
    pub fn idle_p(&self) -> Option<PId> {
        let promised = |p| self.threads.iter().any(|thread| thread.left == Some(p));
        let idle = |number: &usize| self.state.ps[*number].status == PStatus::Idle && !promised(PId(*number));
        (0..self.state.ps.len()).find(idle).map(PId)
    }

    /// Sets the timer of a goroutine that sleeps. The first timer of the process sets epoll up.
    pub fn set_timer(&mut self, m: MId, g: GId, when: u64) {
        if !self.polls {
            self.polls = true;
            for call in ["epoll_create1(EPOLL_CLOEXEC)", "eventfd2", "epoll_ctl(EPOLL_CTL_ADD)"] {
                self.call(m, call, 1);
            }
        }
        let Some(p) = self.state.p_of(m) else { return };
        self.emit(m, EventKind::TimerSet { p, g, when });
        if let Some((poller, until)) = self.poller
            && until > when
        {
            self.call(m, "write(eventfd)", 1);
            self.strike(poller);
            self.later(poller, BREAK, Then::Polled);
        }
    }
}
