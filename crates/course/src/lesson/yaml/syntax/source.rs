//! A text that is no YAML, as those who explain it look at it.

use std::collections::BTreeSet;

use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use gostep_sim::said;
use gostep_sim::said::Said;

pub const QUOTE_IT: Said = said!("put the text in quotes, or write it below, behind a | and indented");

pub struct Source<'a> {
    /// Its lines.
    pub lines: Vec<&'a str>,
    /// Where the parser stopped.
    pub at: Place,
    /// All names that files of gostep have.
    pub names: BTreeSet<String>,
}

#[allow(clippy::unnecessary_wraps, reason = "every caller looks for the first explanation that fits")]
pub fn say(place: Place, message: Said, help: Said) -> Option<Refusal> {
    Some((place, message, help))
}

pub fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

pub fn chars(text: &str) -> usize {
    text.chars().count()
}

/// The name and the value of a line `name: value` or `- name: value`.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    /// The column at which the name begins, from 1.
    pub column: usize,
    /// The name.
    pub name: &'a str,
    /// What stands behind the colon.
    pub value: &'a str,
}

impl Pair<'_> {
    /// The name as a place.
    pub fn place(&self, line: usize) -> Place {
        Place { line, column: self.column, length: chars(self.name) }
    }

    /// Whether the value stands in the lines below.
    pub fn is_open(&self) -> bool {
        let value = self.value.trim();
        value.is_empty() || value.starts_with('#')
    }

    /// Whether the value is a block of text in the lines below.
    pub fn is_block(&self) -> bool {
        let value = self.value.trim();
        value.starts_with(['|', '>']) && value.len() <= 3
    }
}

pub fn pair(line: &str) -> Option<Pair<'_>> {
    let rest = line.trim_start_matches([' ', '-']);
    let (name, value) = rest.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
    is_name.then(|| Pair { column: line.len() - rest.len() + 1, name, value })
}

impl Source<'_> {
    pub fn line(&self, number: usize) -> &str {
        self.lines.get(number.wrapping_sub(1)).copied().unwrap_or_default()
    }

    pub fn char_at(&self, place: Place) -> Option<char> {
        self.line(place.line).chars().nth(place.column.checked_sub(1)?)
    }

    pub fn is_name(&self, word: &str) -> bool {
        self.names.contains(word)
    }

    /// The last line with anything in it before a line.
    pub fn line_before(&self, number: usize) -> Option<usize> {
        let has_text = |&number: &usize| {
            let line = self.line(number).trim();
            !line.is_empty() && !line.starts_with('#')
        };
        (1..number).rev().find(has_text)
    }

    /// A line without its indentation, as a place.
    pub fn whole_line(&self, number: usize) -> Place {
        let line = self.line(number);
        Place { line: number, column: indent(line) + 1, length: chars(line.trim()).max(1) }
    }
}
