//! The action graph that `go build` makes before anything runs (`cmd/go/internal/work/action.go`).

use std::collections::VecDeque;

use super::cgo;
use super::go_command::GoCommand;
use super::link_mode::LinkMode;
use super::options::BuildOptions;
use super::profile;
use super::rules::Rules;
use super::target::{self, Goal};
use crate::program::{PackageId, Program};

/// Index of an action in [`Plan::actions`].
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

/// The action graph of one build.
#[derive(Clone, Debug)]
pub struct Plan {
    /// All actions, in order of creation.
    pub actions: Vec<Action>,
    /// The action that needs all others, directly or not; it finishes last.
    pub root: ActionId,
    goals: Vec<Goal>,
    /// The name that executables have in their object directories, with its ending.
    pub executable: String,
    links: Vec<ActionId>,
    dependents: Dependents,
    build_of: Vec<ActionId>,
    /// Packages by the number of their object directory; the first number is 1.
    objdirs: Vec<PackageId>,
}

impl Plan {
    /// Plans the build of a program.
    pub fn new(program: &Program, options: &BuildOptions) -> Self {
        let rules = Rules::of(&program.toolchain.version);
        let mut planner = Planner::new(program, rules);
        planner.makes_headers = LinkMode::of(&options.buildmode, program).is_for_c();
        planner.prepares_profile = rules.prepares_profile() && profile::path(program, options).is_some();
        // A target that the go command refuses is reported before any plan is made.
        let goals = target::goals(program, options).unwrap_or_else(|_| target::thrown_away(program));
        let wanted: Vec<ActionId> = goals.iter().map(|goal| planner.goal(goal)).collect();
        let root = match wanted.as_slice() {
            [only] if options.command == GoCommand::Run => {
                let objdir = planner.actions[only.index()].objdir;
                planner.add(Mode::Run, program.root(), objdir, vec![*only])
            }
            [only] => *only,
            _ => planner.add(Mode::Command, program.root(), 1, wanted),
        };
        let executable = match options.command {
            GoCommand::Run => target::executable_name(program, options, program.root()),
            _ if program.toolchain.goos == "windows" => "a.out.exe".to_owned(),
            _ => format!("a.out{}", LinkMode::of(&options.buildmode, program).suffix()),
        };
        planner.leave_out_others();
        let mut actions = planner.actions;
        prioritize(&mut actions, root);
        Self {
            dependents: Dependents::of(&actions),
            root,
            goals,
            executable,
            links: planner.links,
            build_of: planner.build_of,
            objdirs: planner.objdirs,
            actions,
        }
    }

    /// The action with this id.
    pub fn action(&self, id: ActionId) -> &Action {
        &self.actions[id.index()]
    }

    /// Ids of all actions in order of creation.
    pub fn ids(&self) -> impl Iterator<Item = ActionId> + use<> {
        (0..u32::try_from(self.actions.len()).unwrap_or(u32::MAX)).map(ActionId)
    }

    /// The action that makes a package's archive.
    pub fn build_of(&self, package: PackageId) -> ActionId {
        self.build_of[package.index()]
    }

    /// The actions for cgo of a package, by its build action. There are none before go1.26.
    pub fn cgo_of(&self, build: ActionId) -> impl Iterator<Item = ActionId> {
        let deps = |id: ActionId| self.action(id).deps.iter().copied();
        let collect = deps(build).find(|&dep| self.action(dep).mode == Mode::CollectCgo);
        let compiles = collect.into_iter().flat_map(deps);
        let run = collect.into_iter().flat_map(deps).take(1).flat_map(deps);
        run.chain(compiles)
    }

    /// The action that prepares the profile, if there is one.
    pub fn profile(&self) -> Option<ActionId> {
        self.ids().find(|&id| self.action(id).mode == Mode::PrepareProfile)
    }

    /// The package whose object directory has this number; the root for that of the profile.
    pub fn package_of_objdir(&self, objdir: u32) -> Option<PackageId> {
        self.objdirs.get((objdir as usize).checked_sub(1)?).copied()
    }

    /// The links, one for each main package, in the order of the command line.
    pub fn links(&self) -> &[ActionId] {
        &self.links
    }

    /// The first link, if there is something to link.
    pub fn link(&self) -> Option<ActionId> {
        self.links.first().copied()
    }

