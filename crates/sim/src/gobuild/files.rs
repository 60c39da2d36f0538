//! Files of the simulated build: names and contents.
//!
//! A [`Content`] says what kind of thing a file holds, not its bytes. Its text, where it has one, is computed from the
//! build.

use super::{cgo, cover};
use crate::program::{Package, Toolchain};

/// A file that a build writes, named by what it is for. `xlog` turns it into a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId {
    /// Number of its object directory. A file outside has the number of the action whose result it is.
    pub objdir: u32,
    /// What it is.
    pub name: FileName,
}

/// The files in an object directory, and the results that are copied out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileName {
    /// `go_asm.h`: empty while assembly is scanned, then written by the compiler.
    AsmHeader,
    /// `pgo.preprofile`: the profile as compilers read it.
    PreparedProfile,
    /// `symabis`: the assembly functions and calling conventions (ABIs) that the assembler's scan found.
    Symabis,
    /// `importcfg`: where the compiler finds the archives of imports.
    Importcfg,
    /// `embedcfg`: which files the `//go:embed` patterns match.
    Embedcfg,
    /// `_pkg_.a`, the package's archive.
    Archive,
    /// A copy of a header under its general name (`_GOOS`, `_GOARCH`); the number is the index of the header.
    HeaderCopy(u32),
    /// An assembled file; the number is the index of the source.
    Object(u32),
    /// `preferlinkext`, whose presence in the archive is all that it says.
    PreferExternal,
    /// A file of `-cover` for the whole package.
    OfCover(OfCover),
    /// `x.cover.go`: a source that counts what runs; the number is the index among Go files, then those for cgo.
    Covered(u32),
    /// A file that cgo makes of the whole package.
    OfCgo(OfCgo),
    /// `x.cgo1.go`: the Go half of what cgo makes of a Go file; the number is the index of the source.
    CgoGo(u32),
    /// `x.cgo2.c`: the C half.
    CgoC(u32),
    /// `_x001.o` and so on: what the C compiler makes of its source with this index.
    CObject(u32),
    /// `importcfg.link`: where the linker finds the archives of all packages.
    LinkImportcfg,
    /// `exe/a.out`, the executable as the linker writes it.
    Executable,
    /// The archive's copy in the cache.
    CacheData,
    /// The header of a library for C, in its place.
    Header,
    /// The result in its place, an executable or an archive: where `-o` says, or under the default name.
    Target,
}

/// The files of `-cover` for a whole package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfCover {
    /// `pkgcfg.txt`: of which package the sources are.
    Config,
    /// `coveroutfiles.txt`: what the cover tool writes.
    Outputs,
    /// `covervars.go`: the variables that count.
    Variables,
    /// `coveragecfg`: what the compiler has to know of them.
    ForCompiler,
}

impl OfCover {
    /// The name of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Config => "pkgcfg.txt",
            Self::Outputs => "coveroutfiles.txt",
            Self::Variables => "covervars.go",
            Self::ForCompiler => "coveragecfg",
        }
    }
}

/// The files that cgo makes of a whole package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfCgo {
    /// `_cgo_gotypes.go`: C's types and functions for Go.
    GoTypes,
    /// `_cgo_export.c`: Go's functions for C.
    ExportC,
    /// `_cgo_export.h`: their declarations.
    ExportH,
    /// `_cgo_main.c`: a main function, only to link the package's C objects alone.
    MainC,
    /// `_cgo_main.o`: its object.
    MainObject,
    /// `_cgo_.o`: the C objects, linked alone.
    Linked,
    /// `_cgo_import.go`: what the package needs of C libraries.
    Import,
}

