//! `gostep import` without a go command: the commands that it prints, and programs from lists.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::support::run::Test;

/// A list of a program with assembly, whose sources are in a folder, and its environment.
fn lists(folder: &Path) -> (String, String) {
    let dir = folder.to_str().unwrap();
    let module = json!({"Path": "m", "Main": true, "Dir": dir, "GoMod": format!("{dir}/go.mod"), "GoVersion": "1.23"});
    let packages = [
        json!({"ImportPath": "unsafe", "Name": "unsafe", "Standard": true, "DepOnly": true, "Dir": dir, "GoFiles": ["unsafe.go"]}),
        json!({"ImportPath": "runtime", "Name": "runtime", "Standard": true, "DepOnly": true, "Dir": dir, "GoFiles": ["r.go"], "Imports": ["unsafe"]}),
        json!({"ImportPath": "m/sum", "Name": "sum", "DepOnly": true, "Module": module, "Dir": dir, "GoFiles": ["sum.go"], "SFiles": ["a.s"]}),
        json!({"ImportPath": "m", "Name": "main", "Module": module, "Dir": dir, "GoFiles": ["main.go"], "Imports": ["m/sum", "runtime"], "Match": ["."]}),
    ];
    let env = json!({"GOVERSION": "go1.23.9", "GOROOT": "/usr/local/go", "GOOS": "linux", "GOARCH": "amd64",
        "GOHOSTOS": "linux", "GOHOSTARCH": "amd64", "GOCACHE": "/cache", "CGO_ENABLED": "0", "GOMOD": format!("{dir}/go.mod")});
    (packages.map(|package| package.to_string()).join("\n"), env.to_string())
}

fn sources(folder: &Path) {
    for file in ["unsafe.go", "r.go", "sum.go", "main.go"] {
        fs::write(folder.join(file), "package x\n").unwrap();
    }
    fs::write(folder.join("a.s"), "TEXT \u{b7}Add(SB), 4, $0-24\n\tJMP other\u{b7}F(SB)\n").unwrap();
}

/// Runs it in a folder with lists; gives what it prints, and the program.
fn import(folder: &Path) -> (String, Value) {
    let (list, env) = lists(folder);
    let said = Test::within(folder)
        .file("list", list)
        .file("env", env)
        .args(["import", "--list", "list", "--env", "env", "-o", "program.json", "-trimpath", "."])
        .outcome();
    assert_eq!(said.status, 0, "{}", said.stderr);
    // What is said of action IDs holds with what is assumed, which is said, too.
    let claims = said.stdout.contains("the real ones");
    assert_eq!(said.stderr.contains("no version control stamp"), claims, "{}", said.stderr);
    (said.stdout, serde_json::from_slice(&fs::read(folder.join("program.json")).unwrap()).unwrap())
}

#[test]
fn without_a_list_the_commands_are_printed() {
    let said = Test::new().args(["import", "-o", "a b.json", "-tags", "x,y", "./cmd/x"]).prints();
    let expected = "# Run these where Go and the sources are; they write 'a b.json':\n\
        go env -json > env.json\n\
        go list -export -json -deps -tags x,y ./cmd/x > list.json\n\
        gostep import --list list.json --env env.json -o 'a b.json' -tags x,y ./cmd/x\n";
    assert_eq!(said, expected);
    let folder = tempfile::tempdir().unwrap();
    let said =
        Test::within(folder.path()).file("app/go.mod", "module app\n").args(["import", "--lang", "zh", "app"]).prints();
    assert!(said.contains("\ncd app\ngo env -json"), "{said}");
    assert!(said.starts_with("# 请在"), "{said}");
}

#[test]
fn sources_that_are_there_are_read() {
    let folder = tempfile::tempdir().unwrap();
    sources(folder.path());
    let (said, program) = import(folder.path());
    assert_eq!(said, "program.json: packages: 4; files read: 5, so action IDs are the real ones\n");
    assert_eq!(program["flags"], json!(["-trimpath"]));
    let sum = &program["packages"][2];
    assert_eq!(sum["Symabis"], json!(["def m/sum.Add ABI0", "ref other.F ABI0"]));
    assert_eq!(sum["Hashes"]["a.s"].as_str().map(str::len), Some(20), "{sum}");
    // What the lists do not tell is assumed, and said; the flag is kept.
    let built = Test::within(folder.path()).args(["build", "program.json", "-n"]).outcome();
    assert!(built.stdout.contains(" -trimpath \"") && built.stdout.contains("=>m/sum;"), "{}", built.stdout);
    assert!(built.stderr.starts_with("gostep: assumed"), "{}", built.stderr);
}

#[test]
fn what_is_not_there_is_said() {
    let folder = tempfile::tempdir().unwrap();
    sources(folder.path());
    fs::remove_file(folder.path().join("a.s")).unwrap();
    let (said, program) = import(folder.path());
    assert!(said.starts_with("program.json: packages: 4; files read: 4 of 5; action IDs"), "{said}");
    assert!(said.contains("a.s: "), "{said}");
    assert_eq!(program["packages"][2].get("Symabis"), None);
}

