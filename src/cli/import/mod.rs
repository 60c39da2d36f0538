//! `gostep import`: makes a program for the other commands of what the go command says of it.

mod from_log;
mod overlay;
mod real_go;
mod script;
mod sources;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

pub(super) use self::from_log::program_of_log;
use self::real_go::Asked;
use super::c_compilers;
use super::error::CliError;
use super::program_args::{ListArgs, report_assumptions};
use gostep_course::words::{CommandWords, Lang, of_commands};
use gostep_sim::gobuild::{BuildOptions, assumptions, inputs_are_known, profile};
use gostep_sim::program::recorded::{FORMAT, RecordedProgram};
use gostep_sim::program::{self, go_flags, go_flags::Meaning, roots};
use gostep_sim::said;
use gostep_sim::said::Said;

/// The file that printed commands write if no other one is named.
const OUTPUT: &str = "program.json";

const HELP: &str = "\
Without --run-go and --list it prints the commands to run where Go and the sources are; the last of them is gostep import \
again, with --list. With --log a log is enough, if every package was compiled in it. Sources that can be read are hashed, so that action IDs are the real ones, and assembly is scanned. \
--run-go does all of it at once, builds the packages, and compares the simulation with go build -n: what it would build \
otherwise is refused.";

/// `gostep import [TARGET]...`
#[derive(Args, Debug)]
#[command(after_help = HELP)]
pub struct ImportArgs {
    /// What to build: packages or patterns such as ./... (a single directory with a go.mod is gone to), and flags of go build such as -trimpath or -tags=…, which are kept
    #[arg(value_name = "TARGET", default_value = ".", trailing_var_arg = true, allow_hyphen_values = true)]
    target: Vec<String>,
    /// Run the go command here
    #[arg(long, conflicts_with = "list")]
    run_go: bool,
    /// The go command
    #[arg(long, value_name = "PATH", default_value = "go", requires = "run_go")]
    go: String,
    #[command(flatten)]
    list: ListArgs,
    /// Take the program from a log of go build -x or -n that compiles every package (- is standard input)
    #[arg(long, value_name = "LOG", conflicts_with_all = ["list", "run_go"])]
    log: Option<String>,
    /// Where to write the program
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// One line that says what it is
    #[arg(long, value_name = "TEXT", default_value = "")]
    about: String,
}

