//! `gostep run`.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use clap::value_parser;
use serde::Serialize;

use super::error::CliError;
use super::text;
use gostep_course::words::run::RunWords;
use gostep_course::words::{self, Lang};
use gostep_sim::gorun::{Change, Event, EventKind, GId, GStatus, Program, SAMPLE, Setting, State, trace};

/// So many goroutines that were left are named, and so many kinds of outcomes.
const NAMED: usize = 10;
/// The most Ps; the runtime takes more, but no more can be followed.
const MOST_PS: u64 = 256;

/// `gostep run [FILE] [CHANGE…]`
#[derive(Args, Debug)]
#[command(after_help = "\
Changes of the program: sleep=4s (main sleeps for so long), no-sleep, gosched (main gives way instead), deadlock (it waits \
for nobody), panic, exit=3 and busy (what the goroutine does instead of sleeping), goroutines=1000; and of how it is run: \
async-preempt=off, closed-stdout.

What can be run is a part of Go: functions and closures, whole numbers, strings, durations, slices to go through, loops, \
defer, panic and recover, go, channels and select; of packages fmt, os, runtime, sync and time what a lesson about \
goroutines needs. Everything else is refused by name, with its line.")]
pub struct RunArgs {
    /// A file of Go source (its name ends in .go, - is standard input), and changes of it [default: the program of the course]
    #[arg(value_name = "FILE|CHANGE")]
    words: Vec<String>,
    /// How many Ps there are
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = value_parser!(u64).range(1..=MOST_PS))]
    gomaxprocs: u64,
    /// Take the way that belongs to this number, instead of the usual times
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Run it so many times, with seeds from 0, and count how it comes out
    #[arg(long, value_name = "N", conflicts_with_all = ["seed", "trace", "json"], value_parser = value_parser!(u64).range(1..=100_000))]
    runs: Option<u64>,
    /// Print everything that happens instead: microseconds, thread, P, and the event in the words of the runtime
    #[arg(long, conflicts_with = "json")]
    trace: bool,
    /// Print the run as JSON: how it was run, what it printed, how it ended, and every event
    #[arg(long)]
    json: bool,
    /// Print the program after the changes, and do not run it
    #[arg(long, conflicts_with_all = ["runs", "trace", "json"])]
    source: bool,
}

/// What is run, and how.
struct Subject {
    file: String,
    source: String,
    changes: Vec<Change>,
    setting: Setting,
}

impl Subject {
    fn of(args: &RunArgs) -> Result<Self, CliError> {
        let is_file = |word: &&String| {
            *word == "-"
                || *word == "."
                || std::path::Path::new(word).extension().is_some_and(|end| end == "go")
                || word.contains('/')
        };
        let files: Vec<&String> = args.words.iter().filter(is_file).collect();
        if let [_, second, ..] = files[..] {
            return Err(CliError::Usage(gostep_sim::said!("{second}: only one program can be run", second)));
        }
        let file = files.first().map_or("main.go", |file| file.as_str()).to_owned();
        let wrong = |problem: String| CliError::Source { path: text::shown(&file).to_owned(), problem };
        let mut source = if files.is_empty() {
            SAMPLE.to_owned()
        } else {
            let bytes = text::read_bytes(&file).map_err(|error| wrong(error.to_string()))?;
            String::from_utf8(bytes)
                .map_err(|_| wrong("this is not text in UTF-8, so it is no Go source".to_owned()))?
        };
        let mut setting = Setting {
            gomaxprocs: usize::try_from(args.gomaxprocs).unwrap_or(1),
            seed: args.seed,
            ..Setting::default()
        };
        let mut changes = Vec::new();
        for word in args.words.iter().filter(|word| !is_file(word)) {
            let change = Change::parse(word).map_err(CliError::Usage)?;
            source = change.source(&source).map_err(CliError::Usage)?;
            change.apply(&mut setting);
            changes.push(change);
        }
        Ok(Self { file, source, changes, setting })
    }

