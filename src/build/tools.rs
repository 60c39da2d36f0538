//! The tools as models: which files a command reads and writes.

use super::Build;
use super::files::{Content, FileId, FileName, Stage};
use super::plan::{Action, ActionId, Mode};
use super::state::State;
use super::steps::Step;

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
    let has_assembly = !build.program.package(action.package).files.asm.is_empty();
    Ok(writes(action, step, has_assembly))
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
