//! The builds of a lesson: one machine on which steps build again and again, with changes and faults in between.

use std::cell::Cell;
use std::sync::Arc;

use super::checker::Checker;
use super::runs_so_far::Runs;
use super::settings;
use crate::lesson::checked::At;
use crate::lesson::facts::{self, Scene};
use crate::lesson::places::join;
use crate::lesson::raw::RawBuild;
use crate::lesson::staged::StagedBuild;
use crate::lesson::task::bench::Bench;
use crate::lesson::whatifs::{Memo, WhatIfs};
use gostep_sim::gobuild::{Assume, BuildOptions, FaultSpec, OptionError, State};
use gostep_sim::program::Program;
use gostep_sim::said;
use gostep_sim::whatif::{Arm, Change, ChangeError, Report, Scenario};

const MAX_BUILDS: usize = 20;
const MAX_CHANGES: usize = 20;

/// Whether the simulation stands where the author means it to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Astray {
    /// It does.
    #[default]
    No,
    /// The point of this step, or of one before, is wrong; the next right one leads back.
    AtPoint,
    /// The build is another one than was meant, and so are those that follow on the same machine.
    InBuild,
}

/// A machine and its program, in two versions: with the least and with the most that edits can have changed.
pub(super) struct World {
    /// The program as the lesson names it.
    program: Arc<Program>,
    least: Scenario,
    most: Scenario,
    /// What was asked of the machine as it is now.
    memo: Memo,
}

/// The builds that were shown so far, and where the last one stands.
pub(super) struct Builds {
    world: World,
    /// The builds.
    pub(super) staged: Vec<StagedBuild>,
    /// The moment of the last step.
    pub(super) at: At,
    /// The state of the last build at that moment.
    pub(super) state: State,
    /// The runs that were shown so far, and where the last one stands.
    pub(super) runs: Runs,
    /// How many facts were asked for.
    asked: Cell<usize>,
    /// Whether that is the moment that is meant.
    pub(super) astray: Astray,
}

impl World {
    /// A new machine.
    fn new(program: &Arc<Program>) -> Self {
        let options = BuildOptions::for_program(program);
        Self {
            program: Arc::clone(program),
            least: Scenario::new(program, options.clone(), Assume::Least),
            most: Scenario::new(program, options, Assume::Most),
            memo: Memo::default(),
        }
    }

    /// Takes a new machine, with the settings of the old one.
    fn renew(&mut self) {
        let options = BuildOptions { dir: self.program.dir.clone(), ..self.least.options().clone() };
        self.least = Scenario::new(&self.program, options.clone(), Assume::Least);
        self.most = Scenario::new(&self.program, options, Assume::Most);
    }

    fn apply(&mut self, change: &Change) -> Result<(), ChangeError> {
        self.least.apply(change)?;
        self.most.apply(change)
    }

    /// Builds without showing it.
    fn warm_up(&mut self) -> Result<(), ChangeError> {
        self.least.build()?;
        if self.least.is_exact() {
            self.most = self.least.assuming(Assume::Most);
        } else {
            self.most.build()?;
        }
        Ok(())
    }

    fn build(&mut self) -> Result<StagedBuild, ChangeError> {
        self.memo.forget();
        let least = Arm::next(&mut self.least)?;
        let report = if self.least.is_exact() {
            self.most = self.least.assuming(Assume::Most);
            least.report()
        } else {
            Report::of_arms(&least, &Arm::next(&mut self.most)?)
        };
        Ok(StagedBuild::new(least.build, report, &self.program))
    }
}

impl Builds {
    /// The build in which the last step stands.
    pub(super) fn now(&self) -> &StagedBuild {
        &self.staged[self.at.build]
    }

    /// What facts are asked about.
    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            groups: facts::GROUPS,
            builds: &self.staged,
            build: self.at.build,
            state: &self.state,
            whatifs: Some(self.whatifs()),
            asked: &self.asked,
            looked_at: None,
            run: self.runs.now(),
        }
    }

    /// The machine as it is, for learners to try something on.
    pub(super) fn bench(&self) -> Bench {
        let World { least, most, program, .. } = &self.world;
        Bench::new(least, most, program)
    }

    /// The program as the lesson names it.
    pub(super) fn program(&self) -> &Program {
        &self.world.program
    }

    /// What could be done next on this machine.
    pub(super) fn whatifs(&self) -> WhatIfs<'_> {
        let World { least, most, memo, .. } = &self.world;
        WhatIfs { least, most, memo }
    }
}