    /// The link of a main package.
    pub fn link_of(&self, package: PackageId) -> Option<ActionId> {
        self.links.iter().copied().find(|&link| self.action(link).package == package)
    }

    /// The name of the first result as printed; `None` if nothing is kept.
    pub fn target(&self) -> Option<&str> {
        self.goals.iter().find_map(|goal| goal.target.as_deref())
    }

    /// The name of a package's result as printed; `None` if it is thrown away.
    pub fn target_of(&self, package: PackageId) -> Option<&str> {
        self.goals.iter().find(|goal| goal.package == package)?.target.as_deref()
    }

    /// Actions that directly wait for this one.
    pub fn dependents(&self, id: ActionId) -> &[ActionId] {
        self.dependents.of_action(id)
    }

    /// Build actions of all packages but `unsafe`, by priority: the order in which `-p 1` builds them.
    pub fn builds_in_order(&self) -> Vec<ActionId> {
        let mut builds: Vec<_> = self.ids().filter(|&id| self.action(id).mode == Mode::Build).collect();
        builds.sort_by_key(|&id| self.action(id).priority);
        builds
    }
}

struct Planner<'a> {
    program: &'a Program,
    rules: Rules,
    actions: Vec<Action>,
    build_of: Vec<ActionId>,
    objdirs: Vec<PackageId>,
    links: Vec<ActionId>,
    prepares_profile: bool,
    makes_headers: bool,
    profile: Option<ActionId>,
}

const UNPLANNED: ActionId = ActionId(u32::MAX);

impl<'a> Planner<'a> {
    fn new(program: &'a Program, rules: Rules) -> Self {
        let packages = program.packages.len();
        Self {
            program,
            rules,
            actions: Vec::with_capacity(packages + 3),
            build_of: vec![UNPLANNED; packages],
            objdirs: Vec::with_capacity(packages),
            links: Vec::new(),
            prepares_profile: false,
            makes_headers: false,
            profile: None,
        }
    }

    /// Gives the next number of an object directory to a package.
    fn new_objdir(&mut self, package: PackageId) -> u32 {
        self.objdirs.push(package);
        u32::try_from(self.objdirs.len()).unwrap_or(u32::MAX)
    }

    /// Creates all actions for one thing that the command is asked for; gives the last one.
    fn goal(&mut self, goal: &Goal) -> ActionId {
        let package = goal.package;
        let build = self.compile_all(package);
        let made = if self.program.package(package).is_main() { self.link(build) } else { build };
        if goal.target.is_none() {
            return made;
        }
        let objdir = self.actions[build.index()].objdir;
        let mut deps = vec![made];
        if self.makes_headers && self.program.package(package).uses_cgo() {
            deps.push(self.add(Mode::InstallHeader, package, objdir, vec![made]));
        }
        self.add(Mode::Install, package, objdir, deps)
    }

    fn add(&mut self, mode: Mode, package: PackageId, objdir: u32, deps: Vec<ActionId>) -> ActionId {
        let id = ActionId(u32::try_from(self.actions.len()).unwrap_or(u32::MAX));
        self.actions.push(Action { mode, package, objdir, deps, priority: 0 });
        id
    }

    /// Creates the build action of a package, whose object directory gets a lower number than those of its imports.
    fn enter(&mut self, package: PackageId) -> ActionId {
        let mode = if self.program.package(package).is_builtin() { Mode::BuiltIn } else { Mode::Build };
        let objdir = self.new_objdir(package);
        let id = self.add(mode, package, objdir, Vec::new());
        self.build_of[package.index()] = id;
        id
    }

    /// Creates the build actions of a package and all that it imports, depth first and without recursion.
    fn compile_all(&mut self, root: PackageId) -> ActionId {
        let program = self.program;
        let planned = self.build_of[root.index()];
        if planned != UNPLANNED {
            return planned;
        }
        let main = self.enter(root);
        let mut path = vec![(root, 0)];
        while let Some((package, next)) = path.last_mut() {
            let package = *package;
            let Some(&import) = program.package(package).imports.get(*next) else {
                path.pop();
                self.leave(package);
                continue;
            };
            *next += 1;
            if self.build_of[import.index()] == UNPLANNED {
                self.enter(import);
                path.push((import, 0));
            }
        }
        main
    }

