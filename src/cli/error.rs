//! Everything that can end a command early.

use thiserror::Error;

use gostep_course::lesson::LoadError;
use gostep_sim::gobuild::{FlagError, OptionError};
use gostep_sim::program::ProgramError;
use gostep_sim::whatif::ChangeError;

/// Why a command ended without doing its work.
#[derive(Debug, Error)]
pub enum CliError {
    /// The program to build is wrong or missing.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// A flag of the build is wrong.
    #[error(transparent)]
    Options(#[from] OptionError),
    /// The lesson does not exist or has problems.
    #[error(transparent)]
    Lesson(#[from] LoadError),
    /// A change of a what-if is wrong.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// A file is not a log that can be compared.
    #[error("{path}: {problem}")]
    Log {
        /// The file as the user named it.
        path: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// A file is no Go program, or one that cannot be run here.
    #[error("{path}: {problem}")]
    Source {
        /// The file as the user named it.
        path: String,
        /// What is wrong, and where.
        problem: String,
    },
    /// The flags of a build do not go together with its program.
    #[error(transparent)]
    Flag(#[from] FlagError),
    /// The arguments cannot be used together, or one of them is wrong.
    #[error("{0}")]
    Usage(String),
    /// The output cannot be written.
    #[error("cannot write the output: {0}")]
    Output(std::io::Error),
    /// A file could not be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file's name.
        path: String,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The real go command could not be run, or failed.
    #[error("{0}")]
    Go(String),
}

impl CliError {
    /// The error for a file or folder that cannot be written.
    pub fn unwritten(path: &std::path::Path, source: std::io::Error) -> Self {
        Self::Write { path: path.display().to_string(), source }
    }

    /// The exit code is 2: the input or the usage was wrong. (1 is for checks and comparisons with a negative result,
    /// which are not errors.)
    pub fn exit_code(&self) -> u8 {
        2
    }
}
