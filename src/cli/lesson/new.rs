//! `gostep lesson new`

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::super::error::CliError;
use crate::author::template::{SCHEMA_FILE, lesson};
use crate::whole_file;
use gostep_course::lesson::{is_id, schema};
use gostep_course::words::{Lang, words};
use gostep_sim::said;
use gostep_sim::said::Said;

/// `gostep lesson new NAME`
#[derive(Args, Debug)]
#[command(after_help = "--lang is also the language in which the lesson is written.")]
pub struct NewArgs {
    /// Name of the lesson, in lower-case letters, digits and dashes; its file gets this name. May have a folder
    /// before it
    #[arg(value_name = "NAME")]
    name: String,
}

/// Writes a lesson and the schema beside it. Existing files are not overwritten.
pub fn run(args: &NewArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let (path, id) = place(&args.name)?;
    write(&path, &lesson(&id, lang), lang, out)
}

/// The file of a new lesson, which is not there yet, and the id of the lesson.
pub(super) fn place(name: &str) -> Result<(PathBuf, String), CliError> {
    let (folder, id) = name.rsplit_once('/').map_or(("", name), |(folder, id)| (folder, id));
    let id = [".yaml", ".yml"].into_iter().find_map(|ending| id.strip_suffix(ending)).unwrap_or(id);
    check_name(id)?;
    let path = PathBuf::from(if name.contains('/') { format!("{folder}/{id}.yaml") } else { format!("{id}.yaml") });
    if !folder.is_empty() && !Path::new(folder).is_dir() {
        return Err(CliError::Usage(said!(
            "there is no folder {folder:?}; make it first, or give another name",
            folder
        )));
    }
    if path.symlink_metadata().is_ok() {
        return Err(exists(&path));
    }
    Ok((path, id.to_owned()))
}

/// Writes a lesson and the schema beside it, and says so.
pub(super) fn write(path: &Path, text: &str, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    // The schema is written first, so that a new lesson always has it.
    let schema_path = path.with_file_name(SCHEMA_FILE);
    if !schema_path.exists() {
        write_new(&schema_path, &schema::text("lesson").unwrap_or_default())?;
    }
    write_new(path, text)?;
    let text = words(lang).author.wrote.with([&path.display()]);
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Refuses a name that is not possible, and suggests one that is.
fn check_name(id: &str) -> Result<(), CliError> {
    if id == "glossary" {
        let message =
            said!("\"glossary\" cannot be the name of a lesson: glossary.yaml explains terms; give another name");
        return Err(CliError::Usage(message));
    }
    if is_id(id) {
        return Ok(());
    }
    let words = id.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let near = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let hint = if is_id(&near) { said!(", such as {near}", near) } else { Said::default() };
    let rule = said!("use lower-case letters, digits and dashes, at most 60");
    Err(CliError::Usage(said!("{id:?} cannot be the name of a lesson; {rule}{hint}", id, rule, hint)))
}

pub(super) fn exists(path: &Path) -> CliError {
    CliError::Usage(said!("{} exists; give another name, or remove it first", path.display()))
}

fn write_new(path: &Path, text: &str) -> Result<(), CliError> {
    let error = |source: std::io::Error| match source.kind() {
        ErrorKind::AlreadyExists => exists(path),
        _ => CliError::Write { path: path.display().to_string(), source },
    };
    whole_file::create(path, text.as_bytes()).map_err(error)
}
