//! `gostep lesson eval`

use std::io::Write;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::super::environment;
use super::super::error::CliError;
use crate::lesson_files::{self, Around};
use crate::terminal::problems::Problems;
use gostep_course::lesson::{File, LoadError, ProbeError, Probed, Problem, facts, probe};
use gostep_course::words::{Lang, of_commands};
use gostep_sim::said::Said;
use gostep_sim::suggest::did_you_mean;

/// `gostep lesson eval LESSON --step STEP [EXPR]`
#[derive(Args, Debug)]
#[command(after_help = "\
EXPR is what stands between {{ and }}, or a text with facts in it. Without it, all facts that need nothing in brackets \
are listed with their values at the step.

  gostep lesson eval intro.yaml --step recap 'count(packages)'
  gostep lesson eval intro.yaml --step recap 'It took {{ time_ms }} ms.'

Exit code: 1 if the expression is wrong or the lesson does not come to the step.")]
pub struct EvalArgs {
    /// A lesson file, or the name of a lesson that comes with gostep
    #[arg(value_name = "LESSON")]
    lesson: String,
    /// At which step
    #[arg(long, value_name = "STEP")]
    step: String,
    /// An expression, or a text with facts between {{ and }}
    #[arg(value_name = "EXPR")]
    expr: Option<String>,
    /// Print the facts whose names begin like this, for the completion of editors and shells
    #[arg(long, value_name = "PREFIX", conflicts_with = "expr")]
    complete: Option<String>,
    /// Print values as JSON
    #[arg(long)]
    json: bool,
}

/// A fact or an expression, and what it gives.
#[derive(Serialize)]
struct Row<'a> {
    expr: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<&'a str>,
    value: Option<serde_json::Value>,
    text: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem>,
}

/// Prints values at a step.
pub fn run(args: &EvalArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if let Some(expr) = &args.expr {
        let probed = probed(args, &[expr], lang)?;
        let is_wrong = probed.iter().any(|probed| !probed.problems.is_empty());
        let said = if args.json {
            json(&probed.iter().map(|probed| row(expr, None, probed, lang)).collect::<Vec<_>>())
        } else {
            probed.iter().map(|probed| text(probed, lang)).collect()
        };
        out.write_all(said.as_bytes()).map_err(CliError::Output)?;
        return Ok(ExitCode::from(u8::from(is_wrong)));
    }
    let prefix = args.complete.as_deref().unwrap_or_default();
    let all: Vec<_> = facts::all().filter(|fact| fact.form.starts_with(prefix)).collect();
    let takes_nothing = |form: &str| !form.contains('(');
    let asked: Vec<&str> = all.iter().map(|fact| fact.form).filter(|form| takes_nothing(form)).collect();
    let mut probed = probed(args, &asked, lang)?.into_iter();
    let values: Vec<Option<Probed>> =
        all.iter().map(|fact| if takes_nothing(fact.form) { probed.next() } else { None }).collect();
    let nothing = Probed { text: String::new(), value: None, problems: Vec::new() };
    let said = if args.json {
        let rows = all.iter().zip(&values);
        json(
            &rows
                .map(|(fact, probed)| {
                    row(fact.form, Some(fact.about_in(lang)), probed.as_ref().unwrap_or(&nothing), lang)
                })
                .collect::<Vec<_>>(),
        )
    } else if args.complete.is_some() {
        all.iter().flat_map(|fact| [fact.form, "\n"]).collect()
    } else {
        let widest = asked.iter().map(|form| form.len()).max().unwrap_or_default();
        let known = all.iter().zip(&values).filter_map(|(fact, probed)| Some((fact.form, probed.as_ref()?)));
        let known = known.filter(|(_, probed)| probed.problems.is_empty());
        let rows = known.map(|(form, probed)| format!("{form:widest$}  {}\n", shortly(&probed.text)));
        rows.collect::<Vec<_>>().concat()
    };
    out.write_all(said.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn probed(args: &EvalArgs, asked: &[&str], lang: Lang) -> Result<Vec<Probed>, CliError> {
    let source = lesson_files::source(&args.lesson, lang)?;
    let file = File { name: &source.file, text: &source.text };
    probe(file, &args.step, asked, lang, &Around(&source)).map_err(|error| match error {
        ProbeError::Problems(problems) => LoadError::Problems(problems).into(),
        ProbeError::NoStep(steps) => {
            let hint = did_you_mean(&args.step, steps.iter().map(String::as_str));
            let words = &of_commands(lang).translate;
            CliError::Usage(Said::told(words.unknown_step.with([&source.file, &args.step, &hint, &steps.join(", ")])))
        }
    })
}

fn row<'a>(expr: &'a str, about: Option<&'a str>, probed: &'a Probed, lang: Lang) -> Row<'a> {
    let problems = probed.problems.iter().map(|problem| problem.told_in(lang)).collect();
    let value = probed.value.as_ref().map(gostep_course::lesson::Value::json);
    Row { expr, about, value, text: &probed.text, problems }
}

fn json(rows: &[Row<'_>]) -> String {
    serde_json::to_string_pretty(rows).unwrap_or_default() + "\n"
}

/// The value, or what is wrong.
fn text(probed: &Probed, lang: Lang) -> String {
    if probed.problems.is_empty() {
        return format!("{}\n", probed.text.trim_end());
    }
    let colour = environment::has_colour();
    colored::control::set_override(colour);
    let drawer = Problems { width: environment::width(), colour, lang };
    probed.problems.iter().map(|problem| drawer.text(problem)).collect()
}

/// The beginning of a long list.
fn shortly(text: &str) -> String {
    const MOST: usize = 60;
    let short: String = text.chars().take(MOST).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
