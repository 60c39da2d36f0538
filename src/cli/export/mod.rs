//! `gostep export`

mod folder;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use self::folder::{Mark, Replaced, is_ours};
use super::error::CliError;
use super::meant;
use super::play::no_such_step;
use crate::export::{FORMATS, Format, HAS_SIMULATION, Material, Picked, format, site, svg};
use crate::{lesson_files, whole_file};
use gostep_course::words::{Lang, of_commands};
use gostep_page::Shelf;
use gostep_sim::said::Said;
use gostep_view::picture::Subject;

/// What can be drawn; the last one is the screen of the terminal.
const PICTURES: [(&str, Option<Subject>); 5] = [
    ("graph", Some(Subject::Graph)),
    ("lanes", Some(Subject::Lanes)),
    ("files", Some(Subject::Files)),
    ("action-id", Some(Subject::ActionId)),
    ("screen", None),
];

/// The name of all lessons that come with gostep.
const COURSE: &str = "course";

/// A site that may be written again.
const SITE: Mark =
    Mark { file: "gostep-site.txt", says: "gostep export --site writes into this folder.\n", others: None };
/// Pictures that may be drawn again.
const BESIDE: Mark = Mark {
    file: "gostep-pictures.txt",
    says: "gostep export --to markdown writes this folder.\n",
    others: Some(".svg"),
};

/// `gostep export LESSON`
#[derive(Args, Debug)]
#[command(after_help = "\
html is one page that opens from disk and asks nothing of the network: all steps, with the answers folded, to read and \
to print. If gostep was built with the simulation for pages, it can be played as well. json is for programs; \
docs/export.md describes it. markdown has its pictures beside its file, in NAME-pictures; on standard output it has \
none. cast is a recording for asciinema, made without recording: every step as the terminal \
shows it, for as long as one reads it. svg and dot are the picture of one step. A file is written whole or not at all.

Exit code: 0 if it was written, 2 if there is no such lesson or step or something is wrong with it.")]
pub struct ExportArgs {
    /// A lesson that comes with gostep, by name or number, a YAML file, a folder with lessons, or `course` for all that come with gostep
    #[arg(value_name = "LESSON|FOLDER|course", value_parser = meant::lesson())]
    lessons: String,
    /// File to write; - is standard output [default: -]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write a static site into this folder, for any web server
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["output", "to"])]
    site: Option<PathBuf>,
    /// Format of the file [default: html]
    #[arg(long, value_name = "FORMAT", value_parser = FORMATS.map(|format| format.name()))]
    to: Option<String>,
    /// What svg shows [default: graph]
    #[arg(long, value_name = "PICTURE", value_parser = PICTURES.map(|(name, _)| name))]
    picture: Option<String>,
    /// Step that svg and dot show, by number or name [default: the last one]
    #[arg(long, value_name = "STEP")]
    step: Option<String>,
}

/// Writes the lessons in the format, or as a site.
pub fn run(args: &ExportArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let format = format(args.to.as_deref());
    let is_page = args.site.is_some() || format.name() == "html";
    if is_page && args.site.is_none() && args.output.is_none() && std::io::stdout().is_terminal() {
        return Err(CliError::Usage(Said::told(of_commands(lang).export.terminal_page)));
    }
    let shelf = if args.lessons == COURSE { Shelf::default() } else { lesson_files::shelf(&args.lessons)? };
    let mut material = Material::new(shelf, lang).map_err(|error| CliError::Usage(Said::told(error.message)))?;
    material.picked = picked(args, &material, format.name())?;
    if format.name() == "svg" && svg(&material).is_none() {
        let own = &of_commands(lang).export;
        let lacks = if material.picked.subject == Some(Subject::Lanes) { own.no_workers } else { own.no_action_id };
        return Err(CliError::Usage(Said::told(lacks)));
    }
    match &args.site {
        Some(folder) => write_site(&material, folder)?,
        None => write_file(material, format, args.output.as_deref(), out)?,
    }
    if is_page && !HAS_SIMULATION {
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "gostep: {}", of_commands(lang).export.only_to_read);
    }
    Ok(ExitCode::SUCCESS)
}

/// The picture that is asked for.
fn picked(args: &ExportArgs, material: &Material, format: &str) -> Result<Picked, CliError> {
    let usage = |text: &str| Err(CliError::Usage(Said::told(text)));
    let words = &of_commands(material.lang).export;
    if args.picture.is_some() && format != "svg" {
        return usage(words.only_svg);
    }
    let is_picture = ["svg", "dot"].contains(&format);
    if args.step.is_some() && !is_picture {
        return usage(words.only_pictures);
    }
    let mut picked = Picked::default();
    if !is_picture {
        return Ok(picked);
    }
    let [(_, player)] = material.lessons.as_slice() else {
        return usage(words.one_lesson);
    };
    if let Some(step) = &args.step {
        picked.step = player.find(step).ok_or_else(|| no_such_step(player, step))?;
    }
    let asked = PICTURES.into_iter().find(|(name, _)| args.picture.as_deref() == Some(name));
    picked.subject = asked.map_or(picked.subject, |(_, subject)| subject);
    Ok(picked)
}

/// Writes the text, and what belongs beside its file. Both are as they were if one of them cannot be written.
fn write_file(
    mut material: Material,
    format: &dyn Format,
    file: Option<&Path>,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let words = &of_commands(material.lang).export;
    let file = file.filter(|file| *file != Path::new("-"));
    let files = format.beside(&material);
    let folder = file.filter(|_| format.has_beside()).and_then(beside);
    material.beside = folder.as_ref().and_then(|folder| Some(folder.file_name()?.to_str()?.to_owned()));
    let mut text = Vec::new();
    format.write(&material, &mut text).map_err(CliError::Output)?;
    if folder.is_none() && !files.is_empty() {
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "gostep: {}", words.no_pictures);
    }
    let Some(file) = file else {
        return out.write_all(&text).and_then(|()| out.flush()).map_err(CliError::Output);
    };
    let mut replaced = None;
    if let Some(folder) = folder.filter(|folder| !files.is_empty() || folder.exists()) {
        is_ours(&folder, BESIDE, words)?;
        let put = Replaced::new(&folder, BESIDE, &files);
        replaced = Some(put.map_err(|source| CliError::unwritten(&folder, source))?);
    }
    whole_file::publish(file, &text).map_err(|source| CliError::unwritten(file, source))?;
    replaced.into_iter().for_each(Replaced::keep);
    Ok(())
}

/// The folder for what belongs beside a file: `NAME-pictures`. None beside a pipe or `/dev/null`.
fn beside(file: &Path) -> Option<PathBuf> {
    if file.metadata().is_ok_and(|old| !old.is_file()) {
        return None;
    }
    Some(file.with_file_name(format!("{}-pictures", file.file_stem()?.to_str()?)))
}

/// Writes a site into a folder that is new or empty, or that has one already.
fn write_site(material: &Material, folder: &Path) -> Result<(), CliError> {
    let files = site(material).map_err(|error| CliError::Usage(Said::told(error.to_string())))?;
    is_ours(folder, SITE, &of_commands(material.lang).export)?;
    std::fs::create_dir_all(folder).map_err(|source| CliError::unwritten(folder, source))?;
    let write = |path: &Path, bytes: &[u8]| {
        whole_file::publish(path, bytes).map_err(|source| CliError::unwritten(path, source))
    };
    write(&folder.join(SITE.file), SITE.says.as_bytes())?;
    files.iter().try_for_each(|file| write(&folder.join(&file.name), &file.bytes))
}
