//! What holds for faults of every kind, and in the words of every release.

use std::collections::BTreeSet;
use std::sync::Arc;

use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::{BuildOptions, FaultError, Faults, Machine};
use gostep_sim::program;
use gostep_sim::xlog::Transcript;

use super::{said, specs};
use crate::support::assert_snapshot;
use crate::support::programs::embedded;

#[test]
fn an_old_target_survives_a_failure() {
    let program = embedded("hello");
    let mut machine = Machine::default();
    let mut options = BuildOptions::for_program(&program);
    options.output = Some("main_bin".to_owned());
    machine.build(&program, options.clone()).unwrap();
    let before = machine.targets["main_bin"];
    options.faults = Faults::resolve(&specs("undefined=main"), &program).unwrap();
    let broken = machine.build(&program, options.clone()).unwrap();
    assert_eq!(broken.exit_code(), 1, "a warm cache does not hide the fault");
    assert_eq!(machine.targets["main_bin"], before);
    options.faults = Faults::default();
    let undone = machine.build(&program, options).unwrap();
    assert!(Transcript::new(&undone).next().is_none(), "and a fault leaves nothing in the cache");
}

#[test]
fn faults_that_make_no_sense_are_answered_with_what_does() {
    let error =
        |name: &str, faults: &str| -> FaultError { Faults::resolve(&specs(faults), &embedded(name)).unwrap_err() };
    let all: Vec<String> = [
        ("hello", "no-symabis=fmt"),
        ("hello", "no-symabis=refect"),
        ("hello", "no-object=math:dim.s"),
        ("hello", "drop-import=main:os"),
        ("hello", "drop-import=fmt:time"),
        ("hello", "wrong-archive=errors:internal/reflectlite:fmt"),
        ("hello", "foreign-asmhdr=runtime:math"),
        ("hello", "foreign-arch=fmt:arm46"),
        ("hello", "foreign-arch=fmt:amd64"),
        ("hello", "drop-link=main"),
        ("hello", "complete=fmt"),
        ("hello", "unused-import=main:fmt"),
        ("hello", "unused-import=errors:fmt"),
        ("hello", "not-imported=main:fmt"),
        ("hello", "missing-import=main:os"),
        ("hello", "missing-import=fmt:example.com/x"),
        ("hello", "missing-import=main:a b"),
        ("hello", "cycle=fmt:errors"),
        ("hello", "cycle=main:fmt"),
        ("hello", "no-assemble=math no-pack=math"),
        ("hello", "no-symabis=math no-include=math"),
        ("hello", "drop-link=os missing-link=os"),
        ("hello", "no-go-mod no-symabis=math"),
        ("hello", "no-symabis=unsafe"),
    ]
    .iter()
    .map(|(name, faults)| error(name, &faults.replace("a b", "a\u{a0}b")).to_string())
    .collect();
    assert_snapshot("fault_errors", &all.join("\n"));
}

#[test]
fn a_program_without_facts_says_where_they_are_missing() {
    let mut program = program::load_embedded("pair").unwrap();
    program.sources = program::SourceFacts::default();
    let program = Arc::new(program);
    let said_by = |fault: &str| {
        let mut options = BuildOptions::for_program(&program);
        options.faults = Faults::resolve(&specs(fault), &program).unwrap();
        let build = Machine::default().build(&program, options).unwrap();
        assert!(build.failures.iter().all(|failure| !failure.exact), "{fault}");
        said(&build)
    };
    assert_eq!(
        said_by("drop-import=main:fmt"),
        "# example.com/pair\n./main.go:?:?: could not import fmt (open : no such file or directory)\n"
    );
    assert_eq!(said_by("complete=@"), "# example.com/pair/p\np/add.go:?:?: missing function body\n");
    assert_eq!(
        said_by("no-symabis=@"),
        "# example.com/pair\n?: relocation target example.com/pair/p.? not defined for ABIInternal (but is defined for ABI0)\n"
    );
    assert_eq!(
        said_by("no-asmhdr=@"),
        "# example.com/pair/p\np/add_amd64.s:?: #include: open /usr/local/go/pkg/include/go_asm.h: no such file or directory\n"
    );
}