impl OfCgo {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::GoTypes, Self::ExportC, Self::ExportH, Self::MainC, Self::MainObject, Self::Linked, Self::Import];

    /// The files that the first run of cgo writes.
    pub const OF_FIRST_RUN: [Self; 4] = [Self::GoTypes, Self::ExportC, Self::ExportH, Self::MainC];

    /// The name of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::GoTypes => "_cgo_gotypes.go",
            Self::ExportC => "_cgo_export.c",
            Self::ExportH => "_cgo_export.h",
            Self::MainC => "_cgo_main.c",
            Self::MainObject => "_cgo_main.o",
            Self::Linked => "_cgo_.o",
            Self::Import => "_cgo_import.go",
        }
    }
}

impl FileName {
    /// The path relative to the package's object directory; `None` for files outside of it.
    pub fn in_objdir(self, package: &Package, toolchain: &Toolchain) -> Option<String> {
        let source = |sources: &[String], number: u32| sources.get(number as usize).cloned().unwrap_or_default();
        Some(match self {
            Self::AsmHeader => "go_asm.h".to_owned(),
            Self::PreparedProfile => "pgo.preprofile".to_owned(),
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
            Self::PreferExternal => "preferlinkext".to_owned(),
            Self::OfCgo(file) => file.name().to_owned(),
            Self::OfCover(file) => file.name().to_owned(),
            Self::Covered(number) => cover::source(package, number).map(|file| cover::covered_name(file))?,
            Self::CgoGo(number) => format!("{}.cgo1.go", cgo::stem(package, &source(&package.files.cgo, number))),
            Self::CgoC(number) => format!("{}.cgo2.c", cgo::stem(package, &source(&package.files.cgo, number))),
            Self::CObject(number) => cgo::object_name(number),
            Self::CacheData | Self::Target | Self::Header => return None,
        })
    }

    /// Whether the file lies outside the object directory and so survives its removal.
    pub fn outlives_objdir(self) -> bool {
        matches!(self, Self::CacheData | Self::Target | Self::Header)
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing, like `go_asm.h` before the compiler has run.
    Empty,
    /// The complete file that its name promises: a text, an assembled object, or the archive's copy in the cache.
    Full,
    /// An archive or executable, which is made in several stages.
    Binary(Stage),
    /// An archive or object that a fault made wrong.
    Spoiled(Stage, Flaws),
}

impl Content {
    /// [`Content::Spoiled`] if there are flaws, else [`Content::Binary`].
    pub fn binary(stage: Stage, flaws: Flaws) -> Self {
        if flaws == Flaws::default() { Self::Binary(stage) } else { Self::Spoiled(stage, flaws) }
    }

    /// How far an archive or executable has come; `None` for files that are made in one go.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::Binary(stage) | Self::Spoiled(stage, _) => Some(stage),
            Self::Empty | Self::Full => None,
        }
    }

    /// What is wrong with the file; the default is nothing.
    pub fn flaws(self) -> Flaws {
        if let Self::Spoiled(_, flaws) = self { flaws } else { Flaws::default() }
    }
}

/// What can be wrong with an archive or an object. The default has no flaw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flaws {
    /// Compiled without symabis: calls from Go to its assembly functions pass arguments in registers, which they do not
    /// expect.
    pub without_symabis: bool,
    /// Compiled or assembled without `-p`, so the linker refuses it.
    pub unlinkable: bool,
    /// The objects were appended twice.
    pub twice: bool,
    /// Assembled objects that are missing.
    pub missing: MissingObjects,
}

/// Which assembled objects are missing from an archive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingObjects {
    /// None is missing: the archive is complete, or the package has no assembly.
    #[default]
    None,
    /// That of the assembly file with this index.
    One(u32),
    /// All of them.
    All,
}

/// How far the making of an archive or executable has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// As the compiler or linker wrote it; the content half of its build ID is still a placeholder.
    Written,
    /// The assembled objects are appended.
    Packed,
    /// `buildid -w` replaced the placeholder in the build ID by the content ID.
    Stamped,
}

/// The name of the copy of a header whose own name ends in the target's system or architecture: `defs_linux_amd64.h`
/// can be included as `defs_GOOS_GOARCH.h`. `None` for other headers.
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
