//! What would happen next on the machine of a lesson: asked by facts and questions, answered by the simulation.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use thiserror::Error;

use crate::lesson::problem::Ground;
use gostep_sim::gobuild::{FaultError, FaultSpec};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::{Arm, Change, ChangeError, Outcomes, Report, Scenario};

/// Most different questions of this kind in one lesson; each of them simulates two builds or more.
const MAX_ASKED: usize = 100;
/// Most changes in one question.
const MAX_CHANGES: usize = 10;

/// A machine on which one can try what a change would do. Nothing is changed by it.
#[derive(Clone, Copy)]
pub struct WhatIfs<'a> {
    /// The machine, with the least that edits can have changed.
    pub least: &'a Scenario,
    /// The same with the most.
    pub most: &'a Scenario,
    /// What was asked before.
    pub memo: &'a Memo,
}

/// Answers that were already given on the machine as it is.
#[derive(Debug, Default)]
pub struct Memo {
    answers: RefCell<HashMap<Vec<String>, Rc<Outcomes>>>,
    asked: Cell<usize>,
}

impl Memo {
    /// The machine is another one now.
    pub fn forget(&self) {
        self.answers.borrow_mut().clear();
    }
}

/// Why something cannot be tried.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum WhatIfError {
    /// The lesson has too many questions of this kind.
    TooManyQuestions,
    /// One of them has too many changes.
    TooManyChanges,
    /// A change or fault makes no sense.
    Change {
        /// As written.
        word: String,
        /// Why not.
        error: Box<ChangeError>,
    },
    /// The build cannot be made with all of them.
    Build(Box<ChangeError>),
    /// There was no build.
    NothingBuilt,
}

impl WhatIfError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::TooManyQuestions => {
                said!("more than {MAX_ASKED} what-if facts and questions in one lesson", MAX_ASKED)
            }
            Self::TooManyChanges => said!("more than {MAX_CHANGES} changes at once", MAX_CHANGES),
            Self::Change { error, .. } | Self::Build(error) => error.said(),
            Self::NothingBuilt => said!("nothing was built"),
        }
    }
}

impl WhatIfError {
    /// The change or fault that makes no sense, if it is one of them alone.
    pub fn word(&self) -> Option<&str> {
        match self {
            Self::Change { word, .. } => Some(word),
            _ => None,
        }
    }

    /// What it lies in.
    pub fn ground(&self) -> Ground {
        match self {
            Self::TooManyQuestions | Self::TooManyChanges => Ground::Text,
            Self::Change { error, .. } => ground_of(error),
            Self::Build(_) | Self::NothingBuilt => Ground::Build,
        }
    }
}

/// What the mistake in a change or fault lies in.
fn ground_of(error: &ChangeError) -> Ground {
    match error {
        ChangeError::Unknown { .. }
        | ChangeError::Value { .. }
        | ChangeError::Fault(FaultError::UnknownName { .. } | FaultError::Values { .. }) => Ground::Text,
        _ => Ground::Build,
    }
}

impl WhatIfs<'_> {
    /// What the next build does after some changes and with some faults, written as for `gostep whatif`.
    ///
    /// # Errors
    /// If a change or fault makes no sense here, or too much is asked.
    pub fn next(&self, changes: &[String], faults: &[String]) -> Result<Rc<Outcomes>, WhatIfError> {
        let key: Vec<String> = changes.iter().chain([&String::new()]).chain(faults).cloned().collect();
        if let Some(known) = self.memo.answers.borrow().get(&key) {
            return Ok(Rc::clone(known));
        }
        if self.memo.asked.get() >= MAX_ASKED {
            return Err(WhatIfError::TooManyQuestions);
        }
        if changes.len() + faults.len() > MAX_CHANGES {
            return Err(WhatIfError::TooManyChanges);
        }
        self.memo.asked.set(self.memo.asked.get() + 1);
        let outcomes = Rc::new(self.simulate(changes, faults)?);
        self.memo.answers.borrow_mut().insert(key, Rc::clone(&outcomes));
        Ok(outcomes)
    }

    fn simulate(&self, changes: &[String], faults: &[String]) -> Result<Outcomes, WhatIfError> {
        let mut arms = Vec::new();
        for scenario in [self.least, self.most] {
            let mut scenario = scenario.clone();
            let words = changes.iter().map(|word| (word, false)).chain(faults.iter().map(|word| (word, true)));
            for (word, is_fault) in words {
                let change = if is_fault {
                    word.parse::<FaultSpec>().map(Change::Fault).map_err(ChangeError::from)
                } else {
                    Change::parse(word, scenario.program())
                };
                let applied = change.and_then(|change| scenario.apply(&change));
                applied.map_err(|error| WhatIfError::Change { word: word.clone(), error: Box::new(error) })?;
            }
            let refused = scenario.refusal();
            let arm = Arm::next(&mut scenario).map_err(|error| WhatIfError::Build(Box::new(error)))?;
            if let Some(refused) = refused {
                let report = Report::refusal(&arm.build, refused);
                return Ok(Outcomes { build: arm.build, report });
            }
            if scenario.is_exact() {
                // The most is the least.
                return Ok(Outcomes { report: arm.report(), build: arm.build });
            }
            arms.push(arm);
        }
        match <[Arm; 2]>::try_from(arms) {
            Ok([least, most]) => Ok(Outcomes { report: Report::of_arms(&least, &most), build: least.build }),
            Err(_) => Err(WhatIfError::NothingBuilt),
        }
    }
}
