//! Faults after they were checked against a program, and what they change for each package.

use super::kind::FaultSpec;
use crate::gobuild::origin::simulated;
use crate::gobuild::step::Step;
use crate::hash::{Hash, ShortId};
use crate::program::{PackageId, Program};

/// The faults of one build. They were checked against its program and can be combined.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub(super) faults: Vec<(FaultSpec, Fault)>,
}

/// One fault, with the packages of a certain program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A tool is run with wrong arguments for a package, or not at all.
    Tool(PackageId, Mistake),
    /// No archive and no executable gets a build ID.
    NoBuildId,
    /// There is no C compiler in PATH.
    NoCCompiler,
    /// A line of an importcfg is wrong.
    Import {
        /// The package whose importcfg it is.
        package: PackageId,
        /// The import whose line is wrong.
        dep: PackageId,
        /// What is wrong with the line.
        line: WrongLine,
    },
    /// A line of importcfg.link is wrong.
    Link {
        /// The package whose line is wrong.
        dep: PackageId,
        /// What is wrong with the line.
        line: WrongLine,
    },
    /// All importcfg lines for a package name its archive for this other architecture.
    ForeignArch(PackageId, &'static str),
    /// The linker gets this package in the place of main.
    NotMain(PackageId),
    /// The sources of a package have a mistake that the compiler or the linker finds.
    Source(PackageId, Slip),
    /// The go command fails while it loads packages, before it plans.
    Load(LoadFault),
}

/// What is done wrong when a package is compiled, assembled or packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Phase A is left out, and `-symabis` with it.
    NoSymabis,
    /// `-I $GOROOT/pkg/include` is missing.
    NoInclude,
    /// `-complete` is given although functions have no body.
    Complete,
    /// `-p` is missing for compiler and assembler.
    NoPath,
    /// Phase C is left out, and phase D with it.
    NoAssemble,
    /// Phase C leaves out the assembly file with this index.
    NoObject(u32),
    /// `-asmhdr` is missing, so `go_asm.h` stays empty.
    EmptyAsmHeader,
    /// `-I OBJ` is missing in phase C.
    NoAsmHeader,
    /// `-I OBJ` names another package's object directory in phase C.
    ForeignAsmHeader(PackageId),
    /// `-p` is missing in phase C.
    NoAsmPath,
    /// Phase D is left out.
    NoPack,
    /// Phase D is done twice.
    PackTwice,
}

impl Mistake {
    /// The letter of the phase that goes wrong.
    pub fn phase(self) -> char {
        match self {
            Self::NoSymabis | Self::NoInclude => 'A',
            Self::Complete | Self::NoPath => 'B',
            Self::NoAssemble
            | Self::NoObject(_)
            | Self::EmptyAsmHeader
            | Self::NoAsmHeader
            | Self::ForeignAsmHeader(_)
            | Self::NoAsmPath => 'C',
            Self::NoPack | Self::PackTwice => 'D',
        }
    }

    /// Whether the archive, if it is made at all, is the one of a correct build. Without symabis that depends on the
    /// sources, and was recorded.
    fn spares_archive(self) -> bool {
        match self {
            Self::NoInclude | Self::Complete | Self::EmptyAsmHeader | Self::NoAsmHeader | Self::ForeignAsmHeader(_) => {
                true
            }
            Self::NoSymabis
            | Self::NoPath
            | Self::NoAssemble
            | Self::NoObject(_)
            | Self::NoAsmPath
            | Self::NoPack
            | Self::PackTwice => false,
        }
    }

    /// Whether the compiler is run as in a correct build, and only what comes after it differs.
    pub fn spares_compiler(self) -> bool {
        match self {
            Self::NoAssemble
            | Self::NoObject(_)
            | Self::NoAsmHeader
            | Self::ForeignAsmHeader(_)
            | Self::EmptyAsmHeader
            | Self::NoPack
            | Self::PackTwice => true,
            Self::NoSymabis | Self::NoInclude | Self::Complete | Self::NoPath | Self::NoAsmPath => false,
        }
    }
}

/// What a line of an importcfg names instead of the right archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongLine {
    /// The line is left out.
    Dropped,
    /// A file that does not exist.
    Missing,
    /// A text file.
    NotAnArchive,
    /// The archive of another package.
    Of(PackageId),
    /// The package's archive for another architecture.
    OfArch(&'static str),
    /// The package's archive after a change that its importers were not compiled against.
    Changed {
        /// Whether the exported interface changed, or only a function body.
        interface: bool,
    },
}

