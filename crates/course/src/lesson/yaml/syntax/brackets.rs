//! Brackets that are not closed, or closed twice, and what stands between them.

use super::quotes::full_width_comma;
use super::source::{Source, chars, indent, pair, say};
use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use gostep_sim::said;

/// How far above a line its brackets are looked for.
const FAR: usize = 400;

impl Source<'_> {
    /// The parser got lost inside of brackets, or behind some.
    pub(super) fn brackets(&self) -> Option<Refusal> {
        let open = self.open_brackets();
        let c = self.char_at(self.at);
        let Some(&(place, bracket)) = open.last() else {
            let c = c.filter(|c| matches!(c, ']' | '}' | ','))?;
            return say(self.at, said!("a {c} that closes nothing", c), said!("remove it, or put the text in quotes"));
        };
        let closing = closing(bracket);
        if let Some(c @ (']' | '}')) = c {
            let message = said!("a {c} that closes the {bracket} of column {}", place.column, c, bracket);
            return say(self.at, message, said!("write {closing}", closing));
        }
        if place.line < self.at.line && !self.is_closed_below(open.len()) {
            return not_closed(place, bracket);
        }
        self.no_comma(bracket)
    }

    /// A bracket that is open where the parser stopped.
    pub(super) fn unclosed_bracket(&self) -> Option<Refusal> {
        let (place, bracket) = self.open_brackets().last().copied()?;
        not_closed(place, bracket)
    }

    /// `- ` where there are brackets already.
    pub(super) fn dash_in_brackets(&self) -> Option<Refusal> {
        let (place, bracket) = self.open_brackets().last().copied()?;
        if place.line < self.at.line {
            return not_closed(place, bracket);
        }
        say(self.at, said!("a - inside of brackets"), said!("write the items with commas between them: [a, b]"))
    }

    fn no_comma(&self, bracket: char) -> Option<Refusal> {
        if let Some(above) = self.line_before(self.at.line)
            && let Some(remark) = self.line(above).find(" // ").or_else(|| self.line(above).find(" /* "))
        {
            let column = chars(&self.line(above)[..remark]) + 2;
            let place = Place { line: above, column, length: 2 };
            return say(place, said!("// begins no remark"), said!("begin remarks with # and a blank"));
        }
        let line: Vec<char> = self.line(self.at.line).chars().collect();
        let stopped = (self.at.column - 1).min(line.len());
        let behind = &line[..stopped];
        let ends = |c: &char| c.is_whitespace() || matches!(c, '{' | '[' | ',');
        let word = behind.iter().rposition(ends).map_or(0, |at| at + 1);
        let place = Place { line: self.at.line, column: word + 1, length: (behind.len() - word).max(1) };
        let text: String = behind[word..].iter().collect();
        if let Some(comma) = text.find(['，', '、', '；']) {
            let column = word + chars(&text[..comma]) + 1;
            return full_width_comma(&text[comma..], Place { column, ..place });
        }
        let c = line.get(stopped).copied();
        if let Some(c @ ('{' | '[')) = c {
            return say(self.at, said!("a {c} inside a text without quotes", c), said!("put the text in quotes"));
        }
        let is_quoted = text.ends_with(['"', '\'']);
        if c == Some(':') && !is_quoted && !self.is_name(text.trim()) {
            let message = said!("a colon and a blank inside a text without quotes");
            return say(self.at, message, said!("put the text in quotes"));
        }
        let closing = closing(bracket);
        say(
            place,
            said!("a comma is missing before this"),
            said!(
                "write {bracket}name: value, name: value{closing}; a text with a colon in it stands in quotes",
                bracket,
                closing
            ),
        )
    }

    /// Whether so many brackets are closed behind the place where the parser stopped.
    fn is_closed_below(&self, depth: usize) -> bool {
        let mut depth = depth;
        for number in self.at.line..=self.lines.len().min(self.at.line + FAR) {
            let skipped = if number == self.at.line { self.at.column - 1 } else { 0 };
            // A name at the beginning of a line: the file has gone on without the bracket.
            if number > self.at.line && indent(self.line(number)) == 0 && pair(self.line(number)).is_some() {
                return false;
            }
            for c in self.line(number).chars().skip(skipped) {
                match c {
                    '{' | '[' => depth += 1,
                    '}' | ']' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    return true;
                }
            }
        }
        false
    }

    /// The brackets that are open where the parser stopped.
    fn open_brackets(&self) -> Vec<(Place, char)> {
        let mut open: Vec<(Place, char)> = Vec::new();
        let mut quote = None;
        let first = self.at.line.saturating_sub(FAR).max(1);
        for number in first..=self.at.line {
            let line: Vec<char> = self.line(number).chars().collect();
            for (column, &c) in line.iter().enumerate() {
                if number == self.at.line && column + 1 >= self.at.column {
                    return open;
                }
                let before = column.checked_sub(1).map_or(' ', |before| line[before]);
                let begins = matches!(before, ' ' | '[' | '{' | ',' | '(' | ':');
                match (quote, c) {
                    (Some(q), c) if q == c && before != '\\' => quote = None,
                    (None, '"' | '\'') if begins => quote = Some(c),
                    (None, '#') if before == ' ' => break,
                    (None, '{' | '[') if begins || !open.is_empty() => open.push((Place::at(number, column + 1), c)),
                    (None, '}' | ']') if open.last().is_some_and(|(_, bracket)| closing(*bracket) == c) => {
                        open.pop();
                    }
                    _ => {}
                }
            }
            // A name at the beginning of a line outside of brackets: whatever was open before was text.
            let ends_here = self.lines.get(number).is_some_and(|next| pair(next).is_some() && indent(next) == 0);
            if ends_here && number + 1 < self.at.line {
                open.clear();
                quote = None;
            }
        }
        open
    }

    /// `say: [x] is a box`
    pub(super) fn behind_bracket(&self) -> Option<Refusal> {
        let before: String = self.line(self.at.line).chars().take(self.at.column - 1).collect();
        let value = before.split_once(": ")?.1.trim();
        let bracket = value.chars().next().filter(|c| matches!(c, '[' | '{' | '"' | '\''))?;
        let place = Place { length: 1, ..self.at };
        say(
            place,
            said!("text behind a value that begins with {bracket}", bracket),
            said!("put the whole text in quotes"),
        )
    }
}

pub(super) fn not_closed(place: Place, bracket: char) -> Option<Refusal> {
    let help = said!("write {} behind its last value", closing(bracket));
    say(place, said!("a {bracket} that is not closed", bracket), help)
}

fn closing(bracket: char) -> char {
    if bracket == '{' { '}' } else { ']' }
}
