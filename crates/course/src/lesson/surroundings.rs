//! What a lesson can refer to outside of its own text.

use gostep_sim::gorun;
use gostep_sim::program::{Program, ProgramError};
use gostep_sim::suggest::did_you_mean;

/// What a lesson can refer to outside of its own text.
pub trait Surroundings {
    /// The program with a name.
    ///
    /// # Errors
    /// If there is none, or something is wrong in it.
    fn program(&self, name: &str) -> Result<Program, ProgramError>;

    /// The Go source with a name, for a run.
    ///
    /// # Errors
    /// What is wrong, and what can be done.
    fn go_source(&self, name: &str) -> Result<String, (String, String)> {
        shipped_source(name)
    }

    /// The ids of the glossary's terms, with those of the lesson's own glossary; nothing where they cannot be checked.
    fn terms(&self) -> Option<Vec<String>>;
}

/// A Go source that comes with gostep.
///
/// # Errors
/// That there is none with this name, and which there are.
pub fn shipped_source(name: &str) -> Result<String, (String, String)> {
    let known = || gorun::shipped_names().collect::<Vec<_>>().join(", ");
    gorun::shipped(name).map(str::to_owned).ok_or_else(|| {
        let hint = did_you_mean(name, gorun::shipped_names());
        let help = format!("known: {}; or a file beside the lesson, such as ./five.go", known());
        (format!("there is no Go source {name:?}{hint}"), help)
    })
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
