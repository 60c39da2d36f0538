//! `gostep workers`.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::error::CliError;
use super::program_args::{BuildFlags, ListArgs, TimingsArgs};
use crate::terminal::workers::{Story, text};
use crate::terminal::workers_json::Document;
use gostep_course::words::Lang;
use gostep_sim::gobuild::waits::Waits;
use gostep_sim::program::SAMPLE;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::workers::Study;

const HELP: &str = "\
Every time is one of the logical clock: an action takes as long with many workers as with one. On a real machine actions \
share the processors, so that each gets slower when more of them run at once.";

/// `gostep workers [PROGRAM]`
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub struct WorkersArgs {
    /// A program that comes with gostep, or a file that `gostep import` wrote [default: that of --timings, else hello]
    #[arg(value_name = "PROGRAM", conflicts_with = "list")]
    program: Option<String>,
    #[command(flatten)]
    list: ListArgs,
    #[command(flatten)]
    flags: BuildFlags,
    #[command(flatten)]
    timings: TimingsArgs,
    /// Say also who runs and who waits for whom at this moment
    #[arg(long, value_name = "MS", allow_hyphen_values = true, value_parser = micros)]
    at: Option<u64>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// Reads milliseconds, possibly with decimals, as microseconds.
fn micros(text: &str) -> Result<u64, Said> {
    const MOST: f64 = 1e12;
    let ms: f64 = text.parse().map_err(|_| said!("not a number of milliseconds, such as 660 or 660.5"))?;
    if ms > MOST {
        return Err(said!("no build takes so long"));
    }
    if !(0.0..=MOST).contains(&ms) {
        return Err(said!("a build begins at 0 ms"));
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    let micros = (ms * 1000.0).round() as u64;
    Ok(micros)
}

/// Simulates the build with several numbers of workers and reports where its time goes.
pub fn run(args: &WorkersArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    args.timings.check_stdin(args.list.reads_stdin() || args.program.as_deref() == Some("-"))?;
    let graph = if args.program.is_none() && !args.list.is_given() { args.timings.graph()? } else { None };
    let program = match &graph {
        Some(graph) => Arc::new(graph.program.clone()),
        None => args.timings.apply(args.list.load_or(args.program.as_deref().unwrap_or(SAMPLE))?, lang)?,
    };
    let options = args.flags.options(&program, false)?;
    let study = Study::of(&program, &options)?;
    let waits = args.at.map(|time| Waits::at(&study.build, time));
    let story =
        Story { study: &study, recorded: program.packages_with_duration(), graph: graph.as_ref(), at: waits.as_ref() };
    let text = if args.json {
        serde_json::to_string_pretty(&Document::of(&story)).map_err(|error| CliError::Output(error.into()))? + "\n"
    } else {
        text(&story, lang, super::environment::width())
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
