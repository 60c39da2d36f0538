//! `gostep lesson`: the commands for instructors.

mod check;
mod eval;
mod from;
mod new;
mod schema;
mod test;
mod translate;
mod watch;
mod watch_screen;
mod watched;

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::environment;
use super::error::CliError;
use gostep_course::words::Lang;

/// `gostep lesson`
#[derive(Args, Debug)]
#[command(after_help = "\
A lesson is one YAML file. To begin:

  gostep lesson new intro           writes intro.yaml, a small lesson with remarks
  gostep lesson from mine.json own  writes own.yaml, a draft about a program of yours
  gostep play intro.yaml            plays it
  gostep lesson watch intro.yaml    plays it while you write, and shows mistakes as you save
  gostep lesson check intro.yaml    finds everything that is wrong, for you and for CI
  gostep lesson translate intro.yaml zh    begins the translation of intro.yaml
  gostep lesson test --update       keeps what your lessons print; without --update, compares

docs/authoring.md leads from nothing to a tested lesson, and describes every field.")]
pub struct LessonArgs {
    #[command(subcommand)]
    command: LessonCommand,
}

#[derive(Debug, Subcommand)]
enum LessonCommand {
    /// Write a small lesson with remarks, to start from
    New(new::NewArgs),
    /// Draft a lesson about a program of your own
    From(from::FromArgs),
    /// Find everything that is wrong with lessons and their translations
    Check(check::CheckArgs),
    /// Play a lesson while it is written: shows the first changed step, or the mistakes, at every save
    Watch(watch::WatchArgs),
    /// Compare what lessons print with what was kept beside them
    Test(test::TestArgs),
    /// Compute a fact or a text with facts at a step of a lesson
    Eval(eval::EvalArgs),
    /// Begin the translation of a lesson, or say what has changed in the original since it was translated
    Translate(translate::TranslateArgs),
    /// Print the JSON Schema of lesson files, for editors
    Schema(schema::SchemaArgs),
}

/// Runs one of the subcommands. What is watched is shown in its own language unless another one is asked for.
pub fn run(args: &LessonArgs, asked: Option<Lang>, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let lang = environment::lang(asked);
    match &args.command {
        LessonCommand::New(args) => new::run(args, lang, out),
        LessonCommand::From(args) => from::run(args, lang, out),
        LessonCommand::Check(args) => check::run(args, lang, out),
        LessonCommand::Watch(args) => watch::run(args, asked, out),
        LessonCommand::Test(args) => test::run(args, out),
        LessonCommand::Translate(args) => translate::run(args, lang, out),
        LessonCommand::Eval(args) => eval::run(args, lang, out),
        LessonCommand::Schema(args) => schema::run(args, out),
    }
}
