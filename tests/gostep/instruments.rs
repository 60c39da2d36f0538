//! Builds for the race detector and the sanitizers of C: against logs of the real toolchain, and what is refused.

use crate::support::run::{Outcome, Test};

const RACE_LOG: &str = include_str!("../logs/race-go1.23.9-n.log");
const RACE: &str = include_str!("../logs/race-go1.23.9.json");
const ASAN_LOG: &str = include_str!("../logs/asan-go1.27.3-n.log");
const ASAN: &str = include_str!("../logs/asan-go1.27.3.json");

/// A test beside the recordings `race.json` and `asan.json`.
fn beside() -> Test {
    Test::new().file("race.json", RACE).file("asan.json", ASAN)
}

/// What `gostep verify` says of a log.
fn verify(log: &str, args: &[&str]) -> String {
    let Outcome { status, stdout, stderr } = beside().args(["verify", "-"]).args(args).stdin(log).outcome();
    format!("{stdout}{stderr}exit code {status}")
}

#[test]
fn real_logs_are_equal_and_spoiled_ones_are_not() {
    for (log, program, flag) in [(RACE_LOG, "race.json", "-race"), (ASAN_LOG, "asan.json", "-asan")] {
        let said = verify(log, &[program]);
        assert!(said.contains("equal") && said.ends_with("exit code 0"), "{said}");
        assert_eq!(verify(log, &[program, flag]), said, "{flag} is what the list was made with");
        let compile = log.lines().find(|line| line.contains("/compile ") && line.contains(" -p sync/atomic ")).unwrap();
        let without = compile.replace(&format!(" {flag}"), "");
        let said = verify(&log.replace(compile, &without), &[program]);
        assert!(said.contains("sync/atomic") && said.ends_with("exit code 1"), "{said}");
    }
}

#[test]
fn the_build_has_the_flag_wherever_the_real_one_has_it() {
    let ours = beside().args(["build", "race.json", "-n", "-race", "-o", "tiny_bin"]).prints();
    assert_eq!(ours.matches(" -race").count(), RACE_LOG.matches(" -race").count());
    assert!(ours.contains(r"build\t-race=true\n"), "the build info tells it");
    let ours = beside().args(["build", "asan.json", "-n", "-o", "tiny_bin"]).prints();
    assert_eq!(ours.matches("-fsanitize=address").count(), ASAN_LOG.matches("-fsanitize=address").count());
}

#[test]
fn a_list_of_another_build_is_refused() {
    for (args, said) in [
        (&["build", "hello", "-race"][..], "hello: -race: the list was made without -race, which chooses other files"),
        (&["build", "race.json", "-race=false"], "-race=false: the list was made with -race"),
        (&["build", "race.json", "-msan"], "make it with `go list -msan -json -deps TARGET`"),
        (&["whatif", "race.json", "-race=0", "touch=main"], "-race=false: the list was made with -race"),
        (
            &["build", "race.json", "-buildmode=pie"],
            "-buildmode=pie not supported when -race is enabled on linux/amd64",
        ),
    ] {
        let refused = beside().args(args).refuses();
        assert!(refused.contains(said), "{args:?}: {refused}");
        assert_eq!(refused.lines().count(), 1, "{refused}");
    }
    let said = verify(RACE_LOG, &["hello"]);
    assert!(said.contains("the log is of a build with -race, but hello was listed without -race, -msan and -asan"));
    let plain = include_str!("../logs/hello-go1.23.9-n.log");
    let said = verify(plain, &["race.json"]);
    assert!(said.contains("the log is of a build without -race, -msan and -asan, but race.json was listed with -race"));
}
