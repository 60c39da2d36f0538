//! Overlays (`-overlay`): files that stand for sources of the program.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::super::error::CliError;
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::{clean_path, go_flags, join_path};
use gostep_sim::said;

/// The file that `-overlay` names.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct OverlayFile {
    #[serde(default)]
    replace: BTreeMap<String, String>,
}

/// The files that another one stands for, by absolute path; empty without `-overlay`. Relative paths begin in the
/// directory of the command.
pub(super) fn read(dir: &Path, target: &[String]) -> Result<BTreeMap<String, String>, CliError> {
    let dir = dir.to_string_lossy();
    let Some(file) = given(target) else { return Ok(BTreeMap::new()) };
    let path = join_path(&dir, file);
    let refuse = |problem: String| CliError::Go(said!("-overlay={file}: {problem}", file, problem));
    let text = std::fs::read_to_string(&path).map_err(|error| refuse(error.to_string()))?;
    let overlay: OverlayFile = serde_json::from_str(&text).map_err(|error| refuse(error.to_string()))?;
    let absolute = |path: &String| clean_path(&join_path(&dir, path));
    // A file without another one counts as deleted, which the package list shows.
    let replaced = overlay.replace.iter().filter(|(_, actual)| !actual.is_empty());
    Ok(replaced.map(|(path, actual)| (absolute(path), absolute(actual))).collect())
}

/// The value of the last `-overlay`.
fn given(target: &[String]) -> Option<&str> {
    let value = |at: usize| match go_flags::parts(&target[at]) {
        ("overlay", Some(value)) if target[at].starts_with('-') => Some(value),
        ("overlay", None) if target[at].starts_with('-') => target.get(at + 1).map(String::as_str),
        _ => None,
    };
    (0..target.len()).rev().find_map(value).filter(|file| !file.is_empty())
}

/// Keeps what stands for sources of these packages.
///
/// # Errors
/// If something stands for another file than a source in Go or assembly of a package without cgo.
pub(super) fn of_sources(overlay: &mut BTreeMap<String, String>, packages: &[ListedPackage]) -> Result<(), CliError> {
    let mut kept = BTreeMap::new();
    for package in packages {
        for (path, actual) in overlay.iter() {
            let Some(file) = path.strip_prefix(&package.dir).and_then(|rest| rest.strip_prefix('/')) else { continue };
            let file = file.to_owned();
            let is_source = package.go_files.contains(&file) || package.s_files.contains(&file);
            let is_beside = !file.contains('/') || package.embed_files.contains(&file);
            if is_source && !package.uses_cgo() {
                kept.insert(path.clone(), actual.clone());
            } else if is_beside {
                let problem = said!("only Go and assembly files that are built, of packages without cgo, are modelled");
                return Err(CliError::Go(said!("-overlay replaces {path}: {problem}", path, problem)));
            }
        }
    }
    *overlay = kept;
    Ok(())
}
