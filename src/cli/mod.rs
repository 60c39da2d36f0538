//! The command line, one file for each subcommand: opens files, chooses a view, and reports errors.

mod ask;
mod bars;
mod build;
mod c_compilers;
mod environment;
mod error;
mod explain;
mod export;
mod glossary;
mod go_spelling;
mod help;
mod home;
mod import;
mod inbox;
mod keyboard;
mod language;
mod learner;
mod lesson;
mod line_command;
mod lines;
mod list;
mod meant;
mod menu_screen;
mod note;
mod notes;
mod play;
mod practice;
mod practice_screen;
mod present;
mod presentation_files;
mod program_args;
mod progress;
mod run;
mod screen;
mod screen_flags;
mod serve;
pub mod terminal;
mod text;
mod verify;
mod whatif;
mod why;
mod workers;

use std::io::Write;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use error::CliError;
use gostep_course::words::Lang;
use language::CommandLine;
use note::note;

/// Step through `go build` and understand every line of it.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
#[command(after_help = "\
Without a command, gostep shows the course and goes on where you left; in a pipe it prints the first lesson. A lesson is \
played by its name or number alone, too: gostep log, gostep 2.")]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    play: play::PlayFlags,
    /// Language of whatever is said [default: that of the locale]
    #[arg(long, value_name = "LANG", global = true, overrides_with = "lang", value_parser = lang_parser())]
    lang: Option<Lang>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play a lesson
    Play(play::PlayArgs),
    /// Present a lesson to a class: large and quiet, answers when you want them
    Present(present::PresentArgs),
    /// Show the notes to your presentation in a second terminal
    Notes(notes::NotesArgs),
    /// Open the lessons as a page in the browser
    Serve(serve::ServeArgs),
    /// Write lessons as a page, or in another format, to carry away
    Export(export::ExportArgs),
    /// List the lessons
    List(list::ListArgs),
    /// Check, write and test lessons of your own
    Lesson(lesson::LessonArgs),
    /// Answer the questions of the lessons that you have seen
    Practice(practice::PracticeArgs),
    /// Show how far you are, or forget it
    Progress(progress::ProgressArgs),
    /// Explain a term of the field, or list them all
    Glossary(glossary::GlossaryArgs),
    /// List the facts that a lesson can take from the simulation
    #[command(after_help = "\
They stand in expressions, between {{ and }} in texts, and in expect:, if: and answer:. What binds tighter comes first:

  * /                      6 / 2 is 3; 7 / 2, which has a remainder, is refused
  + -
  == != < <= > >= in       a text is in a list: 'fmt' in ready
  not                      the contrary: not 'fmt' in ready
  and                      both hold: linked and count(compiled) < 9
  or                       one of them holds, or both

Brackets group. rounded(7, 2) is 4, rounded_down(7, 2) is 3.")]
    Facts,
    /// Run a program: what it prints and when, and with --trace who runs on which thread
    Run(run::RunArgs),
    /// Print what `go build -x -work` would print
    Build(build::BuildArgs),
    /// Say what a change rebuilds, and why
    Whatif(whatif::WhatifArgs),
    /// Say why something was built again: which input changed, down to the file or flag
    Why(why::WhyArgs),
    /// Show who waits for whom, the critical path, and why more workers stop helping
    Workers(workers::WorkersArgs),
    /// Explain a real log of the go command, line by line, without its program
    Explain(explain::ExplainArgs),
    /// Compare a real log of `go build -x -work` or `go build -n` with the simulation
    Verify(verify::VerifyArgs),
    /// Make a program of your own for all of this, from what the go command says of it
    Import(import::ImportArgs),
}

/// Parses the arguments, runs the command, and returns the exit code.
pub fn main() -> ExitCode {
    let mut line = CommandLine::of(std::env::args_os());
    let lang = environment::lang(line.lang);
    let described = Cli::command();
    let commands: Vec<&str> = described.get_subcommands().map(clap::Command::get_name).chain(["help"]).collect();
    line.words = match meant::meant(line.words, &commands).and_then(go_spelling::with_two_dashes) {
        Ok(words) => words,
        Err(error) => return fail(&error, lang),
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    // Unbroken lines, since help is laid out here.
    let mut command = Cli::command().term_width(0);
    let outcome = match parsed(&mut command, line) {
        Ok(cli) => run(&cli, lang, &mut out),
        Err(error) => help::answer(&mut command, &error, lang, &mut out),
    };
    match outcome.and_then(|code| out.flush().map(|()| code).map_err(CliError::Output)) {
        Ok(code) => code,
        // The reader of our output has closed the pipe, which is not an error.
        Err(CliError::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => fail(&error, lang),
    }
}

/// Reads the command line. The flags of `gostep` without a command play a lesson, so no command may follow them.
fn parsed(command: &mut clap::Command, line: CommandLine) -> Result<Cli, clap::Error> {
    let matches = command.try_get_matches_from_mut(line.in_front())?;
    let given = |arg: &&clap::Arg| matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine);
    let flag = command.get_arguments().filter(|arg| !arg.is_global_set()).find(given);
    if let (Some(name), Some(flag)) = (matches.subcommand_name(), flag) {
        let mut error = clap::Error::new(ErrorKind::ArgumentConflict).with_cmd(command);
        error.insert(ContextKind::InvalidSubcommand, ContextValue::String(name.to_owned()));
        error.insert(ContextKind::PriorArg, ContextValue::String(flag.to_string()));
        return Err(error);
    }
    Cli::from_arg_matches(&matches)
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::code)).map(|code| Lang::parse(&code).unwrap_or_default())
}

fn run(cli: &Cli, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    match &cli.command {
        None => home::begin(None, &cli.play, lang, out),
        Some(Command::Play(args)) => home::begin(args.lesson.as_deref(), &args.flags, lang, out),
        Some(Command::Present(args)) => present::run(args, lang, out),
        Some(Command::Notes(args)) => notes::run(args, cli.lang, out),
        Some(Command::Serve(args)) => serve::run(args, lang, out),
        Some(Command::Export(args)) => export::run(args, lang, out),
        Some(Command::List(args)) => list::lessons(args, lang, out),
        Some(Command::Lesson(args)) => lesson::run(args, cli.lang, out),
        Some(Command::Practice(args)) => practice::run(args, lang, out),
        Some(Command::Progress(args)) => progress::run(args, lang, out),
        Some(Command::Glossary(args)) => glossary::run(args, lang, out),
        Some(Command::Facts) => list::facts(lang, out),
        Some(Command::Run(args)) => run::run(args, lang, out),
        Some(Command::Build(args)) => build::run(args, lang, out),
        Some(Command::Whatif(args)) => whatif::run(args, lang, out),
        Some(Command::Why(args)) => why::run(args, lang, out),
        Some(Command::Workers(args)) => workers::run(args, lang, out),
        Some(Command::Explain(args)) => explain::run(args, lang, out),
        Some(Command::Verify(args)) => verify::run(args, lang, out),
        Some(Command::Import(args)) => import::run(args, lang, out),
    }
}

fn fail(error: &CliError, lang: Lang) -> ExitCode {
    note(&error.said(), lang);
    ExitCode::from(error.exit_code())
}
