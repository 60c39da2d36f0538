//! What compiling each package would make, computed from the unedited program before the build runs.
//!
//! An archive depends on the sources of its package, the flags, and the archives of its imports, but not on the build
//! info, which only main's action ID covers. So a package has two hashes: the action hash of the go command, and the
//! source hash, which is the action hash of the unedited package without the build info. Recordings of real builds and
//! measurements of edits are looked up by source hash.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::flags::ToolFlags;
use super::ids::Inputs;
use super::modinfo::BuildInfos;
use super::options::{BuildOptions, OptionError};
use super::plan::{Action, ActionId, Mode, Plan};
use super::profile;
use super::results::{self, Compiled, Recordings};
use super::sources::{Sources, original_hash};
use crate::hash::{Hash, ShortId};
use crate::program::{PackageId, Program, RecordedArchive};

/// What is known before any action runs.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// By package id, with no edit applied. Empty if only action hashes are needed.
    unedited: Arc<Vec<Option<Unedited>>>,
    /// Whether the program has edits.
    edited: bool,
    /// For every package whose archive the edits change, a digest of those edits.
    effects: BTreeMap<PackageId, ShortId>,
}

/// What is known of one package.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// The archive that compiling it makes, edits included.
    pub compiled: Compiled,
    /// The action hash of the real build, for a package whose action hash cannot be computed because hashes of its
    /// files or the C compiler are unknown.
    pub action: Option<Hash>,
}

/// A package as it is without edits.
#[derive(Clone, Copy, Debug)]
struct Unedited {
    source: Hash,
    archive: Compiled,
    /// Whether all that its action ID covers is known.
    inputs_are_known: bool,
}

/// What was computed for an earlier build, so that the next build of the same program need not hash all packages again.
#[derive(Clone, Debug)]
pub struct Memory {
    program: Arc<Program>,
    trimpath: bool,
    flags: ToolFlags,
    profile: Option<String>,
    recordings: Arc<Recordings>,
    /// Whether the recordings are the same for other flags too.
    for_all_flags: bool,
    unedited: Arc<Vec<Option<Unedited>>>,
}

impl Memory {
    /// Computes what can be known of a program without its edits.
    fn new(program: &Arc<Program>, inputs: &Inputs, older: Option<&Self>) -> Result<Self, OptionError> {
        let older = older.filter(|memory| Arc::ptr_eq(&memory.program, program));
        if let Some(memory) = older.filter(|memory| memory.is_of(inputs)) {
            return Ok(memory.clone());
        }
        let (recordings, for_all_flags) = match older.filter(|memory| memory.for_all_flags) {
            Some(memory) => (Arc::clone(&memory.recordings), true),
            None => recordings(program, inputs.options).map(|(found, for_all)| (Arc::new(found), for_all))?,
        };
        Ok(Self {
            program: Arc::clone(program),
            trimpath: inputs.options.trimpath,
            flags: inputs.flags.clone(),
            profile: profile::path(program, inputs.options),
            unedited: Arc::new(unedited(inputs, &recordings)),
            recordings,
            for_all_flags,
        })
    }

    /// Whether the remembered hashes were computed with the same flags.
    fn is_of(&self, inputs: &Inputs) -> bool {
        self.trimpath == inputs.options.trimpath
            && self.profile == profile::path(inputs.program, inputs.options)
            && self.flags.are_for_packages_as(inputs.flags)
    }
}

impl Knowledge {
    /// Computes what is known of all packages. This takes one hash for each package, or none if there are neither
    /// recordings nor edits, with `-n`, or if an earlier build with the same flags is remembered.
    pub fn new(
        remembered: &mut Option<Memory>,
        sources: &Sources,
        program: &Arc<Program>,
        inputs: &Inputs,
    ) -> Result<Self, OptionError> {
        let recorded = program.packages.iter().any(|package| !package.recorded.is_empty());
        let edited = !sources.edits().is_empty();
        if inputs.options.dry_run || !(recorded || edited) {
            return Ok(Self::default());
        }
        let memory = Memory::new(program, inputs, remembered.as_ref())?;
        let unedited = Arc::clone(&memory.unedited);
        *remembered = Some(memory);
        let effects = sources.effects(program, inputs.flags.compile_main_only());
        Ok(Self { unedited, edited, effects })
    }

    /// What is known of a package; `None` if nothing is.
    pub fn of(&self, package: PackageId) -> Option<Known> {
        let Unedited { source, archive, inputs_are_known } = self.unedited(package)?;
        let edits = self.effects.get(&package).copied();
        let compiled = edits.map_or(archive, |edits| results::compiled_with_edits(source, edits));
        let action = archive.recorded.filter(|_| !self.edited && !inputs_are_known);
        Some(Known { compiled, action: action.map(|recorded| results::lengthen(recorded.action)) })
    }

