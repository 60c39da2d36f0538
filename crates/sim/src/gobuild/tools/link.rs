//! The linker: it loads main's archive and all packages that main needs, then resolves every symbol that is reached.

use std::collections::VecDeque;

use super::command::{Run, ToolError, Written};
use crate::gobuild::causes::Cause;
use crate::gobuild::faults::{Slip, WrongLine};
use crate::gobuild::files::{Content, FileName, Flaws, MissingObjects, Stage};
use crate::gobuild::importcfg::{self, Entry, archive_file, built_path};
use crate::gobuild::origin::simulated;
use crate::gobuild::results::Built;
use crate::program::PackageId;
use crate::program::source_facts::LinkFacts;

/// The number of errors after which the linker stops.
const MOST_ERRORS: usize = 21;

/// Links the program.
pub fn link(run: &Run<'_>) -> Result<Written, ToolError> {
    if !run.pretends() {
        let mut entries = vec![None; run.made.program.packages.len()];
        for entry in importcfg::entries(run.made, run.action) {
            let package = entry.package.index();
            entries[package] = Some(entry);
        }
        let linker = Linker { run, entries };
        linker.load()?;
        linker.resolve()?;
    }
    Ok(vec![(run.file(FileName::Executable), Content::Binary(Stage::Written))])
}

struct Linker<'a> {
    run: &'a Run<'a>,
    /// The lines of importcfg.link, by package id.
    entries: Vec<Option<Entry>>,
}

