//! The names of all faults, and how they are written on the command line and in lessons: `name=VALUE:VALUE`.

use std::fmt;
use std::str::FromStr;

use super::error::FaultError;
use crate::suggest;

/// Every kind of fault. The lines below are in brief what `gostep build --help` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// The scan of assembly (phase A) is left out, so the compiler gets no symabis.
    NoSymabis,
    /// The assembler (phase C) is left out.
    NoAssemble,
    /// One file is not assembled.
    NoObject,
    /// Packing the objects (phase D) is left out.
    NoPack,
    /// The objects are packed twice.
    PackTwice,
    /// `-complete` for a package that has functions without body.
    Complete,
    /// Compiled without `-asmhdr`.
    EmptyAsmHeader,
    /// Assembled without `-I OBJ`.
    NoAsmHeader,
    /// Assembled with `-I` of another package.
    ForeignAsmHeader,
    /// Assembled without `-I $GOROOT/pkg/include`.
    NoInclude,
    /// Compiled and assembled without `-p`.
    NoPath,
    /// Assembled without `-p`.
    NoAsmPath,
    /// Archives and executable get no build IDs.
    NoBuildId,
    /// There is no C compiler in PATH.
    NoCCompiler,
    /// A line of importcfg is missing.
    DropImport,
    /// A line of importcfg names no file.
    MissingArchive,
    /// A line of importcfg names another package's archive.
    WrongArchive,
    /// A line of importcfg names a text file.
    NotAnArchive,
    /// All lines for a package name an archive for another architecture.
    ForeignArch,
    /// A line of importcfg.link is missing.
    DropLink,
    /// A line of importcfg.link names no file.
    MissingLink,
    /// A line of importcfg.link names an archive with another interface.
    StaleMain,
    /// A line of importcfg.link names an archive with another function body.
    StaleBody,
    /// The linker is given another package as main.
    NotMain,
    /// An import that nothing uses.
    UnusedImport,
    /// A use of a package without its import.
    NotImported,
    /// The source has one brace too many.
    SyntaxError,
    /// A string constant is assigned to an int.
    TypeError,
    /// A name that nothing declares.
    Undefined,
    /// A function without body that is defined nowhere.
    Bodyless,
    /// The same, with an empty assembly file in the package.
    BodylessWithEmptyS,
    /// A function that is defined in Go and in assembly.
    TwiceDefined,
    /// No func main.
    NoMain,
    /// Another name in main's package clause.
    NotPackageMain,
    /// An import that does not exist.
    MissingImport,
    /// An import that closes a cycle.
    Cycle,
    /// A package that imports itself.
    SelfImport,
    /// Two package names in one directory.
    TwoNames,
    /// No go.mod.
    NoGoMod,
}

impl FaultKind {
    /// All faults in the order of a build: tools first, then sources, then what the go command finds while loading.
    pub const ALL: [Self; 39] = [
        Self::NoSymabis,
        Self::NoAssemble,
        Self::NoObject,
        Self::NoPack,
        Self::PackTwice,
        Self::Complete,
        Self::EmptyAsmHeader,
        Self::NoAsmHeader,
        Self::ForeignAsmHeader,
        Self::NoInclude,
        Self::NoPath,
        Self::NoAsmPath,
        Self::NoBuildId,
        Self::NoCCompiler,
        Self::DropImport,
        Self::MissingArchive,
        Self::WrongArchive,
        Self::NotAnArchive,
        Self::ForeignArch,
        Self::DropLink,
        Self::MissingLink,
        Self::StaleMain,
        Self::StaleBody,
        Self::NotMain,
        Self::UnusedImport,
        Self::NotImported,
        Self::SyntaxError,
        Self::TypeError,
        Self::Undefined,
        Self::Bodyless,
        Self::BodylessWithEmptyS,
        Self::TwiceDefined,
        Self::NoMain,
        Self::NotPackageMain,
        Self::MissingImport,
        Self::Cycle,
        Self::SelfImport,
        Self::TwoNames,
        Self::NoGoMod,
    ];

