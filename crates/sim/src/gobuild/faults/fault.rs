//! Faults as they were checked against a program, and what they say of each package.

use super::kind::FaultSpec;
use crate::gobuild::origin::simulated;
use crate::gobuild::step::Step;
use crate::hash::{Hash, ShortId};
use crate::program::{PackageId, Program};

/// Faults that were checked against a program and go together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub(super) faults: Vec<(FaultSpec, Fault)>,
}

/// A fault of a certain program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A tool is run wrongly on a package, or not at all.
    Tool(PackageId, Mistake),
    /// Nothing gets a build ID.
    NoBuildId,
    /// A line of a package's importcfg is wrong.
    Import {
        /// Whose importcfg.
        package: PackageId,
        /// Whose line.
        dep: PackageId,
        /// What is wrong with it.
        line: WrongLine,
    },
    /// A line of importcfg.link is wrong.
    Link {
        /// Whose line.
        dep: PackageId,
        /// What is wrong with it.
        line: WrongLine,
    },
    /// All lines for a package name an archive for this architecture.
    ForeignArch(PackageId, &'static str),
    /// The linker is given this package as main.
    NotMain(PackageId),
    /// The sources of a package are wrong in a way that its compiler or the linker sees.
    Source(PackageId, Slip),
    /// The go command does not get as far as planning.
    Load(LoadFault),
}

/// What is done wrong when a package is compiled or assembled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// Phase A is left out, and `-symabis` with it.
    NoSymabis,
    /// `-I $GOROOT/pkg/include` is left out.
    NoInclude,
    /// `-complete` is given.
    Complete,
    /// `-p` is left out.
    NoPath,
    /// Phase C is left out, and phase D with it.
    NoAssemble,
    /// Phase C is left out for the n-th file.
    NoObject(u32),
    /// `-asmhdr` is left out, so that `go_asm.h` stays empty.
    EmptyAsmHeader,
    /// `-I OBJ` is left out in phase C.
    NoAsmHeader,
    /// `-I OBJ` names another package's object directory in phase C.
    ForeignAsmHeader(PackageId),
    /// `-p` is left out in phase C.
    NoAsmPath,
    /// Phase D is left out.
    NoPack,
    /// Phase D is done twice.
    PackTwice,
}

impl Mistake {
    /// Letter of the phase that goes wrong.
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
}

/// What a line of an importcfg names in place of the archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WrongLine {
    /// The line is not there.
    Dropped,
    /// A file that does not exist.
    Missing,
    /// A file that is no archive.
    NotAnArchive,
    /// The archive of another package.
    Of(PackageId),
    /// The package's archive for another architecture.
    OfArch(&'static str),
    /// The package's archive after a change that importers have not seen.
    Changed {
        /// Whether what importers see changed, or only a body.
        interface: bool,
    },
}

/// What is wrong with the sources of a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// This import is not used.
    UnusedImport(PackageId),
    /// The line of this import is gone.
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
    /// The first function without body has one.
    TwiceDefined,
    /// `func main` is gone.
    NoMain,
    /// The package clause is `package hello`.
    NotPackageMain,
}

/// What the go command sees before it plans anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// An import of a path that leads nowhere.
    MissingImport(PackageId, String),
    /// The first imports the second, which depends on the first. Both may be the same.
    Cycle(PackageId, PackageId),
    /// A second file in the package's directory is of another package.
    TwoNames(PackageId),
    /// There is no go.mod, and no file is named.
    NoGoMod,
}

