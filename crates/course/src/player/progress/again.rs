//! When a question comes back that was answered wrong.

use serde::{Deserialize, Serialize};

/// A question that was answered wrong comes back, each time after a longer while.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Again {
    /// How often it has come back and was answered right.
    pub passed: u32,
    /// The time from which it is due.
    pub due: u64,
}

/// Seconds after which a question comes back: the first time, the second, the third.
const INTERVALS: [u64; 3] = [DAY, 3 * DAY, 7 * DAY];

/// Seconds of a day.
pub const DAY: u64 = 24 * 60 * 60;

impl Again {
    /// It was answered wrong just now.
    pub fn from_wrong(time: u64) -> Self {
        Self { passed: 0, due: time.saturating_add(INTERVALS[0]) }
    }

    /// What follows a right answer: nothing new before it is due, then a longer while, and at last nothing.
    pub fn after_right(self, time: u64) -> Option<Self> {
        if time < self.due {
            return Some(self);
        }
        let passed = self.passed.saturating_add(1);
        let interval = INTERVALS.get(usize::try_from(passed).ok()?)?;
        Some(Self { passed, due: time.saturating_add(*interval) })
    }
}
