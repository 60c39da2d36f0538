//! The action graph that `go build` makes before anything runs (`cmd/go/internal/work/action.go`).

use super::action::Dependents;
use super::go_command::GoCommand;
use super::link_mode::LinkMode;
use super::options::BuildOptions;
use super::planner::{Planner, prioritize};
use super::profile;
use super::rules::Rules;
use super::target::{self, Goal};
use crate::program::{PackageId, Program};

pub use super::action::{Action, ActionId, Mode};

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
    profile: Option<ActionId>,
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
            profile: planner.profile,
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
        self.profile
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
