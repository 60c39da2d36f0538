//! Everything that can end a command early.

use thiserror::Error;

use gostep_course::lesson::LoadError;
use gostep_sim::gobuild::{FaultError, OptionError};
use gostep_sim::program::ProgramError;
use gostep_sim::whatif::ChangeError;

/// An error of a whole command.
#[derive(Debug, Error)]
pub enum CliError {
    /// Something is wrong with the program to build.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// Something is wrong with the flags.
    #[error(transparent)]
    Options(#[from] OptionError),
    /// There is no such lesson, or something is wrong with it.
    #[error(transparent)]
    Lesson(#[from] LoadError),
    /// Something is wrong with a what-if.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// The file is not a log that can be compared.
    #[error("{path}: {problem}")]
    Log {
        /// As the user named it.
        path: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// A fault makes no sense.
    #[error(transparent)]
    Fault(#[from] FaultError),
    /// Arguments that do not go together.
    #[error("{0}")]
    Usage(String),
    /// The output cannot be written.
    #[error("cannot write the output: {0}")]
    Output(std::io::Error),
    /// A file cannot be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// Its name.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The real go command could not be run, or failed.
    #[error("{0}")]
    Go(String),
}

impl CliError {
    /// 2: the input or usage was wrong. (1 is for checks and comparisons that failed, which are no errors.)
    pub fn exit_code(&self) -> u8 {
        2
    }
}
