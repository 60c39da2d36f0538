//! Where everything in a YAML file stands: line and column of every key and value, by path.

use std::collections::HashMap;

use crate::lesson::place::Place;

/// Places of a file's values, by path such as `steps[3].to.package`; the whole file is the empty path.
#[derive(Clone, Debug, Default)]
pub struct Places {
    entries: HashMap<String, Entry>,
    lines: Vec<String>,
}

/// What is known of one value.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// The key, for a value of a mapping.
    pub key: Option<Place>,
    /// Where it begins.
    pub value: Place,
    /// The line in which it ends.
    pub last_line: usize,
    /// For `|` blocks: how many columns every line is indented. Their place is that of the first line with text.
    pub literal_indent: Option<usize>,
}

impl Places {
    pub(super) fn new(text: &str) -> Self {
        Self { entries: HashMap::new(), lines: text.lines().map(str::to_owned).collect() }
    }

    pub(super) fn insert(&mut self, path: String, entry: Entry) {
        self.entries.insert(path, entry);
    }

    pub(super) fn entry_mut(&mut self, path: &str) -> Option<&mut Entry> {
        self.entries.get_mut(path)
    }

    /// The line in which a place is.
    pub fn line_of(&self, place: Place) -> &str {
        self.line(place.line)
    }

    /// A line of the file, counted from 1.
    pub(super) fn line(&self, number: usize) -> &str {
        self.lines.get(number.wrapping_sub(1)).map_or("", String::as_str)
    }

    /// Whether the file has no value at all.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
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

    /// Place of a list or mapping as a whole: all of it if it stands in brackets, else its name.
    pub fn whole(&self, path: &str) -> Place {
        let entry = self.nearest(path);
        if entry.value.length > 1 { entry.value } else { entry.key.unwrap_or(entry.value) }
    }

    /// Whether there is a value with this path.
    pub fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// Place of what begins at a byte of a text value: of the word, the number or the sign there.
    pub fn inside(&self, path: &str, text: &str, offset: usize) -> Place {
        let entry = self.nearest(path);
        let offset = if text.is_char_boundary(offset) { offset } else { text.len() };
        let (before, after) = text.split_at(offset.min(text.len()));
        let token = token(after);
        match entry.literal_indent {
            Some(indent) => {
                let line = before.matches('\n').count();
                let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
                // Empty lines at the beginning belong to the text, but its place is that of its first line with words.
                let blank = text.len() - text.trim_start_matches('\n').len();
                let length = token.chars().count();
                Place { line: (entry.value.line + line).saturating_sub(blank), column: indent + column + 1, length }
            }
            None => self.find(entry, before, token).unwrap_or(entry.value),
        }
    }

    /// Finds a piece of a text that YAML has folded or unquoted, by counting equal pieces before it.
    fn find(&self, entry: Entry, before: &str, token: &str) -> Option<Place> {
        if token.is_empty() {
            let end = self.line(entry.value.line).chars().count();
            let after = entry.value.column + entry.value.length;
            return (entry.value.line == entry.last_line).then(|| Place::at(entry.value.line, after.min(end + 1)));
        }
        let mut skip = count_overlapping(before, token);
        for number in entry.value.line..=entry.last_line {
            let line = self.line(number);
            let from = if number == entry.value.line { byte_of(line, entry.value.column - 1) } else { 0 };
            let mut at = from;
            while let Some(found) = line[at..].find(token) {
                let byte = at + found;
                if skip == 0 {
                    let column = line[..byte].chars().count() + 1;
                    return Some(Place { line: number, column, length: token.chars().count() });
                }
                skip -= 1;
                at = byte + line[byte..].chars().next().map_or(1, char::len_utf8);
            }
        }
        None
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

/// The word at the beginning of a text, or its first sign.
fn token(text: &str) -> &str {
    const LONGEST: usize = 40;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = text.char_indices().take(LONGEST).take_while(|(_, c)| is_word(*c)).count();
    let chars = match text.chars().next() {
        None | Some('\n') => 0,
        Some('{') if text.starts_with("{{") => 2,
        // A quoted text on one line, as a whole.
        Some(quote @ ('\'' | '"')) => {
            let inner = text.chars().skip(1).take(LONGEST).take_while(|c| *c != quote && *c != '\n').count();
            if text.chars().nth(inner + 1) == Some(quote) { inner + 2 } else { 1 }
        }
        Some(_) => word.max(1),
    };
    let end = text.char_indices().nth(chars).map_or(text.len(), |(end, _)| end);
    &text[..end]
}

fn count_overlapping(text: &str, piece: &str) -> usize {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(|&at| text[at..].starts_with(piece)).count()
}

fn byte_of(line: &str, chars: usize) -> usize {
    line.char_indices().nth(chars).map_or(line.len(), |(byte, _)| byte)
}

/// Joins a path and a key.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}
