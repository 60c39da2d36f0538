//! The JSON that `go list -json -deps` prints: one object after the other.

#![allow(missing_docs, reason = "the fields are those of go list and go env, documented there")]

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::error::ProgramError;

/// The import path of a package that consists of `.go` files named on the command line.
const COMMAND_LINE_FILES: &str = "command-line-arguments";

/// Fewer bytes than any package takes in a list.
const SHORTEST: usize = 256;

/// One object of `go list`. Fields have its names; unknown fields are ignored, since every release adds some.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ListedPackage {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub dir: String,
    pub import_path: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub standard: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub goroot: bool,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub root: String,
    /// Where `go install` puts the result.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dep_only: bool,
    /// With `-test`: the package for whose test this variant is built.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub for_test: String,
    /// The patterns on the command line that match this package.
    #[serde(rename = "Match", skip_serializing_if = "Vec::is_empty")]
    pub matched: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module: Option<ListedModule>,
    #[serde(rename = "DefaultGODEBUG", skip_serializing_if = "String::is_empty")]
    pub default_godebug: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub imports: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub import_map: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub go_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cgo_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub c_files: Vec<String>,
    #[serde(rename = "CXXFiles", skip_serializing_if = "Vec::is_empty")]
    pub cxx_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub m_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub f_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub h_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub s_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub syso_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub swig_files: Vec<String>,
    #[serde(rename = "SwigCXXFiles", skip_serializing_if = "Vec::is_empty")]
    pub swig_cxx_files: Vec<String>,
    #[serde(rename = "CgoCFLAGS", skip_serializing_if = "Vec::is_empty")]
    pub cgo_cflags: Vec<String>,
    #[serde(rename = "CgoCPPFLAGS", skip_serializing_if = "Vec::is_empty")]
    pub cgo_cppflags: Vec<String>,
    #[serde(rename = "CgoCXXFLAGS", skip_serializing_if = "Vec::is_empty")]
    pub cgo_cxxflags: Vec<String>,
    #[serde(rename = "CgoLDFLAGS", skip_serializing_if = "Vec::is_empty")]
    pub cgo_ldflags: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cgo_pkg_config: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub embed_patterns: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub embed_files: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub test_go_files: Vec<String>,
    #[serde(rename = "XTestGoFiles", skip_serializing_if = "Vec::is_empty")]
    pub x_test_go_files: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<ListedError>,
    #[serde(rename = "BuildID", skip_serializing_if = "String::is_empty")]
    pub build_id: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub export: String,
    /// Short hashes of the files by name. Not from `go list` but from `gostep import`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub hashes: BTreeMap<String, String>,
    /// What phase A finds in its assembly, if that is known. Not from `go list` but from `gostep import`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symabis: Option<Vec<String>>,
}

/// The `Module` object of `go list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ListedModule {
    pub path: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub version: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub go_version: String,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub main: bool,
    /// Checksum; `None` if the list does not tell it, empty if the build info has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replace: Option<Box<ListedModule>>,
}

/// The `Error` object of `go list`.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct ListedError {
    pub pos: String,
    pub err: String,
}

impl ListedPackage {
    /// Whether the package consists of files named on the command line. Its import path is not enough, since a module
    /// may have the same one.
    pub fn is_of_files(&self) -> bool {
        self.import_path == COMMAND_LINE_FILES && self.module.is_none()
    }

    /// Whether it has Go files that import `C`.
    pub fn uses_cgo(&self) -> bool {
        !self.cgo_files.is_empty()
    }

    /// Whether it comes from the main module's vendor directory.
    pub fn is_vendored(&self) -> bool {
        is_vendored(&self.dir, &self.import_path)
    }

    /// The module that the sources belong to: the replacement, if the required module is replaced.
    pub fn used_module(&mut self) -> Option<&mut ListedModule> {
        let module = self.module.as_mut()?;
        if module.replace.is_some() { module.replace.as_deref_mut() } else { Some(module) }
    }
}

/// Whether a package comes from a vendor directory.
pub(super) fn is_vendored(dir: &str, import_path: &str) -> bool {
    dir.strip_suffix(import_path).is_some_and(|dir| dir.ends_with("/vendor/"))
}

/// Whether any modelled release has this package in its standard library. (Internal packages are left out.)
pub fn is_in_standard_library(path: &str) -> bool {
    include_str!("standard.txt").lines().any(|line| line == path)
}

/// Whether public packages of the standard library have this first element in their path.
pub fn is_root_of_standard_library(first: &str) -> bool {
    include_str!("standard.txt").lines().any(|line| line.split('/').next() == Some(first))
}

