//! The guide for instructors is complete, and its examples do what it says.

use std::fmt::Write;
use std::path::Path;

use gostep::author::examine::examine_all;
use gostep::author::files::targets;
use gostep_course::lesson::schema;
use gostep_sim::program::go_flags::split_quoted;
use serde_json::Value;

use crate::support::run::Test;

const ENGLISH: &str = include_str!("../../docs/authoring.md");
const CHINESE: &str = include_str!("../../docs/authoring.zh.md");

/// All names and words of a schema.
fn names(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            if let Some(properties) = object.get("properties").and_then(Value::as_object) {
                found.extend(properties.keys().cloned());
            }
            if let Some(words) = object.get("enum").and_then(Value::as_array) {
                found.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            object.values().for_each(|value| names(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        _ => {}
    }
}

#[test]
fn every_field_and_word_is_described() {
    let mut all = Vec::new();
    for name in schema::NAMES {
        names(&schema::named(name).unwrap(), &mut all);
    }
    assert!(all.len() > 60);
    for (guide, text) in [("authoring.md", ENGLISH), ("authoring.zh.md", CHINESE)] {
        let reference = text.split("\n## ").skip(2).collect::<Vec<_>>().concat();
        let is_named = |name: &str| {
            ["`NAME`", "`NAME:", ": NAME`", "NAME:", " NAME,", "[NAME", " NAME]", "NAME }"]
                .iter()
                .any(|form| reference.contains(&form.replace("NAME", name)))
        };
        let missing: Vec<&String> = all.iter().filter(|name| !is_named(name)).collect();
        assert!(missing.is_empty(), "docs/{guide} does not describe {missing:?}");
    }
}

#[test]
fn every_fact_is_listed() {
    let listed = Test::new().args(["facts"]).prints();
    assert!(
        ENGLISH.contains(&format!("```text\n{listed}```")),
        "paste the output of `gostep facts` into docs/authoring.md"
    );
    for row in Test::new().args(["facts", "--lang", "zh"]).prints().lines() {
        let (form, about) = row.split_once("  ").unwrap();
        let row = format!("\n| `{form}` | {} |\n", about.trim_start());
        assert!(CHINESE.contains(&row), "docs/authoring.zh.md does not have the row {row}");
    }
}

#[test]
fn facts_are_evaluated_in_both_languages() {
    for (lang, about) in [("en", "lines of the whole transcript"), ("zh", "整个日志的行数")] {
        let step = ["lesson", "eval", "order", "--step", "rule", "--complete", "lines", "--json"];
        let told: Value = serde_json::from_str(&Test::new().args(step).args(["--lang", lang]).prints()).unwrap();
        assert_eq!(told[0]["about"], about);
    }
}

/// The blocks of code in a language.
fn blocks<'a>(text: &'a str, language: &str) -> impl Iterator<Item = &'a str> {
    text.split(&format!("```{language}\n"))
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn the_lessons_can_be_played() {
    for text in [ENGLISH, CHINESE] {
        let mut lessons = 0;
        for (number, block) in blocks(text, "yaml").enumerate() {
            let folder = tempfile::tempdir().unwrap();
            let name = if block.contains("gostep_glossary") { "glossary" } else { "example" };
            if block.contains("translates:") {
                continue;
            }
            let mut lesson = block.to_owned();
            if block.starts_with("- id:") {
                lesson = "gostep_lesson: 1\nid: example\ntitle: T\nsteps:\n".to_owned();
                block.lines().for_each(|line| writeln!(lesson, "  {line}").unwrap());
            }
            lesson = lesson.replace("id: goarch", "id: example");
            std::fs::write(folder.path().join(format!("{name}.yaml")), &lesson).unwrap();
            let found = examine_all(&targets(&[folder.path().display().to_string()]).unwrap()).unwrap();
            let problems: Vec<String> = found.iter().flat_map(|one| &one.problems).map(ToString::to_string).collect();
            let problems: Vec<&String> =
                problems.iter().filter(|problem| !problem.contains("no lesson marks")).collect();
            assert!(problems.is_empty(), "example {number}:\n{lesson}\n{problems:#?}");
            lessons += 1;
        }
        assert!(lessons >= 4, "the examples were not found");
    }
}

#[test]
fn the_commands_print_what_is_shown() {
    for text in [ENGLISH, CHINESE] {
        let folder = tempfile::tempdir().unwrap();
        let mut commands = 0;
        for block in blocks(text, "console") {
            for example in block.split("$ gostep ").skip(1) {
                let (line, expected) = example.split_once('\n').unwrap();
                let actual = run(folder.path(), line);
                match expected.split_once("…\n") {
                    Some((beginning, _)) => assert!(actual.starts_with(beginning), "{line} prints\n{actual}"),
                    None => assert_eq!(actual.trim_end(), expected.trim_end(), "{line}"),
                }
                commands += 1;
            }
        }
        assert!(commands >= 4, "the commands were not found");
    }
}

fn run(folder: &Path, line: &str) -> String {
    Test::within(folder).args(split_quoted(line).unwrap()).prints()
}
