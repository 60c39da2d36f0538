//! Locking, unlocking and waiting for groups.

use super::deed::{Flow, Retry};
use super::world::World;
use crate::gorun::code::{SyncId, Value};
use crate::gorun::event::{GId, MId};

/// Nanoseconds of an operation on a lock.
const COST: u64 = 50;

impl World<'_> {
    /// `mu.Lock()`: a goroutine that was woken tries again, since another one may have been faster.
    pub fn lock(&mut self, m: MId, g: GId, lock: SyncId) -> Flow {
        if self.locks[lock.0].count == 0 {
            self.locks[lock.0].count = 1;
            self.answer(g, [Value::Nil]);
            return Flow::On(COST);
        }
        self.locks[lock.0].waiters.push_back(g);
        self.bodies[g.0].retry = Some(Retry::Lock(lock));
        self.park(m, g, "sync.Mutex.Lock")
    }

    /// `mu.Unlock()`
    pub fn unlock(&mut self, m: MId, g: GId, lock: SyncId) -> Flow {
        if self.locks[lock.0].count == 0 {
            let lines = self.lines_of(g);
            let text =
                format!("fatal error: sync: unlock of unlocked mutex\n\n{}", self.traceback(g, "running", &lines));
            self.fatal(m, text);
            return Flow::Arranged;
        }
        self.locks[lock.0].count = 0;
        self.answer(g, [Value::Nil]);
        if let Some(waiter) = self.locks[lock.0].waiters.pop_front() {
            self.ready(m, waiter);
        }
        Flow::On(COST)
    }

    /// `wg.Add(n)` and `wg.Done()`
    pub fn add(&mut self, m: MId, g: GId, group: SyncId, count: i64) -> Flow {
        self.locks[group.0].count += count;
        if self.locks[group.0].count < 0 {
            self.panic(g, "sync: negative WaitGroup counter");
            return Flow::On(COST);
        }
        self.answer(g, [Value::Nil]);
        if self.locks[group.0].count == 0 {
            for waiter in std::mem::take(&mut self.locks[group.0].waiters) {
                self.ready(m, waiter);
            }
        }
        Flow::On(COST)
    }

    /// `wg.Wait()`
    pub fn wait(&mut self, m: MId, g: GId, group: SyncId) -> Flow {
        self.answer(g, [Value::Nil]);
        if self.locks[group.0].count == 0 {
            return Flow::On(COST);
        }
        self.locks[group.0].waiters.push_back(g);
        self.park(m, g, "semacquire")
    }
}
