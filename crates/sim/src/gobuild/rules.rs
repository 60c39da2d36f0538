//! Where the releases of Go differ. Every method answers one question and names the release that changed the answer.

use crate::program::{GoVersion, Instrument, Package, Program};

/// The packages that the compiler takes for parts of the runtime, of go1.25 to go1.27.
const OF_THE_RUNTIME: [&str; 28] = [
    "runtime",
    "internal/runtime/atomic",
    "internal/runtime/cgroup",
    "internal/runtime/exithook",
    "internal/runtime/gc",
    "internal/runtime/gc/scan",
    "internal/runtime/maps",
    "internal/runtime/math",
    "internal/runtime/strconv",
    "internal/runtime/sys",
    "internal/runtime/syscall",
    "internal/runtime/syscall/linux",
    "internal/runtime/syscall/windows",
    "internal/abi",
    "internal/bytealg",
    "internal/byteorder",
    "internal/chacha8rand",
    "internal/coverage/rtcov",
    "internal/cpu",
    "internal/goarch",
    "internal/godebugs",
    "internal/goexperiment",
    "internal/goos",
    "internal/profilerecord",
    "internal/strconv",
    "internal/stringslite",
    "runtime/internal/math",
    "runtime/internal/sys",
];

/// The rules of one release.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    minor: u32,
}

impl Rules {
    /// The rules of a release.
    pub fn of(version: &GoVersion) -> Self {
        Self { minor: version.minor() }
    }

    /// 1.22: short files are written with `echo`, before that always with `cat`.
    pub fn writes_with_echo(self) -> bool {
        self.minor >= 22
    }

    /// 1.22: the work directory's name is shortened before the current directory's, before that after it.
    pub fn shortens_work_first(self) -> bool {
        self.minor >= 22
    }

    /// 1.22: `rm -rf OBJ`, also printed by `-n`; before that `rm -r OBJ`, printed only when it runs.
    pub fn removes_with_rf(self) -> bool {
        self.minor >= 22
    }

    /// 1.22: with `-race` the mode `pie` is possible where it is the default, and the refusal names the system.
    pub fn names_system_of_race(self) -> bool {
        self.minor >= 22
    }

    /// With `-race` packages of the runtime only register that they are covered. 1.25: all of them; before that only those
    /// that are called so.
    pub fn registers_only(self, package: &Package) -> bool {
        let path = package.import_path.as_str();
        let named = path == "runtime" || path.starts_with("runtime/internal");
        package.standard && (if self.minor >= 25 { OF_THE_RUNTIME.contains(&path) } else { named })
    }

    /// 1.23: the build info tells `-cover`.
    pub fn tells_cover(self) -> bool {
        self.minor >= 23
    }

    /// 1.22: `pkgcfg.txt` ends with a line break, and has a field more.
    pub fn names_meta_file(self) -> bool {
        self.minor >= 22
    }

    /// 1.23: every compile gets `-lang`; before that only packages of modules.
    pub fn lang_for_all(self) -> bool {
        self.minor >= 23
    }

    /// 1.23: the revision is asked for with `git log -1`, before that with `git show -s`.
    pub fn asks_git_log(self) -> bool {
        self.minor >= 23
    }

    /// 1.23: the linker runs with GOROOT in its environment; before that only `-trimpath` sets GOROOT_FINAL.
    pub fn link_sets_goroot(self) -> bool {
        self.minor >= 23
    }

    /// 1.22: the assembler is told the GOARM level.
    pub fn asm_defines_goarm(self) -> bool {
        self.minor >= 22
    }

    /// 1.23: GOARM may name more than a number, `7,hardfloat`; before that only exactly 6 and 7 define their level.
    pub fn understands_goarm_lists(self) -> bool {
        self.minor >= 23
    }

    /// 1.23: a profile is prepared once for all compilers; before that each of them reads the profile itself.
    pub fn prepares_profile(self) -> bool {
        self.minor >= 23
    }

    /// 1.22: the build info is sorted again after the profile was added; before that the profile comes last.
    pub fn sorts_profile(self) -> bool {
        self.minor >= 22
    }

    /// 1.25: in flags for a tool the pattern `work` means packages of the main module, and `tool` its tools.
    pub fn flags_match_work_and_tool(self) -> bool {
        self.minor >= 25
    }

    /// 1.24: the link action hashes the default GODEBUG in a line of its own.
    pub fn link_hashes_default_godebug(self) -> bool {
        self.minor >= 24
    }

    /// 1.23: the compiler reports an archive of another package as a mismatch; before that it is an internal error.
    pub fn expects_other_archives(self) -> bool {
        self.minor >= 23
    }

