//! What compiling each package would make: computed ahead of the run, from the unedited program.
//!
//! An archive depends on the sources of its package, the flags, and the archives of its imports, but not on the build
//! info, which only main's action ID hashes. So there are two hashes for a package: the action hash, as the go command
//! has it, and the source hash, which is the action hash of the unedited package without the build info. What was
//! recorded from a real build, and what measurements say of edits, is known by source hash.

use std::collections::BTreeMap;

use super::flags::ToolFlags;
use super::ids::Inputs;
use super::machine::Machine;
use super::options::{BuildOptions, OptionError};
use super::plan::Plan;
use super::results::{self, Compiled, Recordings};
use super::sources::original_hash;
use crate::hash::{Hash, ShortId};
use crate::program::{PackageId, Program, RecordedArchive};

/// What is known before anything runs.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// By package id: what compiling makes of it, edits included. Empty where nothing but the action hash is needed.
    packages: Vec<Option<Known>>,
}

/// What is known of one package.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The archive, edits included.
    pub compiled: Compiled,
    /// Action hash of the real build, where the hashes of the files are not known and it cannot be computed.
    pub action: Option<Hash>,
}

impl Knowledge {
    /// Looks at all packages. Costs one hash a package, or nothing if there are neither recordings nor edits.
    pub fn new(machine: &Machine, inputs: &Inputs) -> Result<Self, OptionError> {
        let program = inputs.program;
        let recorded = program.packages.iter().any(|package| !package.recorded.is_empty());
        let edited = !machine.sources.edits().is_empty();
        if inputs.options.dry_run || !(recorded || edited) {
            return Ok(Self::default());
        }
        let recordings = if recorded { recordings(program, inputs.options)? } else { Recordings::default() };
        let effects = machine.sources.effects(program);
        let mut packages: Vec<Option<Known>> = vec![None; program.packages.len()];
        for (package, source, archive) in source_hashes(inputs, &recordings) {
            let edits = effects.get(&package).copied();
            let compiled = edits.map_or(archive, |edits| results::compiled_with_edits(source, edits));
            let action = archive.recorded.map(|recorded| results::lengthen(recorded.action));
            let action = action.filter(|_| !edited && !results::files_are_known(program.package(package)));
            packages[package.index()] = Some(Known { compiled, action });
        }
        Ok(Self { packages })
    }

    /// What is known of a package.
    pub fn of(&self, package: PackageId) -> Option<Known> {
        self.packages.get(package.index()).copied().flatten()
    }
}

/// The source hash of every package, and what compiling it unedited makes.
fn source_hashes(inputs: &Inputs, recordings: &Recordings) -> Vec<(PackageId, Hash, Compiled)> {
    let mut contents: Vec<Option<ShortId>> = vec![None; inputs.program.packages.len()];
    let mut hashes = Vec::with_capacity(inputs.program.packages.len());
    for id in inputs.plan.builds_in_order() {
        let action = inputs.plan.action(id);
        let hash = Inputs { modinfo: None, ..*inputs }
            .package_hash(action, original_hash, |dep| contents[inputs.plan.action(dep).package.index()]);
        let compiled = recordings.compiled(action.package, hash);
        contents[action.package.index()] = Some(compiled.content);
        hashes.push((action.package, hash, compiled));
    }
    hashes
}

/// Finds out from which sources and flags the recorded archives were made: those of a build with default flags, with
/// those of this build, or with `-trimpath`; the recorded action IDs tell. Where the hashes of the files are not known
/// the list was made by the build that is simulated, with its flags.
fn recordings(program: &Program, options: &BuildOptions) -> Result<Recordings, OptionError> {
    if !program.packages.iter().all(results::files_are_known) {
        return recorded_with(program, options).map(|(recordings, _)| recordings);
    }
    let mut plain = BuildOptions::for_program(program);
    plain.apply_goflags(&program.toolchain.goflags)?;
    let trimmed = BuildOptions { trimpath: true, ..plain.clone() };
    let recorded = program.packages.iter().filter(|package| !package.recorded.is_empty()).count();
    let mut recordings = Recordings::default();
    for candidate in [&plain, options, &trimmed] {
        let (found, matching) = recorded_with(program, candidate)?;
        recordings.extend(found);
        if matching == recorded {
            break;
        }
    }
    Ok(recordings)
}

/// Takes the recorded archives for those of a build with these flags, and counts how many action IDs agree.
fn recorded_with(program: &Program, options: &BuildOptions) -> Result<(Recordings, usize), OptionError> {
    let flags = ToolFlags::new(program, options)?;
    let plan = Plan::new(program, options);
    let inputs = Inputs { program, options, flags: &flags, plan: &plan, modinfo: None };
    let modinfos = [program.toolchain.cgo_enabled, !program.toolchain.cgo_enabled]
        .map(|cgo_enabled| super::modinfo::text_with_cgo(program, options, cgo_enabled));
    let mut recordings = Recordings::default();
    let mut contents: BTreeMap<PackageId, ShortId> = BTreeMap::new();
    let mut matching = 0;
    for id in plan.builds_in_order() {
        let action = plan.action(id);
        let package = program.package(action.package);
        let content = |dep| contents.get(&plan.action(dep).package).copied();
        let source = inputs.package_hash(action, original_hash, content);
        // The build info is no part of the archive, so it does not matter with which of the two it was recorded.
        let computed = if package.is_main() {
            let with =
                |modinfo| Inputs { modinfo: Some(modinfo), ..inputs }.package_hash(action, original_hash, content);
            modinfos.iter().map(|modinfo| with(modinfo).short()).collect()
        } else {
            vec![source.short()]
        };
        let known = results::files_are_known(package);
        let fits = |archive: &&RecordedArchive| !known || computed.contains(&archive.action);
        if let Some(archive) = package.recorded.iter().find(fits) {
            recordings.insert(action.package, source, *archive);
            matching += usize::from(known);
        }
        contents.insert(action.package, recordings.compiled(action.package, source).content);
    }
    Ok((recordings, matching))
}
