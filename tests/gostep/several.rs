//! Builds of several packages: `go build ./...` with two programs, three libraries, and a directory of tests.

use serde_json::{Value, json};

use crate::support::canonical::canonical;
use crate::support::compare::{assert_same_commands, assert_same_lines};
use crate::support::run::Test;

/// `tests/programs/several`, as `gostep import --run-go ./...` recorded it.
const PROGRAM: &str = "tests/logs/several-go1.27.3.json";
const RECORDED: &str = include_str!("../logs/several-go1.27.3.json");
/// What `go build -n ./...` printed.
const THROWN_AWAY: &str = include_str!("../logs/several-go1.27.3-n.log");
/// What `go build -n -o bin/ ./...` printed.
const IN_BIN: &str = include_str!("../logs/several-go1.27.3-bin.log");
/// What `go install -n ./...` printed.
const INSTALLED: &str = include_str!("../logs/several-go1.27.3-install.log");
/// What `go run -n ./cmd/alpha x 'y z'` printed.
const RUN: &str = include_str!("../logs/several-go1.27.3-run.log");

fn built(args: &[&str]) -> String {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    Test::new().args(["build", &format!("{root}{PROGRAM}"), "--gomaxprocs", "4"]).args(args).prints()
}

fn verified(log: &str) -> String {
    let outcome = Test::new().file("p.json", RECORDED).args(["verify", "-", "p.json"]).stdin(log).outcome();
    format!("{}{}", outcome.stdout, outcome.stderr)
}

#[test]
fn dry_runs_equal_the_real_ones() {
    assert_same_lines("./...", &canonical(THROWN_AWAY), &canonical(&built(&["-n"])));
    assert_same_lines(
        "-o bin/ ./...",
        &canonical(IN_BIN),
        &canonical(&built(&["-n", "-o", "bin/", "--gomaxprocs", "2"])),
    );
}

#[test]
fn logs_are_recognised() {
    for (log, packages) in [(THROWN_AWAY, 34), (IN_BIN, 33), (INSTALLED, 34)] {
        let said = verified(log);
        assert!(said.contains("equal: ") && said.contains(&format!(" {packages} packages")), "{said}");
    }
    // Each program has its own build info.
    let swapped =
        THROWN_AWAY.replacen("path\\texample.org/several/cmd/beta", "path\\texample.org/several/cmd/alpha", 1);
    assert!(verified(&swapped).contains("differs"), "{}", verified(&swapped));
}

#[test]
fn of_several_workers_each_makes_the_same_commands() {
    let one = built(&["-p", "1", "-o", "bin/"]);
    assert_same_commands("-p 4", &one, &built(&["-p", "4", "-o", "bin/"]));
    assert_eq!(one.matches("mkdir -p bin/\n").count(), 1);
    for name in ["alpha", "beta"] {
        assert!(one.contains(&format!("exe/a.out bin/{name}\n")), "{name}");
    }
    assert!(verified(&built(&["-p", "4"])).contains("equal: "));
    assert!(verified(&built(&["-p", "4", "-o", "bin/"])).contains("equal: "));
}

#[test]
fn what_the_go_command_refuses_is_refused_in_its_words() {
    for (args, words) in [
        (&["-o", "prog"][..], "go: cannot write multiple packages to non-directory prog\n"),
        (&["-o", "bin/", "-buildmode=exe"], "-buildmode=exe requires exactly one main package\n"),
    ] {
        let said = Test::new().file("p.json", RECORDED).args(["build", "p.json", "-n"]).args(args).outcome();
        assert_eq!((said.stdout.as_str(), said.status), (words, 1), "{args:?}");
    }
    // Without -o it leaves out the libraries.
    assert!(!built(&["-n", "-buildmode=exe"]).contains("lib/b"));
    assert!(built(&["-n"]).contains("lib/b"));
}

#[test]
fn every_link_has_its_name() {
    let test = || Test::new().file("p.json", RECORDED);
    let study: Value = serde_json::from_str(&test().args(["workers", "p.json", "--json"]).prints()).unwrap();
    let lanes = study.to_string();
    for main in ["alpha", "beta"] {
        assert!(lanes.contains(&format!("\"link example.org/several/cmd/{main}\"")), "{lanes}");
    }
    let said = test().args(["whatif", "p.json", "nothing"]).refuses();
    assert!(said.contains("p.json has 2 main packages"), "{said}");
}

