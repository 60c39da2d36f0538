//! What serde says of a value, in our words.

use serde_json::Value;

use super::places::Places;
use super::problem::Report;
use super::tree::shorten;
use crate::suggest::{did_you_mean, nearest};

/// The name that serde does not know, and those that it does.
pub fn unknown_field(message: &str) -> Option<(&str, Vec<&str>)> {
    let mut quoted = message.strip_prefix("unknown field")?.split('`').skip(1).step_by(2);
    Some((quoted.next()?, quoted.collect()))
}

/// Reports what serde says of the value with this path. Gives the name that was meant by an unknown one.
pub fn report(
    path: &str,
    message: &str,
    value: Option<&Value>,
    places: &Places,
    report: &mut Report<'_>,
) -> Option<String> {
    if let Some((field, known)) = unknown_field(message) {
        let hint = did_you_mean(field, known.iter().copied());
        let help = format!("known here: {}", known.join(", "));
        report.add(places.key(path), format!("unknown name {:?}{hint}", shorten(field)), help);
        return nearest(field, known.iter().copied()).map(str::to_owned);
    }
    let name = path.rsplit('.').next().unwrap_or(path);
    let subject = if name.is_empty() { String::new() } else { format!("{name}: ") };
    let Some((_, wanted)) = message.split_once(", expected ") else {
        report.add(places.value(path), format!("{subject}{message}"), "");
        return None;
    };
    let wanted = wanted_words(wanted);
    let (given, help) = value.map_or((String::new(), String::new()), |value| {
        (format!(", not {}", given_words(value)), help_for(wanted, value))
    });
    report.add(places.value(path), format!("{subject}{wanted} is wanted here{given}"), help);
    None
}

/// What serde expects.
fn wanted_words(expected: &str) -> &str {
    match expected {
        "a string" => "a text",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i32" | "i64" => "a whole number",
        "f32" | "f64" => "a number",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "a mapping of names to values",
        other if other.starts_with("struct ") => "a mapping of names to values",
        other => other,
    }
}

fn given_words(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(truth) => truth.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("the text {:?}", shorten(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "a mapping of names to values".to_owned(),
    }
}

fn help_for(wanted: &str, given: &Value) -> String {
    match (wanted, given) {
        ("a text", Value::Number(_) | Value::Bool(_)) => format!("put it in quotes: \"{given}\""),
        ("a text", Value::Object(_) | Value::Array(_)) => {
            "write one text; one that begins with { or [ stands in quotes".to_owned()
        }
        ("a whole number", Value::String(text)) if text.parse::<u64>().is_ok() => format!("remove the quotes: {text}"),
        ("a whole number", Value::Number(_)) => "write digits only".to_owned(),
        ("true or false", _) => "write true or false, without quotes".to_owned(),
        ("a list", Value::String(_)) => "write each item in a line of its own, with - before it".to_owned(),
        ("a list", Value::Object(_)) => "begin each item with -".to_owned(),
        ("a mapping of names to values", Value::String(text)) if text.contains(':') => {
            "write a blank behind each colon, and no quotes around the whole".to_owned()
        }
        ("a mapping of names to values", Value::Array(_)) => "remove the - before the name".to_owned(),
        _ => String::new(),
    }
}
