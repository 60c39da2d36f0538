//! What is in the files of the simulated work directory, as far as the simulation knows.

use super::frame::FileText;
use super::sanitize;
use crate::build::files::{Content, FileId, FileName, Stage};
use crate::build::{Build, State};
use crate::lesson::StagedBuild;
use crate::program::PackageId;
use crate::xlog;

/// Name of a file as printed.
pub fn name(build: &Build, package: PackageId, file: FileName) -> String {
    let objdir = build.plan.action(build.plan.build_of(package)).objdir;
    let base = match file {
        FileName::AsmHeader => "go_asm.h".to_owned(),
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
        FileName::Target => return sanitize(build.plan.target.as_deref().unwrap_or_default()),
        FileName::CacheData => return "$GOCACHE".to_owned(),
    };
    sanitize(&format!("$WORK/b{objdir:03}/{base}"))
}

fn source_name(sources: &[String], number: u32) -> String {
    sources.get(number as usize).cloned().unwrap_or_default()
}

/// What is in a file at a state.
pub fn text(staged: &StagedBuild, state: &State, package: PackageId, file: FileName) -> FileText {
    let build = &staged.build;
    let action = build.plan.action(build.plan.build_of(package));
    match state.files.get(&FileId { objdir: action.objdir, name: file }) {
        None => FileText::Absent,
        Some(Content::Empty) => FileText::Empty,
        Some(Content::Full) => full(build, package, file),
        Some(Content::Binary(how_far) | Content::Spoiled(how_far, _)) => {
            FileText::Binary(build_id(build, package, file, *how_far))
        }
    }
}

fn full(build: &Build, package: PackageId, file: FileName) -> FileText {
    let action = build.plan.action(build.plan.build_of(package));
    let text = match (file, build.plan.link()) {
        (FileName::Importcfg, _) => xlog::importcfg(build, action),
        (FileName::Embedcfg, _) => xlog::embedcfg(build.program.package(package)),
        (FileName::LinkImportcfg, Some(link)) => xlog::link_importcfg(build, build.plan.action(link)),
        _ => return FileText::Unknown,
    };
    // As in the transcript, the work directory goes by its variable.
    let text = text.replace(&build.options.work_dir, "$WORK");
    FileText::Text(sanitize(text.trim_end_matches('\n')))
}

/// The build ID at a stage: the half for the content is a placeholder until `buildid -w` has run.
fn build_id(build: &Build, package: PackageId, file: FileName, stage: Stage) -> String {
    let Some(result) = build.result(package) else { return String::new() };
    let id = result.id;
    match (file, build.link_hash.map(|hash| hash.short()), stage) {
        (FileName::Executable, Some(link), Stage::Stamped) => format!("{link}/{id}/…"),
        (FileName::Executable, Some(link), _) => format!("{link}/{id}/{link}"),
        (_, _, Stage::Stamped) => id.to_string(),
        _ => format!("{0}/{0}", id.action),
    }
}
