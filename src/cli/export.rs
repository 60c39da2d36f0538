//! `gostep export`

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::environment;
use super::error::CliError;
use crate::export::{FORMATS, HAS_SIMULATION, Material, format};
use crate::{lesson_files, whole_file};
use gostep_course::words::{Lang, words};
use gostep_page::Shelf;

/// The name of all lessons that come with gostep.
const COURSE: &str = "course";

/// `gostep export LESSON`
#[derive(Args, Debug)]
#[command(after_help = "\
html is one page that opens from disk and asks nothing of the network: all steps, with the answers folded, to read and \
to print. If gostep was built with the simulation for pages, it can be played as well. json is for programs; \
docs/export.md describes it. A file is written whole or not at all.

Exit code: 0 if it was written, 2 if there is no such lesson or something is wrong with it.")]
pub struct ExportArgs {
    /// A lesson that comes with gostep, a YAML file, a folder with lessons, or `course` for all that come with gostep
    #[arg(value_name = "LESSON|FILE|course")]
    lessons: String,
    /// File to write; - is standard output [default: -]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Format of the file [default: html]
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS.map(|format| format.name()))]
    to: Option<String>,
    /// Language of the texts [default: that of the locale]
    #[arg(long, value_name = "LANG", value_parser = Lang::ALL.map(Lang::code))]
    lang: Option<String>,
}

/// Writes the lessons in the format.
pub fn run(args: &ExportArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let lang = environment::lang(args.lang.as_deref());
    let format = format(args.to.as_deref());
    let is_page = format.name() == "html";
    let file = args.output.as_deref().filter(|file| *file != Path::new("-"));
    if is_page && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(CliError::Usage("a page is long for a terminal; give a file, as in -o page.html".to_owned()));
    }
    let shelf = if args.lessons == COURSE { Shelf::default() } else { lesson_files::shelf(&args.lessons)? };
    let material = Material::new(shelf, lang).map_err(|error| CliError::Usage(error.message))?;
    let mut text = Vec::new();
    format.write(&material, &mut text).map_err(CliError::Output)?;
    match file {
        Some(file) => whole_file::publish(file, &text)
            .map_err(|source| CliError::Write { path: file.display().to_string(), source })?,
        None => out.write_all(&text).and_then(|()| out.flush()).map_err(CliError::Output)?,
    }
    if is_page && !HAS_SIMULATION {
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "gostep: {}", words(lang).export.only_to_read);
    }
    Ok(ExitCode::SUCCESS)
}