/// Every fault that a program allows comes to an end, without a panic, and gives a reason in two languages.
#[test]
fn every_fault_on_every_package_comes_to_an_end() {
    let program = embedded("pair");
    let mut tried = 0;
    for kind in gostep_sim::gobuild::FaultKind::ALL {
        // One package of each sort: main, with assembly, the runtime, with functions from elsewhere, without imports.
        for path in ["main", "example.com/pair/p", "runtime", "math", "sync", "fmt", "unicode/utf8"] {
            let package = program.find(path).unwrap();
            let import = program.package(package).imports.first().map_or("fmt", |id| program.display_path(*id));
            let values = kind.usage();
            let text = match values.split_once('=') {
                None => values,
                Some((name, values)) => {
                    let values: Vec<&str> = values
                        .split(':')
                        .map(|value| match value {
                            "PKG" | "A" => path,
                            "FILE.s" => program.package(package).files.asm.first().map_or("x.s", String::as_str),
                            "ARCH" => "arm64",
                            "OTHER" => "internal/cpu",
                            "B" => "fmt",
                            "PATH" if name == "missing-import" => "tiime",
                            "PATH" if name == "unused-import" => "os",
                            _ => import,
                        })
                        .collect();
                    format!("{name}={}", values.join(":"))
                }
            };
            let Ok(faults) = Faults::resolve(&[text.parse().unwrap()], &program) else { continue };
            let mut options = BuildOptions::for_program(&program);
            options.output = Some("out".to_owned());
            options.workers = 4;
            options.faults = faults;
            let build = Machine::default().build(&program, options).unwrap();
            let causes = build.failures.iter().map(|failure| failure.cause.clone());
            let causes = causes.chain(build.load_error.iter().map(|error| error.cause.clone()));
            let causes: Vec<_> = causes.chain(build.unnoticed().into_iter().map(|(_, cause)| cause)).collect();
            assert!(!causes.is_empty(), "{text}");
            for cause in causes {
                let said: BTreeSet<String> = Lang::ALL.map(|lang| words(lang).reasons.cause(&cause)).into();
                assert_eq!(said.len(), Lang::ALL.len(), "{said:?}");
            }
            tried += 1;
        }
    }
    assert!(tried > 130, "{tried}");
}

/// A program of two packages as some release lists it, and what is said when a fault is in it.
fn said_by((release, goarch): (&str, &str), imports: &str, fault: &str) -> String {
    let list = format!(
        r#"{{"Dir": "/go/src/errors", "ImportPath": "errors", "Name": "errors", "Goroot": true, "Standard": true,
        "DepOnly": true, "GoFiles": ["errors.go"]}}
        {{"Dir": "/go/src/math", "ImportPath": "math", "Name": "math", "Goroot": true, "Standard": true,
        "DepOnly": true, "GoFiles": ["abs.go"]}}
        {{"Dir": "/go/src/runtime", "ImportPath": "runtime", "Name": "runtime", "Goroot": true, "Standard": true,
        "DepOnly": true, "GoFiles": ["a.go"], "SFiles": ["a.s"]}}
        {{"Dir": "/m", "ImportPath": "m", "Name": "main", "GoFiles": ["m.go"], "Imports": [{imports}]}}"#
    );
    let env = format!("{{\"GOVERSION\": \"{release}\", \"GOROOT\": \"/go\", \"GOARCH\": \"{goarch}\"}}");
    let listed = program::golist::parse("list", &list).unwrap();
    let program = program::from_list("list", listed, Some(&program::goenv::parse("env", &env).unwrap())).unwrap();
    let program = Arc::new(program);
    let mut options = BuildOptions::for_program(&program);
    options.faults = Faults::resolve(&specs(fault), &program).unwrap();
    said(&Machine::default().build(&program, options).unwrap())
}

/// They were measured by the live test `in_the_words_of_each_release`, and for the linker with a program without imports.
#[test]
fn words_are_those_of_the_release() {
    let panics = "loadinternal: cannot find runtime\npanic: could not look up runtime.mapinitnoop\n";
    assert!(said_by(("go1.23.9", "amd64"), "", "drop-link=runtime").contains(panics));
    assert!(
        said_by(("go1.23.9", "amd64"), "\"runtime\"", "drop-link=runtime")
            .contains("cannot find package runtime (using")
    );
    // On arm the linker looks for math, too, and does without.
    assert_eq!(said_by(("go1.23.9", "arm"), "", "drop-link=math"), "");
    for (release, fault, words) in [
        (
            "go1.22.10",
            "no-p=errors",
            "internal compiler error: have package \"<unlinkable>\" (0x…), want package \"errors\"",
        ),
        ("go1.23.9", "no-p=errors", "mismatched import path, have \"<unlinkable>\" (0x…), want \"errors\""),
        ("go1.23.9", "pack-twice=runtime", "symbol runtime.?, from runtime and runtime"),
        (
            "go1.24.11",
            "pack-twice=runtime",
            "symbol runtime.?, from runtime (type ? size ?) and runtime (type ? size ?)",
        ),
        ("go1.23.9", "not-an-archive=main:errors", "could not import errors (not a go object file: hello\n)"),
        (
            "go1.24.11",
            "not-an-archive=main:errors",
            "could not import errors (not the start of an archive file (\"hello\\n\"))",
        ),
        ("go1.24.11", "empty-asmhdr=runtime", "a.s:?: ?\n"),
    ] {
        let said = said_by((release, "amd64"), "\"errors\", \"runtime\"", fault);
        assert!(said.contains(words), "{release} {fault}: {said}");
    }
}
