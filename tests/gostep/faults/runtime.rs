//! Faults in the real runtime.

use gostep_sim::gobuild::Step;

use super::{build, failed, fails, goes_unnoticed, said};

#[test]
fn runtime_without_symabis() {
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
fn the_other_packages_without_symabis() {
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
fn runtime_with_complete() {
    let said = said(&build("hello", "complete=runtime"));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "# runtime");
    assert_eq!(lines[1], "/usr/local/go/src/runtime/stubs.go:31:6: missing function body");
    assert_eq!(lines[10], "/usr/local/go/src/runtime/cgo_mmap.go:70:6: missing function body");
    assert_eq!(lines[11..], ["/usr/local/go/src/runtime/stubs.go:364:6: too many errors"]);
}

#[test]
fn runtime_without_any_object() {
    let build = build("hello", "no-assemble=runtime");
    assert!(said(&build).starts_with(
        "# command-line-arguments\npanic: could not look up runtime.mapinitnoop\n\ngoroutine 1 [running]:\n"
    ));
    assert_eq!(failed(&build), Some(Step::Link));
}

#[test]
fn without_asm_amd64_o() {
    let output = "# command-line-arguments\n\
        link: reference to undefined builtin \"runtime.morestack_noctxt\" from package \"runtime\"\n";
    fails("hello", "no-object=runtime:asm_amd64.s", Step::Link, output);
}

#[test]
fn without_the_entry() {
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
fn runtime_with_an_empty_or_foreign_header() {
    // asm.s, the first file, does not include the header; asm_amd64.s is the second.
    fails("hello", "empty-asmhdr=runtime", Step::Assemble(1), EMPTY_HEADER);
    fails("hello", "foreign-asmhdr=runtime:internal/abi", Step::Assemble(1), EMPTY_HEADER);
}

#[test]
fn runtime_without_header() {
    let output = "# runtime\n/usr/local/go/src/runtime/asm_amd64.s:6: #include: \
        open /usr/local/go/pkg/include/go_asm.h: no such file or directory\n";
    fails("hello", "no-asmhdr=runtime", Step::Assemble(1), output);
}

#[test]
fn files_that_do_not_include_the_header() {
    for fine in ["math", "internal/cpu", "sync/atomic", "syscall", "internal/abi"] {
        goes_unnoticed("hello", &format!("no-asmhdr={fine}"));
        goes_unnoticed("hello", &format!("empty-asmhdr={fine}"));
    }
}

#[test]
fn runtime_without_an_import() {
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
