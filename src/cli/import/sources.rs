//! What is read from the files of a program: hashes, for action IDs, and what phase A finds.

use std::collections::BTreeMap;

use super::super::error::CliError;
use gostep_sim::hash::Hash;
use gostep_sim::program::goenv::GoEnv;
use gostep_sim::program::golist::{ListedModule, ListedPackage};
use gostep_sim::program::{GoVersion, join_path, symabis};
use gostep_sim::said;
use gostep_sim::said::Said;

/// How many files were read, and which could not be.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// Files that were read.
    pub files: usize,
    /// Files that could not be, each with what the system said.
    pub unread: Vec<Said>,
}

impl Read {
    /// An error if a file could not be read.
    pub fn all(&self) -> Result<(), CliError> {
        self.unread.first().map_or(Ok(()), |problem| Err(CliError::Go(said!("cannot read {problem}", problem))))
    }
}

/// Reads the source files of packages, or those that stand for them in an overlay: their hashes, and what assembly defines and uses.
pub(super) fn read(packages: &mut [ListedPackage], env: &GoEnv, overlay: &BTreeMap<String, String>) -> Read {
    let mut done = Read::default();
    let version = GoVersion::parse(&env.goversion);
    for package in packages {
        let go = [&package.go_files, &package.cgo_files];
        let c = [&package.c_files, &package.cxx_files, &package.h_files, &package.s_files];
        let files = go.into_iter().chain(c).chain([&package.syso_files, &package.embed_files]);
        let mut hashes = BTreeMap::new();
        let mut assembly = BTreeMap::new();
        for file in files.flatten() {
            let path = join_path(&package.dir, file);
            let path = overlay.get(&path).unwrap_or(&path);
            match std::fs::read(path) {
                Ok(bytes) => {
                    hashes.insert(file.clone(), Hash::of(&bytes).short().to_string());
                    if package.s_files.contains(file) {
                        assembly.insert(file.clone(), bytes);
                    }
                }
                Err(problem) => done.unread.push(said!("{path}: {problem}", path, problem)),
            }
        }
        done.files += hashes.len();
        package.hashes = hashes;
        package.symabis = version.as_ref().and_then(|version| scanned(package, &assembly, version));
    }
    done
}

/// Whether a package exports functions to C; `None` if it does not use cgo, or its files cannot be read.
pub(super) fn exports_to_c(package: &ListedPackage) -> Option<bool> {
    let read = |file: &String| std::fs::read(join_path(&package.dir, file)).ok();
    let texts: Vec<Vec<u8>> = package.cgo_files.iter().map(read).collect::<Option<_>>()?;
    let exports = |text: &Vec<u8>| text.split(|byte| *byte == b'\n').any(|line| line.starts_with(b"//export "));
    (!texts.is_empty()).then(|| texts.iter().any(exports))
}

/// What phase A finds in the assembly of a package; `None` if it has none, or if that is not known.
fn scanned(package: &ListedPackage, assembly: &BTreeMap<String, Vec<u8>>, version: &GoVersion) -> Option<Vec<String>> {
    if package.s_files.is_empty() || package.uses_cgo() {
        return None;
    }
    let texts: Option<Vec<&str>> =
        package.s_files.iter().map(|file| std::str::from_utf8(assembly.get(file)?).ok()).collect();
    let path = if package.name == "main" { "main" } else { &package.import_path };
    symabis::of_files(texts?, path, version)
}

/// Looks up the checksum of a module in the module cache, as the go command does.
pub(super) fn look_up_sum(module: &mut ListedModule, module_cache: &str) {
    // The module cache writes upper-case letters in another way, for file systems that do not distinguish case.
    let escaped = |text: &str| -> String {
        let small = |c: char| if c.is_ascii_uppercase() { format!("!{}", c.to_ascii_lowercase()) } else { c.into() };
        text.chars().map(small).collect()
    };
    let (path, version) = (escaped(&module.path), escaped(&module.version));
    let file = format!("{module_cache}/cache/download/{path}/@v/{version}.ziphash");
    module.sum = Some(std::fs::read_to_string(file).map_or_else(|_| String::new(), |sum| sum.trim().to_owned()));
}
