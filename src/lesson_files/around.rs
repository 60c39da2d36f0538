//! Files that a lesson uses: its glossary and its programs. They are only looked for in the lesson's own folder.

use std::path::{Component, Path, PathBuf};

use super::find::{read_files, show};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::{File, LessonSource, LoadError, Surroundings, shipped_source};
use gostep_course::words::Lang;
use gostep_sim::program::{self, Program, ProgramError};
use gostep_sim::said;
use gostep_sim::suggest::did_you_mean;

/// Finds the files of a lesson, in its folder and among those embedded in gostep.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a>(pub &'a LessonSource);

impl Around<'_> {
    /// The terms that the lesson can mark: the embedded ones and those of the `glossary.yaml` in its folder.
    ///
    /// # Errors
    /// If that `glossary.yaml` has problems.
    pub fn glossary(&self, lang: Lang) -> Result<Glossary, LoadError> {
        match &self.0.folder {
            Some(folder) => glossary(folder, lang),
            None => Glossary::embedded(lang),
        }
    }
}

impl Surroundings for Around<'_> {
    /// The program with this name: an embedded one, or a file in the lesson's folder.
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        match program_text(name, self.0.folder.as_deref()) {
            Some(text) => program::from_recorded_text(&show(Path::new(name)), &text?),
            None => program::load_embedded(name),
        }
    }

    /// The Go source with this name: one that comes with gostep, or a file in the lesson's folder.
    fn go_source(&self, name: &str) -> Result<String, (String, String)> {
        match self.0.folder.as_deref().filter(|_| name.contains(['/', '.'])) {
            Some(folder) => source_in(folder, name).map_err(|message| (message, String::new())),
            None => shipped_source(name),
        }
    }

    fn terms(&self) -> Option<Vec<String>> {
        self.glossary(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// The terms for the lessons of a folder: the embedded ones and those of its `glossary.yaml`, if there is one. If both
/// explain a term, the folder's explanation is used.
///
/// # Errors
/// If the `glossary.yaml` has problems.
pub fn glossary(folder: &Path, lang: Lang) -> Result<Glossary, LoadError> {
    let embedded = Glossary::embedded(lang)?;
    let Some(path) = glossary_in(folder) else { return Ok(embedded) };
    let source = read_files(&path, lang)?;
    let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
    embedded.extended(File { name: &source.file, text: &source.text }, overlay, lang)
}

/// The glossary for the lessons of a folder, if it has one.
pub fn glossary_in(folder: &Path) -> Option<PathBuf> {
    Some(folder.join("glossary.yaml")).filter(|path| path.is_file())
}

/// The text of the program that a lesson names, if it is a file in the lesson's own folder and not an embedded one.
pub fn program_text(name: &str, folder: Option<&Path>) -> Option<Result<String, ProgramError>> {
    let folder = folder.filter(|_| name.contains(['/', '.']))?;
    Some(text_in(folder, name))
}

fn text_in(folder: &Path, name: &str) -> Result<String, ProgramError> {
    let path = folder.join(name);
    let shown = show(Path::new(name));
    if name.contains("://") {
        let message = said!("{shown} is no file; put the program beside the lesson, and write its name", shown);
        return Err(ProgramError::Setting(message));
    }
    if path.extension().is_some_and(|extension| extension == "go") {
        let message =
            said!("{shown} is a source file; `gostep import --run-go -o hello.json {shown}` writes the program", shown);
        return Err(ProgramError::Setting(message));
    }
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let inside = plain && is_inside(&path, folder);
    if path.exists() && !inside || !plain {
        let message = said!("{shown} is not in the folder of the lesson; put the program beside it", shown);
        return Err(ProgramError::Setting(message));
    }
    read_program(&path, &shown, folder)
}

/// The text of a Go source in the lesson's own folder.
fn source_in(folder: &Path, name: &str) -> Result<String, String> {
    const LONGEST: u64 = 1 << 20;
    let path = folder.join(name);
    let shown = show(Path::new(name));
    let plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !plain || path.exists() && !is_inside(&path, folder) {
        return Err(format!("{shown} is not in the folder of the lesson; put the source beside it"));
    }
    let metadata = path.metadata().map_err(|error| format!("{shown} cannot be read: {error}"))?;
    if !metadata.is_file() || metadata.len() > LONGEST {
        return Err(format!("{shown} is no file of Go source"));
    }
    std::fs::read_to_string(&path).map_err(|error| format!("{shown} cannot be read: {error}"))
}

/// Reads a program file. Devices and files that are far too long are refused, since they would fill the memory.
fn read_program(path: &Path, shown: &str, folder: &Path) -> Result<String, ProgramError> {
    use std::io::{ErrorKind, Read};
    const LONGEST: u64 = 64 << 20;
    let unreadable = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => {
            let hint = did_you_mean(shown, programs_in(folder).iter().map(String::as_str));
            let help = said!("`gostep import --run-go -o {shown} main.go` writes one", shown);
            ProgramError::Setting(said!("there is no file {shown} beside the lesson{hint}; {help}", shown, hint, help))
        }
        ErrorKind::InvalidData => {
            ProgramError::Setting(said!("{shown} is no text; name a program that `gostep import` wrote", shown))
        }
        _ => ProgramError::Unreadable { path: shown.to_owned(), source },
    };
    // Checked before the file is opened, since opening a pipe would wait for a writer.
    if !path.metadata().map_err(unreadable)?.is_file() {
        return Err(ProgramError::Setting(said!("{shown} is not a file; name one that `gostep import` wrote", shown)));
    }
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut text = String::new();
    let read = file.take(LONGEST + 1).read_to_string(&mut text).map_err(unreadable)?;
    if read as u64 > LONGEST {
        return Err(ProgramError::Setting(said!("{shown} has more than {most} bytes", shown, most = LONGEST)));
    }
    Ok(text)
}

/// The files of a folder that may be programs, for suggestions, as a lesson names them.
fn programs_in(folder: &Path) -> Vec<String> {
    const MOST: usize = 200;
    let entries = folder.read_dir().into_iter().flatten().take(MOST).filter_map(Result::ok);
    let paths = entries.map(|entry| entry.path());
    let programs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json") && path.is_file());
    programs.filter_map(|path| Some(format!("./{}", path.file_name()?.to_str()?))).collect()
}

/// Whether a path is inside a folder after all links are followed.
fn is_inside(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}
