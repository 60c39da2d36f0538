//! `gostep list` and `gostep facts`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::error::CliError;
use super::note::note;
use super::{environment, learner};
use crate::lesson_files;
use crate::terminal::course::CourseView;
use gostep_course::lesson::{facts, head};
use gostep_course::player::course::Course;
use gostep_course::words::Lang;

/// `gostep list [FOLDER]`
#[derive(Args, Debug)]
pub struct ListArgs {
    /// A folder with lessons of your own [default: the course that comes with gostep]
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Prints the lessons with the learner's progress.
pub fn lessons(args: &ListArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let mut broken = Vec::new();
    let heads = match &args.folder {
        None => head::course(lang)?,
        Some(folder) => {
            let heads = lesson_files::heads(folder, lang)?.into_iter();
            heads.filter_map(|head| head.map_err(|error| broken.push(error)).ok()).collect::<Vec<_>>()
        }
    };
    let mut progress_file = learner::progress_file();
    learner::say_notices(&mut progress_file, lang);
    let course = Course { heads: &heads, progress: progress_file.progress() };
    let view = CourseView { course, lang, width: environment::width(), colour: environment::colour() };
    if !heads.is_empty() {
        out.write_all(view.list().as_bytes()).map_err(CliError::Output)?;
    }
    for error in &broken {
        note(&error.said(), lang);
    }
    Ok(if broken.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// Prints the facts that lessons can use between `{{` and `}}`.
pub fn facts(lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let widest = facts::all().map(|fact| fact.form.len()).max().unwrap_or(0);
    for fact in facts::all() {
        writeln!(out, "{:widest$}  {}", fact.form, fact.about_in(lang)).map_err(CliError::Output)?;
    }
    Ok(ExitCode::SUCCESS)
}
