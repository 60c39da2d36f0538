//! `gostep run`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::error::CliError;
use super::text;
use gostep_course::words::{self, Lang};
use gostep_sim::gorun::{Event, EventKind, Program, Setting, trace};

/// The program that the course is about.
const SAMPLE: &str = include_str!("../../lessons/programs/hello/main.go");

/// `gostep run [FILE]`
#[derive(Args, Debug)]
#[command(after_help = "\
What can be run is a part of Go: functions and closures, whole numbers, strings, durations, slices to go through, loops, \
defer, panic and recover, go, channels and select; of packages fmt, os, runtime, sync and time what a lesson about \
goroutines needs. Everything else is refused by name, with its line.")]
pub struct RunArgs {
    /// The program: a file of Go source, `-` for standard input [default: the program of the course]
    file: Option<String>,
    /// Print everything that happens instead: microseconds, thread, P, and the event in the words of the runtime
    #[arg(long)]
    trace: bool,
}

/// Simulates the run of a program and prints what it prints, and when. The exit code is that of the program.
pub fn run(args: &RunArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let file = args.file.as_deref().unwrap_or("main.go");
    let wrong = |problem: String| CliError::Source { path: text::shown(file).to_owned(), problem };
    let source = match &args.file {
        None => SAMPLE.to_owned(),
        Some(file) => {
            let bytes = text::read_bytes(file).map_err(|error| wrong(error.to_string()))?;
            String::from_utf8(bytes)
                .map_err(|_| wrong("this is not text in UTF-8, so it is no Go source".to_owned()))?
        }
    };
    let program = Program::parse(&source, file).map_err(|error| wrong(error.to_string()))?;
    let events = program.run(&Setting::default()).map_err(|error| wrong(error.to_string()))?;
    if args.trace {
        for line in trace::lines(&events) {
            out.write_all(line.as_bytes()).map_err(CliError::Output)?;
        }
    } else {
        printed(&events, lang, out).map_err(CliError::Output)?;
    }
    Ok(ExitCode::from(status(&events)))
}

fn status(events: &[Event]) -> u8 {
    let status = |event: &Event| if let EventKind::Exited(status) = event.kind { Some(status) } else { None };
    events.iter().rev().find_map(status).unwrap_or_default()
}

/// What the program prints, with the moment in front of every line, and how it ends.
fn printed(events: &[Event], lang: Lang, out: &mut dyn Write) -> std::io::Result<()> {
    let words = &words::of_commands(lang).run;
    for event in events {
        let seconds = format!("{:>10.6} s", std::time::Duration::from_nanos(event.time).as_secs_f64());
        match &event.kind {
            EventKind::Wrote { text, .. } => {
                for line in text.lines() {
                    writeln!(out, "{seconds}  {line}")?;
                }
            }
            EventKind::Exited(status) => {
                writeln!(out, "{seconds}  {}", words.ended.with([status]))?;
            }
            _ => {}
        }
    }
    writeln!(out, "\n{}", words.one_of_many)
}
