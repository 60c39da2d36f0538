//! Which archives an edit changes. There are three rules:
//!
//! 1. An archive holds the code of its package. A comment at the end changes no archive; a change of code or of line
//!    numbers changes the archive of the package itself.
//! 2. An archive holds a fingerprint of the export data of every package that its source imports. A change of export
//!    data changes the archives of all direct importers.
//! 3. Whether the export data of an importer changes too, and the change spreads one level further, depends on what the
//!    importer passes on. `go list` does not tell this. It was recorded for the sample (see `docs/measuring.md`); for
//!    any other program there are only bounds.

use std::collections::{BTreeSet, VecDeque};

use super::edits::{Edit, EditKind};
use crate::program::{Body, PackageId, Program};

/// Which bound to use where nothing was recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assume {
    /// Export data changes only where it must.
    #[default]
    Least,
    /// Export data changes wherever it can.
    Most,
}

/// The packages whose archives an edit changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Packages whose archives get another content.
    pub changed: BTreeSet<PackageId>,
    /// Whether the set is exact, so that no bound was assumed.
    pub exact: bool,
}

impl Effect {
    fn exactly(changed: impl IntoIterator<Item = PackageId>) -> Self {
        Self { changed: changed.into_iter().collect(), exact: true }
    }

    fn between(least: BTreeSet<PackageId>, most: BTreeSet<PackageId>, assume: Assume) -> Self {
        let exact = least == most;
        Self { changed: if assume == Assume::Least { least } else { most }, exact }
    }
}

/// What the rules alone say of an edit.
enum Reach {
    /// No archive changes.
    Nothing,
    /// The package's own archive changes, its export data does not.
    Own,
    /// Possibly no archive changes: the edit may be in a file that holds only a comment.
    MaybeNothing,
    /// The package's own archive changes; its export data may change.
    OwnAndMaybeMore,
    /// The package's export data changes, and so do the archives of its importers.
    Importers,
}

fn reach(kind: &EditKind) -> Reach {
    match kind {
        EditKind::Touch | EditKind::Comment => Reach::Nothing,
        EditKind::Body(_) => Reach::Own,
        EditKind::Shift => Reach::MaybeNothing,
        EditKind::Func | EditKind::Inline(_) | EditKind::Import(_) => Reach::OwnAndMaybeMore,
        EditKind::Export | EditKind::Const => Reach::Importers,
    }
}

impl Edit {
    /// Which archives change. `recorded` says whether the recorded effects apply to this build: other compiler flags
    /// give other export data.
    pub fn effect(&self, program: &Program, assume: Assume, recorded: bool) -> Effect {
        with_c_compilers(self.effect_in_go(program, assume, recorded), program, assume)
    }

    fn effect_in_go(&self, program: &Program, assume: Assume, recorded: bool) -> Effect {
        match reach(&self.kind) {
            // Embedded files and ready-made objects (`.syso`) are stored in an archive unchanged.
            Reach::Nothing if self.kind.changes_file() && self.is_in_archive(program) => {
                Effect::exactly([self.package])
            }
            Reach::Nothing if self.kind.changes_file() && program.package(self.package).uses_cgo() => {
                self.of_cgo(program, assume)
            }
            Reach::Nothing => Effect::exactly([]),
            Reach::Own => Effect::exactly([self.package]),
            _ if program.package(self.package).is_main() => Effect::exactly([self.package]),
            _ if self.is_in_loose_generic(program) => self.bounds(program, assume, &Reach::MaybeNothing),
            reach => {
                let known = if recorded { self.recorded_effect(program, assume) } else { None };
                known.unwrap_or_else(|| self.bounds(program, assume, &reach))
            }
        }
    }

    /// The effect of a comment in a package that uses cgo. The names that cgo makes have a hash of all Go files that import
    /// `C`, so the archive changes with each of them. Whether the C compiler, which is told another action ID
    /// (`-frandom-seed`), makes the same objects of the other files is its own affair.
    fn of_cgo(&self, program: &Program, assume: Assume) -> Effect {
        let files = &program.package(self.package).files;
        if files.cgo.contains(&self.file) {
            return self.bounds(program, assume, &Reach::OwnAndMaybeMore);
        }
        Effect::between(BTreeSet::new(), BTreeSet::from([self.package]), assume)
    }

