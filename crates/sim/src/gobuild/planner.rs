//! Creates the actions of a build, in the order in which the go command does: numbers of object directories follow from it.

use std::collections::VecDeque;

use super::action::{Action, ActionId, Mode};
use super::cgo;
use super::rules::Rules;
use super::target::Goal;
use crate::program::{PackageId, Program};

/// The actions that were created so far.
pub(super) struct Planner<'a> {
    program: &'a Program,
    rules: Rules,
    pub actions: Vec<Action>,
    pub build_of: Vec<ActionId>,
    pub objdirs: Vec<PackageId>,
    pub links: Vec<ActionId>,
    pub prepares_profile: bool,
    pub makes_headers: bool,
    pub profile: Option<ActionId>,
}

const UNPLANNED: ActionId = ActionId(u32::MAX);

impl<'a> Planner<'a> {
    pub fn new(program: &'a Program, rules: Rules) -> Self {
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
    pub fn goal(&mut self, goal: &Goal) -> ActionId {
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

    pub fn add(&mut self, mode: Mode, package: PackageId, objdir: u32, deps: Vec<ActionId>) -> ActionId {
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
    pub fn leave_out_others(&mut self) {
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
pub(super) fn prioritize(actions: &mut [Action], root: ActionId) {
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
