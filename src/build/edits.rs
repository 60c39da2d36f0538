//! Changes of source files, and which archives they can change.
//!
//! Which importers' archives change when a package is edited follows from three rules, and for the rest from
//! measurements (see `docs/measuring.md`):
//!
//! 1. an archive holds the code of its package, so a comment at the end changes no archive, while anything that
//!    changes code or line numbers changes the package's own;
//! 2. an archive holds a fingerprint of the export data of every package that its source imports, so a change of
//!    export data changes the archives of all direct importers;
//! 3. whether an importer's own export data changes then, and the change goes one level further, depends on what the
//!    importer exports. `go list` does not tell that.

use std::collections::{BTreeSet, VecDeque};

use crate::hash::{Hasher, ShortId};
use crate::program::{PackageId, Program};

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

    fn reach(&self) -> Reach {
        match self {
            Self::Touch | Self::Comment => Reach::Nothing,
            Self::Body(_) => Reach::Own,
            Self::Shift => Reach::MaybeNothing,
            Self::Func | Self::Inline(_) | Self::Import(_) => Reach::OwnAndMaybeMore,
            Self::Export | Self::Const => Reach::Importers,
        }
    }
}

/// What is known of an edit by the rules alone.
enum Reach {
    /// No archive changes.
    Nothing,
    /// The package's own archive changes, its export data does not.
    Own,
    /// No archive need change: a file may hold nothing but a comment.
    MaybeNothing,
    /// The package's own archive changes; its export data may.
    OwnAndMaybeMore,
    /// The package's export data changes, so the archives of its importers do.
    Importers,
}

/// What to take for granted where an edit was not measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assume {
    /// Export data changes only where it must.
    #[default]
    Least,
    /// Export data changes wherever it can.
    Most,
}

/// The packages whose archives an edit changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Archives with another content.
    pub changed: BTreeSet<PackageId>,
    /// Whether this is known exactly, by a rule or a measurement, whatever is assumed.
    pub exact: bool,
}

impl Edit {
    /// Which archives change.
    pub fn effect(&self, program: &Program, assume: Assume) -> Effect {
        let exactly = |changed: &[PackageId]| Effect { changed: changed.iter().copied().collect(), exact: true };
        match self.kind.reach() {
            // An archive holds embedded files and ready-made objects as they are.
            Reach::Nothing if self.kind.changes_file() && self.is_in_archive(program) => exactly(&[self.package]),
            Reach::Nothing => exactly(&[]),
            Reach::Own => exactly(&[self.package]),
            _ if program.package(self.package).is_main() => exactly(&[self.package]),
            reach => {
                if let Some(measured) =
                    program.measured(self.package, self.kind.name(), &self.file, self.kind.function())
                {
                    return exactly(measured);
                }
                let least = match reach {
                    Reach::Importers => importers(program, self.package, 1),
                    Reach::MaybeNothing => BTreeSet::new(),
                    _ => BTreeSet::from([self.package]),
                };
                let most = importers(program, self.package, usize::MAX);
                let exact = least == most;
                Effect { changed: if assume == Assume::Least { least } else { most }, exact }
            }
        }
    }

    /// Whether the bytes of the file go into the archive.
    fn is_in_archive(&self, program: &Program) -> bool {
        let files = &program.package(self.package).files;
        files.embed.iter().chain(&files.syso).any(|file| *file == self.file)
    }

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

/// A package with those that import it in their sources, up to `levels` steps away.
fn importers(program: &Program, package: PackageId, levels: usize) -> BTreeSet<PackageId> {
    let importers_of = program.source_importers();
    let mut found = BTreeSet::from([package]);
    let mut queue = VecDeque::from([(package, 0)]);
    while let Some((package, level)) = queue.pop_front() {
        if level == levels {
            continue;
        }
        for &importer in &importers_of[package.index()] {
            if found.insert(importer) {
                queue.push_back((importer, level + 1));
            }
        }
    }
    found
}
