//! What sysmon remembers.

/// How sysmon naps.
#[derive(Debug, Default)]
pub struct Naps {
    /// How many times in a row it found nothing to do.
    pub idle: u32,
    /// Nanoseconds of its last nap.
    pub last: u64,
}

/// What sysmon remembers of a P from one look to the next.
#[derive(Debug, Default)]
pub struct Watch {
    /// The tick that it saw last.
    pub schedtick: u32,
    /// When that tick was seen first; not yet counts as long ago.
    pub since: Option<u64>,
    /// The number of its system calls that it saw last.
    pub syscalltick: u32,
    /// When that number was seen first; not yet counts as long ago, so that the first call loses its P at the first look.
    pub in_call_since: Option<u64>,
}
