//! Signs that look like those of YAML and are others: dashes, colons and brackets of other keyboards, remarks of other
//! languages, what a tool has left behind.

use super::source::{Source, chars, indent, pair, say};
use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use crate::lesson::readable::code_point;
use gostep_sim::said;

/// What people type where a dash is wanted.
const DASHES: [char; 9] = ['–', '—', '−', '•', '·', '●', '‣', '*', '－'];
/// Brackets that open nothing in YAML, and those that do.
const BRACKETS: [(char, char); 6] = [('｛', '{'), ('［', '['), ('【', '['), ('〔', '['), ('（', '{'), ('(', '{')];

/// What is wrong with the dash at the beginning of a line `-name: value`, if anything is.
pub fn odd_sign(line: &str, number: usize) -> Option<Refusal> {
    let rest = line.trim_start_matches(' ');
    let place = Place { line: number, column: indent(line) + 1, length: 1 };
    let first = rest.chars().next()?;
    let behind = &rest[first.len_utf8()..];
    if first == '-' {
        if let Some(behind) = behind.trim_start().strip_prefix('-').filter(|_| pair(rest).is_some()) {
            let (place, item) = (Place { length: chars(rest) - chars(behind), ..place }, behind.trim_start());
            return say(place, said!("two dashes in a line"), said!("write one: - {item}", item));
        }
        let is_word = behind.starts_with(|c: char| c.is_alphabetic());
        return if is_word { say(place, said!("no blank behind the dash"), said!("write - {}", behind)) } else { None };
    }
    let is_item = pair(behind.trim_start()).is_some_and(|pair| pair.column == 1);
    if DASHES.contains(&first) && is_item {
        return say(place, said!("{first} where - is wanted", first), said!("write - {}", behind.trim_start()));
    }
    None
}

impl Source<'_> {
    /// Looks for such signs where the parser stopped, and in the line before.
    pub(super) fn signs(&self) -> Option<Refusal> {
        let above = self.line_before(self.at.line);
        [Some(self.at.line), above].into_iter().flatten().find_map(|number| self.signs_in(number))
    }

    pub(super) fn signs_in(&self, number: usize) -> Option<Refusal> {
        let line = self.line(number);
        odd_sign(line, number)
            .or_else(|| full_width_colon(line, number))
            .or_else(|| odd_blank(line, number))
            .or_else(|| odd_bracket(line, number))
            .or_else(|| remark(line, number))
            .or_else(|| self.change_mark(number))
    }

    /// What a merge leaves where two people changed the same lines.
    pub(super) fn merge_conflict(&self) -> Option<Refusal> {
        let is_mark =
            |line: &&str| line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") || line.trim_end() == "=======";
        let number = self.lines.iter().position(is_mark)? + 1;
        say(
            self.whole_line(number),
            said!("the mark of a merge conflict"),
            said!("keep one of the two versions and remove the marks"),
        )
    }

    /// `+` or `-` before a line of a comparison that was copied.
    fn change_mark(&self, number: usize) -> Option<Refusal> {
        let line = self.line(number);
        let is_mark = line.starts_with('+') && pair(&line[1..]).is_some();
        let place = Place { line: number, column: 1, length: 1 };
        if is_mark { say(place, said!("a + at the beginning of the line"), said!("remove it")) } else { None }
    }

    /// A name without its colon: `show` alone in its line, `say |`, `id first`.
    pub(super) fn no_colon(&self, number: usize) -> Option<Refusal> {
        let line = self.line(number);
        let rest = line.trim_start_matches([' ', '-']);
        let mut words = rest.split_whitespace();
        let (first, value) = (words.next()?, words.next());
        if words.next().is_some() || !self.is_name(first) {
            return None;
        }
        let place = Place { line: number, column: chars(line) - chars(rest) + 1, length: chars(first) };
        let help = match value {
            Some(value) => said!("write {name}: {value}", name = first, value),
            None => said!("write {name}:", name = first),
        };
        say(place, said!("no colon behind {name}", name = first), help)
    }

    /// `name = value`
    pub(super) fn equals_sign(&self, number: usize) -> Option<Refusal> {
        let line = self.line(number);
        let (name, _) = line.trim().split_once('=')?;
        let column = chars(line.split('=').next().unwrap_or_default()) + 1;
        say(Place::at(number, column), said!("= where : is wanted"), said!("write {name}: value", name = name.trim()))
    }
}

/// `title：你好`
fn full_width_colon(line: &str, number: usize) -> Option<Refusal> {
    let name = line.split('：').next().filter(|name| name.len() < line.len())?;
    let word = name.trim_start_matches([' ', '-']).trim_end();
    let is_name = !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let place = Place::at(number, chars(name) + 1);
    if is_name { say(place, said!("a full-width colon (：)"), said!("write : and a blank behind it")) } else { None }
}

/// A blank behind a colon that YAML does not see.
fn odd_blank(line: &str, number: usize) -> Option<Refusal> {
    let pair = pair(line)?;
    let blank = pair.value.chars().next().filter(|c| c.is_whitespace() && *c != ' ')?;
    let place = Place { length: 1, column: pair.column + chars(pair.name) + 1, line: number };
    let message = said!("the blank behind the colon is no space ({})", code_point(blank));
    say(place, message, said!("write a space"))
}

/// `to: ｛package: fmt｝`
fn odd_bracket(line: &str, number: usize) -> Option<Refusal> {
    let pair = pair(line)?;
    let value = pair.value.trim_start();
    let (odd, right) = BRACKETS.into_iter().find(|(odd, _)| value.starts_with(*odd))?;
    let column = pair.column + chars(pair.name) + 1 + chars(pair.value) - chars(value);
    let closing = if right == '{' { '}' } else { ']' };
    let help = said!(
        "write {right} … {closing}; a text that begins with {odd} and has a colon stands in quotes",
        right,
        closing,
        odd
    );
    say(Place::at(number, column), said!("{odd} where {right} is wanted", odd, right), help)
}

/// Remarks as other languages have them.
fn remark(line: &str, number: usize) -> Option<Refusal> {
    let rest = line.trim_start_matches(' ');
    let sign = ["//", "/*", "<!--", "--"].into_iter().find(|sign| rest.starts_with(sign))?;
    if sign == "--" && rest.starts_with("---") {
        return None;
    }
    let place = Place { line: number, column: indent(line) + 1, length: sign.len() };
    say(place, said!("{sign} begins no remark", sign), said!("begin remarks with # and a blank"))
}
