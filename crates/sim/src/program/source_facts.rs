//! What `go list` does not tell about the sources: places of imports, functions without body, assembly, and symbols
//! that the linker would miss.
//!
//! Error messages of tools contain these facts. They were measured with the real toolchain (`tools/record_sources.py`).
//! A program without them fails at the same steps with the same messages, with `?` in the place of unknown facts.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::ProgramError;

/// The newest version of the file format that can be read.
const FORMAT: u32 = 1;

/// Facts about a program's sources, by import path.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct SourceFacts {
    gostep_sources: u32,
    packages: BTreeMap<String, PackageFacts>,
}

impl SourceFacts {
    /// Reads a file of facts.
    ///
    /// # Errors
    /// If the text is not a file of facts, or has a later format.
    pub fn parse(origin: &str, text: &str) -> Result<Self, ProgramError> {
        let facts: Self = serde_json::from_str(text).map_err(|error| ProgramError::Json {
            origin: origin.to_owned(),
            line: error.line(),
            column: error.column().max(1),
            problem: said!("{error}; expected facts that tools/record_sources.py wrote", error),
        })?;
        if facts.gostep_sources > FORMAT {
            let format = facts.gostep_sources;
            return Err(ProgramError::TooNew { origin: origin.to_owned(), format, known: FORMAT });
        }
        Ok(facts)
    }

    /// The facts about a package; `None` if nothing was recorded.
    pub fn of(&self, import_path: &str) -> Option<&PackageFacts> {
        self.packages.get(import_path)
    }

    /// Whether nothing was recorded of this program.
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty()
    }
}

/// Facts about one package. A place is written `file.go:LINE:COLUMN`; messages are lists of lines.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PackageFacts {
    /// The first Go file in compile order, which faults change.
    pub first_file: FirstFile,
    /// The place of the first import of each path, in compile order.
    #[serde(default)]
    pub imports: BTreeMap<String, String>,
    /// The compiler's messages after `could not import` if the archive of an import is missing.
    #[serde(default)]
    pub beyond_import: BTreeMap<String, Vec<String>>,
    /// The compiler's messages if the line of an import is deleted from the source.
    #[serde(default)]
    pub undefined_without_import: BTreeMap<String, Vec<String>>,
    /// The places of functions without body that the compiler reports with `-complete`: at most ten, then the one at
    /// which it stops.
    #[serde(default)]
    pub missing_bodies: Vec<String>,
    /// Places where the package needs the address of an assembly function (ABI0), each with the function, in the
    /// compiler's order.
    #[serde(default)]
    pub abi0_expected: Vec<(String, String)>,
    /// The compiler's messages without `-p`.
    #[serde(default)]
    pub without_path: Vec<String>,
    /// Facts about its assembly; `None` if it has none.
    pub assembly: Option<AssemblyFacts>,
}

/// Shape of the first Go file in compile order.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FirstFile {
    /// Number of lines.
    pub lines: u32,
    /// Line of the package clause.
    pub package_clause: u32,
    /// Import path, line and column of each import.
    pub imports: Vec<(String, u32, u32)>,
    /// Number of functions with the name `init`.
    pub inits: u32,
}

impl FirstFile {
    /// Line and column of a new import where gofmt would place it: sorted within the first group.
    pub fn insertion(&self, path: &str) -> String {
        let Some(&(_, top, column)) = self.imports.first() else {
            return format!("{}:8", self.package_clause + 1);
        };
        let group = self.imports.iter().zip(top..).take_while(|((_, line, _), next)| line == next);
        let before = group.take_while(|((known, ..), _)| known.as_str() < path).count();
        format!("{}:{column}", top + u32::try_from(before).unwrap_or(u32::MAX))
    }
}

/// Facts about the assembly of a package.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AssemblyFacts {
    /// Number of lines of symabis that define a function.
    pub defs: u32,
    /// Number of lines of symabis that refer to a function.
    pub refs: u32,
    /// The lines of symabis; empty if there are too many to show.
    pub symabis: Vec<String>,
    /// Facts about each source file, by name.
    pub files: BTreeMap<String, AssemblyFile>,
    /// The assembler's messages for the scan without `-I $GOROOT/pkg/include`; `$OBJ` stands for the object directory.
    pub scan_without_include: Vec<String>,
    /// Place and name of the first assembly function that can also be given a body in Go.
    pub twice: Option<(String, String)>,
    /// The linker's messages for incomplete archives.
    pub link: LinkFacts,
}

/// The assembler's messages for one file; empty if it does not complain.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AssemblyFile {
    /// If no `go_asm.h` is found.
    #[serde(default)]
    pub without_header: Vec<String>,
    /// If `go_asm.h` is empty or that of another package.
    #[serde(default)]
    pub empty_header: Vec<String>,
    /// If `-p` is missing.
    #[serde(default)]
    pub without_path: Vec<String>,
}

/// The linker's messages for an incomplete archive of the package. No lines mean that the link succeeds.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LinkFacts {
    /// If the package and all its importers were compiled without symabis.
    pub without_symabis: Vec<String>,
    /// Import paths of the archives that differ without symabis; `None` if the compiler fails.
    #[serde(default)]
    pub changed_without_symabis: Option<Vec<String>>,
    /// If the archive has no objects.
    pub without_objects: Vec<String>,
    /// If one object is missing, by the name of its source.
    pub object: BTreeMap<String, Vec<String>>,
    /// The first symbol that is defined twice if the objects are packed twice; empty if there is none.
    pub twice: String,
}

#[cfg(test)]
mod tests {
    use crate::program;

    #[test]
    fn the_embedded_programs_have_facts_of_every_package_that_is_compiled() {
        for name in program::EMBEDDED_NAMES {
            let program = program::load_embedded(name).unwrap();
            for package in program.packages.iter().filter(|package| !package.is_builtin()) {
                let facts = program.sources.of(&package.import_path).unwrap();
                assert_eq!(facts.assembly.is_some(), !package.files.asm.is_empty(), "{}", package.import_path);
                for import in &package.imports[..package.source_imports] {
                    let import = program.package(*import);
                    let known = facts.imports.contains_key(&import.import_path);
                    assert!(known || import.is_builtin(), "{} {}", package.import_path, import.import_path);
                }
            }
        }
    }
}
