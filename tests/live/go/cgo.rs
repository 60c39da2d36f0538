//! What changes of a package with cgo rebuild, and what they do not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use gostep_sim::gobuild::BuildOptions;
use gostep_sim::program::{self, Program, goenv, golist};
use gostep_sim::whatif::{Certainty, Change, Outcome, Report};

use crate::folder::copy;
use crate::go_command::Go;
use crate::toolchain::RELEASES;

const PACKAGE: &str = "example.com/cgo/calc";
const BUILD: [&str; 5] = ["build", "-x", "-o", "calc_bin", "."];

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn changes_rebuild_what_gostep_says() {
    for release in RELEASES {
        let root = tempfile::Builder::new().prefix("gostep-cgo-").tempdir().unwrap();
        let dir = root.path().canonicalize().unwrap().join("cgo");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs/cgo"), &dir);
        let go = Go::new(release, dir, root.path().join("cache"), &BTreeMap::new());
        let list = golist::parse("list", &go.output(&["list", "-json", "-deps", "."])).unwrap();
        let env = goenv::parse("env", &go.output(&["env", "-json"])).unwrap();
        let program = Arc::new(program::from_list("list", list, Some(&env)).unwrap());
        go.log(&BUILD);
        for file in ["calc.go", "root.go", "plain.go", "add.c", "add.h", "twice.cpp", "next.S"] {
            let compiled = with_comment(&go, &format!("calc/{file}"));
            let (certain, possible) = told(&program, &format!("comment={PACKAGE}/{file}"));
            assert!(certain.is_subset(&compiled), "go{release}, {file}: {certain:?}, but {compiled:?}");
            assert!(compiled.is_subset(&possible), "go{release}, {file}: {possible:?}, but {compiled:?}");
        }
        // The go command does not know this header.
        assert_eq!(with_comment(&go, "calc/inc/outside.h"), BTreeSet::new(), "go{release}");
    }
}

/// Packages that are compiled after a comment was added to a file, which is then as before.
fn with_comment(go: &Go, file: &str) -> BTreeSet<String> {
    let path = go.dir.join(file);
    let before = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{before}// A comment.\n")).unwrap();
    let log = go.log(&BUILD);
    fs::write(&path, before).unwrap();
    go.log(&BUILD);
    let compiles = log.lines().filter(|line| line.contains("/compile -o "));
    compiles.filter_map(|line| line.split(" -p ").nth(1)?.split(' ').next().map(str::to_owned)).collect()
}

/// Packages that gostep says are compiled: those that certainly are, and all.
fn told(program: &Arc<Program>, change: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let options = BuildOptions { output: Some("calc_bin".to_owned()), ..BuildOptions::for_program(program) };
    let changes = [Change::parse(change, program).unwrap()];
    let outcomes = Report::of(program, &options, &changes).unwrap();
    let compiled: Vec<_> = outcomes
        .report
        .packages
        .into_iter()
        .filter(|package| matches!(package.outcome, Outcome::Compiled { .. }))
        .collect();
    let certain = compiled.iter().filter(|package| package.certainty == Certainty::Certain);
    let names = certain.map(|package| package.package.clone()).collect();
    (names, compiled.iter().map(|package| package.package.clone()).collect())
}