    /// Whether the edit is in a generic function that possibly no package compiles or passes on: a method of a generic
    /// type, or a function that is missing from the export data of its own package.
    fn is_in_loose_generic(&self, program: &Program) -> bool {
        let EditKind::Inline(Some(written)) = &self.kind else { return false };
        let Some(function) = program.exports().function(self.package, written) else { return false };
        let passing = program.exports().changed_with_body(self.package, written);
        function.body == Body::Generic
            && (function.name.contains('.') || !passing.is_some_and(|passing| passing.contains(&self.package)))
    }

    fn bounds(&self, program: &Program, assume: Assume, reach: &Reach) -> Effect {
        let least = match reach {
            Reach::Importers => importers(program, self.package, 1),
            Reach::MaybeNothing => BTreeSet::new(),
            _ => BTreeSet::from([self.package]),
        };
        Effect::between(least, importers(program, self.package, usize::MAX), assume)
    }

    /// The effect according to recorded facts; `None` if they do not suffice.
    fn recorded_effect(&self, program: &Program, assume: Assume) -> Option<Effect> {
        let measured = program.measured(self.package, self.kind.name(), &self.file, self.kind.function());
        let stranger = |id: PackageId| !program.package(id).is_builtin() && !program.exports().knows(id);
        let strangers: Vec<PackageId> = program.ids().filter(|&id| stranger(id)).collect();
        if let (Some(measured), true) = (measured, strangers.is_empty() || program.exports().is_empty()) {
            return Some(Effect::exactly(measured.iter().copied()));
        }
        let (passing, changed) = self.passing(program)?;
        // What a package that was added to the program passes on is not known.
        let importers_of = program.source_importers();
        let mut most = changed.clone();
        for id in strangers.into_iter().filter(|id| passing.iter().any(|by| importers_of[by.index()].contains(id))) {
            most.extend(importers(program, id, usize::MAX));
        }
        Some(Effect::between(changed, most, assume))
    }

    /// The packages whose export data changes, and the packages whose archives change.
    fn passing(&self, program: &Program) -> Option<(BTreeSet<PackageId>, BTreeSet<PackageId>)> {
        let exports = program.exports();
        let mut own = true;
        let mut passing: BTreeSet<PackageId> = match &self.kind {
            EditKind::Inline(function) => exports.changed_with_body(self.package, function.as_deref()?)?,
            EditKind::Shift => {
                let (passing, changes) = exports.changed_with_lines(self.package, &self.file)?;
                let measured = || {
                    let changed = program.measured(self.package, self.kind.name(), &self.file, None)?;
                    Some(changed.contains(&self.package))
                };
                own = changes.or_else(measured)?;
                passing
            }
            EditKind::Func | EditKind::Export => {
                exports.changed_with_numbers(self.package, &self.file, &program.package(self.package).files.go)?
            }
            // A constant has no symbol number. (The first integer constant of a package adds a symbol that has one. For
            // packages without integer constants, every file was measured.)
            EditKind::Const => {
                let changed = program.rebuilds().changed_in_any_file(self.package, self.kind.name())?;
                let direct = importers(program, self.package, 1);
                changed.iter().all(|id| direct.contains(id)).then(Vec::new)?
            }
            _ => return None,
        }
        .into_iter()
        .collect();
        if matches!(self.kind, EditKind::Export | EditKind::Const) {
            passing.insert(self.package);
        }
        let mut changed: BTreeSet<PackageId> = own.then_some(self.package).into_iter().collect();
        for by in &passing {
            changed.extend(&program.source_importers()[by.index()]);
        }
        Some((passing, changed))
    }

    /// Whether the bytes of the file are stored in the archive.
    fn is_in_archive(&self, program: &Program) -> bool {
        let files = &program.package(self.package).files;
        files.embed.iter().chain(&files.syso).any(|file| *file == self.file)
    }
}

/// Importers of changed archives are compiled again. Of those that use cgo the archive may change, since their C compiler is
/// told another action ID.
fn with_c_compilers(mut effect: Effect, program: &Program, assume: Assume) -> Effect {
    let mut queue: Vec<PackageId> = effect.changed.iter().copied().collect();
    while let Some(changed) = queue.pop() {
        let importers = program.source_importers()[changed.index()].iter().copied();
        for importer in importers.filter(|&id| program.package(id).uses_cgo()) {
            if effect.changed.contains(&importer) {
                continue;
            }
            effect.exact = false;
            if assume == Assume::Most {
                effect.changed.insert(importer);
                queue.push(importer);
            }
        }
    }
    effect
}

