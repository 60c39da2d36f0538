//! Why a change makes no sense.

use thiserror::Error;

use crate::gobuild::{FaultError, OptionError};
use crate::program::{ImportError, ProgramError};

/// Why a change makes no sense.
#[derive(Debug, Error)]
pub enum ChangeError {
    /// Not the name of a change.
    #[error("there is no change or fault {name:?}{hint}; `gostep whatif --help` lists them")]
    Unknown {
        /// As written.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// A value is missing, superfluous or wrong.
    #[error("{change}: {problem}")]
    Value {
        /// As written.
        change: String,
        /// What is wrong, and what is expected.
        problem: String,
    },
    /// Not a package of the program.
    #[error("{change}: there is no package {package:?} in program {program}{hint}")]
    Package {
        /// As written.
        change: String,
        /// The name that was not found.
        package: String,
        /// The program.
        program: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// An import that cannot be.
    #[error("import={package}:{import}: {source}")]
    Import {
        /// The importing package.
        package: String,
        /// What it would import.
        import: String,
        /// What is in the way.
        source: ImportError,
    },
    /// Changes that do not go together.
    #[error("{0}")]
    Contradiction(String),
    /// A fault that makes no sense.
    #[error(transparent)]
    Fault(#[from] FaultError),
    /// A program that cannot be loaded.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// A flag that is not modelled.
    #[error(transparent)]
    Option(#[from] OptionError),
}
