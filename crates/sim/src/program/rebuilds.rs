//! Measurements: which archives changed when a package of a program was edited. See `docs/measuring.md`.

use std::collections::HashMap;

use serde::Deserialize;

use super::error::ProgramError;
use super::golist;
use super::package::PackageId;
use crate::said::Said;

/// The newest version of the file format that can be read.
pub const FORMAT: u32 = 1;

#[derive(Deserialize)]
struct RecordedRebuilds {
    gostep_rebuilds: u32,
    edits: Vec<MeasuredEdit>,
}

#[derive(Deserialize)]
struct MeasuredEdit {
    edit: String,
    package: String,
    file: String,
    #[serde(default)]
    function: Option<String>,
    changed: Vec<String>,
}

/// The measured edits of a program, each with the archives that it changed.
#[derive(Clone, Debug, Default)]
pub struct Rebuilds {
    edits: HashMap<(PackageId, String), Vec<Measured>>,
}

#[derive(Clone, Debug)]
struct Measured {
    file: String,
    function: Option<String>,
    changed: Vec<PackageId>,
}

impl Rebuilds {
    /// Reads the file that `tools/measure_rebuilds.py` wrote. `find` looks up packages of the program by import path.
    ///
    /// # Errors
    /// If the file has another format, or is about another program.
    pub fn parse(origin: &str, text: &str, find: impl Fn(&str) -> Option<PackageId>) -> Result<Self, ProgramError> {
        let json =
            |problem: Said, line, column| ProgramError::Json { origin: origin.to_owned(), line, column, problem };
        let recorded: RecordedRebuilds = serde_json::from_str(text).map_err(|error| {
            let problem = said!("{}; expected measurements of rebuilds", golist::without_place(&error.to_string()));
            json(problem, error.line(), error.column().max(1))
        })?;
        if recorded.gostep_rebuilds > FORMAT {
            return Err(ProgramError::TooNew {
                origin: origin.to_owned(),
                format: recorded.gostep_rebuilds,
                known: FORMAT,
            });
        }
        let find = |path: &str| find(path).ok_or_else(|| json(said!("the program has no package {path}", path), 1, 1));
        let mut edits: HashMap<_, Vec<Measured>> = HashMap::new();
        for edit in recorded.edits {
            let changed = edit.changed.iter().map(|path| find(path)).collect::<Result<Vec<_>, _>>()?;
            let measured = Measured { file: edit.file, function: edit.function, changed };
            edits.entry((find(&edit.package)?, edit.edit)).or_default().push(measured);
        }
        Ok(Self { edits })
    }

    /// The packages whose archives this edit changed; `None` if the edit was not measured.
    pub fn changed(&self, package: PackageId, edit: &str, file: &str, function: Option<&str>) -> Option<&[PackageId]> {
        let measured = self.edits.get(&(package, edit.to_owned()))?;
        let same = |m: &&Measured| m.file == file && (function.is_none() || m.function.as_deref() == function);
        measured.iter().find(same).map(|m| m.changed.as_slice())
    }

    /// The packages whose archives this edit changed, in whichever file of the package it was made; `None` if that was
    /// not measured.
    pub fn changed_in_any_file(&self, package: PackageId, edit: &str) -> Option<&[PackageId]> {
        self.edits.get(&(package, edit.to_owned()))?.first().map(|m| m.changed.as_slice())
    }

    /// Whether any edit of a package was measured.
    pub fn knows(&self, package: PackageId) -> bool {
        self.edits.keys().any(|(known, _)| *known == package)
    }

    /// A file in which this kind of edit was measured in a package, and the function if the edit concerns one.
    pub fn place(&self, package: PackageId, edit: &str, function: Option<&str>) -> Option<(&str, Option<&str>)> {
        let measured = self.edits.get(&(package, edit.to_owned()))?;
        let wanted = |m: &&Measured| function.is_none() || m.function.as_deref() == function;
        measured.iter().find(wanted).map(|m| (m.file.as_str(), m.function.as_deref()))
    }
}
