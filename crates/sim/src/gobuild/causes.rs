//! Why a build fails, or does not.

use serde::Serialize;

use super::faults::{Fault, Mistake, Slip, WrongLine};

/// Why a tool or the go command fails, or why a fault goes unnoticed. The fields name packages, files and paths as a
/// person writes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are what their names say")]
pub enum Cause {
    /// The compiler knows of no function with the assembly's convention where it must have one.
    NoSymabisCompile { package: String },
    /// Go calls with one convention what assembly defines with the other.
    NoSymabisLink { package: String },
    /// The archive has Go code only.
    NoObjects { package: String },
    /// One object is missing.
    NoObject { package: String, file: String },
    /// Every assembly function is there twice.
    PackedTwice { package: String },
    /// -complete promised what is not so.
    MissingBodies { package: String },
    /// A function has a body in both languages.
    DefinedTwice { package: String },
    /// The header is the one for the scan.
    EmptyHeader { package: String, file: String },
    /// The header is that of another package.
    ForeignHeader { package: String, file: String },
    /// No header on the include path.
    NoHeader { package: String, file: String },
    /// The toolchain's headers are not on the include path.
    NoInclude { package: String },
    /// The compiler is not told where an import is.
    ImportDropped { package: String, dep: String },
    /// importcfg names nothing.
    ArchiveMissing { package: String, dep: String, path: String },
    /// importcfg names the wrong archive.
    WrongArchive { package: String, dep: String, other: String },
    /// An archive does not know its path.
    NamelessArchive { package: String },
    /// importcfg names a text.
    NotAnArchive { package: String, dep: String },
    /// The cached archive is none any more.
    SpoiledCache { package: String },
    /// The archive is for another architecture.
    ForeignArch { dep: String, arch: String, goarch: String },
    /// The linker is not told where a package is.
    LinkDropped { dep: String },
    /// importcfg.link names nothing.
    LinkMissing { dep: String, path: String },
    /// The interface changed after an importer was compiled.
    Fingerprint { dep: String, importer: String },
    /// The linker was given a package that is no program.
    NotMain { package: String },
    /// Assembly asks for a convention that is the business of the runtime's packages, and does not say which it is.
    AbiWithoutPath { package: String, file: String },
    /// A directive is the business of the runtime's packages, and the compiler does not know that this is one of them.
    DirectiveWithoutPath { package: String },
    /// An object does not know its package.
    Unlinkable { package: String },
    /// The source is no Go.
    SyntaxError { package: String },
    /// A value does not fit its type.
    TypeError { package: String },
    /// A name is declared nowhere.
    Undefined { package: String },
    /// An import is not used.
    UnusedImport { package: String, path: String },
    /// A package is used without import.
    NotImported { package: String, path: String },
    /// A function has no body anywhere.
    BodylessLink { package: String },
    /// There is no func main.
    NoMain,
    /// An import leads nowhere.
    MissingImport { package: String, path: String },
    /// Imports form a cycle.
    Cycle { from: String, to: String },
    /// Two packages in one directory.
    TwoNames { package: String },
    /// There is no module.
    NoGoMod,
    /// The result cannot be put where it should.
    Output,
    /// The line of runtime is not needed to compile.
    HarmlessRuntimeLine { package: String },
    /// Build IDs are for the go command.
    HarmlessBuildIds,
    /// The fingerprint does not cover bodies.
    HarmlessBody { package: String },
    /// Nothing of it is reached.
    HarmlessAssembly { package: String },
    /// main is main without being told.
    HarmlessPath { package: String },
    /// The flag says what is so.
    HarmlessCompile { package: String },
    /// What is not main is not linked.
    HarmlessArchive,
}

impl Cause {
    /// Why a fault did no harm.
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
            Fault::Tool(package, _)
            | Fault::Source(package, _)
            | Fault::Link { dep: package, .. }
            | Fault::ForeignArch(package, _)
            | Fault::NotMain(package) => Self::HarmlessCompile { package: name(*package) },
            Fault::Load(_) => Self::NoGoMod,
        }
    }
}
