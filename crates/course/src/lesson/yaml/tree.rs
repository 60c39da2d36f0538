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
use super::{names, syntax};
use crate::lesson::place::Place;
use crate::lesson::places::{Entry, Places, join};
use crate::lesson::problem::{ProblemReport, Refusal};
use crate::lesson::readable::{code_point, is_unwanted, shorten};
use gostep_sim::said;
use gostep_sim::said::{Said, list};

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
        let message =
            if text.trim().is_empty() { said!("the file is empty") } else { said!("the file has only comments") };
        return refuse(Place::at(1, 1), message, said!("`gostep lesson new NAME` writes a lesson to start from"));
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

fn refuse<T>(place: Place, message: Said, help: Said) -> Result<T, Refusal> {
    Err((place, message, help))
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
                    let help = said!("remove it, if the lesson goes on below");
                    return refuse(
                        Place { line, column: 1, length: 3 },
                        said!("the mark ... ends the file here"),
                        help,
                    );
                }
                refuse(
                    place,
                    said!("a second document begins here"),
                    said!("one file holds one lesson: remove the --- between them"),
                )
            }
            Event::Alias(_) => {
                refuse(place, said!("an alias (*name)"), said!("write the value out: lessons have no aliases"))
            }
            Event::Scalar(_, _, anchor, tag) if *anchor > 0 || tag.is_some() => {
                Err(names::property(&self.places, place, *anchor > 0))
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) if *anchor > 0 || tag.is_some() => {
                Err(names::property(&self.places, place, *anchor > 0))
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

    fn open(&mut self, kind: Kind, mut place: Place) -> Result<(), Refusal> {
        if self.expects_key() {
            let before = place.column.checked_sub(2).and_then(|at| self.places.line(place.line).chars().nth(at));
            if before == Some('{') {
                place.column -= 1;
                place.length = 2;
                return refuse(
                    place,
                    said!("a text that begins with {{{{ and has no quotes"),
                    said!("put the text in quotes: \"{{{{ … }}}}\""),
                );
            }
            return refuse(place, said!("a list or mapping where a name is wanted"), said!("a name is a plain word"));
        }
        if self.stack.len() >= MAX_DEPTH {
            let message = said!("more than {MAX_DEPTH} levels of nesting", MAX_DEPTH);
            return refuse(place, message, said!("a lesson needs five or six"));
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
            let message = said!("a text with a control character ({})", code_point(c));
            return refuse(place, message, said!("remove it"));
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
                names::no_value(&self.places, name, *place)
            } else {
                let help = said!("write one behind it, or remove the line");
                (place, said!("an item without a value"), help)
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
        if let Some((place, message, help)) =
            again.first().and_then(|(_, place, _)| names::item_in_text(&self.places, *place))
        {
            self.report.add(place, message, help);
            return;
        }
        let begins_item = path.ends_with(']') && again.first().is_some_and(|(name, ..)| name == first);
        let is_item = begins_item || again.len() >= OF_AN_ITEM;
        for (at, (name, place, line)) in again.iter().enumerate().take(if is_item { 1 } else { again.len() }) {
            let line = if *line == place.line { Said::default() } else { said!(", first in line {line}", line) };
            let others = || list(again[at + 1..].iter().map(|(name, ..)| said!("{:?}", shorten(name))));
            let more = if is_item && at + 1 < again.len() { said!("; so are {}", others()) } else { Said::default() };
            let help = match (begins_item, is_item) {
                (true, _) => said!("if another item begins here, write - before it"),
                (_, true) => said!("if another step or term begins here, its first line is missing"),
                _ => said!("keep one of the two"),
            };
            self.report.add(*place, said!("{:?} is given twice{line}{more}", shorten(name), line, more), help);
        }
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
            return Err((
                entry.value,
                said!("more than {MAX_NODES} values", MAX_NODES),
                said!("split the lesson in two"),
            ));
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
