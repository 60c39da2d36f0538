//! The graph of imports, as far as the importcfg files of a log show it.

use std::collections::{BTreeMap, BTreeSet};

use super::package::Package;

/// Packages by how deep they stand: those of a level import packages of lower levels only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph<'a> {
    /// Import paths of packages whose imports are shown, level by level; the first imports nothing that is built here.
    pub levels: Vec<Vec<&'a str>>,
    /// How many imports are shown.
    pub edges: usize,
}

impl<'a> Graph<'a> {
    /// The graph of packages.
    pub fn of(packages: &'a [Package]) -> Self {
        let mut imports: BTreeMap<&str, &[String]> = BTreeMap::new();
        for package in packages {
            if let (Some(path), Some(list)) = (&package.path, &package.imports) {
                imports.entry(path).or_insert(list);
            }
        }
        let edges = imports.values().map(|list| list.len()).sum();
        let mut left: BTreeSet<&str> = imports.keys().copied().collect();
        let mut levels = Vec::new();
        while !left.is_empty() {
            let waits =
                |path: &&&str| imports[**path].iter().any(|import| import != **path && left.contains(import.as_str()));
            let level: Vec<&str> = left.iter().filter(|path| !waits(path)).copied().collect();
            if level.is_empty() {
                // Only a log of several builds has a circle; what is left has no level.
                levels.push(left.iter().copied().collect());
                break;
            }
            left.retain(|path| level.binary_search(path).is_err());
            levels.push(level);
        }
        Self { levels, edges }
    }
}

/// The packages that import this one, as far as it is shown.
pub fn importers<'a>(packages: &'a [Package], path: &str) -> Vec<&'a str> {
    let imports =
        |package: &&Package| package.imports.as_ref().is_some_and(|list| list.iter().any(|import| import == path));
    packages.iter().filter(imports).filter_map(|package| package.path.as_deref()).collect()
}
