//! Changes that a user or a lesson makes to source files.

use crate::hash::{Hasher, ShortId};
use crate::program::PackageId;

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edit {
    /// The package whose file changes.
    pub package: PackageId,
    /// The file's name in the directory of the package.
    pub file: String,
    /// The kind of change.
    pub kind: EditKind,
}

/// The kinds of changes that gostep models.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum EditKind {
    /// The modification time changes, the content does not.
    Touch,
    /// A comment is added at the end; in a file that is not Go or assembly source, a line.
    Comment,
    /// A comment line is added below the package clause: all lines after it move down by one.
    Shift,
    /// The body of a function that is not inlined changes; no line moves. The name is that of the function, if one was
    /// named.
    Body(Option<String>),
    /// The body of a function that can be inlined into other packages changes. The name is that of the function, if one
    /// was named.
    Inline(Option<String>),
    /// A new unexported function is added at the end.
    Func,
    /// A new exported function is added at the end.
    Export,
    /// A new exported constant is added at the end.
    Const,
    /// An import of this path is added, and a use of it.
    Import(String),
}

impl EditKind {
    /// The name of this kind in files of measurements.
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

    /// The function whose body changes, if one was named.
    pub fn function(&self) -> Option<&str> {
        match self {
            Self::Body(function) | Self::Inline(function) => function.as_deref(),
            _ => None,
        }
    }

    /// Whether the content of the file changes.
    pub fn changes_file(&self) -> bool {
        !matches!(self, Self::Touch)
    }
}

impl Edit {
    /// The hash of the file after this change, computed from the hash before it.
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
