//! Whether the values of a file have the shape that their schema says: every wrong type and every unknown name at once.

mod forms;
mod homes;
mod words;

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::lesson::place::Place;
use crate::lesson::places::{Places, join};
use crate::lesson::problem::ProblemReport;
use crate::lesson::readable::shorten;
use crate::lesson::schema;
use crate::lesson::yaml::synonyms::meant;
use crate::lesson::yaml::syntax::odd_sign;
use forms::{fitting, types};
use gostep_sim::said;
use gostep_sim::said::{Said, list};
use gostep_sim::suggest::{did_you_mean, nearest};
use homes::{Home, homes};
use words::{alternatives, emptiness, given, help, properties, wanted};

/// Compares values with a schema. What does not fit is reported and taken out.
pub struct Shape<'a, 'b> {
    /// Schema of the whole file.
    pub schema: &'a Value,
    /// Where everything stands.
    pub places: &'a Places,
    /// Paths of values that were taken out.
    pub dropped: &'a mut HashSet<String>,
    /// Takes the problems.
    pub report: &'a mut ProblemReport<'b>,
}

/// Where a value is.
struct At<'a> {
    /// Its path in the file.
    path: String,
    /// The name of the mapping or list that it is in, for messages.
    name: &'a str,
}

impl Shape<'_, '_> {
    /// Checks the whole file.
    pub fn check(&mut self, value: &mut Value) {
        let schema = self.schema.clone();
        self.value(value, &schema, &At { path: String::new(), name: "" });
    }

    /// Whether a value fits; what does not fit inside of it is taken out.
    fn value(&mut self, value: &mut Value, schema: &Value, at: &At<'_>) -> bool {
        if self.dropped.contains(&at.path) {
            // It was empty, and is reported.
            return false;
        }
        let Some(form) = fitting(value, schema) else {
            self.wrong_type(value, schema, at);
            return false;
        };
        if let Some(message) = emptiness(value, form) {
            let subject = subject(at);
            let help = match value {
                Value::Array(_) => said!("write at least one item, or remove it"),
                _ => said!("write something, or remove it"),
            };
            self.report.add(self.places.value(&at.path), said!("{subject}{message}", subject, message), help);
            return false;
        }
        match value {
            Value::Object(mapping) => self.mapping(mapping, form, at),
            Value::Array(items) => self.list(items, form, at),
            _ => {}
        }
        true
    }

    fn list(&mut self, items: &mut [Value], schema: &Value, at: &At<'_>) {
        let Some(schema) = schema.get("items") else { return };
        for (number, item) in items.iter_mut().enumerate() {
            let path = format!("{}[{number}]", at.path);
            if !self.value(item, schema, &At { path: path.clone(), name: at.name }) {
                self.dropped.insert(path);
                // The others keep their numbers.
                *item = empty(schema);
            }
        }
    }

    fn mapping(&mut self, mapping: &mut Map<String, Value>, schema: &Value, at: &At<'_>) {
        let nothing = Map::new();
        let known = schema.get("properties").and_then(Value::as_object).unwrap_or(&nothing);
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        let names: Vec<String> = mapping.keys().cloned().collect();
        for name in names {
            let path = join(&at.path, &name);
            let fits = if let Some(schema) = known.get(&name).or(others) {
                let at = At { path: path.clone(), name: &name };
                mapping.get_mut(&name).is_some_and(|value| self.value(value, schema, &at))
            } else {
                self.unknown_name(&name, mapping, known, at);
                false
            };
            if !fits {
                mapping.remove(&name);
                self.dropped.insert(path);
            }
        }
    }

