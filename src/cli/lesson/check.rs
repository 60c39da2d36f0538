//! `gostep lesson check`

use std::io::Write;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::super::environment;
use super::super::error::CliError;
use crate::author::examine::{Examined, examine_all};
use crate::author::files::targets;
use crate::terminal::problems::Problems;
use gostep_course::lesson::{Problem, Severity};
use gostep_course::words::{Lang, words as of_course};

/// `gostep lesson check [PATH…]`
#[derive(Args, Debug)]
#[command(after_help = "\
Exit code: 0 if the lessons can be played (with --strict: and there are no warnings), 1 if something is wrong with \
them, 2 if a file is not there or cannot be read.")]
pub struct CheckArgs {
    /// Lesson files, folders with lessons, or names of lessons that come with gostep [default: those that come with it]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Fail on warnings too
    #[arg(long)]
    strict: bool,
    /// Print a JSON array of problems, for editors and scripts
    #[arg(long)]
    json: bool,
}

/// Checks the named lessons and prints their problems.
pub fn run(args: &CheckArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let examined = examine_all(&targets(&args.paths)?)?;
    let text = if args.json { json(&examined, lang) } else { text(&examined, lang) };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    let count = |severity| examined.iter().map(|lesson| lesson.count(severity)).sum::<usize>();
    let failed = count(Severity::Error) > 0 || args.strict && count(Severity::Warning) > 0;
    Ok(ExitCode::from(u8::from(failed)))
}

fn text(examined: &[Examined], lang: Lang) -> String {
    let colour = environment::has_colour();
    colored::control::set_override(colour);
    let drawer = Problems { width: environment::width(), colour, lang };
    let words = &of_course(lang).check;
    let mut text = String::new();
    for lesson in examined {
        for problem in &lesson.problems {
            text.push_str(&drawer.text(problem));
            text.push('\n');
        }
        if lesson.count(Severity::Error) == 0 {
            let langs: Vec<_> = lesson.langs.iter().map(|lang| lang.code()).collect();
            let langs = langs.join(words.and);
            text.push_str(&match lesson.terms {
                0 => words.playable.with([&lesson.file, &words.steps.of(lesson.steps), &langs]),
                terms => words.readable.with([&lesson.file, &words.terms.of(terms), &langs]),
            });
            text.push('\n');
        }
    }
    let summary: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .map(|severity| (examined.iter().map(|lesson| lesson.count(severity)).sum(), severity))
        .filter(|(count, _)| *count > 0)
        .map(|(count, severity)| severity.words(words).count.of(count))
        .collect();
    if !summary.is_empty() {
        text.push_str(&format!("{}\n", summary.join(of_course(lang).small.comma)));
    }
    text
}

fn json(examined: &[Examined], lang: Lang) -> String {
    #[derive(Serialize)]
    struct ProblemList {
        problems: Vec<Problem>,
    }
    let problems = examined.iter().flat_map(|lesson| &lesson.problems).map(|problem| problem.told_in(lang)).collect();
    serde_json::to_string_pretty(&ProblemList { problems }).unwrap_or_default() + "\n"
}
