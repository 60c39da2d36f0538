//! `gostep explain`.

mod source;
mod stepped;

use std::io::Write;
use std::process::ExitCode;

use clap::Args;

use super::environment;
use super::error::CliError;
use super::screen_flags::ScreenFlags;
use crate::terminal::explain::{self, Explained, WRITTEN, about_packages, json, overview};
use gostep_course::words::{Lang, of_commands};
use gostep_sim::reading::{Entry, Reading};
use gostep_sim::said::Said;
use source::Source;

const HELP: &str = "\
In a terminal the log has the whole screen and is stepped like a lesson, ? shows the keys; in a pipe and with --plain, what \
it shows is printed, and so is a part that is asked for.

The log may be of go build, install, run, vet or test, with -x or -n, of any release; of Linux, macOS or Windows; whole or \
an excerpt; with a prompt, quotes, colours, and what a build server puts in front of every line. No program and no Go is \
needed. What the log does not show is said to be not shown.

Exit code 0: explained; 2: no log, or wrong usage.";

/// `gostep explain LOG`
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub struct ExplainArgs {
    /// What the go command printed (- is standard input)
    #[arg(value_name = "LOG")]
    log: String,
    /// Only what stands in this line; LOG:N is the same
    #[arg(long, value_name = "N", conflicts_with_all = ["package", "grep"])]
    line: Option<usize>,
    /// Only this package, line by line
    #[arg(long, value_name = "PATH", conflicts_with = "grep")]
    package: Option<String>,
    /// Only lines with this text
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    grep: Option<String>,
    /// Every line, word by word
    #[arg(long, conflicts_with_all = ["grep", "line", "package"])]
    full: bool,
    /// Print everything as JSON
    #[arg(long)]
    json: bool,
    /// Print the text, also in a terminal
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    screen: ScreenFlags,
}

/// What of a log is explained.
enum Part<'a> {
    Overview,
    All,
    Line(usize),
    Package(&'a str),
    Text(&'a str),
}

impl Part<'_> {
    /// Why it cannot be explained: the log does not have it.
    fn problem(&self, reading: &Reading, lang: Lang) -> Option<String> {
        match self {
            Self::Line(line) if *line == 0 || *line > reading.lines => {
                Some(of_commands(lang).reading.no_line.with([line, &reading.lines]))
            }
            Self::Package(path) if !reading.packages.iter().any(|package| package.path.as_deref() == Some(path)) => {
                let failed = reading.failures.iter().any(|failure| names(failure.package.as_deref(), path));
                (!failed).then(|| no_package(reading, path, lang))
            }
            _ => None,
        }
    }

    fn takes(&self, reading: &Reading, entry: &Entry) -> bool {
        match self {
            Self::Overview => false,
            Self::All => true,
            Self::Line(line) => (entry.line..entry.line + entry.lines.max(1)).contains(line),
            Self::Package(path) => {
                let of_objdir = reading.package_of(entry).and_then(|package| package.path.as_deref());
                of_objdir == Some(path) || names(entry.about.as_deref(), path) || entry.text == *path
            }
            Self::Text(text) => entry.text.contains(text) || entry.body.contains(text),
        }
    }
}

/// Reads a log, and explains it or a part of it.
pub fn run(args: &ExplainArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let (path, line) = with_line(&args.log);
    let source = Source::open(path, lang)?;
    let words = &of_commands(lang).reading;
    let name = if path == "-" { words.stdin } else { path };
    let part = match (args.line.or(line), &args.package, &args.grep) {
        (Some(line), ..) => Part::Line(line),
        (_, Some(package), _) => Part::Package(package),
        (_, _, Some(text)) => Part::Text(text),
        _ if args.full || args.json => Part::All,
        _ => Part::Overview,
    };
    if matches!(part, Part::Overview) && stepped::takes_screen(args.plain) {
        return stepped::run(&source, name, lang, &args.screen);
    }
    let reading = source.reading(|_| ())?;
    let view = Explained {
        reading: &reading,
        log: name,
        lang,
        width: environment::width(),
        colour: environment::colour(),
        written: WRITTEN,
    };
    if let Part::Overview = part {
        out.write_all(overview(view).as_bytes()).map_err(CliError::Output)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(problem) = part.problem(&reading, lang) {
        return Err(CliError::Usage(Said::told(problem)));
    }
    let mut written = 0;
    if args.json {
        json::begin(view, out).map_err(CliError::Output)?;
    } else if let Part::Package(path) = part {
        out.write_all(about_packages(view, path).as_bytes()).map_err(CliError::Output)?;
    }
    source.entries(|entry| {
        if !part.takes(&reading, entry) {
            return Ok(());
        }
        written += 1;
        if args.json {
            json::entry(view, entry, written == 1, out)
        } else {
            out.write_all(explain::entry(view, entry).as_bytes())
        }
    })?;
    match part {
        _ if args.json => json::end(out).map_err(CliError::Output)?,
        Part::Text(text) if written == 0 => return Err(CliError::Usage(Said::told(words.no_match.with([&text])))),
        _ => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Whether a heading of output names a package: `fmt [fmt.test]` is fmt, compiled for its test.
fn names(heading: Option<&str>, path: &str) -> bool {
    heading.is_some_and(|heading| heading == path || heading.split(" [").next() == Some(path))
}

/// The log, and the line behind it. A file with that name is the log itself.
fn with_line(log: &str) -> (&str, Option<usize>) {
    let split = log.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    match split {
        Some((path, line)) if !path.is_empty() && !std::path::Path::new(log).exists() => (path, Some(line)),
        _ => (log, None),
    }
}

/// Which packages there are that are called like the one that was asked for.
fn no_package(reading: &Reading, package: &str, lang: Lang) -> String {
    let words = &of_commands(lang).reading;
    let paths: Vec<&str> = reading.packages.iter().filter_map(|package| package.path.as_deref()).collect();
    let near = gostep_sim::suggest::nearest(package, paths.iter().copied());
    let mut said = words.no_package.with([&package]);
    if let Some(near) = near {
        said.push_str("; ");
        said.push_str(&words.did_you_mean.with([&near]));
    }
    said
}
