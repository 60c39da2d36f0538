//! Programs that a live Go builds and runs, and their simulated runs: what they print, and how they end.

use std::collections::BTreeMap;
use std::path::Path;

use gostep_sim::gorun::{Program, Setting, State};

use crate::go_command::Go;
use crate::toolchain::{SAMPLE_RELEASE, goroot};

/// In about one of ten real runs another thread takes the P during a system call, which can change who runs when.
const TRIES: u32 = 5;

/// What a process printed on standard output and standard error, and its exit status.
#[derive(Debug, PartialEq, Eq)]
struct Outcome(String, String, i32);

fn simulated(source: &str, file: &str) -> Outcome {
    let state = State::after(&Program::parse(source, file).unwrap().run(&Setting::default()).unwrap());
    Outcome(state.stdout, state.stderr, state.exited.unwrap().into())
}

fn real(go: &Go) -> Outcome {
    let output = go.command(go.dir.join("main")).env("GOMAXPROCS", "1").output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Outcome(text(output.stdout), program_frames(&text(output.stderr)), output.status.code().unwrap())
}

/// A traceback without what the simulation does not know: frames inside of package sync, and offsets in the code.
fn program_frames(stderr: &str) -> String {
    let mut kept = String::new();
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("sync.") {
            lines.next();
            continue;
        }
        let line = line
            .rfind(" +0x")
            .filter(|_| line.starts_with('\t'))
            .map_or(line.to_owned(), |at| format!("{} +0x?", &line[..at]));
        kept.push_str(&line);
        kept.push('\n');
    }
    kept
}

#[test]
#[ignore = "needs a live Go"]
fn programs_print_and_end_as_simulated() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/run");
    let mut names: Vec<_> = std::fs::read_dir(programs).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    assert!(names.len() > 20, "only {names:?}");
    for path in names {
        let source = std::fs::read_to_string(&path).unwrap();
        let dir = folder.path().canonicalize().unwrap().join(path.file_stem().unwrap());
        std::fs::create_dir(&dir).unwrap();
        std::fs::write(dir.join("main.go"), &source).unwrap();
        let release = SAMPLE_RELEASE;
        let go = Go { release, goroot: goroot(release), dir, cache: cache.clone(), environment: BTreeMap::new() };
        go.log(&["build", "-o", "main", "main.go"]);
        let expected = simulated(&source, go.dir.join("main.go").to_str().unwrap());
        let equal = (0..TRIES).any(|_| real(&go) == expected);
        assert!(equal, "{}:\nreal {:#?}\nsimulated {expected:#?}", path.display(), real(&go));
    }
}
