//! Quotes: texts that end too early or not at all, and what a backslash means between them.

use super::source::{Source, chars, say};
use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use gostep_sim::said;

impl Source<'_> {
    /// A backslash with something that means nothing behind it.
    pub(super) fn escape(&self) -> Option<Refusal> {
        let mut line = self.at.line;
        let mut column = self.at.column;
        while line < self.at.line + 200 && line <= self.lines.len() {
            let text: Vec<char> = self.line(line).chars().collect();
            let mut at = column;
            while at < text.len() {
                if text[at] == '\\' {
                    if let Some(refusal) = bad_escape(&text[at..], Place { line, column: at + 1, length: 2 }) {
                        return Some(refusal);
                    }
                    at += 1;
                }
                at += 1;
            }
            line += 1;
            column = 0;
        }
        None
    }

    /// Something stands behind a text in quotes.
    pub(super) fn behind_quote(&self) -> Option<Refusal> {
        let line: Vec<char> = self.line(self.at.line).chars().collect();
        let stopped = (self.at.column - 1).min(line.len());
        let quote = line[..stopped].iter().rposition(|c| !c.is_whitespace())?;
        let place = Place { line: self.at.line, column: quote + 1, length: 1 };
        let rest: String = line[stopped..].iter().collect();
        if let Some(refusal) = full_width_comma(&rest, self.at) {
            return Some(refusal);
        }
        if !matches!(line[quote], '\'' | '"') {
            return say(
                self.at,
                said!("text behind a text in quotes"),
                said!("put all of it in quotes, or remove the quotes above"),
            );
        }
        // A quote behind a colon was to begin a text: the one before it has no end.
        let before: String = line[..quote].iter().collect();
        if [": ", "- ", "[", ", "].iter().any(|sign| before.ends_with(sign))
            && let Some(refusal) = self.quote_without_end(place, line[quote])
        {
            return Some(refusal);
        }
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if self.is_name(&word) && rest[word.len()..].starts_with(':') {
            let place = Place { length: chars(&word), ..self.at };
            return say(
                place,
                said!("{word}: begins behind a value", word),
                said!("begin {word}: in a line of its own", word),
            );
        }
        if line[quote] == '\'' {
            let help = said!("write '' for one inside '…', or put the whole text in double quotes");
            return say(place, said!("the text ends at this apostrophe"), help);
        }
        let help = said!("write \\\" for one inside \"…\", or put the whole text in single quotes");
        say(place, said!("the text ends at this quote"), help)
    }

    /// The quote that opened the text which ends at a place.
    fn quote_without_end(&self, end: Place, quote: char) -> Option<Refusal> {
        const FAR: usize = 30;
        let help = said!("end it with {quote}", quote);
        let before: Vec<char> = self.line(end.line).chars().take(end.column - 1).collect();
        if let Some(open) = before.iter().rposition(|c| *c == quote) {
            let message = said!("this text has no quote at its end: it goes on to column {}", end.column);
            return say(Place { column: open + 1, ..end }, message, help);
        }
        let line = (1..end.line).rev().take(FAR).find(|&number| self.line(number).contains(quote))?;
        let open = self.line(line).chars().position(|c| c == quote)?;
        let message = said!("this text has no quote at its end: it goes on to line {}", end.line);
        say(Place { line, column: open + 1, length: 1 }, message, help)
    }

    pub(super) fn open_quote(&self) -> Option<Refusal> {
        match self.char_at(self.at)? {
            '"' => say(self.at, said!("a quote that is not closed"), said!("end the text with \"")),
            '\'' => say(
                self.at,
                said!("a quote that is not closed"),
                said!("end the text with '; one inside it is written ''"),
            ),
            _ => None,
        }
    }
}

fn bad_escape(text: &[char], place: Place) -> Option<Refusal> {
    let next = text.get(1).copied().unwrap_or(' ');
    let digits = match next {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ if "0abtnvfre \"/\\N_LP\t".contains(next) => return None,
        _ => {
            let help =
                said!("write \\\\ for a backslash, or use single quotes, in which it is a character like others");
            return say(place, said!("\\{next} means nothing in double quotes", next), help);
        }
    };
    let code: String = text[2..].iter().take(digits).take_while(|c| **c != '"').collect();
    let is_char = u32::from_str_radix(&code, 16).is_ok_and(|code| char::from_u32(code).is_some());
    if code.len() == digits && is_char {
        return None;
    }
    let help = said!("write the character itself; \\\\ is a backslash");
    say(place, said!("\\{next}{code} is not the code of a character", next, code), help)
}

/// `"text"， why: "…"`
pub(super) fn full_width_comma(text: &str, at: Place) -> Option<Refusal> {
    let c = text.chars().next().filter(|c| matches!(c, '，' | '、' | '；'))?;
    say(Place { length: 1, ..at }, said!("a full-width comma ({c})", c), said!("write , and a blank behind it"))
}
