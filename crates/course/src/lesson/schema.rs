//! The shape of lesson files as JSON Schema: what editors complete and explain, and what `yaml/shape` checks.

use std::collections::BTreeSet;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::lesson::raw::{RawLesson, RawOverlay};
use crate::lesson::raw_glossary::RawGlossary;

/// What a file says, whose schema is committed. Reading a file asks the committed one: a page that checks lessons would be
/// larger by all that derives schemas. A test compares it with [`named`].
pub trait Shaped: DeserializeOwned {
    /// The schema as text.
    const SCHEMA: &'static str;
}

impl Shaped for RawLesson {
    const SCHEMA: &'static str = include_str!("../../../../docs/lesson.schema.json");
}

impl Shaped for RawOverlay {
    const SCHEMA: &'static str = include_str!("../../../../docs/translation.schema.json");
}

impl Shaped for RawGlossary {
    const SCHEMA: &'static str = include_str!("../../../../docs/glossary.schema.json");
}

/// The committed schema of a type.
pub fn committed<T: Shaped>() -> Value {
    serde_json::from_str(T::SCHEMA).unwrap_or_default()
}

/// The files that have a schema: name of the schema, what it is of.
pub const NAMES: [&str; 3] = ["lesson", "translation", "glossary"];

/// The schema with one of [`NAMES`].
pub fn named(name: &str) -> Option<Value> {
    let (mut schema, title) = match name {
        "lesson" => (of::<RawLesson>(), "A lesson of gostep"),
        "translation" => (of::<RawOverlay>(), "A translation of a lesson of gostep"),
        "glossary" => (of::<RawGlossary>(), "A glossary of gostep"),
        _ => return None,
    };
    let object = schema.as_object_mut()?;
    object.insert("title".to_owned(), title.into());
    Some(schema)
}

/// The schema of a type. All of it is in one place, without references; nothing may be null.
fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = SchemaGenerator::new(settings).into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    schema
}

/// The names of all fields of lessons.
pub fn names_of_lessons() -> BTreeSet<String> {
    names_in([committed::<RawLesson>()])
}

/// The names of all fields of all files.
pub fn all_names() -> BTreeSet<String> {
    names_in([committed::<RawLesson>(), committed::<RawOverlay>(), committed::<RawGlossary>()])
}

fn names_in<const N: usize>(schemas: [Value; N]) -> BTreeSet<String> {
    fn walk(schema: &Value, names: &mut BTreeSet<String>) {
        match schema {
            Value::Object(object) => {
                if let Some(properties) = object.get("properties").and_then(Value::as_object) {
                    names.extend(properties.keys().cloned());
                }
                object.values().for_each(|inner| walk(inner, names));
            }
            Value::Array(items) => items.iter().for_each(|inner| walk(inner, names)),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for schema in schemas {
        walk(&schema, &mut names);
    }
    names
}

/// Takes out what Rust has and YAML has not: optional values as null, sizes of numbers, defaults. Puts in that nothing
/// is empty.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            object.remove("default");
            if object.remove("format").is_some_and(|format| format == "uint32") {
                object.entry("maximum").or_insert(u32::MAX.into());
            }
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|word| word != "null");
                if let [one] = types.as_slice() {
                    let one = one.clone();
                    object.insert("type".to_owned(), one);
                }
            }
            if let Some(Value::Array(forms)) = object.get_mut("anyOf") {
                forms.retain(|form| form.get("type").is_none_or(|word| word != "null"));
                if let [Value::Object(one)] = forms.as_slice() {
                    let one: Map<String, Value> = one.clone();
                    object.remove("anyOf");
                    // What is said of the field is worth more than what is said of its type.
                    for (key, value) in one {
                        object.entry(key).or_insert(value);
                    }
                }
            }
            object.values_mut().for_each(tidy);
            let is = |word: &str| object.get("type").is_some_and(|types| has_type(types, word));
            let (text, list) = (is("string") && !object.contains_key("enum"), is("array"));
            // Flags can be set back to none, and say so themselves.
            if text {
                object.entry("minLength").or_insert(1.into());
            }
            if list {
                object.entry("minItems").or_insert(1.into());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        _ => {}
    }
}

/// Whether `type:` of a schema names a type.
fn has_type(types: &Value, word: &str) -> bool {
    match types {
        Value::String(one) => one == word,
        Value::Array(several) => several.iter().any(|one| one == word),
        _ => false,
    }
}

/// The schema with one of [`NAMES`] as a file has it.
pub fn text(name: &str) -> Option<String> {
    serde_json::to_string_pretty(&named(name)?).ok().map(|text| text + "\n")
}
