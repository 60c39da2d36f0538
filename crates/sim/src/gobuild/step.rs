//! The commands of a build.

/// One command of an action: a tool that runs, or something that the go command does itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// `mkdir -p OBJ`.
    MakeObjdir,
    /// Writes an empty `go_asm.h`, so that the scan finds a file to include.
    WriteEmptyAsmHeader,
    /// `asm -gensymabis`: phase A.
    ScanAssembly,
    /// Writes `importcfg`.
    WriteImportcfg,
    /// Writes `embedcfg`.
    WriteEmbedcfg,
    /// `compile`: phase B.
    Compile,
    /// Copies the n-th header under its general name.
    CopyHeader(u32),
    /// `asm -o`: phase C, for the n-th assembly file.
    Assemble(u32),
    /// `pack r`.
    Pack,
    /// `buildid -w`, on an archive or on the executable.
    StampBuildId,
    /// `cp` into the cache.
    StoreInCache,
    /// Writes `importcfg.link`.
    WriteLinkImportcfg,
    /// `mkdir -p OBJ/exe/`.
    MakeExeDir,
    /// `link`.
    Link,
    /// `mkdir -p` for the directory of the target.
    MakeTargetDir,
    /// `mv` to the target.
    MoveToTarget,
    /// `rm -rf OBJ`, in a build without `-work`.
    RemoveObjdir,
}

impl Step {
    /// The phase letter that lessons use for packages with assembly.
    pub fn phase(self) -> Option<char> {
        match self {
            Self::ScanAssembly => Some('A'),
            Self::Compile => Some('B'),
            Self::Assemble(_) => Some('C'),
            Self::Pack => Some('D'),
            _ => None,
        }
    }

    /// The tool, or what the go command does in its place.
    pub fn tool(self) -> &'static str {
        match self {
            Self::MakeObjdir | Self::MakeExeDir | Self::MakeTargetDir => "mkdir",
            Self::WriteEmptyAsmHeader | Self::WriteImportcfg | Self::WriteEmbedcfg | Self::WriteLinkImportcfg => {
                "write"
            }
            Self::ScanAssembly | Self::Assemble(_) => "asm",
            Self::Compile => "compile",
            Self::CopyHeader(_) | Self::StoreInCache => "cp",
            Self::Pack => "pack",
            Self::StampBuildId => "buildid",
            Self::Link => "link",
            Self::MoveToTarget => "mv",
            Self::RemoveObjdir => "rm",
        }
    }

    /// Whether a program of the toolchain is started, and not something done inside the go command.
    pub fn starts_program(self) -> bool {
        matches!(self, Self::ScanAssembly | Self::Assemble(_) | Self::Compile | Self::Link)
    }
}
