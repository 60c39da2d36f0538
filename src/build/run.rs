//! Runs a plan on N workers and a logical clock.
//!
//! A discrete-event simulation: a free worker takes the ready action with the lowest priority number, runs its
//! commands one after the other, and releases the actions that waited for it. Time passes only from one command's
//! end to the next; ties go to the action that started first. So one input gives one result.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::cost::Costs;
use super::event::{Event, EventKind};
use super::flags::ToolFlags;
use super::ids::{BuildId, Inputs};
use super::knowledge::Knowledge;
use super::machine::{Executable, Machine};
use super::options::{BuildOptions, OptionError};
use super::plan::{Action, ActionId, Mode, Plan};
use super::results::{Built, Compiled, PackageResult, Recordings, simulated};
use super::rules::Rules;
use super::sources::original_hash;
use super::state::{ActionState, State};
use super::steps::{self, Step};
use super::{Build, load, modinfo, tools};
use crate::hash::Hash;
use crate::program::{Package, PackageId, Program};

impl Machine {
    /// Simulates one `go build` on this machine; the cache and the target are those that earlier builds left.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn build(&mut self, program: &Arc<Program>, options: BuildOptions) -> Result<Build, OptionError> {
        let costs = Costs::new(program, &program.durations_ms);
        self.build_with(program, options, &costs)
    }

    /// The same, with durations of one's own.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn build_with(
        &mut self,
        program: &Arc<Program>,
        options: BuildOptions,
        costs: &Costs,
    ) -> Result<Build, OptionError> {
        let changed = options.faults.changed_program(program).map(Arc::new);
        let program = changed.as_ref().unwrap_or(program);
        let flags = ToolFlags::new(program, &options)?;
        let plan = Plan::new(program, &options);
        let modinfo = modinfo::text(program, &options);
        let mut build = Build {
            results: vec![None; program.packages.len()],
            cached: vec![None; program.packages.len()],
            program: Arc::clone(program),
            sources: self.sources.clone(),
            link_hash: None,
            load_error: None,
            failures: Vec::new(),
            events: Vec::with_capacity(plan.actions.len() * 12),
            options,
            flags,
            plan,
            modinfo,
        };
        let Build { program, options, flags, plan, modinfo, .. } = &build;
        let knowledge =
            Knowledge::new(self, program, &Inputs { program, options, flags, plan, modinfo: Some(modinfo) })?;
        build.load_error = options.faults.load().map(|fault| load::error(&build, fault));
        if build.load_error.is_none() {
            Runner::new(self, &mut build, costs, knowledge).run();
        }
        Ok(build)
    }
}

/// An action that a worker is at.
struct Running {
    action: ActionId,
    worker: u32,
    steps: Vec<Step>,
    /// How many of the steps have begun.
    begun: usize,
}

struct Runner<'a> {
    machine: &'a mut Machine,
    build: &'a mut Build,
    costs: &'a Costs,
    knowledge: Knowledge,
    state: State,
    rules: Rules,
    now: u64,
    /// Ready actions by priority.
    ready: BinaryHeap<Reverse<(u32, ActionId)>>,
    /// When the running actions' commands end: time, order of start, index into `running`.
    ends: BinaryHeap<Reverse<(u64, u64, usize)>>,
    running: Vec<Option<Running>>,
    free_workers: BinaryHeap<Reverse<u32>>,
    /// Actions that wait for one that failed.
    doomed: Vec<bool>,
    starts: u64,
}

impl<'a> Runner<'a> {
    fn new(machine: &'a mut Machine, build: &'a mut Build, costs: &'a Costs, knowledge: Knowledge) -> Self {
        // -n prints what it would do, one package after the other.
        let workers = if build.options.dry_run { 1 } else { build.options.workers.max(1) };
        let workers = u32::try_from(workers.min(build.plan.actions.len())).unwrap_or(u32::MAX);
        Self {
            state: State::new(&build.plan),
            rules: build.rules(),
            machine,
            costs,
            knowledge,
            now: 0,
            ready: BinaryHeap::new(),
            ends: BinaryHeap::new(),
            running: (0..workers).map(|_| None).collect(),
            free_workers: (0..workers).map(Reverse).collect(),
            doomed: vec![false; build.plan.actions.len()],
            starts: 0,
            build,
        }
    }

