//! `gostep verify`.

use std::io::Write;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::error::CliError;
use super::program_args::{BuildFlags, ProgramArgs};
use super::text::{self, shown};
use super::verify_report;
use gostep_sim::gobuild::{Build, Machine};
use gostep_sim::program::{Program, ProgramError};
use gostep_sim::xlog::clean::cleaned;
use gostep_sim::xlog::compare;
use gostep_sim::xlog::comparison::{Comparison, Mismatch};
use gostep_sim::xlog::expected::Expected;
use gostep_sim::xlog::parse::{Kind, Log};
use gostep_sim::xlog::places::Places;
use gostep_sim::xlog::schedule::OrderProblem;

/// The most threads that the go command gives a compile while others run.
const MOST_THREADS: usize = 4;

const HELP: &str = "\
The log has to be one of a cold build, that is, with an empty GOCACHE. Build IDs, names of cache files and unknown \
checksums of modules are matched by their pattern of equality, not by value. GOROOT, GOCACHE, WORK, the directory of the \
command, -o, -v, -work, GOMAXPROCS and the version control stamp are taken from the log unless flags say otherwise; \
without -p, a log in which one action comes after the other is taken for one of -p 1. Colours, and what a build server \
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
pub fn run(args: &VerifyArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if args.log == "-" && args.program.reads_stdin() {
        return Err(CliError::Usage("standard input is either the log or the list; give one of them as a file".into()));
    }
    let text = read_log(&args.log)?;
    let mut log = Log::parse(&text);
    // The questions for the version of the main module depend on what the go command has cached about the repository.
    log.items.retain(|item| !matches!(&item.kind, Kind::ChangeDir(line) | Kind::Other(line) if asks_for_version(line)));
    check_is_log(&args.log, &log)?;
    let program = args.program.load()?;
    let case = Case::new(args, &log, &program);
    let (report, build) = case.compare(args)?;
    let told = verify_report::text(&report, &build, shown(&args.log));
    out.write_all(told.as_bytes()).map_err(CliError::Output)?;
    Ok(if report.problem.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether a line is a question to the repository for the version of the main module (since go1.24), or the time that
/// such a question took.
fn asks_for_version(line: &str) -> bool {
    line.contains("; git ")
        && (line.starts_with('/') || line.split_once("s # cd ").is_some_and(|(time, _)| is_time(time)))
}

fn is_time(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// A log and the program, moved to where the log was made.
struct Case<'a> {
    log: &'a Log,
    places: Places,
    program: Arc<Program>,
    dry_run: bool,
}

impl<'a> Case<'a> {
    fn new(args: &VerifyArgs, log: &'a Log, program: &Program) -> Self {
        let places = Places::of(log);
        let has = |wanted: fn(&Kind) -> bool| log.items.iter().any(|item| wanted(&item.kind));
        let dry_run = !has(|kind| matches!(kind, Kind::Work(_))) && has(|kind| matches!(kind, Kind::Banner(_)));
        let mut program = places.relocate(program);
        if let Some(dir) = &args.flags.dir {
            program.dir.clone_from(dir);
        }
        Self { log, places, program: Arc::new(program), dry_run }
    }

    /// Without `-p`, a log in which the actions follow one after the other is first compared as one of `-p 1`.
    fn compare(&self, args: &VerifyArgs) -> Result<(Comparison, Build), CliError> {
        let asked = self.compare_with(args, None)?;
        if args.flags.p.is_some() || self.dry_run || asked.0.problem.is_none() && !self.looks_sequential() {
            return Ok(asked);
        }
        let alone = self.compare_with(args, Some(1))?;
        if alone.0.problem.is_none() || (asked.0.problem.is_some() && self.looks_sequential()) {
            return Ok(alone);
        }
        self.with_more_workers(args, asked)
    }

    /// Compares with a higher number of workers if the log shows more actions at the same time than the assumed number
    /// allows. The log does not tell the number, so the smallest one that makes the order possible is used.
    fn with_more_workers(
        &self,
        args: &VerifyArgs,
        asked: (Comparison, Build),
    ) -> Result<(Comparison, Build), CliError> {
        let mut best = asked;
        while let Some(Mismatch::Order(order)) = &best.0.problem {
            let workers = best.1.options.workers;
            let more = match order {
                OrderProblem::TooMany { packages, .. } => packages.len(),
                OrderProblem::NotFirst { .. } if workers < self.program.packages.len() => 2 * workers,
                _ => break,
            };
            let other = self.compare_with(args, Some(more))?;
            if more <= workers
                || matches!(other.0.problem, Some(Mismatch::Order(OrderProblem::NotFirst { .. })))
                    && more >= self.program.packages.len()
            {
                break;
            }
            best = other;
        }
        Ok(best)
    }

    fn compare_with(&self, args: &VerifyArgs, workers: Option<usize>) -> Result<(Comparison, Build), CliError> {
        let mut options = args.flags.options(&self.program, self.dry_run)?;
        if let Some(threads) = self.places.threads.filter(|_| args.flags.gomaxprocs.is_none()) {
            // Compiles that run at the same time get at most four threads each, so the value is only a lower bound.
            let at_least = workers != Some(1) && threads >= MOST_THREADS && !self.dry_run;
            options.gomaxprocs = if at_least { options.gomaxprocs.max(threads) } else { threads };
            // One thread for each compile tells nothing about the workers, since GO19CONCURRENTCOMPILATION=0 has the
            // same effect.
            if args.flags.p.is_none() && self.dry_run && threads > MOST_THREADS {
                options.workers = 1;
            } else if args.flags.p.is_none() && threads > 1 {
                options.workers = self.program.go_flags.workers.unwrap_or(options.gomaxprocs);
            }
        }
        options.workers = workers.unwrap_or(options.workers);
        options.verbose |= args.flags.verbose.is_none() && self.is_verbose();
        options.copies_target = self.places.copied;
        if options.output.is_none() {
            options.output.clone_from(&self.places.output);
        }
        options.keep_work = !args.flags.no_work && !self.places.cleaned;
        if let Some(work) = self.places.work.as_ref().filter(|_| !self.dry_run) {
            options.work_dir.clone_from(work);
        }
        let build = Machine::default().build(&self.program, options)?;
        let report = compare::compare(self.log, &Expected::of(&build));
        Ok((report, build))
    }

    /// Whether the log has the names of packages that `-v` prints.
    fn is_verbose(&self) -> bool {
        let is_name = |line: &String| self.program.packages.iter().any(|package| package.import_path == *line);
        self.log.items.iter().any(|item| matches!(&item.kind, Kind::Other(line) if is_name(line)))
    }

    /// Whether the log never returns to an earlier object directory.
    fn looks_sequential(&self) -> bool {
        gostep_sim::xlog::is_sequential(self.log)
    }
}

fn read_log(path: &str) -> Result<String, CliError> {
    let unreadable = |source| ProgramError::Unreadable { path: path.to_owned(), source };
    let bytes = text::read_bytes(path).map_err(unreadable)?;
    let wrong = |problem: &str| CliError::Log { path: shown(path).to_owned(), problem: problem.to_owned() };
    if bytes.is_empty() {
        return Err(wrong("the log is empty; write a log with `go build -x -work 2> FILE`, on an empty cache"));
    }
    let give = "give the text that `go build -x -work` prints to standard error";
    text::decode(bytes).map(|text| cleaned(&text)).map_err(|what| wrong(&format!("this is {what}; {give}")))
}

fn check_is_log(path: &str, log: &Log) -> Result<(), CliError> {
    if log.items.iter().any(|item| !matches!(item.kind, Kind::Other(_))) {
        return Ok(());
    }
    let said = log.items.iter().find_map(|item| match &item.kind {
        Kind::Other(line) if line.starts_with("go: ") => Some(format!("; it says {line:?}")),
        _ => None,
    });
    let problem = format!(
        "no line of it is of `go build -x` or `go build -n`{}; write a log with `go build -x -work 2> FILE`",
        said.unwrap_or_default()
    );
    Err(CliError::Log { path: shown(path).to_owned(), problem })
}
