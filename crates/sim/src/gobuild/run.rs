//! Runs a plan with N workers on a logical clock.
//!
//! This is a discrete-event simulation: a free worker takes the ready action with the lowest priority number, runs its
//! commands one after the other, and releases the actions that waited for it. Time advances from the end of one command
//! to the end of the next. Of commands that end at the same time, the one whose action started first comes first. So
//! the same input always gives the same result.

mod decide;
mod trials;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::sync::Arc;

use super::cache::CacheEntry;
use super::cost::Costs;
use super::event::{Event, EventKind};
use super::failure::Failure;
use super::flags::ToolFlags;
use super::ids::Inputs;
use super::knowledge::Knowledge;
use super::machine::{Executable, Machine};
use super::made::Made;
use super::options::{BuildOptions, OptionError};
use super::plan::{ActionId, Plan};
use super::results::PackageResult;
use super::rules::Rules;
use super::state::{ActionState, State};
use super::step::Step;
use super::threads::Threads;
use super::{Build, BuildInfos, cover, external, load, target, tools};
use crate::hash::Hash;
use crate::program::{PackageId, Program};

impl Machine {
    /// Simulates one `go build` on this machine, with the cache and the targets that earlier builds left.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn build(&mut self, program: &Arc<Program>, options: BuildOptions) -> Result<Build, OptionError> {
        let costs = Costs::new(program, &program.durations_ms);
        self.build_with(program, options, &costs)
    }

    /// Like [`Machine::build`], with durations of actions in milliseconds by import path.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn build_with(
        &mut self,
        program: &Arc<Program>,
        options: BuildOptions,
        costs: &Costs,
    ) -> Result<Build, OptionError> {
        let covered = cover::with_cover(program, &options)?.map(Arc::new);
        let program = covered.as_ref().unwrap_or(program);
        let changed = options.faults.changed_program(program).map(Arc::new);
        let program = changed.as_ref().unwrap_or(program);
        let flags = ToolFlags::new(program, &options)?;
        if flags.made.is_library() && !self.cache.is_empty() {
            let problem = said!("what a second build of a library finds in the cache is not modelled");
            return Err(OptionError::Executable(said!("-buildmode={}: {problem}", options.buildmode, problem)));
        }
        let linked = external::as_linked(program, flags.made, |main| flags.ldflags(program, main)).map(Arc::new);
        let program = linked.as_ref().unwrap_or(program);
        let plan = Plan::new(program, &options);
        let modinfos = BuildInfos::new(program, &options, program.toolchain.cgo_enabled);
        let inputs = Inputs { program, options: &options, flags: &flags, plan: &plan, modinfos: Some(&modinfos) };
        let knowledge = Knowledge::new(&mut self.memory, &self.sources, program, &inputs)?;
        let fault = options.faults.load().map(|fault| load::error(program, &options, fault));
        let load_error = fault.or_else(|| target::goals(program, &options).err());
        let sources = self.sources.clone();
        let mut runner = Runner::new(self, inputs, costs, knowledge);
        if load_error.is_none() {
            runner.run();
        }
        let Runner { results, cached, profile_cached, link_hashes, threads, failures, events, .. } = runner;
        Ok(Build {
            program: Arc::clone(program),
            results,
            cached,
            sources,
            profile_cached,
            link_hashes,
            threads,
            load_error,
            failures,
            events,
            options,
            flags,
            plan,
            modinfos,
        })
    }
}

/// An action that a worker has taken.
struct Running {
    action: ActionId,
    worker: u32,
    steps: Vec<Step>,
    /// How many of its steps have begun.
    begun: usize,
    /// How many of its steps have ended: one less while a step takes its time.
    ended: usize,
}

