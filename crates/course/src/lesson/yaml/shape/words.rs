//! The words of what does not fit a schema: what is wanted, what is given, what to do, where a name belongs.

use serde_json::{Map, Value};

use super::forms::types;
use crate::lesson::readable::shorten;
use gostep_sim::said;
use gostep_sim::said::{Said, list};
use gostep_sim::suggest::narrow;

/// What a schema wants, in words.
pub fn wanted(schema: &Value) -> Said {
    let mut forms = Vec::new();
    for word in types(schema) {
        let words = match word {
            "object" => said!("a mapping of names to values"),
            "array" => said!("a list"),
            "string" => said!("a text"),
            "boolean" => said!("true or false"),
            "integer" if types(schema).len() > 1 => continue,
            "integer" => return whole_number(schema),
            _ => said!("a number"),
        };
        if !forms.contains(&words) {
            forms.push(words);
        }
    }
    alternatives(&forms)
}

fn whole_number(schema: &Value) -> Said {
    let least = schema.get("minimum").and_then(Value::as_i64).unwrap_or(0);
    match schema.get("maximum").and_then(Value::as_u64).filter(|most| *most < u32::MAX.into()) {
        Some(most) => said!("a whole number from {least} to {most}", least, most),
        None => said!("a whole number"),
    }
}

pub fn alternatives(words: &[Said]) -> Said {
    match words {
        [] => Said::default(),
        [one] => one.clone(),
        [first @ .., last] => said!("{} or {last}", list(first), last),
    }
}

/// A value as it is written.
pub fn given(value: &Value, written: &str) -> Said {
    match value {
        Value::Null => said!("nothing"),
        Value::Bool(truth) => Said::told(truth.to_string()),
        Value::Number(_) => said!("the number {}", shorten(written)),
        Value::String(text) => said!("the text {:?}", shorten(text)),
        Value::Array(_) => said!("a list"),
        Value::Object(_) => said!("a mapping"),
    }
}

/// What to do about a wrong type.
pub fn help(value: &Value, schema: &Value, name: &str, written: &str) -> Said {
    let wants = |word: &str| types(schema).contains(&word);
    if let Some(help) = help_for_name(name, value) {
        return help;
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return said!("known: {}", list(words));
    }
    match value {
        Value::String(_) | Value::Number(_) if name == "of" && wants("object") => {
            said!("each text has an of: of its own now: `gostep lesson translate` with --accept writes them")
        }
        Value::Number(_) | Value::Bool(_) if wants("string") && !wants("object") => {
            said!("put it in quotes: \"{}\"", shorten(written))
        }
        Value::Array(items) if wants("string") && !wants("object") => match items.as_slice() {
            [Value::String(one)] => said!("remove the brackets or the dash: {}", shorten(one)),
            _ => said!("write one text; one that begins with [ stands in quotes"),
        },
        Value::Object(_) if wants("string") && !wants("object") => {
            said!("write one text; one that begins with {{ or has a colon in it stands in quotes")
        }
        Value::String(text) if wants("integer") && narrow(text).parse::<u64>().is_ok() => {
            let number = narrow(text);
            if number == *text {
                said!("remove the quotes: {text}", text)
            } else {
                said!("write it with ASCII digits: {number}", number)
            }
        }
        _ if wants("boolean") => said!("write {name}: true, or {name}: false", name),
        _ if wants("integer") => said!("write {name}: 4, for example", name),
        Value::String(text) if wants("object") && looks_like_pair(text) => said!("write a blank behind the colon"),
        Value::String(text) if wants("object") => match name_of_word(schema, text) {
            Some(name) => said!("write {name}: {value}", name, value = text),
            None => names_in(schema),
        },
        Value::Array(_) if schema.get("additionalProperties").is_some_and(Value::is_object) => {
            said!("write the id of each one as its name, without - before it")
        }
        _ if wants("object") => names_in(schema),
        Value::Object(_) => said!("begin each item with -"),
        Value::String(text) if text.contains(", ") => said!("write it as a list: [{}]", shorten(text)),
        _ => said!("write each item in a line of its own, with - before it"),
    }
}

/// What to do where a name wants more than its type tells.
fn help_for_name(name: &str, value: &Value) -> Option<Said> {
    Some(match (name, value) {
        ("to", Value::Number(_) | Value::Bool(_) | Value::Array(_)) => {
            said!("write start, end, or a point such as {{ package: fmt, state: done }}")
        }
        ("live", _) => said!("write live: [p]"),
        ("if", Value::Bool(_)) => {
            said!("write right: true where an option is right; if: has a comparison such as linked == yes")
        }
        ("if" | "expect", Value::Number(_) | Value::Bool(_)) => {
            said!("write a comparison, such as count(packages) == 53")
        }
        ("expect", Value::Object(_)) => said!("write a comparison in quotes, such as \"count(packages) == 53\""),
        ("answer", Value::Number(_)) => said!("write a whole number; a text that looks like a number stands in quotes"),
        ("change" | "fault", Value::Object(_)) => said!("write it with = and without blanks: touch=fmt"),
        ("options", Value::String(_)) => said!("write {{ text: … }}, and right: true in the one that is right"),
        _ => return None,
    })
}

/// What is wrong with a value that has nothing in it, if it has to have something.
pub fn emptiness(value: &Value, schema: &Value) -> Option<Said> {
    let has = |word: &str| schema.get(word).and_then(Value::as_u64).is_some_and(|least| least > 0);
    match value {
        Value::String(text) if text.trim().is_empty() && has("minLength") => Some(said!("the text is empty")),
        Value::Array(items) if items.is_empty() && has("minItems") => Some(said!("the list is empty")),
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

fn names_in(schema: &Value) -> Said {
    let Some(names) = properties(schema) else { return Said::default() };
    said!("known in it: {}", list(names.keys()))
}

/// The name that has a word as one of its values.
fn name_of_word<'a>(schema: &'a Value, word: &str) -> Option<&'a str> {
    let has = |schema: &Value| {
        schema.get("enum").and_then(Value::as_array).is_some_and(|words| words.iter().any(|w| w == word))
    };
    properties(schema)?.iter().find(|(_, schema)| has(schema)).map(|(name, _)| name.as_str())
}
