//! The same as `plain`, where every byte counts: with serde_yaml a page would be a fortieth larger. In a page nothing
//! else needs it, and the tests hold both to one another.

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
    if is_negative && 0i128.checked_sub_unsigned(number).is_none() {
        return None;
    }
    match u64::try_from(number) {
        Ok(small) if !is_negative => Some(small.into()),
        Ok(small) if 0i64.checked_sub_unsigned(small).is_some() => Some((0i64.checked_sub_unsigned(small)?).into()),
        _ => Number::from_f64(if is_negative { -(number as f64) } else { number as f64 }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::plain;
    use super::*;

    /// What looks like a number or a truth, and nearly does.
    const WORDS: &str = "[-+]{0,2}(0[xob])?[-+]?[0-9a-f]{0,28}([.][0-9]{0,4})?(e[-+]?[0-9]{1,3})?\
        |[-+]?[.]?(inf|Inf|nan|NaN|null|True|FALSE|y|no)|[0-9][0-9-]{0,12}(:[0-9]{1,2})?";

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 5_000, failure_persistence: None, ..Default::default() })]

        #[test]
        fn words_mean_what_serde_yaml_says(word in WORDS) {
            // These are more than a word for YAML.
            proptest::prop_assume!(word != "-" && !word.starts_with("---"));
            proptest::prop_assert_eq!(value(&word), plain::value(&word));
        }
    }
}