    /// Gives the packages that are not needed actions that are over before anything runs.
    fn leave_out_others(&mut self) {
        for package in self.program.ids().filter(|id| self.build_of[id.index()] == UNPLANNED).collect::<Vec<_>>() {
            let id = self.enter(package);
            self.actions[id.index()].mode = Mode::NotNeeded;
        }
    }

    fn leave(&mut self, package: PackageId) {
        let id = self.build_of[package.index()];
        let mut deps: Vec<_> =
            self.program.package(package).imports.iter().map(|import| self.build_of[import.index()]).collect();
        if self.prepares_profile {
            deps.push(self.profile());
        }
        if self.rules.checks_cache_in_own_action() && self.actions[id.index()].mode == Mode::Build {
            let objdir = self.actions[id.index()].objdir;
            let check = self.add(Mode::CheckCache, package, objdir, deps.clone());
            deps.push(check);
            let covered = !self.program.package(package).cover.is_empty();
            let cover = covered.then(|| self.add(Mode::Cover, package, objdir, vec![check]));
            deps.extend(cover);
            let before: Vec<ActionId> = [check].into_iter().chain(cover).collect();
            deps.extend(self.cgo(package, objdir, before));
        }
        self.actions[id.index()].deps = deps;
    }

    /// The action that prepares the profile. The first package that needs it creates it, after all its imports.
    fn profile(&mut self) -> ActionId {
        if let Some(profile) = self.profile {
            return profile;
        }
        let root = self.program.root();
        let objdir = self.new_objdir(root);
        let profile = self.add(Mode::PrepareProfile, root, objdir, Vec::new());
        self.profile = Some(profile);
        profile
    }

    /// Creates the actions for cgo of a package, which wait for `before`; gives the last one.
    fn cgo(&mut self, package: PackageId, objdir: u32, before: Vec<ActionId>) -> Option<ActionId> {
        let sources = cgo::sources(self.program.package(package), self.rules).len();
        if sources == 0 || !self.rules.compiles_c_in_own_actions() {
            return None;
        }
        let run = self.add(Mode::RunCgo, package, objdir, before);
        let objects =
            (0..).take(sources).map(|number| self.add(Mode::CompileC(number), package, objdir, vec![run])).collect();
        Some(self.add(Mode::CollectCgo, package, objdir, objects))
    }

    /// Creates the link: it waits for main and for all that main needs, breadth first. Main itself also waits for all
    /// the others.
    fn link(&mut self, main: ActionId) -> ActionId {
        let mut seen = vec![false; self.actions.len()];
        seen[main.index()] = true;
        let mut deps = vec![main];
        let mut queue = VecDeque::from([main]);
        while let Some(action) = queue.pop_front() {
            for at in 0..self.actions[action.index()].deps.len() {
                let dep = self.actions[action.index()].deps[at];
                if self.actions[dep.index()].mode == Mode::Build && !seen[dep.index()] {
                    seen[dep.index()] = true;
                    deps.push(dep);
                    queue.push_back(dep);
                }
            }
        }
        let Action { package, objdir, .. } = self.actions[main.index()];
        let nop = self.add(Mode::Nop, package, objdir, deps[1..].to_vec());
        self.actions[main.index()].deps.push(nop);
        let link = self.add(Mode::Link, package, objdir, deps);
        self.links.push(link);
        link
    }
}

/// Numbers the actions in depth-first post-order from the root, as the go command does.
fn prioritize(actions: &mut [Action], root: ActionId) {
    let mut seen = vec![false; actions.len()];
    let mut next_priority = 0;
    let mut path = vec![(root, 0)];
    seen[root.index()] = true;
    while let Some((id, next)) = path.last_mut() {
        let action = &mut actions[id.index()];
        if let Some(&dep) = action.deps.get(*next) {
            *next += 1;
            if !seen[dep.index()] {
                seen[dep.index()] = true;
                path.push((dep, 0));
            }
        } else {
            action.priority = next_priority;
            next_priority += 1;
            path.pop();
        }
    }
}

/// For each action the actions that wait for it, stored in one vector.
#[derive(Clone, Debug)]
struct Dependents {
    starts: Vec<u32>,
    ids: Vec<ActionId>,
}

impl Dependents {
    fn of(actions: &[Action]) -> Self {
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

    fn of_action(&self, id: ActionId) -> &[ActionId] {
        &self.ids[self.starts[id.index()] as usize..self.starts[id.index() + 1] as usize]
    }
}
