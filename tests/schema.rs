//! The schemas of lesson files: committed, fresh, and true of all that ships.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::Path;

use gostep::author::template;
use gostep::lesson::{Lang, schema};

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

#[test]
fn what_is_wrong_does_not_fit() {
    let validator = jsonschema::validator_for(&schema::named("lesson").unwrap()).unwrap();
    for text in ["gostep_lesson: 1\ntitel: T\n", "gostep_lesson: 1\nsteps: {}\n", "gostep_lesson: 1\nbuild: {p: 0}\n"] {
        assert!(!validator.is_valid(&schema::values(text).unwrap()), "{text}");
    }
}

fn fits(file: &str, kind: &str, text: &str) {
    let validator = jsonschema::validator_for(&schema::named(kind).unwrap()).unwrap();
    let errors: Vec<String> = validator
        .iter_errors(&schema::values(text).unwrap())
        .map(|error| format!("{file}: {}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}
