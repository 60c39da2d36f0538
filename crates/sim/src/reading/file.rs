//! What a file is, by its name and place.

use serde::Serialize;

use crate::xlog::objdir_in;

/// The kinds of files that commands name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Which archive belongs to which import.
    Importcfg,
    /// The same for all packages of a program.
    LinkImportcfg,
    /// Which files are embedded.
    Embedcfg,
    /// Constants and offsets for the assembler.
    AsmHeader,
    /// The symbols of the assembly.
    Symabis,
    /// The archive of a package.
    Archive,
    /// An object file of the assembler or of a C compiler.
    Object,
    /// The executable, before it goes to its place.
    Executable,
    /// A data file of the build cache.
    CacheData,
    /// A Go file that cgo has written.
    CgoGo,
    /// A C file that cgo has written.
    CgoC,
    /// All objects of a package linked together, for cgo to look at.
    CgoObject,
    /// The main function of a test.
    TestMain,
    /// The test.
    TestBinary,
    /// The configuration of vet.
    VetCfg,
    /// What vet has learned of a package, for packages that import it.
    VetOut,
    /// A configuration of cover.
    CoverCfg,
    /// A Go file with counters.
    CoverGo,
    /// A prepared CPU profile.
    Preprofile,
    /// A CPU profile.
    Profile,
    /// What a test has opened and asked for.
    TestLog,
    /// A Go file.
    GoSource,
    /// An assembly file.
    AsmSource,
    /// A C, C++, Objective-C or Fortran file.
    CSource,
    /// A header.
    Header,
    /// The object directory of a package.
    Objdir,
    /// The work directory.
    Work,
    /// Headers of the toolchain.
    Include,
    /// Nothing is kept.
    Null,
    /// Standard input.
    Stdin,
    /// A file of another kind.
    Other,
}

impl FileKind {
    /// The kind of a file with this path.
    pub fn of(path: &str) -> Self {
        let is_dir = path.ends_with(['/', '\\']);
        let trimmed = path.trim_end_matches(['/', '\\']);
        let name = base(trimmed);
        let in_work = objdir_in(path).is_some();
        match name {
            "importcfg" => Self::Importcfg,
            "importcfg.link" => Self::LinkImportcfg,
            "embedcfg" => Self::Embedcfg,
            "go_asm.h" => Self::AsmHeader,
            "symabis" => Self::Symabis,
            "vet.cfg" => Self::VetCfg,
            "vet.out" | "vet.stdout" => Self::VetOut,
            "coveragecfg" | "pkgcfg.txt" | "coveroutfiles.txt" => Self::CoverCfg,
            "_testmain.go" => Self::TestMain,
            "testlog.txt" => Self::TestLog,
            "_cgo_.o" => Self::CgoObject,
            "_cgo_gotypes.go" | "_cgo_import.go" => Self::CgoGo,
            "_cgo_export.c" | "_cgo_export.h" | "_cgo_main.c" | "_cgo_flags" | "preamble.h" => Self::CgoC,
            "null" | "NUL" if path == "/dev/null" || path == "NUL" => Self::Null,
            "-" => Self::Stdin,
            "$WORK" => Self::Work,
            "a.out" | "a.out.exe" => Self::Executable,
            _ if parent(trimmed) == "exe" && in_work => Self::Executable,
            _ if in_work && (is_dir || is_objdir(name)) => Self::Objdir,
            _ if is_cache_file(path) => Self::CacheData,
            "include" if parent(trimmed) == "pkg" => Self::Include,
            _ => Self::by_extension(name, in_work),
        }
    }

    fn by_extension(name: &str, in_work: bool) -> Self {
        let Some((stem, extension)) = name.rsplit_once('.') else { return Self::Other };
        // What stands before it in `main.cgo1.go` and `x.test.exe`.
        let inner = stem.rsplit_once('.').map_or("", |(_, inner)| inner);
        match extension {
            "go" if inner == "cgo1" => Self::CgoGo,
            "go" if in_work && (inner == "cover" || stem == "covervars") => Self::CoverGo,
            "c" if inner == "cgo2" => Self::CgoC,
            "go" => Self::GoSource,
            "s" | "S" | "sx" => Self::AsmSource,
            "c" | "cc" | "cpp" | "cxx" | "m" | "mm" | "f" | "F" | "for" | "f90" | "swig" | "swigcxx" => Self::CSource,
            "h" | "hh" | "hpp" | "hxx" => Self::Header,
            "a" => Self::Archive,
            "o" | "syso" | "obj" => Self::Object,
            "preprofile" => Self::Preprofile,
            "pgo" => Self::Profile,
            "test" => Self::TestBinary,
            "exe" if inner == "test" => Self::TestBinary,
            _ => Self::Other,
        }
    }
}

/// The last element of a path in `/` or `\`.
pub fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The element before the last one.
fn parent(path: &str) -> &str {
    base(path[..path.len() - base(path).len()].trim_end_matches(['/', '\\']))
}

fn is_objdir(name: &str) -> bool {
    name.strip_prefix('b').is_some_and(|digits| digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a path is one of a data file of the build cache: `8d/8d78…-d`, or a shortened one as `8d/8d78…-d`.
pub fn is_cache_file(path: &str) -> bool {
    let name = base(path);
    let Some(hash) = name.strip_suffix("-d") else { return false };
    let dir = path[..path.len() - name.len()].trim_end_matches(['/', '\\']);
    let digits = hash.trim_end_matches(['…', '.']);
    digits.len() >= 2 && digits.bytes().all(|b| b.is_ascii_hexdigit()) && base(dir) == &digits[..2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_names() {
        for (path, expected) in [
            ("$WORK/b001/importcfg.link", FileKind::LinkImportcfg),
            ("$WORK\\b001\\_pkg_.a", FileKind::Archive),
            ("/home/a/.cache/go-build/8d/8d78bed33aafbb83-d", FileKind::CacheData),
            ("$WORK/b001/exe/main", FileKind::Executable),
            ("$WORK/b001/", FileKind::Objdir),
            ("$WORK/b001", FileKind::Objdir),
            ("/usr/local/go/pkg/include", FileKind::Include),
            ("./main.go", FileKind::GoSource),
            ("$WORK/b003/main.cgo1.go", FileKind::CgoGo),
            ("$WORK/b003/main.cgo2.c", FileKind::CgoC),
            ("C:\\x\\a.test.exe", FileKind::TestBinary),
            ("/dev/null", FileKind::Null),
            ("include", FileKind::Other),
            ("", FileKind::Other),
        ] {
            assert_eq!(FileKind::of(path), expected, "{path}");
        }
    }
}
