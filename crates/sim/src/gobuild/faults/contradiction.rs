//! Which faults cannot be combined.

use super::{Fault, Mistake, Slip, WrongLine};
use crate::program::{PackageId, Program};
use crate::said::Said;

/// Why two faults cannot be combined; `None` if they can.
pub fn contradiction(first: &Fault, second: &Fault, program: &Program) -> Option<Said> {
    one_way(first, second, program).or_else(|| one_way(second, first, program))
}

fn one_way(first: &Fault, second: &Fault, program: &Program) -> Option<Said> {
    let name = |id: &PackageId| program.display_path(*id);
    match (first, second) {
        (Fault::Tool(package, one), Fault::Tool(other, two)) if package == other => {
            same_phase(*one, *two).map(|phase| said!("both are about phase {phase} of {}", name(package), phase))
        }
        (Fault::Import { package, dep, .. }, Fault::Import { package: importer, dep: of, .. }) => ((package, dep)
            == (importer, of))
            .then(|| said!("both are about the line of {} in the importcfg of {}", name(dep), name(package))),
        (Fault::Link { dep, .. }, Fault::Link { dep: of, .. }) => {
            (dep == of).then(|| said!("both are about the line of {} in importcfg.link", name(dep)))
        }
        (
            Fault::ForeignArch(package, _),
            Fault::Import { dep, .. } | Fault::Link { dep, .. } | Fault::ForeignArch(dep, _),
        ) => (package == dep).then(|| said!("both are about the archive of {}", name(package))),
        (Fault::NotMain(_), Fault::NotMain(_)) => Some(said!("the linker takes one main package")),
        (Fault::NotMain(_) | Fault::Link { .. }, Fault::Source(_, Slip::NotPackageMain)) => {
            Some(said!("what is not package main is not linked"))
        }
        (Fault::Source(package, _), Fault::Source(other, _)) => {
            (package == other).then(|| said!("both change the sources of {}", name(package)))
        }
        (Fault::Source(package, Slip::NotImported(gone)), Fault::Import { package: importer, dep, .. }) => {
            ((package, gone) == (importer, dep))
                .then(|| said!("without the import there is no line of {} to spoil", name(dep)))
        }
        (
            Fault::Source(package, Slip::NotPackageMain),
            Fault::Import { package: importer, dep, line: WrongLine::Dropped },
        ) => {
            let needs = &program.package(*package).imports[program.package(*package).source_imports..];
            (package == importer && needs.contains(dep))
                .then(|| said!("the line of {} is there for package main only", name(dep)))
        }
        (Fault::Load(_), Fault::Load(_)) => Some(said!("the go command stops at the first")),
        (Fault::Load(_), _) => Some(said!("with one of them nothing is built")),
        (Fault::NoBuildId, Fault::NoBuildId) | (Fault::NoCCompiler, Fault::NoCCompiler) => {
            Some(said!("they are the same"))
        }
        _ => None,
    }
}

/// The phase that both mistakes spoil, if it is the same one. Leaving out phase C also leaves phase D without work.
fn same_phase(one: Mistake, two: Mistake) -> Option<char> {
    if one.phase() == two.phase() || (one == Mistake::NoAssemble && two.phase() == 'D') {
        return Some(two.phase());
    }
    None
}
