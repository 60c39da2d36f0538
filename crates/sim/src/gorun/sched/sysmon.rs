//! sysmon: the thread without a P that looks after the others.

use super::agenda::Then;
use super::world::World;
use crate::gorun::event::{EventKind, MId, PId, Yield};
use crate::gorun::state::{Doing, PStatus};

/// A goroutine that runs for longer than this is asked to give way.
const SLICE: u64 = 10_000_000;
/// The kernel wakes a sleeping thread so many nanoseconds late.
const LATE: u64 = 70_000;
/// Nanoseconds from `tgkill` to the handler of the signal.
const SIGNAL: u64 = 10_000;
/// It never sleeps for longer than this, half of the time after which the garbage collector is run in any case.
const LONGEST_SLEEP: u64 = 60_000_000_000;

impl World<'_> {
    /// After a nap: it looks around, or sleeps if nobody has anything to do.
    pub fn tick(&mut self, m: MId) {
        if !std::mem::replace(&mut self.threads[m.0].begun, true) {
            self.call(m, "gettid", 2);
            self.call(m, "sigaltstack", 2);
            self.call(m, "rt_sigprocmask", 1);
            return self.nap(m);
        }
        let all_idle = self.idle_ps.len() == self.state.ps.len();
        let next = self.state.ps.iter().flat_map(|p| &p.timers).map(|(when, _)| *when).min().unwrap_or(u64::MAX);
        if all_idle && next > self.now {
            let until = next.min(self.now + LONGEST_SLEEP);
            self.emit(m, EventKind::SysmonSlept(until));
            return self.after(m, until - self.now, 2 * LATE, Then::Awake);
        }
        self.look(m);
        self.nap(m);
    }

    /// After a long sleep.
    pub fn awake(&mut self, m: MId) {
        self.emit(m, EventKind::SysmonWoke);
        self.look(m);
        self.nap(m);
    }

    /// Somebody has work again, and sysmon need not sleep on.
    pub fn wake_sysmon(&mut self, m: MId) {
        if let Some(sysmon) = self.state.ms.iter().position(|m| matches!(m.doing, Doing::Sleeps(_))) {
            self.call(m, "futex(WAKE)", 1);
            self.strike(MId(sysmon));
            self.naps.idle = 0;
            self.later(MId(sysmon), LATE, Then::Awake);
        }
    }

    fn nap(&mut self, m: MId) {
        self.naps.last = match self.naps.idle {
            0 => 20_000,
            1..=50 => self.naps.last,
            _ => (self.naps.last * 2).min(10_000_000),
        };
        self.call(m, "nanosleep", 1);
        self.after(m, self.naps.last, LATE, Then::Tick);
    }

    /// Asks for what runs too long to give way, and takes the P of whoever is in a system call for too long.
    fn look(&mut self, m: MId) {
        let mut took = false;
        for number in 0..self.state.ps.len() {
            let (status, p) = (self.state.ps[number].status, PId(number));
            if status == PStatus::Idle {
                continue;
            }
            let (schedtick, syscalltick) = (self.state.ps[number].schedtick, self.state.ps[number].syscalltick);
            let watch = &mut self.processors[number].watch;
            let mut long = false;
            if watch.schedtick != schedtick {
                (watch.schedtick, watch.since) = (schedtick, Some(self.now));
            } else if watch.since.is_none_or(|since| since + SLICE <= self.now) {
                long = true;
            }
            if status == PStatus::Running && long {
                self.ask_to_give_way(m, p);
            }
            if status == PStatus::Syscall && self.retakes(p, long, syscalltick) {
                self.emit(m, EventKind::PRetaken(p));
                self.hand_off(m, p);
                took = true;
            }
        }
        self.naps.idle = if took { 0 } else { self.naps.idle + 1 };
    }

    /// Whether the P of a thread in a system call is taken: not when the call is seen for the first time, and not while
    /// nothing waits for the P and others are free, up to a time slice.
    fn retakes(&mut self, p: PId, long: bool, syscalltick: u32) -> bool {
        let nothing_waits = self.pick_local(p).is_none();
        let others_are_free = self.spinning() + self.idle_ps.len() > 0;
        let watch = &mut self.processors[p.0].watch;
        if !long && watch.syscalltick != syscalltick {
            (watch.syscalltick, watch.in_call_since) = (syscalltick, Some(self.now));
            return false;
        }
        let recent = watch.in_call_since.is_some_and(|since| since + SLICE > self.now);
        !(nothing_waits && others_are_free && recent)
    }

    fn ask_to_give_way(&mut self, m: MId, p: PId) {
        let Some(other) = self.state.ps[p.0].m else { return };
        let Some(g) = self.state.ms[other.0].g else { return };
        self.bodies[g.0].preempt = true;
        self.emit(m, EventKind::PreemptAsked(g));
        if self.signals {
            self.call(m, "tgkill(SIGURG)", 1);
            self.agenda.add(self.now + SIGNAL, other, Then::Signal);
        }
    }

    /// The signal arrives: a goroutine that is in its own code gives way at once.
    pub fn signalled(&mut self, m: MId) {
        let Some(g) = self.g_of(m) else { return };
        if self.bodies[g.0].preempt && std::mem::take(&mut self.bodies[g.0].spins) {
            self.give_way(m, g, Yield::Preempted);
        }
    }
}
