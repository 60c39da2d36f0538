//! Texts of lessons. Those of the course are in the binary.

use std::path::PathBuf;

use serde::Deserialize;
use thiserror::Error;

use crate::lesson::gate;
use crate::lesson::problem::{Problem, ProblemReport};
use crate::lesson::raw::FORMAT;
use crate::lesson::yaml;
use crate::words::Lang;
use gostep_sim::said;
use gostep_sim::said::{Said, Value};
use gostep_sim::suggest::did_you_mean;

/// A lesson that comes with gostep.
struct Embedded {
    name: &'static str,
    text: &'static str,
    translations: &'static [(Lang, &'static str)],
}

/// `lessons/NAME.yaml` and its translations.
macro_rules! embed {
    ($name:literal) => {
        Embedded {
            name: $name,
            text: include_str!(concat!("../../../../lessons/", $name, ".yaml")),
            translations: &[(Lang::Zh, include_str!(concat!("../../../../lessons/", $name, ".zh.yaml")))],
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
    embed!("start"),
    embed!("goroutine"),
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
#[error("{}", self.said())]
pub enum LoadError {
    /// Neither an embedded lesson nor a file.
    Unknown {
        /// As the user wrote it.
        name: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
        /// All names.
        known: Value,
    },
    /// A file that cannot be read.
    Unreadable {
        /// As the user named it.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder without lessons.
    Empty {
        /// As the user named it.
        folder: String,
    },
    /// Something is wrong in it.
    Problems(Vec<Problem>),
}

impl LoadError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unknown { name, hint, known, .. } => said!(
                "there is no lesson {name:?}{hint}; known lessons: {known}; or name a YAML file",
                name,
                hint,
                known
            ),
            Self::Unreadable { path, source, .. } => said!("cannot read {path}: {source}", path, source),
            Self::Empty { folder, .. } => {
                said!("{folder} has no lessons: no file NAME.yaml that begins with gostep_lesson: 1", folder)
            }
            Self::Problems(problems) => lines(problems),
        }
    }
}

/// All of them, one a line.
fn lines(problems: &[Problem]) -> Said {
    let lines = problems.iter().map(Problem::said);
    lines.reduce(|before, line| said!("{before}\n{line}", before, line)).unwrap_or_default()
}

/// Finds a lesson of the course.
///
/// # Errors
/// If there is none with this name.
pub fn source(name: &str, lang: Lang) -> Result<LessonSource, LoadError> {
    let embedded = EMBEDDED.iter().find(|lesson| lesson.name == name).ok_or_else(|| LoadError::Unknown {
        name: name.to_owned(),
        hint: did_you_mean(name, names()),
        known: said::list(names()),
    })?;
    let translation = embedded.translations.iter().find(|(known, _)| *known == lang);
    let overlay = translation.map(|(_, text)| (format!("{name}.{}.yaml", lang.code()), (*text).to_owned()));
    Ok(LessonSource { file: format!("{name}.yaml"), text: embedded.text.to_owned(), overlay, folder: None })
}

impl LessonSource {
    /// The language in which the lesson itself is written.
    pub fn own_lang(&self) -> Lang {
        self.top().lang.and_then(|code| Lang::parse(&code)).unwrap_or_default()
    }

    /// The program that it names, if it names one.
    pub fn program(&self) -> Option<String> {
        self.top().program
    }

    /// What it says of itself, as far as that can be read.
    fn top(&self) -> Top {
        let mut unheard = ProblemReport::new(&self.file, &self.text);
        let document = yaml::read_loosely::<Top>(&self.text, "gostep_lesson", FORMAT, &mut unheard);
        document.map(|document| document.value).unwrap_or_default()
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Top {
    lang: Option<String>,
    program: Option<String>,
}

/// The text of a file, of which at least as much as a lesson may have is given.
///
/// # Errors
/// If it is no text.
pub fn text(file: &str, bytes: &[u8]) -> Result<String, LoadError> {
    gate::decode(bytes).map(str::to_owned).map_err(|(place, message, help)| {
        let text = String::from_utf8_lossy(bytes);
        let mut report = ProblemReport::new(file, &text);
        report.add(place, message, help);
        LoadError::Problems(report.problems)
    })
}
