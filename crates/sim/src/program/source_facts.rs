//! What `go list` does not tell of the sources: places of imports, functions without body, assembly, and what the
//! linker finds missing.
//!
//! The words of a failing tool need these. They were measured with the real toolchain (`tools/record_sources.py`);
//! a program without them fails at the same steps with the same words, and `?` where a place belongs.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::ProgramError;

/// The newest format of facts that is understood.
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
    /// If the text is not one, or one of a later format.
    pub fn parse(origin: &str, text: &str) -> Result<Self, ProgramError> {
        let facts: Self = serde_json::from_str(text).map_err(|error| ProgramError::Json {
            origin: origin.to_owned(),
            line: error.line(),
            column: error.column().max(1),
            problem: format!("{error}; expected facts that tools/record_sources.py wrote"),
        })?;
        if facts.gostep_sources > FORMAT {
            let format = facts.gostep_sources;
            return Err(ProgramError::TooNew { origin: origin.to_owned(), format, known: FORMAT });
        }
        Ok(facts)
    }

    /// The facts about a package.
    pub fn of(&self, import_path: &str) -> Option<&PackageFacts> {
        self.packages.get(import_path)
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.packages.is_empty()
    }
}

/// Facts about one package. A place is `file.go:LINE:COLUMN`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct PackageFacts {
    /// The first Go file of the package.
    pub first_file: FirstFile,
    /// Where each import first stands, in compile order.
    #[serde(default)]
    pub imports: BTreeMap<String, String>,
    /// What the compiler says beyond `could not import` when the import is missing.
    #[serde(default)]
    pub beyond_import: BTreeMap<String, Vec<String>>,
    /// What the compiler says when the line of the import is deleted.
    #[serde(default)]
    pub undefined_without_import: BTreeMap<String, Vec<String>>,
    /// The places of functions without body as the compiler lists them with `-complete`: at most ten, then the one at
    /// which it gave up.
    #[serde(default)]
    pub missing_bodies: Vec<String>,
    /// Where the package wants to know the address of a function as assembly sees it, in the compiler's order.
    #[serde(default)]
    pub abi0_expected: Vec<(String, String)>,
    /// What the compiler says when it is not told the path of the package.
    #[serde(default)]
    pub without_path: Vec<String>,
    /// Facts about its assembly, if it has any.
    pub assembly: Option<AssemblyFacts>,
}

/// The first Go file in compile order.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct FirstFile {
    /// Number of lines.
    pub lines: u32,
    /// Line of the package clause.
    pub package_clause: u32,
    /// Import path, line and column of each import.
    pub imports: Vec<(String, u32, u32)>,
    /// How many functions are called `init`.
    pub inits: u32,
}

impl FirstFile {
    /// Line and column of one more import, where gofmt would have it: in order within the first group.
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
    /// Lines of symabis that define a function.
    pub defs: u32,
    /// Lines of symabis that refer to one.
    pub refs: u32,
    /// The lines of symabis, if they are few enough to be shown.
    pub symabis: Vec<String>,
    /// The source files by name.
    pub files: BTreeMap<String, AssemblyFile>,
    /// What the scan says without `-I $GOROOT/pkg/include`; `$OBJ` stands for the object directory.
    pub scan_without_include: Vec<String>,
    /// Place and name of the first function that can be defined in Go as well.
    pub twice: Option<(String, String)>,
    /// What the linker says of incomplete archives.
    pub link: LinkFacts,
}

/// What the assembler says of one file, if it says anything.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct AssemblyFile {
    /// When no `go_asm.h` is found.
    #[serde(default)]
    pub without_header: Vec<String>,
    /// When `go_asm.h` is empty, or that of another package.
    #[serde(default)]
    pub empty_header: Vec<String>,
    /// When it is not told the path of the package.
    #[serde(default)]
    pub without_path: Vec<String>,
}

/// What the linker says of an incomplete archive of the package. No lines: it links all the same.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct LinkFacts {
    /// The package, and all that import it, were compiled without symabis.
    pub without_symabis: Vec<String>,
    /// The archives that come out different then, by import path; nothing if the compiler refuses.
    #[serde(default)]
    pub changed_without_symabis: Option<Vec<String>>,
    /// The archive has no objects.
    pub without_objects: Vec<String>,
    /// The archive lacks one object, by the name of its source.
    pub object: BTreeMap<String, Vec<String>>,
    /// The first symbol that is defined twice if the objects are appended twice; empty if there is none.
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
