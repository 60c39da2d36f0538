//! Whether a log of a real build is the one that the simulation of its program writes.
//!
//! GOROOT, GOCACHE and the directories are taken from the log. So are the flags of the build, its settings, and the number
//! of workers, unless the user tells them.

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
use super::setting::Setting;
use super::shown::Shown;
use super::taken::Wanted;
use super::trials;
use crate::gobuild::{Build, CommandFlags, FlagError, Machine, OptionError};
use crate::program::Program;
use crate::said::Said;

/// The most threads that the go command gives a compile while others run.
const MOST_THREADS: usize = 4;

/// The most bytes of a line. The longest commands are those of the linker and of compiles of thousands of files; they have
/// some hundred kilobytes.
const LONGEST: usize = 1 << 20;

/// Why a text is no log that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.said())]
pub enum NoLog {
    /// There is nothing.
    Empty,
    /// It is no text but this.
    NoText(Said),
    /// It has a line that nobody wrote for a tool.
    LongLine {
        /// Its number.
        line: usize,
        /// Its length.
        bytes: usize,
    },
    /// Its lines stand within events.
    Events {
        /// The first event.
        line: usize,
    },
    /// No line of it is one of a log.
    NoCommand {
        /// What the go command says in it.
        said: Option<String>,
    },
}

impl NoLog {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Empty => said!("the log is empty; write a log with `go build -x -work 2> FILE`, on an empty cache"),
            Self::NoText(value) => {
                said!("this is {value}; give the text that `go build -x -work` prints to standard error", value)
            }
            Self::LongLine { line, bytes, .. } => said!(
                "line {line} has {} MB, more than a command of go build ever has; remove it, or write a log with `go build -x -work 2> FILE`",
                bytes.div_ceil(1_000_000),
                line
            ),
            Self::Events { line, .. } => said!(
                "line {line} is an event of `go build -json`, whose lines cannot be compared; write a log without -json: \
         `go build -x -work 2> FILE` (`gostep explain` reads this one)",
                line
            ),
            Self::NoCommand { said } => {
                let says = said.as_ref().map(|line| said!("; it says {line:?}", line)).unwrap_or_default();
                said!(
                    "no line of it is of `go build -x` or `go build -n`{says}; write a log with `go build -x -work 2> FILE`",
                    says
                )
            }
        }
    }
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
    let event = log.items.iter().find(|item| matches!(&item.kind, Kind::Other(line) if is_event(line)));
    if let Some(event) = event {
        return Err(NoLog::Events { line: event.line });
    }
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

/// Whether a line is one in which `-json` tells what is printed.
fn is_event(line: &str) -> bool {
    line.starts_with("{\"ImportPath\":") && line.contains("\"Action\":\"build-")
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

/// Why a program cannot be built with flags that the user gave, or that it brings along.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum VerifyError {
    /// A flag does not go together with the program.
    Flags(#[from] FlagError),
    /// A tool would refuse its flags.
    Options(#[from] OptionError),
}

impl VerifyError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Flags(error) => error.said(),
            Self::Options(error) => error.said(),
        }
    }
}

/// Compares a log with the simulation of a program, and gives the build that was simulated. Flags that are not given are
/// taken from the log.
///
/// # Errors
/// If the program cannot be built with the flags that were given.
pub fn verify(log: &Log, program: &Program, given: &CommandFlags) -> Result<(Comparison, Build), VerifyError> {
    Case::new(log, program, given).compare()
}

/// A log and the program, moved to where the log was made.
struct Case<'a> {
    log: &'a Log,
    given: &'a CommandFlags,
    places: Places,
    program: Program,
    wanted: Wanted,
    dry_run: bool,
}

impl<'a> Case<'a> {
    fn new(log: &'a Log, program: &Program, given: &'a CommandFlags) -> Self {
        let places = Places::of(log);
        let has = |wanted: fn(&Kind) -> bool| log.items.iter().any(|item| wanted(&item.kind));
        let dry_run = !has(|kind| matches!(kind, Kind::Work(_))) && has(|kind| matches!(kind, Kind::Banner(_)));
        let mut program = places.relocate(program);
        if let Some(dir) = &given.dir {
            program.dir.clone_from(dir);
        }
        let wanted = Wanted::of(&Shown::of(log), &program, given);
        Self { log, given, places, program, wanted, dry_run }
    }

    fn compare(&self) -> Result<(Comparison, Build), VerifyError> {
        let settings = &self.wanted.settings;
        let (mut report, build) = match self.compare_taking(settings) {
            Err(refused) if !settings.is_empty() => {
                let (to_blame, (mut report, build)) = self.without_refused()?;
                if is_comparable(&report) {
                    report.problem = Some(Mismatch::Refused { settings: to_blame, problem: refused.to_string() });
                }
                (report, build)
            }
            compared => self.without_false_ones(compared?),
        };
        if is_comparable(&report) {
            report.against.clone_from(&self.wanted.against);
        } else {
            report.taken.clear();
        }
        if let Some(other) = &self.wanted.other
            && is_comparable(&report)
        {
            report.problem = Some(Mismatch::OtherToolchain(other.clone()));
        } else if let Some(log) = &self.wanted.other_instruments
            && is_comparable(&report)
        {
            let (log, program) = (log.clone(), self.program.instruments.clone());
            report.problem = Some(Mismatch::OtherInstruments { log, program });
        } else if let Some(log) = &self.wanted.other_experiments
            && is_comparable(&report)
        {
            let (log, program) = (log.clone(), self.program.toolchain.experiments.given.clone());
            report.problem = Some(Mismatch::OtherExperiments { log, program });
        }
        Ok((report, build))
    }

