//! A lesson from anyone cannot read outside its folder, hang the program, eat memory or steer the terminal.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const HEAD: &str = "gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n";

/// Runs `gostep` with at most two gigabytes of addresses and one minute (the tests run without optimization, and
/// beside each other), where the system has such a limit.
fn run(folder: &Path, args: &str) -> Output {
    let line = format!("ulimit -v 2000000 2>/dev/null; exec '{}' {args}", env!("CARGO_BIN_EXE_gostep"));
    let mut child = Command::new("sh")
        .args(["-c", &line])
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::from(fs::File::create(folder.join("stdout")).unwrap()))
        .stderr(Stdio::from(fs::File::create(folder.join("stderr")).unwrap()))
        .spawn()
        .unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > end {
            child.kill().unwrap();
            panic!("gostep {args} does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    let output = Output {
        status,
        stdout: fs::read(folder.join("stdout")).unwrap(),
        stderr: fs::read(folder.join("stderr")).unwrap(),
    };
    assert!(matches!(output.status.code(), Some(0..=2)), "gostep {args}: {output:?}");
    output
}

fn check(folder: &Path, lesson: &str) -> String {
    fs::write(folder.join("x.yaml"), lesson).unwrap();
    String::from_utf8(run(folder, "lesson check x.yaml").stdout).unwrap()
}

#[test]
fn programs_are_files_beside_the_lesson() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::create_dir(folder.join("inside")).unwrap();
    fs::write(folder.join("secret.json"), "{\"secret\": 1}").unwrap();
    let inside = folder.join("inside");
    assert!(Command::new("mkfifo").arg(inside.join("pipe.json")).status().unwrap().success());
    symlink("/dev/zero", inside.join("zero.json")).unwrap();
    symlink("/etc/passwd", inside.join("passwd.json")).unwrap();
    symlink("../secret.json", inside.join("link.json")).unwrap();
    symlink("..", inside.join("up")).unwrap();
    let huge = fs::File::create(inside.join("huge.json")).unwrap();
    huge.set_len(100 << 30).unwrap();
    for (program, said) in [
        ("./pipe.json", "is not a file"),
        ("./zero.json", "is not in the folder of the lesson"),
        ("./passwd.json", "is not in the folder of the lesson"),
        ("./link.json", "is not in the folder of the lesson"),
        ("./up/secret.json", "is not in the folder of the lesson"),
        ("../secret.json", "is not in the folder of the lesson"),
        ("/etc/passwd", "is not in the folder of the lesson"),
        ("./huge.json", "has more than"),
        (".", "is not a file"),
    ] {
        let found =
            check(&inside, &format!("{}program: {program}\nsteps:\n  - id: a\n    say: x\n", &HEAD[..HEAD.len() - 7]));
        let found = found.replace("\n  ", " ");
        assert!(found.contains(said) && !found.contains("secret\""), "{program}: {found}");
    }
}

#[test]
fn the_largest_lessons_are_read_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let steps = |count: usize, step: &dyn Fn(usize) -> String| {
        (0..count).fold(HEAD.to_owned(), |mut text, number| {
            write!(text, "  - id: s{number}\n    {}\n", step(number)).unwrap();
            text
        })
    };
    let facts = "{{ marked_lines }}{{ longest_chain }}".repeat(200);
    for lesson in [
        steps(300, &|_| format!("say: \"{facts}\"")),
        steps(300, &|_| "show: [{view: layers}, {view: workers}, {view: critical-path}]".to_owned()),
        steps(300, &|_| "ask: {kind: predict, text: q, predict: rebuilt, change: export=path}".to_owned()),
        steps(300, &|_| "say: \"{{ rebuilt('export=path') }} {{ fails('no-symabis=runtime') }}\"".to_owned()),
        steps(20, &|number| format!("build: {{fresh: true, p: {}}}\n    to: end\n    say: x", number + 1)),
        steps(300, &|_| "ask: {kind: choice, text: q, options: [{text: a, right: true}, {text: b}]}".to_owned()),
    ] {
        check(folder.path(), &lesson);
        run(folder.path(), "play --plain x.yaml");
    }
}

#[test]
fn nothing_of_a_lesson_steers_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let name = "\u{1b}]0;title\u{7}.yaml";
    fs::write(folder.path().join(name), format!("{HEAD}  - id: a\n    say: \"\u{1b}[2J\"\n")).unwrap();
    fs::write(folder.path().join("y.yaml"), format!("{HEAD}  - id: a\n    say: \"\\e[2J\"\n    \"\\e[1m\": x\n"))
        .unwrap();
    for command in ["lesson check .", "lesson check --json .", "lesson test .", "play --plain y.yaml"] {
        let output = run(folder.path(), command);
        let all = [output.stdout, output.stderr].concat();
        assert!(!all.contains(&0x1b) && !all.contains(&7), "{command}: {}", String::from_utf8_lossy(&all));
    }
}

#[test]
fn folders_that_lead_back_are_walked_once() {
    let folder = tempfile::tempdir().unwrap();
    symlink(".", folder.path().join("loop")).unwrap();
    fs::write(folder.path().join("x.yaml"), format!("{HEAD}  - id: a\n    say: x\n")).unwrap();
    let output = run(folder.path(), "lesson check .");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "x.yaml: can be played: 1 step, en\n");
}

/// A snapshot is a file that anyone can put there.
#[test]
fn a_snapshot_that_is_a_device_or_a_folder_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), "lesson new x --lang en").status.success());
    let snapshot = folder.path().join("x.en.txt");
    symlink("/dev/zero", &snapshot).unwrap();
    let device = run(folder.path(), "lesson test");
    fs::remove_file(&snapshot).unwrap();
    fs::create_dir(&snapshot).unwrap();
    for outcome in [device, run(folder.path(), "lesson test")] {
        assert_eq!(outcome.status.code(), Some(2));
        let said = String::from_utf8(outcome.stderr).unwrap();
        assert_eq!(said, "gostep: cannot read x.en.txt: it is not a file\n");
    }
}
