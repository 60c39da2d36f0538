//! `gostep build` as a whole command: against logs of the real toolchain, and on input that is wrong.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::support::assert_snapshot;
use crate::support::canonical::canonical;
use crate::support::compare::{assert_same_commands, assert_same_lines};
use crate::support::run::{Test, command};

const P1_LOG: &str = include_str!("../logs/hello-go1.23.9-p1.log");
const N_LOG: &str = include_str!("../logs/hello-go1.23.9-n.log");
/// A log of another computer, with `$GOROOT`, `$GOCACHE` and `$SRC` in place of its directories.
const PLACEHOLDER_LOG: &str = include_str!("../logs/hello-go1.23.9-p1-placeholders.log");

#[test]
fn the_sample_equals_the_real_log_byte_for_byte() {
    let work_dir = P1_LOG.lines().next().unwrap().strip_prefix("WORK=").unwrap();
    let ours = Test::new().args(["build", "-p", "1", "-o", "main_bin", "--work-dir", work_dir]).prints();
    assert_same_lines("-p 1", P1_LOG, &ours);
}

#[test]
fn the_dry_run_of_the_sample_equals_the_real_one_byte_for_byte() {
    assert_same_lines("-n", N_LOG, &Test::new().args(["build", "-n", "-o", "main_bin"]).prints());
}

#[test]
fn the_sample_equals_the_log_of_another_computer_in_canonical_form() {
    let ours = Test::new().args(["build", "-p", "1", "-o", "main_bin"]).prints();
    let ours = ours
        .replace("/usr/local/go", "$GOROOT")
        .replace("/home/gopher/.cache/go-build", "$GOCACHE")
        .replace("/home/gopher/hello", "$SRC");
    assert_same_lines("-p 1", &canonical(PLACEHOLDER_LOG), &canonical(&ours));
}

#[test]
fn four_workers_run_the_same_commands() {
    let one = Test::new().args(["build", "-p", "1"]).prints();
    let four = Test::new().args(["build", "-p", "4"]).prints();
    assert_ne!(one, four);
    assert_same_commands("-p 4", &one, &four);
}

#[test]
fn four_workers_begin_with_the_first_four_packages() {
    // goarch, unsafeheader, cpu, byteorder: those that import unsafe do not stand behind those that import nothing.
    let four = Test::new().args(["build", "-p", "4"]).prints();
    let begun: Vec<&str> = four.lines().filter(|line| line.starts_with("mkdir ")).take(4).collect();
    let expected = ["b006", "b008", "b011", "b013"].map(|objdir| format!("mkdir -p $WORK/{objdir}/"));
    assert_eq!(begun, expected);
}

#[test]
fn flags_change_what_they_should() {
    let mut text = String::new();
    for args in [
        &["build", "-o", "bin/app", "-p", "1"][..],
        &["build", "--no-work", "-p", "1"],
        &["build", "-n", "--trimpath"],
        &["build", "-n", "--ldflags", "-s -X 'main.version=one two'"],
        &["build", "-n", "--gomaxprocs", "1"],
        &["build", "-n", "--dir", "/somewhere/else"],
    ] {
        let ours = Test::new().args(args).prints();
        let main = ours.lines().position(|line| line.contains(" -p main ")).unwrap();
        let lines: Vec<&str> = ours.lines().collect();
        text.push_str(&format!("$ gostep {}\n", args.join(" ")));
        text.push_str(&format!("{}\n…\n", lines[0]));
        for line in lines[main..].iter().filter(|line| !line.starts_with("packagefile")) {
            text.push_str(&format!("{line}\n"));
        }
        text.push('\n');
    }
    assert_snapshot("build_flags", &text);
}

#[test]
fn events_are_json_lines() {
    let ours = Test::new().args(["build", "--json", "-p", "1"]).prints();
    for line in ours.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(value.is_object(), "{line}");
    }
    let head: Vec<&str> = ours.lines().take(12).collect();
    assert_snapshot("build_json", &head.join("\n"));
}

/// One object of `go list`, for a package of Go files alone.
fn package(path: &str, imports: &[&str], more: &str) -> String {
    let name = path.rsplit('/').next().unwrap();
    format!(
        "{{\"Dir\": \"/src/{path}\", \"ImportPath\": \"{path}\", \"Name\": \"{name}\", \"GoFiles\": [\"{name}.go\"], \
         \"Imports\": {imports:?}{more}}}\n"
    )
}

const DEP: &str = ", \"DepOnly\": true";

fn runtime() -> String {
    package("runtime", &[], ", \"DepOnly\": true, \"Standard\": true, \"Goroot\": true")
}

#[test]
fn a_small_list_is_enough() {
    let list = [runtime(), package("leaf", &[], DEP), package("main", &["leaf"], "")].concat();
    let ours = Test::new().args(["build", "--list", "-", "-p", "1"]).stdin(list).outcome();
    let assumed = "gostep: assumed, since a package list does not tell: no default.pgo (-pgo=off), \
                   the command is given in /src/main (--dir)\n";
    assert_eq!((ours.status, ours.stderr.as_str()), (0, assumed));
    assert_snapshot("build_small_list", &ours.stdout);
}

