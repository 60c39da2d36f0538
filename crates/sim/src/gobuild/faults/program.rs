//! Faults that change what is built: another import, another file, another package name.

use super::{Faults, Slip};
use crate::program::{Package, Program};

/// The assembly file without content that `bodyless-with-empty-s` adds to a package.
pub const EMPTY_S: &str = "empty.s";

impl Faults {
    /// The program as the faults change it; `None` if they do not change it.
    pub fn changed_program(&self, program: &Program) -> Option<Program> {
        changed(self, program)
    }
}

fn changed(faults: &Faults, program: &Program) -> Option<Program> {
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
    let mut changed = program.clone();
    for (id, slip) in slips() {
        if let Slip::UnusedImport(import) = slip {
            // Resolving the faults has already checked that the import is new and closes no cycle.
            changed = changed.with_import(id, &program.package(import).import_path).unwrap_or(changed);
            continue;
        }
        let mut packages = changed.packages.clone();
        change(&mut packages[id.index()], slip);
        changed = changed.with_packages(packages);
    }
    Some(changed)
}

fn change(package: &mut Package, slip: Slip) {
    match slip {
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
