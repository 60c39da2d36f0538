//! Tasks of a checked lesson: something to do, judged by the simulation from what the learner did.
//!
//! On the machine, the learner changes something and builds again; nothing of it stays. In the build, the learner goes to
//! a moment and looks at a command. Either way the goal is conditions, and whatever makes all of them hold is right.

pub mod bench;
pub mod goal;
pub mod moves;
pub mod typed;

use bench::Bench;
use goal::Condition;

/// One task.
#[derive(Clone, Debug)]
pub struct Task {
    /// What is to be done.
    pub text: String,
    /// What the learner works at.
    pub on: On,
    /// What has to hold.
    pub goal: Vec<Condition>,
    /// From weak to strong.
    pub hints: Vec<String>,
    /// Said when it is done; may be empty.
    pub right: String,
    /// What a learner would type who knows the best way.
    pub solution: String,
}

/// What a learner works at.
#[derive(Clone, Debug)]
pub enum On {
    /// The machine after the builds so far: each try is another build on a copy of it.
    Machine(Bench),
    /// The build of the step.
    Build,
}
