//! Faults in a small package with one assembly file.

use gostep_sim::gobuild::{BuildOptions, EventKind, Machine, Step};
use gostep_sim::xlog::Transcript;

use super::{LINK, build, failed, fails, goes_unnoticed, said};
use crate::support::programs::embedded;

#[test]
fn complete_for_functions_without_body() {
    let output = "# example.com/pair/p\np/add.go:11:6: missing function body\np/add.go:14:6: missing function body\n";
    fails("pair", "complete=@", Step::Compile, output);
}

#[test]
fn without_symabis_the_link_fails() {
    let output = "# example.com/pair\n\
        main.main: relocation target example.com/pair/p.Add not defined for ABIInternal (but is defined for ABI0)\n\
        main.main: relocation target example.com/pair/p.Sum not defined for ABIInternal (but is defined for ABI0)\n";
    fails("pair", "no-symabis=@", Step::Link, output);
    // Even with both left out: what is missing altogether hides how it would be called.
    let log = Transcript::text(&build("pair", "no-symabis=@"));
    assert!(!log.contains("gensymabis -o $WORK/b002"), "symabis is not written");
    assert!(!log.contains("-symabis $WORK/b002"), "and its flag");
}

#[test]
fn without_objects_the_link_fails_the_other_way_round() {
    let output = "# example.com/pair\n\
        main.main: relocation target example.com/pair/p.Add not defined for ABI0 (but is defined for ABIInternal)\n\
        main.main: relocation target example.com/pair/p.Sum not defined for ABI0 (but is defined for ABIInternal)\n";
    for fault in ["no-assemble=@", "no-pack=@", "no-object=@:add_amd64.s"] {
        fails("pair", fault, Step::Link, output);
    }
}

#[test]
fn no_header_on_the_include_path() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:3: #include: open /usr/local/go/pkg/include/go_asm.h: no such file or directory\n";
    fails("pair", "no-asmhdr=@", Step::Assemble(0), output);
}

#[test]
fn the_empty_header_that_symabis_is_written_with() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:14: expected pseudo-register; found BX\n\
        p/add_amd64.s:15: expected pseudo-register; found BX\n\
        p/add_amd64.s:16: illegal or missing addressing mode for symbol const_Bias\n\
        asm: assembly of p/add_amd64.s failed\n";
    fails("pair", "empty-asmhdr=@", Step::Assemble(0), output);
}

#[test]
fn symabis_is_written_with_an_empty_header() {
    // No fault: this is how every build does it.
    let program = embedded("pair");
    let build = Machine::default().build(&program, BuildOptions::for_program(&program)).unwrap();
    let p = program.find("example.com/pair/p").unwrap();
    let action = build.plan.build_of(p);
    let scan = build.events.iter().position(|e| e.action == action && e.kind == EventKind::Ran(Step::ScanAssembly));
    let state = build.state_after(scan.unwrap());
    let header = gostep_sim::gobuild::files::FileId {
        objdir: build.plan.action(action).objdir,
        name: gostep_sim::gobuild::files::FileName::AsmHeader,
    };
    assert_eq!(state.files[&header], gostep_sim::gobuild::files::Content::Empty);
    assert_eq!(build.exit_code(), 0);
}

#[test]
fn without_the_headers_of_the_toolchain() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:2: #include: open $WORK/b002/textflag.h: no such file or directory\n";
    fails("pair", "no-include=@", Step::ScanAssembly, output);
}

#[test]
fn import_not_in_importcfg() {
    let output = "# example.com/pair\n./main.go:4:2: could not import fmt (open : no such file or directory)\n";
    fails("pair", "drop-import=main:fmt", Step::Compile, output);
    let both = "# command-line-arguments\n\
        ./main.go:4:2: could not import fmt (open : no such file or directory)\n\
        ./main.go:5:2: could not import time (open : no such file or directory)\n";
    fails("hello", "drop-import=main:time drop-import=main:fmt", Step::Compile, both);
}

#[test]
fn the_line_of_runtime_is_not_needed() {
    goes_unnoticed("pair", "drop-import=main:runtime");
    goes_unnoticed("hello", "drop-import=main:runtime");
}

#[test]
fn package_not_in_importcfg_link() {
    for (program, fault, dep) in [
        ("pair", "drop-link=@", "example.com/pair/p"),
        ("pair", "drop-link=os", "os"),
        ("hello", "drop-link=runtime", "runtime"),
        ("hello", "drop-link=internal/goarch", "internal/goarch"),
    ] {
        let root = if program == "pair" { "example.com/pair" } else { "command-line-arguments" };
        let output = format!(
            "# {root}\ncannot find package {dep} (using -importcfg)\n\
             {LINK}: cannot open file : open : no such file or directory\n"
        );
        fails(program, fault, Step::Link, &output);
    }
}

