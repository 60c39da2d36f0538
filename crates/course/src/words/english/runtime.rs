use crate::words::runtime::RuntimeWords;
use crate::words::sentence::say;

pub const WORDS: RuntimeWords = RuntimeWords {
    inspector: "Runtime",
    status: say("the program runs · event {} of {} · {}"),
    new_events: "What happened since the last step:",
    left_out: say("… {} events before"),
    ps: ["P", "status", "M", "runs", "runnext", "queue"],
    ms: ["M", "P", "G", "does"],
    gs: ["G", "status", "function"],
    no_p: "there is no P yet: m0 is alone, on its own stack (g0)",
    global: "global queue: ",
    timers: say("timers of {}: "),
    timer: say("{} in {}"),
    does: [
        "runs a goroutine",
        "is in a system call",
        "is on its own stack (g0)",
        "sleeps in futex until there is work",
        "sleeps in futex until its locked goroutine may run",
        "sleeps in epoll_pwait until a timer is due",
        "is sysmon: looks, and naps",
    ],
    sleeps: say("is sysmon: sleeps in futex for {}"),
    ran: "ran so far: ",
    pause: say("— {} nothing —"),
    stdout: "stdout: ",
    stderr: "stderr: ",
    exited: say("the process has ended with exit status {}"),
    more: say("… and {} more"),
};
