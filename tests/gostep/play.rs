//! `gostep play` as a whole command.

use std::process::{Command, Output};

use gostep::lesson::load::{self, load};
use gostep::words::Lang;

fn gostep(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gostep"))
        .args(args)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .env("COLUMNS", "80")
        .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The command must fail with exit code 2, print nothing, and say this.
fn refused(args: &[&str]) -> String {
    let output = gostep(args);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn without_arguments_the_first_lesson_is_played() {
    let alone = gostep(&[]);
    assert!(alone.status.success());
    assert_eq!(alone.stdout, gostep(&["play", load::FIRST]).stdout);
    assert!(stdout(&alone).contains("] Seventeen lines\n"));
    assert!(!stdout(&alone).contains('\u{1b}'));
}

#[test]
fn the_language_comes_from_the_flag_or_the_locale() {
    let flag = gostep(&["--lang", "zh"]);
    assert!(stdout(&flag).contains("] 十七行\n"));
    let locale = Command::new(env!("CARGO_BIN_EXE_gostep"))
        .env("LC_ALL", "zh_CN.UTF-8")
        .env("COLUMNS", "80")
        .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
        .output()
        .unwrap();
    assert_eq!(locale.stdout, flag.stdout);
}

#[test]
fn a_step_can_be_named() {
    let text = stdout(&gostep(&["play", "order", "--step", "recap"]));
    let number = text.strip_prefix('[').and_then(|text| text.split_once('/')).unwrap().0;
    assert!(text.contains("What to keep in mind\n"));
    assert_eq!(text, stdout(&gostep(&["play", "order", "--step", number])));
    let error = refused(&["play", "order", "--step", "recup"]);
    assert!(
        error.starts_with("gostep: lesson order has no step \"recup\" (did you mean \"recap\"?); give 1 to "),
        "{error}"
    );
}

#[test]
fn lessons_are_listed() {
    let list = stdout(&gostep(&["list"]));
    for name in load::names() {
        let lesson = load(name, Lang::En).unwrap();
        let line = list.lines().find(|line| line.contains(&lesson.title)).unwrap();
        assert!(line.contains(name) && line.contains(&lesson.steps.len().to_string()), "{line}");
    }
}

#[test]
fn what_cannot_be_played_is_said_in_a_sentence() {
    let known: Vec<_> = load::names().collect();
    assert_eq!(
        refused(&["play", "oder"]),
        format!(
            "gostep: there is no lesson \"oder\" (did you mean \"order\"?); known lessons: {}; or name a YAML file\n",
            known.join(", ")
        )
    );
    assert!(refused(&["play", "nowhere/x.yaml"]).starts_with("gostep: cannot read nowhere/x.yaml: "));
    let folder = tempfile::tempdir().unwrap();
    assert!(refused(&["play", folder.path().join("").to_str().unwrap()]).contains("cannot read"));
    let binary = folder.path().join("binary.yaml");
    std::fs::write(&binary, [0xff, 0xfe]).unwrap();
    assert!(refused(&["play", binary.to_str().unwrap()]).contains("is written in UTF-16"));
}

#[test]
fn a_broken_file_is_reported_with_its_places() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.yaml");
    std::fs::write(&path, "gostep_lesson: 1\nid: mine\ntitle: T\nsteps:\n  - id: a\n    sya: x\n").unwrap();
    let error = refused(&["play", path.to_str().unwrap()]);
    assert!(error.contains("mine.yaml:6:5: unknown name \"sya\" (did you mean \"say\"?)"), "{error}");
}

#[test]
fn terms_must_be_in_a_glossary() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.yaml");
    let steps = "steps:\n  - id: a\n    say: see [archives](term:archive) and [gophers](term:gophers)\n";
    std::fs::write(&path, format!("gostep_lesson: 1\nid: mine\ntitle: T\n{steps}")).unwrap();
    let error = refused(&["play", path.to_str().unwrap()]);
    assert!(error.contains("mine.yaml:6:58: the glossary has no term \"gophers\""), "{error}");
    let glossary = "gostep_glossary: 1\nterms: {gophers: {term: gophers, text: rodents}}\n";
    std::fs::write(folder.path().join("glossary.yaml"), glossary).unwrap();
    let text = stdout(&gostep(&["play", path.to_str().unwrap()]));
    assert!(text.contains("see archives and gophers"), "{text}");
}

#[test]
fn a_lesson_reads_nothing_outside_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.yaml");
    for program in ["/etc/passwd", "../x.json", "sub/../../x.json"] {
        let text = format!("gostep_lesson: 1\nid: mine\ntitle: T\nprogram: {program}\nsteps: [{{id: a, say: x}}]\n");
        std::fs::write(&path, text).unwrap();
        let error = refused(&["play", path.to_str().unwrap()]);
        assert!(error.contains("mine.yaml:4:10: ") && error.contains("is not in the folder of the lesson"), "{error}");
    }
}

#[test]
fn a_stale_translation_falls_back_and_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.yaml");
    std::fs::write(&path, "gostep_lesson: 1\nid: mine\ntitle: T\nsteps: [{id: a, say: original}]\n").unwrap();
    let overlay = "gostep_lesson: 1\ntranslates: mine\nlang: zh\nsteps:\n  a: {of: \"00000000\", say: 旧译文}\n";
    std::fs::write(folder.path().join("mine.zh.yaml"), overlay).unwrap();
    let output = gostep(&["play", path.to_str().unwrap(), "--lang", "zh"]);
    assert!(output.status.success());
    assert!(stdout(&output).contains("original"));
    assert!(stdout(&output).contains("（本步骤尚无译文）"));
    let notices = String::from_utf8(output.stderr).unwrap();
    assert!(notices.contains("mine.zh.yaml:5:11: the original has changed since this was translated"), "{notices}");
}