    fn run(&mut self) {
        for action in self.build.plan.ids() {
            if self.state.missing[action.index()] == 0 {
                self.make_ready(action);
            }
        }
        loop {
            self.start_ready_actions();
            let Some(Reverse((time, _, slot))) = self.ends.pop() else { break };
            self.now = time;
            self.advance(slot);
        }
    }

    fn emit(&mut self, action: ActionId, kind: EventKind) {
        let event = Event { time: self.now, action, kind };
        self.state.apply(&self.build.plan, &event);
        self.build.events.push(event);
    }

    fn make_ready(&mut self, action: ActionId) {
        self.emit(action, EventKind::Ready);
        self.ready.push(Reverse((self.build.plan.action(action).priority, action)));
    }

    fn start_ready_actions(&mut self) {
        while !self.ready.is_empty() {
            let Some(Reverse(worker)) = self.free_workers.pop() else { return };
            let Some(Reverse((_, action))) = self.ready.pop() else { return };
            self.emit(action, EventKind::Started { worker });
            if self.build.plan.action(action).mode == Mode::BuiltIn {
                // unsafe takes no time, so what waits for it is ready before the next worker looks.
                self.finish(action);
                self.free_workers.push(Reverse(worker));
                continue;
            }
            let steps = self.decide(action);
            let slot = worker as usize;
            self.running[slot] = Some(Running { action, worker, steps, begun: 0 });
            self.starts += 1;
            self.ends.push(Reverse((self.now, self.starts, slot)));
        }
    }

    /// Ends the command that a worker is at, and begins the next one.
    fn advance(&mut self, slot: usize) {
        let Some(mut running) = self.running[slot].take() else { return };
        let action = running.action;
        if running.begun > 0 && !self.end_step(action, running.steps[running.begun - 1]) {
            self.skip_dependents(action);
            self.free_workers.push(Reverse(running.worker));
            return;
        }
        let Some(&step) = running.steps.get(running.begun) else {
            self.finish(action);
            self.free_workers.push(Reverse(running.worker));
            return;
        };
        self.emit(action, EventKind::Ran(step));
        let cost = self.costs.of(&self.build.program, self.build.plan.action(action), &running.steps, step);
        running.begun += 1;
        self.running[slot] = Some(running);
        self.starts += 1;
        self.ends.push(Reverse((self.now + cost, self.starts, slot)));
    }

    /// Ends a command; tells whether it succeeded.
    fn end_step(&mut self, id: ActionId, step: Step) -> bool {
        let outcome = tools::run(self.build, &self.state, id, step);
        let written = match outcome {
            Ok(written) => written,
            Err(failure) => {
                for &(file, content) in &failure.left {
                    self.emit(id, EventKind::Wrote { file, content });
                }
                self.build.failures.push(*failure);
                self.emit(id, EventKind::Failed(step));
                return false;
            }
        };
        for (file, content) in written {
            self.emit(id, EventKind::Wrote { file, content });
        }
        match step {
            Step::StoreInCache => self.store(id),
            Step::MoveToTarget => self.install(id),
            _ => {}
        }
        true
    }

    /// After a failure: everything that waits for the action is skipped, all the rest still runs.
    fn skip_dependents(&mut self, failed: ActionId) {
        let mut failed = vec![failed];
        while let Some(action) = failed.pop() {
            for at in 0..self.build.plan.dependents(action).len() {
                let dependent = self.build.plan.dependents(action)[at];
                self.doomed[dependent.index()] = true;
                if self.waits_for_nothing(dependent) {
                    self.emit(dependent, EventKind::Skipped);
                    failed.push(dependent);
                }
            }
        }
    }

    fn waits_for_nothing(&self, action: ActionId) -> bool {
        self.state.missing[action.index()] == 0 && self.state.actions[action.index()] == ActionState::Waiting
    }

