//! The commands of a build.

use super::cgo::{Compiler, Trial};

/// One command of an action: a tool that runs, or something that the go command does itself. `OBJ` is the object
/// directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// `mkdir -p OBJ`.
    MakeObjdir,
    /// `preprofile -o OBJ/pgo.preprofile`: prepares the profile for the compilers.
    PrepareProfile,
    /// `cp` into the cache, for the prepared profile.
    StoreProfile,
    /// Writes `pkgcfg.txt`, which tells the cover tool of which package the sources are.
    WriteCoverConfig,
    /// Writes `coveroutfiles.txt`, which tells the cover tool what to write.
    WriteCoverOutputs,
    /// `cover`: makes sources count what runs.
    Cover,
    /// Writes `preferlinkext`, which tells the linker to leave the linking to the C compiler.
    WritePreferExternal,
    /// `cgo -objdir`: makes Go and C files of the Go files that import `C`.
    RunCgo,
    /// Runs a C compiler only to see whether it accepts a flag.
    Try(Compiler, Trial),
    /// The C compiler, for the source with this index among those for it.
    CompileC(u32),
    /// The C compiler, for `_cgo_main.c`.
    CompileCgoMain,
    /// The C compiler links all C objects to `_cgo_.o`, from which cgo reads what the package needs of C libraries.
    LinkCgo,
    /// Says whether that link succeeded.
    SayCgoLinked,
    /// `cgo -dynimport`: writes `_cgo_import.go`.
    ReadCgoImports,
    /// Writes an empty `go_asm.h`, so that the scan finds a file when assembly includes it.
    WriteEmptyAsmHeader,
    /// `asm -gensymabis`: phase A.
    ScanAssembly,
    /// Writes `importcfg`, which tells the compiler where the archives of imports are.
    WriteImportcfg,
    /// Writes `embedcfg`, which tells the compiler the files of `//go:embed` patterns.
    WriteEmbedcfg,
    /// `compile`: phase B, compiles the Go files.
    Compile,
    /// Copies the header with this index under its general name (`_GOOS`, `_GOARCH`).
    CopyHeader(u32),
    /// `asm -o`: phase C, for the assembly file with this index.
    Assemble(u32),
    /// `pack r`: phase D, appends the objects to the archive.
    Pack,
    /// `buildid -w`: replaces the placeholder in the build ID of an archive or of the executable.
    StampBuildId,
    /// `cp` into the cache, for an archive.
    StoreInCache,
    /// Writes `importcfg.link`, which tells the linker where all archives are.
    WriteLinkImportcfg,
    /// `mkdir -p OBJ/exe/`.
    MakeExeDir,
    /// `link`.
    Link,
    /// `mv` of the header of a library for C.
    MoveHeader,
    /// Says that there is no such header, since main exports nothing to C.
    SayNoHeader,
    /// `mkdir -p` for the directory of the target.
    MakeTargetDir,
    /// `mv` to the target.
    MoveToTarget,
    /// `cp` of the executable into the cache.
    CacheExecutable,
    /// The program itself (`go run`).
    RunProgram,
    /// `rm -rf OBJ`, only in a build without `-work`.
    RemoveObjdir,
}

impl Step {
    /// The letter that lessons use for the four phases of a package with assembly; `None` for other steps.
    pub fn phase(self) -> Option<char> {
        match self {
            Self::ScanAssembly => Some('A'),
            Self::Compile => Some('B'),
            Self::Assemble(_) => Some('C'),
            Self::Pack => Some('D'),
            _ => None,
        }
    }

    /// The name of the tool, or of the shell command that is printed for what the go command does itself.
    pub fn tool(self) -> &'static str {
        match self {
            Self::MakeObjdir | Self::MakeExeDir | Self::MakeTargetDir => "mkdir",
            Self::WriteEmptyAsmHeader
            | Self::WriteImportcfg
            | Self::WriteEmbedcfg
            | Self::WriteCoverConfig
            | Self::WriteCoverOutputs
            | Self::WriteLinkImportcfg
            | Self::WritePreferExternal => "write",
            Self::Cover => "cover",
            Self::RunCgo | Self::ReadCgoImports => "cgo",
            Self::Try(..) | Self::CompileC(_) | Self::CompileCgoMain | Self::LinkCgo | Self::SayCgoLinked => "cc",
            Self::ScanAssembly | Self::Assemble(_) => "asm",
            Self::Compile => "compile",
            Self::PrepareProfile => "preprofile",
            Self::CopyHeader(_) | Self::StoreInCache | Self::StoreProfile | Self::CacheExecutable => "cp",
            Self::Pack => "pack",
            Self::StampBuildId => "buildid",
            Self::Link => "link",
            Self::MoveToTarget | Self::MoveHeader | Self::SayNoHeader => "mv",
            Self::RunProgram => "run",
            Self::RemoveObjdir => "rm",
        }
    }

    /// Whether the step starts a program. Other steps are done inside the go command.
    pub fn starts_program(self) -> bool {
        matches!(
            self,
            Self::ScanAssembly | Self::Assemble(_) | Self::Compile | Self::Link | Self::RunCgo | Self::RunProgram
        ) || matches!(self, Self::Try(..) | Self::CompileC(_) | Self::CompileCgoMain | Self::LinkCgo)
            || matches!(self, Self::ReadCgoImports | Self::PrepareProfile | Self::Cover)
    }
}
