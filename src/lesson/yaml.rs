//! YAML to types: the one file that uses serde_yaml.
//!
//! serde stops at the first value that it cannot use. An author wants to hear of all of them: so the value is noted,
//! taken out, and the rest is read again.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_yaml::Value;

use super::places::{Places, join};
use super::problem::{Place, Report};
use crate::suggest::did_you_mean;

const MAX_PROBLEMS: usize = 100;

/// A file as read, with its places.
#[derive(Debug)]
pub struct Document<T> {
    /// The values.
    pub value: T,
    /// Where they stand.
    pub places: Places,
    /// Paths of values that could not be used; they are missing in `value` and already reported.
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
}

/// Reads a file whose format version stands under `version_key`.
pub fn read<T: DeserializeOwned>(
    text: &str,
    version_key: &str,
    known: u64,
    report: &mut Report<'_>,
) -> Option<Document<T>> {
    let places = Places::of(text, report)?;
    if !report.is_clean() {
        return None;
    }
    let mut value: Value = match serde_yaml::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            let place = error.location().map_or_else(Place::default, |l| Place { line: l.line(), column: l.column() });
            report.add(place, format!("not YAML: {error}"), "mend the syntax here or just before");
            return None;
        }
    };
    check_version(&value, version_key, known, &places, report)?;
    let mut dropped = HashSet::new();
    while report.problems.len() < MAX_PROBLEMS {
        let error = match serde_path_to_error::deserialize::<_, T>(value.clone()) {
            Ok(value) => return Some(Document { value, places, dropped }),
            Err(error) => error,
        };
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        let unusable = explain(&path, &error.into_inner().to_string(), &places, report);
        if !remove(&mut value, &unusable) {
            return None;
        }
        dropped.insert(unusable);
    }
    None
}

fn check_version(value: &Value, key: &str, known: u64, places: &Places, report: &mut Report<'_>) -> Option<()> {
    if !value.is_mapping() {
        let what = format!("the file is not a mapping of names to values; it begins with {key}: {known}");
        report.add(places.value(""), what, "see `gostep list` for lessons to start from");
        return None;
    }
    match value.get(key) {
        Some(version) if version.as_u64().is_some_and(|version| (1..=known).contains(&version)) => Some(()),
        Some(version) if version.as_u64().is_some_and(|version| version > known) => {
            let message = format!("{key} is {}, a format newer than this gostep knows ({known})", show(version));
            report.add(places.value(key), message, "update gostep");
            None
        }
        Some(_) => {
            report.add(places.value(key), format!("{key} is not a format version"), format!("write {key}: {known}"));
            None
        }
        None => {
            let message = format!("the file does not say its format: {key} is missing");
            report.add(places.value(""), message, format!("begin with {key}: {known}"));
            None
        }
    }
}

fn show(value: &Value) -> String {
    value.as_u64().map_or_else(String::new, |number| number.to_string())
}

/// Reports what serde says of a value, in our words, and gives the path of the value to leave out.
fn explain(path: &str, message: &str, places: &Places, report: &mut Report<'_>) -> String {
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if message.starts_with("unknown field")
        && let Some((&field, known)) = quoted.split_first()
    {
        let own = join(path, field);
        let field_path = if places.has(&own) { own } else { path.to_owned() };
        let hint = did_you_mean(field, known.iter().copied());
        report.add(
            places.key(&field_path),
            format!("unknown name {field:?}{hint}"),
            format!("known here: {}", known.join(", ")),
        );
        return field_path;
    }
    let last = path.rsplit('.').next().unwrap_or(path);
    let message = message.strip_prefix(&format!("{path}: ")).unwrap_or(message);
    report.add(places.value(path), format!("{last}: {message}"), "");
    path.to_owned()
}

/// Takes the value with this path out. A list item becomes an empty mapping, so that the others keep their numbers.
fn remove(value: &mut Value, path: &str) -> bool {
    let mut at = value;
    let mut keys: Vec<&str> = path.split(['.', '[']).map(|key| key.trim_end_matches(']')).collect();
    let Some(last) = keys.pop() else { return false };
    for key in keys {
        let inner = match at {
            Value::Mapping(mapping) => mapping.get_mut(key),
            Value::Sequence(items) => key.parse().ok().and_then(|index: usize| items.get_mut(index)),
            _ => None,
        };
        let Some(inner) = inner else { return false };
        at = inner;
    }
    match at {
        Value::Mapping(mapping) => mapping.remove(last).is_some(),
        Value::Sequence(items) => match last.parse().ok().and_then(|index: usize| items.get_mut(index)) {
            Some(item) if *item != Value::Mapping(serde_yaml::Mapping::new()) => {
                *item = Value::Mapping(serde_yaml::Mapping::new());
                true
            }
            _ => false,
        },
        _ => false,
    }
}
