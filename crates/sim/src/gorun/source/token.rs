//! Words and signs of Go, with their places.

use super::ast::Place;
use super::error::SourceError;

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A name or a keyword.
    Word(String),
    /// A whole number.
    Int(i64),
    /// A string, as it is after its escapes.
    Text(String),
    /// A sign.
    Sign(&'static str),
    /// The end of a line that ends a statement, or `;`.
    End,
}

const SIGNS: [&str; 35] = [
    "...", "<-", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", "&&", "||", "(", ")", "{",
    "}", "[", "]", ",", ".", ":", "=", "+", "-", "*", "/", "%", "<", ">", "!", "&",
];

const ENDING: [&str; 4] = ["break", "continue", "return", "fallthrough"];
const KEYWORDS: [&str; 20] = [
    "package",
    "import",
    "func",
    "var",
    "const",
    "type",
    "go",
    "defer",
    "if",
    "else",
    "for",
    "range",
    "switch",
    "case",
    "default",
    "select",
    "struct",
    "interface",
    "map",
    "chan",
];

/// Cuts a text into tokens. A line break ends a statement where Go says so.
pub fn tokens(text: &str) -> Result<Vec<(Place, Token)>, SourceError> {
    let mut reader =
        Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text), place: Place { line: 1, column: 1 } };
    let mut all: Vec<(Place, Token)> = Vec::new();
    loop {
        let broken = reader.skip_space()?;
        if broken && all.last().is_some_and(|(_, last)| ends_statement(last)) {
            all.push((reader.place, Token::End));
        }
        if reader.rest.is_empty() {
            if all.last().is_some_and(|(_, last)| ends_statement(last)) {
                all.push((reader.place, Token::End));
            }
            return Ok(all);
        }
        let place = reader.place;
        all.push((place, reader.token()?));
    }
}

fn ends_statement(last: &Token) -> bool {
    match last {
        Token::Word(word) => ENDING.contains(&word.as_str()) || !KEYWORDS.contains(&word.as_str()),
        Token::Int(_) | Token::Text(_) => true,
        Token::Sign(sign) => matches!(*sign, ")" | "}" | "]" | "++" | "--"),
        Token::End => false,
    }
}

struct Reader<'a> {
    rest: &'a str,
    place: Place,
}

impl Reader<'_> {
    fn take(&mut self, bytes: usize) -> String {
        let (taken, rest) = self.rest.split_at(bytes);
        for character in taken.chars() {
            if character == '\n' {
                self.place = Place { line: self.place.line + 1, column: 1 };
            } else {
                self.place.column += 1;
            }
        }
        self.rest = rest;
        taken.to_owned()
    }

    /// Skips blanks and comments; says whether a line ended.
    fn skip_space(&mut self) -> Result<bool, SourceError> {
        let mut broken = false;
        loop {
            let blank = self.rest.len() - self.rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
            if blank > 0 {
                broken |= self.take(blank).contains('\n');
            } else if self.rest.starts_with("//") {
                let end = self.rest.find('\n').unwrap_or(self.rest.len());
                self.take(end);
            } else if self.rest.starts_with("/*") {
                let place = self.place;
                let end = self.rest.find("*/").ok_or_else(|| SourceError::at(place, "this comment does not end"))?;
                broken |= self.take(end + 2).contains('\n');
            } else {
                return Ok(broken);
            }
        }
    }

    fn token(&mut self) -> Result<Token, SourceError> {
        let place = self.place;
        let first = self.rest.chars().next().unwrap_or(' ');
        if first == ';' {
            self.take(1);
            return Ok(Token::End);
        }
        if first.is_alphabetic() || first == '_' {
            let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(self.rest.len());
            return Ok(Token::Word(self.take(end)));
        }
        if first.is_ascii_digit() {
            return self.number(place);
        }
        if first == '"' {
            return self.quoted(place);
        }
        if first == '`' {
            let end = self.rest[1..].find('`').ok_or_else(|| SourceError::at(place, "this string does not end"))?;
            let taken = self.take(end + 2);
            return Ok(Token::Text(taken[1..=end].replace('\r', "")));
        }
        match SIGNS.into_iter().find(|sign| self.rest.starts_with(sign)) {
            Some(sign) => {
                self.take(sign.len());
                Ok(Token::Sign(sign))
            }
            None => Err(SourceError::at(place, format!("`{first}` is not read here"))),
        }
    }

    /// A whole number, also as `0x10` and `1_000`, or as `1e9`, which is a whole number as well.
    fn number(&mut self, place: Place) -> Result<Token, SourceError> {
        let end = self.rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').unwrap_or(self.rest.len());
        let text = self.take(end).replace('_', "");
        let lower = text.to_lowercase();
        let value = if let Some(digits) = lower.strip_prefix("0x") {
            i64::from_str_radix(digits, 16).ok()
        } else if let Some(digits) = lower.strip_prefix("0b") {
            i64::from_str_radix(digits, 2).ok()
        } else if let Some((digits, power)) = lower.split_once('e') {
            let ten = power.parse().ok().and_then(|power| 10_i64.checked_pow(power));
            digits.parse::<i64>().ok().zip(ten).and_then(|(digits, ten)| digits.checked_mul(ten))
        } else if lower.len() > 1 && lower.starts_with('0') {
            i64::from_str_radix(lower.trim_start_matches("0o"), 8).ok()
        } else {
            lower.parse().ok()
        };
        let wrong = || SourceError::at(place, format!("`{text}` is not a whole number; only those can be run"));
        value.map(Token::Int).ok_or_else(wrong)
    }

    fn quoted(&mut self, place: Place) -> Result<Token, SourceError> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices().skip(1);
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => {
                    self.take(at + 1);
                    return Ok(Token::Text(text));
                }
                '\n' => break,
                '\\' => {
                    let escaped = characters.next().map(|(_, escaped)| escaped);
                    text.push(match escaped {
                        Some('n') => '\n',
                        Some('t') => '\t',
                        Some('r') => '\r',
                        Some('a') => '\u{7}',
                        Some(same @ ('"' | '\\')) => same,
                        other => {
                            let other = other.unwrap_or(' ');
                            return Err(SourceError::at(place, format!("the escape `\\{other}` is not read here")));
                        }
                    });
                }
                other => text.push(other),
            }
        }
        Err(SourceError::at(place, "this string does not end"))
    }
}
