//! `gostep lesson` as instructors use it.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::support::assert_snapshot;
use crate::support::run::{Test, command};

/// `gostep lesson …` in a folder.
fn lesson(folder: &Path, args: &[&str]) -> Test {
    Test::within(folder).arg("lesson").args(args)
}

/// Of flags that nobody recorded gostep knows the commands, not what is in the files.
#[test]
fn panels_that_only_say_that_nothing_is_known_are_warned_of() {
    let folder = tempfile::tempdir().unwrap();
    let text = "gostep_lesson: 1\nid: x\ntitle: T\nprogram: hello\nsteps:\n  - id: a\n    say: x\n    \
        build: { p: 1, trimpath: true }\n    to: end\n    show:\n      - archive: fmt\n      - view: layers\n      \
        - symbols: main.main\n      - functions: fmt\n      - view: executable\n     ";
    fs::write(folder.path().join("x.yaml"), text).unwrap();
    assert_eq!(lesson(folder.path(), &["check", "x.yaml"]).outcome().status, 0, "it can be played");
    let checked = lesson(folder.path(), &["check", "--strict", "x.yaml"]).outcome();
    assert_eq!(checked.status, 1);
    let said = [checked.stdout, checked.stderr].concat();
    let lines: Vec<&str> = said.lines().filter(|line| line.contains("nothing is known of it")).collect();
    assert_eq!(lines.len(), 4, "{said}");
    for (line, number) in lines.iter().zip([11, 13, 14, 15]) {
        assert!(line.starts_with(&format!("x.yaml:{number}:")), "{said}");
    }
}

#[test]
fn from_nothing_to_a_tested_lesson() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (name, lang) in [("intro", "en"), ("rumen", "zh")] {
        lesson(folder, &["new", name, "--lang", lang]).prints();
        let file = format!("{name}.yaml");
        let can_be_played = format!("{file}: can be played: 6 steps, {lang}\n");
        lesson(folder, &["check", "--strict", &file]).stdout(can_be_played).run();
    }
    assert!(folder.join("lesson.schema.json").is_file(), "the first line of a lesson names it");

    lesson(folder, &["new", "intro"])
        .stderr("gostep: intro.yaml exists; give another name, or remove it first\n")
        .status(2)
        .run();

    let first = lesson(folder, &["test"]).outcome();
    assert_eq!(first.status, 1);
    assert!(first.stdout.contains("intro.en.txt: nothing is kept yet"), "{}", first.stdout);
    assert_eq!(lesson(folder, &["test", "--update"]).outcome().status, 0);
    lesson(folder, &["test"])
        .stdout("intro.en.txt: as it was kept\nrumen.zh.txt: as it was kept\n2 tested, all well\n")
        .run();

    let file = folder.join("intro.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("The marked words\n      name", "These words\n      name")).unwrap();
    let changed = lesson(folder, &["test", "intro.yaml"]).outcome();
    assert_eq!(changed.status, 1);
    assert_snapshot("lesson_test_differs", &changed.stdout);

    fs::write(&file, text.replace("package: os,", "package: so,")).unwrap();
    let broken = lesson(folder, &["test", "intro.yaml"]).outcome();
    assert_eq!(broken.status, 1);
    assert!(broken.stdout.starts_with("intro.yaml cannot be played:\nintro.yaml:"), "{}", broken.stdout);
}

#[test]
fn names_that_are_none_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["My Lesson", "课程", "", "a/..", "x.yaml.yaml", "sub/", "glossary", "-x"] {
        let refused = lesson(folder.path(), &["new", "--", name]).outcome();
        assert_eq!(refused.status, if name == "-x" { 0 } else { 2 }, "{name}: {}", refused.stderr);
    }
    let nowhere = lesson(folder.path(), &["new", "no/such/folder/x"]).refuses();
    assert!(nowhere.contains("there is no folder \"no/such/folder\""), "{nowhere}");
    let meant = lesson(folder.path(), &["new", "My Lesson"]).refuses();
    assert!(meant.contains("such as my-lesson"), "{meant}");
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
}

