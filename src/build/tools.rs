//! The tools as models: which files a command reads and writes.

use super::files::{Content, FileId, FileName, Stage};
use super::plan::{Action, Mode};
use super::steps::Step;

/// The files that a command writes, with what they hold afterwards.
pub fn writes(action: &Action, step: Step, has_assembly: bool) -> Vec<(FileId, Content)> {
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
