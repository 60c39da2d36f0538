//! Texts of lessons: those in the binary, and files that anyone wrote.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;

use super::gate::{self, MAX_BYTES};
use super::problem::{Problem, Report};
use super::{readable, yaml};
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
        let document = yaml::read_loosely::<Languages>(&self.text, "gostep_lesson", super::raw::FORMAT, &mut unheard);
        document.and_then(|document| Lang::parse(document.value.lang.as_deref()?)).unwrap_or_default()
    }
}

/// Reads a file and its translation beside it.
pub fn read_files(path: &Path, lang: Lang) -> Result<LessonSource, LoadError> {
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

/// A path for messages.
pub fn show(path: &Path) -> String {
    path.display().to_string().chars().filter(|&c| !readable::is_unwanted(c) && c != '\n').collect()
}
