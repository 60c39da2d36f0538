//! A package as `go list` describes it, with its imports resolved.

use std::collections::BTreeMap;

use super::error::ProgramError;
use super::golist::is_vendored;
use super::recorded::RecordedArchive;
use crate::hash::ShortId;

/// Index of a package in [`Program::packages`](super::Program::packages).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PackageId(pub u32);

impl PackageId {
    /// The index as `usize`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One package of the program.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// Import path, with the `vendor/` prefix where the package is vendored in the standard library.
    pub import_path: String,
    /// Directory of the sources.
    pub dir: String,
    /// Name in the package clause.
    pub name: String,
    /// Part of the standard library (or of the commands beside it).
    pub standard: bool,
    /// Lies below GOROOT.
    pub goroot: bool,
    /// Only a dependency: not named on the command line.
    pub dep_only: bool,
    /// Built from `.go` files named on the command line.
    pub command_line_files: bool,
    /// Without modules, what relative imports begin with, if the package was named by a relative path or as files.
    pub local_prefix: Option<String>,
    /// The module that provides the package.
    pub module: Option<Module>,
    /// GODEBUG settings that the module's `go` line asks for (main packages).
    pub default_godebug: String,
    /// Direct imports in the order of `go list`, followed by those the linker adds to a main package.
    pub imports: Vec<PackageId>,
    /// How many of the imports stand in the sources; the rest is what the linker needs.
    pub source_imports: usize,
    /// Import path as written in the source → path of the package found, where they differ.
    pub import_map: BTreeMap<String, String>,
    /// The source files that take part in the build.
    pub files: SourceFiles,
    /// The first Go file of the directory, tests included.
    pub first_file: String,
    /// `//go:embed` patterns.
    pub embed_patterns: Vec<String>,
    /// Short hashes of files whose content is known.
    pub file_hashes: BTreeMap<String, ShortId>,
    /// Archives that a real build made of this package, if they were recorded.
    pub recorded: Vec<RecordedArchive>,
}

impl Package {
    /// Whether it comes from the main module's vendor directory.
    pub fn is_vendored(&self) -> bool {
        is_vendored(&self.dir, &self.import_path)
    }

    /// Whether the sources of this package may name an import path: one with an element `internal` is for what lies
    /// beside or below that element, and the vendored packages of the standard library are its own.
    pub fn may_import(&self, path: &str) -> bool {
        let elements: Vec<&str> = path.split('/').collect();
        if elements.first() == Some(&"vendor") {
            return self.standard;
        }
        let Some(at) = elements.iter().rposition(|element| *element == "internal") else { return true };
        if at == 0 {
            return self.standard;
        }
        let parent = elements[..at].join("/");
        self.import_path.strip_prefix(&parent).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// `unsafe` is built into the compiler: it has a place in the graph, but no files and no archive.
    pub fn is_builtin(&self) -> bool {
        self.standard && self.import_path == "unsafe"
    }

    /// A main package is linked into a program.
    pub fn is_main(&self) -> bool {
        self.name == "main"
    }

    /// The error that there is nothing to link.
    pub fn is_no_main(&self) -> ProgramError {
        ProgramError::NoMain { package: self.import_path.clone(), name: self.name.clone() }
    }

    /// Whether the package was found by a path of the file system rather than by an import path.
    pub fn is_local(&self) -> bool {
        self.command_line_files || self.local_prefix.is_some()
    }

    /// The import path that the compiler is told (`-p`).
    pub fn compiler_path(&self) -> &str {
        if self.is_main() { "main" } else { &self.import_path }
    }

    /// Absolute path of one of the package's files.
    pub fn path_of(&self, file: &str) -> String {
        join_path(&self.dir, file)
    }
}

/// Joins as Go's `filepath.Join` does for a file below a directory.
pub fn join_path(dir: &str, file: &str) -> String {
    if file.starts_with('/') {
        file.to_owned()
    } else if dir.ends_with('/') {
        format!("{dir}{file}")
    } else {
        format!("{dir}/{file}")
    }
}

/// The shortest path that means the same, as `filepath.Clean` makes it.
pub fn clean_path(path: &str) -> String {
    let rooted = path.starts_with('/');
    let mut names: Vec<&str> = Vec::new();
    for name in path.split('/') {
        match name {
            "" | "." => {}
            ".." if names.last().is_some_and(|last| *last != "..") => {
                names.pop();
            }
            ".." if rooted => {}
            name => names.push(name),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, names.join("/"))
}

/// Source files by kind, each list in the order of `go list`.
#[derive(Clone, Debug, Default)]
pub struct SourceFiles {
    /// Go files that take part in the build.
    pub go: Vec<String>,
    /// Assembly files.
    pub asm: Vec<String>,
    /// C headers, included by assembly.
    pub headers: Vec<String>,
    /// Ready-made object files.
    pub syso: Vec<String>,
    /// Files that `//go:embed` patterns matched.
    pub embed: Vec<String>,
}

impl SourceFiles {
    /// All files in the order in which the action ID hashes them.
    pub fn hashed(&self) -> impl Iterator<Item = &str> {
        [&self.go, &self.headers, &self.asm, &self.syso, &self.embed].into_iter().flatten().map(String::as_str)
    }
}

/// A module, as far as a build looks at it.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// Module path.
    pub path: String,
    /// Version, empty for the main module and for local replacements.
    pub version: String,
    /// Language version of its go.mod, without `go` in front.
    pub go_version: String,
    /// It is the main module.
    pub main: bool,
    /// Checksum; empty if the build info has none.
    pub sum: String,
    /// What a `replace` directive puts in its place.
    pub replace: Option<Box<Module>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_internal_is_for_its_neighbours() {
        let package = |path: &str, standard| Package { import_path: path.to_owned(), standard, ..Package::default() };
        let ours = |path| package(path, false);
        let theirs = |path| package(path, true);
        for (importer, path, expected) in [
            (ours("example.com/a/b"), "example.com/a/internal/x", true),
            (ours("example.com/a"), "example.com/a/internal/x", true),
            (ours("example.com/ab"), "example.com/a/internal/x", false),
            (ours("example.com/a/internal/y"), "example.com/a/internal/x", true),
            (ours("example.com/a"), "example.com/a/internal/x/internal/y", false),
            (ours("example.com/a"), "internal/abi", false),
            (ours("example.com/a"), "runtime/internal/sys", false),
            (ours("example.com/a"), "strings", true),
            (theirs("fmt"), "internal/fmtsort", true),
            (theirs("fmt"), "crypto/internal/boring", false),
            (theirs("net/http"), "vendor/golang.org/x/net/idna", true),
            (ours("example.com/a"), "vendor/golang.org/x/net/idna", false),
        ] {
            assert_eq!(importer.may_import(path), expected, "{} {path}", importer.import_path);
        }
    }
}