#[test]
fn bad_lists_are_refused_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (list, env) = lists(folder.path());
    let here = || Test::within(folder.path()).file("list", &list).file("env", &env);
    let all = ["import", "--list", "list", "--env", "env"];
    assert!(here().args(all).refuses().contains("-o FILE"));
    assert!(here().args(["import", "--list", "list", "-o", "p"]).refuses().contains("--env FILE"));
    let cut = &list[..list.len() - 5];
    assert!(here().file("list", cut).args(all).args(["-o", "p"]).refuses().contains("cut short"));
    assert!(here().args(all).args(["-o", "p", "-race", "."]).refuses().contains("made without -race"));
    assert!(here().args(["import", "--run-go", "--list", "list", "-o", "p"]).refuses().contains("--list"));
    assert!(here().args(["import", "--run-go", "--go", "./no-go", "-o", "p"]).outcome().stderr.contains("--go"));
    assert!(!folder.path().join("p").exists());
}

/// The program of a log is the one that was built: the same packages with the same files and imports, as far as a log tells.
#[test]
fn a_log_shows_a_program() {
    let sample = gostep_sim::program::load_embedded("hello").unwrap();
    for log in ["hello-go1.23.9-p1.log", "hello-go1.23.9-p4.log", "hello-go1.23.9-n.log"] {
        let text = fs::read_to_string(format!("tests/logs/{log}")).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let here = || Test::within(folder.path());
        let said = here().file("build.log", &text).args(["import", "--log", "build.log", "-o", "own.json"]).prints();
        assert!(said.contains("54 packages"), "{said}");
        let said = here().args(["verify", "build.log", "own.json"]).prints();
        assert!(said.contains(" equal: "), "{said}");
        let own = fs::read_to_string(folder.path().join("own.json")).unwrap();
        let own = gostep_sim::program::from_recorded_text("own", &own).unwrap();
        assert_eq!(own.packages.len(), sample.packages.len());
        for package in &own.packages {
            let known = sample.package(sample.find(&package.import_path).unwrap());
            let of = |program: &gostep_sim::program::Program, package: &gostep_sim::program::Package| {
                let paths = package.imports.iter().map(|&id| program.package(id).import_path.clone());
                paths.filter(|path| path != "unsafe").collect::<Vec<_>>()
            };
            assert_eq!(of(&own, package), of(&sample, known), "{}", package.import_path);
            if !package.is_builtin() {
                assert_eq!((&package.files.go, &package.files.asm), (&known.files.go, &known.files.asm));
                assert_eq!((package.standard, package.is_main()), (known.standard, known.is_main()));
            }
        }
    }
}

#[test]
fn a_log_that_shows_only_a_part_is_refused() {
    let cold = fs::read_to_string("tests/logs/hello-go1.23.9-p1.log").unwrap();
    let logs =
        ["cgo-go1.23.9-p1.log", "explain/partial-go1.22.log", "explain/vet-go1.24.log", "explain/run-go1.26.log"];
    let mut text = String::new();
    let files = logs.map(|log| (log, fs::read_to_string(format!("tests/logs/{log}")).unwrap()));
    let changed = [
        ("cut short", cold[..cold.len() / 2].to_owned()),
        (
            "a package less",
            cold.lines().filter(|line| !line.contains("-p internal/itoa ")).collect::<Vec<_>>().join("\n"),
        ),
        ("another file name", cold.replacen("/src/fmt/print.go", "/src/fmt/other/print.go", 1)),
        ("a line twice", cold.replacen("mkdir -p $WORK/b006/\n", "mkdir -p $WORK/b006/\nmkdir -p $WORK/b006/\n", 1)),
        ("no log", "hello\n".to_owned()),
        ("empty", String::new()),
    ];
    for (what, log) in files.into_iter().chain(changed) {
        let said =
            Test::new().file("build.log", log).args(["import", "--log", "build.log", "-o", "own.json"]).refuses();
        text.push_str(&format!("# {what}\n{said}[2]\n\n"));
        assert_eq!(said.lines().count(), 1, "{what}: {said}");
    }
    crate::support::assert_snapshot("import_logs_refused", &text);
}

/// A program with an embedded file, as go1.21.13 built it, and flags that the log shows.
#[test]
fn a_program_of_a_log_keeps_its_flags_and_embedded_files() {
    let folder = tempfile::tempdir().unwrap();
    let here = || Test::within(folder.path());
    let log = fs::read_to_string("tests/logs/embed-go1.21.13.log").unwrap();
    here().file("embed.log", &log).args(["import", "--log", "embed.log", "-o", "embed.json"]).prints();
    let said = here().args(["verify", "embed.log", "embed.json"]).prints();
    assert!(said.contains(" equal: "), "{said}");
    let text = fs::read_to_string(folder.path().join("embed.json")).unwrap();
    assert!(text.contains("\"EmbedFiles\""), "{text}");
    let flags = ["-gcflags=all=-N -l", "-ldflags=-s -X main.v=1", "-trimpath", "--gomaxprocs", "2"];
    let log = Test::new().args(["build", "-n"]).args(flags).outcome().stdout;
    here().file("flags.log", &log).args(["import", "--log", "flags.log", "-o", "flags.json"]).prints();
    let again = here().args(["build", "-n", "flags.json"]).prints();
    let compiles = |log: &str| {
        log.lines()
            .filter(|line| (line.contains(" -N -l ") && line.contains(" -c=2 ")) || line.contains("-X main.v=1"))
            .count()
    };
    assert_eq!((compiles(&again), compiles(&log)), (54, 54));
}
