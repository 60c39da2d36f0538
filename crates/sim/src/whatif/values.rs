//! What can be written into a change, part by part, for those who choose instead of typing.
//!
//! What is offered first is possible; whether all parts go together is for the build to say.

use super::change::{Change, ChangeKind, KINDS};
use super::functions::Functions;
use super::lookup::Lookup;
use crate::gobuild::tools::object_header::ARCHITECTURES;
use crate::gobuild::{EditKind, FaultKind, FaultSpec, Faults};
use crate::program::{PackageId, Program, load_for_arch};

/// How many faults are tried in programs with so many packages at most; those that were not tried are offered, too.
const MOST_TRIES: usize = 4_000_000;

/// One part of the value of a change or a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is, as help says it: `PKG`, `FILE`, `exe|pie`.
    pub name: &'static str,
    /// What stands before it: `=`, `/`, `.` or `:`.
    pub before: char,
    /// Whether it can be left out.
    pub is_optional: bool,
}

/// What can stand in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these.
    OneOf(Vec<String>),
    /// One of these, or another text.
    Such(Vec<String>),
}

/// The parts of a value, as help writes it: `PKG[/FILE]`, `PKG:DEP`, `[PKG]`.
pub fn parts(value: &'static str) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut before, mut is_optional) = ('=', false);
    let mut rest = value;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix('[') {
            is_optional = true;
            rest = inside;
            if let Some(separator) = rest.chars().next().filter(|first| !first.is_alphanumeric()) {
                before = separator;
                rest = &rest[separator.len_utf8()..];
            }
        }
        let end = rest.find([':', '[', ']']).unwrap_or(rest.len());
        parts.push(Part { name: &rest[..end], before, is_optional });
        rest = rest[end..].trim_start_matches(']');
        if let Some(next) = rest.strip_prefix(':') {
            (before, rest) = (':', next);
        }
    }
    parts
}

/// What can stand in the next part of a change or fault with this name, after the parts that are written already.
/// `None` if it has no such part.
pub fn values(program: &Program, name: &str, written: &[String]) -> Option<Values> {
    let at = Offer { program, written };
    if let Some(kind) = KINDS.iter().find(|kind| kind.name == name) {
        let part = parts(kind.value).into_iter().nth(written.len())?;
        return Some(at.of_change(kind, part));
    }
    let kind = FaultKind::ALL.into_iter().find(|kind| kind.name() == name)?;
    parts(kind.values()).get(written.len()).map(|part| at.of_fault(kind, part.name))
}

struct Offer<'a> {
    program: &'a Program,
    written: &'a [String],
}

