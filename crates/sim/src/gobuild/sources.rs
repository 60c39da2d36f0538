//! The source files of a program, with the edits made to them since it was described.

use std::collections::BTreeMap;

use super::edits::Edit;
use super::effects::Assume;
use super::origin::simulated;
use crate::hash::{Hasher, ShortId};
use crate::program::{Package, PackageId, Program};

/// The edits, in the order in which they were made.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    edits: Vec<Edit>,
    /// Which bound to use for edits whose effect was not measured.
    pub assume: Assume,
}

impl Sources {
    /// Adds an edit.
    pub fn edit(&mut self, edit: Edit) {
        self.edits.push(edit);
    }

    /// Takes back the edits of one package, or of all packages.
    pub fn undo(&mut self, package: Option<PackageId>) {
        self.edits.retain(|edit| package.is_some_and(|package| edit.package != package));
    }

    /// The edits that apply now.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The hash of a file with its edits.
    pub fn file_hash(&self, id: PackageId, package: &Package, file: &str) -> ShortId {
        let changes = self.edits.iter().filter(|edit| edit.package == id && edit.file == file);
        changes.fold(original_hash(package, file), |hash, edit| edit.apply_to_hash(hash))
    }

    /// For every package whose archive the edits change, a digest of the edits that change it. `recorded` says whether
    /// recorded effects apply to this build.
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

/// The short hash of a source file without edits: the known one, or a stand-in.
pub fn original_hash(package: &Package, file: &str) -> ShortId {
    package
        .file_hashes
        .get(file)
        .copied()
        .unwrap_or_else(|| simulated("source", &[package.import_path.as_bytes(), file.as_bytes()]).short())
}
