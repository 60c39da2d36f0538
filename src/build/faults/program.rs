//! Faults that change what is built: another import, another file, another package name.

use super::{Faults, Slip};
use crate::program::{Package, PackageId, Program};

/// An assembly file with nothing in it.
pub const EMPTY_S: &str = "empty.s";

/// The program with the changes that the faults make to it, if they make any.
pub fn changed(faults: &Faults, program: &Program) -> Option<Program> {
    let slips = || program.ids().filter_map(|id| Some((id, faults.slip(id)?)));
    let concerns_plan = |slip| {
        matches!(
            slip,
            Slip::UnusedImport(_) | Slip::NotImported(_) | Slip::Bodyless { empty_s: true } | Slip::NotPackageMain
        )
    };
    if !slips().any(|(_, slip)| concerns_plan(slip)) {
        return None;
    }
    let mut packages = program.packages.clone();
    for (id, slip) in slips() {
        let package = &mut packages[id.index()];
        match slip {
            Slip::UnusedImport(import) => add_import(program, package, import),
            Slip::NotImported(import) => {
                if let Some(at) = package.imports[..package.source_imports].iter().position(|known| *known == import) {
                    package.imports.remove(at);
                    package.source_imports -= 1;
                }
            }
            Slip::Bodyless { empty_s: true } => {
                let at = package.files.asm.partition_point(|file| file.as_str() < EMPTY_S);
                package.files.asm.insert(at, EMPTY_S.to_owned());
            }
            Slip::NotPackageMain => {
                "hello".clone_into(&mut package.name);
                package.imports.truncate(package.source_imports);
            }
            _ => {}
        }
    }
    Some(program.with_packages(packages))
}

/// Puts an import in its place among those of the sources.
fn add_import(program: &Program, package: &mut Package, import: PackageId) {
    let path = |id: PackageId| program.package(id).import_path.as_str();
    // What the linker asked for is asked for by the source now.
    package.imports.retain(|known| *known != import);
    let sources = &package.imports[..package.source_imports];
    let at = sources.partition_point(|known| path(*known) < path(import));
    package.imports.insert(at, import);
    package.source_imports += 1;
}