#[test]
fn importcfg_names_a_file_that_is_not_there() {
    let output = "# command-line-arguments\n\
        ./main.go:4:2: could not import fmt (open /nonexistent/_pkg_.a: no such file or directory)\n";
    fails("hello", "missing-archive=main:fmt", Step::Compile, output);
    let output = format!(
        "# command-line-arguments\n{LINK}: cannot open file /nonexistent/_pkg_.a: \
         open /nonexistent/_pkg_.a: no such file or directory\n"
    );
    fails("hello", "missing-link=fmt", Step::Link, &output);
}

/// Hides the two hashes of a fingerprint mismatch.
fn without_fingerprints(text: &str) -> String {
    text.split(' ')
        .map(|word| {
            let hex = word.trim_end_matches([',', '\n']);
            let is_hash = hex.len() == 16 && hex.bytes().all(|b| b.is_ascii_hexdigit());
            if is_hash { word.replace(hex, "HASH") } else { word.to_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn the_interface_changed_under_an_old_main() {
    for (program, dep, importer) in [
        ("pair", "example.com/pair/p", "main"),
        ("hello", "fmt", "main"),
        // Whom the linker names was measured with archives of another making.
        ("hello", "internal/abi", "reflect"),
        ("hello", "internal/cpu", "math"),
        ("hello", "internal/bytealg", "time"),
        ("hello", "internal/chacha8rand", "runtime"),
        ("hello", "internal/reflectlite", "errors"),
        ("hello", "math", "fmt"),
        ("hello", "sync/atomic", "os"),
        ("hello", "syscall", "time"),
    ] {
        let build = build(program, &format!("stale-main={dep}"));
        let root = if program == "pair" { "example.com/pair" } else { "command-line-arguments" };
        let expected =
            format!("# {root}\n{LINK}: fingerprint mismatch: {dep} has HASH, import from {importer} expecting HASH\n");
        assert_eq!(without_fingerprints(&said(&build)), expected);
        assert_eq!(failed(&build), Some(Step::Link));
    }
}

#[test]
fn archive_of_another_architecture() {
    let output = "# example.com/pair\n\
        ./main.go:6:2: could not import example.com/pair/p (object is [go object linux arm64 go1.23.9 GOARM64=v8.0 \
        X:regabiwrappers,regabiargs,coverageredesign\n\
        ] expected [go object linux amd64 go1.23.9 GOAMD64=v1 X:regabiwrappers,regabiargs,coverageredesign\n])\n";
    fails("pair", "foreign-arch=@:arm64", Step::Compile, output);
}

#[test]
fn importcfg_names_another_package() {
    let output = "# example.com/pair\n\
        <autogenerated>:1: mismatched import path, have \"unicode/utf8\" (0x…), want \"example.com/pair/p\" (0x…)\n";
    fails("pair", "wrong-archive=main:@:unicode/utf8", Step::Compile, output);
}

#[test]
fn not_an_archive() {
    let output = "# example.com/pair\n\
        ./main.go:6:2: could not import example.com/pair/p (not a go object file: hello\n)\n";
    fails("pair", "not-an-archive=main:@", Step::Compile, output);
}

#[test]
fn objects_packed_twice() {
    let output = "# example.com/pair\nlink: duplicated definition of symbol example.com/pair/p.Add, \
        from example.com/pair/p and example.com/pair/p\n";
    fails("pair", "pack-twice=@", Step::Link, output);
    let log = Transcript::text(&build("pair", "pack-twice=@"));
    assert_eq!(log.matches("pack r $WORK/b002/_pkg_.a $WORK/b002/add_amd64.o").count(), 2);
}

#[test]
fn without_p() {
    let output = "# example.com/pair\n\
        <autogenerated>:1: mismatched import path, have \"<unlinkable>\" (0x…), want \"example.com/pair/p\" (0x…)\n";
    fails("pair", "no-p=@", Step::Compile, output);
    let output = "# example.com/pair\nlink: link: unlinkable object (from package example.com/pair/p) - compiler requires -p flag\n";
    fails("pair", "no-asm-p=@", Step::Link, output);
    goes_unnoticed("pair", "no-p=main");
}

#[test]
fn linking_what_is_not_main() {
    let output = format!("# command-line-arguments\n{LINK}: $WORK/b034/_pkg_.a: not package main\n");
    fails("hello", "not-main=unicode/utf8", Step::Link, &output);
}

#[test]
fn build_ids_are_for_the_go_command_only() {
    goes_unnoticed("pair", "no-buildid");
    let log = Transcript::text(&build("pair", "no-buildid"));
    assert!(!log.contains("-buildid ") && !log.contains("-buildid=") && !log.contains("buildid -w"));
}

#[test]
fn a_changed_body_is_linked_without_a_word() {
    goes_unnoticed("pair", "stale-body=@");
}
