//! Places in files.

/// A place in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters of the line belong to it; at least one is pointed at.
    pub length: usize,
}

impl Place {
    /// A single character.
    pub fn at(line: usize, column: usize) -> Self {
        Self { line, column, length: 1 }
    }
}
