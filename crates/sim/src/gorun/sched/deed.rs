//! Steps of goroutines, and what comes after them.

use crate::gorun::code::SyncId;

/// A step of a goroutine of the runtime.
#[derive(Clone, Debug)]
pub enum Deed {
    /// It starts sysmon.
    NewSysmon,
    /// It locks itself to its thread.
    Lock,
    /// It is not locked any more.
    Unlock,
    /// It runs what initializes a package, with system calls.
    Init(&'static str, &'static [(&'static str, u32)]),
    /// It starts a goroutine of the runtime.
    Go(&'static str, &'static [Deed]),
    /// It makes the channel on which the collector's helpers say that they are there.
    MakeReady,
    /// It waits for one of them.
    AwaitReady,
    /// It says that it is there.
    SayReady,
    /// It waits for something that does not come in this run.
    Park(&'static str),
    /// It needs memory of a size that its P may not have at hand, and getting that needs a larger stack.
    Fetch,
    /// Its stack becomes too small.
    Grow,
    /// It gives the variables of the package their values.
    InitMain,
    /// It calls main.main.
    Main,
    /// It ends the process.
    Exit,
}

/// What a goroutine tries again when it goes on.
#[derive(Clone, Copy, Debug)]
pub enum Retry {
    /// To lock a mutex.
    Lock(SyncId),
}

/// What comes after a step.
pub enum Flow {
    /// It goes on after so many nanoseconds.
    On(u64),
    /// Its thread is free for another goroutine.
    Off,
    /// Something else was arranged.
    Arranged,
}
