//! `gostep lesson`: what instructors have.

mod check;

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::error::CliError;

/// `gostep lesson`
#[derive(Args, Debug)]
pub struct LessonArgs {
    #[command(subcommand)]
    command: LessonCommand,
}

#[derive(Debug, Subcommand)]
enum LessonCommand {
    /// Find everything that is wrong with lessons and their translations
    Check(check::CheckArgs),
}

/// Runs the command.
pub fn run(args: &LessonArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    match &args.command {
        LessonCommand::Check(args) => check::run(args, out),
    }
}
