//! The tools whose commands a log shows, and their flags in all releases.
//!
//! A row of a table is the name of a flag and what it takes: nothing, `=` a value behind `=` or as the next word, `*` the
//! rest of the same word (as `-O2` of a C compiler), `~` that or the next word (as `-I`). What flags mean is said in the
//! words of the course.

use serde::Serialize;

use super::flag_names::{ASM, CGO, COMPILE, COVDATA, LINK, TEST, VET};
use super::flag_names_of_c::CC;

/// A program that the go command runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tool {
    /// The compiler.
    Compile,
    /// The assembler.
    Asm,
    /// The linker.
    Link,
    /// Puts object files into an archive.
    Pack,
    /// Reads and writes build IDs.
    Buildid,
    /// Translates files with `import "C"`.
    Cgo,
    /// Finds mistakes that compile.
    Vet,
    /// Rewrites sources so that they count what is run.
    Cover,
    /// Merges and prints coverage data.
    Covdata,
    /// Prepares a CPU profile for the compiler.
    Preprofile,
    /// Any other tool of the toolchain.
    Other,
    /// A C compiler: gcc, clang, and their like.
    Cc,
    /// Makes archives of C objects.
    Ar,
    /// Tells the flags of C libraries.
    PkgConfig,
    /// Generates wrappers for C and C++ libraries.
    Swig,
    /// Version control.
    Git,
    /// The executable that was built.
    Program,
    /// A test that was built.
    Test,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::Compile,
        Self::Asm,
        Self::Link,
        Self::Pack,
        Self::Buildid,
        Self::Cgo,
        Self::Vet,
        Self::Cover,
        Self::Covdata,
        Self::Preprofile,
        Self::Other,
        Self::Cc,
        Self::Ar,
        Self::PkgConfig,
        Self::Swig,
        Self::Git,
        Self::Program,
        Self::Test,
    ];

    /// Its name, as in the JSON and in tables of words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compile => "compile",
            Self::Asm => "asm",
            Self::Link => "link",
            Self::Pack => "pack",
            Self::Buildid => "buildid",
            Self::Cgo => "cgo",
            Self::Vet => "vet",
            Self::Cover => "cover",
            Self::Covdata => "covdata",
            Self::Preprofile => "preprofile",
            Self::Other => "other",
            Self::Cc => "cc",
            Self::Ar => "ar",
            Self::PkgConfig => "pkgconfig",
            Self::Swig => "swig",
            Self::Git => "git",
            Self::Program => "program",
            Self::Test => "test",
        }
    }

    /// A tool of the toolchain by its name.
    pub fn of_toolchain(name: &str) -> Self {
        // Those of the toolchain come first.
        let mut tools = Self::ALL.into_iter().take_while(|tool| *tool != Self::Other);
        tools.find(|tool| tool.name() == name).unwrap_or(Self::Other)
    }

    /// Its flags: see the module.
    pub fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Compile => COMPILE,
            Self::Asm => ASM,
            Self::Link => LINK,
            Self::Buildid => &["w"],
            Self::Cgo => CGO,
            Self::Vet => VET,
            Self::Cover => &["V*", "func=", "html=", "mode=", "o=", "outfilelist=", "pkgcfg=", "var="],
            Self::Covdata => COVDATA,
            Self::Preprofile => &["V*", "i=", "o="],
            Self::Cc => CC,
            Self::PkgConfig => &["-cflags", "-libs", "-static", "-"],
            Self::Swig => &["go", "cgo", "intgosize=", "module=", "o=", "outdir=", "soname=", "c++", "I*"],
            Self::Git => &["c=", "-porcelain", "-format=", "-no-show-signature", "1", "s"],
            Self::Test => TEST,
            Self::Pack | Self::Other | Self::Ar | Self::Program => &[],
        }
    }

    /// Whether a flag with this name and value is turned off. Only tools of Go have such flags.
    pub fn turns_off(self, name: &str, value: Option<&str>) -> bool {
        let of_go = !matches!(self, Self::PkgConfig | Self::Git | Self::Cc | Self::Swig);
        // -test.v is one, too, that takes the name of a format as well.
        let is_switch = || {
            let mut rows = self.flags().iter().map(|row| Flag::of(row));
            name == "test.v" || rows.any(|flag| flag.name == name && flag.takes == Takes::Nothing)
        };
        of_go && value.is_some_and(is_false) && is_switch()
    }

    /// The row of a flag as it is written, without its value: name, and what it takes.
    pub fn flag(self, written: &str) -> Option<Flag> {
        let name = written.strip_prefix('-')?;
        // The tools of Go take two dashes for one.
        let name = if matches!(self, Self::PkgConfig | Self::Git | Self::Cc) {
            name
        } else {
            name.strip_prefix('-').unwrap_or(name)
        };
        let rows = || self.flags().iter().map(|row| Flag::of(row));
        let (before, has_value) = name.split_once('=').map_or((name, false), |(before, _)| (before, true));
        let exact =
            rows().find(|flag| flag.name == name || (has_value && flag.name == before && !flag.takes.is_rest()));
        // Of several the longest one is meant: `-fsanitize=` and not `-f`.
        exact.or_else(|| {
            rows().filter(|flag| flag.takes.is_rest() && name.starts_with(flag.name)).max_by_key(|flag| flag.name.len())
        })
    }
}

