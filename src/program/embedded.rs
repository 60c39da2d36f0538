//! The programs that come with gostep.

use super::Program;
use super::artefacts::Artefacts;
use super::assemble;
use super::error::ProgramError;
use super::lazily::Lazily;
use super::recorded;
use super::source_facts::SourceFacts;

/// The hello/goroutine sample, the program that is built unless another one is named.
pub const SAMPLE: &str = "hello";

/// Names of the embedded programs.
pub const NAMES: [&str; 2] = [SAMPLE, PAIR];

/// A main package and one with two functions in assembly.
pub const PAIR: &str = "pair";

fn text(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.json")),
        PAIR => Some(include_str!("../../lessons/programs/pair.json")),
        _ => None,
    }
}

/// What was measured of a program's sources.
fn sources(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.sources.json")),
        PAIR => Some(include_str!("../../lessons/programs/pair.sources.json")),
        _ => None,
    }
}

/// What is in the files that building a program makes.
pub(super) fn artefacts(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.artefacts.json")),
        PAIR => Some(include_str!("../../lessons/programs/pair.artefacts.json")),
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
    let mut program = from_recorded_text(name, text)?;
    program.artefacts = Artefacts::embedded(Some(name));
    program.rebuilds = Lazily::from(rebuilds(name));
    program.exports = Lazily::from(exports(name));
    if let Some(extra) = extra(name) {
        program.extra = recorded::parse(name, extra)?.packages;
    }
    if let Some(text) = sources(name) {
        program.sources = SourceFacts::parse(&format!("{name}.sources.json"), text)?;
    }
    Ok(program)
}

/// Measurements of edits to an embedded program.
fn rebuilds(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.rebuilds.json")),
        _ => None,
    }
}

/// The functions of an embedded program, and what its archives say of one another.
fn exports(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.exports.json")),
        _ => None,
    }
}

/// The same program recorded for another architecture, if it comes with gostep.
///
/// # Errors
/// If it is not one that gostep can read; a test makes sure that it is.
pub fn load_for_arch(name: &str, goarch: &str) -> Result<Option<Program>, ProgramError> {
    match (name, goarch) {
        (SAMPLE, "amd64") => load(name).map(Some),
        (SAMPLE, "arm64") => {
            from_recorded_text(name, include_str!("../../lessons/programs/hello-arm64.json")).map(Some)
        }
        _ => Ok(None),
    }
}

/// Packages that are not in a program, but could be imported into it.
fn extra(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../lessons/programs/hello.extra.json")),
        _ => None,
    }
}

/// Reads a file that `gostep record` wrote.
///
/// # Errors
/// If it is not one.
pub fn from_recorded_text(name: &str, text: &str) -> Result<Program, ProgramError> {
    let recorded = recorded::parse(name, text)?;
    let mut program = assemble::from_list(name, recorded.packages, Some(&recorded.env))?;
    program.dir = recorded.dir;
    program.dir_is_known = true;
    program.go_flags.fixed_tags = recorded.flags.is_some();
    for flag in recorded.flags.iter().flatten() {
        program.go_flags.add(&format!("{name} was recorded with"), flag)?;
    }
    program.surroundings = Some(recorded.surroundings);
    program.durations_ms = recorded.durations_ms;
    program.artefacts = Artefacts::embedded(None);
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Exports, Rebuilds};

    #[test]
    fn what_is_read_later_can_be_read() {
        let hello = load(SAMPLE).unwrap();
        let text = "text of the sample";
        Rebuilds::parse("rebuilds", rebuilds(SAMPLE).expect(text), &hello).unwrap();
        Exports::parse("exports", exports(SAMPLE).expect(text), &hello).unwrap();
        assert!(!hello.exports().is_empty());
    }
}