    fn finish(&mut self, action: ActionId) {
        self.emit(action, EventKind::Finished);
        for at in 0..self.build.plan.dependents(action).len() {
            let dependent = self.build.plan.dependents(action)[at];
            if !self.waits_for_nothing(dependent) {
                continue;
            }
            if self.doomed[dependent.index()] {
                // Something else that it waited for has failed before.
                self.emit(dependent, EventKind::Skipped);
                self.skip_dependents(dependent);
            } else {
                self.make_ready(dependent);
            }
        }
    }

    /// What an action has to do, now that all that it needs is there.
    fn decide(&mut self, id: ActionId) -> Vec<Step> {
        let action = self.build.plan.action(id).clone();
        match action.mode {
            Mode::BuiltIn | Mode::Nop => Vec::new(),
            Mode::CheckCache => {
                let build = self.build.plan.build_of(action.package);
                if self.look_up(build) { Vec::new() } else { vec![Step::MakeObjdir] }
            }
            Mode::Build => self.decide_build(id, &action),
            Mode::Link => self.decide_link(id, &action),
            Mode::Install => self.decide_install(id),
        }
    }

    fn decide_build(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        let own_check = self.rules.checks_cache_in_own_action();
        let found = if own_check {
            self.build.result(action.package).is_some_and(|r| r.built != Built::InWork)
        } else {
            self.look_up(id)
        };
        if found {
            let up_to_date = self.build.result(action.package).is_some_and(|r| r.built == Built::NotNeeded);
            self.emit(id, if up_to_date { EventKind::UpToDate } else { EventKind::CacheHit });
            return Vec::new();
        }
        let program = &self.build.program;
        let mut steps = steps::of_build(program.package(action.package), &program.toolchain, &self.build.options);
        if own_check {
            steps.remove(0); // the check made the object directory
        }
        self.build.options.faults.spoil(action.package, &mut steps);
        steps
    }

    /// Computes a package's action hash and looks for its result. Tells whether there is one.
    fn look_up(&mut self, id: ActionId) -> bool {
        let action = self.build.plan.action(id);
        let hash = self.action_hash(action);
        let faults = &self.build.options.faults;
        let wrongly = faults.concern(&self.build.program, action.package);
        let altered = faults.alter_archive(&self.build.program, action.package);
        let mut result = self.compile(action.package, hash);
        if wrongly {
            let marked = faults.mark(&self.build.program, action.package, hash);
            let content = if altered {
                Recordings::default().compiled(action.package, marked).content
            } else {
                result.id.content
            };
            result = Compiled { content, recorded: None }.result(marked);
        } else if altered {
            // It took over what a faulty import says of itself.
            let content = Recordings::default().compiled(action.package, hash).content;
            result = Compiled { content, recorded: None }.result(hash);
        }
        self.build.cached[action.package.index()] = self.machine.cache.entry(&result.action).copied();
        let mut found = false;
        if !self.build.options.all && !wrongly {
            if let Some(entry) = self.up_to_date_main(action, &result) {
                result = PackageResult { id: entry, built: Built::NotNeeded, ..result };
                found = true;
            } else if self.build.options.verify_cache {
                found = false;
            } else if let Some(entry) = self.machine.cache.get(&result.action) {
                result = PackageResult::from_cache(result.action, entry);
                found = true;
            }
        }
        self.build.results[action.package.index()] = Some(result);
        found
    }

    fn action_hash(&self, action: &Action) -> Hash {
        let inputs = self.inputs();
        let sources = &self.machine.sources;
        let content = |dep| self.build.result(self.build.plan.action(dep).package).and_then(PackageResult::content_id);
        let is_edited = sources.edits().iter().any(|edit| edit.package == action.package);
        let known = if is_edited { None } else { self.knowledge.action_hash(&inputs, action, content) };
        known.unwrap_or_else(|| {
            let file_hash = |package: &Package, file: &str| sources.file_hash(action.package, package, file);
            inputs.package_hash(action, file_hash, content)
        })
    }

