//! Programs recorded from a real toolchain: the package list, the environment, and what only a real build knows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::error::Category;

use super::error::ProgramError;
use super::goenv::GoEnv;
use super::golist::{self, ListedPackage};
use super::surroundings::Surroundings;
use crate::hash::{Hash, ShortId};
use crate::said::Said;

/// The newest version of the file format that can be read.
pub const FORMAT: u32 = 1;

/// A program in the file format of `gostep import`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct RecordedProgram {
    /// Version of the format; see [`FORMAT`].
    pub gostep_program: u32,
    /// One line for human readers: what it is and how it was recorded.
    #[serde(default)]
    pub about: String,
    /// The variables of `go env -json` that are used.
    pub env: GoEnv,
    /// The directory in which the build command was given.
    pub dir: String,
    /// Import paths of the packages named on the command line, in its order, if there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roots: Vec<String>,
    /// The flags of `go build` with which it was recorded. Files of older releases of gostep do not have them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flags: Option<Vec<String>>,
    /// Whether only lists were there when it was written: then what surrounds the build is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_lists: bool,
    /// Whether only a log was there: then headers are not known, either.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_log: bool,
    /// What a build depends on and a package list does not tell.
    #[serde(default)]
    pub surroundings: Surroundings,
    /// Duration of each package's action in milliseconds by import path; the key of the link is `link`.
    #[serde(default)]
    pub durations_ms: BTreeMap<String, f64>,
    /// The objects of `go list -export -json -deps`, reduced to the fields that are used, with hashes of the files.
    pub packages: Vec<ListedPackage>,
}

/// The archive that a real build made of one package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedArchive {
    /// Action ID of the compile.
    pub action: ShortId,
    /// Content ID of the archive.
    pub content: ShortId,
    /// SHA-256 of the archive, which is its name in the cache.
    pub output: Hash,
}

impl RecordedArchive {
    /// Reads it from the fields `BuildID` and `Export` of `go list -export`; `None` without them.
    pub fn from_listed(package: &ListedPackage) -> Option<Self> {
        let (action, content) = package.build_id.split_once('/')?;
        let name = package.export.rsplit(['/', '\\']).next()?.strip_suffix("-d")?;
        Some(Self {
            action: ShortId::parse(action)?,
            content: ShortId::parse(content)?,
            output: Hash::parse_hex(name)?,
        })
    }
}

/// Reads a recorded program.
///
/// # Errors
/// If the text is not a recorded program, or has a later format.
pub fn parse(origin: &str, text: &str) -> Result<RecordedProgram, ProgramError> {
    #[derive(Deserialize)]
    struct Version {
        gostep_program: u32,
    }
    if let Ok(Version { gostep_program }) = serde_json::from_str::<Version>(text)
        && gostep_program > FORMAT
    {
        return Err(ProgramError::TooNew { origin: origin.to_owned(), format: gostep_program, known: FORMAT });
    }
    serde_json::from_str(text).map_err(|error| ProgramError::Json {
        origin: origin.to_owned(),
        line: error.line(),
        column: error.column().max(1),
        problem: said!(
            "{}; expected a program that `gostep import` wrote (the output of `go list` is given with --list)",
            what_is_wrong(text, &error)
        ),
    })
}

/// Whether a JSON text has objects in those places where a recorded program has them.
fn is_outlined(text: &str) -> bool {
    // The output of `go list` is a sequence of values; the first one is enough to tell.
    let first = serde_json::Deserializer::from_str(text).into_iter().next();
    let Some(Ok(Value::Object(all))) = first else { return false };
    let is_mapping = |name: &str| all.get(name).is_none_or(Value::is_object);
    let packages = all.get("packages").and_then(Value::as_array);
    is_mapping("env") && is_mapping("surroundings") && packages.is_none_or(|all| all.iter().all(Value::is_object))
}

/// What is wrong with a text. Messages of the parser are left out where they would not help the author of the file.
fn what_is_wrong(text: &str, error: &serde_json::Error) -> Said {
    let words = error.to_string();
    let message = golist::without_place(&words);
    match error.classify() {
        Category::Eof if text.trim().is_empty() => said!("the file is empty"),
        Category::Eof => said!("the file ends too early: a part of it is missing"),
        Category::Syntax => said!("this is not JSON: {message}", message),
        Category::Data if !is_outlined(text) => said!("this is JSON, but no program"),
        Category::Data | Category::Io => Said::told(message),
    }
}
