//! What a word without quotes means in YAML: nothing, a truth, a number, or itself.
//!
//! The rules are those of serde_yaml, with which the tests compare. It is not asked itself: with it a page would be a
//! fiftieth larger.

use serde_json::{Number, Value};

/// The value that a word stands for.
pub fn value(word: &str) -> Value {
    match word {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    // JSON has no infinity; as a text it is told that a number is wanted.
    number(word).map_or_else(|| word.into(), Value::Number)
}

/// The number that a word stands for. One of more than 64 bits no lesson can use: how large it is exactly does not
/// matter.
fn number(word: &str) -> Option<Number> {
    let (is_negative, digits) = match word.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, word.strip_prefix('+').unwrap_or(word)),
    };
    if !digits.starts_with(|sign: char| sign.is_ascii_digit() || sign == '.') {
        return None;
    }
    for (prefix, base) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = digits.strip_prefix(prefix) {
            return whole(is_negative, digits, base);
        }
    }
    let is_whole = digits.bytes().all(|digit| digit.is_ascii_digit());
    if is_whole && digits.len() > 1 && digits.starts_with('0') {
        return None;
    }
    if let Some(number) = whole(is_negative, digits, 10) {
        return Some(number);
    }
    Number::from_f64(word.parse().ok()?)
}

#[expect(clippy::cast_precision_loss, reason = "too large to be used in any case")]
fn whole(is_negative: bool, digits: &str, base: u32) -> Option<Number> {
    if digits.starts_with(['+', '-']) {
        return None;
    }
    let number = u128::from_str_radix(digits, base).ok()?;
    match u64::try_from(number) {
        Ok(small) if !is_negative => Some(small.into()),
        Ok(small) if 0i64.checked_sub_unsigned(small).is_some() => Some((0i64.checked_sub_unsigned(small)?).into()),
        _ => Number::from_f64(if is_negative { -(number as f64) } else { number as f64 }),
    }
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

    /// What serde_yaml says of the word. Of numbers that have more than 64 bits it tells only types that have as many.
    #[expect(clippy::cast_precision_loss, reason = "too large to be used in any case")]
    fn meant(word: &str) -> Value {
        let large = || {
            let number = serde_yaml::from_str::<i128>(word).map(|number| number as f64);
            number.or_else(|_| serde_yaml::from_str::<u128>(word).map(|number| number as f64)).ok()
        };
        let number = match serde_yaml::from_str(word) {
            Ok(serde_yaml::Value::Null) => return Value::Null,
            Ok(serde_yaml::Value::Bool(truth)) => return Value::Bool(truth),
            Ok(serde_yaml::Value::Number(number)) => serde_json::to_value(number).ok().filter(Value::is_number),
            _ => large().and_then(Number::from_f64).map(Value::Number),
        };
        number.unwrap_or_else(|| word.into())
    }

    /// What looks like a number or a truth, and nearly does.
    const WORDS: &str = "[-+]{0,2}(0[xob])?[-+]?[0-9a-f]{0,28}([.][0-9]{0,4})?(e[-+]?[0-9]{1,3})?\
        |[-+]?[.]?(inf|Inf|nan|NaN|null|True|FALSE|y|no)|[0-9][0-9-]{0,12}(:[0-9]{1,2})?";

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 5_000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn words_mean_what_serde_yaml_says(word in WORDS) {
            // These are more than a word for YAML.
            proptest::prop_assume!(word != "-" && !word.starts_with("---"));
            proptest::prop_assert_eq!(value(&word), meant(&word));
        }
    }
}
