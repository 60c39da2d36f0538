//! The nodes of the action graph (`cmd/go/internal/work/action.go`).

use crate::program::PackageId;

/// Index of an action in [`Plan::actions`](super::plan::Plan::actions).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActionId(pub u32);

impl ActionId {
    /// The index as `usize`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Checks whether the cache has a package (an action of its own since go1.26).
    CheckCache,
    /// Makes sources count what runs (an action of its own since go1.26).
    Cover,
    /// Runs cgo (an action of its own since go1.26).
    RunCgo,
    /// Runs the C compiler for one file: the source with this index among those for it (since go1.26).
    CompileC(u32),
    /// Runs nothing; it makes a package wait for all its C objects (since go1.26).
    CollectCgo,
    /// Prepares the profile for the compilers (since go1.23).
    PrepareProfile,
    /// Makes the archive of a package.
    Build,
    /// Stands for package `unsafe`, which has nothing to build.
    BuiltIn,
    /// Stands for a package of the program that this command does not need. The go command has no such action.
    NotNeeded,
    /// Runs nothing; it makes main wait for all packages that the link needs.
    Nop,
    /// Makes the executable.
    Link,
    /// Moves the header of a library for C to where the user wants the library.
    InstallHeader,
    /// Moves the result to where the user wants it.
    Install,
    /// Runs the program (`go run`).
    Run,
    /// Runs nothing; it makes the command wait for all that it was asked for.
    Command,
}

impl Mode {
    /// Its name in JSON output: `check-cache`, `build` and so on.
    pub fn name(self) -> &'static str {
        match self {
            Self::CheckCache => "check-cache",
            Self::Cover => "cover",
            Self::RunCgo => "run-cgo",
            Self::CompileC(_) => "compile-c",
            Self::CollectCgo => "collect-cgo",
            Self::PrepareProfile => "prepare-profile",
            Self::Build => "build",
            Self::BuiltIn => "built-in",
            Self::NotNeeded => "not-needed",
            Self::Nop => "nop",
            Self::Link => "link",
            Self::InstallHeader => "install-header",
            Self::Install => "install",
            Self::Run => "run",
            Self::Command => "command",
        }
    }
}

/// One node of the graph.
#[derive(Clone, Debug)]
pub struct Action {
    /// What the action does.
    pub mode: Mode,
    /// The package that it belongs to. The preparation of the profile, which is for all, has the root.
    pub package: PackageId,
    /// Number of its object directory: 6 for `$WORK/b006/`. The link and the install use main's.
    pub objdir: u32,
    /// Actions that must finish before this one starts, in the go command's order.
    pub deps: Vec<ActionId>,
    /// Its place in the order of one worker: of all ready actions, the one with the lowest number starts first.
    pub priority: u32,
}

/// For each action the actions that wait for it, stored in one vector.
#[derive(Clone, Debug)]
pub(super) struct Dependents {
    starts: Vec<u32>,
    ids: Vec<ActionId>,
}

impl Dependents {
    pub fn of(actions: &[Action]) -> Self {
        let mut starts = vec![0; actions.len() + 1];
        for dep in actions.iter().flat_map(|action| &action.deps) {
            starts[dep.index() + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut fill = starts.clone();
        let mut ids = vec![ActionId(0); starts.last().copied().unwrap_or(0) as usize];
        for (action, id) in actions.iter().zip(0..) {
            for dep in &action.deps {
                ids[fill[dep.index()] as usize] = ActionId(id);
                fill[dep.index()] += 1;
            }
        }
        Self { starts, ids }
    }

    pub fn of_action(&self, id: ActionId) -> &[ActionId] {
        &self.ids[self.starts[id.index()] as usize..self.starts[id.index() + 1] as usize]
    }
}
