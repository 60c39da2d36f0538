//! How a program is run.

/// How a program is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// GOMAXPROCS: how many Ps there are.
    pub gomaxprocs: usize,
    /// Which of the ways that it can go; without one everything takes its usual time.
    pub seed: Option<u64>,
    /// Whether sysmon sends signals to make goroutines give way (`GODEBUG=asyncpreemptoff=1` turns that off).
    pub async_preempt: bool,
    /// Whether there is a standard output.
    pub stdout: bool,
}

impl Default for Setting {
    /// One P and the usual times.
    fn default() -> Self {
        Self { gomaxprocs: 1, seed: None, async_preempt: true, stdout: true }
    }
}
