//! `gostep build`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::error::CliError;
use super::program_args::{BuildFlags, ProgramArgs, TimingsArgs, report_assumptions};
use gostep_course::words::Lang;
use gostep_sim::gobuild::{FaultKind, Machine, assumptions};
use gostep_sim::said;
use gostep_sim::xlog::{self, Transcript};

/// `gostep build [PROGRAM]`
#[derive(Args, Debug)]
#[command(args_override_self = true, after_help = fault_help())]
pub struct BuildArgs {
    #[command(flatten)]
    program: ProgramArgs,
    #[command(flatten)]
    flags: BuildFlags,
    #[command(flatten)]
    timings: TimingsArgs,
    /// Print what `go build -n` would print: the commands, without running them
    #[arg(short = 'n')]
    dry_run: bool,
    /// Print the events of the build instead, one JSON object a line
    #[arg(long)]
    json: bool,
}

/// Simulates a cold build and prints its transcript. The exit code is that of the go command.
pub fn run(args: &BuildArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if args.dry_run && args.timings.is_given() {
        return Err(CliError::Usage(said!("-n runs nothing, so --timings has no effect; leave one of them out")));
    }
    args.timings.check_stdin(args.program.reads_stdin())?;
    let program = args.timings.apply(args.program.load()?, lang)?;
    let options = args.flags.options(&program, args.dry_run)?;
    let assumed = assumptions::of(&program, &options);
    report_assumptions(&assumed, lang);
    let build = Machine::default().build(&program, options)?;
    if args.json {
        for line in xlog::json::lines(&build, &assumed) {
            let line = line.map_err(|error| CliError::Output(error.into()))?;
            out.write_all(line.as_bytes()).map_err(CliError::Output)?;
        }
        return Ok(ExitCode::from(build.exit_code()));
    }
    let mut transcript = Transcript::new(&build);
    out.write_all(transcript.header().as_bytes()).map_err(CliError::Output)?;
    for block in &mut transcript {
        out.write_all(block.text.as_bytes()).map_err(CliError::Output)?;
    }
    Ok(ExitCode::from(build.exit_code()))
}

fn fault_help() -> String {
    let lines: Vec<String> = FaultKind::list().lines().map(|line| format!("  {line}")).collect();
    format!("Faults:\n{}", lines.join("\n"))
}
