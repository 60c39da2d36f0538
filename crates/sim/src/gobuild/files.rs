//! Files of the simulated build: names and contents.
//!
//! A content here says what a file *is*, not its bytes. Its text, where it has one, follows from the build.

use crate::program::{Package, Toolchain};

/// A file that a build writes, named by meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId {
    /// Number of the object directory it lies in, or of the action's whose result it is.
    pub objdir: u32,
    /// Which file.
    pub name: FileName,
}

/// The files of an object directory, and those that leave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileName {
    /// `go_asm.h`: empty for the scan, then written by the compiler.
    AsmHeader,
    /// `symabis`: names and ABIs that the assembler found.
    Symabis,
    /// `importcfg`: where the compiler finds the archives of imports.
    Importcfg,
    /// `embedcfg`: which files `//go:embed` patterns stand for.
    Embedcfg,
    /// `_pkg_.a`.
    Archive,
    /// A copy of a header under its `_GOOS`, `_GOARCH` name; the number is that of the header.
    HeaderCopy(u32),
    /// An assembled file; the number is that of the source.
    Object(u32),
    /// `importcfg.link`: where the linker finds all archives.
    LinkImportcfg,
    /// `exe/a.out`.
    Executable,
    /// The archive's copy in the cache.
    CacheData,
    /// What the user asked for with `-o`.
    Target,
}

impl FileName {
    /// Its name below the object directory of a package; none for what lies elsewhere.
    pub fn in_objdir(self, package: &Package, toolchain: &Toolchain) -> Option<String> {
        let source = |sources: &[String], number: u32| sources.get(number as usize).cloned().unwrap_or_default();
        Some(match self {
            Self::AsmHeader => "go_asm.h".to_owned(),
            Self::Symabis => "symabis".to_owned(),
            Self::Importcfg => "importcfg".to_owned(),
            Self::Embedcfg => "embedcfg".to_owned(),
            Self::Archive => "_pkg_.a".to_owned(),
            Self::LinkImportcfg => "importcfg.link".to_owned(),
            Self::Executable => "exe/a.out".to_owned(),
            Self::HeaderCopy(number) => {
                general_header_name(&source(&package.files.headers, number), toolchain).unwrap_or_default()
            }
            Self::Object(number) => {
                let source = source(&package.files.asm, number);
                format!("{}.o", source.strip_suffix(".s").unwrap_or(&source))
            }
            Self::CacheData | Self::Target => return None,
        })
    }

    /// Whether the file lies outside the object directory, and stays when that is removed.
    pub fn outlives_objdir(self) -> bool {
        matches!(self, Self::CacheData | Self::Target)
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing: `go_asm.h` before the compiler ran.
    Empty,
    /// The file in full, as its name promises.
    Full,
    /// An archive or executable on its way.
    Binary(Stage),
    /// An archive or object that a fault spoiled.
    Spoiled(Stage, Flaws),
}

impl Content {
    /// An archive or object with these flaws, if it has any.
    pub fn binary(stage: Stage, flaws: Flaws) -> Self {
        if flaws == Flaws::default() { Self::Binary(stage) } else { Self::Spoiled(stage, flaws) }
    }

    /// How far an archive or executable has come.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Binary(stage) | Self::Spoiled(stage, _) => Some(stage),
            Self::Empty | Self::Full => None,
        }
    }

    /// What is wrong with it.
    pub fn flaws(self) -> Flaws {
        if let Self::Spoiled(_, flaws) = self { flaws } else { Flaws::default() }
    }
}

/// What can be wrong with an archive or an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flaws {
    /// Compiled without symabis: Go takes its assembly functions for such that keep arguments in registers.
    pub without_symabis: bool,
    /// Compiled or assembled without `-p`: the linker refuses it.
    pub unlinkable: bool,
    /// The objects were appended twice.
    pub twice: bool,
    /// Which objects are missing.
    pub missing: MissingObjects,
}

/// Which assembled objects an archive lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingObjects {
    /// None: it is complete, or has no assembly.
    #[default]
    None,
    /// That of the n-th assembly file.
    One(u32),
    /// All.
    All,
}

/// How far an archive or executable has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// As the compiler or linker wrote it: the content half of its build ID is a placeholder.
    Written,
    /// The assembled objects are appended.
    Packed,
    /// The build ID has its content half.
    Stamped,
}

/// `defs_linux_amd64.h` can be included as `defs_GOOS_GOARCH.h`: the name of the copy, if the header's own name ends
/// in the target's system or architecture.
pub fn general_header_name(header: &str, toolchain: &Toolchain) -> Option<String> {
    let (name, extension) = header.split_once('.')?;
    let (goos, goarch) = (&toolchain.goos, &toolchain.goarch);
    for (ending, general) in [
        (format!("_{goos}_{goarch}"), "_GOOS_GOARCH"),
        (format!("_{goarch}"), "_GOARCH"),
        (format!("_{goos}"), "_GOOS"),
    ] {
        if let Some(stem) = name.strip_suffix(&ending) {
            return Some(format!("{stem}{general}.{extension}"));
        }
    }
    None
}
