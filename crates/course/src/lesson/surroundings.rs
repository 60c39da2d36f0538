//! What a lesson can refer to outside of its own text.

use gostep_sim::program::{Program, ProgramError};

/// What a lesson can refer to outside of its own text.
pub trait Surroundings {
    /// The program with a name.
    ///
    /// # Errors
    /// If there is none, or something is wrong in it.
    fn program(&self, name: &str) -> Result<Program, ProgramError>;

    /// The ids of the glossary's terms, with those of the lesson's own glossary; nothing where they cannot be checked.
    fn terms(&self) -> Option<Vec<String>>;
}

/// Programs alone: terms are not checked.
impl<F: Fn(&str) -> Result<Program, ProgramError>> Surroundings for F {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        self(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        None
    }
}
