//! Checks faults against a program: the packages exist, they have the phase in question, and the faults can be
//! combined.

use super::contradiction::contradiction;
use super::error::FaultError;
use super::kind::{FaultKind, FaultSpec};
use super::{Fault, Faults, LoadFault, Mistake, Slip, WrongLine};
use crate::gobuild::rules::Rules;
use crate::gobuild::tools::object_header;
use crate::program::{Package, PackageId, Program};
use crate::said::{self, Gap, Said, Value};
use crate::suggest;

impl Faults {
    /// Checks the faults that a user or a lesson wrote against a program.
    ///
    /// # Errors
    /// If one is not possible in the program, or two cannot be combined. The message names the nearest valid choice.
    pub fn resolve(specs: &[FaultSpec], program: &Program) -> Result<Self, FaultError> {
        let mut faults: Vec<(FaultSpec, Fault)> = Vec::with_capacity(specs.len());
        for spec in specs {
            let fault = Resolver { spec, program }.resolve()?;
            for (other, known) in &faults {
                if let Some(why) = contradiction(known, &fault, program) {
                    return Err(FaultError::Contradiction { first: other.to_string(), second: spec.to_string(), why });
                }
            }
            faults.push((spec.clone(), fault));
        }
        Ok(Self { faults })
    }
}

pub(super) struct Resolver<'a> {
    pub(super) spec: &'a FaultSpec,
    pub(super) program: &'a Program,
}

