//! The programs that come with gostep.

use super::Program;
use super::assemble;
use super::error::ProgramError;
use super::recorded;

/// The hello/goroutine sample, the program that is built unless another one is named.
pub const SAMPLE: &str = "hello";

/// Names of the embedded programs.
pub const NAMES: [&str; 1] = [SAMPLE];

fn text(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.json")),
        _ => None,
    }
}

/// Loads an embedded program.
///
/// # Errors
/// If there is none with this name.
pub fn load(name: &str) -> Result<Program, ProgramError> {
    let text = text(name).ok_or_else(|| ProgramError::UnknownProgram {
        name: name.to_owned(),
        hint: format!(
            "embedded programs: {}{}; or name a file that `gostep record` wrote",
            NAMES.join(", "),
            crate::suggest::did_you_mean(name, NAMES.into_iter())
        ),
    })?;
    from_recorded_text(name, text)
}

/// Reads a file that `gostep record` wrote.
///
/// # Errors
/// If it is not one.
pub fn from_recorded_text(name: &str, text: &str) -> Result<Program, ProgramError> {
    let recorded = recorded::parse(name, text)?;
    let mut program = assemble::from_list(name, recorded.packages, Some(&recorded.env))?;
    program.dir = recorded.dir;
    program.durations_ms = recorded.durations_ms;
    Ok(program)
}
