//! A run as lessons and players look at it: with its log.

use std::sync::Arc;

use gostep_sim::gorun::{Event, EventKind, GId, Program, Setting, State, trace};

/// A run as lessons and players look at it.
#[derive(Clone, Debug)]
pub struct StagedRun {
    /// The name of what runs.
    pub executable: String,
    /// Everything that happened, in order.
    pub events: Arc<[Event]>,
    /// Its log: a line for each event.
    pub lines: Arc<[String]>,
}

/// A moment of a run.
#[derive(Clone, Copy, Debug)]
pub struct RunNow<'a> {
    /// The run.
    pub staged: &'a StagedRun,
    /// How many of its events have happened.
    pub events: usize,
    /// How many of them had happened at the step before, if that was in the same run.
    pub before: usize,
}

impl StagedRun {
    /// Runs a program.
    ///
    /// # Errors
    /// Why it cannot be run.
    pub fn new(executable: &str, source: &str) -> Result<Self, String> {
        let program = Program::parse(source, "main.go").map_err(|error| error.to_string())?;
        let events = program.run(&Setting::default()).map_err(|error| error.to_string())?;
        let lines = trace::lines(&events).map(|line| line.to_string()).collect();
        Ok(Self { executable: executable.to_owned(), events: events.into(), lines })
    }

    /// The state after so many events.
    pub fn state_after(&self, events: usize) -> State {
        State::after(&self.events[..events.min(self.events.len())])
    }

    /// The goroutine with the number that the runtime shows.
    pub fn goroutine(&self, goid: u64) -> Option<GId> {
        self.events.iter().find_map(|event| match event.kind {
            EventKind::GCreated { g, goid: number, .. } if number == goid => Some(g),
            _ => None,
        })
    }
}

impl RunNow<'_> {
    /// Everything at the moment.
    pub fn state(&self) -> State {
        self.staged.state_after(self.events)
    }
}
