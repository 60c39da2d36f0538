//! What to say of signs and words that stand where no expression has them.

use super::expression::{ExprError, Operator, Token};
use crate::lesson::readable::code_point;
use gostep_sim::said;
use gostep_sim::said::{Gap, Value};

/// A character that no expression has, with what stands before and behind it.
pub fn character(at: usize, c: char, before: &str, behind: &str) -> ExprError {
    let is_shown = !c.is_whitespace() && !c.is_control() && !matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2060);
    let shown = if is_shown { c.to_string() } else { code_point(c) };
    let after_word = before.ends_with(|c: char| c.is_alphabetic());
    let help = match c {
        '=' if behind.starts_with('<') => said!("write <= to compare"),
        '=' if behind.starts_with('>') => said!("write >= to compare"),
        '=' if before.ends_with("==") => said!("write == to compare"),
        '=' if after_word && behind.starts_with(|c: char| c.is_alphabetic()) => {
            said!("a change stands in quotes: 'touch=fmt'; two values are compared with ==")
        }
        '=' => said!("write == to compare"),
        '!' => said!("write != to compare, and not for the contrary: not linked"),
        '/' => {
            let first = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let rest: String = behind.chars().take_while(|c| c.is_alphanumeric() || "/_.-".contains(*c)).collect();
            said!("a package stands in quotes: '{first}/{rest}'", first, rest)
        }
        '÷' => said!("write /"),
        '%' => said!("there is no remainder and no percent sign; rounded(100 * 3, 7) is a share in percent"),
        '≥' => said!("write >="),
        '≤' => said!("write <="),
        '≠' => said!("write !="),
        '×' => said!("write *"),
        '（' | '）' | '，' | '＋' | '－' | '＝' | '−' => said!("write it as an ASCII character"),
        '‘' | '’' | '“' | '”' | '「' | '」' | '`' => said!("write straight quotes: 'fmt'"),
        '{' | '}' => said!("an expression has no braces; only in texts it stands between {{{{ and }}}}"),
        '[' | ']' => said!("items of a list are first(…), last(…) and at_position(…)"),
        '.' if before.ends_with(|c: char| c.is_ascii_digit()) => {
            said!("there are whole numbers only; a text such as a version stands in quotes: 'go1.23'")
        }
        '.' => said!("a fact has no parts; count(packages) is how many there are"),
        '&' => said!("write the word and"),
        '|' if behind.starts_with('|') => said!("write the word or"),
        '|' => {
            said!("there are no filters: count(packages) is how many; between two conditions stands the word or")
        }
        ';' => said!("write and, or two expectations, each an item of its own"),
        c if c.is_whitespace() || !is_shown => said!("write a space, or nothing"),
        _ => said!("an expression has facts, numbers, 'texts', + - * /, comparisons, and, or, not"),
    };
    ExprError::new(at, said!("{shown} is not expected here", shown), help)
}

/// Whether a slash stands in an import path without quotes rather than between two numbers: no blank is beside it, as in
/// `internal/abi`, and what stands there are words.
pub fn is_in_package(before: &str, behind: &str) -> bool {
    before.ends_with(|c: char| c.is_alphabetic()) && behind.starts_with(|c: char| c.is_alphabetic())
}

/// A sign or word behind an expression that is complete.
pub fn token(at: usize, token: &Token) -> ExprError {
    if let Token::Name(name) = token {
        return word(at, name);
    }
    let help = match token {
        Token::Not => said!("not stands before what it denies: not 'fmt' in ready"),
        Token::Comma => {
            said!(
                "a comma stands between values in brackets only; numbers have none: 1000; two expectations are two items"
            )
        }
        Token::Close => said!("remove the bracket"),
        _ => said!("write + - * /, a comparison, and or or between two values"),
    };
    ExprError::new(at, said!("{} is not expected here", show(token)), help)
}

/// A word that other languages have as an operator, or one that stands behind a value.
pub fn word(at: usize, word: &str) -> ExprError {
    let help = match word {
        "AND" | "OR" | "NOT" => said!("and, or, not are written in small letters"),
        "is" | "equals" => said!("write == to compare"),
        "if" | "else" | "then" => said!("there are no conditions; an option of a question has if:"),
        "div" | "mod" => {
            said!("write / for a division without remainder; rounded(7, 2) and rounded_down(7, 2) are others")
        }
        _ => said!("write + - * /, a comparison, and or or between two values; a text stands in quotes"),
    };
    ExprError::new(at, said!("{word:?} is not expected here", word), help)
}

/// A sign where a value is wanted.
pub fn operand(at: usize, token: &Token) -> ExprError {
    let help = match token {
        Token::Operator(Operator::Subtract) => said!("there are no negative numbers; write 0 - 5 for one"),
        Token::Operator(Operator::Divide) => {
            said!("a fact, a number or a 'text' is wanted; / divides, and has no remainder")
        }
        Token::Operator(Operator::Greater) => {
            said!("a fact, a number or a 'text' is wanted; that two values differ is !=")
        }
        _ => said!("a fact, a number or a 'text' is wanted"),
    };
    ExprError::new(at, said!("{} is not expected here", show(token)), help)
}

fn show(token: &Token) -> Value {
    match token {
        Token::Number(number) => number.value(),
        Token::Text(text) => format!("'{text}'").value(),
        Token::Name(name) => format!("{name:?}").value(),
        Token::Operator(operator) => operator.sign().value(),
        Token::Not => "not".value(),
        Token::Open => "(".value(),
        Token::Close => ")".value(),
        Token::Comma => said!("a comma").value(),
    }
}
