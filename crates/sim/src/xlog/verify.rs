//! Whether a log of a real build is the one that the simulation of its program writes.
//!
//! GOROOT, GOCACHE and the directories are taken from the log. So are the name of the executable, whether the work
//! directory was kept, and the number of workers, unless the user tells them.

use std::sync::Arc;

use thiserror::Error;

use super::clean::cleaned;
use super::compare;
use super::comparison::{Comparison, Mismatch};
use super::expected::Expected;
use super::is_sequential;
use super::parse::{Kind, Log};
use super::places::Places;
use super::schedule::OrderProblem;
use crate::gobuild::{Build, BuildOptions, Machine, OptionError};
use crate::program::Program;

/// The most threads that the go command gives a compile while others run.
const MOST_THREADS: usize = 4;

/// The most bytes of a line. The longest commands are those of the linker and of compiles of thousands of files; they have
/// some hundred kilobytes.
const LONGEST: usize = 1 << 20;

/// Why a text is no log that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoLog {
    /// There is nothing.
    #[error("the log is empty; write a log with `go build -x -work 2> FILE`, on an empty cache")]
    Empty,
    /// It is no text but this.
    #[error("this is {0}; give the text that `go build -x -work` prints to standard error")]
    NoText(String),
    /// It has a line that nobody wrote for a tool.
    #[error(
        "line {line} has {} MB, more than a command of go build ever has; remove it, or write a log with `go build -x -work 2> FILE`",
        .bytes.div_ceil(1_000_000)
    )]
    LongLine {
        /// Its number.
        line: usize,
        /// Its length.
        bytes: usize,
    },
    /// No line of it is one of a log.
    #[error(
        "no line of it is of `go build -x` or `go build -n`{}; write a log with `go build -x -work 2> FILE`",
        .said.as_ref().map_or(String::new(), |line| format!("; it says {line:?}"))
    )]
    NoCommand {
        /// What the go command says in it.
        said: Option<String>,
    },
}

/// Reads a log, without colours and without what a build server puts in front of every line.
///
/// # Errors
/// If the text is no log at all.
pub fn log(text: &str) -> Result<Log, NoLog> {
    if text.is_empty() {
        return Err(NoLog::Empty);
    }
    if let Some((at, long)) = text.lines().enumerate().find(|(_, line)| line.len() > LONGEST) {
        return Err(NoLog::LongLine { line: at + 1, bytes: long.len() });
    }
    let mut log = Log::parse(&cleaned(text));
    // The questions for the version of the main module depend on what the go command has cached about the repository.
    log.items.retain(|item| !matches!(&item.kind, Kind::ChangeDir(line) | Kind::Other(line) if asks_for_version(line)));
    if log.items.iter().any(|item| !matches!(item.kind, Kind::Other(_))) {
        return Ok(log);
    }
    let said = log.items.into_iter().find_map(|item| match item.kind {
        Kind::Other(line) if line.starts_with("go: ") => Some(line),
        _ => None,
    });
    Err(NoLog::NoCommand { said })
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

/// What is known of a build besides its log.
#[expect(missing_debug_implementations, reason = "it holds a function")]
pub struct Known<'a, E> {
    /// The options of the build of a program; the second argument is whether it was a dry run.
    pub options: &'a dyn Fn(&Program, bool) -> Result<BuildOptions, E>,
    /// The directory of the command, if it is not the one that the log shows.
    pub dir: Option<&'a str>,
    /// Whether the options have the number of workers that was given, and not an assumed one.
    pub workers: bool,
    /// The same of GOMAXPROCS.
    pub gomaxprocs: bool,
    /// The same of `-v`.
    pub verbose: bool,
    /// Whether the work directory was not kept, whatever the log shows.
    pub cleans: bool,
}

