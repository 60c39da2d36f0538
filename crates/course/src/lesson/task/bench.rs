//! The machine of a task: a learner changes something and builds, again and again, and it stays as it was.

use std::sync::Arc;

use super::typed::{self, Plain, Unread};
use crate::lesson::staged::StagedBuild;
use crate::lesson::whatifs::{Memo, WhatIfError, WhatIfs};
use gostep_sim::program::Program;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::{Outcomes, Scenario};
use thiserror::Error;

/// A machine that is copied for each try.
#[derive(Clone, Debug)]
pub struct Bench(Arc<Machine>);

#[derive(Debug)]
struct Machine {
    least: Scenario,
    most: Scenario,
    /// The program as the lesson names it.
    program: Arc<Program>,
}

/// Why a line is no build that could be judged.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum Untried {
    /// It cannot be read.
    Unread(#[from] Unread),
    /// A change is not possible.
    Impossible(#[from] WhatIfError),
    /// The go command refuses it, and says so.
    Refused(&'static str),
    /// Nobody has measured what the change does.
    Unmeasured,
}

impl Untried {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unread(error) => error.said(),
            Self::Impossible(error) => error.said(),
            Self::Refused(value) => said!("the go command refuses this build: {value}", value),
            Self::Unmeasured => said!("it is not known exactly what this change makes the go command do again"),
        }
    }
}

impl Bench {
    /// A machine as it is, in two versions: with the least and with the most that edits can have changed.
    pub fn new(least: &Scenario, most: &Scenario, program: &Arc<Program>) -> Self {
        Self(Arc::new(Machine { least: least.clone(), most: most.clone(), program: Arc::clone(program) }))
    }

    /// The build that a line asks for.
    ///
    /// # Errors
    /// If the line is none, or what it does cannot be told.
    pub fn build(&self, line: &str) -> Result<StagedBuild, Untried> {
        let memo = Memo::default();
        let Machine { least, most, program } = &*self.0;
        build(WhatIfs { least, most, memo: &memo }, line, program)
    }

    /// Whether a line asks for a build.
    ///
    /// # Errors
    /// If it does not.
    pub fn read(&self, line: &str) -> Result<(), Unread> {
        typed::words(line, &Plain::on(&self.0.least)).map(|_| ())
    }

    /// The names of the packages, to complete what is typed.
    pub fn packages(&self) -> Vec<String> {
        let program = self.0.least.program();
        program
            .ids()
            .filter(|&id| !program.package(id).is_builtin())
            .map(|id| program.display_path(id).to_owned())
            .collect()
    }
}

/// The build that a line asks for on a machine.
///
/// # Errors
/// If the line is none, or what it does cannot be told.
pub fn build(machine: WhatIfs<'_>, line: &str, program: &Program) -> Result<StagedBuild, Untried> {
    let outcomes = machine.next(&typed::words(line, &Plain::on(machine.least))?, &[])?;
    let Outcomes { build, report } = &*outcomes;
    if let Some(words) = report.refused {
        return Err(Untried::Refused(words));
    }
    if !report.exact {
        return Err(Untried::Unmeasured);
    }
    Ok(StagedBuild::new(Arc::clone(build), report.clone(), program))
}
