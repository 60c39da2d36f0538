//! A lesson that is played with another number of workers than it was written for.

use std::sync::Arc;

use thiserror::Error;

use crate::lesson::check::settings::MAX_WORKERS;
use crate::lesson::check::{Reports, examine};
use crate::lesson::checked::Lesson;
use crate::lesson::file::File;
use gostep_sim::program::Program;
use gostep_sim::said;
use gostep_sim::said::Said;

/// Why a lesson cannot be played with another number of workers.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.said())]
pub enum LiveError {
    /// The lesson does not let its readers change it.
    NotLive(String),
    /// Nobody has so many.
    OutOfRange(usize),
    /// Its builds do not work out.
    Impossible(String),
}

impl LiveError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::NotLive(value) => {
                said!("lesson {value} has no live: [p]; it is played with the workers that it names", value)
            }
            Self::OutOfRange(value) => {
                said!("{value} workers cannot be simulated; give 1 to {most}", value, most = MAX_WORKERS)
            }
            Self::Impossible(value) => said!("lesson {value} cannot be built with that many workers", value),
        }
    }
}

impl Lesson {
    /// The same lesson with `-p` so many in all of its builds. What it expects of its own builds is not asked for. A
    /// step whose point lies elsewhere now stands as near as it can; what it cannot show any more it leaves out.
    ///
    /// # Errors
    /// If the lesson does not allow it, or there are no so many workers.
    pub fn with_workers(&self, workers: usize) -> Result<Self, LiveError> {
        let script = self.script.as_ref().filter(|_| self.live_workers);
        let script = script.ok_or_else(|| LiveError::NotLive(self.id.clone()))?;
        if !(1..=MAX_WORKERS as usize).contains(&workers) {
            return Err(LiveError::OutOfRange(workers));
        }
        let program = |_: &str| Ok(Program::clone(&self.program));
        let unheard = File { name: "", text: "" };
        let lesson = examine(script, self.lang, Some(workers), &program, &mut Reports::of(unheard, unheard));
        let same_steps = |lesson: &Self| {
            let ids = |lesson: &Self| lesson.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>();
            ids(lesson) == ids(self)
        };
        let lesson = lesson.filter(same_steps).ok_or_else(|| LiveError::Impossible(self.id.clone()))?;
        Ok(Self { script: Some(Arc::clone(script)), ..lesson })
    }
}
