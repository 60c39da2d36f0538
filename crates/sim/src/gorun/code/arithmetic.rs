//! What operators and conversions make of values.

use super::value::Value;
use crate::gorun::source::ast::{Operator, Type};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The program panics with a runtime error.
    Panic(&'static str),
    /// Go would not have compiled this, or it is not run here.
    NotRun(&'static str),
}

const TYPES: Trouble = Trouble::NotRun("these types do not fit together, or what is done with them cannot be run");

/// A binary operator.
pub fn binary(operator: Operator, left: Value, right: Value) -> Result<Value, Trouble> {
    use Value::{Bool, Duration, Int, Text, Time, Unknown};
    Ok(match (left, right) {
        (Unknown, _) | (_, Unknown) | (Time(_), Time(_)) => Unknown,
        (Int(left), Int(right)) => whole(operator, left, right, Int)?,
        (Duration(left), Duration(right) | Int(right)) | (Int(left), Duration(right)) => {
            whole(operator, left, right, Duration)?
        }
        (Text(left), Text(right)) if operator == Operator::Add => Text(format!("{left}{right}").into()),
        (Text(left), Text(right)) => Bool(compared(operator, &left, &right)?),
        (Bool(left), Bool(right)) => Bool(equal(operator, left == right)?),
        (left, right) => Bool(equal(operator, same(&left, &right)?)?),
    })
}

fn whole(operator: Operator, left: i64, right: i64, of: fn(i64) -> Value) -> Result<Value, Trouble> {
    Ok(match operator {
        Operator::Add => of(left.wrapping_add(right)),
        Operator::Subtract => of(left.wrapping_sub(right)),
        Operator::Multiply => of(left.wrapping_mul(right)),
        Operator::Divide | Operator::Remainder if right == 0 => {
            return Err(Trouble::Panic("runtime error: integer divide by zero"));
        }
        Operator::Divide => of(left.wrapping_div(right)),
        Operator::Remainder => of(left.wrapping_rem(right)),
        _ => Value::Bool(compared(operator, &left, &right)?),
    })
}

fn compared<T: Ord + ?Sized>(operator: Operator, left: &T, right: &T) -> Result<bool, Trouble> {
    Ok(match operator {
        Operator::Equal => left == right,
        Operator::Unequal => left != right,
        Operator::Less => left < right,
        Operator::AtMost => left <= right,
        Operator::Greater => left > right,
        Operator::AtLeast => left >= right,
        _ => return Err(TYPES),
    })
}

fn equal(operator: Operator, same: bool) -> Result<bool, Trouble> {
    match operator {
        Operator::Equal => Ok(same),
        Operator::Unequal => Ok(!same),
        _ => Err(TYPES),
    }
}

fn same(left: &Value, right: &Value) -> Result<bool, Trouble> {
    match (left, right) {
        (Value::Nil, Value::Nil) | (Value::Empty, Value::Empty) => Ok(true),
        (Value::Chan(left), Value::Chan(right)) => Ok(left == right),
        (Value::Nil, Value::Chan(_) | Value::Func(_) | Value::Int(_) | Value::Text(_) | Value::Bool(_))
        | (Value::Chan(_) | Value::Func(_) | Value::Int(_) | Value::Text(_) | Value::Bool(_), Value::Nil) => Ok(false),
        _ => Err(TYPES),
    }
}

/// A unary operator.
pub fn unary(operator: Operator, of: Value) -> Result<Value, Trouble> {
    match (operator, of) {
        (_, Value::Unknown) => Ok(Value::Unknown),
        (Operator::Not, Value::Bool(is)) => Ok(Value::Bool(!is)),
        (Operator::Subtract, Value::Int(number)) => Ok(Value::Int(number.wrapping_neg())),
        (Operator::Subtract, Value::Duration(ns)) => Ok(Value::Duration(ns.wrapping_neg())),
        _ => Err(TYPES),
    }
}

/// A conversion.
pub fn convert(to: &Type, of: Value) -> Result<Value, Trouble> {
    match (to, of) {
        (_, Value::Unknown) => Ok(Value::Unknown),
        (Type::Duration, Value::Int(ns) | Value::Duration(ns)) => Ok(Value::Duration(ns)),
        (Type::Int, Value::Int(number) | Value::Duration(number)) => Ok(Value::Int(number)),
        (Type::String, text @ Value::Text(_)) => Ok(text),
        _ => Err(TYPES),
    }
}

/// An element of a slice.
pub fn index(slice: &Value, at: &Value) -> Result<Value, Trouble> {
    match (slice, at) {
        (Value::Slice(values), Value::Int(at)) => usize::try_from(*at)
            .ok()
            .and_then(|at| values.get(at).cloned())
            .ok_or(Trouble::NotRun("this index is outside of the slice")),
        _ => Err(TYPES),
    }
}

/// The length of a string or a slice.
pub fn length(of: &Value) -> Result<Value, Trouble> {
    let length = match of {
        Value::Text(text) => text.len(),
        Value::Slice(values) => values.len(),
        _ => return Err(TYPES),
    };
    Ok(Value::Int(i64::try_from(length).unwrap_or(i64::MAX)))
}
