//! Which actions run, are ready, or wait for others at one moment of a build.

use std::borrow::Cow;

use super::Build;
use super::plan::{ActionId, Mode, Plan};
use super::state::{ActionState, State};

/// One moment of a build. Actions that only stand for others are left out: the cache check of a
/// package that still waits, what only makes main wait for the packages of the link, and the whole command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    /// The moment, in microseconds of the logical clock.
    pub time: u64,
    /// Running actions, each with its worker (from 0), in order of workers.
    pub running: Vec<(u32, ActionId)>,
    /// Actions that only wait for a free worker; the next one to start is first.
    pub ready: Vec<ActionId>,
    /// Actions that wait for other actions, in order of priority.
    pub waiting: Vec<Waiting>,
    /// How many packages are done, reused, failed or skipped. The link and the install count like packages.
    pub over: usize,
}

/// An action and what it still waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The action.
    pub action: ActionId,
    /// Its dependencies that are not done, in the order of [`Action::deps`](super::plan::Action::deps).
    pub missing: Vec<ActionId>,
}

impl Waits {
    /// The moment after all events up to `time`, those at `time` included.
    pub fn at(build: &Build, time: u64) -> Self {
        let state = build.state_after(build.events.partition_point(|event| event.time <= time));
        let plan = &build.plan;
        let is_told =
            |id: &ActionId| matches!(plan.action(*id).mode, Mode::Build | Mode::Link | Mode::Install | Mode::Run);
        let by_priority = |wanted: ActionState| {
            let mut ids: Vec<ActionId> = plan.ids().filter(|id| state.actions[id.index()] == wanted).collect();
            ids.sort_unstable_by_key(|&id| plan.action(id).priority);
            ids
        };
        let waiting = by_priority(ActionState::Waiting)
            .into_iter()
            .filter(is_told)
            .map(|action| Waiting { action, missing: missing(plan, &state, action) });
        Self {
            time,
            running: state.running.clone(),
            ready: by_priority(ActionState::Ready),
            // If nothing is missing, the package's cache check, cgo or a C compiler is running or ready, and is listed as
            // that.
            waiting: waiting.filter(|waiting| !waiting.missing.is_empty()).collect(),
            over: plan.ids().filter(|id| is_told(id) && is_over(&state, *id)).count(),
        }
    }
}

/// What an action still waits for, in packages that a person knows.
fn missing(plan: &Plan, state: &State, action: ActionId) -> Vec<ActionId> {
    let open = |action: ActionId| plan.action(action).deps.iter().copied().filter(|&dep| !is_over(state, dep));
    let is_package =
        |dep: &ActionId| !matches!(plan.action(*dep).mode, Mode::Nop | Mode::CheckCache | Mode::CollectCgo);
    let named: Vec<ActionId> = open(action).filter(is_package).collect();
    if named.is_empty() {
        // All imports of main are done, but not all other packages that the link needs: list those.
        return open(action).filter(|&dep| plan.action(dep).mode == Mode::Nop).flat_map(open).collect();
    }
    named
}

fn is_over(state: &State, action: ActionId) -> bool {
    !matches!(state.actions[action.index()], ActionState::Waiting | ActionState::Ready | ActionState::Running)
}

impl Build {
    /// How messages name an action: the import path of its package, or what the action does. Of several links and
    /// installs each is named with its package.
    pub fn action_name(&self, action: ActionId) -> Cow<'_, str> {
        let action = self.plan.action(action);
        let name = match action.mode {
            Mode::Build
            | Mode::BuiltIn
            | Mode::NotNeeded
            | Mode::CheckCache
            | Mode::Cover
            | Mode::RunCgo
            | Mode::CompileC(_)
            | Mode::CollectCgo => self.program.display_path(action.package),
            Mode::PrepareProfile => "profile",
            Mode::Nop => "link-deps",
            Mode::Link => "link",
            Mode::InstallHeader => "install-header",
            Mode::Install => "install",
            Mode::Run => "run",
            Mode::Command => "command",
        };
        let is_one_of_several =
            matches!(action.mode, Mode::Link | Mode::Install | Mode::Nop) && self.plan.links().len() > 1;
        if is_one_of_several {
            return Cow::Owned(format!("{name} {}", self.program.display_path(action.package)));
        }
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::gobuild::{BuildOptions, Machine};
    use crate::program;

    fn sample(workers: usize) -> Build {
        let program = Arc::new(program::load_embedded(program::SAMPLE).unwrap());
        let options = BuildOptions { workers, ..BuildOptions::for_program(&program) };
        Machine::default().build(&program, options).unwrap()
    }

    fn waits_of<'a>(build: &'a Build, waits: &'a Waits, name: &str) -> Vec<Cow<'a, str>> {
        let found = waits.waiting.iter().find(|waiting| build.action_name(waiting.action) == name).unwrap();
        found.missing.iter().map(|&action| build.action_name(action)).collect()
    }

    #[test]
    fn while_runtime_is_compiled_all_others_wait() {
        let build = sample(4);
        let waits = Waits::at(&build, 1_000_000);
        assert_eq!(waits.running.len(), 1);
        assert_eq!(build.action_name(waits.running[0].1), "runtime");
        assert_eq!(waits.ready, []);
        assert_eq!(waits_of(&build, &waits, "iter"), ["runtime"]);
        assert_eq!(waits_of(&build, &waits, "main"), ["fmt", "time", "runtime"]);
        // 53 packages, the link and the install.
        assert_eq!(waits.over + waits.running.len() + waits.waiting.len(), 55);
    }

    #[test]
    fn one_worker_leaves_actions_ready() {
        let build = sample(1);
        let waits = Waits::at(&build, 0);
        assert_eq!(waits.running.len(), 1);
        assert!(!waits.ready.is_empty());
        assert_eq!(Waits::at(&build, u64::MAX).over, 55);
    }
}
