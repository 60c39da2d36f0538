//! A program as the action graph of a real build shows it: its packages, who imports whom, and how long each action took.
//! It has no files, so it can be scheduled but not built.

use std::collections::{HashMap, HashSet};

use super::Program;
use super::assemble::from_list;
use super::error::ProgramError;
use super::goenv::GoEnv;
use super::golist::ListedPackage;
use super::timings::{LINK, ListedAction, actions, is_compile};
use crate::said::Said;

/// The last release whose builds look into the cache in the action that compiles, and one that has an action for it.
const WITHOUT_CHECKS: &str = "go1.25.0";
const WITH_CHECKS: &str = "go1.27.0";

/// Stand for the directory and the files of a package.
const NO_DIR: &str = "/";
const NO_FILE: &str = "p.go";

/// What an action graph tells.
#[derive(Clone, Debug)]
pub struct GraphProgram {
    /// Its packages, and the milliseconds of all their actions.
    pub program: Program,
    /// The package that is built, as the go command calls it.
    pub package: String,
    /// How many packages were compiled.
    pub compiled: usize,
    /// How many packages the cache had.
    pub cached: usize,
}

/// Reads the program out of what `go build -debug-actiongraph=FILE` wrote.
///
/// # Errors
/// If the text is no such graph, if nothing was compiled, or if the graph has actions that are not modelled, or several
/// programs.
pub fn from_action_graph(origin: &str, text: &str) -> Result<GraphProgram, ProgramError> {
    let nodes = actions(origin, text)?;
    let refuse = |problem: Said| ProgramError::Timings { origin: origin.to_owned(), problem };
    check(&nodes).map_err(refuse)?;
    let root = root(&nodes).map_err(refuse)?;
    let is_linked = nodes.iter().any(|node| node.mode == "link");
    let by_id: HashMap<u32, &ListedAction> = nodes.iter().map(|node| (node.id, node)).collect();
    let list = |node: &ListedAction| {
        let imports = node.deps.iter().flatten().filter_map(|id| by_id.get(id)).filter(|dep| dep.is_package());
        let is_root = node.id == root.id;
        ListedPackage {
            import_path: node.package.clone(),
            name: if is_root && is_linked { "main" } else { "p" }.to_owned(),
            // Only the go command itself has a package that is built in.
            standard: !is_compile(&node.mode),
            dep_only: !is_root,
            imports: imports.map(|dep| dep.package.clone()).collect(),
            // A graph has no files. Nothing is built of these, so nobody sees them.
            dir: NO_DIR.to_owned(),
            go_files: vec![NO_FILE.to_owned()],
            ..ListedPackage::default()
        }
    };
    let listed: Vec<ListedPackage> = nodes.iter().filter(|node| node.is_package()).map(list).collect();
    let has_checks = nodes.iter().any(|node| node.mode == "build check cache");
    let version = if has_checks { WITH_CHECKS } else { WITHOUT_CHECKS }.to_owned();
    let mut program = from_list(origin, listed, Some(&GoEnv { goversion: version, ..GoEnv::default() }))?;
    program.name.clone_from(&root.package);
    let (mut compiled, mut cached) = (0, 0);
    for node in nodes.iter().filter(|node| is_compile(&node.mode)) {
        if program.find(&node.package).is_none() {
            continue;
        }
        *(if node.ran() { &mut compiled } else { &mut cached }) += 1;
        let ms = node.duration_ms().map_err(refuse)?;
        let missing = || refuse(said!("the action of {} has no TimeStart and TimeDone", node.package));
        program.durations_ms.insert(node.package.clone(), ms.ok_or_else(missing)?);
    }
    if compiled == 0 {
        let problem = said!(
            "in the build of this action graph nothing was compiled: all was in the cache, or it was a build \
                       with -n; record it with -a or an empty GOCACHE"
        );
        return Err(refuse(problem));
    }
    if let Some(link) = nodes.iter().find(|node| node.mode == "link") {
        let ms = link.duration_ms().map_err(refuse)?;
        program.durations_ms.extend(ms.map(|ms| (LINK.to_owned(), ms)));
    }
    Ok(GraphProgram { program, package: root.package.clone(), compiled, cached })
}

/// Refuses what would be simulated as something else.
fn check(nodes: &[ListedAction]) -> Result<(), Said> {
    let is_known = |mode: &str| {
        is_compile(mode)
            || matches!(
                mode,
                "build check cache"
                    | "built-in package"
                    | "nop"
                    | "go build"
                    | "go install"
                    | "link"
                    | "link-install"
                    | "build-install"
            )
    };
    if !nodes.iter().any(|node| is_compile(&node.mode)) {
        return Err(said!("the action graph has no build action; write it with `go build -debug-actiongraph=FILE`"));
    }
    if let Some(other) = nodes.iter().find(|node| !is_known(&node.mode)) {
        return Err(said!(
            "the graph has actions of the kind {:?}, which cannot be simulated from a graph alone; name its PROGRAM, too",
            other.mode
        ));
    }
    let mut seen = HashSet::new();
    match nodes.iter().find(|node| node.is_package() && !seen.insert(node.package.as_str())) {
        Some(twice) => Err(said!("the graph builds {} more than once, in several variants", twice.package)),
        None => Ok(()),
    }
}

/// The package that is built: the one that is linked, otherwise the one that no other package needs.
fn root(nodes: &[ListedAction]) -> Result<&ListedAction, Said> {
    let linked: Vec<&str> = nodes.iter().filter(|node| node.mode == "link").map(|node| node.package.as_str()).collect();
    let needed: HashSet<u32> = nodes
        .iter()
        .filter(|node| node.is_package())
        .filter_map(|node| node.deps.as_ref())
        .flatten()
        .copied()
        .collect();
    let is_root = |node: &&ListedAction| match linked.as_slice() {
        [] => !needed.contains(&node.id),
        linked => linked.contains(&node.package.as_str()),
    };
    let roots: Vec<&ListedAction> = nodes.iter().filter(|node| node.is_package()).filter(is_root).collect();
    match roots.as_slice() {
        [root] => Ok(root),
        [] => Err(said!("the graph has no package that no other one needs")),
        several => {
            let names: Vec<&str> = several.iter().map(|node| node.package.as_str()).collect();
            Err(said!("the graph is of several packages ({}); record the build of one", crate::said::list(names)))
        }
    }
}
