//! One run of a tool: what it is given and what it writes.

use crate::gobuild::causes::Cause;
use crate::gobuild::faults::Faults;
use crate::gobuild::files::{Content, FileId, FileName, OfCgo, OfCover};
use crate::gobuild::made::Made;
use crate::gobuild::plan::{Action, Mode};
use crate::gobuild::state::State;
use crate::gobuild::step::Step;
use crate::program::Package;
use crate::program::source_facts::PackageFacts;

/// The output of a tool that fails.
pub(super) struct ToolError {
    pub(super) lines: Vec<String>,
    pub(super) cause: Cause,
    pub(super) exact: bool,
}

/// Files that a command wrote, each with what it holds now.
pub(super) type Written = Vec<(FileId, Content)>;

/// One command while it runs.
pub(super) struct Run<'a> {
    pub(super) made: Made<'a>,
    pub(super) state: &'a State,
    pub(super) action: &'a Action,
    pub(super) package: &'a Package,
}

impl Run<'_> {
    pub(super) fn faults(&self) -> &Faults {
        &self.made.options.faults
    }

    /// Whether the build only prints its commands (`-n`): then none runs, and none can fail.
    pub(super) fn pretends(&self) -> bool {
        self.made.options.dry_run
    }

    pub(super) fn facts(&self) -> Option<&PackageFacts> {
        self.made.program.sources.of(&self.package.import_path)
    }

    pub(super) fn name(&self) -> String {
        self.package.compiler_path().to_owned()
    }

    pub(super) fn file(&self, name: FileName) -> FileId {
        FileId { objdir: self.action.objdir, name }
    }

    pub(super) fn content(&self, name: FileName) -> Option<Content> {
        self.state.files.get(&self.file(name)).copied()
    }

    /// The file that the action makes: an archive, or for a link the executable.
    pub(super) fn made(&self) -> FileName {
        if self.action.mode == Mode::Link { FileName::Executable } else { FileName::Archive }
    }

    /// The result of commands that only write files and cannot fail.
    pub(super) fn plainly_writes(&self, step: Step) -> Written {
        let full = |name| vec![(self.file(name), Content::Full)];
        match step {
            Step::WriteEmptyAsmHeader => vec![(self.file(FileName::AsmHeader), Content::Empty)],
            Step::PrepareProfile => full(FileName::PreparedProfile),
            Step::WriteImportcfg => full(FileName::Importcfg),
            Step::WriteEmbedcfg => full(FileName::Embedcfg),
            Step::WriteCoverConfig => full(FileName::OfCover(OfCover::Config)),
            Step::WriteCoverOutputs => full(FileName::OfCover(OfCover::Outputs)),
            Step::Cover => {
                let sources = self.package.files.go.len() + self.package.files.cgo.len();
                let covered = (0..).take(sources).map(FileName::Covered);
                let names =
                    [OfCover::Variables, OfCover::ForCompiler].map(FileName::OfCover).into_iter().chain(covered);
                names.map(|name| (self.file(name), Content::Full)).collect()
            }
            Step::CopyHeader(number) => full(FileName::HeaderCopy(number)),
            Step::WritePreferExternal => vec![(self.file(FileName::PreferExternal), Content::Empty)],
            Step::CompileC(number) => full(FileName::CObject(number)),
            Step::CompileCgoMain => full(FileName::OfCgo(OfCgo::MainObject)),
            Step::LinkCgo => full(FileName::OfCgo(OfCgo::Linked)),
            Step::ReadCgoImports => full(FileName::OfCgo(OfCgo::Import)),
            Step::StoreInCache => full(FileName::CacheData),
            Step::WriteLinkImportcfg => full(FileName::LinkImportcfg),
            Step::MoveToTarget => full(FileName::Target),
            Step::MoveHeader => full(FileName::Header),
            _ => Vec::new(),
        }
    }
}
