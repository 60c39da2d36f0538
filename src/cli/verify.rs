//! `gostep verify`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::error::CliError;
use super::program_args::{BuildFlags, ProgramArgs};
use super::text::{self, shown};
use crate::terminal::verify;
use gostep_course::words::Lang;
use gostep_sim::decode::decode;
use gostep_sim::program::ProgramError;
use gostep_sim::said;
use gostep_sim::xlog::verify::{NoLog, VerifyError, log, verify as compare};

const HELP: &str = "\
The log has to be one of a cold build, that is, with an empty GOCACHE. Build IDs, names of cache files and unknown \
checksums of modules are matched by their pattern of equality, not by value. GOROOT, GOCACHE, WORK, the command (build, install or run), \
its directory, -o, -v, -work, GOMAXPROCS and the version control stamp are taken from the log unless flags say otherwise, and \
so are -trimpath, -tags, -buildmode, -pgo, -gcflags, -asmflags, -ldflags, the architecture level (GOAMD64), CGO_ENABLED, CC, CXX and \
CGO_CFLAGS; the report names those that the program does not bring along. \
Without -p, a log in which one action comes after the other is taken for one of -p 1. Colours, and what a build server \
puts in front of every line, are taken off.

Exit code 0: equal; 1: the log differs, with the first difference shown; 2: not a log, or wrong usage.";

/// `gostep verify LOG [PROGRAM]`
#[derive(Args, Debug)]
#[command(args_override_self = true, after_help = HELP)]
pub struct VerifyArgs {
    /// What `go build -x -work` or `go build -n` printed (- is standard input)
    #[arg(value_name = "LOG")]
    log: String,
    #[command(flatten)]
    program: ProgramArgs,
    #[command(flatten)]
    flags: BuildFlags,
}

/// Compares a log with the simulation. GOROOT, GOCACHE and the directories are taken from the log. So are the name of
/// the executable and whether the work directory was kept, unless flags tell it.
pub fn run(args: &VerifyArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if args.log == "-" && args.program.reads_stdin() {
        return Err(CliError::Usage(said!("standard input is either the log or the list; give one of them as a file")));
    }
    let log = log(&read_log(&args.log)?).map_err(|problem| wrong(&args.log, &problem))?;
    let program = args.program.load()?;
    let (report, build) = compare(&log, &program, &args.flags.given()).map_err(|problem| match problem {
        VerifyError::Flags(problem) => CliError::from(problem),
        VerifyError::Options(problem) => problem.into(),
    })?;
    out.write_all(verify::text(&report, &build, shown(&args.log), lang).as_bytes()).map_err(CliError::Output)?;
    Ok(if report.problem.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read_log(path: &str) -> Result<String, CliError> {
    let unreadable = |source| ProgramError::Unreadable { path: path.to_owned(), source };
    let bytes = text::read_bytes(path).map_err(unreadable)?;
    decode(bytes).map_err(|what| wrong(path, &NoLog::NoText(what)))
}

fn wrong(path: &str, problem: &NoLog) -> CliError {
    CliError::Log { path: shown(path).to_owned(), problem: problem.said() }
}
