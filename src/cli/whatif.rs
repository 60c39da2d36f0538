//! `gostep whatif`.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::error::CliError;
use super::note::note;
use super::program_args::{BuildFlags, ListArgs, TimingsArgs, report_assumptions, source_problem};
use crate::terminal::whatif::{Story, text};
use crate::terminal::whatif_json::Document;
use gostep_course::words::Lang;
use gostep_sim::gobuild::FaultKind;
use gostep_sim::program;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::whatif::{Change, KINDS, Question};
use gostep_sim::xlog::Transcript;

const EXAMPLES: &str = "\
Examples:
  gostep whatif comment=fmt              A comment is added in fmt
  gostep whatif body=main delete-output  A function of main changes, and the program is gone
  gostep whatif undefined=fmt            fmt has a mistake
";

const HOW: &str = "\
The program is built once, so that the cache is full and the executable in place; then the changes are made, and it is \
built again.";

/// `gostep whatif [PROGRAM] CHANGE…`
#[derive(Args, Debug)]
#[command(args_override_self = true, arg_required_else_help = true, before_help = changes_help(), after_help = HOW)]
pub struct WhatifArgs {
    /// A program (default: the sample), then what is changed before the next build
    #[arg(value_name = "PROGRAM|CHANGE|FAULT", required_unless_present = "faults")]
    words: Vec<String>,
    #[command(flatten)]
    source: ListArgs,
    #[command(flatten)]
    flags: BuildFlags,
    #[command(flatten)]
    timings: TimingsArgs,
    /// Print the transcript of the last build
    #[arg(short = 'x', conflicts_with = "json")]
    transcript: bool,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// One line of help for each change and each fault.
fn changes_help() -> String {
    let mut help = String::from(EXAMPLES);
    help.push_str("\nChanges:\n");
    for kind in KINDS {
        let written = if let Some(optional) = kind.value.strip_prefix('[') {
            format!("{}[={optional}", kind.name)
        } else if kind.value.is_empty() {
            kind.name.to_owned()
        } else {
            format!("{}={}", kind.name, kind.value)
        };
        let _ = writeln!(help, "  {written:<22} {}", kind.help);
    }
    let faults: Vec<String> = FaultKind::list().lines().map(|line| format!("  {line}")).collect();
    let _ = writeln!(help, "\nFaults, done in the next build only:\n{}", faults.join("\n"));
    help
}

/// What to do with a single word that names a program or Go source; a list, if there is one, is the program already.
fn no_change(word: &str, is_listed: bool) -> Option<Said> {
    if let Some(problem) = source_problem(word).filter(|_| !is_listed) {
        return Some(problem);
    }
    let is_program = program::EMBEDDED_NAMES.contains(&word) || Path::new(word).is_file();
    is_program.then(|| said!("{word} is a program: write a change after it; `gostep whatif --help` lists them", word))
}

/// Builds, makes the changes, builds again, and reports what was built and why.
pub fn run(args: &WhatifArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let is_change = |word: &str| word.contains('=') || Change::is_known(word) || Change::is_near(word);
    let faults = args.flags.faults.len();
    let (name, words) = match args.words.split_first() {
        Some((first, rest)) if !args.source.is_given() && !is_change(first) && (!rest.is_empty() || faults > 0) => {
            (first.as_str(), rest)
        }
        _ => (program::SAMPLE, args.words.as_slice()),
    };
    if let ([only], 0) = (words, faults)
        && !is_change(only)
        && let Some(problem) = no_change(only, args.source.is_given())
    {
        return Err(CliError::Usage(problem));
    }
    args.timings.check_stdin(args.source.reads_stdin() || name == "-")?;
    let program = args.timings.apply(args.source.load_or(name)?, lang)?;
    let question = Question::new(&program, &args.flags.given())?;
    report_assumptions(&question.assumed, lang);
    if let Some(left_out) = &question.left_out {
        note(&said!("assumed: {left_out}", left_out = left_out.said()), lang);
    }
    let outcomes = question.answer(words)?;
    if args.transcript && !outcomes.report.exact {
        note(&said!("this edit was not measured: the transcript has the least that can be rebuilt"), lang);
    }
    let words = question.words(words);
    let story = Story { changes: &words, report: &outcomes.report };
    let text = if args.transcript {
        match outcomes.report.refused {
            Some(refused) => format!("{}{refused}\n", Transcript::new(&outcomes.build).header()),
            None => Transcript::text(&outcomes.build),
        }
    } else if args.json {
        let assumed = question.assumptions();
        let json = Document::of(&program.name, &assumed, &story);
        serde_json::to_string_pretty(&json).map_err(|error| CliError::Output(error.into()))? + "\n"
    } else {
        text(&story, lang, super::environment::width())
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
