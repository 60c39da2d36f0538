//! `gostep run` as its user runs it.

use crate::support::assert_snapshot;
use crate::support::run::{Outcome, Test};

/// What `gostep run ARGS` prints of a program on standard input, and its exit code.
fn run(source: &str, args: &[&str]) -> String {
    let Outcome { status, stdout, stderr } = Test::new().args(["run"]).args(args).stdin(source.as_bytes()).outcome();
    format!("{stdout}{stderr}exit code {status}")
}

#[test]
fn the_program_of_the_course_prints_two_lines_and_ends_after_six_seconds() {
    assert_snapshot("run_sample", &run("", &["--lang", "en"]));
    assert_snapshot("run_sample_zh", &run("", &["--lang", "zh"]));
}

#[test]
fn everything_that_happens_can_be_printed() {
    assert_snapshot("run_trace", &run("", &["--trace"]));
}

#[test]
fn a_program_ends_with_its_own_exit_status() {
    let source = "package main\n\nimport \"os\"\n\nfunc main() {\n\tos.Exit(3)\n}\n";
    assert!(run(source, &["-", "--lang", "en"]).contains("exit status 3\n"));
    assert!(run(source, &["-", "--lang", "en"]).ends_with("exit code 3"));
}

#[test]
fn what_cannot_be_run_is_named_with_its_place() {
    let sources = [
        ("package main\n\nimport \"net/http\"\n\nfunc main() {}\n", "line 3, column 8: package net/http cannot be run"),
        ("package main\n\nfunc main() {\n\tfoo()\n}\n", "line 4, column 2: undefined: foo"),
        ("package main\n\nfunc main() {\n", "line 3, column 13: "),
        ("", "line 1, column 1: the file ends here, where `package main` was expected"),
        (
            "package main\n\nfunc main() {\n\tfor i := 0; i < 1e12; i++ {\n\t}\n}\n",
            "it does more than 50000000 operations",
        ),
    ];
    for (source, message) in sources {
        let printed = run(source, &["-"]);
        assert!(printed.starts_with("gostep: standard input: "), "{printed}");
        assert!(printed.contains(message), "{printed}");
        assert!(printed.ends_with("exit code 2"), "{printed}");
    }
}

#[test]
fn changes_are_made_to_the_program_and_their_outcome_is_told() {
    let changes =
        ["sleep=4s", "no-sleep", "gosched", "deadlock", "panic", "exit=3", "busy", "goroutines=3", "closed-stdout"];
    let told = |change: &&str| format!("gostep run {change}\n{}\n\n", run("", &[change, "--lang", "en"]));
    assert_snapshot("run_changes", &changes.iter().map(told).collect::<Vec<_>>().concat());
    assert_snapshot("run_change_zh", &run("", &["no-sleep", "--lang", "zh"]));
    assert_snapshot("run_source", &run("", &["goroutines=3", "exit=3", "--source"]));
}

#[test]
fn a_busy_goroutine_that_gets_no_signal_is_never_stopped() {
    let printed = run("", &["busy", "async-preempt=off", "--lang", "en"]);
    assert!(printed.contains("after two minutes it still runs"), "{printed}");
    let two = run("", &["busy", "async-preempt=off", "--gomaxprocs", "2", "--lang", "en"]);
    assert!(two.contains("exit status 0") && two.ends_with("exit code 0"), "{two}");
}

#[test]
fn outcomes_of_many_runs_are_counted() {
    assert_snapshot("run_runs", &run("", &["no-sleep", "--gomaxprocs", "4", "--runs", "200", "--lang", "en"]));
    let certain = run("", &["--gomaxprocs", "4", "--runs", "50", "--lang", "en"]);
    assert!(certain.contains("    50 × exit status 0, first with seed 0\n"), "{certain}");
}

#[test]
fn a_seed_is_a_run_of_its_own() {
    let trace = |seed: &str| run("", &["--trace", "--gomaxprocs", "2", "--seed", seed]);
    assert_eq!(trace("7"), trace("7"));
    assert_ne!(trace("7"), trace("8"));
}

#[test]
fn a_run_can_be_read_as_json() {
    let printed = run("", &["exit=3", "--json"]);
    let json: serde_json::Value = serde_json::from_str(printed.strip_suffix("exit code 3").unwrap()).unwrap();
    assert_eq!(json["stdout"], "Hello, world!\nHello, goroutine world!\n");
    assert_eq!((json["exit_status"].as_u64(), json["threads"].as_u64()), (Some(3), Some(3)));
    assert_eq!(json["changes"][0], "exit=3");
    assert_eq!(json["goroutines"][5]["function"], "main.main.func1");
    let events = json["events"].as_array().unwrap();
    assert!(events.iter().any(|event| event["what"] == "G6 p0.runnext" && event["p"] == 0));
}

#[test]
fn wrong_changes_are_named() {
    let wrong = [
        (&["slep=4s"][..], "there is no change \"slep=4s\" (did you mean \"sleep=4s\"?)"),
        (&["sleep=4"], "sleep= takes a time such as 4s or 1500ms, not \"4\""),
        (&["exit=256"], "exit= takes a status from 0 to 255, not \"256\""),
        (&["goroutines=0"], "goroutines= takes a number from 1 to 10000, not \"0\""),
        (&["async-preempt=on"], "async-preempt= takes off, not \"on\""),
        (&["no-sleep", "sleep=4s"], "sleep=4s: main.main has no time.Sleep among its statements"),
        (&["a.go", "b.go"], "b.go: only one program can be run"),
    ];
    for (args, message) in wrong {
        let args = [args, &["--lang", "en"]].concat();
        let printed = run("", &args);
        assert!(printed.contains(message) && printed.ends_with("exit code 2"), "{printed}");
    }
    let source = "package main\n\nfunc main() {\n}\n";
    let printed = run(source, &["-", "panic", "--lang", "zh"]);
    assert!(printed.contains("panic：main.main 的语句里没有 `go func() …`"), "{printed}");
}