/// Compares a log with the simulation of a program, and gives the build that was simulated.
///
/// # Errors
/// If the program cannot be built with these options.
pub fn verify<E: From<OptionError>>(
    log: &Log,
    program: &Program,
    known: &Known<'_, E>,
) -> Result<(Comparison, Build), E> {
    Case::new(log, program, known).compare()
}

/// A log and the program, moved to where the log was made.
struct Case<'a, E> {
    log: &'a Log,
    known: &'a Known<'a, E>,
    places: Places,
    program: Arc<Program>,
    dry_run: bool,
}

impl<'a, E: From<OptionError>> Case<'a, E> {
    fn new(log: &'a Log, program: &Program, known: &'a Known<'a, E>) -> Self {
        let places = Places::of(log);
        let has = |wanted: fn(&Kind) -> bool| log.items.iter().any(|item| wanted(&item.kind));
        let dry_run = !has(|kind| matches!(kind, Kind::Work(_))) && has(|kind| matches!(kind, Kind::Banner(_)));
        let mut program = places.relocate(program);
        if let Some(dir) = known.dir {
            dir.clone_into(&mut program.dir);
        }
        Self { log, known, places, program: Arc::new(program), dry_run }
    }

    /// Without `-p`, a log in which the actions follow one after the other is first compared as one of `-p 1`.
    fn compare(&self) -> Result<(Comparison, Build), E> {
        let asked = self.compare_with(None)?;
        // With another number of workers these would be found again.
        if let Some(
            Mismatch::Foreign { .. } | Mismatch::NoStart | Mismatch::SeveralLogs { .. } | Mismatch::NothingBuilt,
        ) = asked.0.problem
        {
            return Ok(asked);
        }
        if self.known.workers || self.dry_run || asked.0.problem.is_none() && !self.looks_sequential() {
            return Ok(asked);
        }
        let alone = self.compare_with(Some(1))?;
        if alone.0.problem.is_none() || (asked.0.problem.is_some() && self.looks_sequential()) {
            return Ok(alone);
        }
        self.with_more_workers(asked)
    }

    /// Compares with a higher number of workers if the log shows more actions at the same time than the assumed number
    /// allows. The log does not tell the number, so the smallest one that makes the order possible is used.
    fn with_more_workers(&self, asked: (Comparison, Build)) -> Result<(Comparison, Build), E> {
        let mut best = asked;
        while let Some(Mismatch::Order(order)) = &best.0.problem {
            let workers = best.1.options.workers;
            let more = match order {
                OrderProblem::TooMany { packages, .. } => packages.len(),
                OrderProblem::NotFirst { .. } if workers < self.program.packages.len() => 2 * workers,
                _ => break,
            };
            let other = self.compare_with(Some(more))?;
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

    fn compare_with(&self, workers: Option<usize>) -> Result<(Comparison, Build), E> {
        let known = self.known;
        let mut options = (known.options)(&self.program, self.dry_run)?;
        if let Some(threads) = self.places.threads.filter(|_| !known.gomaxprocs) {
            // Compiles that run at the same time get at most four threads each, so the value is only a lower bound.
            let at_least = workers != Some(1) && threads >= MOST_THREADS && !self.dry_run;
            options.gomaxprocs = if at_least { options.gomaxprocs.max(threads) } else { threads };
            // One thread for each compile tells nothing about the workers, since GO19CONCURRENTCOMPILATION=0 has the
            // same effect.
            if !known.workers && self.dry_run && threads > MOST_THREADS {
                options.workers = 1;
            } else if !known.workers && threads > 1 {
                options.workers = self.program.go_flags.workers.unwrap_or(options.gomaxprocs);
            }
        }
        options.workers = workers.unwrap_or(options.workers);
        options.verbose |= !known.verbose && self.is_verbose();
        options.copies_target = self.places.copied;
        if options.output.is_none() {
            options.output.clone_from(&self.places.output);
        }
        options.keep_work = !known.cleans && !self.places.cleaned;
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
        is_sequential(self.log)
    }
}
