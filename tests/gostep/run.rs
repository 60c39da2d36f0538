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