impl Resolver<'_> {
    fn resolve(&self) -> Result<Fault, FaultError> {
        let tool = |mistake| Ok(Fault::Tool(self.assembled()?, mistake));
        match self.spec.kind {
            FaultKind::NoSymabis => tool(Mistake::NoSymabis),
            FaultKind::NoAssemble => tool(Mistake::NoAssemble),
            FaultKind::NoObject => self.object(),
            FaultKind::NoPack => tool(Mistake::NoPack),
            FaultKind::PackTwice => tool(Mistake::PackTwice),
            FaultKind::EmptyAsmHeader => tool(Mistake::EmptyAsmHeader),
            FaultKind::NoAsmHeader => tool(Mistake::NoAsmHeader),
            FaultKind::ForeignAsmHeader => self.foreign_header(),
            FaultKind::NoInclude => tool(Mistake::NoInclude),
            FaultKind::NoAsmPath => tool(Mistake::NoAsmPath),
            FaultKind::Complete => self.complete(),
            FaultKind::NoPath => Ok(Fault::Tool(self.compiled(0)?, Mistake::NoPath)),
            FaultKind::NoBuildId => Ok(Fault::NoBuildId),
            FaultKind::NoCCompiler => self.no_c_compiler(),
            FaultKind::DropImport => self.import(WrongLine::Dropped),
            FaultKind::MissingArchive => self.import(WrongLine::Missing),
            FaultKind::NotAnArchive => self.import(WrongLine::NotAnArchive),
            FaultKind::WrongArchive => self.wrong_archive(),
            FaultKind::ForeignArch => self.foreign_arch(),
            FaultKind::DropLink => self.link(WrongLine::Dropped),
            FaultKind::MissingLink => self.link(WrongLine::Missing),
            FaultKind::StaleMain => self.link(WrongLine::Changed { interface: true }),
            FaultKind::StaleBody => self.link(WrongLine::Changed { interface: false }),
            FaultKind::NotMain => self.link(WrongLine::Missing).map(|fault| match fault {
                Fault::Link { dep, .. } => Fault::NotMain(dep),
                fault => fault,
            }),
            FaultKind::UnusedImport => self.unused_import(),
            FaultKind::NotImported => self.not_imported(),
            FaultKind::SyntaxError => self.slip(Slip::SyntaxError),
            FaultKind::TypeError => self.slip(Slip::TypeError),
            FaultKind::Undefined => self.slip(Slip::Undefined),
            FaultKind::Bodyless => self.slip(Slip::Bodyless { empty_s: false }),
            FaultKind::BodylessWithEmptyS => self.slip(Slip::Bodyless { empty_s: true }),
            FaultKind::TwiceDefined => self.twice_defined(),
            FaultKind::NoMain => self.of_main(Slip::NoMain),
            FaultKind::NotPackageMain => self.of_main(Slip::NotPackageMain),
            FaultKind::MissingImport => self.missing_import(),
            FaultKind::Cycle => self.cycle(),
            FaultKind::SelfImport => {
                let package = self.compiled(0)?;
                self.importable(package)?;
                Ok(Fault::Load(LoadFault::Cycle(package, package)))
            }
            FaultKind::TwoNames => Ok(Fault::Load(LoadFault::TwoNames(self.compiled(0)?))),
            FaultKind::NoGoMod => Ok(Fault::Load(LoadFault::NoGoMod)),
        }
    }

    pub(super) fn value(&self, at: usize) -> &str {
        self.spec.values.get(at).map_or("", String::as_str)
    }

    pub(super) fn unfit(&self, problem: Said, choice: Said) -> FaultError {
        FaultError::Unfit { fault: self.spec.to_string(), problem, choice }
    }

    pub(super) fn name(&self, id: PackageId) -> &str {
        self.program.display_path(id)
    }

    pub(super) fn names(&self, ids: impl Iterator<Item = PackageId>) -> Value {
        let names: Vec<&str> = ids.map(|id| self.name(id)).collect();
        if names.is_empty() { said!("there is none").value() } else { said::list(names) }
    }

    /// The valid choices for a message, the one nearest to what was written first. Of many only some are listed.
    pub(super) fn choose(&self, written: &str, ids: &[PackageId], what: &Said) -> Said {
        const SHOWN: usize = 8;
        let mut names: Vec<&str> = ids.iter().map(|&id| self.name(id)).collect();
        if names.is_empty() {
            return said!("{what}: none", what);
        }
        if let Some(near) = suggest::nearest(written, names.iter().copied()) {
            names.retain(|name| *name != near);
            names.insert(0, near);
        }
        let more = names.len().saturating_sub(SHOWN + 1);
        if more == 0 {
            return said!("{what}: {}", said::list(names), what);
        }
        names.truncate(SHOWN);
        said!("{what}: {} and {} others", said::list(names), more + 1, what)
    }

    /// The value with this index, as a package that is compiled.
    pub(super) fn compiled(&self, at: usize) -> Result<PackageId, FaultError> {
        let name = self.value(at);
        let compiled = |id: &PackageId| !self.program.package(*id).is_builtin();
        if let Some(id) = self.program.find(name) {
            return if compiled(&id) {
                Ok(id)
            } else {
                Err(self.unfit(
                    said!("{name} is built into the compiler", name),
                    said!("choose a package with source files"),
                ))
            };
        }
        let names = self.program.ids().filter(compiled).map(|id| self.name(id));
        Err(FaultError::UnknownPackage {
            fault: self.spec.to_string(),
            name: name.to_owned(),
            hint: suggest::did_you_mean(name, names),
        })
    }

    fn assembled(&self) -> Result<PackageId, FaultError> {
        let id = self.compiled(0)?;
        if has_assembly(self.program.package(id)) {
            return Ok(id);
        }
        let with: Vec<PackageId> = self.program.ids().filter(|id| has_assembly(self.program.package(*id))).collect();
        let choice = if with.is_empty() {
            said!("no package of the program has")
        } else {
            said!("packages that have: {}", self.names(with.into_iter()))
        };
        let problem = if self.program.package(id).uses_cgo() {
            said!("{} uses cgo, and what happens to its assembly then is not modelled", self.name(id))
        } else {
            said!("{} has no assembly files", self.name(id))
        };
        Err(self.unfit(problem, choice))
    }

    fn no_c_compiler(&self) -> Result<Fault, FaultError> {
        if self.program.packages.iter().any(Package::uses_cgo) {
            return Ok(Fault::NoCCompiler);
        }
        let problem = said!("no package of the program uses cgo, so nobody misses a C compiler");
        Err(self.unfit(problem, said!("choose a program that is listed with CGO_ENABLED=1 and uses cgo")))
    }

    fn object(&self) -> Result<Fault, FaultError> {
        let id = self.assembled()?;
        let files = &self.program.package(id).files.asm;
        let file = self.value(1);
        let number = files.iter().position(|known| known == file).ok_or_else(|| {
            self.unfit(
                said!("{} has no file {file:?}", self.name(id), file),
                said!("its assembly files: {}", said::list(files)),
            )
        })?;
        Ok(Fault::Tool(id, Mistake::NoObject(u32::try_from(number).unwrap_or(u32::MAX))))
    }

    fn foreign_header(&self) -> Result<Fault, FaultError> {
        let id = self.assembled()?;
        let other = self.compiled(1)?;
        let with: Vec<PackageId> = self.needed(id).filter(|&id| has_assembly(self.program.package(id))).collect();
        if with.contains(&other) {
            return Ok(Fault::Tool(id, Mistake::ForeignAsmHeader(other)));
        }
        let problem = if has_assembly(self.program.package(other)) {
            said!("{} may be compiled after {}", self.name(other), self.name(id))
        } else {
            said!("{} has no assembly, so no go_asm.h", self.name(other))
        };
        Err(self.unfit(problem, self.choose(self.value(1), &with, &said!("packages whose go_asm.h is there in time"))))
    }

    fn complete(&self) -> Result<Fault, FaultError> {
        let id = self.compiled(0)?;
        let rules = Rules::of(&self.program.toolchain.version);
        let lacks = |id: &PackageId| {
            let package = self.program.package(*id);
            !package.is_builtin() && (has_assembly(package) || rules.has_linknamed_functions(package))
        };
        if lacks(&id) {
            return Ok(Fault::Tool(id, Mistake::Complete));
        }
        let without: Vec<PackageId> = self.program.ids().filter(lacks).collect();
        let choice = self.choose(self.value(0), &without, &said!("packages that are compiled without it"));
        Err(self.unfit(said!("{} is compiled with -complete anyhow", self.name(id)), choice))
    }

    /// The packages that a package needs, directly or not, without itself.
    pub(super) fn needed(&self, id: PackageId) -> impl Iterator<Item = PackageId> {
        let mut needed = vec![false; self.program.packages.len()];
        let mut queue = vec![id];
        while let Some(id) = queue.pop() {
            for &import in &self.program.package(id).imports {
                if !std::mem::replace(&mut needed[import.index()], true) {
                    queue.push(import);
                }
            }
        }
        self.program.ids().filter(move |id| needed[id.index()])
    }

    /// The first two values as a package and one of its direct imports.
    pub(super) fn direct(&self) -> Result<(PackageId, PackageId), FaultError> {
        let package = self.compiled(0)?;
        let dep = self.compiled(1)?;
        let imports = &self.program.package(package).imports;
        if imports.contains(&dep) {
            return Ok((package, dep));
        }
        let compiled: Vec<PackageId> =
            imports.iter().copied().filter(|&id| !self.program.package(id).is_builtin()).collect();
        let problem =
            said!("{} does not import {}, so its importcfg has no line for it", self.name(package), self.name(dep));
        Err(self.unfit(problem, self.choose(self.value(1), &compiled, &said!("it imports"))))
    }

    fn import(&self, line: WrongLine) -> Result<Fault, FaultError> {
        let (package, dep) = self.direct()?;
        Ok(Fault::Import { package, dep, line })
    }

    fn wrong_archive(&self) -> Result<Fault, FaultError> {
        let (package, dep) = self.direct()?;
        let other = self.compiled(2)?;
        let needed: Vec<PackageId> =
            self.needed(package).filter(|&id| id != dep && !self.program.package(id).is_builtin()).collect();
        if needed.contains(&other) {
            return Ok(Fault::Import { package, dep, line: WrongLine::Of(other) });
        }
        let problem = if other == dep {
            said!("{} is the right archive", self.name(dep))
        } else {
            said!("{} may be compiled after {}", self.name(other), self.name(package))
        };
        Err(self.unfit(problem, self.choose(self.value(2), &needed, &said!("archives that are there in time"))))
    }

    fn foreign_arch(&self) -> Result<Fault, FaultError> {
        let package = self.compiled(0)?;
        self.importable(package)?;
        let own = self.program.toolchain.goarch.as_str();
        let arch = object_header::ARCHITECTURES.into_iter().find(|arch| *arch == self.value(1) && *arch != own);
        arch.map(|arch| Fault::ForeignArch(package, arch)).ok_or_else(|| {
            let others = object_header::ARCHITECTURES.into_iter().filter(|arch| *arch != own).collect::<Vec<_>>();
            let problem = if self.value(1) == own {
                said!("{own} is the architecture of the program", own)
            } else {
                let hint = suggest::did_you_mean(self.value(1), object_header::ARCHITECTURES.into_iter());
                said!("there is no architecture {:?}{hint}", self.value(1), hint)
            };
            self.unfit(problem, said!("others are {}", said::list(others)))
        })
    }

    /// Refuses main where a fault needs a package that another package imports.
    pub(super) fn importable(&self, package: PackageId) -> Result<(), FaultError> {
        if package != self.program.root() {
            return Ok(());
        }
        let imports = self.program.package(package).imports.iter().copied();
        let choice = said!("{} imports {}", self.name(package), self.names(imports));
        Err(self.unfit(said!("nothing imports {}", self.name(package)), choice))
    }

    fn link(&self, line: WrongLine) -> Result<Fault, FaultError> {
        let dep = self.compiled(0)?;
        if !self.program.package(self.program.root()).is_main() {
            return Err(self.unfit(said!("the program is not linked"), said!("choose a fault of a compile")));
        }
        self.importable(dep)?;
        Ok(Fault::Link { dep, line })
    }

    fn slip(&self, slip: Slip) -> Result<Fault, FaultError> {
        Ok(Fault::Source(self.compiled(0)?, slip))
    }

    fn of_main(&self, slip: Slip) -> Result<Fault, FaultError> {
        let root = self.program.root();
        if self.program.package(root).is_main() {
            return Ok(Fault::Source(root, slip));
        }
        Err(self.unfit(said!("{} is not a main package", self.name(root)), said!("choose a program that is linked")))
    }

    fn twice_defined(&self) -> Result<Fault, FaultError> {
        let id = self.assembled()?;
        Ok(Fault::Source(id, Slip::TwiceDefined))
    }
}

/// Whether Go's assembler takes part, and no C compiler.
fn has_assembly(package: &Package) -> bool {
    !package.files.asm.is_empty() && !package.uses_cgo()
}
