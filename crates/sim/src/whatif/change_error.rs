//! Why a change is refused.

use thiserror::Error;

use crate::gobuild::{FaultError, OptionError};
use crate::program::{ImportError, ProgramError};

/// Why a change is refused.
#[derive(Debug, Error)]
pub enum ChangeError {
    /// There is no change with this name.
    #[error("there is no change or fault {name:?}{hint}; `gostep whatif --help` lists them")]
    Unknown {
        /// The name as written.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// A value is missing, not expected, or wrong.
    #[error("{change}: {problem}")]
    Value {
        /// The change as written.
        change: String,
        /// What is wrong and what is expected.
        problem: String,
    },
    /// The program has no such package.
    #[error("{change}: there is no package {package:?} in program {program}{hint}")]
    Package {
        /// The change as written.
        change: String,
        /// The name that was not found.
        package: String,
        /// Name of the program.
        program: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// The package cannot import this one.
    #[error("import={package}:{import}: {source}")]
    Import {
        /// The importing package.
        package: String,
        /// The path of the new import.
        import: String,
        /// Why it cannot.
        source: ImportError,
    },
    /// Two changes that cannot be combined.
    #[error("{0}")]
    Contradiction(String),
    /// The fault is not possible.
    #[error(transparent)]
    Fault(#[from] FaultError),
    /// The program cannot be loaded.
    #[error(transparent)]
    Program(#[from] ProgramError),
    /// A flag that gostep does not model, or the go command refuses.
    #[error(transparent)]
    Option(#[from] OptionError),
}
