//! `gostep lesson translate` and `gostep lesson eval`: a translation from its beginning to a changed original, and values.

use std::fs;
use std::path::Path;

use crate::support::run::Test;

const LESSON: &str = r#"gostep_lesson: 1
id: mine
title: "My lesson"
steps:
  - id: one
    title: "First: a \"step\""
    to: { package: os, state: done }
    say: |
      There are {{ count(packages) }} packages.

      - and a list
    ask:
      kind: choice
      text: "Which one?"
      options:
        - { text: "this", right: true, why: "It is." }
        - { text: "that", why: "It is not." }
      hints: ["Think."]
  - id: two
    say: The second one.
"#;

fn translate(folder: &Path, args: &[&str]) -> String {
    let args = [&["lesson", "translate", "mine.yaml", "zh", "--lang", "en"], args].concat();
    Test::within(folder).args(args).prints()
}

fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn said(folder: &Path, lang: &str) -> String {
    Test::within(folder).args(["play", "mine.yaml", "--lang", lang]).outcome().stdout
}

#[test]
fn a_translation_is_begun_and_kept_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("mine.yaml"), LESSON).unwrap();
    assert!(translate(folder, &[]).starts_with("wrote mine.zh.yaml: 10 texts to translate\n"));
    let begun = fs::read_to_string(folder.join("mine.zh.yaml")).unwrap();
    assert!(translate(folder, &[]).ends_with("still in the words of the original: 10\nnothing to do\n"));
    assert_eq!(fs::read_to_string(folder.join("mine.zh.yaml")).unwrap(), begun, "nothing is written for nothing");
    replace(folder, "mine.zh.yaml", "\n    say: \"The second one.\"", "\n    say: \"第二步。\"");
    let options = "        - text: \"this\"\n          why: \"It is.\"\n        - text: \"that\"";
    let translated = "        - text: \"这个\"\n          why: \"是的。\"\n        - text: \"那个\"";
    replace(folder, "mine.zh.yaml", options, translated);
    // One word changes: only the text with it falls back.
    replace(folder, "mine.yaml", "It is.", "It is so.");
    let played = said(folder, "zh");
    assert!(played.contains("那个") && played.contains("第二步。") && played.contains("It is so."), "{played}");
    let changed = translate(folder, &[]);
    assert!(
        changed.contains(
            "step one, ask.options[0].why: the original has changed\n    - It is.\n    + It is so.\n  the \
             translation:\n    是的。\n"
        ),
        "{changed}"
    );
    assert!(changed.ends_with("gostep lesson translate mine.yaml zh --accept one\n"), "{changed}");
    translate(folder, &["--accept", "one", "--accept-head"]);
    assert!(translate(folder, &[]).ends_with("nothing to do\n"));
    assert!(said(folder, "zh").contains("是的。"));
    // A step that is added comes with its originals.
    replace(folder, "mine.yaml", "  - id: two", "  - id: new\n    say: \"New {{ lines }}.\"\n  - id: two");
    assert!(translate(folder, &[]).contains("steps that were added with their originals: 1\n"));
    assert!(translate(folder, &[]).ends_with("nothing to do\n"));
    let check = Test::within(folder).args(["lesson", "check", "mine.yaml"]).outcome();
    assert_eq!(check.status, 0, "{}", check.stdout);
}

