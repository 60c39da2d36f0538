//! Lessons about the run of a program.

use gostep_course::lesson::{File, Lesson, Problem, check};
use gostep_course::player::{Did, Player, Ran, Shown, Stride};
use gostep_course::words::Lang;
use gostep_sim::program;

fn checked(steps: &str) -> Result<Lesson, Vec<Problem>> {
    let text = format!("gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n{steps}");
    check(File { name: "x.yaml", text: &text }, None, Lang::En, &program::load_embedded)
}

fn player(steps: &str) -> Player {
    Player::new(checked(steps).unwrap_or_else(|problems| panic!("{steps}\n{problems:#?}")))
}

/// What is wrong in a step that follows one with `run: {}`.
fn wrong(step: &str) -> Vec<String> {
    let steps = format!("  - {{ id: a, run: {{}}, say: x }}\n  - {{ id: b, say: x, {step} }}\n");
    let problems = checked(&steps).expect_err(step);
    problems.into_iter().map(|problem| problem.message.to_string()).collect()
}

#[test]
fn moments_of_a_run_are_named_by_what_happens() {
    let player = player(
        "  - { id: built, to: end, say: x }
  - { id: line, run: {}, to: { output: 'Hello, world!' }, say: x, expect: ['printed == all_printed or count(printed) == 1'] }
  - { id: made, to: { g: 6, is: created }, say: x, expect: ['status_of(6) == ''runnable''', 'first(run_next) == ''G6''',
      'next_goroutine == ''G6''', 'maker_of(6) == ''G1''', 'function_of(6) == ''main.main.func1''', 'count(packages) == 53'] }
  - { id: asleep, to: { g: 6, is: waiting }, say: x, expect: ['waits_on(6) == ''sleep''', 'count(printed) == 2'] }
  - { id: idle, to: { time: 4s }, say: x, show: [{ view: runtime }], expect: ['first(timers) == ''G6''', 'count(timers) == 2'] }
  - { id: over, to: { g: 6, is: dead }, say: x, expect: ['status_of(6) == ''dead''', 'calls(''write'') == 2'] }
  - { id: end, to: end, say: x, show: [{ events: new, last: 2, mark: exit }], expect: ['exit_status == 0', 'run_ms >= 6000'] }
",
    );
    let frame = |id: &str| player.frame(player.find(id).unwrap()).unwrap();
    assert_eq!(frame("built").moment.build, 0);
    let line = frame("line");
    assert_eq!((line.moment.build, line.new_blocks.0), (1, 0));
    let run = &player.builds()[1];
    assert!(run.is_run && run.transcript[line.moment.events - 1].text.contains("\"Hello, world!"));
    let Shown::Runtime(runtime) = &frame("idle").shows[0] else { panic!("no view of the runtime") };
    assert!(runtime.gs.iter().all(|g| g.status == "waiting") && runtime.gs.len() == 6);
    assert!(matches!(runtime.ms[1].does, Did::Sleeps(_)) && runtime.ms.iter().any(|m| m.does == Did::Polls));
    let Shown::Commands { left_out, commands, .. } = &frame("end").shows[0] else { panic!("no events") };
    assert!(*left_out > 0 && commands.len() == 2 && commands.iter().all(|command| !command.marks.is_empty()));
    let end = frame("end").moment;
    let pauses = player.runtime(6, end.events).unwrap().ran;
    let pauses = pauses.iter().filter(|ran| matches!(ran, Ran::Pause(micros) if *micros > 900_000)).count();
    assert_eq!(pauses, 2);
}

#[test]
fn one_goes_through_a_run_event_by_event_and_back() {
    let player = player("  - { id: a, run: {}, to: end, say: x }\n");
    let (build, end) = (player.at(0).build, player.at(0).events);
    let (mut now, mut starts) = (0, 0);
    while now < end {
        let next = player.stride_on(build, now, Stride::Command);
        assert_eq!((next, player.stride_back(build, next, Stride::Command)), (now + 1, now));
        now = next;
    }
    let mut now = 0;
    while now < end {
        now = player.stride_on(build, now, Stride::Package);
        starts += usize::from(now < end);
    }
    assert_eq!(
        starts,
        player.runtime(0, end).unwrap().ran.iter().filter(|ran| matches!(ran, Ran::Goroutine(_))).count()
    );
    assert_eq!(player.moment_of_time(build, player.time_of(build, end)), end);
}

#[test]
fn each_source_that_comes_with_gostep_prints_what_the_real_one_prints() {
    for (source, printed) in [
        ("no-sleep", "count(all_printed) == 1"),
        ("four-seconds", "count(all_printed) == 2"),
        ("five", "count(all_printed) == 5 and first(all_printed) == '4' and last(all_printed) == '3'"),
    ] {
        player(&format!(
            "  - {{ id: a, run: {{ source: {source} }}, say: x, expect: ['{}'] }}\n",
            printed.replace('\'', "''")
        ));
    }
}

#[test]
fn what_is_wrong_is_said_at_its_place() {
    assert_eq!(
        wrong("to: { package: fmt, state: done }"),
        ["package: names a point of a build, and here a program runs"]
    );
    assert_eq!(wrong("to: { g: 99, is: dead }"), ["no goroutine of this run has number 99"]);
    assert_eq!(wrong("to: { output: Goodbye }"), ["this point is not reached in this run"]);
    assert_eq!(wrong("to: { time: soon }"), ["\"soon\" is no time"]);
    assert_eq!(wrong("run: { source: helo }"), ["there is no Go source \"helo\" (did you mean \"hello\"?)"]);
    let before_run = checked("  - { id: a, to: { output: x }, say: '{{ printed }}' }\n").expect_err("no run");
    let said: Vec<String> = before_run.iter().map(|problem| problem.message.to_string()).collect();
    assert_eq!(said, ["this is a point of a run, and no program runs here", "no program runs at this step"]);
}
