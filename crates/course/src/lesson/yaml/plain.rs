//! What a word without quotes means in YAML: nothing, a truth, a number, or itself.

use serde_json::{Number, Value};

/// The value that a word stands for.
pub fn value(word: &str) -> Value {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(word).map_or_else(|| word.into(), Value::Number),
    }
}

fn number(word: &str) -> Option<Number> {
    let (sign, digits) = match word.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", word.strip_prefix('+').unwrap_or(word)),
    };
    if digits.starts_with(['+', '-']) {
        return None;
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = digits.strip_prefix(prefix) {
            let number = i128::from_str_radix(&format!("{sign}{digits}"), radix).ok();
            return number.filter(|_| !digits.starts_with(['+', '-'])).and_then(Number::from_i128);
        }
    }
    let is_decimal = digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_decimal && digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    // How large a number exactly is that no lesson can use does not matter.
    let whole = format!("{sign}{digits}").parse().ok().filter(|_| is_decimal).and_then(Number::from_i128);
    let has_digits = digits.bytes().any(|byte| byte.is_ascii_digit());
    whole.or_else(|| Number::from_f64(format!("{sign}{digits}").parse().ok().filter(|_| has_digits)?))
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
