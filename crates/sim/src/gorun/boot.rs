//! From the kernel's `execve` to the first goroutine: everything on m0.

/// A stretch of the start.
pub struct Stretch {
    /// The function of the runtime.
    pub function: &'static str,
    /// Nanoseconds that it takes, with what it calls.
    pub takes: u64,
    /// Its system calls, and how many times each.
    pub calls: &'static [(&'static str, u32)],
}

/// Signals whose action the runtime reads at the start, and those that it handles (go1.23, linux/amd64).
const SIGNALS_READ: u32 = 58;
/// Of these it takes over so many.
const SIGNALS_HANDLED: u32 = 56;

/// What m0 does before it has a P (measured with go1.23.9 on linux/amd64, times in the mean of several runs).
pub const BEFORE_P: [Stretch; 8] = [
    Stretch { function: "_rt0_amd64_linux", takes: 10_000, calls: &[] },
    Stretch { function: "runtime.rt0_go", takes: 20_000, calls: &[("arch_prctl(ARCH_SET_FS)", 1)] },
    Stretch { function: "runtime.check", takes: 1_000, calls: &[] },
    Stretch { function: "runtime.args", takes: 9_000, calls: &[] },
    Stretch {
        function: "runtime.osinit",
        takes: 60_000,
        calls: &[
            ("sched_getaffinity", 1),
            ("openat(/sys/kernel/mm/transparent_hugepage/hpage_pmd_size)", 1),
            ("read", 1),
            ("close", 1),
        ],
    },
    Stretch { function: "runtime.schedinit", takes: 20_000, calls: &[] },
    Stretch { function: "runtime.mallocinit", takes: 230_000, calls: &[("mmap", 20), ("madvise", 2)] },
    Stretch { function: "runtime.checkfds", takes: 90_000, calls: &[("rt_sigprocmask", 1), ("fcntl(F_GETFD)", 3)] },
];

/// What m0 does between the first goroutine's making and its start.
pub const BEFORE_G1: [Stretch; 2] = [
    Stretch {
        function: "runtime.mstart",
        takes: 20_000,
        calls: &[("sigaltstack", 2), ("rt_sigprocmask", 1), ("gettid", 1)],
    },
    Stretch { function: "runtime.initsig", takes: 100_000, calls: &[("rt_sigaction", SIGNALS_READ + SIGNALS_HANDLED)] },
];
