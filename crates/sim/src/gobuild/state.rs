//! The state of a build at one moment, computed from the events up to it.

use std::collections::HashMap;

use serde::Serialize;

use super::event::{Event, EventKind};
use super::files::{Content, FileId, FileName};
use super::plan::{ActionId, Mode, Plan};
use super::step::Step;
use crate::program::PackageId;

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ActionState {
    /// An action that it needs has not finished.
    Waiting,
    /// It could start, but no worker is free, or an action with a lower priority number goes first.
    Ready,
    /// A worker has taken it.
    Running,
    /// Finished: its commands ran, or it had none.
    Done,
    /// Finished without commands: its result came from the cache or was already in place.
    Reused,
    /// One of its commands failed.
    Failed,
    /// It never starts, because an action that it needs failed.
    Skipped,
}

/// Everything that is known of a build after a number of its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// How many events it was computed from.
    pub events: usize,
    /// Time of the last of them, in microseconds of the logical clock.
    pub time: u64,
    /// State of every action, by id.
    pub actions: Vec<ActionState>,
    /// The running actions, each with its worker (from 0).
    pub running: Vec<(u32, ActionId)>,
    /// How many dependencies each action still waits for, by action id.
    pub missing: Vec<u32>,
    /// Every file that exists now of those that the build has written, with what it holds.
    pub files: HashMap<FileId, Content>,
    /// How many commands have begun.
    pub commands: usize,
}

impl State {
    /// The state before the first event. `unsafe` and what is not needed need no work, and actions without dependencies are ready.
    pub fn new(plan: &Plan) -> Self {
        let is_built_in = |action: ActionId| matches!(plan.action(action).mode, Mode::BuiltIn | Mode::NotNeeded);
        let missing = |id: ActionId| plan.action(id).deps.iter().filter(|&&dep| !is_built_in(dep)).count();
        let missing: Vec<u32> = plan.ids().map(|id| u32::try_from(missing(id)).unwrap_or(u32::MAX)).collect();
        let state = |id: ActionId| match missing[id.index()] {
            _ if is_built_in(id) => ActionState::Done,
            0 => ActionState::Ready,
            _ => ActionState::Waiting,
        };
        Self {
            events: 0,
            time: 0,
            actions: plan.ids().map(state).collect(),
            running: Vec::new(),
            missing,
            files: HashMap::new(),
            commands: 0,
        }
    }

    /// The state after a prefix of a build's events.
    pub fn after(plan: &Plan, events: &[Event]) -> Self {
        let mut state = Self::new(plan);
        for event in events {
            state.apply(plan, event);
        }
        state
    }

    /// Applies one event. No other function changes a state.
    pub fn apply(&mut self, plan: &Plan, event: &Event) {
        self.events += 1;
        self.time = event.time;
        let at = event.action.index();
        match event.kind {
            EventKind::Ready => self.actions[at] = ActionState::Ready,
            EventKind::Started { worker } => {
                self.actions[at] = ActionState::Running;
                let place = self.running.partition_point(|(other, _)| *other < worker);
                self.running.insert(place, (worker, event.action));
            }
            EventKind::Ran(step) => {
                self.commands += 1;
                if step == Step::RemoveObjdir {
                    let objdir = plan.action(event.action).objdir;
                    self.files.retain(|file, _| file.objdir != objdir || file.name.outlives_objdir());
                }
            }
            EventKind::Wrote { file, content } => {
                if file.name == FileName::Target {
                    // The install moves the executable or the archive, so it no longer exists in the object directory.
                    let made = [FileName::Executable, FileName::Archive];
                    let _ = made.into_iter().find_map(|name| self.files.remove(&FileId { name, ..file }));
                }
                self.files.insert(file, content);
            }
            EventKind::CacheHit | EventKind::UpToDate => {
                self.actions[at] = ActionState::Reused;
                self.leave(event.action);
            }
            EventKind::Failed(_) => {
                self.actions[at] = ActionState::Failed;
                self.release(plan, event.action);
            }
            EventKind::Skipped => {
                self.actions[at] = ActionState::Skipped;
                self.release(plan, event.action);
            }
            EventKind::Finished => {
                if self.actions[at] == ActionState::Running {
                    self.actions[at] = ActionState::Done;
                }
                self.release(plan, event.action);
            }
        }
    }

    fn leave(&mut self, action: ActionId) {
        self.running.retain(|(_, running)| *running != action);
    }

    fn release(&mut self, plan: &Plan, action: ActionId) {
        self.leave(action);
        // Also after a failure: actions that waited for the failed one are skipped once nothing else is missing.
        for dependent in plan.dependents(action) {
            self.missing[dependent.index()] -= 1;
        }
    }

    /// The state of a package. If its cache check, cgo and the C compiler are actions of their own, the package counts as
    /// ready or running while these are, and as failed if one of them failed.
    pub fn of_package(&self, plan: &Plan, package: PackageId) -> ActionState {
        let build = plan.build_of(package);
        let of_cgo = |wanted: &ActionState| plan.cgo_of(build).any(|id| self.actions[id.index()] == *wanted);
        let told: &[ActionState] = match self.actions[build.index()] {
            ActionState::Waiting => &[ActionState::Running, ActionState::Ready],
            ActionState::Skipped => &[ActionState::Failed],
            _ => &[],
        };
        if let Some(state) = told.iter().copied().find(of_cgo) {
            return state;
        }
        let looks = |dep: &&ActionId| plan.action(**dep).mode == Mode::CheckCache;
        match (self.actions[build.index()], plan.action(build).deps.iter().find(looks)) {
            (ActionState::Waiting, Some(look)) => match self.actions[look.index()] {
                state @ (ActionState::Waiting | ActionState::Ready | ActionState::Running) => state,
                _ if self.missing[build.index()] == 0 => ActionState::Ready,
                _ => ActionState::Waiting,
            },
            (state, _) => state,
        }
    }
}
