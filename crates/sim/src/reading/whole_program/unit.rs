//! What a log shows of one object directory, and so of one package.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Deserialize;

use super::modules::Modules;
use crate::program::golist::ListedPackage;
use crate::program::{SAMPLE, load_embedded};

/// The import path of files named on the command line.
pub const FILES: &str = "command-line-arguments";

/// Numbers of object directories are missing that are not that of `unsafe`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gaps;

/// What the log shows of one object directory.
#[derive(Debug, Default)]
pub struct Unit {
    /// The path of `-p`.
    pub path: String,
    /// Whether it is of the standard library.
    pub standard: bool,
    /// The version of the language.
    pub lang: String,
    /// The directory of its files.
    pub dir: String,
    /// Its Go files.
    pub go_files: Vec<String>,
    /// Its assembly, as phase A reads it.
    pub asm_files: Vec<String>,
    /// Headers that have a name of the target, which get a general name beside the objects. Others are not shown.
    pub headers: Vec<String>,
    /// What is embedded.
    pub embedcfg: Option<EmbedCfg>,
    /// The packages that it imports, in order.
    pub imports: Vec<String>,
    /// Imports that have another path than in the source.
    pub import_map: BTreeMap<String, String>,
    /// Whether it was compiled.
    pub compiled: bool,
    /// Whether its files are in several directories, as those that are generated are.
    pub is_scattered: bool,
}

/// The JSON of `embedcfg`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct EmbedCfg {
    patterns: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, String>,
}

impl Unit {
    /// Reads an importcfg.
    pub fn importcfg(&mut self, body: &str) {
        for line in body.lines() {
            if let Some((source, path)) = line.strip_prefix("importmap ").and_then(|rest| rest.split_once('=')) {
                self.import_map.insert(source.to_owned(), path.to_owned());
            } else if let Some((path, _)) = line.strip_prefix("packagefile ").and_then(|rest| rest.split_once('=')) {
                self.imports.push(path.to_owned());
            }
        }
    }

    /// What it imports. Main's list ends with what the linker needs, which is added to every program.
    fn imports_of(&self, is_root: bool) -> Vec<String> {
        let mut imports = self.imports.clone();
        if is_root && imports.last().is_some_and(|last| last == "runtime") {
            imports.pop();
        }
        imports
    }

    /// The package as the go command lists it, as far as it is shown.
    pub fn listed(&self, path: &str, is_root: bool, modules: &Modules, goroot: &str) -> ListedPackage {
        let embed = self.embedcfg.as_ref();
        ListedPackage {
            dir: self.dir.clone(),
            import_path: path.to_owned(),
            // Other packages can have another name than their path.
            name: if self.path == "main" { "main" } else { "" }.to_owned(),
            standard: self.standard,
            goroot: self.standard,
            root: if self.standard { goroot.to_owned() } else { String::new() },
            dep_only: !is_root,
            module: if self.standard || path == FILES { None } else { modules.of_package(path, &self.lang) },
            imports: self.imports_of(is_root),
            import_map: self.import_map.clone(),
            go_files: self.go_files.clone(),
            s_files: self.asm_files.clone(),
            h_files: self.headers.clone(),
            embed_patterns: embed.map(|embed| embed.patterns.keys().cloned().collect()).unwrap_or_default(),
            embed_files: embed.map(|embed| embed.files.keys().cloned().collect()).unwrap_or_default(),
            default_godebug: if is_root { modules.godebug.clone() } else { String::new() },
            ..ListedPackage::default()
        }
    }
}

/// The object directory of a package that imports `unsafe` first, so that `unsafe` gets the only number that no compile
/// has. None if there is no gap. Several packages can be possible, and what is printed is the same with each of them; one
/// that is known to import it comes first.
pub fn importer_of_unsafe(
    units: &BTreeMap<u32, Unit>,
    compiled: &HashMap<&str, u32>,
    root: &str,
) -> Result<Option<u32>, Gaps> {
    let numbers: BTreeSet<u32> = compiled.values().copied().collect();
    let last = numbers.last().copied().unwrap_or(0);
    let gap = match (1..=last).filter(|number| !numbers.contains(number)).collect::<Vec<_>>().as_slice() {
        [] => return Ok(None),
        [gap] => *gap,
        _ => return Err(Gaps),
    };
    // A package gets its number when it is first imported, depth first, so those that can import unsafe there are the
    // ones that are left, or go on, behind the package with the number before the gap.
    let root = *compiled.get(root).ok_or(Gaps)?;
    let (mut path, mut seen, mut entered) = (vec![(root, 0)], BTreeSet::from([root]), 1);
    let mut possible = Vec::new();
    while let Some((objdir, next)) = path.last_mut() {
        let (objdir, at) = (*objdir, *next);
        *next += 1;
        let Some(import) = units[&objdir].imports.get(at) else {
            if entered + 1 == gap {
                possible.push(objdir);
            }
            path.pop();
            continue;
        };
        let Some(&number) = compiled.get(import.as_str()).filter(|number| seen.insert(**number)) else { continue };
        if entered + 1 == gap {
            // Imports are in order, and unsafe has its place among them.
            possible.extend((import.as_str() > "unsafe").then_some(objdir));
            break;
        }
        entered = number;
        path.push((number, 0));
    }
    let sample = load_embedded(SAMPLE).ok();
    let is_known = |objdir: &&u32| {
        let known = sample.as_ref().and_then(|sample| Some((sample, sample.find(&units[*objdir].path)?)));
        known.is_some_and(|(sample, id)| sample.package(id).imports.iter().any(|&id| sample.package(id).is_builtin()))
    };
    possible.iter().find(is_known).or(possible.first()).copied().map(Some).ok_or(Gaps)
}
