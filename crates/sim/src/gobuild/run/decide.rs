//! What an action has to do: nothing if its result exists already, otherwise its commands.

use super::Runner;
use crate::gobuild::event::EventKind;
use crate::gobuild::ids::{BuildId, Inputs};
use crate::gobuild::origin::simulated;
use crate::gobuild::plan::{Action, ActionId, Mode};
use crate::gobuild::profile;
use crate::gobuild::results::{Built, Compiled, PackageResult, Recordings};
use crate::gobuild::sources::original_hash;
use crate::gobuild::state::ActionState;
use crate::gobuild::step::Step;
use crate::gobuild::steps;
use crate::hash::Hash;
use crate::program::{Package, PackageId};

impl Runner<'_> {
    /// The steps of an action, decided when a worker takes it: all actions that it needs are done then.
    pub(super) fn decide(&mut self, id: ActionId) -> Vec<Step> {
        let action = self.inputs.plan.action(id).clone();
        match action.mode {
            // What the check found decides for all actions of a package.
            Mode::Cover if self.is_to_be_built(action.package) => steps::OF_COVER.to_vec(),
            Mode::RunCgo if self.is_to_be_built(action.package) => vec![Step::RunCgo],
            Mode::CompileC(number) if self.is_to_be_built(action.package) => vec![Step::CompileC(number)],
            // `unsafe` counts as done before anything runs.
            Mode::BuiltIn
            | Mode::NotNeeded
            | Mode::Nop
            | Mode::Command
            | Mode::CollectCgo
            | Mode::Cover
            | Mode::RunCgo
            | Mode::CompileC(_) => Vec::new(),
            Mode::CheckCache => {
                let build = self.inputs.plan.build_of(action.package);
                if self.look_up(build) { Vec::new() } else { vec![Step::MakeObjdir] }
            }
            Mode::PrepareProfile => self.decide_profile(id),
            Mode::Build => self.decide_build(id, &action),
            Mode::Link => self.decide_link(id, &action),
            Mode::Run => vec![Step::RunProgram],
            Mode::InstallHeader => self.decide_header(id, &action),
            Mode::Install => self.decide_install(id, &action),
        }
    }

    fn decide_profile(&mut self, id: ActionId) -> Vec<Step> {
        let options = self.inputs.options;
        if !options.all && !options.verify_cache && self.machine.cache.has_profile(&self.profile_hash()) {
            self.profile_cached = true;
            self.emit(id, EventKind::CacheHit);
            return Vec::new();
        }
        steps::of_profile(options)
    }

    /// The action hash of the preparation of the profile.
    pub(super) fn profile_hash(&self) -> Hash {
        let Inputs { program, options, .. } = self.inputs;
        profile::action_hash(program, &profile::path(program, options).unwrap_or_default())
    }

    /// Whether the cache check has not found a package.
    fn is_to_be_built(&self, package: PackageId) -> bool {
        self.result(package).is_some_and(|result| result.built == Built::InWork)
    }

    fn decide_build(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        let own_check = self.rules.checks_cache_in_own_action();
        let found = if own_check { !self.is_to_be_built(action.package) } else { self.look_up(id) };
        if found {
            let up_to_date = self.result(action.package).is_some_and(|r| r.built == Built::NotNeeded);
            self.emit(id, if up_to_date { EventKind::UpToDate } else { EventKind::CacheHit });
            return Vec::new();
        }
        let program = &self.inputs.program;
        let mut steps = steps::of_build(program.package(action.package), &program.toolchain, self.inputs.options);
        self.inputs.options.faults.spoil(action.package, &mut steps);
        steps
    }

    /// Computes the action hash of a package and looks for its result. `true` if the result exists already.
    fn look_up(&mut self, id: ActionId) -> bool {
        let action = self.inputs.plan.action(id);
        let hash = self.action_hash(action);
        let faults = &self.inputs.options.faults;
        let wrongly = faults.concern(self.inputs.program, action.package);
        let altered = faults.alter_archive(self.inputs.program, action.package);
        let mut result = self.compile(action.package, hash);
        if wrongly {
            let marked = faults.mark(self.inputs.program, action.package, hash);
            let content = if altered {
                Recordings::default().compiled(action.package, marked).content
            } else {
                result.id.content
            };
            result = Compiled { content, recorded: None }.result(marked);
        } else if altered {
            // A fault in an import has changed this archive too.
            let content = Recordings::default().compiled(action.package, hash).content;
            result = Compiled { content, recorded: None }.result(hash);
        }
        self.cached[action.package.index()] = self.machine.cache.entry(&result.action).copied();
        let mut found = false;
        if !self.inputs.options.all && !wrongly {
            if let Some(entry) = self.up_to_date_main(action, &result) {
                result = PackageResult { id: entry, built: Built::NotNeeded, ..result };
                found = true;
            } else if self.inputs.options.verify_cache {
                found = false;
            } else if let Some(entry) = self.machine.cache.get(&result.action) {
                result = PackageResult::from_cache(result.action, entry);
                found = true;
            }
        }
        self.results[action.package.index()] = Some(result);
        found
    }

    fn action_hash(&self, action: &Action) -> Hash {
        let sources = &self.machine.sources;
        let content = |dep| self.result(self.inputs.plan.action(dep).package).and_then(PackageResult::content_id);
        let is_edited = sources.edits().iter().any(|edit| edit.package == action.package);
        let known = if is_edited { None } else { self.knowledge.action_hash(&self.inputs, action, content) };
        known.unwrap_or_else(|| {
            let file_hash = |package: &Package, file: &str| sources.file_hash(action.package, package, file);
            self.inputs.package_hash(action, file_hash, content)
        })
    }

    /// The result of compiling a package that is not in the cache.
    fn compile(&self, package: PackageId, computed: Hash) -> PackageResult {
        if self.inputs.options.dry_run {
            // With -n nothing is written, so the placeholder in the content half of the build ID is never replaced.
            return Compiled { content: computed.short(), recorded: None }.result(computed);
        }
        match self.knowledge.of(package) {
            Some(known) => known.compiled.result(known.action.unwrap_or(computed)),
            None => Recordings::default().compiled(package, self.source_hash(package, computed)).result(computed),
        }
    }

    /// The hash of everything that the unedited archive depends on: the action hash without the build info.
    fn source_hash(&self, package: PackageId, computed: Hash) -> Hash {
        if !self.inputs.program.package(package).is_main() {
            return computed;
        }
        let action = self.inputs.plan.action(self.inputs.plan.build_of(package));
        Inputs { modinfos: None, ..self.inputs }.package_hash(action, original_hash, |dep| {
            self.result(self.inputs.plan.action(dep).package).map(|result| result.id.content)
        })
    }

    /// Main need not be compiled if the existing executable was linked from the same main and the same packages.
    fn up_to_date_main(&self, action: &Action, result: &PackageResult) -> Option<BuildId> {
        let link = self.inputs.plan.link_of(action.package)?;
        if self.inputs.options.faults.mark_link().is_some() {
            return None;
        }
        let target = self.machine.targets.get(self.inputs.plan.target_of(action.package)?)?;
        let same =
            target.main.action == result.id.action && self.link_hash(link, Some(target.main)).short() == target.link;
        same.then_some(target.main)
    }

    fn link_hash(&self, link: ActionId, main: Option<BuildId>) -> Hash {
        let link = self.inputs.plan.action(link);
        self.inputs.link_hash(link, |dep| {
            let package = self.inputs.plan.action(dep).package;
            if package == link.package { main } else { self.result(package).and_then(PackageResult::build_id) }
        })
    }

    fn decide_link(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        let Some(main) = self.result(action.package).copied() else { return Vec::new() };
        let hash = self.link_hash(id, main.build_id());
        let hash = self.inputs.options.faults.mark_link().map_or(hash, |mark| simulated("link", &[&hash.0, &mark.0]));
        self.link_hashes[action.package.index()] = Some(hash);
        let target = self.inputs.plan.target_of(action.package).and_then(|target| self.machine.targets.get(target));
        if !self.inputs.options.all && target.is_some_and(|target| target.link == hash.short()) {
            self.emit(id, EventKind::UpToDate);
            return Vec::new();
        }
        let mut steps = steps::of_link(main.built == Built::InWork, self.inputs.options, self.rules);
        self.inputs.options.faults.spoil(action.package, &mut steps);
        steps
    }

    fn decide_install(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        let before = action.deps[0];
        let installs_link = self.inputs.plan.action(before).mode == Mode::Link;
        if installs_link && self.state.actions[before.index()] == ActionState::Reused {
            self.emit(id, EventKind::UpToDate);
            return Vec::new();
        }
        let target = self.inputs.plan.target_of(action.package).unwrap_or_default();
        // The go command makes each directory once.
        let dir = target.rsplit_once('/').map(|(dir, _)| dir.to_owned());
        let makes_dir = dir.is_some_and(|dir| self.target_dirs.insert(dir));
        steps::of_install(makes_dir, self.inputs.options, self.rules.removes_with_rf())
    }

    fn decide_header(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        if self.state.actions[action.deps[0].index()] == ActionState::Reused {
            self.emit(id, EventKind::UpToDate);
            return Vec::new();
        }
        let (options, exports) = (self.inputs.options, self.inputs.program.exports_to_c());
        let target = self.inputs.plan.target_of(action.package).unwrap_or_default();
        let dir = target.rsplit_once('/').filter(|_| exports && !options.dry_run).map(|(dir, _)| dir.to_owned());
        let makes_dir = dir.is_some_and(|dir| self.target_dirs.insert(dir));
        steps::of_header(makes_dir, options, exports)
    }
}