struct Runner<'a> {
    machine: &'a mut Machine,
    inputs: Inputs<'a>,
    costs: &'a Costs,
    knowledge: Knowledge,
    state: State,
    rules: Rules,
    now: u64,
    /// Ready actions, the lowest priority number first.
    ready: BinaryHeap<Reverse<(u32, ActionId)>>,
    /// When the commands of running actions end: time, order of start, index into `running`.
    ends: BinaryHeap<Reverse<(u64, u64, usize)>>,
    running: Vec<Option<Running>>,
    free_workers: BinaryHeap<Reverse<u32>>,
    /// Whether an action waits for one that failed, by action id.
    doomed: Vec<bool>,
    starts: u64,
    /// The result of each package so far, by package id.
    results: Vec<Option<PackageResult>>,
    /// The cache entry found under each package's action hash, by package id.
    cached: Vec<Option<CacheEntry>>,
    profile_cached: bool,
    /// Action hash of each link so far, by package id.
    link_hashes: Vec<Option<Hash>>,
    /// What compiles share.
    compilers: Threads,
    /// The threads that each compile got so far, by package id.
    threads: Vec<Option<usize>>,
    /// Directories of targets that were made already.
    target_dirs: HashSet<String>,
    /// When the last trial of each C compiler that this build makes ends, by the command of the compiler.
    trials_end: HashMap<String, u64>,
    failures: Vec<Failure>,
    events: Vec<Event>,
}

impl<'a> Runner<'a> {
    fn new(machine: &'a mut Machine, inputs: Inputs<'a>, costs: &'a Costs, knowledge: Knowledge) -> Self {
        let Inputs { program, options, plan, .. } = inputs;
        // -n prints what it would do for one package after the other.
        let workers = if options.dry_run { 1 } else { options.workers.max(1) };
        let workers = u32::try_from(workers.min(plan.actions.len())).unwrap_or(u32::MAX);
        Self {
            state: State::new(plan),
            rules: Rules::of(&program.toolchain.version),
            machine,
            costs,
            knowledge,
            now: 0,
            ready: BinaryHeap::new(),
            ends: BinaryHeap::new(),
            running: (0..workers).map(|_| None).collect(),
            free_workers: (0..workers).map(Reverse).collect(),
            doomed: vec![false; plan.actions.len()],
            starts: 0,
            results: vec![None; program.packages.len()],
            cached: vec![None; program.packages.len()],
            profile_cached: false,
            link_hashes: vec![None; program.packages.len()],
            compilers: Threads::new(options, Rules::of(&program.toolchain.version)),
            threads: vec![None; program.packages.len()],
            target_dirs: HashSet::new(),
            trials_end: HashMap::new(),
            failures: Vec::new(),
            events: Vec::with_capacity(plan.actions.len() * 12),
            inputs,
        }
    }

