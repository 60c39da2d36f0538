//! Builds for the race detector and the sanitizers of C, and with counters of what runs: against logs of the real toolchain, and what is refused.

use crate::support::assert_snapshot;
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

#[test]
fn experiments_are_those_of_the_list() {
    let list = |state: &str| {
        let files = format!(", \"DepOnly\": true, \"Standard\": true, \"GoFiles\": [\"exp_arenas_{state}.go\"]");
        let experiments =
            package("internal/goexperiment", &[], &files).replacen("\"GoFiles\": [\"goexperiment.go\"], ", "", 1);
        let runtime = package("runtime", &["internal/goexperiment"], ", \"DepOnly\": true, \"Standard\": true");
        [experiments, runtime, package("main", &[], "")].concat()
    };
    let env =
        |value: &str| format!("{{\"GOVERSION\": \"go1.23.9\", \"CGO_ENABLED\": \"0\", \"GOEXPERIMENT\": \"{value}\"}}");
    let run = |command: &[&str], state: &str, value: &str, log: &str| {
        let test = Test::new().file("list", list(state)).file("env", env(value)).args(command).stdin(log);
        test.args(["--list", "list", "--env", "env", "-pgo=off", "--dir", "/src/main"]).outcome()
    };
    let on = run(&["build", "-n"], "on", "arenas", "").stdout;
    let off = run(&["build", "-n"], "off", "", "").stdout;
    assert!(on.contains(r"build\tGOARCH=amd64\nbuild\tGOEXPERIMENT=arenas\nbuild\tGOOS=linux\n"), "{on}");
    let ids = |log: &str| {
        let compiles = log.lines().filter(|line| line.contains("/compile "));
        compiles.map(|line| line.split(" -buildid ").nth(1).unwrap()[..20].to_owned()).collect::<Vec<_>>()
    };
    assert!(ids(&on).iter().zip(ids(&off)).all(|(on, off)| *on != off), "every action ID has it");
    for (state, value) in [("on", ""), ("off", "arenas"), ("on", "noarenas"), ("on", "arenas,loopvar")] {
        let said = run(&["build"], state, value, "");
        assert!(said.status == 2 && said.stderr.contains("make both with the same setting"), "{}", said.stderr);
    }
    assert_eq!(run(&["verify", "-"], "on", "arenas", &on).status, 0);
    let said = run(&["verify", "-"], "off", "", &on).stdout;
    assert!(said.contains("a build with GOEXPERIMENT=\"arenas\", but list was listed with \"\""), "{said}");
}

/// One object of `go list`, for a package of Go files alone.
fn package(path: &str, imports: &[&str], more: &str) -> String {
    let name = path.rsplit('/').next().unwrap();
    format!(
        "{{\"Dir\": \"/src/{path}\", \"ImportPath\": \"{path}\", \"Name\": \"{name}\", \"GoFiles\": [\"{name}.go\"], \
         \"Imports\": {imports:?}{more}}}\n"
    )
}

/// A list as `go list -cover` makes it: nothing imports `runtime/coverage`.
fn covered_list() -> String {
    let standard = ", \"DepOnly\": true, \"Standard\": true, \"Goroot\": true";
    let module = ", \"Module\": {\"Path\": \"m\", \"Main\": true, \"GoVersion\": \"1.23\"}";
    [
        package("runtime", &[], standard),
        package("sync/atomic", &[], standard),
        package("runtime/coverage", &["runtime", "sync/atomic"], standard),
        package("m/leaf", &[], &format!(", \"DepOnly\": true{module}")),
        package("main", &["m/leaf"], module),
    ]
    .concat()
}

fn covered(release: &str, args: &[&str]) -> Outcome {
    let env = format!("{{\"GOVERSION\": \"{release}\", \"GOROOT\": \"/usr/local/go\", \"CGO_ENABLED\": \"0\"}}");
    let all = ["build", "--list", "list", "--env", "env", "-n", "-pgo=off", "--dir", "/src/main"];
    Test::new().file("list", covered_list()).file("env", env).args(all).args(args).outcome()
}

#[test]
fn sources_are_made_to_count_what_runs() {
    let mut text = String::new();
    for (release, args) in [
        ("go1.21.13", &["-cover"][..]),
        ("go1.23.9", &["-covermode=atomic", "-coverpkg=./...,sync/atomic,runtime/..."]),
        ("go1.27.3", &[]),
    ] {
        let Outcome { status, stdout, stderr } = covered(release, args);
        assert_eq!(status, 0, "{stderr}");
        text.push_str(&format!("== {release} {}\n{stdout}\n", args.join(" ")));
    }
    assert_snapshot("instruments_cover", &text);
}

#[test]
fn what_cannot_be_covered_is_refused() {
    for (args, said) in [
        (&["-cover=false"][..], "-cover=false: the list was made with -cover, which adds packages to main"),
        (&["-coverpkg=nowhere"], "-coverpkg=nowhere: no package of the program matches it"),
        (&["--fault", "undefined=main"], "what goes wrong in a build with -cover is not modelled"),
        (&["-covermode=twice"], "twice"),
    ] {
        let Outcome { status, stderr, .. } = covered("go1.23.9", args);
        assert!(status == 2 && stderr.contains(said), "{args:?}: {stderr}");
    }
    let refused = Test::new().args(["build", "hello", "-coverpkg=fmt"]).refuses();
    assert!(refused.contains("the list does not show that it was made with -cover"), "{refused}");
}

#[test]
fn what_is_covered_is_taken_from_the_log() {
    let log = covered("go1.23.9", &["-covermode=count", "-coverpkg=m/leaf,runtime/coverage"]).stdout;
    let said = Test::new()
        .file("list", covered_list())
        .file("env", "{\"GOVERSION\": \"go1.23.9\", \"GOROOT\": \"/usr/local/go\", \"CGO_ENABLED\": \"0\"}")
        .args(["verify", "-", "--list", "list", "--env", "env"])
        .stdin(log)
        .outcome();
    let taken = "taken from the log: -covermode=count, -coverpkg=runtime/coverage,m/leaf\n";
    assert!(said.status == 0 && said.stdout.ends_with(taken), "{}{}", said.stdout, said.stderr);
}
