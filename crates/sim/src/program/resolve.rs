//! One package of a list as a package of a program: its imports become ids, its module gets a checksum.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::cgo;
use super::error::ProgramError;
use super::golist::{ListedModule, ListedPackage};
use super::instruments::Instrument;
use super::recorded::RecordedArchive;
use super::toolchain::Toolchain;
use super::{CgoFlags, Module, Package, PackageId, SourceFiles};
use crate::hash::ShortId;

/// Packages that the linker needs even if the program does not import them.
pub(super) fn linker_needs(
    toolchain: &Toolchain,
    instruments: &BTreeSet<Instrument>,
) -> impl Iterator<Item = &'static str> {
    let of_instruments = instruments.iter().map(|instrument| instrument.package());
    ["runtime"].into_iter().chain((toolchain.goarch == "arm").then_some("math")).chain(of_instruments)
}

pub(super) fn resolve(
    origin: &str,
    listed: ListedPackage,
    by_path: &HashMap<String, PackageId>,
    toolchain: &Toolchain,
    instruments: &BTreeSet<Instrument>,
) -> Result<Package, ProgramError> {
    let sums = match (toolchain.version.lists_sums(), listed.is_vendored()) {
        (true, true) => Sums::None,
        (true, false) => Sums::Listed,
        (false, _) => Sums::OfTheModuleCache,
    };
    let recorded = RecordedArchive::from_listed(&listed).into_iter().collect();
    let mut imports = Vec::with_capacity(listed.imports.len() + 1);
    let mut seen = HashSet::with_capacity(listed.imports.len() + 1);
    let mut add = |path: &str| match by_path.get(path) {
        Some(&id) if !seen.insert(id) => Ok(0),
        Some(&id) => {
            imports.push(id);
            Ok(1)
        }
        None => Err(ProgramError::MissingImport {
            origin: origin.to_owned(),
            package: listed.import_path.clone(),
            import: path.to_owned(),
            hint: crate::suggest::did_you_mean(path, by_path.keys().map(String::as_str)),
        }),
    };
    let mut source_imports = 0;
    for path in listed.imports.iter().map(String::as_str).filter(|path| *path != "C") {
        source_imports += add(path)?;
    }
    for path in cgo::implicit_imports(&listed) {
        source_imports += add(path)?;
    }
    if listed.name == "main" {
        for path in linker_needs(toolchain, instruments) {
            add(path)?;
        }
    }
    let of_directory = [&listed.go_files, &listed.cgo_files, &listed.test_go_files, &listed.x_test_go_files];
    let (asm, c_asm) = cgo::split_assembly(&listed);
    let first_file = of_directory.into_iter().flatten().min().cloned().unwrap_or_default();
    Ok(Package {
        is_plugin: false,
        first_file,
        local_prefix: None,
        command_line_files: listed.is_of_files(),
        import_path: listed.import_path,
        dir: listed.dir,
        name: listed.name,
        standard: listed.standard,
        goroot: listed.goroot,
        dep_only: listed.dep_only,
        module: listed.module.map(|listed| module(listed, sums)),
        default_godebug: listed.default_godebug,
        imports,
        source_imports,
        import_map: listed.import_map,
        files: SourceFiles {
            go: listed.go_files,
            cgo: listed.cgo_files,
            c: listed.c_files,
            cxx: listed.cxx_files,
            asm,
            c_asm,
            headers: listed.h_files,
            syso: listed.syso_files,
            embed: listed.embed_files,
        },
        cgo_flags: CgoFlags {
            cppflags: listed.cgo_cppflags,
            cflags: listed.cgo_cflags,
            cxxflags: listed.cgo_cxxflags,
            ldflags: listed.cgo_ldflags,
        },
        cover: String::new(),
        embed_patterns: listed.embed_patterns,
        target: listed.target,
        symabis: listed.symabis,
        file_hashes: listed
            .hashes
            .into_iter()
            .filter_map(|(file, hash)| Some((file, ShortId::parse(&hash)?)))
            .collect(),
        recorded,
    })
}

/// Where the checksums of modules in the build info come from.
#[derive(Clone, Copy)]
pub(super) enum Sums {
    /// The list holds them.
    Listed,
    /// The go command looks them up in the module cache, even for vendored modules; the list does not hold them.
    OfTheModuleCache,
    /// The build info has no checksums.
    None,
}

/// A module of a list.
pub(super) fn module(listed: ListedModule, sums: Sums) -> Module {
    let sum = match (sums, listed.sum) {
        (Sums::None, _) => String::new(),
        (Sums::OfTheModuleCache, None) if !listed.version.is_empty() => stand_in_sum(&listed.path, &listed.version),
        (_, sum) => sum.unwrap_or_default(),
    };
    Module {
        path: listed.path,
        version: listed.version,
        go_version: listed.go_version,
        main: listed.main,
        sum,
        replace: listed.replace.map(|replace| Box::new(module(*replace, sums))),
    }
}

/// A checksum of the right shape for a module whose line in go.sum is unknown.
fn stand_in_sum(path: &str, version: &str) -> String {
    use base64::Engine;
    let hash = crate::hash::Hash::of(format!("gostep sum {path} {version}"));
    format!("h1:{}", base64::engine::general_purpose::STANDARD.encode(hash.0))
}
