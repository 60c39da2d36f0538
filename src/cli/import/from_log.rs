//! A program out of the log of its build.

use super::super::error::CliError;
use super::super::program_args::read;
use super::super::text::shown;
use gostep_sim::gobuild::CommandFlags;
use gostep_sim::program::recorded::RecordedProgram;
use gostep_sim::program::{self, Program, Surroundings};
use gostep_sim::reading::whole_program;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::xlog::setting::Setting;
use gostep_sim::xlog::verify;

/// Reads the program, and compares its simulated build with the log: what would be built otherwise is refused.
pub fn program_of_log(path: &str) -> Result<(RecordedProgram, Program), CliError> {
    let refuse = |problem: Said| CliError::Log { path: shown(path).to_owned(), problem };
    let log = verify::log(&read(path)?).map_err(|error| refuse(error.said()))?;
    let mut recorded = whole_program::program(&log).map_err(|error| refuse(error.said()))?;
    let load = |recorded: &RecordedProgram| {
        let text = serde_json::to_string(recorded).map_err(|error| CliError::Output(error.into()))?;
        program::from_recorded_text(shown(path), &text).map_err(CliError::from)
    };
    let program = load(&recorded)?;
    let (compared, build) =
        verify::verify(&log, &program, &CommandFlags::default()).map_err(|error| refuse(error.said()))?;
    if compared.problem.is_some() {
        let problem = said!(
            "it does not show enough of its program: the build of what it shows would print other lines; use \
                       gostep import with the lists of the go command"
        );
        return Err(refuse(problem));
    }
    recorded.flags = Some(compared.taken.iter().flat_map(Setting::flags).collect());
    recorded.surroundings = Surroundings {
        gomaxprocs: Some(build.options.gomaxprocs),
        other_file_system: build.options.copies_target,
        ..build.program.surroundings.clone().unwrap_or_default()
    };
    let program = load(&recorded)?;
    Ok((recorded, program))
}
