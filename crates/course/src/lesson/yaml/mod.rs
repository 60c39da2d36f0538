//! YAML to types.
//!
//! serde stops at the first value that it cannot use. An author wants to hear of all of them: so the shape of the file
//! is compared with its schema first, and what does not fit is noted and taken out.

mod names;
#[cfg(not(target_family = "wasm"))]
mod plain;
mod salvage;
mod shape;
#[cfg(any(test, target_family = "wasm"))]
mod small;
mod synonyms;
mod syntax;
mod tree;

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::lesson::place::Place;
use crate::lesson::places::Places;
use crate::lesson::problem::ProblemReport;
use crate::lesson::schema::{self, Shaped};
use gostep_sim::said;
use gostep_sim::said::Said;
use shape::Shape;
use tree::Tree;

/// A file as read, with its places.
#[derive(Debug)]
pub struct Document<T> {
    /// The values.
    pub value: T,
    /// Where they stand.
    pub places: Places,
    /// Paths of values that could not be used; they are missing in `value`, or empty, and already reported.
    dropped: HashSet<String>,
}

impl<T> Document<T> {
    /// Whether a value is missing because it was reported and left out.
    pub fn was_dropped(&self, path: &str) -> bool {
        self.dropped.contains(path)
    }

    /// Paths of the values that were reported and left out.
    pub fn dropped(&self) -> impl Iterator<Item = &str> {
        self.dropped.iter().map(String::as_str)
    }

