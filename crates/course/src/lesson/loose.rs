//! YAML to values: the one file that uses serde_yaml.
//!
//! What is wrong with the values is reported by those who know their places, so nothing is refused here: of two values
//! with the same name the first one stays, and a name without a value is left out.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// What serde_yaml says against a text, with line and column, from 1.
pub struct Unreadable {
    /// What is wrong.
    pub message: String,
    /// Where, if that is known.
    pub at: Option<(usize, usize)>,
}

/// Reads the one document of a text.
pub fn read(text: &str) -> Result<Value, Unreadable> {
    serde_yaml::from_str::<Loose>(text).map(|value| value.0).map_err(|error| Unreadable {
        at: error.location().map(|at| (at.line(), at.column())),
        message: error.to_string(),
    })
}

struct Loose(Value);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue).map(Self)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(Value::Bool(truth))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    // No number of a lesson is that large: how large it is exactly does not matter.
    #[expect(clippy::cast_precision_loss, reason = "too large to be used in any case")]
    fn visit_u128<E: serde::de::Error>(self, number: u128) -> Result<Value, E> {
        self.visit_f64(number as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "too large to be used in any case")]
    fn visit_i128<E: serde::de::Error>(self, number: i128) -> Result<Value, E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        // JSON has no infinity; as a text it is told that a number is wanted.
        Ok(Number::from_f64(number).map_or_else(|| Value::String(number.to_string()), Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Loose(item)) = items.next_element()? {
            // The others keep their numbers.
            list.push(if item.is_null() { Value::Object(Map::new()) } else { item });
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut mapping = Map::new();
        while let Some((name, Loose(value))) = entries.next_entry::<String, Loose>()? {
            if !value.is_null() {
                mapping.entry(name).or_insert(value);
            }
        }
        Ok(Value::Object(mapping))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Value {
        read(text).map_err(|error| error.message).unwrap()
    }

    #[test]
    fn plain_words_mean_what_yaml_says() {
        for (text, expected) in [
            ("5", serde_json::json!(5)),
            ("-5", serde_json::json!(-5)),
            ("1.5", serde_json::json!(1.5)),
            ("true", serde_json::json!(true)),
            ("no", serde_json::json!("no")),
            ("1.23.9", serde_json::json!("1.23.9")),
            ("go1.23", serde_json::json!("go1.23")),
            ("~", Value::Null),
            ("-p fmt", serde_json::json!("-p fmt")),
            ("'5'", serde_json::json!("5")),
        ] {
            assert_eq!(value(text), expected, "{text}");
        }
        assert!(value("123456789012345678901234567890").is_f64());
        assert!(value("123456789012345678901234567890123456789012345678901234567890").is_number());
    }

    #[test]
    fn the_first_of_two_stays_and_nothing_is_left_out() {
        assert_eq!(value("a: 1\nb:\na: 2\n1: [x, ~]"), serde_json::json!({"a": 1, "1": ["x", {}]}));
    }
}