#[test]
fn exit_codes_of_check() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let code = |args: &[&str]| lesson(folder, &[&["check"], args].concat()).outcome().status;
    assert_eq!(code(&[]), 0, "the lessons that come with gostep");
    assert_eq!(code(&["--strict"]), 0, "without a warning");
    assert_eq!(code(&["order"]), 0);
    assert_eq!(code(&["ordre"]), 2, "no such lesson");
    assert_eq!(code(&["nowhere.yaml"]), 2, "no such file");
    assert_eq!(code(&["nowhere/"]), 2, "no such folder");
    assert_eq!(code(&["."]), 2, "a folder without lessons");
    fs::write(folder.join("bad.yaml"), "gostep_lesson: 1\n").unwrap();
    assert_eq!(code(&["bad.yaml"]), 1, "a lesson with mistakes");
    assert_eq!(code(&["."]), 1);
    fs::write(folder.join("binary.yaml"), [0, 159, 146, 150]).unwrap();
    assert_eq!(code(&["binary.yaml"]), 1, "a file that is no text");
    assert_eq!(code(&["bad.yaml", "nowhere.yaml"]), 2);
}

#[test]
fn editors_get_json() {
    let found = Test::new()
        .file("x.yaml", "gostep_lesson: 1\nid: x\ntitel: T\nsteps:\n  - id: a\n    say: x\n")
        .args(["lesson", "check", "--json", "x.yaml"])
        .outcome();
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_snapshot("lesson_check_json", &found.stdout);
}

#[test]
fn many_files_in_a_narrow_terminal() {
    let found = Test::new()
        .file("week-1/一.yaml", "gostep_lesson: 1\nid: yi\ntitle: T\nlang: zh\nsteps:\n  - id: a\n    say: 一共有 {{ cuont(packages) }} 个包，它们一个接一个地构建，直到最后一个。\n")
        .file("week-1/b.zh.yaml", "gostep_lesson: 1\ntranslates: b\n")
        .file("week-1/notes.txt", "not a lesson")
        .file("week-1/empty/notes.txt", "nor this")
        .columns(40)
        .args(["lesson", "check", "."])
        .outcome();
    assert_eq!((found.status, found.stderr.as_str()), (1, ""));
    assert_snapshot("lesson_check_narrow", &found.stdout);
}

#[test]
fn every_lesson_command_has_help() {
    for (name, args) in [
        ("lesson_help", ["lesson", "--help"].as_slice()),
        ("lesson_check_help", &["lesson", "check", "--help"]),
        ("lesson_test_help", &["lesson", "test", "--help"]),
        ("lesson_watch_help", &["lesson", "watch", "--help"]),
    ] {
        assert_snapshot(name, &Test::new().args(args).prints());
    }
}

/// `gostep lesson watch` at work.
struct Watching {
    child: std::process::Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(file: &Path) -> Self {
        let file = file.to_str().unwrap();
        let mut child =
            command().args(["lesson", "watch", file]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines }
    }

