//! The beginning of the process, and of threads.

use super::agenda::Then;
use super::deed::Deed;
use super::runtime_main::main_deeds;
use super::world::{Body, Thread, World};
use crate::gorun::boot::{BEFORE_G1, BEFORE_P, Stretch};
use crate::gorun::event::{EventKind, GId, MId, PId, Queue};
use crate::gorun::state::Doing;

/// Nanoseconds from `clone` to the first thing that the new thread does.
const CLONE: u64 = 60_000;
/// Nanoseconds that `clone` takes.
const CLONING: u64 = 20_000;
/// Nanoseconds that it takes to wake a thread: its processor may have to be woken, too.
const WAKING: u64 = 60_000;
/// Nanoseconds from waking a thread to the first thing that it does.
const WAKE: u64 = 50_000;

const M0: MId = MId(0);

impl World<'_> {
    /// From `execve` to the moment when m0 schedules for the first time.
    pub fn boot(&mut self) {
        self.call(M0, "execve", 1);
        for stretch in &BEFORE_P {
            self.stretch(stretch);
        }
        if !self.stdout {
            self.call(M0, "openat(/dev/null)", 1);
        }
        self.emit(M0, EventKind::Entered("runtime.procresize".to_owned()));
        for number in 0..self.processors.len() {
            self.emit(M0, EventKind::PCreated(PId(number)));
        }
        self.idle_ps = (1..self.processors.len()).rev().map(PId).collect();
        self.emit(M0, EventKind::Entered("runtime.newproc".to_owned()));
        let main = self.make_goroutine(M0, None, "runtime.main");
        self.bodies[main.0].deeds = main_deeds(&self.code.imports);
        self.put_next(M0, PId(0), main);
        for stretch in &BEFORE_G1 {
            self.stretch(stretch);
        }
        self.later(M0, 10_000, Then::Schedule);
    }

    fn stretch(&mut self, stretch: &Stretch) {
        self.emit(M0, EventKind::Entered(stretch.function.to_owned()));
        for (call, times) in stretch.calls {
            self.call(M0, *call, *times);
        }
        self.now += stretch.takes;
    }

    /// A new goroutine, runnable, in no queue yet.
    pub fn make_goroutine(&mut self, m: MId, parent: Option<GId>, function: &str) -> GId {
        let g = GId(self.bodies.len());
        let (goid, reused) = self.state.p_of(m).map_or((0, false), |p| (self.goid(p), self.take_free(p)));
        self.bodies.push(Body::default());
        self.emit(m, EventKind::GCreated { g, goid, function: function.to_owned(), parent, reused });
        g
    }

    /// The number of a new goroutine: each P takes a block of them at a time.
    fn goid(&mut self, p: PId) -> u64 {
        const BLOCK: u64 = 16;
        let goids = &mut self.processors[p.0].goids;
        if goids.is_empty() {
            *goids = self.next_goid..self.next_goid + BLOCK;
            self.next_goid += BLOCK;
        }
        goids.start += 1;
        goids.start - 1
    }

    /// Whether a P has the place of a dead goroutine; it fetches some if it has none.
    fn take_free(&mut self, p: PId) -> bool {
        const FETCHED: usize = 32;
        let own = &mut self.processors[p.0].free;
        if *own == 0 {
            *own = self.free.min(FETCHED);
            self.free -= *own;
        }
        let some = *own > 0;
        *own -= usize::from(some);
        some
    }

    /// Keeps the place of a dead goroutine; a P with many gives some away.
    pub fn keep_free(&mut self, p: PId) {
        const MANY: usize = 64;
        let own = &mut self.processors[p.0].free;
        *own += 1;
        if *own >= MANY {
            *own -= MANY / 2;
            self.free += MANY / 2;
        }
    }

    /// A new thread: sysmon, or one that takes a P.
    pub fn make_thread(&mut self, m: MId, left: Option<PId>) -> MId {
        let new = MId(self.threads.len());
        self.call(m, "rt_sigprocmask", 1);
        self.call(m, "clone", 1);
        self.threads[m.0].owes += CLONING;
        self.call(m, "rt_sigprocmask", 1);
        self.threads.push(Thread { left, ..Thread::default() });
        self.emit(m, EventKind::MCreated(new));
        self.later(new, CLONE, if left.is_some() { Then::Begin } else { Then::Tick });
        new
    }

    /// Gives a P to a thread that sleeps, or to a new one, which may have to look for work.
    pub fn start_thread(&mut self, m: MId, p: PId, spinning: bool) {
        let other = match self.idle_ms.pop() {
            Some(other) => {
                self.wake_with(m, other, p);
                other
            }
            None => self.make_thread(m, Some(p)),
        };
        if spinning {
            self.become_spinning(m, other);
        }
    }

    /// Gives away a P that was let go of, to a thread if there is something to do and nobody else does it.
    pub fn hand_off(&mut self, m: MId, p: PId) {
        let here = &self.state.ps[p.0];
        let work = here.next.is_some() || !here.queue.is_empty() || !self.state.global.is_empty();
        let all_others_idle = self.idle_ps.len() + 1 == self.state.ps.len();
        if work {
            self.start_thread(m, p, false);
        } else if self.spinning() + self.idle_ps.len() == 0 {
            self.start_thread(m, p, true);
        } else if all_others_idle && self.poller.is_none() {
            self.start_thread(m, p, false);
        } else {
            self.idle_ps.push(p);
            if let Some(when) = self.next_timer(p) {
                self.wake_poller(m, when);
            }
        }
    }

    /// Wakes a thread, with a P for it. One that is on its way to sleep will not.
    pub fn wake_with(&mut self, m: MId, other: MId, p: PId) {
        self.call(m, "futex(WAKE)", 1);
        self.threads[m.0].owes += WAKING;
        self.threads[other.0].left = Some(p);
        let sleeps = matches!(self.state.ms[other.0].doing, Doing::Parked | Doing::ParkedLocked);
        self.emit(m, EventKind::MWoke(other));
        if sleeps {
            self.later(other, WAKE, Then::Begin);
        }
    }

    /// A thread begins, or wakes: it takes the P that was left for it.
    pub fn begin(&mut self, m: MId) {
        if let Some(p) = self.threads[m.0].left.take() {
            self.emit(m, EventKind::PAcquired(p));
        }
        if !std::mem::replace(&mut self.threads[m.0].begun, true) {
            self.call(m, "gettid", 2);
            self.call(m, "sigaltstack", 2);
            self.call(m, "rt_sigprocmask", 1);
        }
        self.schedule(m);
    }

    /// Makes a goroutine the one that runs next; the one that was it goes to the end of the queue.
    pub fn put_next(&mut self, m: MId, p: PId, g: GId) {
        let before = self.state.ps[p.0].next;
        self.emit(m, EventKind::Queued(g, Queue::Next(p)));
        if let Some(before) = before.filter(|before| *before != g) {
            self.put_last(m, p, before);
        }
    }

    /// Puts a goroutine at the end of the queue of a P; if that is full, half of it goes to the queue of all.
    pub fn put_last(&mut self, m: MId, p: PId, g: GId) {
        const ROOM: usize = 256;
        if self.state.ps[p.0].queue.len() < ROOM {
            self.emit(m, EventKind::Queued(g, Queue::Tail(p)));
            return;
        }
        let half: Vec<GId> = self.state.ps[p.0].queue.iter().take(ROOM / 2).copied().chain([g]).collect();
        for moved in half {
            self.emit(m, EventKind::Queued(moved, Queue::Global));
        }
    }

    /// What the runtime starts for itself with `go`.
    pub fn start_system(&mut self, m: MId, parent: GId, function: &'static str, deeds: &[Deed]) {
        let g = self.make_goroutine(m, Some(parent), function);
        self.bodies[g.0].deeds = deeds.iter().cloned().collect();
        self.bodies[g.0].system = true;
        if let Some(p) = self.state.p_of(m) {
            self.put_next(m, p, g);
        }
        self.wake_another(m);
    }
}
