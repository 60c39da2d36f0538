//! YAML to types.
//!
//! serde stops at the first value that it cannot use. An author wants to hear of all of them: so the value is noted,
//! taken out, and the rest is read again.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

use super::places::Places;
use super::problem::{Place, Report};
use super::tree::{self, Tree};
use super::{gate, wording};

/// Most values that are taken out of a file.
const MAX_DROPPED: usize = 200;

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
        let parent = |path: &str| path.rfind(['.', '[']).map(|end| path[..end].to_owned());
        self.dropped
            .iter()
            .any(|path| is_there(path) || parent(path).is_some_and(|around| !is_step(&around) && is_there(&around)))
    }
}

/// `steps` or `steps[3]`
fn is_step(path: &str) -> bool {
    path == "steps" || path.starts_with("steps[") && !path.contains('.')
}

/// Reads a file whose format version stands under `version_key`.
pub fn read<T: DeserializeOwned>(
    text: &str,
    version_key: &str,
    known: u64,
    report: &mut Report<'_>,
) -> Option<Document<T>> {
    if !gate::admits(text, report) {
        return None;
    }
    let Tree { mut value, places, mut dropped } = tree::read(text, report)?;
    check_version(&mut value, version_key, known, &places, report)?;
    while dropped.len() < MAX_DROPPED {
        let error = match serde_path_to_error::deserialize::<_, T>(value.clone()) {
            Ok(value) => return Some(Document { value, places, dropped }),
            Err(error) => error,
        };
        let mut steps = steps(error.path());
        let message = error.into_inner().to_string();
        let field = wording::unknown_field(&message).map(|(field, _)| field.to_owned());
        steps.extend(
            field.filter(|field| value_at(&mut value, &steps).is_some_and(|v| v.get(field).is_some())).map(Step::Key),
        );
        let path = path_of(&steps);
        if !is_inside_dropped(&path, &dropped)
            && let Some(meant) =
                wording::report(&path, &message, value_at(&mut value, &steps).as_deref(), &places, report)
        {
            // What was meant is not missing, it is misspelt.
            let around = steps.split_last().map_or(String::new(), |(_, around)| path_of(around));
            dropped.insert(super::places::join(&around, &meant));
        }
        if !take_out(&mut value, &steps) {
            return None;
        }
        dropped.insert(path);
    }
    None
}

fn check_version(value: &mut Value, key: &str, known: u64, places: &Places, report: &mut Report<'_>) -> Option<()> {
    let Some(mapping) = value.as_object_mut() else {
        let (what, help) = match value {
            Value::Array(_) => ("a list", "do not begin the lines with -; the steps are a list under steps:"),
            _ => ("only a text", "write names and values, such as title: My lesson"),
        };
        let message = format!("the file is {what}, not names with values; it begins with {key}: {known}");
        report.add(Place { length: 1, ..places.value("") }, message, help);
        return None;
    };
    let version = match mapping.get(key) {
        Some(Value::String(text)) => text.parse().map(|version: u64| (version, true)).ok(),
        Some(version) => version.as_u64().map(|version| (version, false)),
        None if places.has(key) => return None,
        None => {
            let known_keys = mapping.keys().map(String::as_str);
            if let Some(near) = crate::suggest::nearest(key, known_keys) {
                let message = format!("unknown name {near:?} (did you mean {key:?}?)");
                report.add(places.key(near), message, format!("begin with {key}: {known}"));
                return None;
            }
            let message = format!("the file does not say its format: {key}: is missing");
            report.add(Place::at(1, 1), message, format!("begin with {key}: {known}"));
            return None;
        }
    };
    match version {
        Some((version, quoted)) if (1..=known).contains(&version) => {
            if quoted {
                report.add(places.value(key), format!("{key}: is a text in quotes"), format!("write {key}: {version}"));
                mapping.insert(key.to_owned(), version.into());
            }
            Some(())
        }
        Some((version, _)) if version > known => {
            let message = format!("{key} is {version}, a format newer than this gostep knows ({known})");
            report.add(places.value(key), message, "update gostep");
            None
        }
        _ => {
            report.add(places.value(key), format!("{key}: is not a format version"), format!("write {key}: {known}"));
            None
        }
    }
}

/// A step on the way to a value.
#[derive(Clone, Debug)]
enum Step {
    Key(String),
    Item(usize),
}

fn steps(path: &Path) -> Vec<Step> {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Step::Item(*index)),
            Segment::Map { key } => Some(Step::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

fn path_of(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |path, step| match step {
        Step::Key(key) => super::places::join(&path, key),
        Step::Item(index) => format!("{path}[{index}]"),
    })
}

fn value_at<'a>(value: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(value, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Item(index) => value.get_mut(*index),
    })
}

fn is_inside_dropped(path: &str, dropped: &HashSet<String>) -> bool {
    dropped
        .iter()
        .any(|outer| path == outer || path.strip_prefix(outer.as_str()).is_some_and(|r| r.starts_with(['.', '['])))
}

/// Takes a value out. An item of a list becomes an empty mapping or text, so that the others keep their numbers; where
/// neither is what the list holds, the whole list goes.
fn take_out(value: &mut Value, steps: &[Step]) -> bool {
    let Some((last, around)) = steps.split_last() else { return false };
    let Some(container) = value_at(value, around) else { return false };
    match (container, last) {
        (Value::Object(mapping), Step::Key(key)) => mapping.remove(key).is_some(),
        (Value::Array(items), Step::Item(index)) => {
            let Some(item) = items.get_mut(*index) else { return false };
            if *item == Value::String(String::new()) {
                return take_out(value, around);
            }
            let is_empty_mapping = item.as_object().is_some_and(Map::is_empty);
            *item = if is_empty_mapping { Value::String(String::new()) } else { Value::Object(Map::new()) };
            true
        }
        _ => false,
    }
}
