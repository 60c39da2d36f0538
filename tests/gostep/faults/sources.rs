//! Errors of the sources, and of the go command.

use std::collections::BTreeSet;

use gostep_sim::gobuild::{BuildOptions, EventKind, Machine, Mode, Step};
use gostep_sim::xlog::Transcript;

use super::{build, does_not_load, fails, goes_unnoticed, linked, said};
use crate::support::programs::embedded;

#[test]
fn unused_import() {
    let output = "# command-line-arguments\n./main.go:5:2: \"os\" imported and not used\n";
    fails("hello", "unused-import=main:os", Step::Compile, output);
}

#[test]
fn used_not_imported() {
    let output = "# command-line-arguments\n./main.go:12:3: undefined: time\n./main.go:15:2: undefined: time\n";
    fails("hello", "not-imported=main:time", Step::Compile, output);
}

#[test]
fn no_such_package() {
    does_not_load(
        "hello",
        "missing-import=main:tiime",
        "main.go:5:2: package tiime is not in std (/usr/local/go/src/tiime)\n",
    );
    does_not_load(
        "hello",
        "missing-import=main:example.com/x",
        "main.go:4:2: no required module provides package example.com/x: go.mod file not found in current directory \
         or any parent directory; see 'go help modules'\n",
    );
    does_not_load(
        "pair",
        "missing-import=main:example.com/x",
        "main.go:4:2: no required module provides package example.com/x; to add it:\n\tgo get example.com/x\n",
    );
    does_not_load(
        "pair",
        "missing-import=@:tiime",
        "p/add.go:3:8: package tiime is not in std (/usr/local/go/src/tiime)\n",
    );
}

#[test]
fn no_func_main() {
    let output = "# command-line-arguments\nruntime.main_main·f: function main is undeclared in the main package\n";
    fails("hello", "no-main", Step::Link, output);
}

#[test]
fn not_package_main() {
    goes_unnoticed("hello", "not-package-main");
    let build = build("hello", "not-package-main");
    assert!(!linked(&build));
    let log = Transcript::text(&build);
    assert!(log.contains(" -p command-line-arguments "));
    assert!(log.ends_with("mv $WORK/b001/_pkg_.a main_bin\n"));
    assert!(build.plan.ids().all(|id| build.plan.action(id).mode != Mode::Link));
}

#[test]
fn import_cycles() {
    does_not_load(
        "hello",
        "cycle=errors:fmt",
        "package command-line-arguments\n\timports fmt\n\timports errors\n\timports fmt: import cycle not allowed\n",
    );
    does_not_load(
        "pair",
        "self-import=@",
        "package example.com/pair\n\timports example.com/pair/p\n\timports example.com/pair/p: import cycle not allowed\n",
    );
}

#[test]
fn errors_of_the_source() {
    let of = |file: &str, line: &str| {
        format!("# {}\n{file}:{line}\n", if file == "p/add.go" { "example.com/pair/p" } else { "example.com/pair" })
    };
    let both = [("./main.go", "main", 12), ("p/add.go", "@", 15)];
    for (file, package, line) in both {
        let fails_with = |fault: &str, message: &str| {
            fails("pair", &format!("{fault}={package}"), Step::Compile, &of(file, &format!("{line}:{message}")));
        };
        fails_with("syntax-error", "1: syntax error: non-declaration statement outside function body");
        fails_with(
            "type-error",
            "13: cannot use \"five\" (untyped string constant) as int value in variable declaration",
        );
        fails_with("undefined", "9: undefined: undefined1");
    }
}

#[test]
fn what_still_runs_after_an_error_in_a_dependency() {
    let build = build("hello", "undefined=io");
    let package = |id| build.program.package(build.plan.action(id).package).import_path.as_str();
    let skipped: Vec<&str> =
        build.events.iter().filter(|e| e.kind == EventKind::Skipped).map(|e| package(e.action)).collect();
    // The importers of io never start, nor what waits for them; main, its wait, its link and its install are one name.
    assert_eq!(skipped.iter().filter(|path| **path == "command-line-arguments").count(), 4);
    let packages: BTreeSet<&str> = skipped.iter().copied().collect();
    let expected = ["command-line-arguments", "fmt", "internal/filepathlite", "internal/poll", "io/fs", "os"];
    assert_eq!(packages, expected.into());
    let done = |path: &str| {
        let action = build.plan.build_of(build.program.find(path).unwrap());
        build.events.iter().any(|e| e.action == action && e.kind == EventKind::Finished)
    };
    assert!(done("time") && done("internal/fmtsort"), "all the others are compiled");
    assert_eq!(build.exit_code(), 1);
}

#[test]
fn two_package_names() {
    does_not_load(
        "hello",
        "two-names=main",
        "found packages main (main.go) and other (zz_other.go) in /home/gopher/hello\n",
    );
    does_not_load(
        "pair",
        "two-names=@",
        "main.go:6:2: found packages p (add.go) and other (zz_other.go) in /home/gopher/pair/p\n",
    );
}

#[test]
fn no_go_mod() {
    let output = "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n";
    does_not_load("hello", "no-go-mod", output);
}

#[test]
fn functions_without_body() {
    fails("hello", "bodyless=main", Step::Compile, "# command-line-arguments\n./main.go:18:6: missing function body\n");
    let output = "# command-line-arguments\nmain.init.0: relocation target main.missing not defined\n";
    fails("hello", "bodyless-with-empty-s=main", Step::Link, output);
    let log = Transcript::text(&build("hello", "bodyless-with-empty-s=main"));
    assert!(log.contains("-o $WORK/b001/empty.o ./empty.s"));
}

/// Assembly may define functions that Go does not declare: `_rt0_amd64_linux`, where every program starts, is one.
#[test]
fn a_function_in_assembly_without_a_declaration_is_no_fault() {
    let program = embedded("hello");
    let runtime = program.sources.of("runtime").unwrap().assembly.as_ref().unwrap();
    assert!(runtime.files.contains_key("rt0_linux_amd64.s"));
    let build = Machine::default().build(&program, BuildOptions::for_program(&program)).unwrap();
    assert_eq!((said(&build).as_str(), build.exit_code()), ("", 0));
}

#[test]
fn a_function_in_go_and_in_assembly() {
    fails(
        "pair",
        "twice-defined=@",
        Step::Compile,
        "# example.com/pair/p\np/add.go:11:6: Add defined in both Go and assembly\n",
    );
}

#[test]
fn every_cycle_is_told_where_one_import_closes_two() {
    let to_runtime = "package command-line-arguments\n\timports fmt\n\timports errors\n\timports internal/reflectlite\n\
        \timports runtime\n\timports runtime/internal/sys\n\timports reflect\n";
    does_not_load(
        "hello",
        "cycle=runtime/internal/sys:reflect",
        &format!(
            "{to_runtime}\timports iter\n\timports runtime: import cycle not allowed\n\
             {to_runtime}\timports errors: import cycle not allowed\n"
        ),
    );
}

#[test]
fn the_first_file_of_a_directory_may_be_a_test() {
    for (package, place, name, first) in [
        ("time", "io/fs/format.go:8:2", "time", "example_test.go"),
        ("internal/fmtsort", "fmt/print.go:8:2", "fmtsort", "export_test.go"),
    ] {
        does_not_load(
            "hello",
            &format!("two-names={package}"),
            &format!(
                "/usr/local/go/src/{place}: found packages {name} ({first}) and other (zz_other.go) in \
                 /usr/local/go/src/{package}\n"
            ),
        );
    }
}
