//! What a simulated build prints, with the action behind every line.

use std::collections::BTreeSet;

use super::canonical::{NameKind, Names, Shape};
use super::command::Command;
use super::parse::{Kind, Log};
use super::transcript::Transcript;
use crate::gobuild::{ActionId, Build, Mode, Step};
use crate::program::PackageId;

/// One thing that the simulation prints.
#[derive(Clone, Debug)]
pub struct ExpectedItem {
    /// The line or lines.
    pub kind: Kind,
    /// What prints it; `None` for `WORK=`.
    pub step: Option<(ActionId, Step)>,
    /// The directory in which a command runs; empty if that does not matter.
    pub dir: String,
}

/// All that a simulated build prints.
#[derive(Debug)]
pub struct Expected<'a> {
    /// The build.
    pub build: &'a Build,
    /// In the order of the simulation.
    pub items: Vec<ExpectedItem>,
}

impl<'a> Expected<'a> {
    /// Simulated output as items.
    pub fn of(build: &'a Build) -> Self {
        let transcript = Transcript::new(build);
        let header = Log::parse(&transcript.header()).items;
        let mut items: Vec<_> =
            header.into_iter().map(|item| ExpectedItem { kind: item.kind, step: None, dir: String::new() }).collect();
        for block in transcript {
            let dir = Command::of(build, block.action, block.step).dir;
            for item in Log::parse(&block.text).items {
                let dir = if item.kind.is_command() { dir.clone() } else { String::new() };
                items.push(ExpectedItem { kind: item.kind, step: Some((block.action, block.step)), dir });
            }
        }
        Self { build, items }
    }

    /// The package that an item is about.
    pub fn package_of(&self, item: usize) -> Option<PackageId> {
        let (action, _) = self.items.get(item)?.step?;
        Some(self.build.plan.action(action).package)
    }

    /// Number of the object directory that an item is about.
    pub fn objdir_of(&self, item: usize) -> Option<u32> {
        let (action, _) = self.items.get(item)?.step?;
        Some(self.build.plan.action(action).objdir)
    }

    /// What a person calls a package.
    pub fn name(&self, package: PackageId) -> &str {
        self.build.program.display_path(package)
    }

    /// How many packages are compiled, or begun in a build that fails.
    pub fn packages(&self) -> usize {
        let begun: BTreeSet<u32> = (0..self.items.len()).filter_map(|item| self.objdir_of(item)).collect();
        let builds = self.build.plan.actions.iter().filter(|action| action.mode == Mode::Build);
        builds.filter(|action| begun.contains(&action.objdir)).count()
    }

    /// Names that must be equal by value: the checksums of modules, where `go list` tells them (since go1.23).
    pub fn known_names(&self) -> Names {
        let mut names = Names::default();
        let program = &self.build.program;
        if program.toolchain.version.lists_sums() {
            for module in program.packages.iter().filter_map(|package| package.module.as_ref()) {
                for sum in [Some(module), module.replace.as_deref()].into_iter().flatten().map(|module| &module.sum) {
                    names.fix(NameKind::ModuleSum, sum);
                }
            }
        }
        names
    }

    /// The numbers of threads that a compiler can get beside the one that the simulation gives it: since go1.26
    /// several workers share a pool, and what is left in it depends on who came first.
    fn pool(&self) -> Option<std::ops::RangeInclusive<usize>> {
        const LEAST: usize = 4;
        let options = &self.build.options;
        let shared = self.build.rules().pools_compiler_threads()
            && options.workers > 1
            && !options.dry_run
            && options.gomaxprocs > LEAST;
        shared.then_some(LEAST..=options.gomaxprocs)
    }

    /// The text in which numbers that may vary are all the same.
    pub fn normal(&self, text: &str) -> String {
        let Some(pool) = self.pool() else { return text.to_owned() };
        let Some(start) = text.find(" -c=").map(|at| at + " -c=".len()) else { return text.to_owned() };
        let end = text[start..].find([' ', '\n']).map_or(text.len(), |length| start + length);
        match text[start..end].parse() {
            Ok(threads) if pool.contains(&threads) => format!("{}‹threads›{}", &text[..start], &text[end..]),
            _ => text.to_owned(),
        }
    }

    /// Whether two texts are the same but for names.
    pub fn same_shape(&self, ours: &str, theirs: &str) -> bool {
        Shape::of(&self.normal(ours)).text == Shape::of(&self.normal(theirs)).text
    }
}
