//! What to say of signs and words that stand where no expression has them.

use super::expression::{ExprError, Operator, Token};

/// A character that no expression has, with what stands before and behind it.
pub fn character(at: usize, c: char, before: &str, behind: &str) -> ExprError {
    let is_shown = !c.is_whitespace() && !c.is_control() && !matches!(u32::from(c), 0xad | 0x200b..=0x200f | 0x2060);
    let shown = if is_shown { c.to_string() } else { format!("U+{:04X}", u32::from(c)) };
    let after_word = before.ends_with(|c: char| c.is_alphabetic());
    let help = match c {
        '=' if behind.starts_with('<') => "write <= to compare".to_owned(),
        '=' if behind.starts_with('>') => "write >= to compare".to_owned(),
        '=' if before.ends_with("==") => "write == to compare".to_owned(),
        '=' if after_word && behind.starts_with(|c: char| c.is_alphabetic()) => {
            "a change stands in quotes: 'touch=fmt'; two values are compared with ==".to_owned()
        }
        '=' => "write == to compare".to_owned(),
        '!' => "write != to compare, and not for the contrary: not linked".to_owned(),
        '/' => {
            let first = before.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            let rest: String = behind.chars().take_while(|c| c.is_alphanumeric() || "/_.-".contains(*c)).collect();
            format!("a package stands in quotes: '{first}/{rest}'")
        }
        '÷' => "write /".to_owned(),
        '%' => "there is no remainder and no percent sign; rounded(100 * 3, 7) is a share in percent".to_owned(),
        '≥' => "write >=".to_owned(),
        '≤' => "write <=".to_owned(),
        '≠' => "write !=".to_owned(),
        '×' => "write *".to_owned(),
        '（' | '）' | '，' | '＋' | '－' | '＝' | '−' => "write it as an ASCII character".to_owned(),
        '‘' | '’' | '“' | '”' | '「' | '」' | '`' => "write straight quotes: 'fmt'".to_owned(),
        '{' | '}' => "an expression has no braces; only in texts it stands between {{ and }}".to_owned(),
        '[' | ']' => "items of a list are first(…), last(…) and at_position(…)".to_owned(),
        '.' if before.ends_with(|c: char| c.is_ascii_digit()) => {
            "there are whole numbers only; a text such as a version stands in quotes: 'go1.23'".to_owned()
        }
        '.' => "a fact has no parts; count(packages) is how many there are".to_owned(),
        '&' => "write the word and".to_owned(),
        '|' if behind.starts_with('|') => "write the word or".to_owned(),
        '|' => {
            "there are no filters: count(packages) is how many; between two conditions stands the word or".to_owned()
        }
        ';' => "write and, or two expectations, each an item of its own".to_owned(),
        c if c.is_whitespace() || !is_shown => "write a space, or nothing".to_owned(),
        _ => "an expression has facts, numbers, 'texts', + - * /, comparisons, and, or, not".to_owned(),
    };
    ExprError::new(at, format!("{shown} is not expected here"), help)
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
        Token::Not => "not stands before what it denies: not 'fmt' in ready",
        Token::Comma => {
            "a comma stands between values in brackets only; numbers have none: 1000; two expectations are two items"
        }
        Token::Close => "remove the bracket",
        _ => "write + - * /, a comparison, and or or between two values",
    };
    ExprError::new(at, format!("{} is not expected here", show(token)), help)
}

/// A word that other languages have as an operator, or one that stands behind a value.
pub fn word(at: usize, word: &str) -> ExprError {
    let help = match word {
        "AND" | "OR" | "NOT" => "and, or, not are written in small letters",
        "is" | "equals" => "write == to compare",
        "if" | "else" | "then" => "there are no conditions; an option of a question has if:",
        "div" | "mod" => "write / for a division without remainder; rounded(7, 2) and rounded_down(7, 2) are others",
        _ => "write + - * /, a comparison, and or or between two values; a text stands in quotes",
    };
    ExprError::new(at, format!("{word:?} is not expected here"), help)
}

/// A sign where a value is wanted.
pub fn operand(at: usize, token: &Token) -> ExprError {
    let help = match token {
        Token::Operator(Operator::Subtract) => "there are no negative numbers; write 0 - 5 for one",
        Token::Operator(Operator::Divide) => "a fact, a number or a 'text' is wanted; / divides, and has no remainder",
        Token::Operator(Operator::Greater) => "a fact, a number or a 'text' is wanted; that two values differ is !=",
        _ => "a fact, a number or a 'text' is wanted",
    };
    ExprError::new(at, format!("{} is not expected here", show(token)), help)
}

fn show(token: &Token) -> String {
    match token {
        Token::Number(number) => number.to_string(),
        Token::Text(text) => format!("'{text}'"),
        Token::Name(name) => format!("{name:?}"),
        Token::Operator(operator) => operator.sign().to_owned(),
        Token::Not => "not".to_owned(),
        Token::Open => "(".to_owned(),
        Token::Close => ")".to_owned(),
        Token::Comma => "a comma".to_owned(),
    }
}
