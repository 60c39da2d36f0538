//! What a package that uses cgo has besides other packages: sources for the C compiler, the flags that it is given, and
//! the trials that find out which flags it accepts.

use super::rules::Rules;
use crate::program::{Package, Toolchain};

/// A compiler for other languages than Go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Compiler {
    /// That for C, which also takes assembly files.
    C,
    /// That for C++.
    Cxx,
}

/// A flag that the go command tries before it uses it, since not every C compiler accepts it. The answer is kept in the
/// build cache.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trial {
    /// `-fno-caret-diagnostics`, which clang has.
    NoCaret,
    /// `-Qunused-arguments`, which clang has.
    UnusedArguments,
    /// `-Wl,--no-gc-sections`, which is a flag for the linker.
    NoGcSections,
    /// `-fdebug-prefix-map`.
    DebugPrefixMap,
    /// `-ffile-prefix-map`, the newer form of it.
    FilePrefixMap,
    /// `-gno-record-gcc-switches`.
    NoRecordedSwitches,
    /// `-fdebug-prefix-map` again, after all other flags. Only `-n`, which gets no answers, asks twice.
    DebugPrefixMapAgain,
    /// `-frandom-seed`, after all other flags.
    RandomSeed,
}

impl Trial {
    /// The flag as it is tried.
    pub fn flag(self) -> &'static str {
        match self {
            Self::NoCaret => "-fno-caret-diagnostics",
            Self::UnusedArguments => "-Qunused-arguments",
            Self::NoGcSections => "-Wl,--no-gc-sections",
            Self::DebugPrefixMap | Self::DebugPrefixMapAgain => "-fdebug-prefix-map=a=b",
            Self::FilePrefixMap => "-ffile-prefix-map=a=b",
            Self::NoRecordedSwitches => "-gno-record-gcc-switches",
            Self::RandomSeed => "-frandom-seed=1",
        }
    }

    /// Whether it is tried together with all flags that the compiler accepts.
    pub fn with_all_flags(self) -> bool {
        matches!(self, Self::DebugPrefixMapAgain | Self::RandomSeed)
    }
}

/// The trials of a real build, in order; each is made once, and not at all if the cache knows the answer.
pub const TRIALS: [Trial; 7] = [
    Trial::NoCaret,
    Trial::UnusedArguments,
    Trial::NoGcSections,
    Trial::DebugPrefixMap,
    Trial::FilePrefixMap,
    Trial::NoRecordedSwitches,
    Trial::RandomSeed,
];

/// What `-n` prints of them before every command of the compiler: it gets no answer and takes every flag for refused, so
/// it does not ask for the newer form. The last two are for compiling only.
pub const TRIALS_OF_DRY_RUN: [Trial; 7] = [
    Trial::NoCaret,
    Trial::UnusedArguments,
    Trial::NoGcSections,
    Trial::DebugPrefixMap,
    Trial::NoRecordedSwitches,
    Trial::DebugPrefixMapAgain,
    Trial::RandomSeed,
];

/// A file that the C compiler makes an object from. Numbers are indices of [`SourceFiles`](crate::program::SourceFiles).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CSource {
    /// `_cgo_export.c`: functions of Go that C can call.
    Export,
    /// `x.cgo2.c`: the C half of what cgo makes of a Go file.
    Generated(u32),
    /// A C file of the package.
    C(u32),
    /// An assembly file of the package.
    Asm(u32),
    /// A C++ file of the package.
    Cxx(u32),
}

impl CSource {
    /// The compiler for it.
    pub fn compiler(self) -> Compiler {
        if matches!(self, Self::Cxx(_)) { Compiler::Cxx } else { Compiler::C }
    }

    /// Its name, without a directory.
    pub fn name(self, package: &Package) -> String {
        let of = |files: &[String], number: u32| files.get(number as usize).cloned().unwrap_or_default();
        let files = &package.files;
        match self {
            Self::Export => "_cgo_export.c".to_owned(),
            Self::Generated(number) => format!("{}.cgo2.c", stem(package, &of(&files.cgo, number))),
            Self::C(number) => of(&files.c, number),
            Self::Asm(number) => of(&files.c_asm, number),
            Self::Cxx(number) => of(&files.cxx, number),
        }
    }

    /// Whether cgo made it, so that it is in the object directory.
    pub fn is_generated(self) -> bool {
        matches!(self, Self::Export | Self::Generated(_))
    }
}

/// The name of a Go file without its extension, from which cgo makes names of other files. With `-cover` cgo gets what
/// the cover tool made of it.
pub fn stem(package: &Package, file: &str) -> String {
    let base = file.rsplit('/').next().unwrap_or(file);
    let stem = base.strip_suffix(".go").unwrap_or(base);
    if package.cover.is_empty() { stem.to_owned() } else { format!("{stem}.cover") }
}

/// The name of the object that the C compiler makes of the source with this index.
pub fn object_name(number: u32) -> String {
    format!("_x{:03}.o", number + 1)
}

/// The files of a package for the C compiler, in the order of their objects. Empty for a package without cgo.
pub fn sources(package: &Package, rules: Rules) -> Vec<CSource> {
    if !package.uses_cgo() {
        return Vec::new();
    }
    let files = &package.files;
    let numbers = |files: &[String]| 0..u32::try_from(files.len()).unwrap_or(u32::MAX);
    let c = numbers(&files.c).map(CSource::C);
    let asm = numbers(&files.c_asm).map(CSource::Asm);
    let mut sources = vec![CSource::Export];
    sources.extend(numbers(&files.cgo).map(CSource::Generated));
    if rules.compiles_c_in_own_actions() {
        sources.extend(asm.chain(c));
    } else {
        sources.extend(c.chain(asm));
    }
    sources.extend(numbers(&files.cxx).map(CSource::Cxx));
    sources
}

/// The flags for a package: those of the environment, then those of its `#cgo` directives.
#[derive(Clone, Debug)]
pub struct Flags {
    /// For the preprocessor, of C and C++ alike.
    pub cpp: Vec<String>,
    /// For C.
    pub c: Vec<String>,
    /// For C++.
    pub cxx: Vec<String>,
    /// For linking.
    pub ld: Vec<String>,
}

impl Flags {
    /// The flags for a package.
    pub fn of(package: &Package, toolchain: &Toolchain) -> Self {
        let of = |variable: &str, own: &[String]| [&toolchain.cgo_environment(variable), own].concat();
        let own = &package.cgo_flags;
        Self {
            cpp: of("CGO_CPPFLAGS", &own.cppflags),
            c: of("CGO_CFLAGS", &own.cflags),
            cxx: of("CGO_CXXFLAGS", &own.cxxflags),
            ld: of("CGO_LDFLAGS", &own.ldflags),
        }
    }

    /// Whether Go's own linker may not be able to link what these flags make. Then the archive gets a file that says so.
    pub fn ask_for_external_linking(&self, rules: Rules) -> bool {
        const STATIC: [&str; 2] = ["-static", "--static"];
        const STATIC_LINK: [&str; 3] = ["-Wl,-static", "-Wl,--static", "-Wl,-Bstatic"];
        let minds_static = rules.links_static_c_externally();
        let is_static = |flag: &String| minds_static && STATIC.contains(&flag.as_str());
        let mut compile = self.c.iter().chain(&self.cxx);
        compile.any(|flag| flag.starts_with("-flto") || is_static(flag))
            || self.ld.iter().any(|flag| is_static(flag) || minds_static && STATIC_LINK.contains(&flag.as_str()))
    }
}
