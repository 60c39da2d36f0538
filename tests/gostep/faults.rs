//! Every fault that was tried on the real go1.23.9, with the words of the real tools.

use std::collections::BTreeSet;
use std::sync::Arc;

use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::{Build, BuildOptions, EventKind, FaultError, FaultSpec, Faults, Machine, Mode, Step};
use gostep_sim::program::{self};
use gostep_sim::xlog::Transcript;

use crate::support::assert_snapshot;
use crate::support::programs::embedded;

fn specs(faults: &str) -> Vec<FaultSpec> {
    faults.split(' ').map(|fault| fault.replace('@', "example.com/pair/p").parse().unwrap()).collect()
}

/// Builds with faults; `@` stands for the package of `pair` with assembly.
fn build(name: &str, faults: &str) -> Build {
    let program = embedded(name);
    let mut options = BuildOptions::for_program(&program);
    options.output = Some("main_bin".to_owned());
    options.faults = Faults::resolve(&specs(faults), &program).unwrap();
    Machine::default().build(&program, options).unwrap()
}

/// What is printed beside the commands.
fn said(build: &Build) -> String {
    let header = Transcript::new(build).header();
    let mut said = header.split_once('\n').unwrap().1.to_owned();
    for block in Transcript::new(build) {
        if matches!(build.events[block.event].kind, EventKind::Failed(_)) {
            said.push_str(&block.text);
        }
    }
    said
}

/// The step that fails, if one does.
fn failed(build: &Build) -> Option<Step> {
    build.failures.first().map(|failure| failure.step)
}

fn linked(build: &Build) -> bool {
    build
        .plan
        .link()
        .is_some_and(|link| build.events.iter().any(|event| event.action == link && event.kind == EventKind::Finished))
}

/// A fault that ends the build at a step with this output.
#[track_caller]
fn fails(name: &str, faults: &str, step: Step, output: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), output, "{faults}");
    assert_eq!(failed(&build), Some(step), "{faults}");
    assert_eq!(build.exit_code(), 1);
    assert!(build.failures.iter().all(|failure| failure.exact), "{faults}: places are known");
    assert!(!linked(&build));
}

/// A fault that the go command sees before anything runs.
#[track_caller]
fn does_not_load(name: &str, faults: &str, output: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), output, "{faults}");
    assert!(build.events.is_empty());
    assert_eq!(build.exit_code(), 1);
}

/// A fault that nobody notices.
#[track_caller]
fn goes_unnoticed(name: &str, faults: &str) {
    let build = build(name, faults);
    assert_eq!(said(&build), "", "{faults}");
    assert_eq!(build.exit_code(), 0);
    assert_eq!(build.unnoticed().len(), build.options.faults.iter().count());
}

const LINK: &str = "/usr/local/go/pkg/tool/linux_amd64/link";

// Table 3.1: a small package with one assembly file, F1 to F20.

#[test]
fn f1_complete_for_functions_without_body() {
    let output = "# example.com/pair/p\np/add.go:11:6: missing function body\np/add.go:14:6: missing function body\n";
    fails("pair", "complete=@", Step::Compile, output);
}

#[test]
fn f2_without_symabis_the_link_fails() {
    let output = "# example.com/pair\n\
        main.main: relocation target example.com/pair/p.Add not defined for ABIInternal (but is defined for ABI0)\n\
        main.main: relocation target example.com/pair/p.Sum not defined for ABIInternal (but is defined for ABI0)\n";
    fails("pair", "no-symabis=@", Step::Link, output);
    // Even with both left out: what is missing altogether hides how it would be called.
    let log = Transcript::text(&build("pair", "no-symabis=@"));
    assert!(!log.contains("gensymabis -o $WORK/b002"), "phase A is left out");
    assert!(!log.contains("-symabis $WORK/b002"), "and its flag");
}

#[test]
fn f3_without_objects_the_link_fails_the_other_way_round() {
    let output = "# example.com/pair\n\
        main.main: relocation target example.com/pair/p.Add not defined for ABI0 (but is defined for ABIInternal)\n\
        main.main: relocation target example.com/pair/p.Sum not defined for ABI0 (but is defined for ABIInternal)\n";
    for fault in ["no-assemble=@", "no-pack=@", "no-object=@:add_amd64.s"] {
        fails("pair", fault, Step::Link, output);
    }
}

