//! Where lessons come from: those in the binary, and files that anyone wrote.

use std::path::{Component, Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

use super::check::{File, Surroundings, check};
use super::gate::{self, MAX_BYTES};
use super::glossary::Glossary;
use super::problem::{Problem, Report, Severity, shorten};
use super::{Lesson, places, yaml};
use crate::program::{self, Program, ProgramError};
use crate::suggest::did_you_mean;
use crate::words::Lang;

/// A lesson that comes with gostep.
struct Embedded {
    name: &'static str,
    text: &'static str,
    zh: &'static str,
}

/// `lessons/NAME.yaml` and its translation.
macro_rules! embed {
    ($name:literal) => {
        Embedded {
            name: $name,
            text: include_str!(concat!("../../lessons/", $name, ".yaml")),
            zh: include_str!(concat!("../../lessons/", $name, ".zh.yaml")),
        }
    };
}

/// The course, in its order: one line for each lesson.
const EMBEDDED: &[Embedded] = &[
    embed!("log"),
    embed!("order"),
    embed!("assembly"),
    embed!("runtime"),
    embed!("main"),
    embed!("buildid"),
    embed!("rebuild"),
    embed!("link"),
    embed!("faults"),
    embed!("own"),
];

/// The name of the lesson that is played if none is named.
pub const FIRST: &str = EMBEDDED[0].name;

/// Names of the embedded lessons, in the order of the course.
pub fn names() -> impl Iterator<Item = &'static str> {
    EMBEDDED.iter().map(|lesson| lesson.name)
}

/// A lesson's text, with its translation to one language.
#[derive(Clone, Debug)]
pub struct LessonSource {
    /// Name of the file, for messages.
    pub file: String,
    /// Its text.
    pub text: String,
    /// Name and text of the overlay, if there is one.
    pub overlay: Option<(String, String)>,
    /// The folder beside whose files it may name; none for an embedded lesson.
    pub folder: Option<PathBuf>,
}

/// Why there is no lesson to play.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Neither an embedded lesson nor a file.
    #[error("there is no lesson {name:?}{hint}; known lessons: {known}; or name a YAML file")]
    Unknown {
        /// As the user wrote it.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
        /// All names.
        known: String,
    },
    /// A file that cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// As the user named it.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// Something is wrong in it.
    #[error("{}", list(.0))]
    Problems(Vec<Problem>),
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Finds a lesson by the name of an embedded one or by path.
///
/// # Errors
/// If there is none, or it cannot be read.
pub fn source(name: &str, lang: Lang) -> Result<LessonSource, LoadError> {
    if is_path(name) {
        return read_files(Path::new(name), lang);
    }
    let embedded = EMBEDDED.iter().find(|lesson| lesson.name == name).ok_or_else(|| LoadError::Unknown {
        name: name.to_owned(),
        hint: did_you_mean(name, names()),
        known: names().collect::<Vec<_>>().join(", "),
    })?;
    let overlay = match lang {
        Lang::En => None,
        Lang::Zh => Some((format!("{name}.zh.yaml"), embedded.zh.to_owned())),
    };
    Ok(LessonSource { file: format!("{name}.yaml"), text: embedded.text.to_owned(), overlay, folder: None })
}

/// The name under which progress in a lesson is kept: as it is for an embedded one, the whole path of a file. The
/// lesson can be loaded by it from anywhere.
pub fn key(name: &str) -> String {
    if EMBEDDED.iter().any(|lesson| lesson.name == name) {
        return name.to_owned();
    }
    Path::new(name).canonicalize().map_or_else(|_| name.to_owned(), |path| path.display().to_string())
}

/// Whether a name is that of a file rather than of an embedded lesson.
pub fn is_path(name: &str) -> bool {
    name.contains(['/', '.']) || Path::new(name).is_file()
}

impl LessonSource {
    /// The language in which the lesson itself is written.
    pub fn own_lang(&self) -> Lang {
        #[derive(Deserialize)]
        struct Languages {
            lang: Option<String>,
        }
        let mut unheard = Report::new(&self.file, &self.text);
        let document = yaml::read_loosely::<Languages>(&self.text, "gostep_lesson", super::FORMAT, &mut unheard);
        document.and_then(|document| Lang::parse(document.value.lang.as_deref()?)).unwrap_or_default()
    }

    /// The terms that it can mark: those that come with gostep, and those of a `glossary.yaml` beside it.
    fn glossary(&self, lang: Lang) -> Result<Glossary, LoadError> {
        match &self.folder {
            Some(folder) => Glossary::in_folder(folder, lang),
            None => Glossary::embedded(lang),
        }
    }
}

impl Surroundings for LessonSource {
    /// An embedded program, or one that lies beside the lesson.
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        find_program(name, self.folder.as_deref())
    }

    fn terms(&self) -> Option<Vec<String>> {
        self.glossary(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// A lesson's surroundings with its glossary, which is read once.
struct WithGlossary<'a> {
    source: &'a LessonSource,
    glossary: &'a Glossary,
}

impl Surroundings for WithGlossary<'_> {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        self.source.program(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        Some(self.glossary.ids())
    }
}

/// What comes with gostep, around a lesson that is no file.
#[derive(Clone, Copy, Debug)]
pub struct Shipped;

impl Surroundings for Shipped {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        program::load_embedded(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        Glossary::embedded(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// Finds and checks a lesson.
///
/// # Errors
/// If there is none, or with every problem in it; also if something is wrong with the glossary beside it.
pub fn load(name: &str, lang: Lang) -> Result<Lesson, LoadError> {
    with_glossary(name, lang).map(|(lesson, _)| lesson)
}

/// Finds and checks a lesson, and gives the terms that it can mark.
///
/// # Errors
/// As for [`load`].
pub fn with_glossary(name: &str, lang: Lang) -> Result<(Lesson, Glossary), LoadError> {
    let source = source(name, lang)?;
    let glossary = source.glossary(lang)?;
    let overlay = source.overlay.as_ref().map(|(name, text)| File { name, text });
    let surroundings = WithGlossary { source: &source, glossary: &glossary };
    let lesson = check(File { name: &source.file, text: &source.text }, overlay, lang, &surroundings);
    let lesson = lesson.map_err(|mut problems| {
        problems.retain(|problem| problem.severity == Severity::Error);
        shorten(&mut problems);
        LoadError::Problems(problems)
    })?;
    Ok((lesson, glossary))
}

/// Reads a file and its translation beside it.
pub(super) fn read_files(path: &Path, lang: Lang) -> Result<LessonSource, LoadError> {
    let text = read(path)?;
    let overlay_path = path.with_extension(format!("{}.yaml", lang.code()));
    let overlay = if overlay_path.is_file() { Some((show(&overlay_path), read(&overlay_path)?)) } else { None };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(LessonSource { file: show(path), text, overlay, folder: Some(folder.to_owned()) })
}

/// Reads a file, but no more of it than a lesson may have.
///
/// # Errors
/// If it cannot be read, or is no text.
pub fn read(path: &Path) -> Result<String, LoadError> {
    use std::io::Read;
    let unreadable = |source| LoadError::Unreadable { path: show(path), source };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes).map_err(unreadable)?;
    gate::decode(&bytes).map(str::to_owned).map_err(|(place, message, help)| {
        let (file, text) = (show(path), String::from_utf8_lossy(&bytes));
        let mut report = Report::new(&file, &text);
        report.add(place, message, help);
        LoadError::Problems(report.problems)
    })
}

fn show(path: &Path) -> String {
    path.display().to_string().chars().filter(|&c| !places::is_unwanted(c) && c != '\n').collect()
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