    /// Its name, its values, and one line for `--help`.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NoSymabis => ("no-symabis", "PKG", "leave out phase A: no symabis for the compiler"),
            Self::NoAssemble => ("no-assemble", "PKG", "leave out phase C: no objects, so no pack"),
            Self::NoObject => ("no-object", "PKG:FILE.s", "leave out one object"),
            Self::NoPack => ("no-pack", "PKG", "leave out phase D: the objects stay outside the archive"),
            Self::PackTwice => ("pack-twice", "PKG", "append the objects twice"),
            Self::Complete => ("complete", "PKG", "promise with -complete that every function has a body"),
            Self::EmptyAsmHeader => ("empty-asmhdr", "PKG", "assemble with the empty go_asm.h of phase A"),
            Self::NoAsmHeader => ("no-asmhdr", "PKG", "assemble without a go_asm.h on the include path"),
            Self::ForeignAsmHeader => ("foreign-asmhdr", "PKG:OTHER", "assemble with the go_asm.h of another package"),
            Self::NoInclude => ("no-include", "PKG", "run the assembler without -I $GOROOT/pkg/include"),
            Self::NoPath => ("no-p", "PKG", "compile and assemble without -p"),
            Self::NoAsmPath => ("no-asm-p", "PKG", "assemble without -p"),
            Self::NoBuildId => ("no-buildid", "", "build without any build ID"),
            Self::NoCCompiler => ("no-cc", "", "build with cgo without a C compiler in PATH"),
            Self::DropImport => ("drop-import", "PKG:DEP", "leave the line of DEP out of PKG's importcfg"),
            Self::MissingArchive => ("missing-archive", "PKG:DEP", "PKG's importcfg names a file that is not there"),
            Self::WrongArchive => ("wrong-archive", "PKG:DEP:OTHER", "PKG's importcfg has OTHER's archive for DEP"),
            Self::NotAnArchive => ("not-an-archive", "PKG:DEP", "PKG's importcfg names a text file for DEP"),
            Self::ForeignArch => ("foreign-arch", "PKG:ARCH", "PKG's archive is one for another architecture"),
            Self::DropLink => ("drop-link", "DEP", "leave the line of DEP out of importcfg.link"),
            Self::MissingLink => ("missing-link", "DEP", "importcfg.link names a file that is not there"),
            Self::StaleMain => ("stale-main", "PKG", "change PKG's interface after its importers were compiled"),
            Self::StaleBody => ("stale-body", "PKG", "change a body in PKG after its importers were compiled"),
            Self::NotMain => ("not-main", "PKG", "give the linker PKG's archive in place of main's"),
            Self::UnusedImport => ("unused-import", "PKG:PATH", "PKG imports PATH and does not use it"),
            Self::NotImported => ("not-imported", "PKG:PATH", "PKG uses PATH without its import"),
            Self::SyntaxError => ("syntax-error", "PKG", "a closing brace too many at the end of PKG's first file"),
            Self::TypeError => ("type-error", "PKG", "a string where an int belongs, at the end of PKG's first file"),
            Self::Undefined => ("undefined", "PKG", "a name that nothing declares, at the end of PKG's first file"),
            Self::Bodyless => ("bodyless", "PKG", "declare a function without body in PKG, and call it from init"),
            Self::BodylessWithEmptyS => {
                ("bodyless-with-empty-s", "PKG", "the same, with an empty .s file in the package")
            }
            Self::TwiceDefined => ("twice-defined", "PKG", "give a function of PKG's assembly a body in Go too"),
            Self::NoMain => ("no-main", "", "package main without func main"),
            Self::NotPackageMain => ("not-package-main", "", "main's package clause says `package hello`"),
            Self::MissingImport => ("missing-import", "PKG:PATH", "PKG imports PATH, which does not exist"),
            Self::Cycle => ("cycle", "A:B", "A imports B, which depends on A"),
            Self::SelfImport => ("self-import", "PKG", "PKG imports itself"),
            Self::TwoNames => ("two-names", "PKG", "a second file in PKG's directory has another package name"),
            Self::NoGoMod => ("no-go-mod", "", "go build without go.mod and without file names"),
        }
    }

    /// Its name, as in `no-object`.
    pub fn name(self) -> &'static str {
        self.words().0
    }

    /// The values that it takes, as a usage line shows them; empty if it takes none.
    pub fn values(self) -> &'static str {
        self.words().1
    }

    /// One line that says what is done wrong.
    pub fn help(self) -> &'static str {
        self.words().2
    }

    /// Where in a build it is made.
    pub fn stage(self) -> FaultStage {
        match self {
            kind if kind >= Self::MissingImport => FaultStage::Loading,
            kind if kind >= Self::UnusedImport => FaultStage::Sources,
            _ => FaultStage::Tools,
        }
    }

    /// All faults, with one line of help each.
    pub fn list() -> String {
        let width = Self::ALL.iter().map(|kind| kind.usage().len()).max().unwrap_or_default();
        let lines: Vec<String> =
            Self::ALL.iter().map(|kind| format!("{:width$}  {}", kind.usage(), kind.help())).collect();
        lines.join("\n")
    }

    /// Its full form, as in `no-object=PKG:FILE.s`.
    pub fn usage(self) -> String {
        let values = self.values();
        if values.is_empty() { self.name().to_owned() } else { format!("{}={values}", self.name()) }
    }
}

