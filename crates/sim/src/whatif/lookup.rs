//! Looks up the packages, files and imports that a change names.

use super::change_error::ChangeError;
use crate::gobuild::{Edit, EditKind};
use crate::program::{Package, PackageId, Program};
use crate::said::{self, Said};
use crate::suggest::{did_you_mean, nearest};

/// A change as written, and the program to which it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'a> {
    /// The change as written, for messages.
    pub change: &'a str,
    /// The program in which names are looked up.
    pub program: &'a Program,
}

impl Lookup<'_> {
    pub(super) fn problem(&self, problem: Said) -> ChangeError {
        ChangeError::Value { change: self.change.to_owned(), problem }
    }

    /// A package by import path; it must be one that is compiled.
    pub fn package(&self, path: &str) -> Result<PackageId, ChangeError> {
        let compiled = |id: &PackageId| !self.program.package(*id).is_builtin();
        match self.program.find(path) {
            Some(id) if compiled(&id) => Ok(id),
            Some(_) => {
                Err(self.problem(said!("{path} is built into the compiler: it has no files and no archive", path)))
            }
            None => {
                let names = self.program.ids().filter(compiled).map(|id| self.program.display_path(id));
                Err(ChangeError::Package {
                    change: self.change.to_owned(),
                    package: path.to_owned(),
                    program: self.program.name.clone(),
                    hint: did_you_mean(path, names),
                })
            }
        }
    }

    /// Reads the target of an edit: `PKG` or `PKG/FILE`.
    pub fn edit(&self, target: &str, kind: &EditKind) -> Result<Edit, ChangeError> {
        if self.program.find(target).is_some() {
            let package = self.package(target)?;
            return Ok(Edit { package, file: self.default_file(package, kind), kind: kind.clone() });
        }
        // Embedded files may be in directories below the package, so every slash may end the package's path.
        let splits = || {
            let slashes = target.rmatch_indices('/').map(|(at, _)| (&target[..at], &target[at + 1..]));
            slashes.filter_map(|(path, file)| Some((path, file, self.program.find(path)?)))
        };
        let in_file = |package, file: &str| {
            self.file_of(package, file, kind).map(|file| Edit { package, file, kind: kind.clone() })
        };
        let has = |id: PackageId, file: &str| self.program.package(id).files.hashed().any(|known| known == file);
        if let Some((_, file, package)) = splits().find(|(_, file, id)| has(*id, file)) {
            return in_file(package, file);
        }
        match splits().find(|(_, file, _)| !file.is_empty()) {
            Some((_, file, package)) if is_file_name(file) || !could_be_package(self.program, target) => {
                in_file(package, file)
            }
            _ => match target.rsplit_once('/') {
                // The file name looks right, so the package name is misspelt.
                Some((path, file)) if is_file_name(file) => Err(self
                    .package(path)
                    .err()
                    .unwrap_or_else(|| self.problem(said!("write {}=PKG/FILE", kind.name())))),
                _ => self.package(target).map(|package| Edit {
                    package,
                    file: self.default_file(package, kind),
                    kind: kind.clone(),
                }),
            },
        }
    }

    /// Reads the target of a new import: `PKG:PATH`.
    pub fn import(&self, value: &str) -> Result<Edit, ChangeError> {
        let (package, path) = match value.split_once(':') {
            Some((package, path)) if !path.trim().is_empty() => (package, path.trim()),
            _ => return Err(self.problem(said!("write import=PKG:PATH"))),
        };
        let edit = self.edit(package, &EditKind::Import(path.to_owned()))?;
        let importer = self.program.package(edit.package);
        let name = self.program.display_path(edit.package);
        if path == "C" {
            return Err(self.problem(said!(
                "an import of C makes the file one for cgo, and what cgo makes of it is not known; choose a Go package"
            )));
        }
        if self.program.find(path).is_some_and(|id| id == self.program.root()) {
            return Err(self.problem(said!("{path} is the program itself, which nothing may import", path)));
        }
        let standard = self.is_standard(path);
        if !importer.may_import(path) {
            let whose = match path.rsplit_once("/internal/") {
                Some((parent, _)) if !standard => Said::told(parent),
                _ => said!("the standard library"),
            };
            return Err(self.problem(said!(
                "{path} is internal to {whose}, so {name} may not import it; choose one without internal/ in its path",
                path,
                whose,
                name
            )));
        }
        if importer.standard && !standard {
            return Err(
                self.problem(said!("{name} is part of the standard library, which imports only from itself", name))
            );
        }
        Ok(edit)
    }

    fn is_standard(&self, path: &str) -> bool {
        let known = self.program.find(path).map(|id| self.program.package(id).standard);
        known.unwrap_or_else(|| !path.split('/').next().is_some_and(|first| first.contains('.')))
    }

    fn file_of(&self, package: PackageId, file: &str, kind: &EditKind) -> Result<String, ChangeError> {
        let files = &self.program.package(package).files;
        let name = self.program.display_path(package);
        let is_go = files.go.iter().any(|known| known == file);
        let only_bytes = matches!(kind, EditKind::Touch | EditKind::Comment);
        if is_go || (only_bytes && files.hashed().any(|known| known == file)) {
            return Ok(file.to_owned());
        }
        let go = shortly(&files.go);
        if files.cgo.iter().any(|known| known == file) {
            return Err(self.problem(said!(
                "{file} imports C, so what else than touch and comment changes is not known; other Go files of {name}: {go}", file, name, go
            )));
        }
        if files.hashed().any(|known| known == file) {
            return Err(self.problem(said!(
                "{file} is no Go file, so only touch and comment are possible; Go files of {name}: {go}",
                file,
                name,
                go
            )));
        }
        let hint = match nearest(file, files.hashed()) {
            Some(near) => said!(" (did you mean {near:?}?)", near),
            None => said!("; its Go files: {go}", go),
        };
        Err(self.problem(said!("package {name} has no file {file:?}{hint}", name, file, hint)))
    }

    /// The file to edit if the change names none: the one that measurements use, otherwise one in which such an edit
    /// was measured, otherwise the first file.
    pub(super) fn default_file(&self, package: PackageId, kind: &EditKind) -> String {
        let program = self.program;
        let measured = || program.rebuilds().place(package, kind.name(), kind.function()).map(|(file, _)| file);
        let default = program.exports().default_file(package).or_else(measured);
        default.unwrap_or_else(|| first_file(program.package(package))).to_owned()
    }
}

fn first_file(package: &Package) -> &str {
    package.files.hashed().next().unwrap_or_default()
}

/// Whether a name ends like a file that takes part in a build: `x.go`, but not `x.y.org`.
fn is_file_name(name: &str) -> bool {
    [".go", ".s", ".S", ".c", ".cc", ".cpp", ".cxx", ".h", ".hh", ".hpp", ".hxx", ".syso"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// Whether a path is so similar to that of a package that it is more likely a misspelt package than a file.
fn could_be_package(program: &Program, path: &str) -> bool {
    nearest(path, program.ids().map(|id| program.display_path(id))).is_some()
}

/// The first names of a list and the number of the others.
pub(super) fn shortly<S: AsRef<str>>(names: &[S]) -> Said {
    const SHOWN: usize = 6;
    let shown = said::list(names.iter().take(SHOWN).map(AsRef::as_ref));
    if names.len() > SHOWN { said!("{shown} and {} more", names.len() - SHOWN, shown) } else { said!("{shown}", shown) }
}
