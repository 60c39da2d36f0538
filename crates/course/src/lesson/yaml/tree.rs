//! YAML to a tree of values with their places: the one file that uses saphyr-parser.
//!
//! The walk is also a gate: what a lesson does not need and what could be used against a reader (aliases, tags, several
//! documents, deep nesting) is refused there, before anything else looks at the values.
//!
//! What is wrong with the values is reported by those who know what is wanted, so nothing else is refused: of two values
//! with the same name the first one stays, and a name without a value is left out.

use std::collections::{HashMap, HashSet};

use saphyr_parser::{Event, Parser, ScalarStyle, Span};
use serde_json::{Map, Value};

#[cfg(not(target_family = "wasm"))]
use super::plain;
#[cfg(target_family = "wasm")]
use super::small as plain;
use super::syntax;
use crate::lesson::place::Place;
use crate::lesson::places::{Entry, Places, join};
use crate::lesson::problem::{ProblemReport, Refusal};
use crate::lesson::readable::{is_unwanted, shorten};

const MAX_DEPTH: usize = 16;
const MAX_NODES: usize = 50_000;

/// A file as a tree.
#[derive(Debug)]
pub struct Tree {
    /// The values.
    pub value: Value,
    /// Where they stand.
    pub places: Places,
    /// Paths of values that could not be used; they are missing in `value`, or empty, and already reported.
    pub dropped: HashSet<String>,
    /// Paths of what was left out before the text was read.
    pub left_out: Vec<String>,
}

/// Reads a text. Problems that leave a tree go to the report; one that leaves none is given back.
pub fn read(text: &str, report: &mut ProblemReport<'_>) -> Result<Tree, Refusal> {
    let mut walk = Walk {
        places: Places::new(text),
        dropped: HashSet::new(),
        stack: Vec::new(),
        nodes: 0,
        text,
        value: None,
        report,
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => walk.event(&event, span)?,
            Err(error) => {
                let at = Place::at(error.marker().line(), error.marker().col() + 1);
                return Err(syntax::explain(text, at, error.info()));
            }
        }
    }
    let Walk { places, dropped, value: Some(value), .. } = walk else {
        let message = if text.trim().is_empty() { "the file is empty" } else { "the file has only comments" };
        return refuse(Place::at(1, 1), message, "`gostep lesson new NAME` writes a lesson to start from");
    };
    Ok(Tree { value, places, dropped, left_out: Vec::new() })
}

/// A mapping or sequence that is being read.
struct Open {
    path: String,
    place: Place,
    kind: Kind,
}

enum Kind {
    Mapping {
        /// The keys so far, with their lines.
        keys: HashMap<String, usize>,
        /// The first of them.
        first: String,
        /// Those that were given again: name, place, line of the first one.
        again: Vec<(String, Place, usize)>,
        /// The key whose value comes next.
        key: Option<(String, Place)>,
        /// The values so far.
        values: Map<String, Value>,
    },
    /// The items so far.
    Sequence(Vec<Value>),
}

impl Kind {
    fn mapping() -> Self {
        Self::Mapping { keys: HashMap::new(), first: String::new(), again: Vec::new(), key: None, values: Map::new() }
    }
}

struct Walk<'a, 'b> {
    places: Places,
    dropped: HashSet<String>,
    stack: Vec<Open>,
    nodes: usize,
    text: &'a str,
    /// The whole, once it was read.
    value: Option<Value>,
    report: &'a mut ProblemReport<'b>,
}

fn refuse<T>(place: Place, message: &str, help: &str) -> Result<T, Refusal> {
    Err((place, message.to_owned(), help.to_owned()))
}

