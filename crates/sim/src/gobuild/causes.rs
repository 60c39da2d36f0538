//! Why a build fails, or why it succeeds in spite of a fault. The sentences for learners are in the course's words.

use serde::Serialize;

use super::faults::{Fault, Mistake, Slip, WrongLine};

/// Why a tool or the go command fails, or why a fault does no harm (`Harmless…`). The fields hold packages, files and
/// paths as messages name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are what their names say")]
pub enum Cause {
    /// Go code that must use the assembly calling convention (ABI0) finds no such function, because the compiler got no
    /// symabis.
    NoSymabisCompile { package: String },
    /// The linker finds a call in one calling convention to a function that assembly defines in the other.
    NoSymabisLink { package: String },
    /// Assembly objects were never packed, so the archive has Go code only.
    NoObjects { package: String },
    /// The object of one assembly file is missing from the archive.
    NoObject { package: String, file: String },
    /// The objects were packed twice, so every assembly function is defined twice.
    PackedTwice { package: String },
    /// The flag -complete promised that every function has a Go body, and some have none.
    MissingBodies { package: String },
    /// A function has a body in Go and another in assembly.
    DefinedTwice { package: String },
    /// `go_asm.h` is still the empty file that was written for the scan of phase A.
    EmptyHeader { package: String, file: String },
    /// `go_asm.h` is that of another package.
    ForeignHeader { package: String, file: String },
    /// There is no `go_asm.h` on the assembler's include path.
    NoHeader { package: String, file: String },
    /// The toolchain's own headers are not on the assembler's include path.
    NoInclude { package: String },
    /// importcfg has no line for an import.
    ImportDropped { package: String, dep: String },
    /// importcfg names a file that does not exist.
    ArchiveMissing { package: String, dep: String, path: String },
    /// importcfg names the archive of another package.
    WrongArchive { package: String, dep: String, other: String },
    /// The compiled package does not know its import path, because it was compiled without `-p`.
    NamelessArchive { package: String },
    /// importcfg names a text file.
    NotAnArchive { package: String, dep: String },
    /// The archive in the cache is damaged and can no longer be read as an archive.
    SpoiledCache { package: String },
    /// The archive was made for another architecture.
    ForeignArch { dep: String, arch: String, goarch: String },
    /// importcfg.link has no line for a package.
    LinkDropped { dep: String },
    /// importcfg.link names a file that does not exist.
    LinkMissing { dep: String, path: String },
    /// The exported interface of a package changed after an importer was compiled, so their fingerprints differ.
    Fingerprint { dep: String, importer: String },
    /// The linker was given a package other than main.
    NotMain { package: String },
    /// Assembly names a calling convention (`<ABIInternal>`). Only packages of the runtime may, and without `-p` the
    /// assembler does not know that this is one.
    AbiWithoutPath { package: String, file: String },
    /// The source has a compiler directive that only packages of the runtime may use, and without `-p` the compiler
    /// does not know that this is one.
    DirectiveWithoutPath { package: String },
    /// The linker refuses an object that was made without `-p` and so does not know its package.
    Unlinkable { package: String },
    /// cgo finds no C compiler.
    NoCCompiler { compiler: String },
    /// The source does not parse.
    SyntaxError { package: String },
    /// A value does not have the type that its variable needs.
    TypeError { package: String },
    /// A name that is used is not declared.
    Undefined { package: String },
    /// An import is not used.
    UnusedImport { package: String, path: String },
    /// A package is used without being imported.
    NotImported { package: String, path: String },
    /// A function without a body is declared in Go and defined nowhere; the linker notices.
    BodylessLink { package: String },
    /// Package main has no `func main`.
    NoMain,
    /// An import names a package that does not exist.
    MissingImport { package: String, path: String },
    /// Imports form a cycle: `from` imports `to`, which already depends on `from`.
    Cycle { from: String, to: String },
    /// Files in one directory declare different package names.
    TwoNames { package: String },
    /// No go.mod was found.
    NoGoMod,
    /// The go command cannot use the path of the output (`-o`).
    Output,
    /// Harmless: the dropped line of importcfg is that of runtime, which the compiler does not need.
    HarmlessRuntimeLine { package: String },
    /// Harmless: only the go command uses build IDs, not the tools.
    HarmlessBuildIds,
    /// Harmless: only a function body changed, which the fingerprint of the exported interface does not cover.
    HarmlessBody { package: String },
    /// Harmless: the linker reaches no assembly function of the package.
    HarmlessAssembly { package: String },
    /// Harmless: the compiler knows package main without `-p`.
    HarmlessPath { package: String },
    /// Harmless: the compiled package is the same with the fault as without.
    HarmlessCompile { package: String },
    /// Harmless: a package whose name is not main is compiled and not linked. With `-o` its archive is the result.
    HarmlessArchive,
}

impl Cause {
    /// Why a fault did no harm in a build that succeeded.
    pub fn of_unnoticed(fault: &Fault, name: impl Fn(crate::program::PackageId) -> String) -> Self {
        match fault {
            Fault::NoBuildId => Self::HarmlessBuildIds,
            Fault::Source(_, Slip::NotPackageMain) => Self::HarmlessArchive,
            Fault::Import { package, .. } => Self::HarmlessRuntimeLine { package: name(*package) },
            Fault::Link { dep, line: WrongLine::Changed { .. } } => Self::HarmlessBody { package: name(*dep) },
            Fault::Tool(package, Mistake::NoPath) => Self::HarmlessPath { package: name(*package) },
            Fault::Tool(
                package,
                Mistake::NoSymabis | Mistake::NoAssemble | Mistake::NoObject(_) | Mistake::NoPack | Mistake::PackTwice,
            ) => Self::HarmlessAssembly { package: name(*package) },
            Fault::Tool(
                package,
                Mistake::NoInclude
                | Mistake::Complete
                | Mistake::EmptyAsmHeader
                | Mistake::NoAsmHeader
                | Mistake::ForeignAsmHeader(_)
                | Mistake::NoAsmPath,
            )
            | Fault::Source(package, _)
            | Fault::Link { dep: package, .. }
            | Fault::ForeignArch(package, _)
            | Fault::NotMain(package) => Self::HarmlessCompile { package: name(*package) },
            // These two never go unnoticed.
            Fault::NoCCompiler => Self::NoCCompiler { compiler: String::new() },
            Fault::Load(_) => Self::NoGoMod,
        }
    }
}
