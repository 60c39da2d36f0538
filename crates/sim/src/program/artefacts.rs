//! What the files of a real build contain: assembly headers and symbol lists as text, members of archives, symbols of
//! the executable, and numbers that no model computes.
//!
//! They were recorded with `tools/record_artefacts.py` (see `docs/measuring.md`). An archive is looked up by its
//! content ID, and an executable by the action ID of its link, so what is found is what the real file contains. A
//! record is a long text; it is parsed when something in it is first needed.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;

use super::recorded::RecordedArchive;
use super::texts;
use crate::hash::ShortId;

/// The records in which something about a program may be found.
#[derive(Clone, Debug, Default)]
pub struct Artefacts {
    /// The record of the program itself.
    own: Option<Arc<Record>>,
    /// Records of other programs, which contain the same archives of standard packages.
    others: Vec<Arc<Record>>,
}

/// A record, which is parsed on first use.
#[derive(Debug)]
struct Record {
    text: &'static str,
    parsed: OnceLock<Option<Recorded>>,
}

#[derive(Debug, Deserialize)]
struct Recorded {
    packages: BTreeMap<String, PackageArtefacts>,
    executable: ExecutableArtefacts,
    #[serde(default)]
    measured: BTreeMap<String, Measured>,
}

/// What the files of one package contain.
#[derive(Debug, Deserialize)]
pub struct PackageArtefacts {
    /// Build ID of the archive, `action/content`.
    pub id: String,
    /// Name and size in bytes of the archive's members: export data, the object of the Go files, those of the assembly
    /// files.
    pub members: Vec<(String, u64)>,
    /// How many text symbols (functions) the archive defines.
    pub text_symbols: u32,
    /// How many of them are functions of the package itself.
    pub functions: u32,
    /// Lines of `symabis` if the package has assembly files; empty if these define and use no functions.
    pub symabis: Option<Vec<String>>,
    /// Lines of `go_asm.h` if the package has assembly files.
    pub header: Option<Vec<String>>,
}

/// What an executable contains.
#[derive(Debug, Deserialize)]
pub struct ExecutableArtefacts {
    /// Build ID in its four parts.
    pub id: String,
    /// Size in bytes.
    pub bytes: u64,
    /// The type in the ELF header: `EXEC`, or `DYN` if the executable is position-independent.
    pub kind: String,
    /// The processor in the ELF header, as in `x86-64`.
    pub machine: String,
    /// The address at which it starts, as in `0x46d120`.
    pub entry: String,
    /// Sections (name, address, size), with the empty one with which every section table begins.
    pub sections: Vec<(String, String, u64)>,
    /// Program headers: type, address, size in the file, size in memory, and letters for the permitted access.
    pub segments: Vec<(String, String, u64, u64, String)>,
    /// Symbols sorted by name, as `go tool nm` lists them.
    pub symbols: Vec<Symbol>,
}

/// One line of `go tool nm`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Symbol {
    /// Address in hexadecimal digits, without `0x`.
    pub address: String,
    /// Kind: `T` and `t` for code; `D`, `d`, `R` and `r` for data.
    pub kind: char,
    /// Name. Functions with arguments on the stack end in `.abi0`.
    pub name: String,
}

impl TryFrom<String> for Symbol {
    type Error = String;

    fn try_from(line: String) -> Result<Self, String> {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().ok_or_else(|| format!("not a line of nm: {line}"));
        let (address, kind, name) = (word()?.to_owned(), word()?, word()?.to_owned());
        let kind = kind.chars().next().ok_or_else(|| format!("no kind in: {line}"))?;
        Ok(Self { address, kind, name })
    }
}

impl Symbol {
    /// Whether the symbol is a function.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, 'T' | 't')
    }
}

/// A measured value of a type that its key determines.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Measured {
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(i64),
    /// A text.
    Text(String),
    /// A list of names.
    List(Vec<String>),
}

/// Size in bytes of an archive with these members: each has a header of 60 bytes and starts at an even offset.
pub fn archive_bytes<'a>(members: impl IntoIterator<Item = &'a (String, u64)>) -> u64 {
    const SIGNATURE: u64 = 8;
    const HEADER: u64 = 60;
    members.into_iter().fold(SIGNATURE, |bytes, (_, size)| bytes + HEADER + size + size % 2)
}

impl Artefacts {
    /// All records that are embedded in gostep; the one of the named program comes first.
    pub(super) fn embedded(program: Option<&str>) -> Self {
        let record = |name| {
            let text = texts::artefacts(name)?;
            Some(Arc::new(Record { text, parsed: OnceLock::new() }))
        };
        let others = texts::NAMES.into_iter().filter(|name| Some(*name) != program);
        Self { own: program.and_then(record), others: others.filter_map(record).collect() }
    }

    fn records(&self) -> impl Iterator<Item = &Recorded> {
        self.own.iter().chain(&self.others).filter_map(|record| record.parsed())
    }