impl Checker<'_, '_> {
    /// The first build of the lesson.
    pub(super) fn first_build(&mut self, program: &Arc<Program>) -> Option<Builds> {
        let mut world = World::new(program);
        let raw = self.raw_lesson().build.clone().unwrap_or_default();
        let mark = self.mark();
        let staged = self.build(&raw, "build", &mut world)?;
        let state = State::new(&staged.build.plan);
        let is_other = self.is_worse_than(mark) || self.has_dropped_in("build");
        let astray = if is_other { Astray::InBuild } else { Astray::No };
        let runs = Runs::default();
        Some(Builds { world, staged: vec![staged], at: At::default(), state, astray, runs, asked: Cell::default() })
    }

    /// Starts another build on the same machine.
    pub(super) fn next_build(&mut self, raw: &RawBuild, path: &str, builds: &mut Builds) -> Option<()> {
        if builds.staged.len() >= MAX_BUILDS {
            let help = said!("split the lesson in two");
            self.report.add(
                self.places().key(path),
                said!("more than {MAX_BUILDS} builds in one lesson", MAX_BUILDS),
                help,
            );
            return None;
        }
        let staged = self.build(raw, path, &mut builds.world)?;
        builds.state = State::new(&staged.build.plan);
        builds.at = At { build: builds.staged.len(), events: 0 };
        builds.staged.push(staged);
        builds.runs.at = None;
        Some(())
    }

    /// Changes the machine as `build:` says, and builds on it.
    fn build(&mut self, raw: &RawBuild, path: &str, world: &mut World) -> Option<StagedBuild> {
        let mut options = world.least.options().clone();
        settings::apply(raw, path, self.places(), &mut options, self.report);
        if let Some(workers) = self.workers() {
            options.workers = workers;
        }
        world.least.set_options(options.clone());
        world.most.set_options(options);
        if raw.fresh == Some(true) {
            world.renew();
        }
        if raw.warm == Some(true) {
            let built = world.warm_up();
            self.or_report(built, path);
        }
        self.change(raw, path, world);
        if world.least.refusal().is_some() || world.most.refusal().is_some() {
            let place = self.places().value(&join(path, "change"));
            let help =
                said!("ask what happens with ask: {{kind: predict, predict: fails, change: …}}, or leave it out");
            self.report.add(
                place,
                said!("the go command refuses this build, so there is nothing to step through"),
                help,
            );
        }
        let built = world.build();
        self.or_report(built, path)
    }

    /// Makes the changes and faults.
    fn change(&mut self, raw: &RawBuild, path: &str, world: &mut World) {
        for (name, words) in [("change", &raw.change), ("fault", &raw.fault)] {
            let path = join(path, name);
            if words.len() > MAX_CHANGES {
                let message = said!("{} changes before one build; {MAX_CHANGES} are allowed", words.len(), MAX_CHANGES);
                self.report.add(self.places().value(&path), message, said!("put another build between them"));
                continue;
            }
            for (number, word) in words.iter().enumerate() {
                let change = if name == "fault" {
                    word.parse::<FaultSpec>().map(Change::Fault).map_err(ChangeError::from)
                } else {
                    Change::parse(word, world.least.program())
                };
                if let Err(error) = change.and_then(|change| world.apply(&change)) {
                    let item = format!("{path}[{number}]");
                    let place = if self.places().has(&item) { item } else { path.clone() };
                    self.report.add(self.places().value(&place), error.said(), "");
                }
            }
        }
    }

    fn or_report<T>(&mut self, outcome: Result<T, ChangeError>, path: &str) -> Option<T> {
        outcome
            .map_err(|error| {
                // A wrong flag is told by its name.
                let place = match &error {
                    ChangeError::Option(OptionError::ToolFlags { flag, .. }) => join(path, flag),
                    _ => path.to_owned(),
                };
                self.report.add(self.places().value(&place), error.said(), "");
            })
            .ok()
    }
}
