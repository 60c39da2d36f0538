//! Where everything in a YAML file stands: line and column of every key and value, by path.
//!
//! This is also the gate: what a lesson does not need and what could be used against a reader (aliases, tags, several
//! documents, deep nesting, control characters) is refused here, before anything else looks at the file.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::problem::{Place, Report};

/// Most bytes of a lesson file.
pub const MAX_BYTES: usize = 1 << 20;
const MAX_DEPTH: usize = 16;
const MAX_NODES: usize = 50_000;

/// Places of a file's values, by path such as `steps[3].to.package`; the whole file is the empty path.
#[derive(Clone, Debug, Default)]
pub struct Places {
    entries: HashMap<String, Entry>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    /// The key, for a value of a mapping.
    key: Option<Place>,
    value: Place,
    /// For `|` blocks: how many columns every line is indented. Their place is that of the first line with text.
    literal_indent: Option<usize>,
    /// The text begins behind a quote.
    quoted: bool,
}

impl Places {
    /// Reads the file's structure. Problems go to the report; with some of them there is no structure to speak of.
    pub fn of(text: &str, report: &mut Report<'_>) -> Option<Self> {
        if !refuse_raw_text(text, report) {
            return None;
        }
        let mut walk = Walk { places: Self::default(), stack: Vec::new(), lines: text.lines().collect(), nodes: 0 };
        for event in Parser::new_from_str(text) {
            match event {
                Ok((event, span)) => {
                    if let Err((place, message, help)) = walk.event(&event, span, report) {
                        report.add(place, message, help);
                        return None;
                    }
                }
                Err(error) => {
                    let place = Place { line: error.marker().line(), column: error.marker().col() + 1 };
                    report.add(place, format!("not YAML: {}", error.info()), "mend the syntax here or just before");
                    return None;
                }
            }
        }
        if walk.places.entries.is_empty() {
            report.add(Place { line: 1, column: 1 }, "the file is empty", "a lesson begins with gostep_lesson: 1");
            return None;
        }
        Some(walk.places)
    }

    /// Place of the value with this path, or of the nearest thing around it.
    pub fn value(&self, path: &str) -> Place {
        self.nearest(path).value
    }

    /// Place of the key with this path, or of the nearest thing around it.
    pub fn key(&self, path: &str) -> Place {
        let entry = self.nearest(path);
        entry.key.unwrap_or(entry.value)
    }

    /// Whether there is a value with this path.
    pub fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// Place of a byte of a text value.
    pub fn inside(&self, path: &str, text: &str, offset: usize) -> Place {
        let entry = self.nearest(path);
        let before = text.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        match entry.literal_indent {
            Some(indent) => {
                let blank = text.len() - text.trim_start_matches('\n').len();
                Place { line: (entry.value.line + line).saturating_sub(blank), column: indent + column + 1 }
            }
            None if line == 0 && !text.trim_end().contains('\n') => {
                Place { column: entry.value.column + column + usize::from(entry.quoted), ..entry.value }
            }
            None => entry.value,
        }
    }

    fn nearest(&self, path: &str) -> Entry {
        let mut path = path;
        loop {
            if let Some(entry) = self.entries.get(path) {
                return *entry;
            }
            match path.rfind(['.', '[']) {
                Some(end) => path = &path[..end],
                None => return self.entries.get("").copied().unwrap_or_default(),
            }
        }
    }
}

/// Joins a path and a key.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

fn refuse_raw_text(text: &str, report: &mut Report<'_>) -> bool {
    if text.len() > MAX_BYTES {
        let message = format!("the file has {} bytes; a lesson may have {MAX_BYTES}", text.len());
        report.add(Place::default(), message, "split the lesson in two");
        return false;
    }
    for (number, line) in text.lines().enumerate() {
        if let Some(column) = line.chars().position(|c| is_unwanted(c) || c == '\t') {
            let c = line.chars().nth(column).unwrap_or_default();
            let place = Place { line: number + 1, column: column + 1 };
            let help = if c == '\t' { "indent with spaces" } else { "remove it" };
            report.add(place, format!("a control character (U+{:04X})", u32::from(c)), help);
            return false;
        }
    }
    true
}

