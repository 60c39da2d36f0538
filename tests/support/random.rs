//! Random programs.

use std::collections::BTreeSet;
use std::sync::Arc;

use gostep_sim::program::{self, Program, goenv, golist};
use proptest::prelude::*;

/// The releases whose plans differ: the cache is looked up in an action of its own since go1.26.
const RELEASES: [&str; 3] = ["go1.21.13", "go1.23.9", "go1.26.6"];

/// A random program: every package imports some of those before it, the last one is main.
pub fn programs() -> impl Strategy<Value = Arc<Program>> {
    (2_usize..30)
        .prop_flat_map(|packages| {
            let imports: Vec<_> =
                (0..packages).map(|at| proptest::collection::vec(0..at.max(1), 0..at.min(6) + 1)).collect();
            let files = proptest::collection::vec((1_u8..4, 0_u8..3), packages);
            (imports, files, proptest::sample::select(RELEASES.to_vec()))
        })
        .prop_map(|(imports, files, release)| program(&imports, &files, release))
}

fn program(imports: &[Vec<usize>], files: &[(u8, u8)], release: &str) -> Arc<Program> {
    let last = imports.len() - 1;
    let path = |at: usize| match at {
        0 => "runtime".to_owned(),
        at if at == last => "example.com/main".to_owned(),
        at => format!("example.com/p{at}"),
    };
    // `go list -deps` tells only of what main needs; the linker always needs runtime.
    let mut needed = vec![false; imports.len()];
    needed[0] = true;
    needed[last] = true;
    for at in (0..imports.len()).rev().filter(|&at| at > 0) {
        if needed[at] {
            imports[at].iter().filter(|&&import| import < at).for_each(|&import| needed[import] = true);
        }
    }
    let mut list = String::new();
    for (at, (imports, (go, asm))) in imports.iter().zip(files).enumerate().filter(|(at, _)| needed[*at]) {
        let mut seen = BTreeSet::new();
        let imports: Vec<String> =
            imports.iter().filter(|&&import| import < at && seen.insert(import)).map(|&import| path(import)).collect();
        let package = serde_json::json!({
            "Dir": format!("/src/{}", path(at)),
            "ImportPath": path(at),
            "Name": if at == last { "main".to_owned() } else { format!("p{at}") },
            "DepOnly": at != last,
            "Imports": imports,
            "GoFiles": (0..*go).map(|n| format!("f{n}.go")).collect::<Vec<_>>(),
            "SFiles": (0..*asm).map(|n| format!("a{n}.s")).collect::<Vec<_>>(),
        });
        list.push_str(&package.to_string());
    }
    let env = goenv::parse("env", &format!("{{\"GOVERSION\": \"{release}\"}}")).unwrap();
    Arc::new(program::from_list("list", golist::parse("list", &list).unwrap(), Some(&env)).unwrap())
}
