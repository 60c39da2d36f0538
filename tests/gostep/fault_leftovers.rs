//! What faulty builds compile and leave on disk, as the real go1.23.9 did with a full cache.

use std::sync::Arc;

use gostep_sim::gobuild::BuildOptions;
use gostep_sim::program::Program;
use gostep_sim::whatif::{Change, Outcome, Report};

use crate::support::programs::sample;

fn report(program: &Arc<Program>, changes: &[&str]) -> Report {
    let options = BuildOptions::for_program(program);
    let changes: Vec<Change> = changes.iter().map(|change| Change::parse(change, program).unwrap()).collect();
    Report::of(program, &options, &changes).unwrap().report
}

#[test]
fn a_tool_that_gives_up_at_once_leaves_an_empty_file() {
    let hello = sample();
    for (fault, left) in [
        // The scan fails.
        ("no-include=internal/bytealg", "b010: go_asm.h (0 B), symabis (0 B)"),
        // After an error in the source the assembler takes its file away; a header that is not there ends it at once,
        // and so do ten errors.
        ("empty-asmhdr=internal/bytealg", "b010: _pkg_.a, go_asm.h (0 B), importcfg, symabis"),
        ("no-asmhdr=internal/bytealg", "b010: _pkg_.a, compare_amd64.o (0 B), go_asm.h, importcfg, symabis"),
        (
            "empty-asmhdr=runtime",
            "b009: _pkg_.a, asm.o, asm_GOARCH.h, asm_amd64.o (0 B), go_asm.h (0 B), importcfg, symabis",
        ),
        // The compiler writes the header after it has checked the types, unless there are too many errors.
        ("no-symabis=reflect", "b027: go_asm.h, importcfg"),
        ("no-symabis=runtime", "b009: go_asm.h (0 B), importcfg"),
        // The linker takes the executable away after the errors that it collects, and not after others.
        ("pack-twice=math", "b001: exe/a.out (0 B), importcfg.link"),
        ("no-asm-p=math", "b001: exe/a.out (0 B), importcfg.link"),
        ("no-object=internal/bytealg:equal_amd64.s", "b001: exe/a.out (0 B), importcfg.link"),
        ("drop-link=os", "b001: importcfg.link"),
    ] {
        let report = report(&hello, &[fault]);
        let left =
            left.split_once(": ").map(|(dir, files)| files.split(", ").map(move |file| format!("$WORK/{dir}/{file}")));
        assert_eq!(report.left.unwrap().work, left.unwrap().collect::<Vec<_>>(), "{fault}");
    }
}

#[test]
fn without_symabis_archives_change_as_far_as_symabis_is_passed_on() {
    let hello = sample();
    for (fault, compiled) in [
        // None of their functions is both in assembly with its arguments in memory, and in Go.
        ("no-symabis=internal/abi", "internal/abi"),
        ("no-symabis=internal/chacha8rand", "internal/chacha8rand"),
        ("no-symabis=internal/reflectlite", "internal/reflectlite"),
        // Nobody else calls what it has in assembly.
        ("no-symabis=internal/cpu", "internal/bytealg internal/cpu math runtime"),
        // Export data says with which arguments a function is called, and importers pass it on.
        ("no-symabis=math", "fmt internal/fmtsort main math reflect strconv"),
    ] {
        let report = report(&hello, &[fault]);
        let is_compiled = |outcome: &Outcome| matches!(outcome, Outcome::Compiled { .. });
        let mut found: Vec<&str> =
            report.packages.iter().filter(|p| is_compiled(&p.outcome)).map(|p| p.package.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found.join(" "), compiled, "{fault}");
    }
}

#[test]
fn without_p_assembly_may_not_choose_how_functions_are_called() {
    let hello = sample();
    for fault in ["no-asm-p=runtime", "no-p=internal/bytealg", "no-asm-p=internal/chacha8rand"] {
        let report = report(&hello, &[fault]);
        let failure = &report.failures[0];
        assert_eq!((report.failures.len(), failure.tool), (1, "asm"), "{fault}");
        assert!(
            failure.exact && failure.said().contains(": ABI selector only permitted when compiling runtime"),
            "{fault}"
        );
    }
    // Its symabis is not taken for its own then.
    let report = report(&hello, &["no-p=reflect"]);
    assert_eq!(report.failures[0].tool, "compile");
    assert!(report.failures[0].said().contains("FuncPCABI0 expects an ABI0 function"));
}

#[test]
fn the_header_of_another_package_is_wrong_whether_it_is_built_or_cached() {
    let report = report(&sample(), &["foreign-asmhdr=runtime:internal/abi"]);
    assert!(report.failures[0].said().ends_with("asm_amd64.s:172: expected pseudo-register; found DI"));
}
