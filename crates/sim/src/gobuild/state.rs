//! The state of a build at a moment: a fold over the events up to it.

use std::collections::HashMap;

use serde::Serialize;

use super::event::{Event, EventKind};
use super::files::{Content, FileId, FileName};
use super::plan::{ActionId, Mode, Plan};
use super::step::Step;
use crate::program::PackageId;

/// Where an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ActionState {
    /// Some of what it needs is not done.
    Waiting,
    /// It could start; no worker is free, or one with lower priority number goes first.
    Ready,
    /// A worker is at it.
    Running,
    /// Done by running its commands, or with nothing to do.
    Done,
    /// Its result came from the cache, or was already in place.
    Reused,
    /// A command failed.
    Failed,
    /// Never started, because something that it needs failed.
    Skipped,
}

/// All that can be known of a build after some of its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// How many events it is made from.
    pub events: usize,
    /// Time of the last of them, in microseconds.
    pub time: u64,
    /// State of every action, by id.
    pub actions: Vec<ActionState>,
    /// The actions that are being worked on, by number of the worker, from 0.
    pub running: Vec<(u32, ActionId)>,
    /// How many dependencies each action still waits for.
    pub missing: Vec<u32>,
    /// Every file written so far.
    pub files: HashMap<FileId, Content>,
    /// How many commands began.
    pub commands: usize,
}

impl State {
    /// Before anything happened: the built-in package needs no work, and what waits for nothing else is ready.
    pub fn new(plan: &Plan) -> Self {
        let is_built_in = |action: ActionId| plan.action(action).mode == Mode::BuiltIn;
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

    /// The state after some events from the start.
    pub fn after(plan: &Plan, events: &[Event]) -> Self {
        let mut state = Self::new(plan);
        for event in events {
            state.apply(plan, event);
        }
        state
    }

    /// The one place in which state changes.
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
                    // What is moved to its place is no more where it was made.
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
        // Those that waited for a failed action are skipped when nothing else is missing.
        for dependent in plan.dependents(action) {
            self.missing[dependent.index()] -= 1;
        }
    }

    /// Where a package stands. Where looking into the cache is an action of its own, the package is ready, and runs,
    /// with that one.
    pub fn of_package(&self, plan: &Plan, package: PackageId) -> ActionState {
        let build = plan.build_of(package);
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
