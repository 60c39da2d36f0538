//! The tools as models: each looks at the files of the simulated work directory, and writes some or fails.

mod asm;
mod compile;
mod link;
pub mod object_header;
mod shown;

use super::Build;
use super::causes::Cause;
use super::faults::Faults;
use super::files::{Content, FileId, FileName, Flaws, MissingObjects, Stage};
use super::plan::{Action, ActionId, Mode};
use super::state::State;
use super::steps::Step;
use crate::program::Package;
use crate::program::source_facts::PackageFacts;

pub use shown::short_path;

/// What a tool said when it failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The action whose command failed.
    pub action: ActionId,
    /// The command.
    pub step: Step,
    /// What the tool printed, line by line, as the go command shows it.
    pub output: Vec<String>,
    /// Why.
    pub cause: Cause,
    /// Whether the real tool prints the very same. If not, facts about the sources are missing: `?` stands for places
    /// and names that are not known, and it is not certain that the tool fails at all.
    pub exact: bool,
    /// The files that the command had begun, or written, and that it leaves.
    pub left: Vec<(FileId, Content)>,
}

/// What a tool prints before it gives up.
struct Said {
    lines: Vec<String>,
    cause: Cause,
    exact: bool,
}

/// Files that a command wrote, with what they hold afterwards.
type Written = Vec<(FileId, Content)>;

/// Runs a command: checks that the files it needs are there as it needs them, and tells what it writes.
///
/// # Errors
/// If the tool fails.
pub fn run(build: &Build, state: &State, id: ActionId, step: Step) -> Result<Written, Box<Failure>> {
    let action = build.plan.action(id);
    let run = Run { build, state, action, package: build.program.package(action.package) };
    let done = match step {
        Step::ScanAssembly => asm::scan(&run),
        Step::Assemble(number) => asm::assemble(&run, number),
        Step::Compile => compile::compile(&run),
        Step::Pack => Ok(pack(&run)),
        Step::StampBuildId => Ok(stamp(&run)),
        Step::Link => link::link(&run),
        step => Ok(run.plainly_writes(step)),
    };
    // The linker is told to work in ".", which is no beginning of any path.
    let directory = if step == Step::Link { "" } else { run.package.dir.as_str() };
    done.map_err(|said| {
        Box::new(Failure {
            action: id,
            step,
            left: left(&run, step, &said),
            output: said.lines.iter().map(|line| shown::shown(build, directory, line)).collect(),
            cause: said.cause,
            exact: said.exact,
        })
    })
}

/// A tool that gives up takes its output file away again, but not always.
fn left(run: &Run<'_>, step: Step, said: &Said) -> Written {
    let begun = |name| vec![(run.file(name), Content::Empty)];
    let last = said.lines.last().map_or("", String::as_str);
    match step {
        Step::ScanAssembly => begun(FileName::Symabis),
        // After errors in the source it says so and cleans up; what ends it at once leaves the file.
        Step::Assemble(number) if !last.starts_with("asm: assembly of ") => begun(FileName::Object(number)),
        // The header is written when all is type-checked; after ten errors the compiler does not get there.
        Step::Compile if matches!(said.cause, Cause::NoSymabisCompile { .. }) && !last.ends_with("too many errors") => {
            vec![(run.file(FileName::AsmHeader), Content::Full)]
        }
        Step::Link if said.lines[0].starts_with("link: ") || said.lines[0].starts_with("panic: ") => {
            begun(FileName::Executable)
        }
        _ => Vec::new(),
    }
}

/// A command at work.
struct Run<'a> {
    build: &'a Build,
    state: &'a State,
    action: &'a Action,
    package: &'a Package,
}

impl Run<'_> {
    fn faults(&self) -> &Faults {
        &self.build.options.faults
    }

    /// `-n` prints commands and runs none, so that none fails.
    fn pretends(&self) -> bool {
        self.build.options.dry_run
    }

    fn facts(&self) -> Option<&PackageFacts> {
        self.build.program.sources.of(&self.package.import_path)
    }

    fn name(&self) -> String {
        self.package.compiler_path().to_owned()
    }

    fn file(&self, name: FileName) -> FileId {
        FileId { objdir: self.action.objdir, name }
    }

    fn content(&self, name: FileName) -> Option<Content> {
        self.state.files.get(&self.file(name)).copied()
    }

    /// The archive, or for a link the executable.
    fn made(&self) -> FileName {
        if self.action.mode == Mode::Link { FileName::Executable } else { FileName::Archive }
    }

    /// Commands that only write a file.
    fn plainly_writes(&self, step: Step) -> Written {
        let full = |name| vec![(self.file(name), Content::Full)];
        match step {
            Step::WriteEmptyAsmHeader => vec![(self.file(FileName::AsmHeader), Content::Empty)],
            Step::WriteImportcfg => full(FileName::Importcfg),
            Step::WriteEmbedcfg => full(FileName::Embedcfg),
            Step::CopyHeader(number) => full(FileName::HeaderCopy(number)),
            Step::StoreInCache => full(FileName::CacheData),
            Step::WriteLinkImportcfg => full(FileName::LinkImportcfg),
            Step::MoveToTarget => full(FileName::Target),
            _ => Vec::new(),
        }
    }
}

/// `pack r` appends the objects that are there.
fn pack(run: &Run<'_>) -> Written {
    let archive = run.content(FileName::Archive);
    let mut flaws = archive.map_or_else(Flaws::default, Content::flaws);
    let objects = (0..).take(run.package.files.asm.len());
    let mut missing = Vec::new();
    for number in objects {
        match run.content(FileName::Object(number)) {
            Some(object) => flaws.unlinkable |= object.flaws().unlinkable,
            None => missing.push(number),
        }
    }
    flaws.missing = match missing[..] {
        [] => MissingObjects::None,
        [one] if run.package.files.asm.len() > 1 => MissingObjects::One(one),
        _ => MissingObjects::All,
    };
    flaws.twice = archive.and_then(Content::stage) == Some(Stage::Packed);
    vec![(run.file(FileName::Archive), Content::binary(Stage::Packed, flaws))]
}

/// `buildid -w` changes nothing but the ID; an archive that lacks its objects is finished without them.
fn stamp(run: &Run<'_>) -> Written {
    let before = run.content(run.made());
    let flaws = before.map_or_else(Flaws::default, Content::flaws);
    vec![(run.file(run.made()), Content::binary(Stage::Stamped, flaws))]
}
