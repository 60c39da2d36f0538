//! What runtime.main does before and after main.main.

use std::collections::VecDeque;

use super::deed::Deed;

/// System calls, and how many times each.
type Calls = &'static [(&'static str, u32)];

/// What runtime.main does: the order is that of go1.23, and the packages are those that the imports bring with them.
pub fn main_deeds(imports: &[String]) -> VecDeque<Deed> {
    let mut deeds = vec![
        Deed::NewSysmon,
        Deed::Lock,
        Deed::Init("internal/bytealg", &[]),
        Deed::Init("runtime", &[]),
        Deed::Go("runtime.forcegchelper", &[Deed::Park("force gc (idle)")]),
        Deed::MakeReady,
        Deed::Go("runtime.bgsweep", &[Deed::SayReady, Deed::Park("GC sweep wait")]),
        Deed::Go("runtime.bgscavenge", &[Deed::SayReady, Deed::Park("GC scavenge wait")]),
        Deed::AwaitReady,
        Deed::AwaitReady,
    ];
    let has = |name: &str| imports.iter().any(|import| import == name);
    let fmt = has("fmt");
    let os = fmt || has("os");
    let time = os || has("time");
    let sync = time || has("sync");
    let packages: [(bool, &str, Calls); 11] = [
        (fmt, "math", &[]),
        (os, "errors", &[]),
        (os, "iter", &[]),
        (sync, "sync", &[]),
        (time, "internal/godebug", &[]),
        (time, "syscall", &[("getrlimit(RLIMIT_NOFILE)", 1)]),
        (time, "time", &[]),
        (os, "internal/poll", &[]),
        (os, "io/fs", &[]),
        (os, "os", &[("fcntl(F_GETFL)", 3), ("mmap", 1)]),
        (fmt, "unicode", &[]),
    ];
    for (_, package, calls) in packages.into_iter().filter(|(linked, ..)| *linked) {
        deeds.push(Deed::Init(package, calls));
        if package == "os" {
            deeds.push(Deed::Fetch);
            deeds.push(Deed::Go("runtime.runfinq", &[Deed::Park("finalizer wait")]));
        }
        if package == "unicode" {
            deeds.push(Deed::Grow);
            deeds.push(Deed::Init("reflect", &[]));
        }
    }
    deeds.extend([Deed::InitMain, Deed::Unlock, Deed::Main, Deed::Exit]);
    deeds.into()
}