    /// What was recorded of an archive with this content ID and of the files beside it.
    pub fn package(&self, path: &str, content: ShortId) -> Option<&PackageArtefacts> {
        let content = content.to_string();
        self.records().filter_map(|record| record.packages.get(path)).find(|package| package.content() == content)
    }

    /// What was recorded of a package, found by any of its recorded archives, which were all made from its sources.
    pub fn package_of(&self, path: &str, recorded: &[RecordedArchive]) -> Option<&PackageArtefacts> {
        recorded.iter().find_map(|archive| self.package(path, archive.content))
    }

    /// What was recorded of the executable that a link with this action ID makes.
    pub fn executable(&self, link: ShortId) -> Option<&ExecutableArtefacts> {
        let link = link.to_string();
        let mut all = self.records().map(|record| &record.executable);
        all.find(|executable| executable.id.split('/').next() == Some(&link))
    }

    /// The measured numbers of the program, by key.
    pub fn measured(&self) -> Option<&BTreeMap<String, Measured>> {
        let measured = &self.own.as_ref()?.parsed()?.measured;
        (!measured.is_empty()).then_some(measured)
    }
}

impl ExecutableArtefacts {
    /// The name of the function at the start address.
    pub fn entry_symbol(&self) -> Option<&str> {
        let here = |symbol: &&Symbol| symbol.is_text() && self.entry.strip_prefix("0x") == Some(&symbol.address);
        self.symbols.iter().find(here).map(|symbol| symbol.name.as_str())
    }

    /// How many functions of a package the executable contains.
    pub fn functions_of(&self, path: &str) -> usize {
        let of_package = |symbol: &&Symbol| {
            symbol.is_text() && symbol.name.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
        };
        self.symbols.iter().filter(of_package).count()
    }
}

impl PackageArtefacts {
    fn content(&self) -> &str {
        self.id.split_once('/').map_or("", |(_, content)| content)
    }

    /// Size of the finished archive in bytes.
    pub fn bytes(&self) -> u64 {
        archive_bytes(&self.members)
    }
}

impl Record {
    /// `None` for a record that cannot be parsed. A test makes sure that there is none.
    fn parsed(&self) -> Option<&Recorded> {
        self.parsed.get_or_init(|| serde_json::from_str(self.text).ok()).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program;

    #[test]
    fn every_archive_of_the_embedded_programs_is_recorded() {
        for name in program::EMBEDDED_NAMES {
            let program = program::load_embedded(name).unwrap();
            for package in program.packages.iter().filter(|package| !package.is_builtin()) {
                let path = package.compiler_path();
                let found = program.artefacts.package_of(path, &package.recorded);
                let found = found.unwrap_or_else(|| panic!("{name}: {path} was not recorded"));
                let assembly = package.files.asm.len();
                assert_eq!(found.members.len(), 2 + assembly, "{path}");
                assert_eq!(found.symabis.is_none(), assembly == 0, "{path}");
                assert_eq!(found.header.is_none(), assembly == 0, "{path}");
            }
            let main = &program.package(program.root()).recorded;
            let executable = &program.artefacts.own.as_ref().unwrap().parsed().unwrap().executable;
            let main_id = format!("{}/{}", main[0].action, main[0].content);
            assert!(executable.id.contains(&main_id), "{name}");
        }
    }

    #[test]
    fn what_was_recorded_agrees_with_the_facts_about_sources() {
        let program = program::load_embedded(program::SAMPLE).unwrap();
        for package in program.packages.iter().filter(|package| !package.files.asm.is_empty()) {
            let artefacts = program.artefacts.package_of(&package.import_path, &package.recorded).unwrap();
            let facts = program.sources.of(&package.import_path).unwrap().assembly.as_ref().unwrap();
            let symabis = artefacts.symabis.as_ref().unwrap();
            let defs = symabis.iter().filter(|line| line.starts_with("def ")).count();
            assert_eq!(defs, facts.defs as usize, "{}", package.import_path);
            assert_eq!(symabis.len() - defs, facts.refs as usize, "{}", package.import_path);
        }
    }

    #[test]
    fn an_archive_of_the_size_that_ls_shows() {
        let program = program::load_embedded(program::SAMPLE).unwrap();
        let runtime = program.package(program.find("runtime").unwrap());
        assert_eq!(program.artefacts.package_of("runtime", &runtime.recorded).unwrap().bytes(), 12_814_334);
    }

    #[test]
    fn lines_of_nm() {
        let symbol = Symbol::try_from("46d120 T _rt0_amd64_linux".to_owned()).unwrap();
        assert_eq!((symbol.address.as_str(), symbol.kind, symbol.is_text()), ("46d120", 'T', true));
        let odd = Symbol::try_from("4 r type:.eq.struct { a int }".to_owned()).unwrap();
        assert_eq!(odd.name, "type:.eq.struct { a int }");
        assert!(Symbol::try_from("4 T".to_owned()).is_err());
    }
}
