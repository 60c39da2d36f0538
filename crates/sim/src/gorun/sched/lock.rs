//! A mutex or a wait group and who waits for it.

use std::collections::VecDeque;

use crate::gorun::event::GId;

/// A mutex or a wait group.
#[derive(Debug, Default)]
pub struct Lock {
    /// For a mutex 1 while it is locked; for a wait group its counter.
    pub count: i64,
    /// Who waits for it, the first in front.
    pub waiters: VecDeque<GId>,
}
