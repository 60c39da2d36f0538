//! The tools as models: which files a command reads and writes.

use super::Build;
use super::files::{Content, FileId, FileName, Stage};
use super::plan::{Action, ActionId, Mode};
use super::state::State;
use super::steps::Step;
use crate::program::PackageId;

/// What a tool said when it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The action whose command failed.
    pub action: ActionId,
    /// The command.
    pub step: Step,
    /// What the tool printed, line by line, as the go command shows it.
    pub output: Vec<String>,
}

/// Runs a command: checks that the files it needs are there as it needs them, and tells what it writes.
///
/// # Errors
/// If the tool fails.
pub fn run(build: &Build, _state: &State, id: ActionId, step: Step) -> Result<Vec<(FileId, Content)>, Failure> {
    let action = build.plan.action(id);
    let output = match step {
        Step::Compile => unreadable_imports(build, action),
        Step::Link => unreadable_main(build, action),
        _ => Vec::new(),
    };
    if !output.is_empty() {
        return Err(Failure { action: id, step, output });
    }
    let has_assembly = !build.program.package(action.package).files.asm.is_empty();
    Ok(writes(action, step, has_assembly))
}

/// What the compiler says of imports whose archives are none. The go command does not notice; the compiler must read
/// the archives of what the source imports. It quotes the
/// first line of the file, which is left out here: zeros can be printed, but not seen.
fn unreadable_imports(build: &Build, action: &Action) -> Vec<String> {
    let package = build.program.package(action.package);
    let unreadable = |&&import: &&PackageId| build.result(import).is_some_and(|result| !result.readable);
    package.imports[..package.source_imports]
        .iter()
        .filter(unreadable)
        .map(|&import| {
            let path = &build.program.package(import).import_path;
            format!("could not import {path} (not a go object file: …)")
        })
        .collect()
}

/// What the linker says of an archive of main that is none.
fn unreadable_main(build: &Build, action: &Action) -> Vec<String> {
    let Some(main) = build.result(action.package).filter(|result| !result.readable) else { return Vec::new() };
    let toolchain = &build.program.toolchain;
    let archive = format!("{}/{}", toolchain.gocache, super::machine::data_file(&main.output));
    vec![format!("{}: {archive}: not package main", toolchain.tool("link"))]
}

/// The files that a command writes, with what they hold afterwards.
fn writes(action: &Action, step: Step, has_assembly: bool) -> Vec<(FileId, Content)> {
    let file = |name| FileId { objdir: action.objdir, name };
    let binary = if action.mode == Mode::Link { FileName::Executable } else { FileName::Archive };
    match step {
        Step::MakeObjdir | Step::MakeExeDir | Step::MakeTargetDir | Step::RemoveObjdir => Vec::new(),
        Step::WriteEmptyAsmHeader => vec![(file(FileName::AsmHeader), Content::Empty)],
        Step::ScanAssembly => vec![(file(FileName::Symabis), Content::Full)],
        Step::WriteImportcfg => vec![(file(FileName::Importcfg), Content::Full)],
        Step::WriteEmbedcfg => vec![(file(FileName::Embedcfg), Content::Full)],
        Step::Compile => {
            let mut files = vec![(file(FileName::Archive), Content::Binary(Stage::Written))];
            if has_assembly {
                files.push((file(FileName::AsmHeader), Content::Full));
            }
            files
        }
        Step::CopyHeader(number) => vec![(file(FileName::HeaderCopy(number)), Content::Full)],
        Step::Assemble(number) => vec![(file(FileName::Object(number)), Content::Full)],
        Step::Pack => vec![(file(FileName::Archive), Content::Binary(Stage::Packed))],
        Step::StampBuildId => vec![(file(binary), Content::Binary(Stage::Stamped))],
        Step::StoreInCache => vec![(file(FileName::CacheData), Content::Full)],
        Step::WriteLinkImportcfg => vec![(file(FileName::LinkImportcfg), Content::Full)],
        Step::Link => vec![(file(FileName::Executable), Content::Binary(Stage::Written))],
        Step::MoveToTarget => vec![(file(FileName::Target), Content::Full)],
    }
}
