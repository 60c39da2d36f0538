//! Changes of source files.

use crate::hash::{Hasher, ShortId};
use crate::program::PackageId;

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The package.
    pub package: PackageId,
    /// The file, by its name in the package's directory.
    pub file: String,
    /// What is done to it.
    pub kind: EditKind,
}

/// What is done to a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// Its time changes, its content does not.
    Touch,
    /// A comment is added at the end; to a file that is no source, a line.
    Comment,
    /// A comment line is added below the package clause: all lines after it move down by one.
    Shift,
    /// The body of a function that is not inlined changes; lines stay where they are.
    Body(Option<String>),
    /// The body of a function that can be inlined into other packages changes.
    Inline(Option<String>),
    /// A new unexported function at the end.
    Func,
    /// A new exported function at the end.
    Export,
    /// A new exported constant at the end.
    Const,
    /// An import of this path, and a use of it.
    Import(String),
}

impl EditKind {
    /// The name under which measurements have it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Touch => "touch",
            Self::Comment => "comment",
            Self::Shift => "shift",
            Self::Body(_) => "body",
            Self::Inline(_) => "inline",
            Self::Func => "func",
            Self::Export => "export",
            Self::Const => "const",
            Self::Import(_) => "import",
        }
    }

    /// The function it is about.
    pub fn function(&self) -> Option<&str> {
        match self {
            Self::Body(function) | Self::Inline(function) => function.as_deref(),
            _ => None,
        }
    }

    /// Whether the bytes of the file change.
    pub fn changes_file(&self) -> bool {
        !matches!(self, Self::Touch)
    }
}

impl Edit {
    /// The hash of the file after this change, given the one before.
    pub fn apply_to_hash(&self, before: ShortId) -> ShortId {
        if !self.kind.changes_file() {
            return before;
        }
        let mut hasher = Hasher::default();
        hasher.write(b"gostep edit\0");
        hasher.write(&before.0);
        hasher.write(format!("{:?}", self.kind).as_bytes());
        hasher.finish().short()
    }
}
