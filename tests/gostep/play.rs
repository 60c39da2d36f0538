//! `gostep play` as a whole command.

use gostep_course::lesson::load::{self, load};
use gostep_course::words::Lang;

use crate::support::run::Test;

/// `gostep` beside a file `mine.yaml`.
fn beside(lesson: &str) -> Test {
    Test::new().file("mine.yaml", lesson)
}

#[test]
fn without_arguments_the_first_lesson_is_played() {
    // A pipe has no colours, whatever is set.
    let alone = Test::new().env("NO_COLOR", "").prints();
    assert_eq!(alone, Test::new().args(["play", load::FIRST]).prints());
    assert!(alone.contains("] Seventeen lines\n"));
    assert!(!alone.contains('\u{1b}'));
}

#[test]
fn the_language_comes_from_the_flag_or_the_locale() {
    let flag = Test::new().args(["--lang", "zh"]).prints();
    assert!(flag.contains("] 十七行\n"));
    assert_eq!(Test::new().env("LC_ALL", "zh_CN.UTF-8").prints(), flag);
}

#[test]
fn a_step_can_be_named() {
    let step = |step: &str| Test::new().args(["play", "order", "--step", step]);
    let text = step("recap").prints();
    let number = text.strip_prefix('[').and_then(|text| text.split_once('/')).unwrap().0;
    assert!(text.contains("What to keep in mind\n"));
    assert_eq!(text, step(number).prints());
    let error = step("recup").refuses();
    assert!(
        error.starts_with("gostep: lesson order has no step \"recup\" (did you mean \"recap\"?); give 1 to "),
        "{error}"
    );
}

#[test]
fn a_lesson_is_named_by_its_number_but_a_file_of_that_name_is_played_first() {
    let play = |lesson: &str| Test::new().args(["play", "--plain", lesson]);
    let second = load::names().nth(1).unwrap();
    let played = play("2").prints();
    assert_eq!(played, play(second).prints());
    let own = "gostep_lesson: 1\nid: x\ntitle: T\nprogram: hello\nsteps:\n  - id: a\n    title: Mine\n    say: x\n";
    let mine = play("2").file("2", own).prints();
    assert!(mine.contains("] Mine\n"), "{mine}");
}

#[test]
fn lessons_are_listed() {
    let list = Test::new().columns(80).arg("list").outcome().stdout;
    for name in load::names() {
        let lesson = load(name, Lang::En).unwrap();
        let line = list.lines().find(|line| line.contains(&lesson.title)).unwrap();
        assert!(line.contains(name) && line.contains(&lesson.steps.len().to_string()), "{line}");
    }
}

#[test]
fn what_cannot_be_played_is_said_in_a_sentence() {
    let known: Vec<_> = load::names().collect();
    Test::new()
        .args(["play", "oder"])
        .stderr(format!(
            "gostep: there is no lesson \"oder\" (did you mean \"order\"?); known lessons: {}; or name a YAML file\n",
            known.join(", ")
        ))
        .status(2)
        .run();
    let error = Test::new().args(["play", "nowhere/x.yaml"]).refuses();
    assert!(error.starts_with("gostep: cannot read nowhere/x.yaml: "), "{error}");
    let error = Test::new().file("folder/x", "").args(["play", "folder/"]).refuses();
    assert!(error.contains("cannot read"), "{error}");
    let error = Test::new().file("binary.yaml", [0xff, 0xfe]).args(["play", "binary.yaml"]).refuses();
    assert!(error.contains("is written in UTF-16"), "{error}");
}

#[test]
fn a_broken_file_is_reported_with_its_places() {
    let lesson = "gostep_lesson: 1\nid: mine\ntitle: T\nsteps:\n  - id: a\n    sya: x\n";
    let error = beside(lesson).args(["play", "mine.yaml"]).refuses();
    assert!(error.contains("mine.yaml:6:5: unknown name \"sya\" (did you mean \"say\"?)"), "{error}");
}

#[test]
fn terms_must_be_in_a_glossary() {
    let lesson = "gostep_lesson: 1\nid: mine\ntitle: T\nsteps:\n  - id: a\n    \
                  say: see [archives](term:archive) and [gophers](term:gophers)\n";
    let error = beside(lesson).args(["play", "mine.yaml"]).refuses();
    assert!(error.contains("mine.yaml:6:58: the glossary has no term \"gophers\""), "{error}");
    let glossary = "gostep_glossary: 1\nterms: {gophers: {term: gophers, text: rodents}}\n";
    let text = beside(lesson).file("glossary.yaml", glossary).args(["play", "mine.yaml"]).prints();
    assert!(text.contains("see archives and gophers"), "{text}");
}

#[test]
fn a_lesson_reads_nothing_outside_its_folder() {
    for program in ["/etc/passwd", "../x.json", "sub/../../x.json"] {
        let text = format!("gostep_lesson: 1\nid: mine\ntitle: T\nprogram: {program}\nsteps: [{{id: a, say: x}}]\n");
        let error = beside(&text).args(["play", "mine.yaml"]).refuses();
        assert!(error.contains("mine.yaml:4:10: ") && error.contains("is not in the folder of the lesson"), "{error}");
    }
}

#[test]
fn a_stale_translation_falls_back_and_is_reported() {
    let lesson = "gostep_lesson: 1\nid: mine\ntitle: T\nsteps: [{id: a, say: original}]\n";
    let overlay = "gostep_lesson: 1\ntranslates: mine\nlang: zh\nsteps:\n  a: {of: {say: older}, say: 旧译文}\n";
    let played = beside(lesson).file("mine.zh.yaml", overlay).args(["play", "mine.yaml", "--lang", "zh"]).outcome();
    assert_eq!(played.status, 0);
    assert!(
        played.stdout.contains("original") && played.stdout.contains("（本步骤有文字尚无译文）"),
        "{}",
        played.stdout
    );
    let notices = played.stderr;
    assert!(notices.contains("mine.zh.yaml:5:17：翻译之后 say: 的原文有改动"), "{notices}");
}