    /// 1.24: the compiler looks for the beginning of an archive before it reads what kind of object is in it.
    pub fn looks_for_archives(self) -> bool {
        self.minor >= 24
    }

    /// 1.24: the linker tells kind and size of a symbol that is defined twice.
    pub fn describes_duplicates(self) -> bool {
        self.minor >= 24
    }

    /// 1.25: pack and buildid are printed as `go tool pack`, `go tool buildid`.
    pub fn prints_go_tool(self) -> bool {
        self.minor >= 25
    }

    /// 1.25: tools see the architecture level in their environment if it differs from the toolchain's default.
    pub fn tools_see_arch_level(self) -> bool {
        self.minor >= 25
    }

    /// 1.26: looking a package up in the cache is an action of its own, ahead of the one that builds it.
    pub fn checks_cache_in_own_action(self) -> bool {
        self.minor >= 26
    }

    /// 1.26: every run of the C compiler for a package that uses cgo is an action of its own; its assembly files come
    /// before its C files.
    pub fn compiles_c_in_own_actions(self) -> bool {
        self.minor >= 26
    }

    /// 1.23: cgo gets the flags for linking as an argument, before that in its environment.
    pub fn gives_cgo_ldflags(self) -> bool {
        self.minor >= 23
    }

    /// 1.24: the go command prints the link of `_cgo_.o` a second time, with its outcome.
    pub fn says_cgo_linked(self) -> bool {
        self.minor >= 24
    }

    /// 1.22: `preferlinkext` is printed like other written files.
    pub fn writes_prefer_external_as_file(self) -> bool {
        self.minor >= 22
    }

    /// 1.27: flags of `#cgo` directives for static linking leave the linking to the C compiler.
    pub fn links_static_c_externally(self) -> bool {
        self.minor >= 27
    }

    /// 1.26: with several workers the compilers share a pool of threads; before that each gets min(4, GOMAXPROCS).
    pub fn pools_compiler_threads(self) -> bool {
        self.minor >= 26
    }

    /// 1.27: the assembler is told `-std` for packages of the standard library.
    pub fn asm_gets_std(self) -> bool {
        self.minor >= 27
    }

    /// 1.24: `go run` puts the program into the cache, so it gets its build ID; before that it is used once.
    pub fn caches_programs_that_run(self) -> bool {
        self.minor >= 24
    }

    /// 1.24: the go command names the files whose imports form a cycle.
    pub fn names_importing_files(self) -> bool {
        self.minor >= 24
    }

    /// 1.26: GOWASM in front of a tool; 1.25 took every setting of it for the default.
    pub fn tools_see_gowasm(self) -> bool {
        self.minor >= 26
    }

    /// 1.21 only: packages that are part of the runtime are compiled with `-+`.
    pub fn compiles_as_runtime(self, package: &Package) -> bool {
        self.minor <= 21
            && package.standard
            && matches!(
                package.import_path.as_str(),
                "internal/abi"
                    | "internal/bytealg"
                    | "internal/coverage/rtcov"
                    | "internal/cpu"
                    | "internal/goarch"
                    | "internal/goos"
                    | "runtime"
                    | "runtime/internal/atomic"
                    | "runtime/internal/math"
                    | "runtime/internal/sys"
                    | "runtime/internal/syscall"
            )
    }

    /// 1.21 only: assembly close to the runtime is assembled with `-compiling-runtime`.
    pub fn assembles_as_runtime(self, package: &Package) -> bool {
        self.minor <= 21
            && package.standard
            && (matches!(package.import_path.as_str(), "runtime" | "reflect" | "syscall" | "internal/bytealg")
                || package.import_path.starts_with("runtime/internal"))
    }

    /// Packages of the standard library with functions that have no body because other packages supply them. They are
    /// never compiled with `-complete`.
    pub fn has_linknamed_functions(self, package: &Package) -> bool {
        package.standard
            && matches!(
                package.import_path.as_str(),
                "bytes"
                    | "internal/poll"
                    | "net"
                    | "os"
                    | "runtime/metrics"
                    | "runtime/pprof"
                    | "runtime/trace"
                    | "sync"
                    | "syscall"
                    | "time"
            )
    }

    /// Whether executables for this system are position-independent unless told otherwise.
    pub fn pie_by_default(self, program: &Program) -> bool {
        let toolchain = &program.toolchain;
        match toolchain.goos.as_str() {
            "windows" => !program.instruments.contains(&Instrument::Race),
            "android" | "ios" => true,
            // 1.21: only on arm64.
            "darwin" => self.minor >= 22 || toolchain.goarch == "arm64",
            _ => false,
        }
    }
}
