//! A package as `go list` describes it, with its imports resolved.

use std::collections::BTreeMap;

use super::error::ProgramError;
use super::golist::is_vendored;
use super::instruments::Instrument;
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
    /// Absolute directory of the sources.
    pub dir: String,
    /// Name in the package clause of its sources.
    pub name: String,
    /// Whether it is part of the standard library (or of the commands that come with it).
    pub standard: bool,
    /// Whether its directory is below GOROOT.
    pub goroot: bool,
    /// Whether it is only a dependency, not named on the command line.
    pub dep_only: bool,
    /// Whether it consists of `.go` files named on the command line.
    pub command_line_files: bool,
    /// In GOPATH mode, the prefix of relative imports, if the package was named by a relative path or as files.
    pub local_prefix: Option<String>,
    /// The module that provides the package.
    pub module: Option<Module>,
    /// GODEBUG settings that follow from the `go` line of its module (only for main packages).
    pub default_godebug: String,
    /// Direct imports in the order of `go list`; for a main package those that the linker needs follow.
    pub imports: Vec<PackageId>,
    /// How many of the imports are in the sources. The rest is what the linker needs.
    pub source_imports: usize,
    /// Import path as written in the source → path of the package found, where the two differ (vendoring).
    pub import_map: BTreeMap<String, String>,
    /// The source files that take part in the build.
    pub files: SourceFiles,
    /// How `-cover` counts what runs in it (`set` and so on); empty if it does not.
    pub cover: String,
    /// The first Go file of the directory, counting test files.
    pub first_file: String,
    /// What its `#cgo` directives give the C compiler.
    pub cgo_flags: CgoFlags,
    /// Patterns of `//go:embed` directives.
    pub embed_patterns: Vec<String>,
    /// Short hashes of files by name, for files with known content.
    pub file_hashes: BTreeMap<String, ShortId>,
    /// Where `go install` puts the result; empty if nowhere, or if it is not known.
    pub target: String,
    /// What phase A finds in its assembly files, if they were scanned; see [`symabis`](super::symabis).
    pub symabis: Option<Vec<String>>,
    /// Whether it is main of a plugin, which is compiled under its import path.
    pub is_plugin: bool,
    /// Archives that real builds made of this package.
    pub recorded: Vec<RecordedArchive>,
}

impl Package {
    /// Whether it is in the main module's vendor directory.
    pub fn is_vendored(&self) -> bool {
        is_vendored(&self.dir, &self.import_path)
    }

    /// Whether the sources of this package may import a path. A path with an element `internal` is only for packages
    /// beside or below that element; the vendored packages of the standard library are only for the standard library.
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

    /// Whether it is `unsafe`, which is built into the compiler: it is in the graph but has no files and no archive.
    pub fn is_builtin(&self) -> bool {
        self.standard && self.import_path == "unsafe"
    }

    /// Whether it has Go files that import `C`: then cgo and the C compiler take part in its build.
    pub fn uses_cgo(&self) -> bool {
        !self.files.cgo.is_empty()
    }

    /// Whether it is `runtime/cgo`, through which Go and C call each other.
    pub fn is_runtime_cgo(&self) -> bool {
        self.standard && self.import_path == "runtime/cgo"
    }

    /// Whether what cgo makes for it does without package `syscall`.
    pub fn lacks_syscall(&self) -> bool {
        self.is_runtime_cgo() || (self.standard && Instrument::of_package(&self.import_path).is_some())
    }

    /// Whether it is a main package, which is linked into a program.
    pub fn is_main(&self) -> bool {
        self.name == "main"
    }

    /// The error for a library where a main package is needed.
    pub fn is_no_main(&self) -> ProgramError {
        ProgramError::NoMain { package: self.import_path.clone(), name: self.name.clone() }
    }

    /// Whether the package was named by a path of the file system instead of an import path.
    pub fn is_local(&self) -> bool {
        self.command_line_files || self.local_prefix.is_some()
    }

    /// The import path that the compiler gets with `-p`.
    pub fn compiler_path(&self) -> &str {
        if self.is_main() && !self.is_plugin { "main" } else { &self.import_path }
    }

    /// Absolute path of one of the package's files.
    pub fn path_of(&self, file: &str) -> String {
        join_path(&self.dir, file)
    }
}

/// Joins a directory and a file as Go's `filepath.Join` does.
pub fn join_path(dir: &str, file: &str) -> String {
    if file.starts_with('/') {
        file.to_owned()
    } else if dir.ends_with('/') {
        format!("{dir}{file}")
    } else {
        format!("{dir}/{file}")
    }
}

/// The shortest equivalent path, as Go's `filepath.Clean` makes it.
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
    /// Go files that are compiled.
    pub go: Vec<String>,
    /// Go files that import `C`, from which cgo makes Go and C files.
    pub cgo: Vec<String>,
    /// C files.
    pub c: Vec<String>,
    /// C++ files.
    pub cxx: Vec<String>,
    /// Assembly files for Go's assembler.
    pub asm: Vec<String>,
    /// Assembly files for the C compiler: all of a package that uses cgo, and those of `runtime/cgo` that are called
    /// `gcc_…`.
    pub c_asm: Vec<String>,
    /// C headers, which assembly includes.
    pub headers: Vec<String>,
    /// Ready-made object files (`.syso`).
    pub syso: Vec<String>,
    /// Files that match `//go:embed` patterns.
    pub embed: Vec<String>,
}

impl SourceFiles {
    /// All files in the order in which the action ID covers them.
    pub fn hashed(&self) -> impl Iterator<Item = &str> {
        let before = [&self.go, &self.cgo, &self.c, &self.cxx, &self.headers].into_iter().flatten();
        let after = [&self.syso, &self.embed].into_iter().flatten();
        // The list names the assembly files of both assemblers together, in the order of the directory.
        let split = self.asm.partition_point(|file| self.c_asm.first().is_none_or(|first| file < first));
        let (first, last) = self.asm.split_at(split);
        before.chain(first).chain(&self.c_asm).chain(last).chain(after).map(String::as_str)
    }
}

/// Flags of the `#cgo` directives of a package, by the variable that they are added to.
#[derive(Clone, Debug, Default)]
pub struct CgoFlags {
    /// For C and C++ alike.
    pub cppflags: Vec<String>,
    /// For C.
    pub cflags: Vec<String>,
    /// For C++.
    pub cxxflags: Vec<String>,
    /// For linking.
    pub ldflags: Vec<String>,
}

impl CgoFlags {
    /// Replaces the directory of the package in all flags (`-I${SRCDIR}`).
    pub fn move_to(&mut self, from: &str, to: &str) {
        let lists = [&mut self.cppflags, &mut self.cflags, &mut self.cxxflags, &mut self.ldflags];
        for flag in lists.into_iter().flatten() {
            *flag = flag.replace(from, to);
        }
    }
}

/// A module, reduced to what a build depends on.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// Module path.
    pub path: String,
    /// Version; empty for the main module and for local replacements.
    pub version: String,
    /// Language version in its go.mod, without `go` before it.
    pub go_version: String,
    /// Whether it is the main module.
    pub main: bool,
    /// Checksum (`h1:…`); empty if the build info has none.
    pub sum: String,
    /// The module that replaces it, if a `replace` directive does so.
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
