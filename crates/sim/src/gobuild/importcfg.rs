//! Which archive each line of an importcfg names.

use super::cache::data_file;
use super::faults::WrongLine;
use super::files::{FileId, FileName};
use super::made::Made;
use super::plan::{Action, Mode};
use super::results::Built;
use crate::hash::Hash;
use crate::program::PackageId;

/// The path that a fault writes where it wants a file that does not exist.
const NONEXISTENT: &str = "/nonexistent/_pkg_.a";

/// One line of an importcfg or importcfg.link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The package whose archive the line tells.
    pub package: PackageId,
    /// What a fault made wrong with the line, if one did.
    pub wrong: Option<WrongLine>,
    /// The file that it names.
    archive: Archive,
}

/// Where an archive is. Its path is composed only when it is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Archive {
    InWork(u32),
    InCache(Hash),
    /// In an object directory, under a name that the go command itself does not use.
    Beside(u32, String),
    Nonexistent,
}

impl Archive {
    /// Where importers and the linker find the archive of a package; `None` for packages without one, like `unsafe`.
    fn of(made: Made<'_>, package: PackageId) -> Option<Self> {
        let result = made.result(package)?;
        match result.built {
            Built::InWork => Some(Self::InWork(objdir(made, package))),
            Built::InCache => Some(Self::InCache(result.output)),
            Built::NotNeeded => None,
        }
    }

    fn path(&self, made: Made<'_>) -> String {
        match self {
            Self::InWork(objdir) => format!("{}_pkg_.a", made.objdir(*objdir)),
            Self::InCache(output) => format!("{}/{}", made.program.toolchain.gocache, data_file(output)),
            Self::Beside(objdir, name) => format!("{}{name}", made.objdir(*objdir)),
            Self::Nonexistent => NONEXISTENT.to_owned(),
        }
    }
}

impl Entry {
    /// The path that the line names.
    pub fn path(&self, made: Made<'_>) -> String {
        self.archive.path(made)
    }
}

/// The lines of an action's importcfg or importcfg.link, as its faults change them.
pub fn entries(made: Made<'_>, action: &Action) -> Vec<Entry> {
    let deps = action.deps.iter().map(|&dep| made.plan.action(dep)).filter(|dep| dep.mode == Mode::Build);
    deps.filter_map(|dep| entry(made, action, dep.package)).collect()
}

/// The line of an action's importcfg or importcfg.link for one package that the action depends on, as faults change it;
/// `None` if there is no such line.
pub fn entry(made: Made<'_>, action: &Action, package: PackageId) -> Option<Entry> {
    let faults = &made.options.faults;
    let wrong = match action.mode {
        Mode::Link => faults.link_line(package),
        _ => faults.import_line(action.package, package),
    };
    Some(Entry { package, wrong, archive: archive(made, package, wrong)? })
}

fn archive(made: Made<'_>, package: PackageId, wrong: Option<WrongLine>) -> Option<Archive> {
    let beside = |name: String| Some(Archive::Beside(objdir(made, package), name));
    match wrong {
        None => Archive::of(made, package),
        Some(WrongLine::Dropped) => None,
        Some(WrongLine::Missing) => Some(Archive::Nonexistent),
        Some(WrongLine::NotAnArchive) => beside("hello.txt".to_owned()),
        Some(WrongLine::Of(other)) => Archive::of(made, other),
        Some(WrongLine::OfArch(arch)) => beside(format!("{arch}_pkg_.a")),
        Some(WrongLine::Changed { .. }) => beside("changed_pkg_.a".to_owned()),
    }
}

fn objdir(made: Made<'_>, package: PackageId) -> u32 {
    made.plan.action(made.plan.build_of(package)).objdir
}

/// The path at which importers and the linker find a package's archive; `None` for packages without one.
pub fn built_path(made: Made<'_>, package: PackageId) -> Option<String> {
    Archive::of(made, package).map(|archive| archive.path(made))
}

/// The path of the archive that an action makes: `OBJ/_pkg_.a`.
pub fn archive_path(made: Made<'_>, action: &Action) -> String {
    Archive::InWork(action.objdir).path(made)
}

/// The archive that the action of a package makes, as a file of the simulated work directory.
pub fn archive_file(made: Made<'_>, package: PackageId) -> FileId {
    FileId { objdir: objdir(made, package), name: FileName::Archive }
}
