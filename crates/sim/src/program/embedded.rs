//! The programs that come with gostep.

use super::artefacts::Artefacts;
use super::assemble;
use super::consistency;
use super::error::ProgramError;
use super::lazy_record::LazyRecord;
use super::recorded;
use super::source_facts::SourceFacts;
use super::texts::{self, NAMES, SAMPLE};
use super::whole::Program;

/// Loads an embedded program.
///
/// # Errors
/// If there is none with this name.
pub fn load(name: &str) -> Result<Program, ProgramError> {
    let text = texts::program(name).ok_or_else(|| ProgramError::UnknownProgram {
        name: name.to_owned(),
        hint: said!(
            "embedded programs: {}{}; or name a file that `gostep import` wrote",
            crate::said::list(NAMES),
            crate::suggest::did_you_mean(name, NAMES.iter().copied())
        ),
    })?;
    let mut program = from_recorded_text(name, text)?;
    program.artefacts = Artefacts::embedded(Some(name));
    program.rebuilds = LazyRecord::from(texts::rebuilds(name));
    program.exports = LazyRecord::from(texts::exports(name));
    if let Some(extra) = texts::extra(name) {
        program.extra = recorded::parse(name, extra)?.packages;
    }
    if let Some(text) = texts::sources(name) {
        program.sources = SourceFacts::parse(&format!("{name}.sources.json"), text)?;
    }
    Ok(program)
}

/// The same program recorded for another architecture, if it comes with gostep.
///
/// # Errors
/// If it is not one that gostep can read; a test makes sure that it is.
pub fn load_for_arch(name: &str, goarch: &str) -> Result<Option<Program>, ProgramError> {
    match (name, goarch) {
        (SAMPLE, "amd64") => load(name).map(Some),
        (SAMPLE, "arm64") => from_recorded_text(name, texts::HELLO_ARM64).map(Some),
        _ => Ok(None),
    }
}

/// Reads a file that `gostep import` wrote.
///
/// # Errors
/// If it is not one.
pub fn from_recorded_text(name: &str, text: &str) -> Result<Program, ProgramError> {
    let recorded = recorded::parse(name, text)?;
    let make = if recorded.from_log { assemble::from_part } else { assemble::from_list };
    let mut program = make(name, recorded.packages, Some(&recorded.env))?;
    // A list does not always tell the directory.
    if !recorded.dir.is_empty() {
        program.dir = recorded.dir;
        program.dir_is_known = true;
    }
    if !recorded.roots.is_empty() && !program.take_roots_in_order(&recorded.roots) {
        let problem = said!("its roots are not the packages that were named on the command line; record it again");
        return Err(ProgramError::List { origin: name.to_owned(), problem });
    }
    program.go_flags.fixed_tags = recorded.flags.is_some();
    for flag in recorded.flags.iter().flatten() {
        program.go_flags.add(&said!("{name} was recorded with", name), flag)?;
    }
    consistency::check_instruments(name, &program.instruments, &program.go_flags)?;
    program.surroundings = (!recorded.from_lists).then_some(recorded.surroundings);
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
        Rebuilds::parse("rebuilds", texts::rebuilds(SAMPLE).expect(text), |path| hello.find(path)).unwrap();
        Exports::parse("exports", texts::exports(SAMPLE).expect(text), |path| hello.find(path), &hello.packages)
            .unwrap();
        assert!(!hello.exports().is_empty());
    }
}