impl Offer<'_> {
    fn of_change(&self, kind: &ChangeKind, part: Part) -> Values {
        match (kind.name, part.name) {
            ("body" | "inline", "PKG") => {
                let has = |id: &PackageId| self.can_be_edited_as(kind.name, *id) || self.functions(kind, *id).is_some();
                Values::OneOf(self.names(self.compiled().filter(has)))
            }
            (_, "PKG") => Values::OneOf(self.names(self.compiled())),
            (_, "FILE") => Values::OneOf(self.files(matches!(kind.name, "touch" | "comment"))),
            (_, "FUNC") => match self.package(0).and_then(|id| self.functions(kind, id)) {
                Some(known) => Values::OneOf(known),
                None => Values::Such(Vec::new()),
            },
            ("import", _) => Values::Such(self.importable()),
            (_, "ARCH") => {
                let own = self.program.toolchain.goarch.as_str();
                let known =
                    |arch: &&str| *arch == own || matches!(load_for_arch(&self.program.name, arch), Ok(Some(_)));
                Values::OneOf(ARCHITECTURES.into_iter().filter(known).map(str::to_owned).collect())
            }
            (_, name) if name.contains('|') => Values::OneOf(name.split('|').map(str::to_owned).collect()),
            (_, "off") => Values::OneOf(vec!["off".to_owned()]),
            _ => Values::Such(Vec::new()),
        }
    }

    fn of_fault(&self, kind: FaultKind, part: &str) -> Values {
        if kind == FaultKind::MissingImport && part == "PATH" {
            return Values::Such(Vec::new());
        }
        let mut tries = MOST_TRIES / self.program.packages.len().max(1);
        let mut fits = |value: &String| {
            let mut values = self.written.to_vec();
            values.push(value.clone());
            self.goes_on(kind, &values, &mut tries)
        };
        Values::OneOf(self.candidates(kind, self.written).into_iter().filter(|value| fits(value)).collect())
    }

    /// Whether a fault with these first values can be made.
    fn goes_on(&self, kind: FaultKind, values: &[String], tries: &mut usize) -> bool {
        if kind == FaultKind::MissingImport {
            return true;
        }
        if values.len() < parts(kind.values()).len() {
            let mut next = self.candidates(kind, values).into_iter();
            return next.any(|value| self.goes_on(kind, &[values, std::slice::from_ref(&value)].concat(), tries));
        }
        if *tries == 0 {
            return true;
        }
        *tries -= 1;
        Faults::resolve(&[FaultSpec { kind, values: values.to_vec() }], self.program).is_ok()
    }

    /// What could stand behind the first values of a fault.
    fn candidates(&self, kind: FaultKind, values: &[String]) -> Vec<String> {
        let Some(part) = parts(kind.values()).into_iter().nth(values.len()) else { return Vec::new() };
        let before = values.first().and_then(|name| self.program.find(name));
        match (part.name, before) {
            ("DEP", Some(package)) => self.imports(package),
            ("PATH", Some(package)) if kind == FaultKind::NotImported => self.imports(package),
            ("FILE.s", Some(package)) => self.program.package(package).files.asm.clone(),
            ("ARCH", _) => ARCHITECTURES.map(str::to_owned).to_vec(),
            _ => self.names(self.compiled()),
        }
    }

    /// The package that is written as the part with this number.
    fn package(&self, at: usize) -> Option<PackageId> {
        self.written.get(at).and_then(|name| self.program.find(name))
    }

    fn compiled(&self) -> impl Iterator<Item = PackageId> {
        self.program.ids().filter(|id| !self.program.package(*id).is_builtin())
    }

    fn names(&self, ids: impl Iterator<Item = PackageId>) -> Vec<String> {
        let mut names: Vec<String> = ids.map(|id| self.program.display_path(id).to_owned()).collect();
        // One's own package is what one looks for first.
        let main = self.program.display_path(self.program.root());
        names.sort_by(|a, b| (a != main, a).cmp(&(b != main, b)));
        names
    }

    fn imports(&self, package: PackageId) -> Vec<String> {
        let imports = self.program.package(package).imports.iter().copied();
        self.names(imports.filter(|id| !self.program.package(*id).is_builtin()))
    }

    /// The files of the package that was written: those of Go, or all that are read.
    fn files(&self, all: bool) -> Vec<String> {
        let Some(id) = self.package(0) else { return Vec::new() };
        let files = &self.program.package(id).files;
        if all { files.hashed().map(str::to_owned).collect() } else { files.go.clone() }
    }

    /// Whether an edit of this kind is possible without naming a function.
    fn can_be_edited_as(&self, name: &str, id: PackageId) -> bool {
        Change::parse(&format!("{name}={}", self.program.display_path(id)), self.program).is_ok()
    }

    /// The functions of a package that can be edited like this, if they are known and there is one.
    fn functions(&self, kind: &ChangeKind, id: PackageId) -> Option<Vec<String>> {
        let edit = if kind.name == "body" { EditKind::Body(None) } else { EditKind::Inline(None) };
        let place = Lookup { change: kind.name, program: self.program };
        Functions { place, package: id }.names(&edit).filter(|names| !names.is_empty())
    }

    /// What the package that was written could import.
    fn importable(&self) -> Vec<String> {
        let Some(importer) = self.written.first() else { return Vec::new() };
        let known = self.compiled().map(|id| &self.program.package(id).import_path);
        let paths = known.chain(self.program.extra.iter().map(|listed| &listed.import_path));
        let has = |path: &str| self.package(0).is_some_and(|id| self.imports(id).iter().any(|import| import == path));
        let can = |path: &&String| Change::parse(&format!("import={importer}:{path}"), self.program).is_ok();
        let mut paths: Vec<String> = paths.filter(|path| !has(path)).filter(can).cloned().collect();
        paths.sort();
        paths
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::load_embedded;

    fn names(value: &'static str) -> Vec<String> {
        parts(value)
            .iter()
            .map(|part| format!("{}{}{}", part.before, part.name, if part.is_optional { "?" } else { "" }))
            .collect()
    }

    #[test]
    fn a_value_is_read_as_help_writes_it() {
        assert_eq!(names(""), Vec::<String>::new());
        assert_eq!(names("PKG[/FILE]"), ["=PKG", "/FILE?"]);
        assert_eq!(names("PKG[.FUNC]"), ["=PKG", ".FUNC?"]);
        assert_eq!(names("[PKG]"), ["=PKG?"]);
        assert_eq!(names("PKG:DEP:OTHER"), ["=PKG", ":DEP", ":OTHER"]);
        assert_eq!(names("PKG:FILE.s"), ["=PKG", ":FILE.s"]);
        assert_eq!(names("exe|pie"), ["=exe|pie"]);
    }

    /// Everything that is offered for the sample can be written: each first value, and with it each second one.
    #[test]
    fn what_is_offered_can_be_written() {
        let program = load_embedded("hello").unwrap();
        let all = KINDS.iter().map(|kind| (kind.name, kind.value));
        // Nobody misses a C compiler where the program does not use cgo.
        let fits = |kind: &FaultKind| !matches!(kind, FaultKind::NoCCompiler);
        let all = all.chain(FaultKind::ALL.into_iter().filter(fits).map(|kind| (kind.name(), kind.values())));
        let mut written = 0;
        for (name, value) in all {
            let parts = parts(value);
            let mut open = vec![(name.to_owned(), Vec::new())];
            while let Some((text, before)) = open.pop() {
                let is_done = parts.get(before.len()).is_none_or(|part| part.is_optional);
                let Some(part) = parts.get(before.len()) else {
                    check(&program, &text);
                    written += 1;
                    continue;
                };
                if is_done && !matches!(name, "body" | "inline") {
                    check(&program, &text);
                }
                let offered = match values(&program, name, &before).unwrap() {
                    Values::OneOf(offered) => {
                        assert!(!offered.is_empty() || is_done, "{text}: nothing is offered");
                        offered
                    }
                    Values::Such(offered) => offered,
                };
                // Of many, some are enough.
                for value in offered.iter().step_by(1 + offered.len() / 12) {
                    open.push((
                        format!("{text}{}{value}", part.before),
                        [&before[..], std::slice::from_ref(value)].concat(),
                    ));
                }
            }
        }
        assert!(written > 400, "{written}");
    }

    fn check(program: &Program, text: &str) {
        let change = Change::parse(text, program).unwrap_or_else(|error| panic!("{error}"));
        if let Change::Fault(spec) = change {
            Faults::resolve(&[spec], program).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    #[test]
    fn only_what_fits_is_offered() {
        let program = load_embedded("hello").unwrap();
        let one_of = |name: &str, written: &[&str]| {
            let written: Vec<String> = written.iter().map(|&word| word.to_owned()).collect();
            let Some(Values::OneOf(values)) = values(&program, name, &written) else { panic!("{name}") };
            values
        };
        assert!(one_of("comment", &[]).contains(&"fmt".to_owned()));
        assert_eq!(one_of("comment", &[])[0], "main");
        assert!(!one_of("no-symabis", &[]).contains(&"fmt".to_owned()));
        assert_eq!(one_of("drop-import", &["main"]).len(), program.package(program.root()).imports.len());
        assert_eq!(one_of("GOARCH", &[]), ["amd64", "arm64"]);
        assert!(one_of("body", &["fmt"]).contains(&"(*pp).doPrintln".to_owned()));
        assert_eq!(values(&program, "no-such", &[]), None);
        assert_eq!(values(&program, "all", &[]), None);
        assert_eq!(values(&program, "ldflags", &[]), Some(Values::Such(Vec::new())));
    }
}