#[test]
fn f4_no_header_on_the_include_path() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:3: #include: open /usr/local/go/pkg/include/go_asm.h: no such file or directory\n";
    fails("pair", "no-asmhdr=@", Step::Assemble(0), output);
}

#[test]
fn f5_the_empty_header_of_phase_a() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:14: expected pseudo-register; found BX\n\
        p/add_amd64.s:15: expected pseudo-register; found BX\n\
        p/add_amd64.s:16: illegal or missing addressing mode for symbol const_Bias\n\
        asm: assembly of p/add_amd64.s failed\n";
    fails("pair", "empty-asmhdr=@", Step::Assemble(0), output);
}

#[test]
fn f6_phase_a_is_content_with_the_empty_header() {
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
fn f7_without_the_headers_of_the_toolchain() {
    let output = "# example.com/pair/p\n\
        p/add_amd64.s:2: #include: open $WORK/b002/textflag.h: no such file or directory\n";
    fails("pair", "no-include=@", Step::ScanAssembly, output);
}

#[test]
fn f8_import_not_in_importcfg() {
    let output = "# example.com/pair\n./main.go:4:2: could not import fmt (open : no such file or directory)\n";
    fails("pair", "drop-import=main:fmt", Step::Compile, output);
    let both = "# command-line-arguments\n\
        ./main.go:4:2: could not import fmt (open : no such file or directory)\n\
        ./main.go:5:2: could not import time (open : no such file or directory)\n";
    fails("hello", "drop-import=main:time drop-import=main:fmt", Step::Compile, both);
}

#[test]
fn f9_the_line_of_runtime_is_not_needed() {
    goes_unnoticed("pair", "drop-import=main:runtime");
    goes_unnoticed("hello", "drop-import=main:runtime");
}

#[test]
fn f10_package_not_in_importcfg_link() {
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
fn f11_importcfg_names_a_file_that_is_not_there() {
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
fn f12_the_interface_changed_under_an_old_main() {
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
fn f13_archive_of_another_architecture() {
    let output = "# example.com/pair\n\
        ./main.go:6:2: could not import example.com/pair/p (object is [go object linux arm64 go1.23.9 GOARM64=v8.0 \
        X:regabiwrappers,regabiargs,coverageredesign\n\
        ] expected [go object linux amd64 go1.23.9 GOAMD64=v1 X:regabiwrappers,regabiargs,coverageredesign\n])\n";
    fails("pair", "foreign-arch=@:arm64", Step::Compile, output);
}

#[test]
fn f14_importcfg_names_another_package() {
    let output = "# example.com/pair\n\
        <autogenerated>:1: mismatched import path, have \"unicode/utf8\" (0x…), want \"example.com/pair/p\" (0x…)\n";
    fails("pair", "wrong-archive=main:@:unicode/utf8", Step::Compile, output);
}

#[test]
fn f15_not_an_archive() {
    let output = "# example.com/pair\n\
        ./main.go:6:2: could not import example.com/pair/p (not a go object file: hello\n)\n";
    fails("pair", "not-an-archive=main:@", Step::Compile, output);
}

#[test]
fn f16_objects_packed_twice() {
    let output = "# example.com/pair\nlink: duplicated definition of symbol example.com/pair/p.Add, \
        from example.com/pair/p and example.com/pair/p\n";
    fails("pair", "pack-twice=@", Step::Link, output);
    let log = Transcript::text(&build("pair", "pack-twice=@"));
    assert_eq!(log.matches("pack r $WORK/b002/_pkg_.a $WORK/b002/add_amd64.o").count(), 2);
}

#[test]
fn f17_without_p() {
    let output = "# example.com/pair\n\
        <autogenerated>:1: mismatched import path, have \"<unlinkable>\" (0x…), want \"example.com/pair/p\" (0x…)\n";
    fails("pair", "no-p=@", Step::Compile, output);
    let output = "# example.com/pair\nlink: link: unlinkable object (from package example.com/pair/p) - compiler requires -p flag\n";
    fails("pair", "no-asm-p=@", Step::Link, output);
    goes_unnoticed("pair", "no-p=main");
}

#[test]
fn f18_linking_what_is_not_main() {
    let output = format!("# command-line-arguments\n{LINK}: $WORK/b034/_pkg_.a: not package main\n");
    fails("hello", "not-main=unicode/utf8", Step::Link, &output);
}

#[test]
fn f19_build_ids_are_for_the_go_command_only() {
    goes_unnoticed("pair", "no-buildid");
    let log = Transcript::text(&build("pair", "no-buildid"));
    assert!(!log.contains("-buildid ") && !log.contains("-buildid=") && !log.contains("buildid -w"));
}

#[test]
fn f20_a_changed_body_is_linked_without_a_word() {
    goes_unnoticed("pair", "stale-body=@");
}

// Table 3.2: the real runtime, R1 to R11.

#[test]
fn r1_runtime_without_symabis() {
    let output = "# runtime\n\
        /usr/local/go/src/runtime/proc.go:2391:30: internal/abi.FuncPCABI0 expects an ABI0 function, goexit is defined as ABIInternal\n\
        /usr/local/go/src/runtime/proc.go:2792:40: internal/abi.FuncPCABI0 expects an ABI0 function, mstart is defined as ABIInternal\n\
        /usr/local/go/src/runtime/proc.go:5030:32: internal/abi.FuncPCABI0 expects an ABI0 function, goexit is defined as ABIInternal\n\
        /usr/local/go/src/runtime/os_linux.go:180:103: internal/abi.FuncPCABI0 expects an ABI0 function, mstart is defined as ABIInternal\n\
        /usr/local/go/src/runtime/os_linux.go:472:34: internal/abi.FuncPCABI0 expects an ABI0 function, sigreturn__sigaction is defined as ABIInternal\n\
        /usr/local/go/src/runtime/os_linux.go:476:23: internal/abi.FuncPCABI0 expects an ABI0 function, cgoSigtramp is defined as ABIInternal\n\
        /usr/local/go/src/runtime/os_linux.go:478:23: internal/abi.FuncPCABI0 expects an ABI0 function, sigtramp is defined as ABIInternal\n\
        /usr/local/go/src/runtime/preempt.go:318:30: internal/abi.FuncPCABI0 expects an ABI0 function, asyncPreempt is defined as ABIInternal\n\
        /usr/local/go/src/runtime/signal_amd64.go:73:28: internal/abi.FuncPCABI0 expects an ABI0 function, sigpanic0 is defined as ABIInternal\n\
        /usr/local/go/src/runtime/signal_amd64.go:76:34: internal/abi.FuncPCABI0 expects an ABI0 function, sigpanic0 is defined as ABIInternal\n\
        /usr/local/go/src/runtime/signal_amd64.go:76:34: too many errors\n";
    fails("hello", "no-symabis=runtime", Step::Compile, output);
}

#[test]
fn r1_the_other_packages_without_symabis() {
    for fine in ["internal/abi", "internal/chacha8rand", "internal/runtime/atomic", "internal/reflectlite", "math"] {
        goes_unnoticed("hello", &format!("no-symabis={fine}"));
    }
    let output = "# command-line-arguments\n\
        sync/atomic.StorePointer: relocation target sync/atomic.StoreUintptr not defined for ABIInternal (but is defined for ABI0)\n\
        sync/atomic.SwapPointer: relocation target sync/atomic.SwapUintptr not defined for ABIInternal (but is defined for ABI0)\n\
        sync/atomic.CompareAndSwapPointer: relocation target sync/atomic.CompareAndSwapUintptr not defined for ABIInternal (but is defined for ABI0)\n";
    fails("hello", "no-symabis=sync/atomic", Step::Link, output);
    let reflect = said(&build("hello", "no-symabis=reflect"));
    assert!(reflect.starts_with("# reflect\n/usr/local/go/src/reflect/makefunc.go:54:24: internal/abi.FuncPCABI0 "));
    assert_eq!(reflect.lines().count(), 6);
}

#[test]
fn r2_runtime_with_complete() {
    let said = said(&build("hello", "complete=runtime"));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "# runtime");
    assert_eq!(lines[1], "/usr/local/go/src/runtime/stubs.go:31:6: missing function body");
    assert_eq!(lines[10], "/usr/local/go/src/runtime/cgo_mmap.go:70:6: missing function body");
    assert_eq!(lines[11..], ["/usr/local/go/src/runtime/stubs.go:364:6: too many errors"]);
}

#[test]
fn r3_runtime_without_any_object() {
    let build = build("hello", "no-assemble=runtime");
    assert!(said(&build).starts_with(
        "# command-line-arguments\npanic: could not look up runtime.mapinitnoop\n\ngoroutine 1 [running]:\n"
    ));
    assert_eq!(failed(&build), Some(Step::Link));
}

#[test]
fn r4_without_asm_amd64_o() {
    let output = "# command-line-arguments\n\
        link: reference to undefined builtin \"runtime.morestack_noctxt\" from package \"runtime\"\n";
    fails("hello", "no-object=runtime:asm_amd64.s", Step::Link, output);
}

#[test]
fn r5_without_the_entry() {
    let output = "# command-line-arguments\nmissing entry symbol \"_rt0_amd64_linux\"\n";
    fails("hello", "no-object=runtime:rt0_linux_amd64.s", Step::Link, output);
}

const EMPTY_HEADER: &str = "# runtime\n\
    /usr/local/go/src/runtime/asm_amd64.s:172: expected pseudo-register; found DI\n\
    /usr/local/go/src/runtime/asm_amd64.s:173: expected pseudo-register; found DI\n\
    /usr/local/go/src/runtime/asm_amd64.s:174: unexpected g_stack evaluating expression\n\
    /usr/local/go/src/runtime/asm_amd64.s:175: unexpected g_stack evaluating expression\n\
    /usr/local/go/src/runtime/asm_amd64.s:224: unexpected g_stack evaluating expression\n\
    /usr/local/go/src/runtime/asm_amd64.s:225: illegal or missing addressing mode for symbol const_stackGuard\n\
    /usr/local/go/src/runtime/asm_amd64.s:226: expected pseudo-register; found CX\n\
    /usr/local/go/src/runtime/asm_amd64.s:227: expected pseudo-register; found CX\n\
    /usr/local/go/src/runtime/asm_amd64.s:258: unexpected m_tls evaluating expression\n\
    /usr/local/go/src/runtime/asm_amd64.s:264: unexpected m_tls evaluating expression\n\
    /usr/local/go/src/runtime/asm_amd64.s:276: expected pseudo-register; found AX\n\
    asm: too many errors\n";

#[test]
fn r6_and_r8_runtime_with_an_empty_or_foreign_header() {
    // asm.s, the first file, does not include the header; asm_amd64.s is the second.
    fails("hello", "empty-asmhdr=runtime", Step::Assemble(1), EMPTY_HEADER);
    fails("hello", "foreign-asmhdr=runtime:internal/abi", Step::Assemble(1), EMPTY_HEADER);
}

#[test]
fn r7_runtime_without_header() {
    let output = "# runtime\n/usr/local/go/src/runtime/asm_amd64.s:6: #include: \
        open /usr/local/go/pkg/include/go_asm.h: no such file or directory\n";
    fails("hello", "no-asmhdr=runtime", Step::Assemble(1), output);
}

#[test]
fn r9_files_that_do_not_include_the_header() {
    for fine in ["math", "internal/cpu", "sync/atomic", "syscall", "internal/abi"] {
        goes_unnoticed("hello", &format!("no-asmhdr={fine}"));
        goes_unnoticed("hello", &format!("empty-asmhdr={fine}"));
    }
}

#[test]
fn r10_and_r11_runtime_without_an_import() {
    let line = "# runtime\n/usr/local/go/src/runtime/alg.go:10:2: could not import internal/goarch (open";
    fails(
        "hello",
        "drop-import=runtime:internal/goarch",
        Step::Compile,
        &format!("{line} : no such file or directory)\n"),
    );
    let missing = format!("{line} /nonexistent/_pkg_.a: no such file or directory)\n");
    fails("hello", "missing-archive=runtime:internal/goarch", Step::Compile, &missing);
}

#[test]
fn what_else_the_compiler_misses_without_an_import() {
    let output = "# io\n\
        /usr/local/go/src/io/io.go:17:2: could not import sync (open : no such file or directory)\n\
        /usr/local/go/src/io/pipe.go:22:4: a.Lock undefined (type *onceError has no field or method Lock)\n\
        /usr/local/go/src/io/pipe.go:23:10: a.Unlock undefined (type *onceError has no field or method Unlock)\n\
        /usr/local/go/src/io/pipe.go:30:4: a.Lock undefined (type *onceError has no field or method Lock)\n\
        /usr/local/go/src/io/pipe.go:31:10: a.Unlock undefined (type *onceError has no field or method Unlock)\n";
    fails("hello", "drop-import=io:sync", Step::Compile, output);
}

// Table 3.4: errors of the sources, and of the go command.

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

// Faults as such.

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
