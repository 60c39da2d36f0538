//! Changes between two builds, and how they are written: `name` or `name=value`.

use super::change_error::ChangeError;
use super::lookup::Lookup;
use crate::gobuild::{Damage, Edit, EditKind, FaultKind, FaultSpec};
use crate::program::{PackageId, Program};
use crate::said::Said;
use crate::suggest::{did_you_mean, nearest};

/// A change that is made before the next build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// No change: the program is built again.
    Nothing,
    /// A source file is edited.
    Edit(Edit),
    /// The edits of one package, or of all packages, are taken back.
    Undo(Option<PackageId>),
    /// The executable is deleted.
    DeleteOutput,
    /// A byte of the executable is changed on disk.
    AlterOutput,
    /// The output gets another name (`-o`).
    Output(String),
    /// The cache entry of a package is damaged.
    Spoil(PackageId, Damage),
    /// The cache is emptied, as by `go clean -cache`.
    CleanCache,
    /// `GODEBUG=gocacheverify=1`: all packages are compiled, and the results compared with the cache.
    VerifyCache,
    /// The main package's sources are copied to another directory and built there.
    Dir(String),
    /// `-a`: all packages are compiled again.
    All,
    /// The next builds use `-trimpath`.
    Trimpath,
    /// The next builds use these `-ldflags`.
    Ldflags(String),
    /// The next builds use these `-gcflags`.
    Gcflags(String),
    /// The next builds use this `-buildmode`.
    Buildmode(String),
    /// The next builds use this `-pgo`.
    Profile(String),
    /// CGO_ENABLED is set to 1 or 0.
    Cgo(bool),
    /// GOARCH is set.
    Goarch(String),
    /// CC, the C compiler, is set.
    Cc(String),
    /// The next builds use this `-p`.
    Workers(usize),
    /// `GOCACHE=off`, which the go command refuses since go1.12.
    CacheOff,
    /// A fault is made in the next build.
    Fault(FaultSpec),
    /// An extra build at this point, with the changes before it.
    Then,
}

/// One kind of change, for help and for the parser.
#[derive(Clone, Copy, Debug)]
pub struct ChangeKind {
    /// The word before `=`, or the whole change if it has no value.
    pub name: &'static str,
    /// What the value is, in capitals; empty if there is none.
    pub value: &'static str,
    /// One line of help.
    pub help: &'static str,
}

const fn kind(name: &'static str, value: &'static str, help: &'static str) -> ChangeKind {
    ChangeKind { name, value, help }
}

