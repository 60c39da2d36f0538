//! What a word without quotes means in YAML: nothing, a truth, a number, or itself.

use serde_json::{Number, Value};

/// The value that a word stands for. What it means, serde_yaml says: most words are words, and are not asked about.
pub fn value(word: &str) -> Value {
    let first = word.bytes().next().unwrap_or(b'~');
    let may_mean_another = first.is_ascii_digit() || b"~-+.tTfFnN".contains(&first);
    let meant = if may_mean_another { serde_yaml::from_str(word).ok() } else { None };
    let number = match meant {
        Some(serde_yaml::Value::Null) => return Value::Null,
        Some(serde_yaml::Value::Bool(truth)) => return Value::Bool(truth),
        Some(serde_yaml::Value::Number(number)) => serde_json::to_value(number).ok().filter(Value::is_number),
        _ if may_mean_another => large(word),
        _ => None,
    };
    // JSON has no infinity; as a text it is told that a number is wanted.
    number.unwrap_or_else(|| word.into())
}

/// A number of more than 64 bits. No lesson can use one: how large it is exactly does not matter.
#[expect(clippy::cast_precision_loss, reason = "too large to be used in any case")]
fn large(word: &str) -> Option<Value> {
    let number = serde_yaml::from_str::<i128>(word).map(|number| number as f64);
    let number = number.or_else(|_| serde_yaml::from_str::<u128>(word).map(|number| number as f64));
    Number::from_f64(number.ok()?).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mean_what_yaml_says() {
        for (word, expected) in [
            ("5", serde_json::json!(5)),
            ("-5", serde_json::json!(-5)),
            ("+5", serde_json::json!(5)),
            ("0x1f", serde_json::json!(31)),
            ("1.5", serde_json::json!(1.5)),
            ("1e3", serde_json::json!(1000.0)),
            ("true", serde_json::json!(true)),
            ("no", serde_json::json!("no")),
            ("007", serde_json::json!("007")),
            ("1.23.9", serde_json::json!("1.23.9")),
            ("go1.23", serde_json::json!("go1.23")),
            ("~", Value::Null),
            ("-p fmt", serde_json::json!("-p fmt")),
            ("--5", serde_json::json!("--5")),
            ("inf", serde_json::json!("inf")),
            ("nan", serde_json::json!("nan")),
        ] {
            assert_eq!(value(word), expected, "{word}");
        }
        assert!(value("123456789012345678901234567890").is_f64());
        assert!(value("123456789012345678901234567890123456789012345678901234567890").is_number());
    }
}