/// Prints the commands to run, or writes the program.
pub fn run(args: &ImportArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let words = of_commands(lang);
    let (dir, target) = place(&args.target);
    let (flags, patterns) = flags_and_patterns(&target, args.run_go)?;
    if !args.run_go && !args.list.is_given() && args.log.is_none() {
        let output = match (&args.output, dir) {
            (Some(output), Some(_)) => std::path::absolute(output).unwrap_or_else(|_| output.clone()),
            (Some(output), None) => output.clone(),
            (None, _) => PathBuf::from(OUTPUT),
        };
        let text = script::text(words, dir, &target, &output.to_string_lossy());
        out.write_all(text.as_bytes()).map_err(CliError::Output)?;
        return Ok(ExitCode::SUCCESS);
    }
    let Some(output) = &args.output else {
        return Err(CliError::Usage(said!("name the file to write with -o FILE")));
    };
    if let Some(log) = &args.log {
        let (recorded, _) = program_of_log(log)?;
        return write_of_log(&RecordedProgram { about: args.about.clone(), ..recorded }, output, words, out);
    }
    let mut recorded = RecordedProgram {
        gostep_program: FORMAT,
        flags: Some(flags),
        about: args.about.clone(),
        ..RecordedProgram::default()
    };
    let mut dry_run = None;
    if args.run_go {
        let dir = dir.unwrap_or(Path::new("."));
        let dir = dir.canonicalize().map_err(|source| CliError::Go(said!("{}: {source}", dir.display(), source)))?;
        recorded.dir = dir.to_string_lossy().into_owned();
        recorded.surroundings.overlay = overlay::read(&dir, &target)?;
        dry_run = Some(real_go::tell(&Asked { go: &args.go, dir: &dir, target: &target }, &mut recorded)?);
    } else {
        from_lists(&args.list, &patterns, &mut recorded)?;
    }
    overlay::of_sources(&mut recorded.surroundings.overlay, &recorded.packages)?;
    let read = sources::read(&mut recorded.packages, &recorded.env, &recorded.surroundings.overlay);
    if args.run_go {
        read.all()?;
    }
    if read.unread.is_empty() {
        c_compilers::record(&mut recorded.env, &recorded.packages);
    }
    let name = output.display().to_string();
    let write_error = |source: std::io::Error| CliError::Write { path: name.clone(), source };
    let text = serde_json::to_string_pretty(&recorded).map_err(|error| write_error(error.into()))?;
    let program = Arc::new(program::from_recorded_text(&name, &text)?);
    let options = BuildOptions::for_program(&program);
    if profile::path(&program, &options).is_some_and(|path| !profile::is_known(&program, &path)) {
        let problem = said!("import -pgo: what a profile holds is recorded with --run-go only");
        return Err(CliError::Usage(problem));
    }
    if let Some(dry_run) = dry_run {
        real_go::check(&program, &dry_run)?;
    }
    crate::whole_file::publish(output, text.as_bytes()).map_err(write_error)?;
    if read.unread.is_empty() {
        // Action IDs also cover what no list tells.
        report_assumptions(&assumptions::of(&program, &options), lang);
    }
    let said = &words.import;
    let packages = recorded.packages.len();
    let files = match read.unread.first() {
        None if program.packages.iter().all(|package| inputs_are_known(package, &program.toolchain)) => {
            said.all_read.with([&read.files])
        }
        None => said.no_compiler.with([&read.files]),
        Some(first) => said.some_read.with([&read.files, &(read.files + read.unread.len()), &lang.says(first)]),
    };
    writeln!(out, "{}", said.wrote.with([&name, &packages, &files])).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a program that was taken from a log, and says what such a program lacks.
pub fn write_of_log(
    recorded: &RecordedProgram,
    output: &Path,
    words: &CommandWords,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let name = output.display().to_string();
    let write_error = |source: std::io::Error| CliError::Write { path: name.clone(), source };
    let text = serde_json::to_string_pretty(recorded).map_err(|error| write_error(error.into()))?;
    crate::whole_file::publish(output, text.as_bytes()).map_err(write_error)?;
    let said = words.import.wrote_of_log.with([&name, &recorded.packages.len()]);
    writeln!(out, "{said}").map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// The directory to go to, if the only target is that of a module, and what to build there.
fn place(target: &[String]) -> (Option<&Path>, Vec<String>) {
    let mut places = target.iter().enumerate().filter(|(_, word)| !word.starts_with('-'));
    if let (Some((at, word)), None) = (places.next(), places.next()) {
        let dir = Path::new(word);
        let is_here = dir.components().all(|part| part == std::path::Component::CurDir);
        if !is_here && dir.join("go.mod").is_file() {
            let mut target = target.to_vec();
            ".".clone_into(&mut target[at]);
            return (Some(dir), target);
        }
    }
    (None, target.to_vec())
}

/// Takes over lists. The directory is that of the list, as far as it shows one, and the order of several packages is that
/// of the patterns.
fn from_lists(list: &ListArgs, patterns: &[String], recorded: &mut RecordedProgram) -> Result<(), CliError> {
    let Some(listed) = list.read()? else { return Ok(()) };
    let Some(env) = listed.env else {
        let problem = said!("give the environment with --env FILE: what `go env -json` prints where the list was made");
        return Err(CliError::Usage(problem));
    };
    let program = program::from_list(&listed.origin, listed.packages.clone(), Some(&env))?;
    recorded.dir = if program.dir_is_known { program.dir } else { String::new() };
    if program.roots.len() > 1 {
        recorded.roots = roots::in_order(&listed.packages, patterns).unwrap_or_default();
    }
    recorded.from_lists = true;
    recorded.env = env;
    recorded.packages = listed.packages;
    Ok(())
}

/// The flags of `go build` among the arguments, and the patterns. An overlay needs the go command.
fn flags_and_patterns(target: &[String], run_go: bool) -> Result<(Vec<String>, Vec<String>), CliError> {
    let (mut flags, mut patterns) = (Vec::new(), Vec::new());
    let mut words = target.iter();
    while let Some(word) = words.next() {
        let (name, value) = go_flags::parts(word);
        if !word.starts_with('-') || name.is_empty() {
            patterns.push(word.clone());
            continue;
        }
        let value = match value {
            Some(value) => Some(value.to_owned()),
            None if go_flags::is_switch(name) => None,
            None => words.next().cloned(),
        };
        let refuse = |why: Said| Err(CliError::Usage(said!("import {word}: {why}", word, why)));
        match go_flags::meaning(name, Some(value.as_deref().unwrap_or("true"))) {
            Meaning::Modelled if name == "n" => {
                return refuse(said!("with -n nothing is built that could be recorded"));
            }
            Meaning::Modelled => flags.push(value.map_or(format!("-{name}"), |value| format!("-{name}={value}"))),
            Meaning::Nothing => {}
            // What it replaces is kept, not the flag.
            Meaning::NotModelled if name == "overlay" && run_go => {}
            Meaning::NotModelled if name == "overlay" => {
                return refuse(said!("what it replaces is recorded with --run-go only"));
            }
            Meaning::NotModelled => {
                return refuse(said!("it changes a build in a way that gostep does not model; leave it out"));
            }
            Meaning::Unknown => {
                return refuse(said!("go build has no such flag; only flags of go build can be recorded"));
            }
        }
    }
    Ok((flags, patterns))
}