/// Reads JSON objects one after the other or in an array. Between them may be lines that the go command wrote to
/// standard error.
///
/// # Errors
/// Names line and column of the first thing that is not a package; also tells if the text was cut off.
pub fn parse(origin: &str, text: &str) -> Result<Vec<ListedPackage>, ProgramError> {
    let (text, said) = without_remarks(text);
    let text = text.as_ref();
    if text.trim().is_empty()
        && let Some(said) = said
    {
        let problem = said!("there is no package list, only {said:?}; mend that, and list the program again", said);
        return Err(ProgramError::List { origin: origin.to_owned(), problem });
    }
    if text.trim_start().starts_with('[') {
        let packages: Vec<ListedPackage> = serde_json::from_str(text).map_err(|error| json_error(origin, &error, 0))?;
        if packages.is_empty() || packages.iter().any(|package| package.import_path.is_empty()) {
            return Err(ProgramError::Empty { origin: origin.to_owned() });
        }
        return Ok(packages);
    }
    // As many as there may be, since growing would copy what is already large; a text of braces is no reason for more.
    let mut packages = Vec::with_capacity(text.matches("\n}").count().min(text.len() / SHORTEST));
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<ListedPackage>();
    while let Some(item) = stream.next() {
        let package = item.map_err(|error| json_error(origin, &error, packages.len()))?;
        if package.import_path.is_empty() {
            let (line, column) = place(text, stream.byte_offset());
            let problem = if text.contains("\"GOVERSION\"") {
                said!(
                    "this is what `go env -json` prints; give it with --env, and what `go list -json -deps` prints with --list"
                )
            } else {
                said!("this JSON object has no ImportPath, so it is not a package of `go list -json -deps`")
            };
            let origin = origin.to_owned();
            return Err(ProgramError::Json { origin, line, column, problem });
        }
        packages.push(package);
    }
    if packages.is_empty() {
        return Err(ProgramError::Empty { origin: origin.to_owned() });
    }
    Ok(packages)
}

/// Replaces by blanks the lines that the go command wrote to standard error and that got into the file with `2>&1`, so
/// that all places stay the same. Also gives the first such line.
pub(super) fn without_remarks(text: &str) -> (Cow<'_, str>, Option<&str>) {
    const REMARKS: [&str; 3] = ["go: ", "warning: ", "# "];
    let is_remark = |line: &&str| REMARKS.iter().any(|start| line.starts_with(start));
    let Some(first) = text.lines().find(is_remark) else { return (Cow::Borrowed(text), None) };
    let blank = |line: &str| {
        if is_remark(&line) { " ".repeat(line.trim_end_matches('\n').len()) + "\n" } else { line.to_owned() }
    };
    (Cow::Owned(text.split_inclusive('\n').map(blank).collect()), Some(first))
}

/// Fills in the checksums of modules from the text of a go.sum; `go list` prints them only since go1.23. A vendored
/// module that go.sum lacks has none, and can be built without it.
pub fn add_sums(packages: &mut [ListedPackage], go_sum: &str) {
    let sums: HashMap<(&str, &str), &str> = go_sum
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            Some(((words.next()?, words.next()?), words.next()?))
        })
        .collect();
    let fill = |module: &mut ListedModule| {
        if let Some(sum) = sums.get(&(module.path.as_str(), module.version.as_str())) {
            module.sum = Some((*sum).to_owned());
        }
    };
    for package in packages {
        let vendored = package.is_vendored();
        if let Some(module) = package.used_module() {
            fill(module);
            if vendored {
                module.sum.get_or_insert_default();
            }
        }
    }
}

/// Says in one sentence what is wrong with the JSON and what to do.
pub(super) fn json_error(origin: &str, error: &serde_json::Error, packages_before: usize) -> ProgramError {
    let problem = match error.classify() {
        serde_json::error::Category::Eof => said!(
            "the JSON is cut short after {packages_before} complete packages; write the whole output of `go list -json -deps` again",
            packages_before
        ),
        serde_json::error::Category::Syntax => said!(
            "this is not the JSON of a package list ({}); give what `go list -json -deps` prints to standard output",
            without_place(&error.to_string())
        ),
        _ => said!("{}; expected what `go list -json -deps` prints", without_place(&error.to_string())),
    };
    ProgramError::Json { origin: origin.to_owned(), line: error.line(), column: error.column().max(1), problem }
}

/// A message of serde_json without the place at its end, since our messages begin with the place.
pub(super) fn without_place(message: &str) -> &str {
    message.rfind(" at line ").map_or(message, |at| &message[..at])
}

/// Line and column (both from 1) of the last character before a byte offset.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset.min(text.len())];
    let line = before.matches('\n').count() + 1;
    let column = before.rfind('\n').map_or(before.len(), |at| before.len() - at - 1);
    (line, column.max(1))
}