    /// Compares without the one setting that is refused, and tells which it is. If no single one is to blame, all are.
    fn without_refused(&self) -> Result<(Vec<Setting>, (Comparison, Build)), VerifyError> {
        let settings = &self.wanted.settings;
        for refused in settings {
            let others: Vec<Setting> = settings.iter().filter(|other| *other != refused).cloned().collect();
            if let Ok(compared) = self.compare_taking(&others) {
                return Ok((vec![refused.clone()], compared));
            }
        }
        Ok((settings.clone(), self.compare_taking(&[])?))
    }

    /// A setting that makes the log differ in more lines than without it was read from a line that is damaged.
    fn without_false_ones(&self, mut best: (Comparison, Build)) -> (Comparison, Build) {
        for setting in &self.wanted.settings {
            let Some(Mismatch::Differs { more, .. }) = best.0.problem else { break };
            let others: Vec<Setting> = best.0.taken.iter().filter(|other| *other != setting).cloned().collect();
            if let Ok(other) = self.compare_taking(&others)
                && !matches!(other.0.problem, Some(Mismatch::Differs { more: still, .. }) if still >= more)
            {
                best = other;
            }
        }
        best
    }

    /// Compares with some of the settings that the log shows.
    fn compare_taking(&self, settings: &[Setting]) -> Result<(Comparison, Build), VerifyError> {
        let (mut program, mut flags) = (self.program.clone(), self.given.clone());
        for setting in settings {
            setting.apply(&mut program, &mut flags);
        }
        self.places.find_command(&program, &mut flags);
        let case = Taking { case: self, program: Arc::new(program), flags };
        let (mut report, build) = case.compare()?;
        report.taken = settings.to_vec();
        Ok((report, build))
    }
}

/// Whether a log is one of a build that can be compared, though there may be differences.
fn is_comparable(report: &Comparison) -> bool {
    !matches!(
        report.problem,
        Some(
            Mismatch::Foreign { .. }
                | Mismatch::NoStart
                | Mismatch::SeveralLogs { .. }
                | Mismatch::NothingBuilt { .. }
                | Mismatch::SeveralPrograms { .. }
                | Mismatch::Failed { .. }
        )
    )
}

/// A comparison with certain flags and settings. What is left to be found is the number of workers.
struct Taking<'a> {
    case: &'a Case<'a>,
    program: Arc<Program>,
    flags: CommandFlags,
}

impl Taking<'_> {
    /// Without `-p`, a log in which the actions follow one after the other is first compared as one of `-p 1`.
    fn compare(&self) -> Result<(Comparison, Build), VerifyError> {
        let asked = self.compare_with(None)?;
        // With another number of workers these would be found again.
        if let Some(
            Mismatch::Foreign { .. }
            | Mismatch::NoStart
            | Mismatch::SeveralLogs { .. }
            | Mismatch::NothingBuilt { .. }
            | Mismatch::SeveralPrograms { .. },
        ) = asked.0.problem
        {
            return Ok(asked);
        }
        let decided = self.flags.workers.is_some() || self.case.dry_run;
        if decided || asked.0.problem.is_none() && !self.looks_sequential() {
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
    fn with_more_workers(&self, asked: (Comparison, Build)) -> Result<(Comparison, Build), VerifyError> {
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

    fn compare_with(&self, workers: Option<usize>) -> Result<(Comparison, Build), VerifyError> {
        let (Case { places, dry_run, .. }, flags) = (self.case, &self.flags);
        let mut options = flags.options(&self.program, *dry_run)?;
        if let Some(threads) = places.threads.filter(|_| flags.gomaxprocs.is_none()) {
            // Compiles that run at the same time get at most four threads each, so the value is only a lower bound.
            let at_least = workers != Some(1) && threads >= MOST_THREADS && !dry_run;
            options.gomaxprocs = if at_least { options.gomaxprocs.max(threads) } else { threads };
            // One thread for each compile tells nothing about the workers, since GO19CONCURRENTCOMPILATION=0 has the
            // same effect.
            if flags.workers.is_none() && *dry_run && threads > MOST_THREADS {
                options.workers = 1;
            } else if flags.workers.is_none() && threads > 1 {
                options.workers = self.program.go_flags.workers.unwrap_or(options.gomaxprocs);
            }
        }
        options.workers = workers.unwrap_or(options.workers);
        options.verbose |= flags.verbose.is_none() && self.is_verbose();
        options.copies_target = places.copied;
        options.keep_work = !flags.no_work && !places.cleaned;
        if let Some(work) = places.work.as_ref().filter(|_| !dry_run) {
            options.work_dir.clone_from(work);
        }
        let mut machine = Machine::default();
        trials::remember(self.case.log, &self.program.toolchain, &mut machine.cache);
        let build = machine.build(&self.program, options)?;
        let report = compare::compare(self.case.log, &Expected::of(&build));
        Ok((report, build))
    }

    /// Whether the log has the names of packages that `-v` prints.
    fn is_verbose(&self) -> bool {
        let is_name = |line: &String| self.program.packages.iter().any(|package| package.import_path == *line);
        self.case.log.items.iter().any(|item| matches!(&item.kind, Kind::Other(line) if is_name(line)))
    }

    /// Whether the log never returns to an earlier object directory.
    fn looks_sequential(&self) -> bool {
        is_sequential(self.case.log)
    }
}