impl Walk<'_, '_> {
    fn event(&mut self, event: &Event<'_>, span: Span) -> Result<(), Refusal> {
        let mut place = Place::at(span.start.line(), span.start.col() + 1);
        if span.end.line() == span.start.line() {
            place.length = span.end.col().saturating_sub(span.start.col()).max(1);
        }
        match event {
            Event::DocumentStart(_) if !self.places.is_empty() => {
                let end = (1..place.line).rev().find(|&line| self.places.line(line).starts_with("..."));
                if let Some(line) = end {
                    let help = "remove it, if the lesson goes on below";
                    return refuse(Place { line, column: 1, length: 3 }, "the mark ... ends the file here", help);
                }
                refuse(place, "a second document begins here", "one file holds one lesson: remove the --- between them")
            }
            Event::Alias(_) => refuse(place, "an alias (*name)", "write the value out: lessons have no aliases"),
            Event::Scalar(_, _, anchor, tag) if *anchor > 0 || tag.is_some() => {
                Err(self.refuse_property(place, *anchor > 0))
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) if *anchor > 0 || tag.is_some() => {
                Err(self.refuse_property(place, *anchor > 0))
            }
            Event::Scalar(text, style, ..) => {
                self.scalar(text, *style, place, Place::at(span.end.line(), span.end.col() + 1))
            }
            Event::SequenceStart(..) => self.open(Kind::Sequence(Vec::new()), place),
            Event::MappingStart(..) => self.open(Kind::mapping(), place),
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(span);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// An anchor or a tag stands before its value: points at it.
    fn refuse_property(&self, value: Place, is_anchor: bool) -> Refusal {
        let sign = if is_anchor { '&' } else { '!' };
        let near = (value.line.saturating_sub(1)..=value.line).rev().find_map(|number| {
            let line: Vec<char> = self.places.line(number).chars().collect();
            let end = if number == value.line { value.column.min(line.len()) } else { line.len() };
            let from = line[..end].iter().rposition(|&c| c == sign)?;
            let length = line[from..].iter().take_while(|c| !c.is_whitespace()).count();
            Some(Place { line: number, column: from + 1, length })
        });
        let (message, help) = if is_anchor {
            ("an anchor (&name)", "remove it: lessons have no anchors; a text that begins with & stands in quotes")
        } else {
            ("a tag (!name)", "remove it: lessons are plain data; a text that begins with ! stands in quotes")
        };
        (near.unwrap_or(value), message.to_owned(), help.to_owned())
    }

    fn open(&mut self, kind: Kind, mut place: Place) -> Result<(), Refusal> {
        if self.expects_key() {
            let before = place.column.checked_sub(2).and_then(|at| self.places.line(place.line).chars().nth(at));
            if before == Some('{') {
                place.column -= 1;
                place.length = 2;
                return refuse(
                    place,
                    "a text that begins with {{ and has no quotes",
                    "put the text in quotes: \"{{ … }}\"",
                );
            }
            return refuse(place, "a list or mapping where a name is wanted", "a name is a plain word");
        }
        if self.stack.len() >= MAX_DEPTH {
            let message = format!("more than {MAX_DEPTH} levels of nesting");
            return refuse(place, &message, "a lesson needs five or six");
        }
        let path = self.enter_value(Entry { value: place, last_line: place.line, ..Entry::default() })?;
        self.stack.push(Open { path, place, kind });
        Ok(())
    }

    fn close(&mut self, span: Span) {
        let Some(open) = self.stack.pop() else { return };
        if let Kind::Mapping { first, again, .. } = &open.kind {
            self.names_given_twice(&open.path, first, again);
        }
        let is_flow = span.end.col() > span.start.col();
        if let Some(entry) = self.places.entry_mut(&open.path).filter(|_| is_flow) {
            entry.last_line = span.end.line();
            if span.end.line() == open.place.line {
                entry.value.length = (span.end.col() + 1).saturating_sub(open.place.column).max(1);
            }
        }
        self.value_ends(match open.kind {
            Kind::Mapping { values, .. } => Value::Object(values),
            Kind::Sequence(items) => Value::Array(items),
        });
    }

    fn expects_key(&self) -> bool {
        matches!(self.stack.last(), Some(Open { kind: Kind::Mapping { key: None, .. }, .. }))
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place, end: Place) -> Result<(), Refusal> {
        if let Some(c) = text.chars().find(|&c| is_unwanted(c)) {
            let message = format!("a text with a control character (U+{:04X})", u32::from(c));
            return refuse(place, &message, "remove it");
        }
        if self.expects_key() {
            if end.line > place.line {
                // Only in brackets can a name go on in the next line, and nobody means it to.
                return Err(syntax::explain(self.text, end, "a flow mapping with a name of several lines"));
            }
            self.name(text, place);
            return Ok(());
        }
        let literal_indent = matches!(style, ScalarStyle::Literal).then(|| self.indent_at(place.line));
        let mut entry = Entry { key: None, value: place, last_line: end.line, literal_indent };
        if literal_indent.is_some() || matches!(style, ScalarStyle::Folded) {
            // The place of a block of text is its first line.
            let line = self.places.line(place.line);
            let indent = line.chars().take_while(|c| *c == ' ').count();
            entry.value.column = entry.value.column.max(indent + 1);
            entry.value.length = line.chars().count().saturating_sub(indent).max(1);
            if let Some(Open { kind: Kind::Mapping { key: Some((_, name)), .. }, .. }) = self.stack.last()
                && text.trim().is_empty()
            {
                entry.value = *name;
            }
        }
        let path = self.enter_value(entry)?;
        let key = self.stack.last().and_then(|open| match &open.kind {
            Kind::Mapping { key, .. } => key.as_ref(),
            Kind::Sequence(_) => None,
        });
        let value = if matches!(style, ScalarStyle::Plain) { plain::value(text) } else { text.into() };
        if value.is_null() && !path.is_empty() {
            let (place, message, help) = if let Some((name, place)) = key {
                self.no_value(name, *place)
            } else {
                let help = "write one behind it, or remove the line".to_owned();
                (place, "an item without a value".to_owned(), help)
            };
            self.report.add(place, message, help);
            self.dropped.insert(path);
        }
        self.value_ends(value);
        Ok(())
    }

    /// A name of a mapping.
    fn name(&mut self, text: &str, place: Place) {
        let Some(Open { kind: Kind::Mapping { keys, first, again, key, .. }, .. }) = self.stack.last_mut() else {
            return;
        };
        if keys.is_empty() {
            text.clone_into(first);
        }
        match keys.get(text) {
            Some(&line) => again.push((text.to_owned(), place, line)),
            None => drop(keys.insert(text.to_owned(), place.line)),
        }
        *key = Some((text.to_owned(), place));
    }

    /// Reports the names of a mapping that were given twice. If they are those of another item, then that has lost its
    /// first line, and there is one mistake.
    fn names_given_twice(&mut self, path: &str, first: &str, again: &[(String, Place, usize)]) {
        const OF_AN_ITEM: usize = 3;
        if let Some((place, message, help)) = again.first().and_then(|(_, place, _)| self.item_in_text(*place)) {
            self.report.add(place, message, help);
            return;
        }
        let begins_item = path.ends_with(']') && again.first().is_some_and(|(name, ..)| name == first);
        let is_item = begins_item || again.len() >= OF_AN_ITEM;
        for (at, (name, place, line)) in again.iter().enumerate().take(if is_item { 1 } else { again.len() }) {
            let line = if *line == place.line { String::new() } else { format!(", first in line {line}") };
            let others: Vec<String> = again[at + 1..].iter().map(|(name, ..)| format!("{:?}", shorten(name))).collect();
            let more =
                if is_item && !others.is_empty() { format!("; so are {}", others.join(", ")) } else { String::new() };
            let help = match (begins_item, is_item) {
                (true, _) => "if another item begins here, write - before it",
                (_, true) => "if another step or term begins here, its first line is missing",
                _ => "keep one of the two",
            };
            self.report.add(*place, format!("{:?} is given twice{line}{more}", shorten(name)), help);
        }
    }

    /// A line that looks like the beginning of an item before a name, and became part of the text above.
    fn item_in_text(&self, name: Place) -> Option<Refusal> {
        let is_first = self.places.line(name.line).chars().take(name.column - 1).all(|c| c == ' ');
        let number = name.line.checked_sub(1).filter(|_| is_first)?;
        let line = self.places.line(number);
        let rest = line.trim_start_matches(' ');
        let column = line.len() - rest.len() + 1;
        let item = rest.strip_prefix("- ").filter(|rest| rest.contains(':') && column + 2 != name.column)?;
        let place = Place { line: number, column, length: rest.trim_end().chars().count() };
        let item = item.split(':').next().unwrap_or_default();
        let message =
            format!("this line belongs to the text above: its - stands too far to the right or left for {item}:");
        Some((place, message, format!("begin it in column {}", name.column.saturating_sub(2))))
    }

    /// What to say of a name without a value.
    fn no_value(&self, name: &str, place: Place) -> Refusal {
        let line: Vec<char> = self.places.line(place.line).chars().collect();
        let sign = |c: char| name.find(c).map(|at| Place::at(place.line, place.column + name[..at].chars().count()));
        let has_colon = line.get(place.column - 1 + name.chars().count()) == Some(&':');
        let shown = shorten(name);
        if let (false, Some(place)) = (has_colon, sign('：')) {
            return (place, "a full-width colon (：)".to_owned(), "write : and a blank behind it".to_owned());
        }
        if let (false, Some((name, value))) = (has_colon, name.split_once(':')) {
            let help = format!("write {}: {}", shorten(name), shorten(value));
            return (place, "no blank behind the colon".to_owned(), help);
        }
        if let (false, Some(place), Some((name, value))) = (has_colon, sign('='), name.split_once('=')) {
            let help = format!("write {}: {}", shorten(name.trim()), shorten(value.trim()));
            return (place, "= where : is wanted".to_owned(), help);
        }
        if !has_colon && self.is_alone(place, name) {
            let help = format!(
                "write {shown}: and a value; if it belongs to the text before the comma, put all of that in quotes"
            );
            return (place, format!("{shown} has neither a colon nor a value"), help);
        }
        (place, format!("{shown}: has no value"), "write one behind it, or remove the line".to_owned())
    }

    /// Whether a name stands inside of braces, with a comma or the end behind it.
    fn is_alone(&self, place: Place, name: &str) -> bool {
        let line = self.places.line(place.line);
        let behind: String = line.chars().skip(place.column - 1 + name.chars().count()).collect();
        behind.trim_start().starts_with([',', '}'])
    }

    /// Puts a value where it belongs. The next one belongs to another key, or is the next item.
    fn value_ends(&mut self, value: Value) {
        match self.stack.last_mut().map(|open| &mut open.kind) {
            None => self.value = Some(value),
            // The other items keep their numbers.
            Some(Kind::Sequence(items)) => items.push(if value.is_null() { Value::Object(Map::new()) } else { value }),
            Some(Kind::Mapping { key, values, .. }) => {
                if let Some((name, _)) = key.take().filter(|_| !value.is_null()) {
                    values.entry(name).or_insert(value);
                }
            }
        }
    }

    /// Indentation of the first line with text from a line on.
    fn indent_at(&self, line: usize) -> usize {
        let below = (line..).map(|number| self.places.line(number)).take(1000).find(|line| !line.trim().is_empty());
        below.map_or(0, |line| line.len() - line.trim_start().len())
    }

    /// Notes the place of a value and gives its path.
    fn enter_value(&mut self, mut entry: Entry) -> Result<String, Refusal> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err((entry.value, format!("more than {MAX_NODES} values"), "split the lesson in two".to_owned()));
        }
        let path = match self.stack.last() {
            None => String::new(),
            Some(Open { path, kind: Kind::Sequence(items), .. }) => format!("{path}[{}]", items.len()),
            Some(Open { path, kind: Kind::Mapping { key, .. }, .. }) => {
                let (key, place) = key.as_ref().map_or(("", entry.value), |(key, place)| (key.as_str(), *place));
                entry.key = Some(place);
                join(path, key)
            }
        };
        if !self.places.has(&path) {
            self.places.insert(path.clone(), entry);
        }
        Ok(path)
    }
}
