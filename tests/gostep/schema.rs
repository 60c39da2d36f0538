//! The schemas of lesson files: committed, fresh, and true of all that ships.

use std::fs;
use std::path::Path;

use gostep::author::template;
use gostep_course::lesson::{schema, yaml_values};
use gostep_course::words::Lang;

/// All YAML files that come with gostep, with their texts.
fn shipped() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn kind(file: &str) -> &'static str {
    match file {
        file if file.starts_with("glossary.") => "glossary",
        file if file.trim_end_matches(".yaml").contains('.') => "translation",
        _ => "lesson",
    }
}

#[test]
fn the_committed_schemas_are_fresh() {
    for name in schema::NAMES {
        let file = format!("docs/{name}.schema.json");
        let committed = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).unwrap();
        let now = schema::text(name).unwrap();
        assert!(committed == now, "{file} is old: write it with `gostep lesson schema {name} > {file}`");
    }
}

#[test]
fn every_shipped_file_names_its_schema_and_fits_it() {
    let files = shipped();
    assert!(files.len() >= 4);
    for (file, text) in files {
        let kind = kind(&file);
        let first = format!("# yaml-language-server: $schema=../docs/{kind}.schema.json\n");
        assert!(text.starts_with(&first), "lessons/{file} does not begin with\n{first}");
        fits(&file, kind, &text);
    }
}

#[test]
fn templates_fit_their_schema() {
    for lang in Lang::ALL {
        fits("template", "lesson", &template::lesson("x", lang));
    }
}

/// What a schema can say of a mistake, it says, so that editors show it before the check does.
#[test]
fn what_is_wrong_does_not_fit() {
    let validator = jsonschema::validator_for(&schema::named("lesson").unwrap()).unwrap();
    let head = "gostep_lesson: 1\nid: x\ntitle: T\n";
    let step = |lines: &str| format!("{head}steps:\n  - id: a\n    say: x\n    {}\n", lines.replace('\n', "\n    "));
    let steps = "steps: [{id: a, say: x}]\n";
    let whole = [
        "id: x\ntitle: T\nsteps: [{id: a, say: x}]\n".to_owned(),
        format!("gostep_lesson: 1\ntitle: T\n{steps}"),
        format!("gostep_lesson: 1\nid: x\n{steps}"),
        head.to_owned(),
        format!("{head}steps: []\n"),
        format!("{head}steps: {{}}\n"),
        format!("{head}steps: [{{say: x}}]\n"),
        format!("{head}titel: T\n{steps}"),
        format!("{head}lang: fr\n{steps}"),
        format!("{head}minutes: 0\n{steps}"),
        format!("{head}summary: ''\n{steps}"),
        format!("{head}build: {{p: 0}}\n{steps}"),
    ];
    let of_a_step = [
        "lead: 5",
        "lead: [a]",
        "tilte: y",
        "to: 5",
        "to: ende",
        "to: {state: done}",
        "to: {package: fmt, state: dnoe}",
        "to: {package: fmt, command: complie}",
        "to: {package: fmt, command: compile, when: during}",
        "show: []",
        "show: [{view: layer}]",
        "show: [{veiw: layers}]",
        "show: [{commands: all}]",
        "show: [{command: {package: fmt}}]",
        "show: [{file: {name: importcfg}}]",
        "show: [{states: []}]",
        "show: [{packages: ''}]",
        "build: {a: yes}",
        "build: {p: four}",
        "build: {output: ''}",
        "expect: []",
        "ask: {kind: choise, text: q}",
        "ask: {text: q}",
        "ask: {kind: predict, text: q, predict: soon}",
        "ask: {kind: order, text: q, items: [a, b], by: time}",
        "ask: {kind: choice, text: q, options: [{right: true}, {text: b}]}",
        "ask: {kind: choice, text: q, options: [{text: a, right: yes}]}",
    ];
    for text in whole.into_iter().chain(of_a_step.into_iter().map(step)) {
        assert!(!validator.is_valid(&yaml_values(&text).unwrap_or_default()), "{text}");
    }
    for fitting in ["lead: y", "to: {package: fmt, state: failed}", "build: {ldflags: ''}", "expect: linked == yes"] {
        let text = step(fitting);
        assert!(validator.is_valid(&yaml_values(&text).unwrap()), "{text}");
    }
}

fn fits(file: &str, kind: &str, text: &str) {
    let validator = jsonschema::validator_for(&schema::named(kind).unwrap()).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&yaml_values(text).unwrap())
        .map(|error| format!("{file}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Editors show the description of a name while somebody writes.
#[test]
fn every_name_is_explained() {
    fn look(schema: &serde_json::Value, path: &str, silent: &mut Vec<String>, seen: &mut usize) {
        if let Some(names) = schema.get("properties").and_then(serde_json::Value::as_object) {
            for (name, inner) in names {
                *seen += 1;
                let about = inner.get("description").and_then(serde_json::Value::as_str).unwrap_or_default();
                if about.trim().len() < 5 {
                    silent.push(format!("{path}.{name}"));
                }
            }
        }
        match schema {
            serde_json::Value::Object(object) => {
                object.iter().for_each(|(name, inner)| look(inner, &format!("{path}.{name}"), silent, seen));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|inner| look(inner, path, silent, seen)),
            _ => {}
        }
    }
    let (mut silent, mut seen) = (Vec::new(), 0);
    for name in schema::NAMES {
        look(&schema::named(name).unwrap(), name, &mut silent, &mut seen);
    }
    assert!(seen > 80, "{seen} names");
    assert_eq!(silent, Vec::<String>::new());
}