/// All kinds of changes, in the order of the help.
pub const KINDS: [ChangeKind; 36] = [
    kind("nothing", "", "change nothing"),
    kind("touch", "PKG[/FILE]", "set the time of a file, change nothing in it"),
    kind("comment", "PKG[/FILE]", "add a comment at the end of a file, or a line to an embedded one"),
    kind("shift", "PKG[/FILE]", "add a comment line below the package clause: all lines after it move"),
    kind("body", "PKG[.FUNC]", "change the body of a function that is not inlined, on the same lines"),
    kind("inline", "PKG[.FUNC]", "change the body of a function that is inlined into its callers"),
    kind("func", "PKG[/FILE]", "add an unexported function at the end of a file"),
    kind("export", "PKG[/FILE]", "add an exported function at the end of a file"),
    kind("const", "PKG[/FILE]", "add an exported constant at the end of a file"),
    kind("import", "PKG:PATH", "import one more package, and use it"),
    kind("undo", "[PKG]", "take the edits of a package back (without =PKG: all edits)"),
    kind("delete-output", "", "delete the executable"),
    kind("alter-output", "", "change one byte of the executable"),
    kind("output", "NAME", "build with another -o"),
    kind("delete-data", "PKG", "delete a package's archive from the cache (its -d file)"),
    kind("delete-index", "PKG", "delete a package's index entry from the cache (its -a file)"),
    kind("garbage-index", "PKG", "overwrite a package's index entry with garbage"),
    kind("truncate", "PKG", "cut a package's archive in the cache short"),
    kind("append", "PKG", "append a byte to a package's archive in the cache"),
    kind("alter", "PKG", "change one letter in a package's archive in the cache, its size stays"),
    kind("zero-head", "PKG", "zero the first 4096 bytes of a package's archive in the cache"),
    kind("clean-cache", "", "go clean -cache"),
    kind("verify-cache", "", "build with GODEBUG=gocacheverify=1"),
    kind("dir", "PATH", "copy the main package to another directory and build it there"),
    kind("all", "", "build with -a"),
    kind("trimpath", "", "build with -trimpath"),
    kind("ldflags", "FLAGS", "build with -ldflags=FLAGS"),
    kind("gcflags", "FLAGS", "build with -gcflags=FLAGS"),
    kind("buildmode", "exe|pie", "build with -buildmode"),
    kind("pgo", "PROFILE", "build with -pgo: a file, off or auto"),
    kind("CGO_ENABLED", "0|1", "build with cgo disabled or enabled"),
    kind("GOARCH", "ARCH", "build for another architecture"),
    kind("CC", "COMMAND", "name another C compiler"),
    kind("GOCACHE", "off", "build without a cache"),
    kind("workers", "N", "build with -p N"),
    kind("then", "", "build now; what follows comes after that build"),
];

/// What a change is made to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The sources.
    Sources,
    /// The executable.
    Output,
    /// The cache.
    Cache,
    /// Flags and environment of the builds that follow.
    Settings,
    /// When it is built.
    Order,
}

impl ChangeKind {
    /// What such a change is made to.
    pub fn subject(&self) -> Subject {
        match self.name {
            "delete-output" | "alter-output" | "output" => Subject::Output,
            "delete-data" | "delete-index" | "garbage-index" | "truncate" | "append" | "alter" | "zero-head"
            | "clean-cache" | "verify-cache" | "GOCACHE" => Subject::Cache,
            "dir" | "all" | "trimpath" | "ldflags" | "gcflags" | "buildmode" | "pgo" | "CGO_ENABLED" | "GOARCH"
            | "CC" | "workers" => Subject::Settings,
            "then" => Subject::Order,
            _ => Subject::Sources,
        }
    }
}

impl Change {
    /// Whether a word is a change or a fault, with or without a value, as far as its name tells.
    pub fn is_known(word: &str) -> bool {
        let name = word.split_once('=').map_or(word, |(name, _)| name);
        names().any(|known| known == name)
    }

