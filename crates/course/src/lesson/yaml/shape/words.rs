//! The words of what does not fit a schema: what is wanted, what is given, what to do, where a name belongs.

use std::collections::HashSet;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::forms::types;
use crate::lesson::places::join;
use crate::lesson::readable::shorten;
use gostep_sim::suggest::narrow;

/// What a schema wants, in words.
pub fn wanted(schema: &Value) -> String {
    let mut forms = Vec::new();
    for word in types(schema) {
        let words = match word {
            "object" => "a mapping of names to values",
            "array" => "a list",
            "string" => "a text",
            "boolean" => "true or false",
            "integer" if types(schema).len() > 1 => continue,
            "integer" => return whole_number(schema),
            _ => "a number",
        };
        if !forms.contains(&words) {
            forms.push(words);
        }
    }
    alternatives(&forms)
}

fn whole_number(schema: &Value) -> String {
    let least = schema.get("minimum").and_then(Value::as_i64).unwrap_or(0);
    match schema.get("maximum").and_then(Value::as_u64).filter(|most| *most < u32::MAX.into()) {
        Some(most) => format!("a whole number from {least} to {most}"),
        None => "a whole number".to_owned(),
    }
}

pub fn alternatives(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// A value as it is written.
pub fn given(value: &Value, written: &str) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(_) => format!("the number {}", shorten(written)),
        Value::String(text) => format!("the text {:?}", shorten(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping".to_owned(),
    }
}

/// What to do about a wrong type.
pub fn help(value: &Value, schema: &Value, name: &str, written: &str) -> String {
    let wants = |word: &str| types(schema).contains(&word);
    if let Some(help) = help_for_name(name, value) {
        return help.to_owned();
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return format!("known: {}", words.join(", "));
    }
    match value {
        Value::String(_) | Value::Number(_) if name == "of" && wants("object") => {
            "each text has an of: of its own now: `gostep lesson translate` with --accept writes them".to_owned()
        }
        Value::Number(_) | Value::Bool(_) if wants("string") && !wants("object") => {
            format!("put it in quotes: \"{}\"", shorten(written))
        }
        Value::Array(items) if wants("string") && !wants("object") => match items.as_slice() {
            [Value::String(one)] => format!("remove the brackets or the dash: {}", shorten(one)),
            _ => "write one text; one that begins with [ stands in quotes".to_owned(),
        },
        Value::Object(_) if wants("string") && !wants("object") => {
            "write one text; one that begins with { or has a colon in it stands in quotes".to_owned()
        }
        Value::String(text) if wants("integer") && narrow(text).parse::<u64>().is_ok() => {
            let number = narrow(text);
            if number == *text {
                format!("remove the quotes: {text}")
            } else {
                format!("write it with ASCII digits: {number}")
            }
        }
        _ if wants("boolean") => format!("write {name}: true, or {name}: false"),
        _ if wants("integer") => format!("write {name}: 4, for example"),
        Value::String(text) if wants("object") && looks_like_pair(text) => "write a blank behind the colon".to_owned(),
        Value::String(text) if wants("object") => match name_of_word(schema, text) {
            Some(name) => format!("write {name}: {text}"),
            None => names_in(schema),
        },
        Value::Array(_) if schema.get("additionalProperties").is_some_and(Value::is_object) => {
            "write the id of each one as its name, without - before it".to_owned()
        }
        _ if wants("object") => names_in(schema),
        Value::Object(_) => "begin each item with -".to_owned(),
        Value::String(text) if text.contains(", ") => format!("write it as a list: [{}]", shorten(text)),
        _ => "write each item in a line of its own, with - before it".to_owned(),
    }
}

/// What to do where a name wants more than its type tells.
fn help_for_name(name: &str, value: &Value) -> Option<&'static str> {
    Some(match (name, value) {
        ("to", Value::Number(_) | Value::Bool(_) | Value::Array(_)) => {
            "write start, end, or a point such as { package: fmt, state: done }"
        }
        ("live", _) => "write live: [p]",
        ("if", Value::Bool(_)) => {
            "write right: true where an option is right; if: has a comparison such as linked == yes"
        }
        ("if" | "expect", Value::Number(_) | Value::Bool(_)) => "write a comparison, such as count(packages) == 53",
        ("expect", Value::Object(_)) => "write a comparison in quotes, such as \"count(packages) == 53\"",
        ("answer", Value::Number(_)) => "write a whole number; a text that looks like a number stands in quotes",
        ("change" | "fault", Value::Object(_)) => "write it with = and without blanks: touch=fmt",
        ("options", Value::String(_)) => "write { text: … }, and right: true in the one that is right",
        _ => return None,
    })
}

