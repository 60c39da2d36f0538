//! Names that differ from one real build to the next. They are matched by their pattern of equality.
//!
//! Build IDs, names of cache files and module checksums are hashes of contents that a simulation need not know. Two
//! logs agree if the same name in one always stands where the same name in the other stands.

use std::collections::HashMap;

/// The kinds of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// One part of a build ID: an action ID or a content ID.
    BuildId,
    /// A data file of the build cache: `8d/8d78…-d`.
    CacheFile,
    /// A checksum of a module: `h1:…=`.
    ModuleSum,
}

impl NameKind {
    /// The one word that replaces such a name in a [`Shape`].
    fn mark(self) -> &'static str {
        match self {
            Self::BuildId => "‹build-ID›",
            Self::CacheFile => "‹cache-file›",
            Self::ModuleSum => "‹checksum›",
        }
    }
}

/// One name found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// Its kind.
    pub kind: NameKind,
    /// As written in the text.
    pub text: &'a str,
}

/// A text in which every name is replaced by a mark, so that two texts can be compared but for their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape<'a> {
    /// The text with marks.
    pub text: String,
    /// The names, in the order of their marks.
    pub names: Vec<Name<'a>>,
}

impl<'a> Shape<'a> {
    /// Finds the names in a text and replaces them.
    pub fn of(text: &'a str) -> Self {
        let mut shape = Shape { text: String::with_capacity(text.len()), names: Vec::new() };
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let found = build_ids(rest).or_else(|| cache_file(rest)).or_else(|| module_sum(rest));
            let Some((before, length, kind)) = found else {
                let width = rest.chars().next().map_or(1, char::len_utf8);
                shape.text.push_str(&rest[..width]);
                at += width;
                continue;
            };
            shape.text.push_str(&rest[..before]);
            for (number, part) in rest[before..before + length].split(separator(kind)).enumerate() {
                shape.text.push_str(if number == 0 { "" } else { "/" });
                shape.text.push_str(kind.mark());
                shape.names.push(Name { kind, text: part });
            }
            at += before + length;
        }
        shape
    }
}

/// What separates the parts of a name: a build ID has several, the other kinds have one.
fn separator(kind: NameKind) -> char {
    if kind == NameKind::BuildId { '/' } else { '\0' }
}

/// `-buildid A/A`, `-buildid=A/B/C/D`, `buildID=A/B/C/D`, `-frandom-seed=A`: bytes before the name, and its length.
fn build_ids(rest: &str) -> Option<(usize, usize, NameKind)> {
    const PART: usize = 20;
    let mark = ["-buildid ", "-buildid=", "objabi.buildID=", "-frandom-seed="]
        .into_iter()
        .find(|mark| rest.starts_with(mark))?;
    let id = &rest[mark.len()..];
    let end = id.find(|c: char| !(c.is_ascii_alphanumeric() || "-_/".contains(c))).unwrap_or(id.len());
    id[..end].split('/').all(|part| part.len() == PART).then_some((mark.len(), end, NameKind::BuildId))
}

/// `/8d/8d78…-d`: the directory is the beginning of the name.
fn cache_file(rest: &str) -> Option<(usize, usize, NameKind)> {
    const LENGTH: usize = "/hh/".len() + 64 + "-d".len();
    let name = rest.get(..LENGTH)?;
    let hash = name.strip_suffix("-d")?.get(4..)?;
    let is_name = name.starts_with('/')
        && name[3..].starts_with('/')
        && name[1..3] == hash[..2]
        && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    is_name.then_some((1, LENGTH - 1, NameKind::CacheFile))
}

/// `h1:…=`: 32 bytes in base64.
fn module_sum(rest: &str) -> Option<(usize, usize, NameKind)> {
    const LENGTH: usize = "h1:".len() + 44;
    let name = rest.get(..LENGTH)?;
    let digits = name.strip_prefix("h1:")?.strip_suffix('=')?;
    digits.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+' || b == b'/').then_some((
        0,
        LENGTH,
        NameKind::ModuleSum,
    ))
}