    fn run(&mut self) {
        for action in self.inputs.plan.ids() {
            if self.state.actions[action.index()] == ActionState::Ready {
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

    /// The results so far, as the tools read them.
    fn made(&self) -> Made<'_> {
        let Inputs { program, options, plan, .. } = self.inputs;
        Made { program, options, plan, results: &self.results }
    }

    fn result(&self, package: PackageId) -> Option<&PackageResult> {
        self.results[package.index()].as_ref()
    }

    fn emit(&mut self, action: ActionId, kind: EventKind) {
        let event = Event { time: self.now, action, kind };
        self.state.apply(self.inputs.plan, &event);
        self.events.push(event);
    }

    fn make_ready(&mut self, action: ActionId) {
        self.emit(action, EventKind::Ready);
        self.ready.push(Reverse((self.inputs.plan.action(action).priority, action)));
    }

    fn start_ready_actions(&mut self) {
        while !self.ready.is_empty() {
            let Some(Reverse(worker)) = self.free_workers.pop() else { return };
            let Some(Reverse((_, action))) = self.ready.pop() else { return };
            self.emit(action, EventKind::Started { worker });
            let steps = self.decide(action);
            let slot = worker as usize;
            self.running[slot] = Some(Running { action, worker, steps, begun: 0, ended: 0 });
            self.starts += 1;
            self.ends.push(Reverse((self.now, self.starts, slot)));
        }
    }

    /// Ends the current command of a worker and begins the next one.
    fn advance(&mut self, slot: usize) {
        let Some(mut running) = self.running[slot].take() else { return };
        let action = running.action;
        if running.begun > running.ended {
            running.ended = running.begun;
            if !self.end_step(action, running.steps[running.begun - 1]) {
                self.skip_dependents(action);
                self.free_workers.push(Reverse(running.worker));
                return;
            }
        }
        if let Some(until) = self.insert_trials(action, &mut running) {
            self.running[slot] = Some(running);
            self.starts += 1;
            self.ends.push(Reverse((until, self.starts, slot)));
            return;
        }
        let Some(&step) = running.steps.get(running.begun) else {
            self.finish(action);
            self.free_workers.push(Reverse(running.worker));
            return;
        };
        if matches!(step, Step::WriteImportcfg | Step::Compile) {
            let package = self.inputs.plan.action(action).package.index();
            self.threads[package].get_or_insert_with(|| self.compilers.take());
        }
        self.emit(action, EventKind::Ran(step));
        let cost = self.costs.of(self.inputs.program, self.inputs.plan.action(action), &running.steps, step);
        running.begun += 1;
        self.running[slot] = Some(running);
        self.starts += 1;
        self.ends.push(Reverse((self.now + cost, self.starts, slot)));
    }

    /// Ends a command. `false` if it failed.
    fn end_step(&mut self, id: ActionId, step: Step) -> bool {
        if let (Step::Compile, Some(taken)) = (step, self.threads[self.inputs.plan.action(id).package.index()]) {
            self.compilers.give_back(taken);
        }
        let outcome = tools::run(self.made(), &self.state, id, step);
        let written = match outcome {
            Ok(written) => written,
            Err(failure) => {
                for &(file, content) in &failure.left {
                    self.emit(id, EventKind::Wrote { file, content });
                }
                self.failures.push(*failure);
                self.emit(id, EventKind::Failed(step));
                return false;
            }
        };
        for (file, content) in written {
            self.emit(id, EventKind::Wrote { file, content });
        }
        match step {
            Step::StoreInCache => self.store(id),
            Step::StoreProfile => self.machine.cache.put_profile(self.profile_hash()),
            Step::MoveToTarget => self.install(id),
            _ => {}
        }
        true
    }

    /// Handles a failure: every action that waits for the failed one is skipped, all others still run.
    fn skip_dependents(&mut self, failed: ActionId) {
        let mut failed = vec![failed];
        while let Some(action) = failed.pop() {
            for at in 0..self.inputs.plan.dependents(action).len() {
                let dependent = self.inputs.plan.dependents(action)[at];
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
        for at in 0..self.inputs.plan.dependents(action).len() {
            let dependent = self.inputs.plan.dependents(action)[at];
            if !self.waits_for_nothing(dependent) {
                continue;
            }
            if self.doomed[dependent.index()] {
                // Another action that it waited for has failed earlier.
                self.emit(dependent, EventKind::Skipped);
                self.skip_dependents(dependent);
            } else {
                self.make_ready(dependent);
            }
        }
    }

    fn store(&mut self, id: ActionId) {
        let package = self.inputs.plan.action(id).package;
        if let Some(result) = self.result(package) {
            self.machine.cache.put(result.action, result.cache_entry());
        }
    }

    fn install(&mut self, id: ActionId) {
        if self.inputs.options.dry_run {
            return;
        }
        let package = self.inputs.plan.action(id).package;
        let (link, target) = (self.link_hashes[package.index()], self.inputs.plan.target_of(package));
        if let (Some(link), Some(main), Some(target)) = (link, self.result(package), target) {
            let executable = Executable { link: link.short(), main: main.id };
            self.machine.targets.insert(target.to_owned(), executable);
        }
    }
}
