//! Files of the simulated work directory: names and contents, as a view draws them.

use super::frame::FileText;
use super::sanitize;
use crate::lesson::{Contents, StagedBuild, contents};
use gostep_sim::gobuild::files::FileName;
use gostep_sim::gobuild::{Build, State};
use gostep_sim::program::PackageId;

/// The name of a file as the transcript prints it.
pub fn name(build: &Build, package: PackageId, file: FileName) -> String {
    let made_by = match file {
        FileName::PreparedProfile => build.plan.profile().unwrap_or(build.plan.build_of(package)),
        _ => build.plan.build_of(package),
    };
    let objdir = build.plan.action(made_by).objdir;
    let base = match file {
        FileName::AsmHeader => "go_asm.h".to_owned(),
        FileName::PreparedProfile => "pgo.preprofile".to_owned(),
        FileName::Symabis => "symabis".to_owned(),
        FileName::Importcfg => "importcfg".to_owned(),
        FileName::Embedcfg => "embedcfg".to_owned(),
        FileName::Archive => "_pkg_.a".to_owned(),
        FileName::LinkImportcfg => "importcfg.link".to_owned(),
        FileName::Executable => "exe/a.out".to_owned(),
        FileName::HeaderCopy(number) => source_name(&build.program.package(package).files.headers, number),
        FileName::Object(number) => {
            let source = source_name(&build.program.package(package).files.asm, number);
            format!("{}.o", source.strip_suffix(".s").unwrap_or(&source))
        }
        FileName::PreferExternal
        | FileName::OfCgo(_)
        | FileName::OfCover(_)
        | FileName::Covered(_)
        | FileName::CgoGo(_)
        | FileName::CgoC(_)
        | FileName::CObject(_) => {
            let toolchain = &build.program.toolchain;
            file.in_objdir(build.program.package(package), toolchain).unwrap_or_default()
        }
        FileName::Target => return sanitize(build.plan.target_of(package).unwrap_or_default()),
        FileName::Header => {
            return sanitize(&gostep_sim::gobuild::header(build.plan.target_of(package).unwrap_or_default()));
        }
        FileName::CacheData => return "$GOCACHE".to_owned(),
    };
    sanitize(&format!("$WORK/b{objdir:03}/{base}"))
}

fn source_name(sources: &[String], number: u32) -> String {
    sources.get(number as usize).cloned().unwrap_or_default()
}

/// What a file holds in a state of the build.
pub fn text(staged: &StagedBuild, state: &State, package: PackageId, file: FileName) -> FileText {
    match contents(staged, state, package, file) {
        Contents::Absent => FileText::Absent,
        Contents::Empty => FileText::Empty,
        Contents::Text(text) => FileText::Text(sanitize(&text)),
        Contents::Unknown => FileText::Unknown,
        Contents::Binary(id) => FileText::Binary(id),
    }
}
