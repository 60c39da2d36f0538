//! Which archive each line of an importcfg names.

use super::faults::Line;
use super::files::{FileId, FileName};
use super::machine::data_file;
use super::plan::{Action, Mode};
use super::{Build, Built};
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
    /// The path that it names.
    pub path: String,
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
        let path = path(build, package, wrong)?;
        Some(Entry { package, wrong, path })
    })
    .collect()
}

fn path(build: &Build, package: PackageId, wrong: Option<Line>) -> Option<String> {
    let beside = |name: &str| {
        let objdir = build.plan.action(build.plan.build_of(package)).objdir;
        Some(format!("{}{name}", build.objdir(objdir)))
    };
    match wrong {
        None => built_path(build, package),
        Some(Line::Dropped) => None,
        Some(Line::Missing) => Some(NONEXISTENT.to_owned()),
        Some(Line::NotAnArchive) => beside("hello.txt"),
        Some(Line::Of(other)) => built_path(build, other),
        Some(Line::OfArch(arch)) => beside(&format!("{arch}_pkg_.a")),
        Some(Line::Changed { .. }) => beside("changed_pkg_.a"),
    }
}

/// Where importers and the linker find a package's archive; `None` for packages that have none.
pub fn built_path(build: &Build, package: PackageId) -> Option<String> {
    let result = build.result(package)?;
    match result.built {
        Built::InWork => Some(archive_path(build, build.plan.action(build.plan.build_of(package)))),
        Built::InCache => Some(format!("{}/{}", build.program.toolchain.gocache, data_file(&result.output))),
        Built::NotNeeded => None,
    }
}

/// `OBJ_pkg_.a`.
pub fn archive_path(build: &Build, action: &Action) -> String {
    format!("{}_pkg_.a", build.objdir(action.objdir))
}

/// The archive that a package's action makes, as a file of the simulated work directory.
pub fn archive_file(build: &Build, package: PackageId) -> FileId {
    FileId { objdir: build.plan.action(build.plan.build_of(package)).objdir, name: FileName::Archive }
}
