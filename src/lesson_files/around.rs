//! What lies around a lesson: its glossary and its programs, in its own folder and nowhere else.

use std::path::{Component, Path};

use super::find::{read_files, show};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::{File, LessonSource, LoadError, Surroundings};
use gostep_course::words::Lang;
use gostep_sim::program::{self, Program, ProgramError};
use gostep_sim::suggest::did_you_mean;

/// What a lesson finds beside itself, and what comes with gostep.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a>(pub &'a LessonSource);

impl Around<'_> {
    /// The terms that it can mark: those that come with gostep, and those of a `glossary.yaml` beside it.
    ///
    /// # Errors
    /// If there is something wrong with that one.
    pub fn glossary(&self, lang: Lang) -> Result<Glossary, LoadError> {
        match &self.0.folder {
            Some(folder) => glossary(folder, lang),
            None => Glossary::embedded(lang),
        }
    }
}

impl Surroundings for Around<'_> {
    /// An embedded program, or one that lies beside the lesson.
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        find_program(name, self.0.folder.as_deref())
    }

    fn terms(&self) -> Option<Vec<String>> {
        self.glossary(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// The terms for the lessons of a folder: if there is a `glossary.yaml` in it, then those of that one too. Where both
/// explain a term, the folder's own does.
///
/// # Errors
/// If there is something wrong with its `glossary.yaml`.
pub fn glossary(folder: &Path, lang: Lang) -> Result<Glossary, LoadError> {
    let embedded = Glossary::embedded(lang)?;
    let path = folder.join("glossary.yaml");
    if !path.is_file() {
        return Ok(embedded);
    }
    let source = read_files(&path, lang)?;
    let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
    embedded.extended(File { name: &source.file, text: &source.text }, overlay, lang)
}

/// The program that a lesson names: an embedded one, or a file in the lesson's own folder and nowhere else.
fn find_program(name: &str, folder: Option<&Path>) -> Result<Program, ProgramError> {
    let Some(folder) = folder.filter(|_| name.contains(['/', '.'])) else { return program::load_embedded(name) };
    let path = folder.join(name);
    let shown = show(Path::new(name));
    if name.contains("://") {
        let message = format!("{shown} is no file; put the program beside the lesson, and write its name");
        return Err(ProgramError::Setting(message));
    }
    if path.extension().is_some_and(|extension| extension == "go") {
        let message = format!("{shown} is a source file; `gostep record -o hello.json {shown}` writes the program");
        return Err(ProgramError::Setting(message));
    }
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let inside = plain && is_inside(&path, folder);
    if path.exists() && !inside || !plain {
        let message = format!("{shown} is not in the folder of the lesson; put the program beside it");
        return Err(ProgramError::Setting(message));
    }
    program::from_recorded_text(&shown, &read_program(&path, &shown, folder)?)
}

/// Reads a program file, but nothing that would fill memory: a device, or a file that is far too long.
fn read_program(path: &Path, shown: &str, folder: &Path) -> Result<String, ProgramError> {
    use std::io::{ErrorKind, Read};
    const LONGEST: u64 = 64 << 20;
    let unreadable = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => {
            let hint = did_you_mean(shown, programs_in(folder).iter().map(String::as_str));
            let help = format!("`gostep record -o {shown} main.go` writes one");
            ProgramError::Setting(format!("there is no file {shown} beside the lesson{hint}; {help}"))
        }
        ErrorKind::InvalidData => {
            ProgramError::Setting(format!("{shown} is no text; name a program that `gostep record` wrote"))
        }
        _ => ProgramError::Unreadable { path: shown.to_owned(), source },
    };
    // Before it is opened: a pipe would wait for somebody to write into it.
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err(ProgramError::Setting(format!("{shown} is not a file; name one that `gostep record` wrote")));
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut text = String::new();
    let read = file.take(LONGEST + 1).read_to_string(&mut text).map_err(unreadable)?;
    if read as u64 > LONGEST {
        return Err(ProgramError::Setting(format!("{shown} has more than {LONGEST} bytes")));
    }
    Ok(text)
}

/// The files of a folder that may be programs, as a lesson names them.
fn programs_in(folder: &Path) -> Vec<String> {
    const MOST: usize = 200;
    let entries = folder.read_dir().into_iter().flatten().take(MOST).filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path());
    let programs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json") && path.is_file());
    programs.filter_map(|path| Some(format!("./{}", path.file_name()?.to_str()?))).collect()
}

/// Follows links, which could lead anywhere.
fn is_inside(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}