    fn unknown_name(&mut self, name: &str, mapping: &Map<String, Value>, known: &Map<String, Value>, at: &At<'_>) {
        let place = self.places.key(&join(&at.path, name));
        let names = || known.keys().map(String::as_str);
        let shown = shorten(name);
        if let Some((place, message, help)) = odd_sign(self.places.line(place.line), place.line) {
            self.report.add(place, message, help);
            return;
        }
        if let Some(at) = name.find(['：', '，', '＝']) {
            let sign: String = name[at..].chars().take(1).collect();
            let place = Place::at(place.line, place.column + name[..at].chars().count());
            let message = said!("a full-width sign ({sign}) in a name", sign);
            self.report.add(place, message, said!("write a colon and a blank, or a comma and a blank, in ASCII"));
            return;
        }
        let all = || list(names());
        let is_free = |meant: &str| known.contains_key(meant) && !mapping.contains_key(meant);
        let synonym = meant(name, is_free).filter(|_| !known.contains_key(name));
        let near = nearest(name, names()).filter(|meant| is_free(meant));
        if let Some(meant) = synonym.or(near) {
            // What was meant is not missing, it is misspelt.
            self.dropped.insert(join(&at.path, meant));
            let hint = match near {
                Some(_) if synonym.is_none() => did_you_mean(name, std::iter::once(meant)),
                _ => said!(" (did you mean {meant:?}?)", meant),
            };
            self.report.add(place, said!("unknown name {shown:?}{hint}", shown, hint), said!("known here: {}", all()));
            return;
        }
        let inside = mapping.get(name).and_then(Value::as_object);
        let moved: Vec<&str> = inside
            .into_iter()
            .flat_map(Map::keys)
            .map(String::as_str)
            .filter(|name| known.contains_key(*name))
            .collect();
        if moved.len() > 1 {
            self.dropped.extend(moved.iter().map(|name| join(&at.path, name)));
            let message = said!("unknown name {shown:?}, with {} inside", list(&moved), shown);
            self.report.add(place, message, said!("remove {shown}: and move what is in it one level out", shown));
            return;
        }
        if self.is_translation() && schema::names_of_lessons().contains(name) && near.is_none() {
            let message = said!("{shown}: does not belong in a translation", shown);
            self.report.add(place, message, said!("remove it: a translation has texts only; known here: {}", all()));
            return;
        }
        let homes = homes(self.schema, name);
        if homes.is_empty() {
            let hint = did_you_mean(name, names());
            self.report.add(place, said!("unknown name {shown:?}{hint}", shown, hint), said!("known here: {}", all()));
            return;
        }
        if homes.contains(&Home::Top) {
            self.dropped.insert(name.to_owned());
        }
        let here = Home::of(&at.path).place();
        let there: Vec<Said> = homes.iter().map(Home::place).collect();
        let message = said!("{shown}: does not belong here, {here}", shown, here);
        self.report.add(place, message, said!("it belongs {}; known here: {}", alternatives(&there), all()));
    }

    /// Whether the file is a translation of a lesson.
    fn is_translation(&self) -> bool {
        properties(self.schema).is_some_and(|names| names.contains_key("translates"))
    }

    fn wrong_type(&mut self, value: &Value, schema: &Value, at: &At<'_>) {
        let place = self.places.value(&at.path);
        let line = self.places.line(place.line);
        // `-imports: fmt` is a name that begins with a dash.
        if let Some((place, message, help)) =
            odd_sign(line, place.line).filter(|_| value.is_object() && types(schema).contains(&"array"))
        {
            self.report.add(place, message, help);
            return;
        }
        let written: String = line.chars().skip(place.column.saturating_sub(1)).take(place.length).collect();
        let (subject, wanted) = (subject(at), wanted(schema));
        let message = said!("{subject}{wanted} is wanted here, not {}", given(value, &written), subject, wanted);
        self.report.add(place, message, help(value, schema, at.name, &written));
    }
}

/// An empty value of a schema's first type.
fn empty(schema: &Value) -> Value {
    match types(schema).first() {
        Some(&"object") => Value::Object(Map::new()),
        Some(&"array") => Value::Array(Vec::new()),
        Some(&"integer" | &"number") => 0.into(),
        Some(&"boolean") => false.into(),
        _ => Value::String(String::new()),
    }
}

/// What a value is, before what is said of it.
fn subject(at: &At<'_>) -> Said {
    match (at.name, at.path.ends_with(']')) {
        ("", _) => Said::default(),
        (name, true) => said!("an item of {name}: ", name),
        (name, false) => said!("{name}: ", name),
    }
}
