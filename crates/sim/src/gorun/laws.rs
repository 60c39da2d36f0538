//! Laws that hold at every moment of every run.

use proptest::prelude::*;

use super::{Doing, Event, EventKind, GId, GStatus, PStatus, Program, Queue, Setting, State};

/// A statement of a goroutine.
#[derive(Clone, Debug)]
enum Step {
    Print,
    Sleep(u8),
    Send,
    Receive,
    Lock,
    Yield,
    Work(u16),
}

impl Step {
    fn go(&self) -> String {
        match self {
            Self::Print => "fmt.Println(\"line\")".to_owned(),
            Self::Sleep(time) => format!("time.Sleep({time} * time.Millisecond)"),
            Self::Send => "ch <- 1".to_owned(),
            Self::Receive => "<-ch".to_owned(),
            Self::Lock => "mu.Lock()\nn++\nmu.Unlock()".to_owned(),
            Self::Yield => "runtime.Gosched()".to_owned(),
            Self::Work(times) => format!("for i := 0; i < {times}; i++ {{\nn += i\n}}"),
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Print),
        3 => (0..30u8).prop_map(Step::Sleep),
        2 => Just(Step::Send),
        2 => Just(Step::Receive),
        1 => Just(Step::Lock),
        1 => Just(Step::Yield),
        1 => (0..20_000u16).prop_map(Step::Work),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 0..6)
}

/// A program: what main does, after it has started goroutines that do this, over a channel with so much room.
fn program() -> impl Strategy<Value = String> {
    (steps(), prop::collection::vec(steps(), 0..5), 0..3u8).prop_map(|(main, others, room)| {
        let text = |steps: &[Step]| steps.iter().map(Step::go).collect::<Vec<_>>().join("\n");
        let started = |steps: &Vec<Step>| format!("go func() {{\n{}\n}}()\n", text(steps));
        let others: Vec<String> = others.iter().map(started).collect();
        let others = others.concat();
        format!(
            "package main\nimport \"fmt\"\nimport \"runtime\"\nimport \"sync\"\nimport \"time\"\nfunc main() {{\nvar mu sync.Mutex\n\
             n := 0\nch := make(chan int, {room})\n{others}{}\nfmt.Println(\"end\")\n}}\nfunc unused() {{\nruntime.Gosched()\ntime.Sleep(1)\n}}\n",
            text(&main)
        )
    })
}

/// What is so after every event.
fn check(state: &State) -> Result<(), TestCaseError> {
    for (number, g) in state.gs.iter().enumerate() {
        let g_id = GId(number);
        let on: Vec<usize> = (0..state.ms.len()).filter(|m| state.ms[*m].g == Some(g_id)).collect();
        let runs = matches!(g.status, GStatus::Running | GStatus::Syscall);
        prop_assert_eq!(on.len(), usize::from(runs), "G{} is {:?} on {:?}", g.goid, g.status, on);
        let stands = state.ps.iter().filter(|p| p.next == Some(g_id)).count()
            + state.ps.iter().flat_map(|p| &p.queue).chain(&state.global).filter(|other| **other == g_id).count();
        prop_assert!(stands <= usize::from(g.status == GStatus::Runnable), "G{} stands in {stands} queues", g.goid);
        prop_assert_eq!(stands == 1, g.queue.is_some());
        let timers = state.ps.iter().flat_map(|p| &p.timers).filter(|(_, other)| *other == g_id).count();
        prop_assert!(timers <= 1 && (timers == 0 || g.status == GStatus::Waiting("sleep")));
    }
    for (number, p) in state.ps.iter().enumerate() {
        let holders = state.ms.iter().filter(|m| m.p.is_some_and(|p| p.0 == number)).count();
        prop_assert_eq!(holders, usize::from(p.status == PStatus::Running), "p{} is {:?}", number, p.status);
        prop_assert!(p.queue.len() <= 256);
    }
    let running = state.gs.iter().filter(|g| g.status == GStatus::Running).count();
    prop_assert!(running <= state.ps.len());
    Ok(())
}

/// What is so at the end: nobody was forgotten.
fn check_end(state: &State, events: &[Event]) -> Result<(), TestCaseError> {
    let stuck = state.stderr.starts_with("fatal error: all goroutines are asleep");
    let all_wait = state.gs.iter().all(|g| matches!(g.status, GStatus::Waiting(_) | GStatus::Dead));
    let timers = state.ps.iter().any(|p| !p.timers.is_empty());
    prop_assert_eq!(stuck, all_wait && !timers, "{}", state.stderr);
    prop_assert_eq!(stuck, state.exited == Some(2));
    prop_assert!(stuck || state.stdout.contains("end\n"));
    let late =
        events.iter().any(|event| matches!(event.kind, EventKind::PollEntered(milliseconds) if milliseconds > 30));
    prop_assert!(!late, "somebody sleeps past the timers of the program");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn runs_keep_the_laws(source in program(), gomaxprocs in 1..6usize, seed in prop::option::of(any::<u64>())) {
        let program = Program::parse(&source, "main.go").unwrap();
        let setting = Setting { gomaxprocs, seed, ..Setting::default() };
        let events = program.run(&setting).unwrap();
        let mut state = State::default();
        for event in &events {
            prop_assert!(event.time >= state.time);
            state.apply(event);
            check(&state)?;
        }
        check_end(&state, &events)?;
        prop_assert_eq!(&events, &program.run(&setting).unwrap());
        let half = events.len() / 2;
        let mut again = State::after(&events[..half]);
        events[half..].iter().for_each(|event| again.apply(event));
        prop_assert_eq!(again, state);
    }
}

/// While a runnable goroutine waits for longer than a time slice, no P is idle.
#[test]
fn no_p_is_idle_for_long_while_somebody_waits() {
    let source = "package main\nimport \"time\"\nfunc main() {\nfor i := 0; i < 8; i++ {\ngo func() {\nfor {\n}\n}()\n}\n\
                  time.Sleep(200 * time.Millisecond)\n}\n";
    let program = Program::parse(source, "main.go").unwrap();
    for seed in 0..20 {
        let events = program.run(&Setting { gomaxprocs: 4, seed: Some(seed), ..Setting::default() }).unwrap();
        let mut state = State::default();
        let mut since = None;
        for event in &events {
            let waits =
                state.gs.iter().any(|g| matches!(g.queue, Some(Queue::Next(_) | Queue::Tail(_) | Queue::Global)));
            let idle = state.ps.iter().any(|p| p.status == PStatus::Idle);
            let asleep = state.ms.iter().all(|m| m.doing != Doing::Runs);
            since = (waits && idle).then(|| since.unwrap_or(state.time));
            assert!(since.is_none_or(|since| state.time < since + 10_000_000), "seed {seed} at {} ns", state.time);
            assert!(!(asleep && waits && state.time > 0), "everybody sleeps, seed {seed} at {} ns", state.time);
            state.apply(event);
        }
    }
}