/// A mistake in the sources of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// This import was added and nothing uses it.
    UnusedImport(PackageId),
    /// This import was removed although the source uses it.
    NotImported(PackageId),
    /// The first file ends with `}`.
    SyntaxError,
    /// The first file ends with `var _ int = "five"`.
    TypeError,
    /// The first file ends with `var _ = undefined1`.
    Undefined,
    /// The first file ends with `func missing()` and `func init() { missing() }`.
    Bodyless {
        /// Whether an empty assembly file is added.
        empty_s: bool,
    },
    /// The first function without a Go body got one, so it is defined in Go and in assembly.
    TwiceDefined,
    /// `func main` was removed.
    NoMain,
    /// The package clause is `package hello`.
    NotPackageMain,
}

/// What the go command finds wrong while it loads packages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// A package imports a path that does not exist.
    MissingImport(PackageId, String),
    /// The first package imports the second, which depends on the first. Both may be the same package.
    Cycle(PackageId, PackageId),
    /// A second file in the directory of the package has another package clause.
    TwoNames(PackageId),
    /// There is no go.mod, and the build names no files.
    NoGoMod,
}

impl Faults {
    /// Whether the build has no faults.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// All faults, each as written and as checked.
    pub fn iter(&self) -> impl Iterator<Item = &(FaultSpec, Fault)> {
        self.faults.iter()
    }

    /// Whether this mistake is made with a package.
    pub fn has(&self, package: PackageId, mistake: Mistake) -> bool {
        self.mistakes(package).any(|made| made == mistake)
    }

    /// The mistakes made with a package.
    pub fn mistakes(&self, package: PackageId) -> impl Iterator<Item = Mistake> {
        self.iter().filter_map(move |(_, fault)| match fault {
            Fault::Tool(at, mistake) if *at == package => Some(*mistake),
            _ => None,
        })
    }