    /// The action hash of an unedited package whose imports are unedited too: it equals the source hash, so it need not
    /// be computed again. `None` if an import differs, and for main, whose action hash also covers the build info.
    pub fn action_hash(
        &self,
        inputs: &Inputs,
        action: &Action,
        content: impl Fn(ActionId) -> Option<ShortId>,
    ) -> Option<Hash> {
        let known = self.unedited(action.package).filter(|_| !inputs.program.package(action.package).is_main())?;
        let as_ever = |&dep: &ActionId| {
            let import = inputs.plan.action(dep);
            import.mode != Mode::Build
                || content(dep) == self.unedited(import.package).map(|known| known.archive.content)
        };
        action.deps.iter().all(as_ever).then_some(known.source)
    }

    fn unedited(&self, package: PackageId) -> Option<Unedited> {
        self.unedited.get(package.index()).copied().flatten()
    }
}

/// The source hash of every package, and what compiling it without edits makes.
fn unedited(inputs: &Inputs, recordings: &Recordings) -> Vec<Option<Unedited>> {
    let mut packages: Vec<Option<Unedited>> = vec![None; inputs.program.packages.len()];
    for id in inputs.plan.builds_in_order() {
        let action = inputs.plan.action(id);
        let content = |dep| packages[inputs.plan.action(dep).package.index()].map(|known| known.archive.content);
        let source = Inputs { modinfos: None, ..*inputs }.package_hash(action, original_hash, content);
        let archive = recordings.compiled(action.package, source);
        let package = inputs.program.package(action.package);
        let inputs_are_known = results::inputs_are_known(package, &inputs.program.toolchain);
        packages[action.package.index()] = Some(Unedited { source, archive, inputs_are_known });
    }
    packages
}

/// Finds the sources and flags from which the recorded archives were made, by comparing action IDs. It tries the flags
/// that the program brings along, this build's flags, and `-trimpath`. Where hashes of files are unknown this is
/// impossible; then the list is taken to be recorded from the very build that is simulated. The `bool` tells whether
/// other flags would give the same recordings.
fn recordings(program: &Program, options: &BuildOptions) -> Result<(Recordings, bool), OptionError> {
    if !program.packages.iter().all(|package| results::inputs_are_known(package, &program.toolchain)) {
        return recorded_with(program, options).map(|(recordings, _)| (recordings, false));
    }
    let plain = BuildOptions::for_program(program);
    let trimmed = BuildOptions { trimpath: true, ..plain.clone() };
    let recorded = program.packages.iter().filter(|package| !package.recorded.is_empty()).count();
    let mut recordings = Recordings::default();
    for (candidate, for_all_flags) in [(&plain, true), (options, false), (&trimmed, false)] {
        let (found, matching) = recorded_with(program, candidate)?;
        recordings.extend(found);
        if matching == recorded {
            return Ok((recordings, for_all_flags));
        }
    }
    Ok((recordings, false))
}

/// Assumes that the recorded archives were made with these flags, and counts how many recorded action IDs agree.
fn recorded_with(program: &Program, options: &BuildOptions) -> Result<(Recordings, usize), OptionError> {
    let flags = ToolFlags::new(program, options)?;
    let plan = Plan::new(program, options);
    let inputs = Inputs { program, options, flags: &flags, plan: &plan, modinfos: None };
    let stamps = [true, false].map(|stamp| BuildOptions { stamp, ..options.clone() });
    let variants: Vec<BuildInfos> =
        stamps.iter().flat_map(|options| [true, false].map(|cgo| BuildInfos::new(program, options, cgo))).collect();
    let mut recordings = Recordings::default();
    let mut contents: BTreeMap<PackageId, ShortId> = BTreeMap::new();
    let mut matching = 0;
    for id in plan.builds_in_order() {
        let action = plan.action(id);
        let package = program.package(action.package);
        let content = |dep| contents.get(&plan.action(dep).package).copied();
        let source = inputs.package_hash(action, original_hash, content);
        // The build info does not change the archive, so it does not matter with which variant of it the archive was
        // recorded.
        let computed = if package.is_main() {
            let with = |infos| Inputs { modinfos: Some(infos), ..inputs }.package_hash(action, original_hash, content);
            variants.iter().map(|infos| with(infos).short()).collect()
        } else {
            vec![source.short()]
        };
        let known = results::inputs_are_known(package, &program.toolchain);
        let fits = |archive: &&RecordedArchive| !known || computed.contains(&archive.action);
        if let Some(archive) = package.recorded.iter().find(fits) {
            recordings.insert(action.package, source, *archive);
            matching += usize::from(known);
        }
        contents.insert(action.package, recordings.compiled(action.package, source).content);
    }
    Ok((recordings, matching))
}
