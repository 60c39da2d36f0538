//! A what-if as it is asked of a program: with which flags it is built, what is changed, and what has to be assumed.

use std::sync::Arc;

use super::arm::Outcomes;
use super::change::Change;
use super::change_error::ChangeError;
use super::report::Report;
use crate::gobuild::{Assumption, BuildOptions, CommandFlags, Faults, FlagError, GoCommand, assumptions, modinfo};
use crate::program::Program;

/// A program on a machine where it is built with some flags, before any change.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    program: &'a Arc<Program>,
    options: BuildOptions,
    /// Faults are made only in the last build, which the report is about.
    faults: Vec<String>,
    /// What is assumed because the package list does not tell it.
    pub assumed: Vec<Assumption>,
    /// What is assumed because nobody could know it.
    pub left_out: Option<Assumption>,
}

impl<'a> Question<'a> {
    /// A question about a program that is built with these flags.
    ///
    /// # Errors
    /// If a flag or a fault does not go together with the program.
    pub fn new(program: &'a Arc<Program>, flags: &CommandFlags) -> Result<Self, FlagError> {
        if flags.command.is_some_and(|command| command == GoCommand::Run) {
            return Err(FlagError::Flag(said!("what changes do to go run is not modelled; take go build")));
        }
        let mains = program.mains().count();
        if mains > 1 {
            return Err(FlagError::Flag(said!(
                "{} has {mains} main packages, and what changes do is told of one; take one of them",
                program.name,
                mains
            )));
        }
        let mut options = BuildOptions { faults: Faults::default(), ..flags.options(program, false)? };
        let assumed = assumptions::of(program, &options);
        // An edit would change the stamp, and so would the new executable unless git ignores it, so the stamp is left
        // out.
        let left_out =
            program.mains().find_map(|main| modinfo::stamp(program, &options, main)).map(|_| Assumption::NoStamp);
        options.stamp = false;
        let faults = flags.faults.iter().map(ToString::to_string).collect();
        Ok(Self { program, options, faults, assumed, left_out })
    }

    /// All that is assumed.
    pub fn assumptions(&self) -> Vec<Assumption> {
        self.assumed.iter().chain(&self.left_out).cloned().collect()
    }

    /// Changes as written, and behind them the faults of the flags.
    pub fn words(&self, changes: &[String]) -> Vec<String> {
        changes.iter().chain(&self.faults).cloned().collect()
    }

    /// Builds, makes the changes, builds again, and reports on the last build.
    ///
    /// # Errors
    /// If a change is not possible.
    pub fn answer(&self, changes: &[String]) -> Result<Outcomes, ChangeError> {
        let words = self.words(changes);
        let changes = words.iter().map(|word| Change::parse(word, self.program)).collect::<Result<Vec<_>, _>>()?;
        Report::of(self.program, &self.options, &changes)
    }
}