/// A package and the packages whose sources import it, up to `levels` imports away.
fn importers(program: &Program, package: PackageId, levels: usize) -> BTreeSet<PackageId> {
    let importers_of = program.source_importers();
    let mut found = BTreeSet::from([package]);
    let mut queue = VecDeque::from([(package, 0)]);
    while let Some((package, level)) = queue.pop_front() {
        if level == levels {
            continue;
        }
        for &importer in &importers_of[package.index()] {
            if found.insert(importer) {
                queue.push_back((importer, level + 1));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    fn hello() -> Program {
        program::load_embedded(program::SAMPLE).unwrap()
    }

    fn kind(edit: &str, function: Option<&str>) -> Option<EditKind> {
        Some(match edit {
            "shift" => EditKind::Shift,
            "inline" => EditKind::Inline(function.map(str::to_owned)),
            "func" => EditKind::Func,
            "export" => EditKind::Export,
            "const" => EditKind::Const,
            _ => return None,
        })
    }

    #[test]
    fn what_follows_from_export_data_is_what_was_measured() {
        let hello = hello();
        let text = include_str!("../../../../lessons/programs/hello.rebuilds.json");
        let measured: serde_json::Value = serde_json::from_str(text).unwrap();
        let mut compared = 0;
        for edit in measured["edits"].as_array().unwrap() {
            let word = |key: &str| edit[key].as_str();
            let package = hello.find(word("package").unwrap()).unwrap();
            let Some(kind) = kind(word("edit").unwrap(), word("function")) else { continue };
            let file = word("file").unwrap().to_owned();
            // Where constants have numbers, every file was measured.
            let edit_of_ours = Edit { package, file, kind };
            let Some((_, changed)) = edit_of_ours.passing(&hello) else { continue };
            let expected: BTreeSet<PackageId> = edit["changed"]
                .as_array()
                .unwrap()
                .iter()
                .map(|path| hello.find(path.as_str().unwrap()).unwrap())
                .collect();
            if !hello.package(package).is_main() {
                assert_eq!(changed, expected, "{edit}");
                compared += 1;
            }
        }
        assert!(compared > 950, "{compared}");
    }

    #[test]
    fn every_edit_of_the_sample_is_known_exactly() {
        let hello = hello();
        let exact = |package, file: &str, kind: EditKind| {
            let edit = Edit { package, file: file.to_owned(), kind };
            assert!(edit.effect(&hello, Assume::Least, true).exact, "{edit:?} {}", hello.display_path(package));
        };
        let mut loose = 0;
        for package in hello.ids().filter(|id| !hello.package(*id).is_builtin()) {
            for file in &hello.package(package).files.go {
                for edit in ["shift", "func", "export", "const"] {
                    exact(package, file, kind(edit, None).unwrap());
                }
            }
            for function in hello.exports().functions(package).unwrap() {
                let kind = EditKind::Inline(Some(function.name.clone()));
                let edit = Edit { package, file: function.file.clone(), kind: kind.clone() };
                if edit.is_in_loose_generic(&hello) {
                    loose += 1;
                } else {
                    exact(package, &function.file, kind);
                }
            }
        }
        assert!(loose < 60, "{loose}");
    }

    #[test]
    fn of_other_flags_and_of_packages_that_were_added_only_bounds_are_known() {
        let hello = hello();
        let find = |path| hello.find(path).unwrap();
        let edit = Edit { package: find("unicode/utf8"), file: "utf8.go".to_owned(), kind: EditKind::Export };
        assert!(edit.effect(&hello, Assume::Least, true).exact);
        assert!(!edit.effect(&hello, Assume::Least, false).exact);
        // strings imports it, and nobody knows what strings passes on of it to io.
        let more = hello.with_import(find("main"), "strings").unwrap().with_import(find("fmt"), "strings").unwrap();
        let strings = more.find("strings").unwrap();
        let least = edit.effect(&more, Assume::Least, true);
        assert!(least.changed.contains(&strings));
        let shift =
            Edit { package: find("internal/stringslite"), file: "strings.go".to_owned(), kind: EditKind::Shift };
        assert!(!shift.effect(&more, Assume::Least, true).exact);
        assert!(shift.effect(&more, Assume::Most, true).changed.contains(&find("fmt")));
    }
}