#[test]
fn bad_lists_are_refused_with_one_clear_sentence() {
    let main = package("main", &["leaf"], "");
    let leaf = package("leaf", &[], DEP);
    let all = [runtime(), leaf.clone(), main.clone()].concat();
    let lists: Vec<(&str, Vec<u8>)> = vec![
        ("nothing at all", Vec::new()),
        ("JSON cut short", all[..all.len() - 20].into()),
        ("not JSON", b"go: cannot find main module".into()),
        ("JSON of something else", b"{\"Version\": 3}".into()),
        ("a number in place of a text", b"{\"ImportPath\": 7}".into()),
        ("no UTF-8", b"{\"ImportPath\": \"\xff\xfe\"}".into()),
        ("100,000 brackets", "[".repeat(100_000).into()),
        (
            "100,000 objects in one another",
            ["{\"Module\":", &"{\"Replace\":".repeat(100_000), "{}", &"}".repeat(100_001)].concat().into(),
        ),
        ("an import that is not in the list", [runtime(), package("leaf2", &[], DEP), main.clone()].concat().into()),
        ("no runtime", [leaf.clone(), main.clone()].concat().into()),
        (
            "an import cycle",
            [runtime(), package("a", &["b"], DEP), package("b", &["c"], DEP), package("c", &["a"], DEP)]
                .into_iter()
                .chain([package("main", &["a"], "")])
                .collect::<String>()
                .into(),
        ),
        ("a package that imports itself", [runtime(), package("main", &["main"], "")].concat().into()),
        ("no main: dependencies alone", [runtime(), leaf.clone()].concat().into()),
        ("the same package twice", [runtime(), leaf.clone(), leaf.clone(), main.clone()].concat().into()),
        (
            "an error of go list",
            [
                runtime(),
                package(
                    "main",
                    &[],
                    ", \"Error\": {\"Pos\": \"main.go:3:8\", \"Err\": \"package nowhere is not in std\"}",
                ),
            ]
            .concat()
            .into(),
        ),
        ("cgo", [runtime(), package("main", &["C"], ", \"CgoFiles\": [\"net.go\"]")].concat().into()),
        ("C files", [runtime(), package("main", &[], ", \"CFiles\": [\"fast.c\"]")].concat().into()),
        ("SWIG", [runtime(), package("main", &[], ", \"SwigCXXFiles\": [\"w.swigcxx\"]")].concat().into()),
    ];
    let mut text = String::new();
    for (what, list) in lists {
        let said = Test::new().args(["build", "--list", "-"]).stdin(list).refuses();
        text.push_str(&format!("# {what}\n{said}[2]\n\n"));
        assert_eq!(said.lines().count(), 1, "{what}");
    }
    assert_snapshot("build_bad_lists", &text);
}

#[test]
fn bad_arguments_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("list.json"), [runtime(), package("main", &[], "")].concat()).unwrap();
    std::fs::write(path("env.json"), "{\"GOVERSION\": \"go1.19.3\"}").unwrap();
    std::fs::write(path("cut.json"), "{\"GOVERSION\": \"go1.2").unwrap();
    std::fs::write(path("race.json"), "{\"GOVERSION\": \"go1.23.9\", \"GOFLAGS\": \"-race\"}").unwrap();
    std::fs::write(path("newer.json"), "{\"gostep_program\": 99}").unwrap();
    let (list, env, cut, race) = (path("list.json"), path("env.json"), path("cut.json"), path("race.json"));
    let (newer, missing, directory) = (path("newer.json"), path("missing.json"), path(""));
    let mut text = String::new();
    for args in [
        &["build", "helo"][..],
        &["build", &newer],
        &["build", &list],
        &["build", &missing],
        &["build", &directory],
        &["build", "--list", &missing],
        &["build", "--list", &directory],
        &["build", "--list", &list, "--env", &env],
        &["build", "--list", &list, "--env", &cut],
        &["build", "--list", &list, "--env", &race],
        &["build", "--list", "-", "--env", "-"],
        &["build", "--env", &env],
        &["build", "hello", "--list", &list],
        &["build", "-p", "0"],
        &["build", "-p", "many"],
        &["build", "--race"],
        &["build", "-race"],
        &["build", "-linkshared"],
        &["build", "-overlay=over.json"],
        &["build", "--buildmode", "shared"],
        &["build", "--ldflags", "-X 'open"],
        &["build", "--gcflags", "all"],
        &["build", "--gcflags", "=-N"],
        &["build", "-trimpath=perhaps"],
        &["build", "-buildvcs"],
        &["build", "--trimpth"],
        &["bild"],
    ] {
        let said = Test::new().args(args).refuses();
        let shown = format!("$ gostep {}\n{said}[2]\n\n", args.join(" "));
        text.push_str(&shown.replace(&directory, "DIR/"));
    }
    assert_snapshot("build_bad_arguments", &text);
}

#[test]
fn a_pipe_that_closes_early_is_no_error() {
    let mut child = command().arg("build").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("WORK="));
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = command().arg("build").stdout(full).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), stderr.as_str()),
        (Some(2), "gostep: cannot write the output: No space left on device (os error 28)\n")
    );
}
