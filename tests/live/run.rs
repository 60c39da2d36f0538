//! Programs that a live Go builds and runs, and their simulated runs: what they print, and how they end.

use std::collections::BTreeMap;
use std::path::Path;

use gostep_sim::gorun::{Change, Program, SAMPLE, Setting, State, shipped, shipped_names};

use crate::go_command::Go;
use crate::toolchain::{SAMPLE_RELEASE, goroot};

/// In about one of ten real runs another thread takes the P during a system call, which can change who runs when.
const TRIES: u32 = 5;

/// What a process printed on standard output and standard error, and its exit status.
#[derive(Debug, PartialEq, Eq)]
struct Outcome(String, String, i32);

fn simulated(source: &str, file: &str, setting: &Setting) -> Outcome {
    let state = State::after(&Program::parse(source, file).unwrap().run(setting).unwrap());
    Outcome(state.stdout, state.stderr, state.exited.unwrap().into())
}

fn real(go: &Go, gomaxprocs: usize) -> Outcome {
    let output = go.command(go.dir.join("main")).env("GOMAXPROCS", gomaxprocs.to_string()).output().unwrap();
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
    let mut sources: BTreeMap<String, String> =
        shipped_names().map(|name| (name.to_owned(), shipped(name).unwrap().to_owned())).collect();
    for path in std::fs::read_dir(programs).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        assert_eq!(sources.insert(name, std::fs::read_to_string(&path).unwrap()), None, "{}", path.display());
    }
    assert!(sources.len() > 20, "only {sources:?}");
    for (name, source) in sources {
        let dir = folder.path().canonicalize().unwrap().join(&name);
        std::fs::create_dir(&dir).unwrap();
        std::fs::write(dir.join("main.go"), &source).unwrap();
        let release = SAMPLE_RELEASE;
        let go = Go { release, goroot: goroot(release), dir, cache: cache.clone(), environment: BTreeMap::new() };
        go.log(&["build", "-o", "main", "main.go"]);
        let expected = simulated(&source, go.dir.join("main.go").to_str().unwrap(), &Setting::default());
        let equal = (0..TRIES).any(|_| real(&go, 1) == expected);
        assert!(equal, "{}:\nreal {:#?}\nsimulated {expected:#?}", name, real(&go, 1));
    }
}

/// How many ways of a run are looked at to find what a real one did.
const WAYS: u64 = 2_000;

#[test]
#[ignore = "needs a live Go"]
fn changed_programs_do_what_some_run_does() {
    let folder = tempfile::tempdir().unwrap();
    let cache = folder.path().join("cache");
    let changes = [
        "sleep=40ms",
        "no-sleep",
        "gosched",
        "panic",
        "exit=3",
        "goroutines=1",
        "goroutines=3",
        "goroutines=40",
        "deadlock",
        "busy",
    ];
    for word in changes {
        // The real program sleeps for milliseconds instead of seconds, so that this takes no minutes.
        let source =
            Change::parse(word).unwrap().source(SAMPLE).unwrap().replace("* time.Second", "* 20 * time.Millisecond");
        let dir = folder.path().canonicalize().unwrap().join(word);
        std::fs::create_dir(&dir).unwrap();
        std::fs::write(dir.join("main.go"), &source).unwrap();
        let release = SAMPLE_RELEASE;
        let go = Go { release, goroot: goroot(release), dir, cache: cache.clone(), environment: BTreeMap::new() };
        go.log(&["build", "-o", "main", "main.go"]);
        let file = go.dir.join("main.go");
        let program = file.to_str().unwrap();
        for gomaxprocs in [1, 2, 4] {
            let usual = Setting { gomaxprocs, ..Setting::default() };
            for _ in 0..TRIES {
                let outcome = real(&go, gomaxprocs);
                let same = |seed| simulated(&source, program, &Setting { seed, ..usual.clone() }) == outcome;
                assert!(
                    same(None) || (0..WAYS).any(|seed| same(Some(seed))),
                    "{word}, GOMAXPROCS={gomaxprocs}: {outcome:#?}"
                );
            }
        }
    }
}
