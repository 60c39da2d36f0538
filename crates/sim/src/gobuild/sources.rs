//! The source files of a program, with the edits made to them since it was described.

use std::collections::BTreeMap;

use super::edits::Edit;
use super::effects::Assume;
use super::origin::simulated;
use crate::hash::{Hasher, ShortId};
use crate::program::{Package, PackageId, Program};

/// Edits in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    edits: Vec<Edit>,
    /// What is taken for granted of edits that were not measured.
    pub assume: Assume,
}

impl Sources {
    /// Adds a change.
    pub fn edit(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Takes back all changes of a package, or of all packages.
    pub fn undo(&mut self, package: Option<PackageId>) {
        self.edits.retain(|edit| package.is_some_and(|package| edit.package != package));
    }

    /// The changes that are in force.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The hash of a file as it is now.
    pub fn file_hash(&self, id: PackageId, package: &Package, file: &str) -> ShortId {
        let changes = self.edits.iter().filter(|edit| edit.package == id && edit.file == file);
        changes.fold(original_hash(package, file), |hash, edit| edit.apply_to_hash(hash))
    }

    /// What the edits do to archives: for every package whose archive they change, a digest of those edits. `recorded`
    /// says whether the build is one of which records tell.
    pub fn effects(&self, program: &Program, recorded: bool) -> BTreeMap<PackageId, ShortId> {
        let mut effects: BTreeMap<PackageId, Hasher> = BTreeMap::new();
        for edit in &self.edits {
            for package in edit.effect(program, self.assume, recorded).changed {
                effects.entry(package).or_default().write(format!("{edit:?}").as_bytes());
            }
        }
        effects.into_iter().map(|(package, hasher)| (package, hasher.finish().short())).collect()
    }
}

/// The short hash of a source file as it was described: known, or a stand-in.
pub fn original_hash(package: &Package, file: &str) -> ShortId {
    package
        .file_hashes
        .get(file)
        .copied()
        .unwrap_or_else(|| simulated("source", &[package.import_path.as_bytes(), file.as_bytes()]).short())
}
