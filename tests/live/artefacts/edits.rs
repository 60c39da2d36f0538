//! What is taken for known after an edit or with a flag is what the real tools write then.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use gostep_sim::gobuild::{Assume, Build, BuildOptions};
use gostep_sim::program;
use gostep_sim::whatif::{Change, Scenario};

use crate::go_command::Go;
use crate::toolchain;

/// A change as `gostep whatif` has it, the edit that it means, and flags.
struct Case {
    change: &'static str,
    /// File below GOROOT/src, or of the sample.
    file: &'static str,
    edit: fn(&str) -> String,
    flags: &'static [&'static str],
}

fn same(text: &str) -> String {
    text.to_owned()
}

fn comment(text: &str) -> String {
    format!("{text}// gostep\n")
}

fn shift(text: &str) -> String {
    let clause = text.lines().find(|line| line.starts_with("package ")).unwrap();
    text.replacen(clause, &format!("{clause}\n// gostep"), 1)
}

fn func(text: &str) -> String {
    format!("{text}\nfunc gostepProbe() {{}}\n")
}

fn constant(text: &str) -> String {
    format!("{text}\nconst GostepProbe = 1\n")
}

const CASES: [Case; 10] = [
    Case { change: "comment=runtime/proc.go", file: "runtime/proc.go", edit: comment, flags: &[] },
    Case { change: "shift=runtime/proc.go", file: "runtime/proc.go", edit: shift, flags: &[] },
    Case { change: "func=runtime/proc.go", file: "runtime/proc.go", edit: func, flags: &[] },
    Case { change: "const=runtime/proc.go", file: "runtime/proc.go", edit: constant, flags: &[] },
    Case { change: "const=internal/goarch/goarch.go", file: "internal/goarch/goarch.go", edit: constant, flags: &[] },
    Case { change: "comment=main", file: "main.go", edit: comment, flags: &[] },
    Case { change: "shift=main", file: "main.go", edit: shift, flags: &[] },
    Case { change: "trimpath", file: "main.go", edit: same, flags: &["-trimpath"] },
    Case { change: "ldflags=-w", file: "main.go", edit: same, flags: &["-ldflags=-w"] },
    Case { change: "buildmode=pie", file: "main.go", edit: same, flags: &["-buildmode=pie"] },
];

/// What a real build left: the lines of `symabis` and `go_asm.h` by package and name, and the code in the executable.
struct Real {
    files: BTreeMap<(String, &'static str), Vec<String>>,
    code: Vec<String>,
}

fn lines(text: &str) -> Vec<String> {
    let text = text.trim_end_matches('\n');
    if text.is_empty() { Vec::new() } else { text.split('\n').map(str::to_owned).collect() }
}

/// Builds with an edited file, which lies over the real one.
fn real(go: &Go, scratch: &Path, case: &Case) -> Real {
    let beside = go.goroot.join("src").join(case.file);
    let original = if case.file == "main.go" { go.dir.join(case.file) } else { beside };
    let (edited, overlay) = (scratch.join("edited.go"), scratch.join("overlay.json"));
    std::fs::write(&edited, (case.edit)(&std::fs::read_to_string(&original).unwrap())).unwrap();
    std::fs::write(&overlay, serde_json::json!({"Replace": {&*original.to_string_lossy(): edited}}).to_string())
        .unwrap();
    let overlay = format!("-overlay={}", overlay.display());
    let log = go.log(&[&["build", "-x", "-work", "-o", "out", &overlay], case.flags, &["main.go"]].concat());
    let work = log.lines().find_map(|line| line.strip_prefix("WORK=")).unwrap();
    let mut files = BTreeMap::new();
    for line in log.lines().filter(|line| line.contains("/compile -o $WORK/")) {
        let word_after = |word: &str| line.split_once(word).unwrap().1.split([' ', '/']).next().unwrap().to_owned();
        let path = line.split_once(" -p ").unwrap().1.split(' ').next().unwrap();
        for name in ["symabis", "go_asm.h"] {
            let file = Path::new(work).join(word_after("$WORK/")).join(name);
            if let Ok(text) = std::fs::read_to_string(file) {
                files.insert((path.to_owned(), name), lines(&text));
            }
        }
    }
    let nm = go.output(&["tool", "nm", "out"]);
    let code = nm.lines().map(str::trim).filter(|line| line.contains(" T ")).map(str::to_owned).collect();
    std::fs::remove_dir_all(work).unwrap();
    Real { files, code }
}

fn ours(change: &str) -> Arc<Build> {
    let program = Arc::new(program::load_embedded(program::SAMPLE).unwrap());
    let options = BuildOptions { output: Some("out".to_owned()), ..BuildOptions::for_program(&program) };
    let mut scenario = Scenario::new(&program, options, Assume::Least);
    scenario.build().unwrap();
    scenario.apply(&Change::parse(change, &program).unwrap()).unwrap();
    scenario.build().unwrap()
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn what_is_known_after_an_edit_is_true() {
    let folder = super::sample();
    let dir = folder.path().join("hello");
    let go = Go::new(toolchain::SAMPLE_RELEASE, dir, folder.path().join("cache"), &BTreeMap::new());
    go.log(&["build", "-o", "out", "main.go"]);
    let (mut texts, mut executables) = (0, 0);
    for case in &CASES {
        let (real, ours) = (real(&go, folder.path(), case), ours(case.change));
        for ((path, name), written) in &real.files {
            let package = ours.program.find(path).unwrap();
            let known = if *name == "symabis" { ours.symabis(package) } else { ours.asm_header(package) };
            if let Some(known) = known {
                assert_eq!(known, written, "{}: {name} of {path}", case.change);
                texts += 1;
            }
        }
        if let Some(executable) = ours.executable() {
            let code = executable.symbols.iter().filter(|symbol| symbol.kind == 'T');
            let code: Vec<String> =
                code.map(|symbol| format!("{} {} {}", symbol.address, symbol.kind, symbol.name)).collect();
            assert_eq!(code, real.code, "{}", case.change);
            executables += 1;
        }
    }
    // Something was compared.
    assert!(texts > 50 && executables >= 2, "{texts} texts, {executables} executables");
}