/// What is wrong with a value that has nothing in it, if it has to have something.
pub fn emptiness(value: &Value, schema: &Value) -> Option<&'static str> {
    let has = |word: &str| schema.get(word).and_then(Value::as_u64).is_some_and(|least| least > 0);
    match value {
        Value::String(text) if text.trim().is_empty() && has("minLength") => Some("the text is empty"),
        Value::Array(items) if items.is_empty() && has("minItems") => Some("the list is empty"),
        _ => None,
    }
}

fn looks_like_pair(text: &str) -> bool {
    text.split_once(':').is_some_and(|(name, value)| !value.is_empty() && name.chars().all(char::is_alphanumeric))
}

/// The names of the mapping that a schema wants.
pub fn properties(schema: &Value) -> Option<&Map<String, Value>> {
    let own = schema.get("properties").and_then(Value::as_object);
    let mut forms = schema.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    own.or_else(|| forms.find_map(|form| form.get("properties")?.as_object()))
}

fn names_in(schema: &Value) -> String {
    let Some(names) = properties(schema) else { return String::new() };
    let names: Vec<&str> = names.keys().map(String::as_str).collect();
    format!("known in it: {}", names.join(", "))
}

/// The name that has a word as one of its values.
fn name_of_word<'a>(schema: &'a Value, word: &str) -> Option<&'a str> {
    let has = |schema: &Value| {
        schema.get("enum").and_then(Value::as_array).is_some_and(|words| words.iter().any(|w| w == word))
    };
    properties(schema)?.iter().find(|(_, schema)| has(schema)).map(|(name, _)| name.as_str())
}

/// Where a name belongs: `a step`, `to:`, or nothing for the top of the file.
pub fn homes(schema: &Value, name: &str) -> Vec<String> {
    fn walk(schema: &Value, path: &str, name: &str, found: &mut Vec<String>) {
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            if properties.contains_key(name) {
                found.push(home(path));
            }
            for (key, inner) in properties {
                walk(inner, &join(path, key), name, found);
            }
        }
        for form in schema.get("anyOf").and_then(Value::as_array).into_iter().flatten() {
            walk(form, path, name, found);
        }
        if let Some(items) = schema.get("items") {
            walk(items, &format!("{path}[0]"), name, found);
        }
        if let Some(values) = schema.get("additionalProperties") {
            walk(values, &join(path, "ID"), name, found);
        }
    }
    let mut found = Vec::new();
    walk(schema, "", name, &mut found);
    let mut seen = HashSet::new();
    found.retain(|home| seen.insert(home.clone()));
    found
}

/// A mapping by the name under which it stands.
pub fn home(path: &str) -> String {
    let inner = path.rsplit('.').next().unwrap_or(path);
    let mut words = String::new();
    match inner.split_once('[') {
        Some(("steps", _)) => words.push_str("a step"),
        Some((list, _)) => {
            let _ = write!(words, "an item of {list}:");
        }
        None if path.is_empty() => {}
        None if path.rsplit_once('.').is_some_and(|(around, _)| around == "steps") => words.push_str("a step"),
        None if path.rsplit_once('.').is_some_and(|(around, _)| around == "terms") => words.push_str("a term"),
        None => {
            let _ = write!(words, "{inner}:");
        }
    }
    words
}