impl Linker<'_> {
    fn program_name(&self) -> String {
        self.run.made.program.toolchain.tool("link")
    }

    fn path(&self, id: PackageId) -> &str {
        self.run.made.program.package(id).compiler_path()
    }

    fn flaws(&self, id: PackageId) -> Flaws {
        let in_work = self.run.made.result(id).is_some_and(|result| result.built == Built::InWork);
        let archive = self.run.state.files.get(&archive_file(self.run.made, id)).filter(|_| in_work);
        archive.map_or_else(Flaws::default, |content| content.flaws())
    }

    /// Loads main, then the imports of each loaded package in the order in which they are met.
    fn load(&self) -> Result<(), ToolError> {
        let program = &self.run.made.program;
        let not_main = |package, cause| {
            let archive = built_path(self.run.made, package).unwrap_or_default();
            fail(vec![format!("{}: {archive}: not package main", self.program_name())], cause)
        };
        if let Some(package) = self.run.faults().not_main() {
            return not_main(package, Cause::NotMain { package: self.path(package).to_owned() });
        }
        let main = self.run.action.package;
        if self.run.made.result(main).is_some_and(|result| !result.readable) {
            return not_main(main, Cause::SpoiledCache { package: self.path(main).to_owned() });
        }
        let mut importer: Vec<Option<PackageId>> = vec![None; program.packages.len()];
        let mut queue = VecDeque::from([main]);
        // Packages that the linker itself needs although no source imports them.
        let mut own = Vec::new();
        importer[main.index()] = Some(main);
        while let Some(id) = queue.pop_front() {
            let package = program.package(id);
            if !package.is_builtin() {
                let is_own = own.contains(&id);
                self.load_archive(id, importer[id.index()].unwrap_or(id), is_own)?;
            }
            // The linker loads the packages that it needs itself after all that sources import.
            for &import in &package.imports[..package.source_imports] {
                if importer[import.index()].is_none() {
                    importer[import.index()] = Some(id);
                    queue.push_back(import);
                }
            }
            if queue.is_empty() {
                let root = program.package(main);
                for &needed in &root.imports[root.source_imports..] {
                    if importer[needed.index()].is_none() {
                        importer[needed.index()] = Some(main);
                        own.push(needed);
                        queue.push_back(needed);
                    }
                }
            }
        }
        Ok(())
    }

    fn load_archive(&self, id: PackageId, importer: PackageId, is_own: bool) -> Result<(), ToolError> {
        let linker = self.program_name();
        let package = self.path(id).to_owned();
        let Some(entry) = &self.entries[id.index()] else {
            if is_own {
                return without_own(package);
            }
            let lines = vec![
                format!("cannot find package {package} (using -importcfg)"),
                format!("{linker}: cannot open file : open : no such file or directory"),
            ];
            return fail(lines, Cause::LinkDropped { dep: package });
        };
        match entry.wrong {
            Some(WrongLine::Missing) => {
                let path = entry.path(self.run.made);
                let line = format!("{linker}: cannot open file {path}: open {path}: no such file or directory");
                return fail(vec![line], Cause::LinkMissing { dep: package, path });
            }
            Some(WrongLine::Changed { interface: true }) => {
                let importer = self.path(importer).to_owned();
                let (has, expects) = (self.fingerprint(id, "changed"), self.fingerprint(id, "compiled"));
                let line = format!(
                    "{linker}: fingerprint mismatch: {package} has {has}, import from {importer} expecting {expects}"
                );
                return fail(vec![line], Cause::Fingerprint { dep: package, importer });
            }
            _ => {}
        }
        let flaws = self.flaws(id);
        if flaws.unlinkable {
            let line = format!("link: link: unlinkable object (from package {package}) - compiler requires -p flag");
            return fail(vec![line], Cause::Unlinkable { package });
        }
        if flaws.twice {
            return self.twice(id, package);
        }
        Ok(())
    }

    /// Sixteen digits in place of the fingerprint of an interface.
    fn fingerprint(&self, id: PackageId, which: &str) -> String {
        let content = self.run.made.result(id).map(|result| result.id.content.0).unwrap_or_default();
        simulated("fingerprint", &[which.as_bytes(), &content]).to_string()[..16].to_owned()
    }

    fn facts(&self, id: PackageId) -> Option<&LinkFacts> {
        let path = &self.run.made.program.package(id).import_path;
        let assembly = self.run.made.program.sources.of(path)?.assembly.as_ref()?;
        Some(&assembly.link)
    }

    fn twice(&self, id: PackageId, package: String) -> Result<(), ToolError> {
        let known = self.facts(id).map(|facts| facts.twice.clone());
        let described = self.run.made.rules().describes_duplicates();
        let exact = known.is_some() && !described;
        let symbol = known.unwrap_or_else(|| format!("{package}.?"));
        if symbol.is_empty() {
            return Ok(()); // its objects define nothing
        }
        let of = if described { format!("{package} (type ? size ?)") } else { package.clone() };
        let line = format!("link: duplicated definition of symbol {symbol}, from {of} and {of}");
        Err(ToolError { lines: vec![line], cause: Cause::PackedTwice { package }, exact })
    }

    /// Resolves the symbols that are reached.
    fn resolve(&self) -> Result<(), ToolError> {
        let mut found: Vec<(Vec<String>, Cause, bool)> = Vec::new();
        for id in self.run.made.program.ids() {
            found.extend(self.unresolved(id));
        }
        // An error in laying out symbols ends the linker at once; others are collected.
        let at_once = |(lines, ..): &&(Vec<String>, Cause, bool)| {
            lines.first().is_some_and(|line| !line.contains(": relocation target ") && !line.contains("func main"))
        };
        if let Some((lines, cause, exact)) = found.iter().find(at_once).cloned() {
            return Err(ToolError { lines, cause, exact });
        }
        let Some((_, cause, _)) = found.first().cloned() else { return Ok(()) };
        let exact = found.iter().all(|(.., exact)| *exact);
        let mut lines: Vec<String> = found.into_iter().flat_map(|(lines, ..)| lines).collect();
        if lines.len() > MOST_ERRORS {
            lines.truncate(MOST_ERRORS);
            lines.push(format!("{}: too many errors", self.program_name()));
        }
        Err(ToolError { lines, cause, exact })
    }

    /// What cannot be found because of one package: as recorded, if there are facts, otherwise in the form of the
    /// linker's messages.
    fn unresolved(&self, id: PackageId) -> Option<(Vec<String>, Cause, bool)> {
        let flaws = self.flaws(id);
        let package = self.path(id).to_owned();
        if let Some(found) = self.undefined(id, &package) {
            return Some(found);
        }
        let (known, form, cause) = match flaws.missing {
            MissingObjects::All => (
                self.facts(id).map(|facts| facts.without_objects.clone()),
                "not defined for ABI0 (but is defined for ABIInternal)",
                Cause::NoObjects { package: package.clone() },
            ),
            MissingObjects::One(number) => {
                let files = &self.run.made.program.package(id).files.asm;
                let file = files.get(number as usize).cloned().unwrap_or_default();
                (
                    self.facts(id).map(|facts| facts.object.get(&file).cloned().unwrap_or_default()),
                    "not defined for ABI0 (but is defined for ABIInternal)",
                    Cause::NoObject { package: package.clone(), file },
                )
            }
            MissingObjects::None if flaws.without_symabis => (
                self.facts(id).map(|facts| facts.without_symabis.clone()),
                "not defined for ABIInternal (but is defined for ABI0)",
                Cause::NoSymabisLink { package: package.clone() },
            ),
            MissingObjects::None => return None,
        };
        let exact = known.is_some();
        let lines = known.unwrap_or_else(|| vec![format!("?: relocation target {package}.? {form}")]);
        (!lines.is_empty()).then_some((lines, cause, exact))
    }

    /// Functions that the sources of a package declare without defining them, or lack (`func main`).
    fn undefined(&self, id: PackageId, package: &str) -> Option<(Vec<String>, Cause, bool)> {
        match self.run.faults().slip(id)? {
            Slip::NoMain => {
                let line = "runtime.main_main·f: function main is undeclared in the main package";
                Some((vec![line.to_owned()], Cause::NoMain, true))
            }
            Slip::Bodyless { .. } => {
                let path = &self.run.made.program.package(id).import_path;
                let known = self.run.made.program.sources.of(path).map(|facts| facts.first_file.inits.to_string());
                let exact = known.is_some();
                let init = known.unwrap_or_else(|| "?".to_owned());
                let line = format!("{package}.init.{init}: relocation target {package}.missing not defined");
                Some((vec![line], Cause::BodylessLink { package: package.to_owned() }, exact))
            }
            _ => None,
        }
    }
}

fn fail(lines: Vec<String>, cause: Cause) -> Result<(), ToolError> {
    Err(ToolError { lines, cause, exact: true })
}

/// The linker can do without some packages that it looks for itself: nobody misses math on arm if nothing uses it.
/// Without runtime it panics; at which line of its own source depends on the release.
fn without_own(package: String) -> Result<(), ToolError> {
    if package != "runtime" {
        return Ok(());
    }
    let lines = [
        "loadinternal: cannot find runtime",
        "panic: could not look up runtime.mapinitnoop",
        "",
        "goroutine 1 [running]:",
        "?",
    ];
    let lines = lines.map(str::to_owned).to_vec();
    Err(ToolError { lines, cause: Cause::LinkDropped { dep: package }, exact: false })
}
