//! Runs compared with what was measured of the real program: go1.23.9, linux/amd64, GOMAXPROCS=1.

use super::{Event, EventKind, GStatus, Program, SAMPLE, Setting, State};

fn run(source: &str) -> Vec<Event> {
    let program = Program::parse(source, "/hello/main.go").unwrap();
    program.run(&Setting::default()).unwrap()
}

/// What a program in `main` prints, and its exit status.
fn outcome(imports: &[&str], body: &str) -> (String, String, u8) {
    let imports = imports.iter().map(|name| format!("import \"{name}\"")).collect::<Vec<_>>().join("\n");
    let state = State::after(&run(&format!("package main\n{imports}\nfunc main() {{\n{body}\n}}\n")));
    (state.stdout, state.stderr, state.exited.unwrap())
}

/// The changes of state of goroutines, as the probes of the measurement wrote them.
pub fn transitions(events: &[Event]) -> Vec<String> {
    let mut state = State::default();
    let mut all = Vec::new();
    for event in events {
        let goid = |g: super::GId| state.gs[g.0].goid;
        match &event.kind {
            EventKind::GCreated { reused, .. } => {
                if !reused {
                    all.push("Gnew idle->dead".to_owned());
                }
                all.push("Gnew dead->runnable".to_owned());
            }
            EventKind::GStarted { g, .. } => all.push(format!("G{} runnable->running", goid(*g))),
            EventKind::GParked(g, reason) => all.push(format!("G{} running->waiting {reason}", goid(*g))),
            EventKind::GReadied(g) => all.push(format!("G{} waiting->runnable", goid(*g))),
            EventKind::GYielded(g, _) => all.push(format!("G{} running->runnable", goid(*g))),
            EventKind::GGrew(g) => {
                all.push(format!("G{} running->copystack", goid(*g)));
                all.push(format!("G{} copystack->running", goid(*g)));
            }
            EventKind::SyscallEntered(g) => all.push(format!("G{} running->syscall", goid(*g))),
            EventKind::SyscallExited(g) => all.push(format!("G{} syscall->running", goid(*g))),
            EventKind::SyscallBlocked(g) => all.push(format!("G{} syscall->runnable", goid(*g))),
            EventKind::GDied(g) => all.push(format!("G{} running->dead", goid(*g))),
            _ => {}
        }
        state.apply(event);
    }
    all
}

#[test]
fn the_sample_goes_through_the_measured_states() {
    let measured: Vec<&str> = include_str!("measured/p1.1.txt").lines().collect();
    assert_eq!(transitions(&run(SAMPLE)), measured);
}

#[test]
fn the_sample_makes_the_measured_system_calls() {
    let events = run(SAMPLE);
    let count = |name: &str| -> u32 {
        let times = |event: &Event| match &event.kind {
            EventKind::Called { call, times } if call.split('(').next() == Some(name) => *times,
            _ => 0,
        };
        events.iter().map(times).sum()
    };
    let exact = [
        ("execve", 1),
        ("arch_prctl", 1),
        ("sched_getaffinity", 1),
        ("openat", 1),
        ("mmap", 21),
        ("madvise", 2),
        ("fcntl", 6),
        ("rt_sigaction", 114),
        ("getrlimit", 1),
        ("write", 2),
        ("epoll_create1", 1),
        ("eventfd2", 1),
        ("epoll_ctl", 1),
        ("exit_group", 1),
    ];
    for (name, times) in exact {
        assert_eq!(count(name), times, "{name}");
    }
    let threads = u32::try_from(State::after(&events).ms.len()).unwrap();
    assert_eq!(threads, 3);
    assert_eq!(count("clone"), threads - 1);
    assert_eq!(count("sigaltstack"), 2 * threads);
    assert_eq!(count("gettid"), 2 * threads - 1);
    assert_eq!(count("rt_sigprocmask"), 3 * threads - 1);
}

#[test]
fn the_sample_ends_after_six_seconds() {
    let events = run(SAMPLE);
    let state = State::after(&events);
    assert_eq!(state.stdout, "Hello, world!\nHello, goroutine world!\n");
    assert_eq!((state.stderr.as_str(), state.exited), ("", Some(0)));
    assert!((6_000_000_000..6_010_000_000).contains(&state.time), "{}", state.time);
    assert_eq!(state.ps[0].schedtick, 5);
}

#[test]
fn back_after_forward_is_the_identity() {
    let events = run(SAMPLE);
    let mut state = State::default();
    for (number, event) in events.iter().enumerate() {
        assert_eq!(state, State::after(&events[..number]));
        state.apply(event);
    }
    assert!(state.gs.iter().any(|g| g.status == GStatus::Dead));
}

