//! `gostep why`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::error::CliError;
use super::program_args::read;
use super::text::shown;
use crate::terminal::why::text;
use gostep_course::words::Lang;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::why::{self, Kind, Report, Side};

/// Version of the JSON; it grows when a reader has to change.
const FORMAT: u32 = 1;

const HELP: &str = "\
Both files are of the same kind, which is found out: what `GODEBUG=gocachehash=1 go build …` prints to standard error, a log of \
`go build -x`, or what `go list -json -deps` prints. The first kind tells everything, down to the content of each file; a log \
shows flags and which tools ran; a list shows files, modules and flags for C, and with -export whether anything else differs. \
What a file does not show is told as not shown.

Exit code 0: nothing differs; 1: something does; 2: no such input, or wrong usage.";

/// `gostep why BEFORE AFTER`
#[derive(Args, Debug)]
#[command(args_override_self = true, after_help = HELP)]
pub struct WhyArgs {
    /// Of the first build (- is standard input)
    #[arg(value_name = "BEFORE")]
    before: String,
    /// Of the second build, of the same kind (- is standard input)
    #[arg(value_name = "AFTER")]
    after: String,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Document<'a> {
    gostep_why: u32,
    #[serde(flatten)]
    report: &'a Report,
}

/// Compares what two builds tell of themselves.
pub fn run(args: &WhyArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if args.before == "-" && args.after == "-" {
        return Err(CliError::Usage(said!("standard input (-) can be given for one file only")));
    }
    let (before, after) = (side(&args.before)?, side(&args.after)?);
    if before.kind != after.kind {
        return Err(CliError::Usage(said!(
            "{} is {}, and {} is {}; give two of the same kind",
            shown(&args.before),
            name(before.kind),
            shown(&args.after),
            name(after.kind)
        )));
    }
    let report = Report::of(&before, &after);
    let text = if args.json {
        let document = Document { gostep_why: FORMAT, report: &report };
        serde_json::to_string_pretty(&document).map_err(|error| CliError::Output(error.into()))? + "\n"
    } else {
        text(&report, lang, super::environment::width())
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(if report.is_same() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn side(path: &str) -> Result<Side, CliError> {
    let text = read(path)?;
    why::read(&text).map_err(|problem| CliError::Log { path: shown(path).to_owned(), problem: problem.said() })
}

fn name(kind: Kind) -> Said {
    match kind {
        Kind::Hashes => said!("the output of GODEBUG=gocachehash=1"),
        Kind::Log => said!("a log of go build"),
        Kind::List => said!("a package list"),
    }
}
