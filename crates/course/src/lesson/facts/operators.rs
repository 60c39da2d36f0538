//! What operators make of two values.

use crate::lesson::expr::{ExprError, Operator};
use crate::lesson::value::Value;
use gostep_sim::said;

/// Whether a condition holds.
///
/// # Errors
/// If the value is none.
pub fn condition(sign: &str, value: &Value, at: usize) -> Result<bool, ExprError> {
    let Value::Truth(holds) = value else {
        let message = said!("`{sign}` wants conditions, and this is {}", value.kind(), sign);
        return Err(ExprError::new(at, message, said!("write what is to hold of it, as in count(ready) > 0")));
    };
    Ok(*holds)
}

/// Joins two values. The bytes are those at which the whole and its right side begin.
///
/// # Errors
/// If they do not go together, or the result is no whole number.
pub fn combine(operator: Operator, left: Value, right: Value, at: (usize, usize)) -> Result<Value, ExprError> {
    use Operator::{Add, And, AtLeast, AtMost, Differ, Divide, Equal, Greater, In, Less, Multiply, Or, Subtract};
    let unlike = unlike(at.0, operator, (&left, &right));
    match (operator, left, right) {
        (Equal, left, right) if left.same_kind(&right) => Ok(Value::Truth(left == right)),
        (Differ, left, right) if left.same_kind(&right) => Ok(Value::Truth(left != right)),
        (In, Value::Text(item), Value::List(items)) => Ok(Value::Truth(items.contains(&item))),
        (Equal | Differ | In | And | Or, ..) => Err(unlike),
        (operator, left, right) => {
            let (Some(a), Some(b)) = (left.as_number(), right.as_number()) else { return Err(unlike) };
            let number = |result: Option<i64>| result.map(Value::Number).ok_or_else(|| too_large(at.0));
            match operator {
                Add => number(a.checked_add(b)),
                Subtract => number(a.checked_sub(b)),
                Multiply => number(a.checked_mul(b)),
                Divide => exactly(a, b, at),
                Less => Ok(Value::Truth(a < b)),
                AtMost => Ok(Value::Truth(a <= b)),
                Greater => Ok(Value::Truth(a > b)),
                AtLeast => Ok(Value::Truth(a >= b)),
                Equal | Differ | In | And | Or => Err(unlike),
            }
        }
    }
}

/// `/`: a number that is no whole one would have to be rounded, and whoever reads it would not know how.
fn exactly(a: i64, b: i64, at: (usize, usize)) -> Result<Value, ExprError> {
    divisor(b, at.1)?;
    match (a.checked_rem(b), a.checked_div(b)) {
        (Some(0), Some(result)) => Ok(Value::Number(result)),
        (Some(_), _) => {
            let message = said!("{a} / {b} is no whole number", a, b);
            let help =
                said!("rounded(A, B) rounds to the nearest one, rounded_down(A, B) down; say in the text that it does");
            Err(ExprError::misfit(at.0, message, help))
        }
        _ => Err(too_large(at.0)),
    }
}

/// A number to divide by.
fn divisor(b: i64, at: usize) -> Result<(), ExprError> {
    if b == 0 {
        return Err(ExprError::misfit(
            at,
            said!("a division by 0"),
            said!("divide by something else; there may be none of it here"),
        ));
    }
    Ok(())
}

/// One number divided by another as a whole number: the nearest one, of two equally near ones the larger; or, `down`, the
/// largest that is not above it. The place is that of the divisor.
///
/// # Errors
/// If the divisor is 0, or the result too large.
pub fn rounded(a: i64, b: i64, down: bool, at: usize) -> Result<Value, ExprError> {
    divisor(b, at)?;
    let (a, b) = (i128::from(a), i128::from(b));
    // The nearest one is the floor of a/b + 1/2.
    let (a, b) = if down { (a, b) } else { (2 * a + b, 2 * b) };
    let (a, b) = if b < 0 { (-a, -b) } else { (a, b) };
    i64::try_from(a.div_euclid(b)).map(Value::Number).map_err(|_| too_large(at))
}

fn too_large(at: usize) -> ExprError {
    ExprError::misfit(at, said!("the result is too large a number"), said!("use smaller numbers"))
}

/// Two values that an operator cannot join.
fn unlike(at: usize, operator: Operator, (left, right): (&Value, &Value)) -> ExprError {
    let is_list = |value: &Value| matches!(value, Value::List(_));
    let help = match operator {
        Operator::In => said!("write 'fmt' in imports('main')"),
        _ if is_list(left) || is_list(right) => said!("count a list first: count(packages)"),
        Operator::Less | Operator::AtMost | Operator::Greater | Operator::AtLeast
            if matches!(left, Value::Truth(_)) =>
        {
            said!("write two comparisons with and between them: 1 < count(ready) and count(ready) < 5")
        }
        _ => said!("compare or add numbers"),
    };
    ExprError::new(at, said!("{left} and {right} do not go together", left = left.kind(), right = right.kind()), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_goes_to_the_nearest_or_down_on_both_sides_of_zero() {
        let nearest = |a, b| rounded(a, b, false, 0).unwrap();
        let down = |a, b| rounded(a, b, true, 0).unwrap();
        for (a, b, near, below) in
            [(7, 2, 4, 3), (-7, 2, -3, -4), (7, -2, -3, -4), (10, 3, 3, 3), (-10, 3, -3, -4), (0, 5, 0, 0)]
        {
            assert_eq!((nearest(a, b), down(a, b)), (Value::Number(near), Value::Number(below)), "{a} / {b}");
        }
        assert!(rounded(1, 0, false, 0).is_err());
        assert!(rounded(i64::MIN, -1, true, 0).is_err());
        assert_eq!(nearest(i64::MAX, 1), Value::Number(i64::MAX));
    }
}
