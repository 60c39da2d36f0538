//! Adding one import to a package of a program.

use std::sync::OnceLock;

use super::assemble::refuse_cycles;
use super::error::ProgramError;
use super::resolve::resolve;
use super::{Package, PackageId, Program};
use crate::said::Said;

/// Why a package cannot import another one.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.said())]
pub enum ImportError {
    /// The package already imports it.
    Already {
        /// The importing package.
        package: String,
        /// The imported one.
        import: String,
    },
    /// The package to import is unknown: neither in the program nor among [`Program::extra`].
    Unknown {
        /// The imported package.
        import: String,
        /// ` (did you mean …?)`, or the possible names.
        hint: Said,
    },
    /// The import would close a cycle.
    Cycle {
        /// The importing package.
        package: String,
        /// The imported one.
        import: String,
        /// The packages of the cycle, the first one repeated at the end.
        cycle: Vec<String>,
    },
}

impl ImportError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Already { package, import, .. } => said!("{package} imports {import} already", package, import),
            Self::Unknown { import, hint, .. } => said!(
                "package {import} is neither in the program nor among the packages that it could import{hint}",
                import,
                hint
            ),
            Self::Cycle { package, import, cycle, .. } => said!(
                "{package} cannot import {import}: that would be an import cycle: {}",
                cycle.join(" -> "),
                package,
                import
            ),
        }
    }
}

impl Program {
    /// The program with a new import in one package. The imported package may be in the program or in
    /// [`Program::extra`]. Ids stay the same; a package that the program did not have gets the next free id.
    ///
    /// # Errors
    /// If the package already imports it, it is unknown, or it would close a cycle.
    pub fn with_import(&self, package: PackageId, import: &str) -> Result<Self, ImportError> {
        let mut program = self.clone();
        program.source_importers = OnceLock::new();
        let names = || (self.package(package).import_path.clone(), import.to_owned());
        let imported = match self.by_path.get(import) {
            Some(&id) => id,
            None => program.add_extra(import)?,
        };
        if self.package(package).imports[..self.package(package).source_imports].contains(&imported) {
            let (package, import) = names();
            return Err(ImportError::Already { package, import });
        }
        let place = {
            let importing = program.package(package);
            let sources = &importing.imports[..importing.source_imports];
            sources.partition_point(|&id| program.package(id).import_path.as_str() < import)
        };
        let importing = &mut program.packages[package.index()];
        importing.imports.retain(|&id| id != imported); // the linker's need of it comes before it is written down
        importing.imports.insert(place, imported);
        importing.source_imports += 1;
        match refuse_cycles(&self.name, &program.packages) {
            Err(ProgramError::Cycle { cycle, .. }) => {
                let (package, import) = names();
                Err(ImportError::Cycle { package, import, cycle })
            }
            _ => Ok(program),
        }
    }

    fn add_extra(&mut self, import: &str) -> Result<PackageId, ImportError> {
        let unknown = || {
            let known =
                self.by_path.keys().map(String::as_str).chain(self.extra.iter().map(|p| p.import_path.as_str()));
            ImportError::Unknown { import: import.to_owned(), hint: crate::suggest::did_you_mean(import, known) }
        };
        let listed = self.extra.iter().find(|p| p.import_path == import).cloned().ok_or_else(unknown)?;
        let package =
            resolve(&self.name, listed, &self.by_path, &self.toolchain, &self.instruments).map_err(|_| unknown())?;
        let id = PackageId(u32::try_from(self.packages.len()).unwrap_or(u32::MAX));
        self.by_path.insert(import.to_owned(), id);
        // It is imported, and was not named on the command line.
        self.packages.push(Package { dep_only: true, ..package });
        Ok(id)
    }
}
