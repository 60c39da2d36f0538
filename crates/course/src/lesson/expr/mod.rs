//! The expressions between `{{` and `}}`, and in `expect:`.
//!
//! A language too small to do harm: numbers, texts, facts with arguments, arithmetic, comparison, `and`, `or`, `not`. It has
//! no loops, no assignments and no way to make a text longer than the facts are, so a lesson cannot hang or fill memory with it.

mod expression;
mod unexpected;

pub use expression::{Expr, ExprError, ExprKind, Operator};

use gostep_sim::said;
use std::iter::Peekable;
use std::str::CharIndices;

use expression::{NOT_STRENGTH, Token};

const MAX_DEPTH: usize = 16;
/// A chain of operators is walked one inside the other.
const MAX_TOKENS: usize = 400;

/// Parses an expression. Offsets count from `base`.
///
/// # Errors
/// If it is none.
pub fn parse(text: &str, base: usize) -> Result<Expr, ExprError> {
    let tokens = tokens(text, base)?;
    if tokens.len() > MAX_TOKENS {
        return Err(ExprError::new(
            base,
            said!("the expression is too long"),
            said!("say it with fewer facts and numbers"),
        ));
    }
    let mut parser = Parser { tokens: &tokens, next: 0, end: base + text.trim_end().len() };
    let expr = parser.expression(1, 0)?;
    match parser.peek() {
        None => Ok(expr),
        Some((at, token)) => Err(unexpected::token(at, token)),
    }
}

fn tokens(text: &str, base: usize) -> Result<Vec<(usize, Token)>, ExprError> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut followed_by_equal = || chars.next_if(|(_, c)| *c == '=').is_some();
        let token = match c {
            ' ' | '\n' => continue,
            '(' => Token::Open,
            ')' => Token::Close,
            ',' => Token::Comma,
            '+' => Token::Operator(Operator::Add),
            '-' => Token::Operator(Operator::Subtract),
            '*' => Token::Operator(Operator::Multiply),
            '/' if !unexpected::is_in_package(&text[..at], &text[at + 1..]) => Token::Operator(Operator::Divide),
            '<' => Token::Operator(if followed_by_equal() { Operator::AtMost } else { Operator::Less }),
            '>' => Token::Operator(if followed_by_equal() { Operator::AtLeast } else { Operator::Greater }),
            '=' if followed_by_equal() => Token::Operator(Operator::Equal),
            '!' if followed_by_equal() => Token::Operator(Operator::Differ),
            '\'' | '"' => Token::Text(quoted(&mut chars, c).ok_or_else(|| {
                ExprError::new(base + at, said!("a text that is not closed"), said!("end it with {c}", c))
            })?),
            '0'..='9' => {
                let digits = word(&mut chars, c);
                let too_large = |_| {
                    if digits.bytes().any(|b| !b.is_ascii_digit()) {
                        return ExprError::new(
                            base + at,
                            said!("not a number"),
                            said!("write it with digits alone: 1000"),
                        );
                    }
                    ExprError::new(
                        base + at,
                        said!("the number is too large"),
                        said!("the largest one is {}", i64::MAX),
                    )
                };
                let number = digits.parse().map_err(too_large)?;
                Token::Number(number)
            }
            c if c.is_alphabetic() || c == '_' => match word(&mut chars, c) {
                word if word == "in" => Token::Operator(Operator::In),
                word if word == "and" => Token::Operator(Operator::And),
                word if word == "or" => Token::Operator(Operator::Or),
                word if word == "not" => Token::Not,
                word => Token::Name(word),
            },
            _ => return Err(unexpected::character(base + at, c, &text[..at], &text[at + c.len_utf8()..])),
        };
        tokens.push((base + at, token));
    }
    Ok(tokens)
}

fn quoted(chars: &mut Peekable<CharIndices<'_>>, quote: char) -> Option<String> {
    let mut text = String::new();
    for (_, c) in chars {
        if c == quote {
            return Some(text);
        }
        text.push(c);
    }
    None
}

fn word(chars: &mut Peekable<CharIndices<'_>>, first: char) -> String {
    let mut word = String::from(first);
    while let Some((_, c)) = chars.next_if(|(_, c)| c.is_alphanumeric() || *c == '_') {
        word.push(c);
    }
    word
}

