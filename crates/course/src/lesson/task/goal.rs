//! The conditions of a task, and which of them hold.

use std::cell::Cell;

use crate::lesson::expr::{Expr, ExprError, ExprKind, Operator};
use crate::lesson::facts::{self, Scene};
use crate::lesson::staged::StagedBuild;
use crate::lesson::value::Value;
use gostep_sim::gobuild::State;
use gostep_sim::said;

/// One condition.
#[derive(Clone, Debug)]
pub struct Condition {
    /// In words, Markdown.
    pub text: String,
    /// What has to hold.
    pub expr: Expr,
}

/// Whether a condition holds, and what is now where it wants something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Whether it holds.
    pub holds: bool,
    /// The value of its left side; nothing if it compares nothing, or there is no such value.
    pub now: Option<Value>,
}

/// What a learner stands at in a build: how many events have happened, and the command that is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// How many events have happened.
    pub events: usize,
    /// The command, as an index into the transcript, if it is not the last one that began.
    pub block: Option<usize>,
}

impl Stand {
    /// At a moment, with its last command in view.
    #[must_use]
    pub fn at(events: usize) -> Self {
        Self { events, block: None }
    }
}

impl Condition {
    /// Whether it holds.
    ///
    /// # Errors
    /// If it has no value there, or one that is neither yes nor no.
    pub fn held(&self, scene: &Scene<'_>) -> Result<Held, ExprError> {
        match scene.value(&self.expr)? {
            Value::Truth(holds) => Ok(Held { holds, now: self.now(scene) }),
            other => {
                let message = said!("{} is neither true nor false", other.kind());
                Err(ExprError::new(self.expr.at, message, said!("compare it: count(compiled) == 2")))
            }
        }
    }

    /// The same for a learner: what has no value does not hold.
    pub fn held_for_sure(&self, scene: &Scene<'_>) -> Held {
        self.held(scene).unwrap_or(Held { holds: false, now: None })
    }

    /// What there is to compare.
    fn now(&self, scene: &Scene<'_>) -> Option<Value> {
        let ExprKind::Binary(operator, sides) = &self.expr.kind else { return None };
        // What is to be in a list is known; what is in it is not.
        let side = if *operator == Operator::In { &sides.1 } else { &sides.0 };
        scene.value(side).ok().filter(|value| !matches!(value, Value::Truth(_)))
    }
}

/// Which conditions hold of a whole build that a learner made, the last one of these.
pub fn of_build(goal: &[Condition], builds: &[StagedBuild]) -> Vec<Held> {
    let Some(last) = builds.last() else { return Vec::new() };
    let state = last.build.state_after(last.build.events.len());
    in_scene(goal, builds, builds.len() - 1, &state, None)
}

/// Which conditions hold where a learner stands.
pub fn of_stand(goal: &[Condition], builds: &[StagedBuild], build: usize, stand: Stand) -> Vec<Held> {
    let Some(staged) = builds.get(build) else { return Vec::new() };
    let state = staged.build.state_after(stand.events.min(staged.build.events.len()));
    in_scene(goal, builds, build, &state, looked_at(&state, stand))
}

/// The command that is looked at.
pub fn looked_at(state: &State, stand: Stand) -> Option<usize> {
    let last = state.commands.checked_sub(1)?;
    Some(stand.block.map_or(last, |block| block.min(last)))
}

fn in_scene(
    goal: &[Condition],
    builds: &[StagedBuild],
    build: usize,
    state: &State,
    looked_at: Option<usize>,
) -> Vec<Held> {
    let asked = Cell::default();
    let scene =
        Scene { groups: facts::GROUPS, builds, build, state, whatifs: None, asked: &asked, looked_at, run: None };
    goal.iter().map(|condition| condition.held_for_sure(&scene)).collect()
}
