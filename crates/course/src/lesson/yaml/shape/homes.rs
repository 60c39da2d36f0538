//! Where the names of a file belong.

use std::collections::HashSet;

use gostep_sim::said;
use gostep_sim::said::Said;
use serde_json::Value;

use crate::lesson::places::join;

/// A mapping in which a name may stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Home {
    /// The file itself.
    Top,
    /// One of `steps:`.
    Step,
    /// One of `terms:`.
    Term,
    /// An item of the list with this name.
    ItemOf(String),
    /// The mapping with this name.
    In(String),
}

impl Home {
    /// The mapping at a path.
    pub fn of(path: &str) -> Self {
        let inner = path.rsplit('.').next().unwrap_or(path);
        let around = path.rsplit_once('.').map(|(around, _)| around);
        match (inner.split_once('['), around) {
            (Some(("steps", _)), _) | (None, Some("steps")) => Self::Step,
            (Some((list, _)), _) => Self::ItemOf(list.to_owned()),
            (None, Some("terms")) => Self::Term,
            (None, _) if path.is_empty() => Self::Top,
            (None, _) => Self::In(inner.to_owned()),
        }
    }

    /// Where that is, in words.
    pub fn place(&self) -> Said {
        match self {
            Self::Top => said!("at the top of the file"),
            Self::Step => said!("in a step"),
            Self::Term => said!("in a term"),
            Self::ItemOf(list) => said!("in an item of {list}:", list),
            Self::In(name) => said!("in {name}:", name),
        }
    }
}

/// All that have a name, each once.
pub fn homes(schema: &Value, name: &str) -> Vec<Home> {
    fn walk(schema: &Value, path: &str, name: &str, found: &mut Vec<Home>) {
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            if properties.contains_key(name) {
                found.push(Home::of(path));
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