struct Parser<'a> {
    tokens: &'a [(usize, Token)],
    next: usize,
    end: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<(usize, &'a Token)> {
        self.tokens.get(self.next).map(|(at, token)| (*at, token))
    }

    fn expression(&mut self, weakest: u8, depth: usize) -> Result<Expr, ExprError> {
        let mut left = self.operand(depth)?;
        while let Some((_, &Token::Operator(operator))) = self.peek() {
            if operator.strength() < weakest {
                break;
            }
            self.next += 1;
            let right = self.expression(operator.strength() + 1, depth + 1)?;
            left = Expr { at: left.at, kind: ExprKind::Binary(operator, Box::new((left, right))) };
        }
        Ok(left)
    }

    fn operand(&mut self, depth: usize) -> Result<Expr, ExprError> {
        let Some((at, token)) = self.peek() else {
            return Err(ExprError::new(
                self.end,
                said!("the expression is not complete"),
                said!("name a fact, such as packages"),
            ));
        };
        if depth > MAX_DEPTH {
            return Err(ExprError::new(at, said!("too many brackets or operators"), said!("say it with fewer")));
        }
        self.next += 1;
        let kind = match token {
            Token::Number(number) => ExprKind::Number(*number),
            Token::Text(text) => ExprKind::Text(text.clone()),
            Token::Name(name) => ExprKind::Fact { name: name.clone(), args: self.arguments(depth)? },
            Token::Not => ExprKind::Not(Box::new(self.expression(NOT_STRENGTH, depth + 1)?)),
            Token::Open => {
                let inner = self.expression(1, depth + 1)?;
                self.close()?;
                inner.kind
            }
            other => return Err(unexpected::operand(at, other)),
        };
        Ok(Expr { at, kind })
    }

    fn arguments(&mut self, depth: usize) -> Result<Vec<Expr>, ExprError> {
        let mut args = Vec::new();
        if self.peek().is_none_or(|(_, token)| *token != Token::Open) {
            return Ok(args);
        }
        self.next += 1;
        if matches!(self.peek(), Some((_, Token::Close))) {
            self.next += 1;
            return Ok(args);
        }
        loop {
            args.push(self.expression(1, depth + 1)?);
            if !matches!(self.peek(), Some((_, Token::Comma))) {
                self.close()?;
                return Ok(args);
            }
            self.next += 1;
        }
    }

    fn close(&mut self) -> Result<(), ExprError> {
        match self.peek() {
            Some((_, Token::Close)) => {
                self.next += 1;
                Ok(())
            }
            other => {
                let at = other.map_or(self.end, |(at, _)| at);
                Err(ExprError::new(at, said!("a bracket that is not closed"), "add )"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> (usize, String) {
        let error = parse(text, 0).unwrap_err();
        (error.at, error.message.to_string())
    }

    #[test]
    fn operators_bind_as_in_arithmetic() {
        let grouped = parse("a + (b * 2) == c", 0).unwrap();
        let plain = parse("a + b * 2 == c", 0).unwrap();
        let ExprKind::Binary(Operator::Equal, sides) = &plain.kind else { panic!("{plain:?}") };
        let ExprKind::Binary(Operator::Equal, same) = &grouped.kind else { panic!("{grouped:?}") };
        assert!(matches!(sides.0.kind, ExprKind::Binary(Operator::Add, _)));
        assert!(matches!(same.0.kind, ExprKind::Binary(Operator::Add, _)));
    }

    #[test]
    fn not_binds_less_than_a_comparison_and_or_least_of_all() {
        let plain = parse("not a == 1 and b or c / 2 * 3 > d", 0).unwrap();
        let grouped = parse("((not (a == 1)) and b) or (((c / 2) * 3) > d)", 0).unwrap();
        assert_eq!(without_places(&plain), without_places(&grouped));
        let ExprKind::Binary(Operator::Or, _) = &plain.kind else { panic!("{plain:?}") };
    }

    fn without_places(expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Not(inner) => format!("(not {})", without_places(inner)),
            ExprKind::Binary(operator, sides) => {
                format!("({} {} {})", without_places(&sides.0), operator.sign(), without_places(&sides.1))
            }
            kind => format!("{kind:?}"),
        }
    }

    #[test]
    fn errors_say_where() {
        assert_eq!(message("imports('fmt"), (8, "a text that is not closed".to_owned()));
        assert_eq!(message("imports('fmt'"), (13, "a bracket that is not closed".to_owned()));
        assert_eq!(message("a b"), (2, "\"b\" is not expected here".to_owned()));
        assert_eq!(message("a +"), (3, "the expression is not complete".to_owned()));
        assert_eq!(message("a % b"), (2, "% is not expected here".to_owned()));
        assert_eq!(message("a and"), (5, "the expression is not complete".to_owned()));
        assert_eq!(message("a and or b"), (6, "or is not expected here".to_owned()));
        assert_eq!(message("a not in b"), (2, "not is not expected here".to_owned()));
        assert_eq!(message("internal/abi"), (8, "/ is not expected here".to_owned()));
        assert_eq!(message(&"not ".repeat(300)).1, "too many brackets or operators");
        assert_eq!(message("99999999999999999999").0, 0);
        assert_eq!(message(&"(".repeat(300)).1, "too many brackets or operators");
        assert_eq!(message(&"(".repeat(100_000)).1, "the expression is too long");
        assert_eq!(message(&"1+".repeat(5_000)).1, "the expression is too long");
    }
}