/// Whether a value turns a flag off, as package flag of Go and the counts of its tools read it: `-s=false`, `-w=0`.
fn is_false(value: &str) -> bool {
    matches!(value, "0" | "f" | "F" | "false" | "False" | "FALSE")
}

/// What comes with a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing, or `=false`.
    Nothing,
    /// A value.
    Value,
    /// The rest of the word.
    Rest,
    /// The rest of the word; where that is empty, the next word.
    RestOrNext,
}

impl Takes {
    /// Whether the value can be the rest of the word.
    fn is_rest(self) -> bool {
        matches!(self, Self::Rest | Self::RestOrNext)
    }
}

/// A row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its name without dash.
    pub name: &'static str,
    /// What comes with it.
    pub takes: Takes,
}

impl Flag {
    /// Reads a row.
    pub fn of(row: &'static str) -> Self {
        let marks = [('=', Takes::Value), ('*', Takes::Rest), ('~', Takes::RestOrNext)];
        let marked = marks.into_iter().find_map(|(mark, takes)| Some(Self { name: row.strip_suffix(mark)?, takes }));
        marked.unwrap_or(Self { name: row, takes: Takes::Nothing })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_found_as_they_are_written() {
        for (tool, written, expected) in [
            (Tool::Compile, "-c=4", Some("c")),
            (Tool::Compile, "-complete", Some("complete")),
            (Tool::Compile, "-dwarf=false", Some("dwarf")),
            (Tool::Compile, "-notthere", None),
            (Tool::Link, "-X=a.b=c", Some("X")),
            (Tool::Link, "--s", Some("s")),
            (Tool::Cc, "-O2", Some("O")),
            (Tool::Cc, "-fsanitize=address", Some("fsanitize=")),
            (Tool::Cc, "-fno-common", Some("fno-common")),
            (Tool::Cc, "-fwrapv", Some("f")),
            (Tool::Cc, "-I/usr/include", Some("I")),
            (Tool::Cc, "--version", Some("-version")),
            (Tool::PkgConfig, "--libs", Some("-libs")),
            (Tool::Test, "-test.timeout=10m0s", Some("test.timeout")),
        ] {
            assert_eq!(tool.flag(written).map(|flag| flag.name), expected, "{written}");
        }
    }

    #[test]
    fn switches_are_turned_off() {
        for (tool, name, value, expected) in [
            (Tool::Compile, "complete", Some("false"), true),
            (Tool::Link, "w", Some("0"), true),
            (Tool::Vet, "unsafeptr", Some("F"), true),
            (Tool::Test, "test.short", Some("False"), true),
            (Tool::Test, "test.v", Some("false"), true),
            (Tool::Test, "test.v", Some("test2json"), false),
            (Tool::Compile, "l", Some("4"), false),
            (Tool::Link, "s", Some("true"), false),
            (Tool::Link, "s", None, false),
            (Tool::Compile, "c", Some("0"), false),
            (Tool::Cc, "O", Some("0"), false),
        ] {
            assert_eq!(tool.turns_off(name, value), expected, "{name} {value:?}");
        }
    }

    #[test]
    fn no_tool_has_a_flag_twice() {
        for tool in Tool::ALL {
            let mut names: Vec<_> = tool.flags().iter().map(|row| Flag::of(row).name).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{tool:?}");
        }
    }
}
