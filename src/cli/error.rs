//! Everything that can end a command early.

use thiserror::Error;

use gostep_course::lesson::LoadError;
use gostep_sim::gobuild::{FlagError, OptionError};
use gostep_sim::program::ProgramError;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::ChangeError;

/// Why a command ended without doing its work.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum CliError {
    /// The program to build is wrong or missing.
    Program(#[from] ProgramError),
    /// A flag of the build is wrong.
    Options(#[from] OptionError),
    /// The lesson does not exist or has problems.
    Lesson(#[from] LoadError),
    /// A change of a what-if is wrong.
    Change(#[from] ChangeError),
    /// A file is not a log that can be compared.
    Log {
        /// The file as the user named it.
        path: String,
        /// What is wrong and what to do.
        problem: Said,
    },
    /// A file is no Go program, or one that cannot be run here.
    Source {
        /// The file as the user named it.
        path: String,
        /// What is wrong, and where.
        problem: String,
    },
    /// The flags of a build do not go together with its program.
    Flag(#[from] FlagError),
    /// The arguments cannot be used together, or one of them is wrong.
    Usage(Said),
    /// The output cannot be written.
    Output(std::io::Error),
    /// A file could not be written.
    Write {
        /// The file's name.
        path: String,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The real go command could not be run, or failed.
    Go(Said),
}

impl CliError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Program(error) => error.said(),
            Self::Options(error) => error.said(),
            Self::Lesson(error) => error.said(),
            Self::Change(error) => error.said(),
            Self::Log { path, problem, .. } => said!("{path}: {problem}", path, problem),
            Self::Flag(error) => error.said(),
            Self::Source { path, problem } => said!("{path}: {problem}", path, problem),
            Self::Usage(said) | Self::Go(said) => said.clone(),
            Self::Output(value) => said!("cannot write the output: {value}", value),
            Self::Write { path, source, .. } => said!("cannot write {path}: {source}", path, source),
        }
    }
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