    /// Everything up to the line that ends a screen.
    fn screen(&self) -> String {
        let mut text = String::new();
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            let left = end.saturating_duration_since(Instant::now());
            let line = self.lines.recv_timeout(left).unwrap_or_else(|_| panic!("no screen after:\n{text}"));
            if line.starts_with("watching ") {
                return text;
            }
            text.push_str(&line);
            text.push('\n');
        }
    }

    fn type_line(&mut self, line: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{line}").unwrap();
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn watch_goes_to_the_changed_step_and_keeps_the_last_good_version() {
    let folder = tempfile::tempdir().unwrap();
    lesson(folder.path(), &["new", "x", "--lang", "en"]).prints();
    let file: PathBuf = folder.path().join("x.yaml");
    let text = fs::read_to_string(&file).unwrap();
    let mut watching = Watching::start(&file);
    assert!(watching.screen().contains("[1/6]"));

    fs::write(&file, text.replace("The marked words", "These words")).unwrap();
    let screen = watching.screen();
    assert!(screen.contains("[3/6]") && screen.contains("These words"), "{screen}");

    // Many editors write another file and give it the name of the old one.
    let other = folder.path().join("x.yaml.tmp");
    fs::write(&other, text.replace("package: fmt", "package: fnt")).unwrap();
    fs::rename(&other, &file).unwrap();
    let screen = watching.screen();
    assert!(screen.contains("These words") && screen.contains("did you mean \"fmt\"?"), "{screen}");

    // Gone for a while: nothing happens.
    fs::remove_file(&file).unwrap();
    std::thread::sleep(Duration::from_millis(500));
    fs::write(&file, text.replace("Keep in mind", "Do not forget")).unwrap();
    let screen = watching.screen();
    assert!(!screen.contains(": error: "), "{screen}");

    watching.type_line("recap");
    assert!(watching.screen().contains("[5/6] Do not forget"));
    watching.type_line("b");
    assert!(watching.screen().contains("[4/6]"));
    watching.type_line("q");
    assert!(watching.child.wait().unwrap().success());
}

#[test]
fn a_lesson_that_is_not_there_cannot_be_watched() {
    let said = Test::new().args(["lesson", "watch", "nowhere.yaml"]).refuses();
    assert!(said.starts_with("gostep: cannot read nowhere.yaml"), "{said}");
}

#[test]
fn a_draft_about_a_program_can_be_checked_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let program = include_str!("../../lessons/programs/pair.json");
    let here = || Test::within(folder.path());
    let said = here().file("pair.json", program).args(["lesson", "from", "pair.json", "mine"]).prints();
    assert!(said.contains("mine.yaml"), "{said}");
    here().args(["lesson", "check", "--strict", "mine.yaml"]).prints();
    let played = here().args(["play", "mine.yaml"]).prints();
    assert!(played.contains("A package with assembly: internal/abi"), "{played}");
    // Nothing is overwritten, and the program has to be where the lesson can read it.
    assert!(here().args(["lesson", "from", "pair.json", "mine"]).refuses().contains("exists"));
    fs::create_dir(folder.path().join("sub")).unwrap();
    assert!(here().args(["lesson", "from", "pair.json", "sub/other"]).refuses().contains("folder of the lesson"));
    let log =
        here().file("build.log", "WORK=/tmp/go-build1\n").args(["lesson", "from", "build.log", "other"]).refuses();
    assert!(log.contains("the log has no link"), "{log}");
    assert!(!folder.path().join("other.yaml").exists());
}

#[test]
fn a_draft_about_the_program_of_a_log_can_be_checked_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let here = || Test::within(folder.path()).file("build.log", include_str!("../logs/hello-go1.23.9-p4.log"));
    let said = here().args(["lesson", "from", "build.log", "mine"]).prints();
    assert!(said.contains("mine.json: 54 packages") && said.contains("mine.yaml"), "{said}");
    here().args(["lesson", "check", "--strict", "mine.yaml"]).prints();
    let played = here().args(["play", "mine.yaml"]).prints();
    assert!(played.contains("A package with assembly: internal/abi"), "{played}");
    fs::remove_file(folder.path().join("mine.yaml")).unwrap();
    assert!(here().args(["lesson", "from", "build.log", "mine"]).refuses().contains("mine.json exists"));
}

#[test]
fn what_stands_around_problems_is_in_the_language_asked_for() {
    let check = |paths: &[&str]| {
        let lesson = "gostep_lesson: 1\nid: x\ntitel: T\nsteps:\n  - id: a\n    say: x\n";
        let test = Test::new().file("x.yaml", lesson).args(["lesson", "check", "--lang", "zh"]).args(paths);
        test.outcome().stdout
    };
    let broken = check(&["x.yaml"]);
    assert!(broken.starts_with("x.yaml:3:1: 错误："), "{broken}");
    assert!(broken.contains("  建议：") && broken.contains(" 个错误"), "{broken}");
    let good = check(&["order"]);
    assert!(good.contains("：可以播放：") && good.contains(" 步，en、zh\n"), "{good}");
}