/// Where in a build a fault is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultStage {
    /// In how a tool is run.
    Tools,
    /// In the sources that it reads.
    Sources,
    /// In what the go command loads before any tool runs.
    Loading,
}

/// A fault as written, not yet checked against a program.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FaultSpec {
    /// What is done wrong.
    pub kind: FaultKind,
    /// Its values, as many as the kind takes.
    pub values: Vec<String>,
}

impl FromStr for FaultSpec {
    type Err = FaultError;

    fn from_str(text: &str) -> Result<Self, FaultError> {
        let (name, values) = text.split_once('=').unwrap_or((text, ""));
        let kind = FaultKind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
            let names = FaultKind::ALL.iter().map(|kind| kind.name());
            FaultError::UnknownName { name: name.to_owned(), hint: suggest::did_you_mean(name, names) }
        })?;
        let values: Vec<String> =
            if values.is_empty() { Vec::new() } else { values.split(':').map(str::to_owned).collect() };
        let wanted = if kind.values().is_empty() { 0 } else { kind.values().split(':').count() };
        if values.len() != wanted || values.iter().any(String::is_empty) {
            return Err(FaultError::Values { fault: text.to_owned(), usage: kind.usage() });
        }
        Ok(Self { kind, values })
    }
}

impl fmt::Display for FaultSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.name())?;
        if self.values.is_empty() { Ok(()) } else { write!(f, "={}", self.values.join(":")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_printed_as_it_is_written() {
        for kind in FaultKind::ALL {
            let text = kind.usage();
            assert_eq!(text.parse::<FaultSpec>().unwrap().to_string(), text);
            assert!(kind.help().len() < 80, "{text}");
        }
    }

    #[test]
    fn what_is_written_wrongly_is_answered_with_what_is_right() {
        let error = |text: &str| text.parse::<FaultSpec>().unwrap_err().to_string();
        assert_eq!(
            error("no-symabi=p"),
            r#"there is no fault "no-symabi" (did you mean "no-symabis"?); `gostep build --help` lists all"#
        );
        assert_eq!(error("no-symabis"), "no-symabis: write it as no-symabis=PKG");
        assert_eq!(error("no-main=x"), "no-main=x: write it as no-main");
        assert_eq!(error("no-object=p:"), "no-object=p:: write it as no-object=PKG:FILE.s");
    }
}
