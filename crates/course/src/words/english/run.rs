//! The words of `gostep run`.

use crate::words::run::RunWords;
use crate::words::sentence::say;

pub const WORDS: RunWords = RunWords {
    ended: say("exit status {}"),
    left: "The process did not wait for",
    goroutine: say("  goroutine {} ({}), which {}"),
    not_begun: "had not begun",
    running: "was running",
    runnable: "was runnable and had no P",
    asleep: say("slept until {} s"),
    waiting: say("waited: {}"),
    more: say("  and {} more"),
    simulated: say("Simulated as go1.23 runs it on linux/amd64 with GOMAXPROCS={}."),
    usual: "Everything took its usual time; --seed N takes another way, --runs N counts outcomes.",
    seeded: say("With seed {}; other seeds, other times."),
    one_p: "In about one of ten real runs sysmon takes the P during a system call, which can change who runs when.",
    several_ps: "With several Ps the order is not certain: twenty measured runs of the course's program went fourteen ways.",
    seen: &[
        (
            "no-sleep",
            "Seen of the real program in 1,000 runs each: the second line came 0 times with GOMAXPROCS=1, 6 with 2, 5 with 4.",
        ),
        (
            "gosched",
            "Seen of the real program: the second line came in 400 of 400 runs with GOMAXPROCS=1, in 368 with 2, in 371 with 4.",
        ),
    ],
    runs: say("{} runs with GOMAXPROCS={}, seeds 0 to {}:"),
    counts: "These are ways that it can go. How often a real machine goes each of them, the counts do not say.",
    outcome: say("{} × exit status {}, first with seed {}"),
};
