//! How long, how large and how many.

use std::time::Duration;

/// What a request may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at a time. More wait until one is over.
    pub connections: usize,
    /// Bytes of a head.
    pub head: usize,
    /// Bytes of a body. Whole logs of builds are sent.
    pub body: usize,
    /// The time for a head to arrive.
    pub head_time: Duration,
    /// The time for a body to arrive.
    pub body_time: Duration,
    /// The time after which a request for changes is answered though nothing has changed.
    pub patience: Duration,
    /// The time after which a connection is closed, whatever it does.
    pub whole_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 64,
            head: 16 * 1024,
            body: 32 << 20,
            head_time: Duration::from_secs(5),
            body_time: Duration::from_secs(5),
            patience: Duration::from_secs(25),
            whole_time: Duration::from_secs(120),
        }
    }
}
