//! The whole program.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use super::artefacts::Artefacts;
use super::exports::Exports;
use super::go_flags::GoFlags;
use super::golist;
use super::instruments::Instrument;
use super::lazy_record::LazyRecord;
use super::package::{Module, Package, PackageId};
use super::rebuilds::Rebuilds;
use super::source_facts::SourceFacts;
use super::surroundings::Surroundings;
use super::toolchain::Toolchain;

/// A program to build. All its imports are resolved, there is no cycle, and at least one package is a root.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its name in messages: the name of the file or of the embedded program.
    pub name: String,
    /// The toolchain that builds it.
    pub toolchain: Toolchain,
    /// Packages in the order of the list: dependencies first.
    pub packages: Vec<Package>,
    /// The packages named on the command line, in the order in which the go command takes them. There is at least one.
    pub roots: Vec<PackageId>,
    /// Whether that is their order; a list of several patterns does not tell it.
    pub roots_in_order: bool,
    /// Whether a pattern on the command line also matches packages that have nothing but tests, which are not built.
    pub also_tests: bool,
    /// The directory in which the build command is given if the user names no other one.
    pub dir: String,
    /// Whether `dir` was recorded or follows from the package list; otherwise it is a guess.
    pub dir_is_known: bool,
    /// The main module, if there is one. Files named on the command line belong to no module, but the build info names
    /// it.
    pub main_module: Option<Module>,
    /// Path of the main module's go.mod; empty if there is none or it is unknown.
    pub go_mod: String,
    /// The flags that it brings along: those in GOFLAGS, and those with which it was recorded.
    pub go_flags: GoFlags,
    /// The flags for instrumented code with which its package list was made.
    pub instruments: BTreeSet<Instrument>,
    /// The surroundings of its build; `None` if nothing but a package list is known.
    pub surroundings: Option<Surroundings>,
    /// Recorded durations in milliseconds by import path; the key of the link is `link`.
    pub durations_ms: BTreeMap<String, f64>,
    /// Packages that it does not use but could import.
    pub extra: Vec<golist::ListedPackage>,
    /// Facts about its sources beyond names; empty for most programs.
    pub sources: SourceFacts,
    /// What the files of its build contain, as far as that was recorded.
    pub artefacts: Artefacts,
    pub(super) rebuilds: LazyRecord<Rebuilds>,
    pub(super) exports: LazyRecord<Exports>,
    pub(super) by_path: HashMap<String, PackageId>,
    pub(super) source_importers: OnceLock<Vec<Vec<PackageId>>>,
}

impl Program {
    /// The package with this id.
    pub fn package(&self, id: PackageId) -> &Package {
        &self.packages[id.index()]
    }

    /// The first package named on the command line; most programs name no other.
    pub fn root(&self) -> PackageId {
        self.roots[0]
    }

    /// Whether a package was named on the command line.
    pub fn is_root(&self, id: PackageId) -> bool {
        !self.package(id).dep_only
    }

    /// Puts the packages named on the command line in this order, given by import paths. `false` if these are others.
    #[must_use]
    pub fn take_roots_in_order(&mut self, paths: &[String]) -> bool {
        let roots: Option<Vec<PackageId>> = paths.iter().map(|path| self.by_path.get(path).copied()).collect();
        let Some(roots) = roots else { return false };
        let sorted = |mut roots: Vec<PackageId>| {
            roots.sort_unstable();
            roots
        };
        if sorted(roots.clone()) != sorted(self.roots.clone()) {
            return false;
        }
        self.roots = roots;
        self.roots_in_order = true;
        true
    }

    /// The main packages named on the command line.
    pub fn mains(&self) -> impl Iterator<Item = PackageId> {
        self.roots.iter().copied().filter(|&root| self.package(root).is_main())
    }

    /// The main package, if there is exactly one.
    fn only_main(&self) -> Option<PackageId> {
        let mut mains = self.mains();
        mains.next().filter(|_| mains.next().is_none())
    }