    /// The mistake in the sources of a package, if there is one.
    pub fn slip(&self, package: PackageId) -> Option<Slip> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Source(at, slip) if *at == package => Some(*slip),
            _ => None,
        })
    }

    /// What is wrong with the line for package `of` in an importer's importcfg.
    pub fn import_line(&self, importer: PackageId, of: PackageId) -> Option<WrongLine> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Import { package, dep, line } if (*package, *dep) == (importer, of) => Some(*line),
            Fault::ForeignArch(package, arch) if *package == of => Some(WrongLine::OfArch(arch)),
            _ => None,
        })
    }

    /// What is wrong with the line for a package in importcfg.link.
    pub fn link_line(&self, of: PackageId) -> Option<WrongLine> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Link { dep, line } if *dep == of => Some(*line),
            Fault::ForeignArch(package, arch) if *package == of => Some(WrongLine::OfArch(arch)),
            _ => None,
        })
    }

    /// The package that the linker gets in the place of main.
    pub fn not_main(&self) -> Option<PackageId> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::NotMain(package) => Some(*package),
            _ => None,
        })
    }

    /// Whether archives and executable get no build IDs.
    pub fn no_build_ids(&self) -> bool {
        self.iter().any(|(_, fault)| *fault == Fault::NoBuildId)
    }

    /// Whether there is no C compiler.
    pub fn no_c_compiler(&self) -> bool {
        self.iter().any(|(_, fault)| *fault == Fault::NoCCompiler)
    }

    /// The fault that stops the go command while it loads packages.
    pub fn load(&self) -> Option<&LoadFault> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Load(fault) => Some(fault),
            _ => None,
        })
    }

    /// The faults that change how a package is built, as written.
    pub fn concerning(&self, program: &Program, package: PackageId) -> Vec<String> {
        let concerns = |fault: &Fault| match fault {
            Fault::Tool(at, _) | Fault::Source(at, _) | Fault::Import { package: at, .. } => *at == package,
            Fault::ForeignArch(of, _) => program.package(package).imports.contains(of),
            Fault::NoBuildId => true,
            // Their action IDs cover the version of the C compiler.
            Fault::NoCCompiler => program.package(package).uses_cgo(),
            Fault::Link { .. } | Fault::NotMain(_) | Fault::Load(_) => false,
        };
        self.iter().filter(|(_, fault)| concerns(fault)).map(|(spec, _)| spec.to_string()).collect()
    }

    /// The faults that change how the program is linked, as written.
    pub fn concerning_link(&self) -> Vec<String> {
        let concerns = |fault: &Fault| {
            matches!(fault, Fault::Link { .. } | Fault::ForeignArch(..) | Fault::NotMain(_) | Fault::NoBuildId)
        };
        self.iter().filter(|(_, fault)| concerns(fault)).map(|(spec, _)| spec.to_string()).collect()
    }

    /// The action hash of a package under its faults. It differs from the real one, so that the cached result of a
    /// correct build does not hide the fault, and a correct build does not use the result of a faulty one.
    pub fn mark(&self, program: &Program, package: PackageId, action: Hash) -> Hash {
        let mark = |marked: Hash, fault: String| simulated("fault", &[&marked.0, fault.as_bytes()]);
        self.concerning(program, package).into_iter().fold(action, mark)
    }

    /// Whether a fault changes how a package is built, so that its result must not be reused.
    pub fn concern(&self, program: &Program, package: PackageId) -> bool {
        !self.is_empty() && !self.concerning(program, package).is_empty()
    }

    /// Whether the faults change the archive of a package, if it is made at all. Wrong headers and importcfg lines
    /// either stop a tool or make no difference, and a content ID does not cover build IDs.
    pub fn alter_archive(&self, program: &Program, package: PackageId) -> bool {
        self.iter().any(|(_, fault)| match fault {
            // Whether symabis makes a difference, also to the archives of importers, was recorded.
            Fault::Tool(at, Mistake::NoSymabis) => match changed_without_symabis(program, *at) {
                Some(changed) => changed.contains(&program.package(package).import_path),
                None => *at == package,
            },
            Fault::Source(at, _) => *at == package,
            Fault::Tool(at, mistake) => *at == package && !mistake.spares_archive(),
            _ => false,
        })
    }

    /// A value that makes the action hash of a faulty link differ from that of a correct one.
    pub fn mark_link(&self) -> Option<ShortId> {
        let wrong = self.concerning_link();
        (!wrong.is_empty()).then(|| simulated("fault", &[wrong.join(" ").as_bytes()]).short())
    }

    /// Whether the pack step runs. `assembles` tells whether any file is assembled. If faults leave out all of them,
    /// ready-made objects are not packed either.
    fn packs(&self, package: PackageId, assembles: bool) -> bool {
        let mistaken = self.has(package, Mistake::NoPack) || self.leaves_out_objects(package);
        !mistaken || (assembles && !self.has(package, Mistake::NoPack))
    }

    fn leaves_out_objects(&self, package: PackageId) -> bool {
        self.mistakes(package).any(|mistake| matches!(mistake, Mistake::NoAssemble | Mistake::NoObject(_)))
    }

    /// Whether no object gets into the archive of a package with this number of assembly files.
    pub fn packs_nothing(&self, package: PackageId, assembly_files: usize) -> bool {
        let left_out = self.mistakes(package).filter(|mistake| matches!(mistake, Mistake::NoObject(_))).count();
        let assembles = !self.has(package, Mistake::NoAssemble) && left_out < assembly_files;
        !self.packs(package, assembles)
    }

    /// Removes the steps that the faults leave out, and repeats those that they repeat.
    pub fn spoil(&self, package: PackageId, steps: &mut Vec<Step>) {
        for mistake in self.mistakes(package) {
            match mistake {
                Mistake::NoSymabis => steps.retain(|step| *step != Step::ScanAssembly),
                Mistake::NoAssemble => steps.retain(|step| !matches!(step, Step::Assemble(_))),
                Mistake::NoObject(number) => steps.retain(|step| *step != Step::Assemble(number)),
                Mistake::PackTwice => {
                    if let Some(at) = steps.iter().position(|step| *step == Step::Pack) {
                        steps.insert(at, Step::Pack);
                    }
                }
                _ => {}
            }
        }
        if !self.packs(package, steps.iter().any(|step| matches!(step, Step::Assemble(_)))) {
            steps.retain(|step| *step != Step::Pack);
        }
        if self.no_build_ids() {
            steps.retain(|step| *step != Step::StampBuildId);
        }
    }
}

/// Import paths of the archives that differ if a package is compiled without symabis; `None` if that was not recorded.
fn changed_without_symabis(program: &Program, package: PackageId) -> Option<&Vec<String>> {
    let facts = program.sources.of(&program.package(package).import_path)?;
    facts.assembly.as_ref()?.link.changed_without_symabis.as_ref()
}
