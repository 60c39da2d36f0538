//! Which archive each line of an importcfg names.

use super::faults::Line;
use super::files::{FileId, FileName};
use super::machine::data_file;
use super::plan::{Action, Mode};
use super::{Build, Built};
use crate::hash::Hash;
use crate::program::PackageId;

/// A path at which there is no file.
const NONEXISTENT: &str = "/nonexistent/_pkg_.a";

/// A line of an importcfg.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The package it is for.
    pub package: PackageId,
    /// What is wrong with it, if a fault made it so.
    pub wrong: Option<Line>,
    /// The file that it names.
    archive: Archive,
}

/// Where an archive is. Its path is written only where somebody reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Archive {
    InWork(u32),
    InCache(Hash),
    /// In an object directory, under a name that the go command does not use.
    Beside(u32, String),
    Nonexistent,
}

impl Archive {
    /// Where importers and the linker find the archive of a package; nothing for packages that have none.
    fn of(build: &Build, package: PackageId) -> Option<Self> {
        let result = build.result(package)?;
        match result.built {
            Built::InWork => Some(Self::InWork(objdir(build, package))),
            Built::InCache => Some(Self::InCache(result.output)),
            Built::NotNeeded => None,
        }
    }

    fn path(&self, build: &Build) -> String {
        match self {
            Self::InWork(objdir) => format!("{}_pkg_.a", build.objdir(*objdir)),
            Self::InCache(output) => format!("{}/{}", build.program.toolchain.gocache, data_file(output)),
            Self::Beside(objdir, name) => format!("{}{name}", build.objdir(*objdir)),
            Self::Nonexistent => NONEXISTENT.to_owned(),
        }
    }
}

impl Entry {
    /// The path that it names.
    pub fn path(&self, build: &Build) -> String {
        self.archive.path(build)
    }
}

/// The lines of an action's importcfg, or importcfg.link, that its faults leave.
pub fn entries(build: &Build, action: &Action) -> Vec<Entry> {
    let faults = &build.options.faults;
    let deps = action.deps.iter().map(|&dep| build.plan.action(dep)).filter(|dep| dep.mode == Mode::Build);
    deps.filter_map(|dep| {
        let package = dep.package;
        let wrong = match action.mode {
            Mode::Link => faults.link_line(package),
            _ => faults.import_line(action.package, package),
        };
        let archive = archive(build, package, wrong)?;
        Some(Entry { package, wrong, archive })
    })
    .collect()
}

fn archive(build: &Build, package: PackageId, wrong: Option<Line>) -> Option<Archive> {
    let beside = |name: String| Some(Archive::Beside(objdir(build, package), name));
    match wrong {
        None => Archive::of(build, package),
        Some(Line::Dropped) => None,
        Some(Line::Missing) => Some(Archive::Nonexistent),
        Some(Line::NotAnArchive) => beside("hello.txt".to_owned()),
        Some(Line::Of(other)) => Archive::of(build, other),
        Some(Line::OfArch(arch)) => beside(format!("{arch}_pkg_.a")),
        Some(Line::Changed { .. }) => beside("changed_pkg_.a".to_owned()),
    }
}

fn objdir(build: &Build, package: PackageId) -> u32 {
    build.plan.action(build.plan.build_of(package)).objdir
}

/// The path at which importers and the linker find a package's archive; nothing for packages that have none.
pub fn built_path(build: &Build, package: PackageId) -> Option<String> {
    Archive::of(build, package).map(|archive| archive.path(build))
}

/// `OBJ_pkg_.a`.
pub fn archive_path(build: &Build, action: &Action) -> String {
    Archive::InWork(action.objdir).path(build)
}

/// The archive that a package's action makes, as a file of the simulated work directory.
pub fn archive_file(build: &Build, package: PackageId) -> FileId {
    FileId { objdir: objdir(build, package), name: FileName::Archive }
}
