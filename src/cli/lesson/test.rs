//! `gostep lesson test`

use std::io::{Error, ErrorKind, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::super::error::CliError;
use gostep_sim::said;

use crate::author::files::{Target, targets};
use crate::author::snapshot;
use crate::lesson_files;
use crate::whole_file;
use gostep_course::lesson::{LoadError, readable};
use gostep_course::words::Lang;

/// `gostep lesson test [PATH…]`
#[derive(Args, Debug)]
#[command(after_help = "\
What order.yaml prints in English is kept in order.en.txt beside it, in Chinese in order.zh.txt. Keep these files with \
your lessons: when a lesson or gostep changes, the test shows what learners will see differently.

Exit code: 0 if all is as it was kept, 1 if something differs, was not kept yet, or a lesson cannot be played, 2 if a \
file is not there or cannot be read or written.")]
pub struct TestArgs {
    /// Lesson files, or folders with lessons [default: the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Keep what the lessons print now
    #[arg(long)]
    update: bool,
}

/// The result of testing one lesson in one language.
enum Outcome {
    Equal,
    Kept,
    New,
    Differs(String),
    Broken(String),
}

/// Compares the output of lessons with their snapshots, or stores it with `--update`.
pub fn run(args: &TestArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let paths = if args.paths.is_empty() { vec![".".to_owned()] } else { args.paths.clone() };
    if let Some(name) = paths.iter().find(|name| !lesson_files::is_path(name) && !Path::new(name).is_dir()) {
        let message = said!("{name} is not a file or folder; lessons that come with gostep are tested with it", name);
        return Err(CliError::Usage(message));
    }
    let mut failed = 0;
    let mut tested = 0;
    for target in targets(&paths)? {
        let Target::Lesson(name) = target else { continue };
        for lang in languages(&name)? {
            let path = snapshot::path(Path::new(&name), lang);
            let outcome = test(&name, lang, &path, args.update)?;
            tested += 1;
            failed += usize::from(!matches!(outcome, Outcome::Equal | Outcome::Kept));
            out.write_all(report(&name, &path, &outcome).as_bytes()).map_err(CliError::Output)?;
        }
    }
    let summary = match failed {
        0 => format!("{tested} tested, all well\n"),
        failed => format!("{tested} tested, {failed} failed\n"),
    };
    out.write_all(summary.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::from(u8::from(failed > 0)))
}

/// The languages of a lesson: its own, and those with a translation.
fn languages(name: &str) -> Result<Vec<Lang>, CliError> {
    let mut languages = Vec::new();
    for lang in Lang::ALL {
        match lesson_files::source(name, lang) {
            Ok(source) if source.overlay.is_some() || source.own_lang() == lang => languages.push(lang),
            Ok(_) => {}
            // The problems are reported when this language is tested.
            Err(LoadError::Problems(_)) => languages.push(lang),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(languages)
}

fn test(name: &str, lang: Lang, path: &Path, update: bool) -> Result<Outcome, CliError> {
    let now = match lesson_files::load(name, lang) {
        Ok(lesson) => snapshot::rendered(lesson),
        Err(error @ LoadError::Problems(_)) => return Ok(Outcome::Broken(error.to_string())),
        Err(error) => return Err(error.into()),
    };
    let kept = read(path)?;
    let difference = kept.as_deref().map(|kept| snapshot::difference(kept, &now));
    if update && difference != Some(None) {
        whole_file::publish(path, now.as_bytes()).map_err(|source| CliError::Write { path: shown(path), source })?;
        return Ok(Outcome::Kept);
    }
    Ok(match difference {
        None => Outcome::New,
        Some(None) => Outcome::Equal,
        Some(Some(difference)) => Outcome::Differs(difference),
    })
}

/// The stored output, if there is any. Only regular files are read, since a pipe or device might never end.
fn read(path: &Path) -> Result<Option<String>, CliError> {
    const LONGEST: u64 = 16 << 20;
    let unreadable = |source| CliError::from(LoadError::Unreadable { path: shown(path), source });
    match path.metadata() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(unreadable(source)),
        Ok(metadata) if !metadata.is_file() => return Err(unreadable(Error::other("it is not a file"))),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(LONGEST).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn report(name: &str, path: &Path, outcome: &Outcome) -> String {
    let (name, path) = (shown(Path::new(name)), shown(path));
    match outcome {
        Outcome::Equal => format!("{path}: as it was kept\n"),
        Outcome::Kept => format!("{path}: kept what {name} prints\n"),
        Outcome::New => format!("{path}: nothing is kept yet; `gostep lesson test --update {name}` keeps it\n"),
        Outcome::Differs(difference) => format!(
            "{path}: {name} prints something else (- kept, + now):\n{difference}\
             if this is as it should be: gostep lesson test --update {name}\n"
        ),
        Outcome::Broken(problems) => format!("{name} cannot be played:\n{problems}\n"),
    }
}

/// The path without characters that could control a terminal.
fn shown(path: &Path) -> String {
    path.display().to_string().chars().filter(|&c| !readable::is_unwanted(c)).collect()
}
