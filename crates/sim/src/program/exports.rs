//! Which functions the packages of a program have, and what the export data of each archive says of other packages.
//! See `docs/measuring.md`.
//!
//! Export data describes what a package exports, and all of other packages that this leads to: types, bodies that may
//! be inlined, positions, numbers of symbols. So it changes when one of those is edited, and with it the archives of
//! all direct importers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

use super::error::ProgramError;
use super::golist;
use super::package::{Package, PackageId};

/// The newest format that is understood.
pub const FORMAT: u32 = 1;

#[derive(Deserialize)]
struct RecordedExports {
    gostep_exports: u32,
    packages: BTreeMap<String, RecordedPackage>,
}

#[derive(Deserialize)]
struct RecordedPackage {
    /// By file: names with marks, as `record_exports.py` explains them.
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

/// What was recorded of a program; nothing for most.
#[derive(Clone, Debug, Default)]
pub struct Exports {
    packages: HashMap<PackageId, Known>,
}

#[derive(Clone, Debug, Default)]
struct Known {
    /// In the order of the sources.
    functions: Vec<Function>,
    /// By the package whose export data it is, the package itself included.
    passed_on: Vec<(PackageId, PassedOn)>,
}

/// A function as its source declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// As the compiler writes it: `Println`, `(*pp).doPrintln`, `Time.Add`.
    pub name: String,
    /// The file, by its name in the package's directory.
    pub file: String,
    /// What the compiler does with its body.
    pub body: Body,
}

/// What the compiler does with the body of a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Compiles it in its package, and nowhere else.
    Own,
    /// Can inline it where it is called.
    Inlined,
    /// Compiles it in the packages that use it, for the types they use it with.
    Generic,
    /// There is none: it is in assembly, or in another package.
    None,
}

/// What export data says of another package.
#[derive(Clone, Debug, Default)]
struct PassedOn {
    /// Functions whose bodies may be inlined or are generic, and types with such methods.
    names: BTreeSet<String>,
    /// Files that it has positions in.
    files: BTreeSet<String>,
    numbered: Option<Numbered>,
}

/// Which symbols it knows by number. Functions are numbered first, in the order of the sources.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Numbered {
    /// Functions, the last one in this file.
    UpTo(String),
    /// A variable or a type: every new function moves it.
    Data,
}

impl Exports {
    /// Reads what `tools/record_exports.py` wrote for a program. `find` finds the packages of the program by import path.
    ///
    /// # Errors
    /// If it is of another format, or of another program.
    pub fn parse(
        origin: &str,
        text: &str,
        find: impl Fn(&str) -> Option<PackageId>,
        all: &[Package],
    ) -> Result<Self, ProgramError> {
        let json =
            |problem: String, line, column| ProgramError::Json { origin: origin.to_owned(), line, column, problem };
        let recorded: RecordedExports = serde_json::from_str(text).map_err(|error| {
            let problem = format!("{}; expected facts about export data", golist::without_place(&error.to_string()));
            json(problem, error.line(), error.column().max(1))
        })?;
        let format = recorded.gostep_exports;
        if format > FORMAT {
            return Err(ProgramError::TooNew { origin: origin.to_owned(), format, known: FORMAT });
        }
        let find = |path: &str| find(path).ok_or_else(|| json(format!("the program has no package {path}"), 1, 1));
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

    /// The functions of a package in the order of its sources, if they were recorded.
    pub fn functions(&self, package: PackageId) -> Option<&[Function]> {
        self.packages.get(&package).map(|known| known.functions.as_slice())
    }

    /// Whether anything was recorded of a package.
    pub fn knows(&self, package: PackageId) -> bool {
        self.packages.contains_key(&package)
    }

    /// Whether nothing was recorded of any.
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty()
    }

    /// The function that somebody means; how the receiver is written does not matter.
    pub fn function(&self, package: PackageId, written: &str) -> Option<&Function> {
        let wanted = receiver_and_name(written);
        self.functions(package)?.iter().find(|function| receiver_and_name(&function.name) == wanted)
    }

    /// The first file that declares an exported function, else the first with any; methods do not count at first.
    pub fn default_file(&self, package: PackageId) -> Option<&str> {
        let functions = self.functions(package)?;
        let exported = |function: &&Function| function.name.starts_with(|first: char| first.is_uppercase());
        let method = |function: &&Function| function.name.contains('.');
        let mut free = functions.iter().filter(|function| !method(function));
        let found = free.clone().find(exported).or_else(|| free.next()).or_else(|| functions.first());
        found.map(|function| function.file.as_str())
    }

    /// The packages whose export data changes with the body of a function.
    pub fn changed_with_body(&self, package: PackageId, written: &str) -> Option<Vec<PackageId>> {
        let function = self.function(package, written)?;
        let (receiver, name) = receiver_and_name(&function.name);
        let object = if receiver.is_empty() { name } else { receiver };
        self.passing(package, |passed| passed.names.contains(object))
    }

    /// The packages whose export data changes when the lines of a file move, and whether the package's own archive
    /// does, if that can be told.
    pub fn changed_with_lines(&self, package: PackageId, file: &str) -> Option<(Vec<PackageId>, Option<bool>)> {
        let passing = self.passing(package, |passed| passed.files.contains(file))?;
        let code = self.functions(package)?.iter().any(|known| known.file == file && known.body != Body::None);
        let own = code || passing.contains(&package);
        Some((passing, own.then_some(true)))
    }

    /// The packages whose export data changes with the numbers of what comes behind a new function at the end of a
    /// file. `files` are those of the package in compile order.
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

/// `(*T).M`, `(T).M`, `*T.M` and `T.M` mean the same method; type arguments do not count.
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