    /// Whether a value is missing because it, or what it stands in, was reported and left out.
    pub fn is_in_dropped(&self, path: &str) -> bool {
        let is_around = |dropped: &String| {
            path.strip_prefix(dropped.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        self.dropped.iter().any(is_around)
    }

    /// Whether something inside a value was left out.
    pub fn has_dropped_in(&self, path: &str) -> bool {
        self.dropped.iter().any(|dropped| dropped.strip_prefix(path).is_some_and(|rest| rest.starts_with(['.', '['])))
    }

    /// Whether a problem at this place would repeat what was said of a value that was left out: of the value itself,
    /// or of what now lacks it. (A step or lesson that lacks one value is still worth looking at.)
    pub fn is_place_of_dropped(&self, line: usize, column: usize) -> bool {
        let is_there = |path: &str| {
            let place = self.places.value(path);
            self.places.has(path) && (place.line, place.column) == (line, column)
        };
        // Up to two levels: the option that is not right is missing among the options of its question.
        let parent =
            |path: &str| path.rfind(['.', '[']).map(|end| path[..end].to_owned()).filter(|path| !is_step(path));
        self.dropped.iter().any(|path| {
            let around = parent(path);
            let further = around.as_deref().and_then(parent);
            is_there(path) || around.is_some_and(|path| is_there(&path)) || further.is_some_and(|path| is_there(&path))
        })
    }
}

/// `steps` or `steps[3]`
fn is_step(path: &str) -> bool {
    path == "steps" || path.starts_with("steps[") && !path.contains('.')
}

/// Reads a file whose format version stands under `version_key`.
pub fn read<T: Shaped>(
    text: &str,
    version_key: &str,
    known: u64,
    report: &mut ProblemReport<'_>,
) -> Option<Document<T>> {
    let mut tree = file(text, version_key, known, report)?;
    let schema = schema::committed::<T>();
    let has = |name: &str| schema.get("properties").is_some_and(|names| names.get(name).is_some());
    if tree.value.get("translates").is_some() && has("id") {
        let place = tree.places.key("translates");
        let help =
            said!("call the file as its lesson, with the language before .yaml: order.zh.yaml beside order.yaml");
        report.add(place, said!("this is a translation, and the name of its file does not say so"), help);
        return None;
    }
    let Tree { value, places, dropped, .. } = &mut tree;
    Shape { schema: &schema, places, dropped, report }.check(value);
    typed(tree, report)
}

/// Reads as much of a file as a type wants to know.
pub fn read_loosely<T: DeserializeOwned>(
    text: &str,
    version_key: &str,
    known: u64,
    report: &mut ProblemReport<'_>,
) -> Option<Document<T>> {
    let tree = file(text, version_key, known, report)?;
    typed(tree, report)
}

/// The values of a YAML text, as a validator of schemas reads them; nothing if it is no YAML that gostep reads.
pub fn values(text: &str) -> Option<Value> {
    let mut report = ProblemReport::new("", text);
    salvage::read(text, &mut report).filter(|_| report.is_clean()).map(|tree| tree.value)
}

fn file(text: &str, version_key: &str, known: u64, report: &mut ProblemReport<'_>) -> Option<Tree> {
    let mut tree = salvage::read(text, report)?;
    if !tree.left_out.is_empty() && !tree.value.is_object() {
        // What is left over is no file of its own.
        return None;
    }
    check_version(&mut tree.value, version_key, known, &tree.places, report)?;
    Some(tree)
}

fn typed<T: DeserializeOwned>(tree: Tree, report: &mut ProblemReport<'_>) -> Option<Document<T>> {
    let Tree { value, places, mut dropped, left_out } = tree;
    dropped.extend(left_out);
    match serde_path_to_error::deserialize::<_, T>(value) {
        Ok(value) => Some(Document { value, places, dropped }),
        // The type knows more than its schema.
        Err(error) => {
            let place = places.value(&error.path().to_string());
            report.add(place, Said::told(error.into_inner().to_string()), Said::default());
            None
        }
    }
}

/// Names with which other files begin, and what to say of them.
const OTHER_FILES: [(&str, Said); 2] = [
    ("gostep_lesson", said!("this is a lesson or a translation, whose file is not called glossary.yaml")),
    ("gostep_glossary", said!("this is a glossary, whose file is called glossary.yaml")),
];

fn check_version(
    value: &mut Value,
    key: &str,
    known: u64,
    places: &Places,
    report: &mut ProblemReport<'_>,
) -> Option<()> {
    let Some(mapping) = value.as_object_mut() else {
        let (what, help) = match value {
            Value::Array(_) => {
                (said!("a list"), said!("do not begin the lines with -; the steps are a list under steps:"))
            }
            _ => (said!("only a text"), said!("write names and values, such as title: My lesson")),
        };
        let message =
            said!("the file is {what}, not names with values; it begins with {key}: {known}", what, key, known);
        report.add(Place { length: 1, ..places.value("") }, message, help);
        return None;
    };
    if let Some((other, message)) =
        OTHER_FILES.into_iter().find(|(other, _)| *other != key && mapping.contains_key(*other))
    {
        report.add(places.key(other), message, said!("rename the file, or begin it with {key}: {known}", key, known));
        return None;
    }
    let version = match mapping.get(key) {
        Some(Value::String(text)) => text.parse().map(|version: u64| (version, true)).ok(),
        Some(version) => version.as_u64().map(|version| (version, false)),
        None if places.has(key) => return None,
        None => {
            let near = mapping.keys().find(|name| strsim::damerau_levenshtein(&name.to_lowercase(), key) <= 3);
            if let Some(near) = near {
                let message = said!("unknown name {near:?} (did you mean {key:?}?)", near, key);
                report.add(places.key(near), message, said!("begin with {key}: {known}", key, known));
                return None;
            }
            let message = said!("the file does not say its format: {key}: is missing", key);
            report.add(Place::at(1, 1), message, said!("begin with {key}: {known}", key, known));
            return None;
        }
    };
    match version {
        Some((version, quoted)) if (1..=known).contains(&version) => {
            let is_quoted = quoted && places.value(key).length > version.to_string().len() + 1;
            if quoted && !is_quoted {
                report.add(
                    places.value(key),
                    said!("{key}: is not a format version", key),
                    said!("write {name}: {value}", name = key, value = version),
                );
                return None;
            }
            if quoted {
                report.add(
                    places.value(key),
                    said!("{key}: is a text in quotes", key),
                    said!("write {name}: {value}", name = key, value = version),
                );
                mapping.insert(key.to_owned(), version.into());
            }
            Some(())
        }
        Some((version, _)) if version > known => {
            let message =
                said!("{key} is {version}, a format newer than this gostep knows ({known})", key, version, known);
            report.add(places.value(key), message, said!("update gostep"));
            None
        }
        _ => {
            report.add(
                places.value(key),
                said!("{key}: is not a format version", key),
                said!("write {name}: {value}", name = key, value = known),
            );
            None
        }
    }
}
