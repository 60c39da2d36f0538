//! The lines before the place where the parser stopped, one by one: which of them is the first that is none of a name
//! with a value, an item, and a text that goes on?
//!
//! A parser goes on as long as it can. `kind choice` is a text to it, until the next line has a colon.

use super::source::{Pair, Source, chars, indent, pair, say};
use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use gostep_sim::said;

/// How far above the place the walk begins, at most.
const FAR: usize = 400;

/// What the lines so far allow the next one to be.
struct Walk<'a> {
    /// Columns of the names that are open, from the outside to the inside.
    columns: Vec<usize>,
    /// The name of the last line that had one.
    last: Option<Pair<'a>>,
    /// In a block of text: the column of its name, and how far its first line is indented.
    block: Option<(Pair<'a>, Option<usize>)>,
    /// In a text without a `|`: the column of its name.
    text_of: Option<usize>,
}

impl Source<'_> {
    /// The first line of the step, term or field before the place that is not as it should be.
    pub(super) fn first_odd_line(&self) -> Option<Refusal> {
        let start = self.start_of_item();
        let is_item = indent(self.line(start)) > 0 || self.line(start).starts_with('-');
        let mut walk = Walk { columns: Vec::new(), last: None, block: None, text_of: None };
        for number in start..=self.at.line.min(self.lines.len()) {
            let line = self.line(number);
            let text = line.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            if self.is_in_block(number, &mut walk) {
                continue;
            }
            if let Some(refusal) = self.structural_line(number, is_item, &mut walk) {
                return Some(refusal);
            }
        }
        None
    }

    /// The line in which the step, term or field begins in which the parser stopped.
    pub(super) fn start_of_item(&self) -> usize {
        let begins = |&number: &usize| {
            let line = self.line(number);
            let pair = pair(line);
            let is_field = !line.starts_with([' ', '-']) && pair.is_some_and(|pair| self.is_name(pair.name));
            let is_step = line.trim_start().starts_with("- ") && pair.is_some_and(|pair| pair.name == "id");
            let is_entry = pair.is_some_and(|pair| pair.is_open() && pair.column <= 5 && !self.is_name(pair.name));
            is_field || is_step || is_entry
        };
        let last = self.at.line.min(self.lines.len());
        let first = last.saturating_sub(FAR).max(1);
        (first..last).rev().find(begins).unwrap_or(first)
    }

    /// Whether a line belongs to the block of text above it.
    fn is_in_block<'a>(&'a self, number: usize, walk: &mut Walk<'a>) -> bool {
        let Some((name, first)) = walk.block else { return false };
        let own = indent(self.line(number));
        match first {
            None if own + 1 > name.column => {
                walk.block = Some((name, Some(own)));
                true
            }
            Some(first) if own >= first => true,
            _ => {
                walk.block = None;
                false
            }
        }
    }

    /// What is wrong with a line that has to be a name with a value, an item, or a text that goes on.
    fn structural_line<'a>(&'a self, number: usize, is_item: bool, walk: &mut Walk<'a>) -> Option<Refusal> {
        let line = self.line(number);
        let own = indent(line) + 1;
        if walk.text_of.is_some_and(|column| own > column) {
            return self.colon_in_line(number, walk);
        }
        walk.text_of = None;
        let is_dash = line.trim_start().starts_with("- ");
        let Some(found) = pair(line).filter(|pair| is_dash || walk.fits(own) || self.is_name(pair.name)) else {
            return self.no_name(number, is_item && own == 1, walk);
        };
        if found.value.starts_with(|c: char| c != ' ' && c != '/') {
            let place = Place { line: number, column: found.column + chars(found.name), length: 1 };
            let help = said!("write {}: and a blank before the value", found.name);
            return say(place, said!("no blank behind the colon"), help);
        }
        if let Some(refusal) = self.open_bracket(number, found) {
            return Some(refusal);
        }
        walk.columns.retain(|column| *column < found.column);
        walk.columns.push(found.column);
        walk.block = found.is_block().then_some((found, None));
        walk.last = Some(found);
        None
    }

    /// What is wrong with a line without a name; nothing if it may be a text that goes on.
    fn no_name(&self, number: usize, has_fallen_out: bool, walk: &mut Walk<'_>) -> Option<Refusal> {
        if let Some(refusal) = self.signs_in(number) {
            return Some(refusal);
        }
        let line = self.line(number);
        let rest = line.trim_start_matches([' ', '-']);
        let word: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let column = chars(line) - chars(rest) + 1;
        let place = Place { line: number, column, length: chars(&word).max(1) };
        let behind = rest[word.len()..].trim();
        let is_first = walk.last.is_some_and(|last| last.is_open() && indent(line) + 1 > last.column);
        let is_short = behind.starts_with(['"', '\''])
            || behind.split_whitespace().filter(|word| word.starts_with(char::is_alphanumeric)).count() < 2;
        let is_dash = line.trim_start().starts_with("- ");
        let is_expected = walk.fits(column) || walk.columns.is_empty() || is_first && is_short || is_dash;
        if self.is_name(&word) && is_expected {
            if let Some(value) = behind.strip_prefix(':') {
                return say(
                    place,
                    said!("a blank before the colon"),
                    said!("write {name}: {value}", name = word, value = value.trim()),
                );
            }
            if behind.starts_with('=') {
                return self.equals_sign(number);
            }
            let value: &str = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !"\"'|>[{".contains(c));
            let help = if value.is_empty() {
                said!("write {name}:", name = word)
            } else {
                said!("write {name}: {value}", name = word, value)
            };
            return say(place, said!("no colon behind {name}", name = word), help);
        }
        if is_dash || rest.starts_with(['"', '\'', '{', '[']) {
            return None;
        }
        if let Some(open) = walk.last.filter(|_| is_first) {
            // A text below its name, without a |.
            walk.text_of = Some(open.column);
            return self.colon_in_line(number, walk);
        }
        if walk.last.is_some_and(|last| last.is_block()) {
            return self.outside_block_of_text(number);
        }
        if has_fallen_out {
            let help =
                said!("write name: value below the lines before, or remove what stands at the beginning of the line");
            return say(self.whole_line(number), said!("a line that is no name with a value"), help);
        }
        None
    }

    /// A colon and a blank in a text without a `|`.
    fn colon_in_line(&self, number: usize, walk: &Walk<'_>) -> Option<Refusal> {
        let line = self.line(number);
        let colon = line.find(": ")?;
        let name = walk.last?.name;
        let place = Place { line: number, column: chars(&line[..colon]) + 1, length: 1 };
        say(
            place,
            said!("a colon in a text without a |"),
            said!("write {name}: |, and the text below it as it is", name),
        )
    }

    /// A bracket that is open at the end of its line, where the next line begins with a name.
    fn open_bracket(&self, number: usize, found: Pair<'_>) -> Option<Refusal> {
        let value = found.value.trim_start();
        if !value.starts_with(['[', '{']) {
            return None;
        }
        let begin = found.column + chars(found.name) + 1 + chars(found.value) - chars(value);
        let (mut open, mut quote, mut before): (Vec<(usize, char)>, Option<char>, char) = (Vec::new(), None, ' ');
        for (at, c) in value.chars().enumerate() {
            match (quote, c) {
                (Some(q), c) if q == c && before != '\\' => quote = None,
                (None, '"' | '\'') if matches!(before, ' ' | '[' | '{' | ',' | ':') => quote = Some(c),
                (None, '#') if before == ' ' => break,
                (None, '[' | '{') => open.push((begin + at, c)),
                (None, ']' | '}') => drop(open.pop()),
                _ => {}
            }
            before = c;
        }
        let next = (number + 1..=self.lines.len()).find(|&next| !self.line(next).trim().is_empty())?;
        let goes_on = pair(self.line(next)).filter(|next| next.column <= found.column && self.is_name(next.name));
        let (&(column, bracket), _) = (open.last().filter(|_| quote.is_none())?, goes_on?);
        super::brackets::not_closed(Place::at(number, column), bracket)
    }
}

impl Walk<'_> {
    /// Whether a name may stand in a column.
    fn fits(&self, column: usize) -> bool {
        self.columns.contains(&column)
    }
}
