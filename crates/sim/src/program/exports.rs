//! Which functions the packages of a program have, and what the export data of each archive contains of other packages.
//! See `docs/measuring.md`.
//!
//! Export data describes what a package exports, and everything in other packages that this refers to: types, bodies
//! that can be inlined, positions, numbers of symbols. A change of any of these changes the export data, and with it
//! the archives of all direct importers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

use super::error::ProgramError;
use super::golist;
use super::package::{Package, PackageId};
use crate::said::Said;

/// The newest version of the file format that can be read.
pub const FORMAT: u32 = 1;

#[derive(Deserialize)]
struct RecordedExports {
    gostep_exports: u32,
    packages: BTreeMap<String, RecordedPackage>,
}

#[derive(Deserialize)]
struct RecordedPackage {
    /// By file: names of functions with the marks that `record_exports.py` explains.
    functions: BTreeMap<String, String>,
    passed_on: BTreeMap<String, RecordedPassedOn>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct RecordedPassedOn {
    names: String,
    files: String,
    numbered: Option<String>,
}

/// The recorded functions and export data of a program; empty for most programs.
#[derive(Clone, Debug, Default)]
pub struct Exports {
    packages: HashMap<PackageId, Known>,
}

#[derive(Clone, Debug, Default)]
struct Known {
    /// In the order of the sources.
    functions: Vec<Function>,
    /// By the package whose export data it is; a package has an entry for itself, too.
    passed_on: Vec<(PackageId, PassedOn)>,
}

/// A function as its source declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name as the compiler writes it: `Println`, `(*pp).doPrintln`, `Time.Add`.
    pub name: String,
    /// The file's name in the directory of the package.
    pub file: String,
    /// What the compiler does with its body.
    pub body: Body,
}

/// Where the compiler uses the body of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Only in its own package.
    Own,
    /// Also in packages that call the function, where it can be inlined.
    Inlined,
    /// In the packages that use the function, once for each type that they use it with.
    Generic,
    /// The function has no Go body: it is in assembly or supplied by another package.
    None,
}

/// What the export data of one package contains of another.
#[derive(Clone, Debug, Default)]
struct PassedOn {
    /// Functions whose bodies can be inlined or are generic, and types that have such methods.
    names: BTreeSet<String>,
    /// Files in which it refers to positions.
    files: BTreeSet<String>,
    numbered: Option<Numbered>,
}

/// Which symbols of the other package it refers to by number. Functions are numbered first, in the order of the
/// sources.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Numbered {
    /// Only functions, of which the last one is in this file.
    UpTo(String),
    /// Also a variable or a type, so every new function changes a number.
    Data,
}

impl Exports {
    /// Reads the file that `tools/record_exports.py` wrote. `find` looks up packages of the program by import path.
    ///
    /// # Errors
    /// If the file has another format, or is about another program.
    pub fn parse(
        origin: &str,
        text: &str,
        find: impl Fn(&str) -> Option<PackageId>,
        all: &[Package],
    ) -> Result<Self, ProgramError> {
        let json =
            |problem: Said, line, column| ProgramError::Json { origin: origin.to_owned(), line, column, problem };
        let recorded: RecordedExports = serde_json::from_str(text).map_err(|error| {
            let problem = said!("{}; expected facts about export data", golist::without_place(&error.to_string()));
            json(problem, error.line(), error.column().max(1))
        })?;
        let format = recorded.gostep_exports;
        if format > FORMAT {
            return Err(ProgramError::TooNew { origin: origin.to_owned(), format, known: FORMAT });
        }
        let find = |path: &str| find(path).ok_or_else(|| json(said!("the program has no package {path}", path), 1, 1));
        let mut packages = HashMap::new();
        for (path, recorded) in &recorded.packages {
            let id = find(path)?;
            let passed_on = recorded.passed_on.iter().map(|(by, what)| Ok((find(by)?, PassedOn::of(what))));
            let mut functions = Vec::new();
            for file in &all[id.index()].files.go {
                let marked = recorded.functions.get(file).map_or("", String::as_str);
                functions
                    .extend(marked.split(' ').filter(|name| !name.is_empty()).map(|name| Function::of(name, file)));
            }
            packages.insert(id, Known { functions, passed_on: passed_on.collect::<Result<_, ProgramError>>()? });
        }
        Ok(Self { packages })
    }

    /// The functions of a package in the order of its sources; `None` if they were not recorded.
    pub fn functions(&self, package: PackageId) -> Option<&[Function]> {
        self.packages.get(&package).map(|known| known.functions.as_slice())
    }

    /// Whether the functions of a package were recorded.
    pub fn knows(&self, package: PackageId) -> bool {
        self.packages.contains_key(&package)
    }

