//! What is in the files of the simulated work directory at a moment, as far as that is known.

use crate::lesson::staged::StagedBuild;
use gostep_sim::gobuild::files::{Content, FileId, FileName, Stage};
use gostep_sim::gobuild::{Build, State};
use gostep_sim::program::PackageId;
use gostep_sim::xlog;

/// What is in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contents {
    /// There is no such file.
    Absent,
    /// Nothing is in it.
    Empty,
    /// Its text, without the last line's end.
    Text(String),
    /// It is there, and what is in it is not known.
    Unknown,
    /// An archive or executable with this build ID.
    Binary(String),
}

/// What is in a file of a package's object directory at a state.
pub fn contents(staged: &StagedBuild, state: &State, package: PackageId, file: FileName) -> Contents {
    let build = &staged.build;
    let action = build.plan.action(build.plan.build_of(package));
    match state.files.get(&FileId { objdir: action.objdir, name: file }) {
        None => Contents::Absent,
        Some(Content::Empty) => Contents::Empty,
        Some(Content::Full) => full(build, package, file),
        Some(Content::Binary(how_far) | Content::Spoiled(how_far, _)) => {
            Contents::Binary(build_id(build, package, file, *how_far))
        }
    }
}

fn full(build: &Build, package: PackageId, file: FileName) -> Contents {
    let action = build.plan.action(build.plan.build_of(package));
    let text = match (file, build.plan.link()) {
        (FileName::Importcfg, _) => xlog::importcfg(build, action),
        (FileName::Embedcfg, _) => xlog::embedcfg(build.program.package(package)),
        (FileName::LinkImportcfg, Some(link)) => xlog::link_importcfg(build, build.plan.action(link)),
        (FileName::Symabis, _) => return lines(build.symabis(package)),
        (FileName::AsmHeader, _) => return lines(build.asm_header(package)),
        _ => return Contents::Unknown,
    };
    // As in the transcript, the work directory goes by its variable.
    let text = text.replace(&build.options.work_dir, "$WORK");
    Contents::Text(text.trim_end_matches('\n').to_owned())
}

fn lines(known: Option<&[String]>) -> Contents {
    match known {
        None => Contents::Unknown,
        Some([]) => Contents::Empty,
        Some(lines) => Contents::Text(lines.join("\n")),
    }
}

/// The build ID at a stage: the half for the content is a placeholder until `buildid -w` has run.
fn build_id(build: &Build, package: PackageId, file: FileName, stage: Stage) -> String {
    let Some(result) = build.result(package) else { return String::new() };
    let id = result.id;
    match (file, build.link_hash(build.program.root()).map(|hash| hash.short()), stage) {
        (FileName::Executable, Some(link), Stage::Stamped) => {
            let content = build.executable().and_then(|executable| executable.id.rsplit('/').next());
            format!("{link}/{id}/{}", content.unwrap_or("…"))
        }
        (FileName::Executable, Some(link), _) => format!("{link}/{id}/{link}"),
        _ => archive_id(build, package, stage),
    }
}

/// The build ID of a package's archive at a stage.
pub fn archive_id(build: &Build, package: PackageId, stage: Stage) -> String {
    let Some(result) = build.result(package) else { return String::new() };
    if stage == Stage::Stamped { result.id.to_string() } else { format!("{0}/{0}", result.id.action) }
}