    /// What compiling a package comes to, if it is not in the cache.
    fn compile(&self, package: PackageId, computed: Hash) -> PackageResult {
        if self.build.options.dry_run {
            // Nothing is written, so the placeholder for the content is never replaced.
            return Compiled { content: computed.short(), recorded: None }.result(computed);
        }
        match self.knowledge.of(package) {
            Some(known) => known.compiled.result(known.action.unwrap_or(computed)),
            None => Recordings::default().compiled(package, self.source_hash(package, computed)).result(computed),
        }
    }

    /// The hash that an unedited archive depends on: the action hash without the build info.
    fn source_hash(&self, package: PackageId, computed: Hash) -> Hash {
        if !self.build.program.package(package).is_main() {
            return computed;
        }
        let action = self.build.plan.action(self.build.plan.build_of(package));
        Inputs { modinfo: None, ..self.inputs() }.package_hash(action, original_hash, |dep| {
            self.build.result(self.build.plan.action(dep).package).map(|result| result.id.content)
        })
    }

    /// Main need not be compiled if the executable in place was linked from the same main and the same packages.
    fn up_to_date_main(&self, action: &Action, result: &PackageResult) -> Option<BuildId> {
        let link = self.build.plan.link()?;
        if action.package != self.build.program.root || self.build.options.faults.mark_link().is_some() {
            return None;
        }
        let target = self.machine.targets.get(self.build.plan.target.as_ref()?)?;
        let same =
            target.main.action == result.id.action && self.link_hash(link, Some(target.main)).short() == target.link;
        same.then_some(target.main)
    }

    fn inputs(&self) -> Inputs<'_> {
        let Build { program, options, flags, plan, modinfo, .. } = &*self.build;
        Inputs { program, options, flags, plan, modinfo: Some(modinfo) }
    }

    fn link_hash(&self, link: ActionId, main: Option<BuildId>) -> Hash {
        let root = self.build.program.root;
        self.inputs().link_hash(self.build.plan.action(link), |dep| {
            let package = self.build.plan.action(dep).package;
            if package == root { main } else { self.build.result(package).and_then(PackageResult::build_id) }
        })
    }

    fn decide_link(&mut self, id: ActionId, action: &Action) -> Vec<Step> {
        let Some(main) = self.build.result(action.package).copied() else { return Vec::new() };
        let hash = self.link_hash(id, main.build_id());
        let hash = self.build.options.faults.mark_link().map_or(hash, |mark| simulated("link", &[&hash.0, &mark.0]));
        self.build.link_hash = Some(hash);
        let target = self.build.plan.target.as_ref().and_then(|target| self.machine.targets.get(target));
        if !self.build.options.all && target.is_some_and(|target| target.link == hash.short()) {
            self.emit(id, EventKind::UpToDate);
            return Vec::new();
        }
        let mut steps = steps::of_link(main.built == Built::InWork);
        self.build.options.faults.spoil(action.package, &mut steps);
        steps
    }

    fn decide_install(&mut self, id: ActionId) -> Vec<Step> {
        let before = self.build.plan.action(id).deps[0];
        if self.state.actions[before.index()] == ActionState::Reused && self.build.plan.link().is_some() {
            self.emit(id, EventKind::UpToDate);
            return Vec::new();
        }
        let target = self.build.plan.target.as_deref().unwrap_or_default();
        steps::of_install(target, &self.build.options, self.rules.removes_with_rf())
    }

    fn store(&mut self, id: ActionId) {
        let package = self.build.plan.action(id).package;
        if let Some(result) = self.build.result(package) {
            self.machine.cache.put(result.action, result.cache_entry());
        }
    }

    fn install(&mut self, id: ActionId) {
        if self.build.options.dry_run {
            return;
        }
        let main = self.build.result(self.build.plan.action(id).package);
        if let (Some(link), Some(main), Some(target)) = (self.build.link_hash, main, &self.build.plan.target) {
            let executable = Executable { link: link.short(), main: main.id };
            self.machine.targets.insert(target.clone(), executable);
        }
    }
}
