//! A lesson that plays by itself: how long each step lasts, and how much of it is left.

use std::time::Duration;

/// Playing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auto {
    /// Time for each step.
    pub each: Duration,
    /// What is left of it for this one.
    pub left: Duration,
    /// It waits.
    pub held: bool,
    /// The moment from which the build runs to that of the step.
    pub from: Option<usize>,
}

impl Auto {
    /// Begins with a step.
    pub fn new(each: Duration) -> Self {
        Self { each, left: each, held: false, from: None }
    }

    /// Begins with another step, whose build runs from a moment on.
    pub fn restart(&mut self, from: Option<usize>) {
        *self = Self { from, held: self.held, ..Self::new(self.each) };
    }

    /// How much of the step's time is over, from 0 to 1.
    pub fn progress(self) -> f64 {
        1.0 - self.left.as_secs_f64() / self.each.as_secs_f64().max(f64::EPSILON)
    }
}