/// A list of two patterns does not tell their order; the targets of `gostep import` do.
#[test]
fn the_order_is_that_of_the_command_line() {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let mut packages = recorded["packages"].as_array().unwrap().clone();
    for package in &mut packages {
        if package.get("Match").is_some() {
            let path = package["ImportPath"].as_str().unwrap();
            package["Match"] = json!([path.replace("example.org/several", ".")]);
        }
    }
    // Tests alone are left out only if a pattern with `...` finds them.
    packages.retain(|package| package["Name"] != "only");
    let list = packages.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let test = || Test::new().file("list", &list).file("env", recorded["env"].to_string());
    let said = test().args(["build", "-n", "--list", "list", "--env", "env"]).outcome();
    assert!(said.stderr.contains("the packages are named in the order of the list"), "{}", said.stderr);
    let folder = tempfile::tempdir().unwrap();
    let test = || Test::within(folder.path()).file("list", &list).file("env", recorded["env"].to_string());
    let targets = ["./lib/b", "./cmd/beta", "./lib/a", "./cmd/alpha", "./internal/low"];
    let imported = test().args(["import", "--list", "list", "--env", "env", "-o", "p.json"]).args(targets).outcome();
    assert_eq!(imported.status, 0, "{}", imported.stderr);
    let program: Value = serde_json::from_slice(&std::fs::read(folder.path().join("p.json")).unwrap()).unwrap();
    let roots = targets.map(|target| target.replacen('.', "example.org/several", 1));
    assert_eq!(program["roots"], json!(roots));
    assert!(
        test()
            .args(["build", "-n", "p.json"])
            .outcome()
            .stdout
            .contains("-o $WORK/b001/_pkg_.a -trimpath \"$WORK/b001=>\" -p example.org/several/lib/b ")
    );
}

/// The list with `cmd/alpha` as the only package of the command line.
fn only_alpha() -> String {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let packages = recorded["packages"].as_array().unwrap().iter().map(|package| {
        let mut package = package.clone();
        if package["ImportPath"] != "example.org/several/cmd/alpha" {
            package["DepOnly"] = json!(true);
        }
        package.to_string()
    });
    packages.collect::<Vec<_>>().join("\n")
}

#[test]
fn go_run_is_recognised_and_told_in_its_own_words() {
    let recorded: Value = serde_json::from_str(RECORDED).unwrap();
    let test = || Test::new().file("list", only_alpha()).file("env", recorded["env"].to_string());
    let said = test().args(["verify", "-", "--list", "list", "--env", "env"]).stdin(RUN).prints();
    assert!(said.contains("equal: ") && said.contains("(go run -n, go1.27.3)"), "{said}");
    let build =
        ["build", "--list", "list", "--env", "env", "--dir", "/home/gopher/several", "-buildvcs=false", "-pgo=off"];
    let ours = test().args(build).args(["--command", "run", "-p", "1"]).prints();
    let last: Vec<&str> = ours.lines().rev().take(4).collect();
    assert_eq!(last[0], "$WORK/b001/exe/alpha");
    assert!(last[1].starts_with("cp $WORK/b001/exe/alpha /home/gopher/.cache/go-build/"), "{}", last[1]);
    assert!(last[1].ends_with("-d/alpha # internal"), "{}", last[1]);
    assert!(
        last[3].contains("/link -o $WORK/b001/exe/alpha -importcfg $WORK/b001/importcfg.link -s -w "),
        "{}",
        last[3]
    );
    let older = Test::new().args(["build", "hello", "--command", "run", "-n"]).prints();
    assert!(older.ends_with(" $WORK/b001/_pkg_.a\n$WORK/b001/exe/main\n"), "go1.23 does not stamp what it runs");
}

#[test]
fn commands_that_are_not_possible_are_refused() {
    let test = || Test::new().file("p.json", RECORDED).args(["build", "p.json", "-n"]);
    let several = test().args(["--command", "run"]).outcome();
    assert_eq!(several.status, 1);
    assert!(
        several.stdout.starts_with("go: the pattern matches multiple packages:\n\texample.org"),
        "{}",
        several.stdout
    );
    for command in ["install", "run"] {
        let said = test().args(["--command", command, "-o", "x"]).refuses();
        assert!(said.contains(&format!("go {command} has no flag -o")), "{said}");
    }
    let said = Test::new().args(["build", "--command", "install"]).refuses();
    assert!(said.contains("does not tell where go install puts command-line-arguments"), "{said}");
    let said = Test::new().args(["whatif", "--command", "run", "nothing"]).refuses();
    assert!(said.contains("go run is not modelled"), "{said}");
}

#[test]
fn a_lesson_tells_of_one_program() {
    let lesson = "gostep_lesson: 1\nid: two\nlang: en\ntitle: Two\nsummary: Two.\nprogram: p.json\nsteps:\n  - title: One\n    text: Something.\n";
    let test = Test::new().file("p.json", RECORDED).file("two.yaml", lesson).args(["lesson", "check", "two.yaml"]);
    let said = test.outcome();
    assert!(
        format!("{}{}", said.stdout, said.stderr).contains("2 main packages, and a lesson tells of one"),
        "{said:?}"
    );
}
