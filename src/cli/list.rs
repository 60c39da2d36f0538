//! `gostep list` and `gostep facts`.

use std::io::Write;
use std::process::ExitCode;

use clap::Args;
use unicode_width::UnicodeWidthStr;

use super::error::CliError;
use super::play::lang;
use crate::lesson::facts;
use crate::lesson::load;
use crate::view::words::{fill, words};

/// `gostep list`
#[derive(Args, Debug)]
pub struct ListArgs {
    /// Language of the texts [default: that of the locale]
    #[arg(long, value_name = "LANG", value_parser = ["en", "zh"])]
    lang: Option<String>,
}

/// Prints the lessons.
pub fn lessons(args: &ListArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let lang = lang(args.lang.as_deref());
    let words = words(lang);
    let mut text = format!("{}\n", words.lessons);
    let widest = load::names().map(UnicodeWidthStr::width).max().unwrap_or(0);
    for name in load::names() {
        let lesson = load(name, lang)?;
        let steps = fill(words.steps, &[&lesson.steps.len()]);
        text.push_str(&format!("  {name:widest$}  {} ({steps})\n", lesson.title));
    }
    text.push_str(&format!("\n{}\n", words.how_to_play));
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints what lessons can say between `{{` and `}}`.
pub fn facts(out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let widest = facts::all().map(|fact| fact.form.len()).max().unwrap_or(0);
    for fact in facts::all() {
        writeln!(out, "{:widest$}  {}", fact.form, fact.about).map_err(CliError::Output)?;
    }
    Ok(ExitCode::SUCCESS)
}