    /// Whether nothing was recorded of this program.
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty()
    }

    /// Finds a function by name; the receiver may be written in any of its forms.
    pub fn function(&self, package: PackageId, written: &str) -> Option<&Function> {
        let wanted = receiver_and_name(written);
        self.functions(package)?.iter().find(|function| receiver_and_name(&function.name) == wanted)
    }

    /// The file that a change of a package is made in by default: the first one that declares an exported function,
    /// else the first one with any function. Methods only count if there is no function.
    pub fn default_file(&self, package: PackageId) -> Option<&str> {
        let functions = self.functions(package)?;
        let exported = |function: &&Function| function.name.starts_with(|first: char| first.is_uppercase());
        let method = |function: &&Function| function.name.contains('.');
        let mut free = functions.iter().filter(|function| !method(function));
        let found = free.clone().find(exported).or_else(|| free.next()).or_else(|| functions.first());
        found.map(|function| function.file.as_str())
    }

    /// The packages whose export data changes if the body of a function changes.
    pub fn changed_with_body(&self, package: PackageId, written: &str) -> Option<Vec<PackageId>> {
        let function = self.function(package, written)?;
        let (receiver, name) = receiver_and_name(&function.name);
        let object = if receiver.is_empty() { name } else { receiver };
        self.passing(package, |passed| passed.names.contains(object))
    }

    /// The packages whose export data changes if the lines of a file move, and whether the package's own archive
    /// changes (`None` if that is unknown).
    pub fn changed_with_lines(&self, package: PackageId, file: &str) -> Option<(Vec<PackageId>, Option<bool>)> {
        let passing = self.passing(package, |passed| passed.files.contains(file))?;
        let code = self.functions(package)?.iter().any(|known| known.file == file && known.body != Body::None);
        let own = code || passing.contains(&package);
        Some((passing, own.then_some(true)))
    }

    /// The packages whose export data changes because a new function at the end of a file changes the numbers of later
    /// symbols. `files` are the package's files in compile order.
    pub fn changed_with_numbers(&self, package: PackageId, file: &str, files: &[String]) -> Option<Vec<PackageId>> {
        let place = |name: &str| files.iter().position(|known| known == name);
        let at = place(file)?;
        self.passing(package, |passed| match &passed.numbered {
            Some(Numbered::UpTo(last)) => place(last).is_some_and(|last| last > at),
            Some(Numbered::Data) => true,
            None => false,
        })
    }

    fn passing(&self, package: PackageId, what: impl Fn(&PassedOn) -> bool) -> Option<Vec<PackageId>> {
        let passed_on = &self.packages.get(&package)?.passed_on;
        Some(passed_on.iter().filter(|(_, passed)| what(passed)).map(|(by, _)| *by).collect())
    }
}

impl PassedOn {
    fn of(recorded: &RecordedPassedOn) -> Self {
        let set = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        let numbered = recorded.numbered.as_deref().map(|last| match last {
            "*" => Numbered::Data,
            file => Numbered::UpTo(file.to_owned()),
        });
        Self { names: set(&recorded.names), files: set(&recorded.files), numbered }
    }
}

impl Function {
    fn of(marked: &str, file: &str) -> Self {
        let (name, body) = match marked.split_at(marked.len() - 1) {
            (name, "+") => (name, Body::Inlined),
            (name, "*") => (name, Body::Generic),
            (name, "-") => (name, Body::None),
            _ => (marked, Body::Own),
        };
        Self { name: name.to_owned(), file: file.to_owned(), body }
    }
}

/// Receiver and name of a method or function. `(*T).M`, `(T).M`, `*T.M` and `T.M` are the same method; type arguments
/// are left out.
fn receiver_and_name(written: &str) -> (&str, &str) {
    let (receiver, name) = written.rsplit_once('.').unwrap_or(("", written));
    let receiver = receiver.trim_start_matches('(').trim_start_matches('*').trim_end_matches(')');
    (without_arguments(receiver), without_arguments(name))
}

fn without_arguments(name: &str) -> &str {
    name.split_once('[').map_or(name, |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    #[test]
    fn a_receiver_may_be_written_in_any_way() {
        for written in ["(*T).M", "(T).M", "*T.M", "T.M", "(*T[int]).M"] {
            assert_eq!(receiver_and_name(written), ("T", "M"), "{written}");
        }
        assert_eq!(receiver_and_name("Sort[int]"), ("", "Sort"));
    }

    #[test]
    fn the_functions_of_every_package_of_the_sample_are_known() {
        let hello = program::load_embedded(program::SAMPLE).unwrap();
        for id in hello.ids().filter(|id| !hello.package(*id).is_builtin()) {
            let functions = hello.exports().functions(id).expect("recorded");
            for function in functions {
                assert!(hello.package(id).files.go.contains(&function.file), "{function:?}");
                assert_eq!(hello.exports().function(id, &function.name).map(|found| &found.name), Some(&function.name));
            }
        }
        let of = |package: &str, name: &str| {
            hello.exports().function(hello.find(package).unwrap(), name).map(|function| function.body)
        };
        assert_eq!(of("fmt", "Println"), Some(Body::Inlined));
        assert_eq!(of("fmt", "pp.doPrintln"), Some(Body::Own));
        assert_eq!(of("slices", "Sort"), Some(Body::Generic));
        assert_eq!(of("time", "Sleep"), Some(Body::None));
        assert_eq!(of("fmt", "Foo"), None);
    }
}