#[test]
fn main_does_not_wait() {
    let body = "fmt.Println(1)\ngo func() { fmt.Println(2) }()";
    assert_eq!(outcome(&["fmt"], body), ("1\n".to_owned(), String::new(), 0));
}

#[test]
fn the_last_goroutine_made_runs_first() {
    let body = "for i := 0; i < 5; i++ { go func() { fmt.Println(i) }() }\ntime.Sleep(20 * time.Millisecond)";
    assert_eq!(outcome(&["fmt", "time"], body).0, "4\n0\n1\n2\n3\n");
}

#[test]
fn of_two_equal_sleeps_the_later_timer_runs_first() {
    let body =
        "go func() { time.Sleep(100 * time.Millisecond); fmt.Println(\"done\") }()\ntime.Sleep(100 * time.Millisecond)";
    assert_eq!(outcome(&["fmt", "time"], body).0, "done\n");
}

#[test]
fn a_thousand_goroutines_run_in_the_measured_order() {
    let body = "for i := 0; i < 1000; i++ { go func() { fmt.Println(i); time.Sleep(time.Second) }() }
time.Sleep(1500 * time.Millisecond)";
    let printed = outcome(&["fmt", "time"], body).0;
    let first: Vec<&str> = printed.lines().take(2).collect();
    assert_eq!(printed.lines().count(), 1_000);
    assert_eq!(first, ["999", "772"]);
}

#[test]
fn a_stuck_program_says_so_when_its_last_timer_is_done() {
    let body = "done := make(chan bool)\ngo func() { time.Sleep(time.Second) }()\n<-done";
    let (_, stderr, status) = outcome(&["fmt", "time"], body);
    assert_eq!(status, 2);
    assert!(stderr.starts_with(
        "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine 1 [chan receive]:\nmain.main()\n"
    ));
}

#[test]
fn a_panic_ends_the_process() {
    let body = "go func() { defer fmt.Println(\"deferred\"); panic(\"boom\") }()\ntime.Sleep(time.Second)";
    let (stdout, stderr, status) = outcome(&["fmt", "time"], body);
    assert_eq!((stdout.as_str(), status), ("deferred\n", 2));
    assert!(stderr.starts_with("panic: boom\n\ngoroutine 6 [running]:\nmain.main.func1()\n"), "{stderr}");
    assert!(stderr.contains("created by main.main in goroutine 1\n"));
}

#[test]
fn exit_runs_no_deferred_calls() {
    let body = "defer fmt.Println(\"never\")\ngo func() { os.Exit(3) }()\ntime.Sleep(time.Second)";
    assert_eq!(outcome(&["fmt", "os", "time"], body), (String::new(), String::new(), 3));
}

#[test]
fn a_busy_goroutine_gives_way_to_a_sleeper() {
    let body = "go func() { for { } }()\ntime.Sleep(100 * time.Millisecond)\nfmt.Println(\"woke\")";
    assert_eq!(outcome(&["fmt", "time"], body), ("woke\n".to_owned(), String::new(), 0));
}

#[test]
fn channels_locks_and_select_do_as_in_go() {
    let body = "
ch := make(chan int)
go func() { for i := range 3 { ch <- i }; close(ch) }()
sum := 0
for v := range ch { sum += v }
var mu sync.Mutex
var wg sync.WaitGroup
for range 10 { wg.Add(1); go func() { defer wg.Done(); mu.Lock(); sum++; mu.Unlock() }() }
wg.Wait()
quit := make(chan bool, 1)
select { case <-quit: fmt.Println(\"no\"); default: fmt.Println(\"empty\") }
quit <- true
select { case v, ok := <-quit: fmt.Println(v, ok); case <-ch: fmt.Println(\"closed\") }
func() { defer func() { fmt.Println(recover()) }(); panic(\"caught\") }()
fmt.Printf(\"%d of %v\\n\", sum, []int{1, 2})";
    let printed = outcome(&["fmt", "sync"], body);
    assert_eq!(printed, ("empty\ntrue true\ncaught\n13 of [1 2]\n".to_owned(), String::new(), 0));
}

#[test]
fn what_is_not_run_is_refused_at_its_place() {
    let error = Program::parse("package main\n\nimport \"net/http\"\n\nfunc main() {}\n", "main.go").unwrap_err();
    assert_eq!((error.line, error.column), (3, 8));
    let error = Program::parse("package main\nfunc main() {\n\tswitch {}\n}\n", "main.go").unwrap_err();
    assert_eq!(error.to_string(), "line 3, column 2: `switch` cannot be run");
}
