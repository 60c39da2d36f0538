//! Threads that have nothing to run.

use super::agenda::Then;
use super::world::World;
use crate::gorun::event::{EventKind, GId, MId, PId};

const MILLISECOND: u64 = 1_000_000;
/// Nanoseconds that a thread takes to come back from `epoll_pwait` when it is told to.
const BREAK: u64 = 20_000;

impl World<'_> {
    /// The thread has no P. It waits for the next timer if nobody does; otherwise it sleeps.
    pub fn become_idle(&mut self, m: MId, next: Option<u64>) {
        match (next.filter(|_| self.polls), self.poller) {
            (Some(until), None) => return self.poll(m, until),
            (Some(until), Some((_, later))) if later > until => self.break_poll(m),
            _ => {}
        }
        self.stop(m);
    }

    /// When the first timer of a P is due.
    pub fn next_timer(&self, p: PId) -> Option<u64> {
        self.state.ps[p.0].timers.iter().map(|(when, _)| *when).min()
    }

    /// The thread sleeps until somebody needs it.
    pub fn stop(&mut self, m: MId) {
        self.call(m, "futex(WAIT)", 1);
        self.emit(m, EventKind::MParked);
        self.idle_ms.push(m);
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
        self.after(m, milliseconds * MILLISECOND, late, Then::Polled);
    }

    /// `epoll_pwait` has come back.
    pub fn polled(&mut self, m: MId) {
        self.poller = None;
        self.emit(m, EventKind::PollReturned);
        match self.idle_ps.pop() {
            Some(p) => {
                self.emit(m, EventKind::PAcquired(p));
                if self.threads[m.0].looked {
                    self.become_spinning(m, m);
                }
                self.find_runnable(m, p);
            }
            None => self.stop(m),
        }
    }

    /// An idle P for a thread that looks for work. If there is none, the next thread that becomes idle looks.
    pub fn idle_p_for_work(&mut self) -> Option<PId> {
        let p = self.idle_ps.pop();
        self.needs_spinning |= p.is_none();
        p
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
        let first = self.next_timer(p).is_none_or(|next| when < next);
        self.emit(m, EventKind::TimerSet { p, g, when });
        if first {
            self.wake_poller(m, when);
        }
    }

    /// Somebody must wait for a timer: the one who polls, if that is for longer, or one who is woken to look.
    pub fn wake_poller(&mut self, m: MId, when: u64) {
        match self.poller {
            Some((_, until)) if until > when => self.break_poll(m),
            Some(_) => {}
            None => self.wake_another(m),
        }
    }

    /// Makes the thread that polls come back.
    fn break_poll(&mut self, m: MId) {
        if let Some((poller, _)) = self.poller {
            self.call(m, "write(eventfd)", 1);
            self.strike(poller);
            self.later(poller, BREAK, Then::Polled);
        }
    }
}