/// Characters that steer a terminal or turn the direction of writing.
pub fn is_unwanted(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A mapping or sequence that is being read.
struct Open {
    path: String,
    /// For a mapping: the key whose value comes next.
    key: Option<(String, Place)>,
    /// For a sequence: the number of the item that comes next.
    next: Option<usize>,
}

struct Walk<'a> {
    places: Places,
    stack: Vec<Open>,
    lines: Vec<&'a str>,
    nodes: usize,
}

type Refusal = (Place, String, String);

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, span: Span, report: &mut Report<'_>) -> Result<(), Refusal> {
        let place = Place { line: span.start.line(), column: span.start.col() + 1 };
        let refuse = |message: &str, help: &str| Err((place, message.to_owned(), help.to_owned()));
        match event {
            Event::DocumentStart(_) if !self.places.entries.is_empty() => {
                refuse("a second document", "one file holds one lesson: remove the --- between them")
            }
            Event::Alias(_) => refuse("an alias (*name)", "write the value out; lessons have no anchors and aliases"),
            Event::Scalar(text, style, anchor, tag) => {
                if *anchor > 0 || tag.is_some() {
                    return refuse("an anchor (&name) or tag (!name)", "remove it; lessons are plain data");
                }
                if let Some(c) = text.chars().find(|&c| is_unwanted(c)) {
                    let message = format!("a text with a control character (U+{:04X})", u32::from(c));
                    return Err((place, message, "remove it".to_owned()));
                }
                self.scalar(text, *style, place, report)
            }
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                if *anchor > 0 || tag.is_some() {
                    return refuse("an anchor (&name) or tag (!name)", "remove it; lessons are plain data");
                }
                if self.expects_key() {
                    return refuse("a list or mapping as a key", "a key is a plain word");
                }
                let path = self.enter_value(Entry { value: place, ..Entry::default() })?;
                if self.stack.len() >= MAX_DEPTH {
                    let message = format!("more than {MAX_DEPTH} levels of nesting");
                    return refuse(&message, "a lesson needs five or six");
                }
                let next = matches!(event, Event::SequenceStart(..)).then_some(0);
                self.stack.push(Open { path, key: None, next });
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.stack.pop();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn expects_key(&self) -> bool {
        self.stack.last().is_some_and(|open| open.next.is_none() && open.key.is_none())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, place: Place, report: &mut Report<'_>) -> Result<(), Refusal> {
        if self.expects_key() {
            if let Some(open) = self.stack.last_mut() {
                if self.places.has(&join(&open.path, text)) {
                    report.add(place, format!("{text:?} is given twice"), "keep one of the two");
                }
                open.key = Some((text.to_owned(), place));
            }
            return Ok(());
        }
        let literal_indent = matches!(style, ScalarStyle::Literal).then(|| self.indent_at(place.line));
        let quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        self.enter_value(Entry { key: None, value: place, literal_indent, quoted }).map(|_| ())
    }

    /// Indentation of the first line with text from a line on.
    fn indent_at(&self, line: usize) -> usize {
        let below = self.lines.iter().skip(line.saturating_sub(1)).find(|line| !line.trim().is_empty());
        below.map_or(0, |line| line.len() - line.trim_start().len())
    }

    /// Notes the place of a value and gives its path.
    fn enter_value(&mut self, mut entry: Entry) -> Result<String, Refusal> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err((entry.value, format!("more than {MAX_NODES} values"), "split the lesson in two".to_owned()));
        }
        let path = match self.stack.last_mut() {
            None => String::new(),
            Some(Open { path, next: Some(next), .. }) => {
                *next += 1;
                format!("{path}[{}]", *next - 1)
            }
            Some(open) => {
                let (key, place) = open.key.take().unwrap_or_default();
                entry.key = Some(place);
                join(&open.path, &key)
            }
        };
        self.places.entries.insert(path.clone(), entry);
        Ok(path)
    }
}
