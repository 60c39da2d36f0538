//! Checks faults in imports of the sources: one that is not used, one that is missing, one that leads nowhere, a cycle.

use super::error::FaultError;
use super::resolve::Resolver;
use super::{Fault, LoadFault, Slip};
use crate::program::{PackageId, golist};

impl Resolver<'_> {
    pub(super) fn unused_import(&self) -> Result<Fault, FaultError> {
        let package = self.compiled(0)?;
        let import = self.compiled(1)?;
        let known = &self.program.package(package);
        let needing = self.needing(package);
        let free = |id: PackageId| {
            id != package
                && !self.program.package(id).is_builtin()
                && !self.program.package(id).is_main()
                && !known.imports[..known.source_imports].contains(&id)
                && !needing[id.index()]
                && known.may_import(&self.program.package(id).import_path)
        };
        if free(import) {
            return Ok(Fault::Source(package, Slip::UnusedImport(import)));
        }
        let (from, to) = (self.name(package), self.name(import));
        let problem = if known.imports.contains(&import) {
            said!("{from} imports {to} and uses it", from, to)
        } else if import == package || needing[import.index()] {
            said!("{to} depends on {from}: that would be an import cycle", to, from)
        } else {
            said!("{from} may not import {to}", from, to)
        };
        let free: Vec<PackageId> = self.program.ids().filter(|&id| free(id)).collect();
        Err(self.unfit(problem, self.choose(self.value(1), &free, &said!("packages it could import"))))
    }

    pub(super) fn not_imported(&self) -> Result<Fault, FaultError> {
        let (package, dep) = self.direct()?;
        let known = self.program.package(package);
        if !known.imports[..known.source_imports].contains(&dep) {
            let problem = said!("the source of {} does not import {}", self.name(package), self.name(dep));
            let choice = said!("it imports {}", self.names(known.imports[..known.source_imports].iter().copied()));
            return Err(self.unfit(problem, choice));
        }
        let others = |dep: PackageId| {
            let edge = |id: &PackageId| *id == package;
            self.program.source_importers()[dep.index()].iter().any(|id| !edge(id))
        };
        if others(dep) {
            return Ok(Fault::Source(package, Slip::NotImported(dep)));
        }
        let shared: Vec<PackageId> =
            known.imports[..known.source_imports].iter().copied().filter(|&dep| others(dep)).collect();
        let problem = said!("nothing else imports {}, so it would not be built at all", self.name(dep));
        Err(self.unfit(problem, self.choose(self.value(1), &shared, &said!("imports that others share"))))
    }

    pub(super) fn missing_import(&self) -> Result<Fault, FaultError> {
        let package = self.compiled(0)?;
        let path = self.value(1);
        if let Some(known) = self.program.find(path) {
            return Err(self.unfit(
                said!("{path} exists", path),
                said!("for an import that is not used write unused-import={}:{}", self.name(package), self.name(known)),
            ));
        }
        if path == "C" || golist::is_in_standard_library(path) {
            let problem = if path == "C" {
                said!("the import of C is for cgo and leads to no package")
            } else {
                said!("{path} is in the standard library, though the program does not need it", path)
            };
            return Err(self.unfit(problem, said!("write a path that leads nowhere, such as tiime or example.com/x")));
        }
        let plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "-_./~".contains(c));
        if !plain || path.starts_with(['/', '.', '-']) || path.ends_with(['/', '.']) || path.contains("//") {
            return Err(self
                .unfit(said!("{path:?} is no import path", path), said!("write one such as tiime or example.com/x")));
        }
        if self.program.package(package).standard && path.split('/').next().is_some_and(|first| first.contains('.')) {
            let problem =
                said!("{} is part of the standard library, which imports only from itself", self.name(package));
            return Err(self.unfit(problem, said!("write a path without a dot in its first element, such as tiime")));
        }
        Ok(Fault::Load(LoadFault::MissingImport(package, path.to_owned())))
    }

    pub(super) fn cycle(&self) -> Result<Fault, FaultError> {
        let from = self.compiled(0)?;
        let to = self.compiled(1)?;
        self.importable(from)?;
        if from == to || self.needed(to).any(|id| id == from) {
            return if self.program.package(to).is_main() {
                Err(self.unfit(
                    said!("{} is a program, which nothing may import", self.name(to)),
                    self.choose(
                        self.value(0),
                        &self.dependents(from),
                        &said!("packages that depend on {}", self.name(from)),
                    ),
                ))
            } else {
                Ok(Fault::Load(LoadFault::Cycle(from, to)))
            };
        }
        let problem = said!("{} does not depend on {}, so the import closes no cycle", self.name(to), self.name(from));
        let choice = if self.needed(from).any(|id| id == to) {
            said!("the other way round it does: cycle={}:{}", self.name(to), self.name(from))
        } else {
            let what = said!("packages that depend on {}", self.name(from));
            self.choose(self.value(1), &self.dependents(from), &what)
        };
        Err(self.unfit(problem, choice))
    }

    /// Packages that need `of`, directly or not, without main.
    fn dependents(&self, of: PackageId) -> Vec<PackageId> {
        let needing = self.needing(of);
        self.program.ids().filter(|id| *id != self.program.root() && needing[id.index()]).collect()
    }

    /// For each package, whether it needs `of`, directly or not.
    fn needing(&self, of: PackageId) -> Vec<bool> {
        let mut importers = vec![Vec::new(); self.program.packages.len()];
        for id in self.program.ids() {
            for import in &self.program.package(id).imports {
                importers[import.index()].push(id);
            }
        }
        let mut needing = vec![false; self.program.packages.len()];
        let mut queue = vec![of];
        while let Some(id) = queue.pop() {
            for &importer in &importers[id.index()] {
                if !std::mem::replace(&mut needing[importer.index()], true) {
                    queue.push(importer);
                }
            }
        }
        needing
    }
}
