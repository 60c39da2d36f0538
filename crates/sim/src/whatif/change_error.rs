//! Why a change is refused.

use thiserror::Error;

use crate::gobuild::{FaultError, OptionError};
use crate::program::{ImportError, ProgramError};
use crate::said::Said;

/// Why a change is refused.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum ChangeError {
    /// There is no change with this name.
    Unknown {
        /// The name as written.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
    },
    /// A value is missing, not expected, or wrong.
    Value {
        /// The change as written.
        change: String,
        /// What is wrong and what is expected.
        problem: Said,
    },
    /// The program has no such package.
    Package {
        /// The change as written.
        change: String,
        /// The name that was not found.
        package: String,
        /// Name of the program.
        program: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
    },
    /// The package cannot import this one.
    Import {
        /// The importing package.
        package: String,
        /// The path of the new import.
        import: String,
        /// Why it cannot.
        source: ImportError,
    },
    /// Two changes that cannot be combined.
    Contradiction(Said),
    /// The fault is not possible.
    Fault(#[from] FaultError),
    /// The program cannot be loaded.
    Program(#[from] ProgramError),
    /// A flag that gostep does not model, or the go command refuses.
    Option(#[from] OptionError),
}

impl ChangeError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unknown { name, hint, .. } => {
                said!("there is no change or fault {name:?}{hint}; `gostep whatif --help` lists them", name, hint)
            }
            Self::Value { change, problem, .. } => said!("{change}: {problem}", change, problem),
            Self::Package { change, package, program, hint, .. } => said!(
                "{change}: there is no package {package:?} in program {program}{hint}",
                change,
                package,
                program,
                hint
            ),
            Self::Import { package, import, source, .. } => {
                said!("import={package}:{import}: {source}", package, import, source = source.said())
            }
            Self::Contradiction(said) => said.clone(),
            Self::Fault(error) => error.said(),
            Self::Program(error) => error.said(),
            Self::Option(error) => error.said(),
        }
    }
}