/// A name in the log that breaks the pattern: it should be new, or equal to an earlier one, and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The kind of name.
    pub kind: NameKind,
    /// The name in the log.
    pub theirs: String,
    /// What the log had earlier in the place of the same simulated name. `None` if it is the other way round: the log's
    /// name was seen before, in the place of another simulated name.
    pub other: Option<String>,
    /// Line of the log where the earlier name stands; 0 if the name is known beforehand and the same in every log.
    pub line: usize,
}

/// The one-to-one pairing of simulated names and names in the log, as far as it has been read.
#[derive(Clone, Debug, Default)]
pub struct Names {
    theirs: HashMap<(NameKind, String), (String, usize)>,
    ours: HashMap<(NameKind, String), (String, usize)>,
}

impl Names {
    /// Fixes a name that must be equal by value in simulation and log.
    pub fn fix(&mut self, kind: NameKind, name: &str) {
        self.theirs.insert((kind, name.to_owned()), (name.to_owned(), 0));
        self.ours.insert((kind, name.to_owned()), (name.to_owned(), 0));
    }

    /// Pairs the names of two texts that have the same shape; `line` is the log's line, for messages.
    ///
    /// # Errors
    /// If a name of either side is already paired with another one.
    pub fn pair(&mut self, ours: &Shape<'_>, theirs: &Shape<'_>, line: usize) -> Result<(), Conflict> {
        for (our, their) in ours.names.iter().zip(&theirs.names) {
            self.pair_one(our.kind, our.text, their.text, line)?;
        }
        Ok(())
    }

    fn pair_one(&mut self, kind: NameKind, ours: &str, theirs: &str, line: usize) -> Result<(), Conflict> {
        let conflict = |other, line| Conflict { kind, theirs: theirs.to_owned(), other, line };
        match (self.theirs.get(&(kind, ours.to_owned())), self.ours.get(&(kind, theirs.to_owned()))) {
            (Some((known, _)), _) if known == theirs => Ok(()),
            (Some((known, seen)), _) => Err(conflict(Some(known.clone()), *seen)),
            (None, Some((_, seen))) => Err(conflict(None, *seen)),
            (None, None) => {
                self.theirs.insert((kind, ours.to_owned()), (theirs.to_owned(), line));
                self.ours.insert((kind, theirs.to_owned()), (ours.to_owned(), line));
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "AAAAAAAAAAAAAAAAAAAA";
    const B: &str = "B-_456789012345678cd";

    #[test]
    fn names_are_found() {
        let hash = "8d78bed33aafbb83e848c89f5142750917e6302d4ac5a89b544ded23311aa12f";
        let sum = "h1:aaaabbbbccccddddeeeeffffgggghhhhiiiijjjjkkk=";
        let text = format!("x -buildid {A}/{B} -buildid=short/er cp a /c/8d/{hash}-d /c/8e/{hash}-d dep\t{sum}\n");
        let shape = Shape::of(&text);
        let names: Vec<_> = shape.names.iter().map(|name| name.text).collect();
        let file = format!("8d/{hash}-d");
        assert_eq!(names, [A, B, file.as_str(), sum]);
        assert_eq!(
            shape.text,
            format!(
                "x -buildid ‹build-ID›/‹build-ID› -buildid=short/er cp a /c/‹cache-file› /c/8e/{hash}-d \
                 dep\t‹checksum›\n"
            )
        );
    }

    #[test]
    fn names_are_paired_one_for_one() {
        let mut names = Names::default();
        let (one, other) = (format!("-buildid {A}/{A}"), format!("-buildid {B}/{B}"));
        let mixed = format!("-buildid {A}/{B}");
        names.pair(&Shape::of(&one), &Shape::of(&other), 1).unwrap();
        names.pair(&Shape::of(&one), &Shape::of(&other), 2).unwrap();
        let error = names.pair(&Shape::of(&mixed), &Shape::of(&other), 3).unwrap_err();
        assert_eq!((error.other, error.line), (None, 1));
        let error = names.pair(&Shape::of(&one), &Shape::of(&one), 4).unwrap_err();
        assert_eq!((error.other, error.line), (Some(B.to_owned()), 1));
    }
}