#[test]
fn fingerprints_stay_fingerprints_and_old_ones_are_written_anew() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("mine.yaml"), LESSON).unwrap();
    let old = "gostep_lesson: 1\ntranslates: mine\nlang: zh\nof: \"12345678\"\ntitle: 题\nsteps:\n  two:\n    # remark\n    \
               of: \"00000000\"\n    say: 第二步。\n";
    fs::write(folder.join("mine.zh.yaml"), old).unwrap();
    translate(folder, &["--accept", "two", "--accept-head"]);
    let now = fs::read_to_string(folder.join("mine.zh.yaml")).unwrap();
    let is_kept = now.contains("    # remark\n    of: { say: \"") && now.contains("\nof: { title: \"");
    assert!(is_kept && now.contains("    say: 第二步。\n"), "{now}");
    assert!(said(folder, "zh").contains("第二步。"));
    let json: serde_json::Value = serde_json::from_str(&translate(folder, &["--json"])).unwrap();
    let texts = json["texts"].as_array().unwrap();
    let standing = |name: &str, step: Option<&str>| {
        let found = texts.iter().find(|text| text["name"] == name && text["step"].as_str() == step).unwrap();
        found["standing"].as_str().unwrap().to_owned()
    };
    assert_eq!(standing("title", None), "current");
    assert_eq!(standing("say", Some("two")), "current");
    assert_eq!(standing("ask.hints[0]", Some("one")), "missing");
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("mine.yaml"), LESSON).unwrap();
    let refused =
        |args: &[&str]| Test::within(folder).args([&["lesson", "translate", "--lang", "en"], args].concat()).refuses();
    assert!(refused(&["mine.yaml", "en"]).contains("is itself written in this language (en)"));
    assert!(refused(&["order", "zh"]).contains("order comes with gostep"));
    assert!(refused(&["mine.yaml", "zh", "--accept", "one"]).contains("there is no mine.zh.yaml yet"));
    fs::write(
        folder.join("mine.zh.yaml"),
        "gostep_lesson: 1\ntranslates: mine\nlang: zh\nsteps:\n  two: { say: 二 }\n",
    )
    .unwrap();
    assert!(refused(&["mine.yaml", "zh", "--accept", "tow"]).contains("the translation has no step tow"));
    assert!(refused(&["mine.yaml", "zh", "--accept", "two"]).contains("step two stands in braces"));
}

#[test]
fn values_at_a_step_are_those_that_learners_read() {
    let eval = |args: &[&str]| Test::new().args([&["lesson", "eval", "order", "--lang", "en"], args].concat());
    assert_eq!(eval(&["--step", "program", "count(packages) == 53 and not linked"]).prints(), "no\n");
    assert_eq!(eval(&["--step", "program", "{{ count(packages) }} in all"]).prints(), "53 in all\n");
    let json: serde_json::Value =
        serde_json::from_str(&eval(&["--step", "program", "--json", "imports('fmt')"]).prints()).unwrap();
    assert!(json[0]["value"].as_array().unwrap().iter().any(|package| package == "os"));
    let wrong = eval(&["--step", "program", "count(pakages)"]).outcome();
    assert_eq!(wrong.status, 1);
    assert!(
        wrong.stdout.contains("EXPR:1:7: error: unknown fact \"pakages\" (did you mean \"packages\"?)"),
        "{}",
        wrong.stdout
    );
    assert!(eval(&["--step", "programm", "lines"]).refuses().contains("(did you mean \"program\"?)"));
    assert_eq!(
        eval(&["--step", "program", "--complete", "link"]).prints(),
        "linked\nlink_id\nlinked_functions(PACKAGE)\nlinks(CHANGES)\n"
    );
    assert!(eval(&["--step", "program"]).prints().contains("\nworkers "));
}

#[test]
fn new_steps_are_put_where_steps_are() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("mine.yaml"), LESSON).unwrap();
    let head = "gostep_lesson: 1\ntranslates: mine\nlang: zh\n";
    for steps in ["", "steps:\n  one:\n    say: 一。\n\n# The title stands last.\ntitle: 题\n"] {
        fs::write(folder.join("mine.zh.yaml"), format!("{head}{steps}")).unwrap();
        translate(folder, &[]);
        let text = fs::read_to_string(folder.join("mine.zh.yaml")).unwrap();
        assert!(!translate(folder, &[]).contains("were added"), "{text}");
        assert!(
            text.contains("\n  two:\n") && text.ends_with(if steps.is_empty() { "\n" } else { "last.\ntitle: 题\n" })
        );
    }
    let braces = format!("{head}steps: {{}}\n");
    fs::write(folder.join("mine.zh.yaml"), &braces).unwrap();
    let refused = Test::within(folder).args(["lesson", "translate", "mine.yaml", "zh", "--lang", "en"]).refuses();
    assert!(refused.contains("mine.zh.yaml: steps: stands in braces"), "{refused}");
    assert_eq!(fs::read_to_string(folder.join("mine.zh.yaml")).unwrap(), braces);
}
