//! `gostep lesson from`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::super::error::CliError;
use super::super::import::{program_of_log, write_of_log};
use super::super::program_args::{load_named, read};
use super::new::{exists, place, write};
use crate::author::draft::draft;
use gostep_course::words::{Lang, of_commands};
use gostep_sim::program::EMBEDDED_NAMES;
use gostep_sim::said;

/// `gostep lesson from PROGRAM NAME`
#[derive(Args, Debug)]
#[command(after_help = "--lang is also the language in which the lesson is written.")]
pub struct FromArgs {
    /// A program that comes with gostep, a file that `gostep import` wrote, in the folder of the lesson, or the log of a build
    /// that compiles every package
    #[arg(value_name = "PROGRAM")]
    program: String,
    /// Name of the lesson, in lower-case letters, digits and dashes; its file gets this name. May have a folder
    /// before it
    #[arg(value_name = "NAME")]
    name: String,
}

/// Drafts a lesson about a program: its first package, one with assembly, the one that all wait for, main, and the link.
pub fn run(args: &FromArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let (path, id) = place(&args.name)?;
    if is_log(&args.program)? {
        let (recorded, program) = program_of_log(&args.program)?;
        let file = path.with_extension("json");
        if file.symlink_metadata().is_ok() {
            return Err(exists(&file));
        }
        let draft = draft(&Arc::new(program), &format!("./{id}.json"), &id, lang)?;
        write_of_log(&recorded, &file, of_commands(lang), out)?;
        return write(&path, &draft, lang, out);
    }
    let named = if EMBEDDED_NAMES.contains(&args.program.as_str()) {
        args.program.clone()
    } else {
        beside(&args.program, &path)?
    };
    let program = Arc::new(load_named(&args.program)?);
    write(&path, &draft(&program, &named, &id, lang)?, lang, out)
}

/// Whether it is a file with anything but the JSON of a program.
fn is_log(program: &str) -> Result<bool, CliError> {
    if EMBEDDED_NAMES.contains(&program) || !Path::new(program).is_file() {
        return Ok(false);
    }
    Ok(!read(program)?.trim_start().starts_with('{'))
}

/// How a lesson names a program file in its own folder.
fn beside(program: &str, lesson: &Path) -> Result<String, CliError> {
    let folder = |path: &Path| match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.canonicalize().ok(),
        _ => Path::new(".").canonicalize().ok(),
    };
    let file = Path::new(program);
    match file.file_name().and_then(|name| name.to_str()) {
        Some(name) if !file.exists() || folder(file) == folder(lesson) => Ok(format!("./{name}")),
        _ => Err(CliError::Usage(said!(
            "{program} is not in the folder of the lesson; put the two together, so that they can be passed on together",
            program
        ))),
    }
}
