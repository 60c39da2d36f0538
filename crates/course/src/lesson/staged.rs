//! A build as lessons and players look at it: with its transcript, its packages in order, and who needs whom.

use std::collections::HashMap;
use std::sync::Arc;

use crate::lesson::command::command_line;
use gostep_sim::gobuild::{Action, ActionState, Build, EventKind, Mode, State, Step};
use gostep_sim::program::{PackageId, Program};
use gostep_sim::whatif::Report;
use gostep_sim::xlog::{Block, Transcript};

/// A finished simulation and what is computed from it once.
#[derive(Clone, Debug)]
pub struct StagedBuild {
    /// The build.
    pub build: Arc<Build>,
    /// What it compiled, reused and linked, and why; what failed.
    pub report: Report,
    /// The command that a person would type for it.
    pub command: String,
    /// The transcript, block by block.
    pub transcript: Vec<Block>,
    /// Number of the first line of each block, from 1; one more for the end.
    pub lines: Vec<usize>,
    /// The compiled packages, in the order in which one worker builds them.
    pub packages: Vec<PackageId>,
    /// The compiled packages, in the order in which this build started them.
    pub started: Vec<PackageId>,
    index: HashMap<PackageId, usize>,
    importers: HashMap<PackageId, Vec<PackageId>>,
}

impl StagedBuild {
    /// Looks at a build. `original` is the lesson's program before any change.
    pub fn new(build: Arc<Build>, report: Report, original: &Program) -> Self {
        let command = command_line(&build, original);
        let mut transcript = Transcript::new(&build);
        let mut line = 1 + transcript.header().lines().count();
        let transcript: Vec<Block> = transcript.by_ref().collect();
        let mut lines = Vec::with_capacity(transcript.len() + 1);
        for block in &transcript {
            lines.push(line);
            line += block.text.lines().count();
        }
        lines.push(line);
        let package_of = |id| {
            let action: &Action = build.plan.action(id);
            (action.mode == Mode::Build).then_some(action.package)
        };
        let packages: Vec<_> = build.plan.builds_in_order().into_iter().filter_map(package_of).collect();
        let starts = build.events.iter().filter(|event| matches!(event.kind, EventKind::Started { .. }));
        let started = starts.filter_map(|event| package_of(event.action)).collect();
        let index = packages.iter().zip(0..).map(|(&package, at)| (package, at)).collect();
        let mut importers: HashMap<_, Vec<_>> = HashMap::new();
        for &package in &packages {
            for &import in &build.program.package(package).imports {
                importers.entry(import).or_default().push(package);
            }
        }
        Self { build, report, command, transcript, lines, packages, started, index, importers }
    }

    /// Index of a package in [`packages`](Self::packages); none for `unsafe`.
    pub fn index_of(&self, package: PackageId) -> Option<usize> {
        self.index.get(&package).copied()
    }

    /// Packages that a package imports directly, without `unsafe`.
    pub fn imports(&self, package: PackageId) -> Vec<PackageId> {
        let program = &self.build.program;
        let imports = program.package(package).imports.iter().copied();
        imports.filter(|&import| !program.package(import).is_builtin()).collect()
    }

    /// Packages that import a package directly.
    pub fn importers(&self, package: PackageId) -> &[PackageId] {
        self.importers.get(&package).map_or(&[], Vec::as_slice)
    }

    /// All packages that a package needs, directly or not.
    pub fn needs(&self, package: PackageId) -> Vec<PackageId> {
        self.reach(package, |package| self.imports(package))
    }

    /// All packages that need a package, directly or not.
    pub fn needed_by(&self, package: PackageId) -> Vec<PackageId> {
        self.reach(package, |package| self.importers(package).to_vec())
    }

    fn reach(&self, from: PackageId, next: impl Fn(PackageId) -> Vec<PackageId>) -> Vec<PackageId> {
        let mut seen = vec![false; self.build.program.packages.len()];
        let mut open = next(from);
        while let Some(package) = open.pop() {
            if !std::mem::replace(&mut seen[package.index()], true) {
                open.extend(next(package));
            }
        }
        self.packages.iter().copied().filter(|package| seen[package.index()]).collect()
    }

    /// For each of [`packages`](Self::packages), the length of the longest chain of imports below it.
    pub fn layers(&self) -> Vec<usize> {
        let mut layers: Vec<usize> = Vec::with_capacity(self.packages.len());
        // The order of one worker has every package behind its imports.
        for &package in &self.packages {
            let below = self.imports(package).into_iter().filter_map(|import| layers.get(self.index_of(import)?));
            layers.push(below.max().map_or(0, |layer| layer + 1));
        }
        layers
    }

    /// One of the longest chains of packages, from the one that imports nothing to main.
    pub fn longest_chain(&self) -> Vec<PackageId> {
        let layers = self.layers();
        let layer_of = |package: PackageId| self.index_of(package).map_or(0, |at| layers[at]);
        let mut chain = Vec::new();
        let mut at = self.packages.iter().copied().rev().max_by_key(|&package| layer_of(package));
        while let Some(package) = at {
            chain.push(package);
            let below = self.imports(package).into_iter().find(|&import| layer_of(import) + 1 == layer_of(package));
            at = below;
        }
        chain.reverse();
        chain
    }

    /// State of a package's build action.
    pub fn state_of(&self, state: &State, package: PackageId) -> ActionState {
        state.of_package(&self.build.plan, package)
    }

    /// The transcript block of a package's command: the first one that fits.
    pub fn block_of(&self, package: PackageId, fits: impl Fn(Step) -> bool) -> Option<usize> {
        self.transcript
            .iter()
            .position(|block| self.build.plan.action(block.action).package == package && fits(block.step))
    }

    /// How long a package's own build takes, or the link's, in microseconds.
    pub fn duration_of(&self, package: PackageId) -> u64 {
        let action = self.build.plan.build_of(package);
        let time = |wanted: fn(&EventKind) -> bool| {
            self.build.events.iter().find(|event| event.action == action && wanted(&event.kind)).map_or(0, |e| e.time)
        };
        let start = time(|kind| matches!(kind, EventKind::Started { .. }));
        time(|kind| matches!(kind, EventKind::Finished)).saturating_sub(start)
    }
}