    fn wrong(&self, problem: String) -> CliError {
        CliError::Source { path: text::shown(&self.file).to_owned(), problem }
    }

    fn program(&self) -> Result<Program, CliError> {
        Program::parse(&self.source, &self.file).map_err(|error| self.wrong(error.to_string()))
    }

    fn run(&self, program: &Program, seed: Option<u64>) -> Result<Vec<Event>, CliError> {
        let setting = Setting { seed, ..self.setting.clone() };
        program.run(&setting).map_err(|error| self.wrong(error.to_string()))
    }
}

/// Simulates the run of a program and prints what it prints, and when. The exit code is that of the program.
pub fn run(args: &RunArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let words = &words::of_commands(lang).run;
    let subject = Subject::of(args)?;
    if args.source {
        out.write_all(subject.source.as_bytes()).map_err(CliError::Output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let program = subject.program()?;
    if let Some(runs) = args.runs {
        let text = outcomes(&subject, &program, runs, words)?;
        out.write_all(text.as_bytes()).map_err(CliError::Output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let events = subject.run(&program, args.seed)?;
    let state = State::after(&events);
    let text = if args.json {
        let document = Document::of(&subject, &events, &state);
        serde_json::to_string_pretty(&document).map_err(|error| CliError::Output(error.into()))? + "\n"
    } else if args.trace {
        trace::lines(&events).map(|line| line.to_string() + "\n").collect()
    } else {
        printed(&subject, &events, &state, words)
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::from(state.exited.unwrap_or_default()))
}

/// What the program prints, with the moment in front of every line, how it ends, and what can be said of that.
fn printed(subject: &Subject, events: &[Event], state: &State, words: &RunWords) -> String {
    let mut lines = Vec::new();
    for event in events {
        let seconds = format!("{:>10.6} s", Duration::from_nanos(event.time).as_secs_f64());
        match &event.kind {
            EventKind::Wrote { text, .. } => lines.extend(text.lines().map(|line| format!("{seconds}  {line}"))),
            EventKind::Exited(status) => lines.push(format!("{seconds}  {}", words.ended.with([status]))),
            _ => {}
        }
    }
    let left = left(events, state, words);
    if !left.is_empty() {
        lines.extend([String::new(), words.left.to_owned()]);
        lines.extend(left.iter().take(NAMED).cloned());
        if left.len() > NAMED {
            lines.push(words.more.with([&(left.len() - NAMED)]));
        }
    }
    lines.extend([String::new(), words.simulated.with([&subject.setting.gomaxprocs])]);
    lines.push(subject.setting.seed.map_or_else(|| words.usual.to_owned(), |seed| words.seeded.with([&seed])));
    lines.push(if subject.setting.gomaxprocs == 1 { words.one_p } else { words.several_ps }.to_owned());
    if let [change] = &subject.changes[..]
        && subject.file == "main.go"
        && let Some((_, seen)) = words.seen.iter().find(|(name, _)| *name == change.to_string())
    {
        lines.push((*seen).to_owned());
    }
    lines.join("\n") + "\n"
}

/// The goroutines of the program that were still there when main.main came back.
fn left(events: &[Event], state: &State, words: &RunWords) -> Vec<String> {
    if state.exited != Some(0) {
        return Vec::new();
    }
    let begun =
        |g: GId| events.iter().any(|event| matches!(event.kind, EventKind::GStarted { g: other, .. } if other == g));
    let mut all = Vec::new();
    for (number, g) in state.gs.iter().enumerate().filter(|(_, g)| !g.function.starts_with("runtime.")) {
        let wakes = state.ps.iter().flat_map(|p| &p.timers).find(|(_, other)| other.0 == number);
        let does = match g.status {
            GStatus::Dead => continue,
            GStatus::Runnable if !begun(GId(number)) => words.not_begun.to_owned(),
            GStatus::Runnable => words.runnable.to_owned(),
            GStatus::Running | GStatus::Syscall => words.running.to_owned(),
            GStatus::Waiting(reason) => match wakes {
                Some((when, _)) => words.asleep.with([&format!("{:.1}", Duration::from_nanos(*when).as_secs_f64())]),
                None => words.waiting.with([&reason]),
            },
        };
        all.push(words.goroutine.with([&g.goid, &g.function, &does]));
    }
    all
}

/// How many of so many runs came out how.
fn outcomes(subject: &Subject, program: &Program, runs: u64, words: &RunWords) -> Result<String, CliError> {
    let mut kinds: Vec<(State, u64, u64)> = Vec::new();
    for seed in 0..runs {
        let state = State::after(&subject.run(program, Some(seed))?);
        let same = |other: &State| {
            (&other.stdout, &other.stderr, other.exited) == (&state.stdout, &state.stderr, state.exited)
        };
        match kinds.iter_mut().find(|(other, ..)| same(other)) {
            Some((_, times, _)) => *times += 1,
            None => kinds.push((state, 1, seed)),
        }
    }
    kinds.sort_by_key(|(_, times, seed)| (std::cmp::Reverse(*times), *seed));
    let mut lines = vec![words.runs.with([&runs, &subject.setting.gomaxprocs, &(runs - 1)])];
    for (state, times, seed) in kinds.iter().take(NAMED) {
        lines.push(String::new());
        lines.push(words.outcome.with([&format!("{times:>6}"), &state.exited.unwrap_or_default(), seed]));
        let printed: Vec<&str> = state.stdout.lines().chain(state.stderr.lines()).collect();
        lines.extend(printed.iter().take(NAMED).map(|line| format!("         {line}")));
        if printed.len() > NAMED {
            lines.push(format!("       {}", words.more.with([&(printed.len() - NAMED)])));
        }
    }
    if kinds.len() > NAMED {
        lines.extend([String::new(), words.more.with([&(kinds.len() - NAMED)])]);
    }
    lines.extend([String::new(), words.counts.to_owned()]);
    Ok(lines.join("\n") + "\n")
}

/// A run as JSON.
#[derive(Serialize)]
struct Document<'a> {
    gomaxprocs: usize,
    seed: Option<u64>,
    changes: Vec<String>,
    stdout: &'a str,
    stderr: &'a str,
    exit_status: Option<u8>,
    nanoseconds: u64,
    threads: usize,
    goroutines: Vec<Goroutine<'a>>,
    events: Vec<trace::Line>,
}

/// A goroutine as JSON.
#[derive(Serialize)]
struct Goroutine<'a> {
    goid: u64,
    function: &'a str,
    parent: Option<u64>,
    status: &'static str,
    wait_reason: Option<&'static str>,
}

impl<'a> Document<'a> {
    fn of(subject: &Subject, events: &[Event], state: &'a State) -> Self {
        let goroutine = |g: &'a gostep_sim::gorun::G| {
            let (status, wait_reason) = match g.status {
                GStatus::Runnable => ("runnable", None),
                GStatus::Running => ("running", None),
                GStatus::Syscall => ("syscall", None),
                GStatus::Waiting(reason) => ("waiting", Some(reason)),
                GStatus::Dead => ("dead", None),
            };
            let parent = g.parent.map(|parent| state.gs[parent.0].goid);
            Goroutine { goid: g.goid, function: &g.function, parent, status, wait_reason }
        };
        Self {
            gomaxprocs: subject.setting.gomaxprocs,
            seed: subject.setting.seed,
            changes: subject.changes.iter().map(ToString::to_string).collect(),
            stdout: &state.stdout,
            stderr: &state.stderr,
            exit_status: state.exited,
            nanoseconds: state.time,
            threads: state.ms.len(),
            goroutines: state.gs.iter().map(goroutine).collect(),
            events: trace::lines(events).collect(),
        }
    }
}