    /// Finds a package by import path; the name `main` also finds the only main package.
    pub fn find(&self, path: &str) -> Option<PackageId> {
        if let Some(&id) = self.by_path.get(path) {
            return Some(id);
        }
        if path == "main" { self.only_main() } else { None }
    }

    /// A package and all that it imports, directly or not, with what the linker adds to it; in list order.
    pub fn needed_by(&self, package: PackageId) -> impl Iterator<Item = &Package> {
        let mut needed = vec![false; self.packages.len()];
        let mut found = vec![package];
        while let Some(id) = found.pop() {
            if !std::mem::replace(&mut needed[id.index()], true) {
                found.extend(&self.package(id).imports);
            }
        }
        self.packages.iter().zip(needed).filter_map(|(package, needed)| needed.then_some(package))
    }

    /// The file that stands for a source of a package (`-overlay`), if there is one.
    pub fn overlay(&self, package: &Package, file: &str) -> Option<&str> {
        let overlay = &self.surroundings.as_ref()?.overlay;
        // Most programs have none, and it is asked for every file.
        if overlay.is_empty() { None } else { overlay.get(&package.path_of(file)).map(String::as_str) }
    }

    /// The path at which tools find a source of a package.
    pub fn actual_path(&self, package: &Package, file: &str) -> String {
        self.overlay(package, file).map_or_else(|| package.path_of(file), str::to_owned)
    }

    /// Whether main exports functions to C; assumed where it is not known.
    pub fn exports_to_c(&self) -> bool {
        self.surroundings.as_ref().and_then(|known| known.exports_to_c).unwrap_or(true)
    }

    /// The measured effects of edits to this program.
    pub fn rebuilds(&self) -> &Rebuilds {
        self.rebuilds.get(|text| Rebuilds::parse(&format!("{}.rebuilds.json", self.name), text, |path| self.find(path)))
    }

    /// The recorded functions and export data of its packages.
    pub fn exports(&self) -> &Exports {
        self.exports.get(|text| {
            Exports::parse(&format!("{}.exports.json", self.name), text, |path| self.find(path), &self.packages)
        })
    }

    /// The packages whose archives this edit changed in a measurement; `None` if it was not measured.
    pub fn measured(&self, package: PackageId, edit: &str, file: &str, function: Option<&str>) -> Option<&[PackageId]> {
        self.rebuilds().changed(package, edit, file, function)
    }

    /// For each package (by id), the packages whose sources import it. What the linker adds to main does not count.
    pub fn source_importers(&self) -> &[Vec<PackageId>] {
        self.source_importers.get_or_init(|| {
            let mut importers = vec![Vec::new(); self.packages.len()];
            for id in self.ids() {
                let package = self.package(id);
                for import in &package.imports[..package.source_imports] {
                    importers[import.index()].push(id);
                }
            }
            importers
        })
    }

    /// The same program with changed packages. There must be as many as before, in the same order and with the same
    /// import paths.
    #[must_use]
    pub fn with_packages(&self, packages: Vec<Package>) -> Self {
        Self { packages, source_importers: OnceLock::new(), ..self.clone() }
    }

    /// How many packages have a recorded duration.
    pub fn packages_with_duration(&self) -> usize {
        let has = |name: &str| self.durations_ms.contains_key(name);
        let real = self.packages.iter().filter(|package| !package.is_builtin());
        real.filter(|package| has(&package.import_path) || has(package.compiler_path())).count()
    }

    /// Ids of all packages in list order.
    pub fn ids(&self) -> impl Iterator<Item = PackageId> + use<> {
        (0..u32::try_from(self.packages.len()).unwrap_or(u32::MAX)).map(PackageId)
    }

    /// The name of a package in messages: its import path, and `main` for the only main package.
    pub fn display_path(&self, id: PackageId) -> &str {
        let package = self.package(id);
        if self.roots.len() > 1 && self.only_main() != Some(id) {
            &package.import_path
        } else {
            package.compiler_path()
        }
    }
}
