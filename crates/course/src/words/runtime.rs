//! Words for who runs what in the run of a program.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct RuntimeWords {
    /// Name of the inspector.
    pub inspector: &'static str,
    /// How far the run is: event, of all, time.
    pub status: Sentence<3>,
    /// Heading of what happened since the step before.
    pub new_events: &'static str,
    /// Events that are not shown.
    pub left_out: Sentence<1>,
    /// Heads of the table of Ps: P, status, thread, goroutine, the next one, the queue.
    pub ps: [&'static str; 6],
    /// Heads of the table of threads: thread, P, goroutine, what it does.
    pub ms: [&'static str; 4],
    /// Heads of the table of goroutines: goroutine, status, function.
    pub gs: [&'static str; 3],
    /// There is no P yet.
    pub no_p: &'static str,
    /// The queue of all.
    pub global: &'static str,
    /// The timers of a P.
    pub timers: Sentence<1>,
    /// A timer: whom it wakes, in which time.
    pub timer: Sentence<2>,
    /// What a thread does, in the order of `Did`; sysmon's sleep takes the time.
    pub does: [&'static str; 7],
    /// sysmon sleeps: for which time.
    pub sleeps: Sentence<1>,
    /// What ran so far.
    pub ran: &'static str,
    /// Nothing ran: for which time.
    pub pause: Sentence<1>,
    /// What was written to standard output.
    pub stdout: &'static str,
    /// What was written to standard error.
    pub stderr: &'static str,
    /// The process has ended: its exit status.
    pub exited: Sentence<1>,
    /// Goroutines that are not listed.
    pub more: Sentence<1>,
}