    /// The name of the setting that it changes, if any. A build can get each setting only once.
    pub fn setting(&self) -> Option<&'static str> {
        Some(match self {
            Self::Output(_) => "output",
            Self::Dir(_) => "dir",
            Self::All => "all",
            Self::Trimpath => "trimpath",
            Self::Ldflags(_) => "ldflags",
            Self::Gcflags(_) => "gcflags",
            Self::Buildmode(_) => "buildmode",
            Self::Profile(_) => "pgo",
            Self::Cgo(_) => "CGO_ENABLED",
            Self::Goarch(_) => "GOARCH",
            Self::Cc(_) => "CC",
            Self::Workers(_) => "workers",
            Self::CacheOff => "GOCACHE",
            Self::VerifyCache => "verify-cache",
            _ => return None,
        })
    }

    /// Whether a word is unknown but similar to the name of a change or a fault.
    pub fn is_near(word: &str) -> bool {
        !Self::is_known(word) && nearest(word, names()).is_some()
    }

    /// Reads `name=value` and looks up packages in a program. Faults are only parsed here; they are checked when they
    /// are applied.
    ///
    /// # Errors
    /// If there is no such change, package or file. The message suggests the nearest valid name.
    pub fn parse(text: &str, program: &Program) -> Result<Self, ChangeError> {
        let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
        let Some(kind) = KINDS.iter().find(|kind| kind.name == name) else {
            if FaultKind::ALL.iter().any(|kind| kind.name() == name) {
                return Ok(Self::Fault(text.parse()?));
            }
            let near = did_you_mean(name, names());
            let is_package = near.is_empty() && Lookup { change: text, program }.package(text).is_ok();
            let meant = format!("comment={text}");
            let hint = if is_package { said!(" (did you mean {meant:?}?)", meant) } else { near };
            return Err(ChangeError::Unknown { name: name.to_owned(), hint });
        };
        let problem = |problem: Said| ChangeError::Value { change: text.to_owned(), problem };
        match (kind.value, value) {
            ("", Some(_)) => return Err(problem(said!("{name} takes no value", name))),
            (wanted, None | Some("")) if !wanted.is_empty() && !wanted.starts_with('[') => {
                return Err(problem(said!("write {name}={wanted}", name, wanted)));
            }
            _ => {}
        }
        let value = value.unwrap_or_default();
        let at = Lookup { change: text, program };
        let edit = |kind: EditKind| at.edit(value, &kind).map(Change::Edit);
        let spoil = |damage| at.package(value).map(|package| Change::Spoil(package, damage));
        Ok(match name {
            "nothing" => Self::Nothing,
            "touch" => edit(EditKind::Touch)?,
            "comment" => edit(EditKind::Comment)?,
            "shift" => edit(EditKind::Shift)?,
            "func" => edit(EditKind::Func)?,
            "export" => edit(EditKind::Export)?,
            "const" => edit(EditKind::Const)?,
            "body" => at.function_edit(value, EditKind::Body).map(Change::Edit)?,
            "inline" => at.function_edit(value, EditKind::Inline).map(Change::Edit)?,
            "import" => at.import(value).map(Change::Edit)?,
            "undo" if value.is_empty() => Self::Undo(None),
            "undo" => Self::Undo(Some(at.package(value)?)),
            "delete-output" => Self::DeleteOutput,
            "alter-output" => Self::AlterOutput,
            "output" => Self::Output(value.to_owned()),
            "delete-data" => spoil(Damage::DataDeleted)?,
            "delete-index" => spoil(Damage::IndexDeleted)?,
            "garbage-index" => spoil(Damage::IndexGarbage)?,
            "truncate" | "append" => spoil(Damage::WrongSize)?,
            "alter" => spoil(Damage::LetterChanged)?,
            "zero-head" => spoil(Damage::HeadZeroed)?,
            "clean-cache" => Self::CleanCache,
            "verify-cache" => Self::VerifyCache,
            "dir" if value.starts_with('/') => Self::Dir(value.trim_end_matches('/').to_owned()),
            "dir" => return Err(problem(said!("write an absolute path"))),
            "all" => Self::All,
            "trimpath" => Self::Trimpath,
            "ldflags" => Self::Ldflags(value.to_owned()),
            "gcflags" => Self::Gcflags(value.to_owned()),
            "buildmode" if matches!(value, "exe" | "pie") => Self::Buildmode(value.to_owned()),
            "pgo" => Self::Profile(value.to_owned()),
            "CGO_ENABLED" if matches!(value, "0" | "1") => Self::Cgo(value == "1"),
            "GOARCH" => Self::Goarch(value.to_owned()),
            "CC" => Self::Cc(value.to_owned()),
            "GOCACHE" if value == "off" => Self::CacheOff,
            "workers" => match value.parse() {
                Ok(workers) if workers > 0 => Self::Workers(workers),
                _ => return Err(problem(said!("write a number from 1"))),
            },
            "then" => Self::Then,
            _ => return Err(problem(said!("write {name}={}", kind.value, name))),
        })
    }
}

/// The names of all changes and faults.
fn names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().map(|kind| kind.name).chain(FaultKind::ALL.into_iter().map(FaultKind::name))
}