impl Faults {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }

    /// All faults, as written and as understood.
    pub fn iter(&self) -> impl Iterator<Item = &(FaultSpec, Fault)> {
        self.faults.iter()
    }

    /// Whether a tool is misused in this way on a package.
    pub fn has(&self, package: PackageId, mistake: Mistake) -> bool {
        self.mistakes(package).any(|made| made == mistake)
    }

    /// How tools are misused on a package.
    pub fn mistakes(&self, package: PackageId) -> impl Iterator<Item = Mistake> {
        self.iter().filter_map(move |(_, fault)| match fault {
            Fault::Tool(at, mistake) if *at == package => Some(*mistake),
            _ => None,
        })
    }

    /// What is wrong with the sources of a package.
    pub fn slip(&self, package: PackageId) -> Option<Slip> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Source(at, slip) if *at == package => Some(*slip),
            _ => None,
        })
    }

    /// What is wrong with the line of a package in an importer's importcfg.
    pub fn import_line(&self, importer: PackageId, of: PackageId) -> Option<WrongLine> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Import { package, dep, line } if (*package, *dep) == (importer, of) => Some(*line),
            Fault::ForeignArch(package, arch) if *package == of => Some(WrongLine::OfArch(arch)),
            _ => None,
        })
    }

    /// What is wrong with the line of a package in importcfg.link.
    pub fn link_line(&self, of: PackageId) -> Option<WrongLine> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Link { dep, line } if *dep == of => Some(*line),
            Fault::ForeignArch(package, arch) if *package == of => Some(WrongLine::OfArch(arch)),
            _ => None,
        })
    }

    /// The package that the linker is given as main, if it is the wrong one.
    pub fn not_main(&self) -> Option<PackageId> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::NotMain(package) => Some(*package),
            _ => None,
        })
    }

    /// Whether build IDs are left out.
    pub fn no_build_ids(&self) -> bool {
        self.iter().any(|(_, fault)| *fault == Fault::NoBuildId)
    }

    /// What keeps the go command from planning.
    pub fn load(&self) -> Option<&LoadFault> {
        self.iter().find_map(|(_, fault)| match fault {
            Fault::Load(fault) => Some(fault),
            _ => None,
        })
    }

    /// The faults with which a package is built wrongly, as written.
    pub fn concerning(&self, program: &Program, package: PackageId) -> Vec<String> {
        let concerns = |fault: &Fault| match fault {
            Fault::Tool(at, _) | Fault::Source(at, _) | Fault::Import { package: at, .. } => *at == package,
            Fault::ForeignArch(of, _) => program.package(package).imports.contains(of),
            Fault::NoBuildId => true,
            Fault::Link { .. } | Fault::NotMain(_) | Fault::Load(_) => false,
        };
        self.iter().filter(|(_, fault)| concerns(fault)).map(|(spec, _)| spec.to_string()).collect()
    }

    /// The faults with which the program is linked wrongly, as written.
    pub fn concerning_link(&self) -> Vec<String> {
        let concerns = |fault: &Fault| {
            matches!(fault, Fault::Link { .. } | Fault::ForeignArch(..) | Fault::NotMain(_) | Fault::NoBuildId)
        };
        self.iter().filter(|(_, fault)| concerns(fault)).map(|(spec, _)| spec.to_string()).collect()
    }

    /// Marks the action hash of a package that is built wrongly: what an honest build cached must not hide the fault,
    /// and what a faulty one caches must not be taken for honest.
    pub fn mark(&self, program: &Program, package: PackageId, action: Hash) -> Hash {
        let mark = |marked: Hash, fault: String| simulated("fault", &[&marked.0, fault.as_bytes()]);
        self.concerning(program, package).into_iter().fold(action, mark)
    }

    /// Whether a package is built wrongly, so that its result is not one to reuse.
    pub fn concern(&self, program: &Program, package: PackageId) -> bool {
        !self.is_empty() && !self.concerning(program, package).is_empty()
    }

    /// Whether an archive of the package that gets made at all is another one than without the faults. Headers and
    /// lines of importcfg either stop a tool or do not matter, and build IDs are not part of a content ID.
    pub fn alter_archive(&self, program: &Program, package: PackageId) -> bool {
        self.iter().any(|(_, fault)| match fault {
            // Whether the compiler needs symabis for anything, and whether it tells the importers, was recorded.
            Fault::Tool(at, Mistake::NoSymabis) => match changed_without_symabis(program, *at) {
                Some(changed) => changed.contains(&program.package(package).import_path),
                None => *at == package,
            },
            Fault::Source(at, _) => *at == package,
            Fault::Tool(at, mistake) => {
                let same = matches!(
                    mistake,
                    Mistake::NoInclude
                        | Mistake::Complete
                        | Mistake::EmptyAsmHeader
                        | Mistake::NoAsmHeader
                        | Mistake::ForeignAsmHeader(_)
                );
                *at == package && !same
            }
            _ => false,
        })
    }

    /// A mark for the link, if it is done wrongly.
    pub fn mark_link(&self) -> Option<ShortId> {
        let wrong = self.concerning_link();
        (!wrong.is_empty()).then(|| simulated("fault", &[wrong.join(" ").as_bytes()]).short())
    }

    /// Whether objects are packed, if some are made. (Ready-made ones are left out with the others.)
    fn packs(&self, package: PackageId, assembles: bool) -> bool {
        let mistaken = self.has(package, Mistake::NoPack) || self.leaves_out_objects(package);
        !mistaken || (assembles && !self.has(package, Mistake::NoPack))
    }

    fn leaves_out_objects(&self, package: PackageId) -> bool {
        self.mistakes(package).any(|mistake| matches!(mistake, Mistake::NoAssemble | Mistake::NoObject(_)))
    }

    /// Whether no object of a package with so many assembly files gets into its archive.
    pub fn packs_nothing(&self, package: PackageId, assembly_files: usize) -> bool {
        let left_out = self.mistakes(package).filter(|mistake| matches!(mistake, Mistake::NoObject(_))).count();
        let assembles = !self.has(package, Mistake::NoAssemble) && left_out < assembly_files;
        !self.packs(package, assembles)
    }

    /// Leaves out the steps that the faults leave out, and repeats what they repeat.
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

/// The archives that come out different when a package is compiled without symabis, if that was recorded.
fn changed_without_symabis(program: &Program, package: PackageId) -> Option<&Vec<String>> {
    let facts = program.sources.of(&program.package(package).import_path)?;
    facts.assembly.as_ref()?.link.changed_without_symabis.as_ref()
}
