//! What sysmon remembers.

/// What sysmon remembers from one look to the next.
#[derive(Debug, Default)]
pub struct Watch {
    /// How many times in a row it found nothing to do.
    pub idle: u32,
    /// Nanoseconds of its last nap.
    pub nap: u64,
    /// The tick that it saw last.
    pub schedtick: u32,
    /// When that tick was seen first; not yet counts as long ago.
    pub since: Option<u64>,
    /// How many system calls had begun when it looked last.
    pub syscalltick: u32,
}
