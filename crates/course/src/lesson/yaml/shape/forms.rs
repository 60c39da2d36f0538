//! What forms a schema allows.

use serde_json::Value;

/// The form of a schema that a value has at first sight.
pub fn fitting<'a>(value: &Value, schema: &'a Value) -> Option<&'a Value> {
    if let Some(forms) = schema.get("anyOf").and_then(Value::as_array) {
        return forms.iter().find_map(|form| fitting(value, form));
    }
    let fits = |word: &str| match word {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => {
            let least = schema.get("minimum").and_then(Value::as_i64);
            let most = schema.get("maximum").and_then(Value::as_u64).unwrap_or(i64::MAX.cast_unsigned());
            match (value.as_u64(), value.as_i64()) {
                (Some(number), _) => {
                    number <= most && least.is_none_or(|least| least < 0 || number >= least.cast_unsigned())
                }
                (None, Some(number)) => least.is_none_or(|least| number >= least),
                (None, None) => false,
            }
        }
        _ => false,
    };
    types(schema).into_iter().any(fits).then_some(schema)
}

/// The types that a schema allows.
pub fn types(schema: &Value) -> Vec<&str> {
    if let Some(forms) = schema.get("anyOf").and_then(Value::as_array) {
        return forms.iter().flat_map(types).collect();
    }
    match schema.get("type") {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
