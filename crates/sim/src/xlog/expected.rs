//! The output of a simulated build, with the action to which every line belongs.

use std::collections::BTreeSet;

use super::canonical::{NameKind, Names, Shape};
use super::command::Command;
use super::parse::{Kind, Log, is_trial};
use super::transcript::Transcript;
use crate::gobuild::{ActionId, Build, Mode, Step};
use crate::program::PackageId;

/// One thing that the simulated build prints.
#[derive(Clone, Debug)]
pub struct ExpectedItem {
    /// The line, or the lines of a written file.
    pub kind: Kind,
    /// The action and step that print it; `None` for `WORK=…`.
    pub step: Option<(ActionId, Step)>,
    /// The directory in which the command runs; empty if the directory does not matter.
    pub dir: String,
}

/// The whole output of a simulated build.
#[derive(Debug)]
pub struct Expected<'a> {
    /// The simulated build.
    pub build: &'a Build,
    /// Its output in the order of the simulation.
    pub items: Vec<ExpectedItem>,
}

impl<'a> Expected<'a> {
    /// The output of a build as items.
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

    /// The package to which an item belongs.
    pub fn package_of(&self, item: usize) -> Option<PackageId> {
        let (action, _) = self.items.get(item)?.step?;
        Some(self.build.plan.action(action).package)
    }

    /// Number of the object directory to which an item belongs.
    pub fn objdir_of(&self, item: usize) -> Option<u32> {
        let (action, step) = self.items.get(item)?.step?;
        if matches!(step, Step::Try(..)) {
            return None; // the answers are for all packages
        }
        if step == Step::MakeTargetDir && self.build.plan.links().len() > 1 {
            return None; // the first result needs it, whichever that is
        }
        Some(self.build.plan.action(action).objdir)
    }

    /// The name of a package in messages.
    pub fn name(&self, package: PackageId) -> &str {
        self.build.program.display_path(package)
    }

    /// Number of packages that are compiled, or in a failed build started.
    pub fn packages(&self) -> usize {
        let begun: BTreeSet<u32> = (0..self.items.len()).filter_map(|item| self.objdir_of(item)).collect();
        let builds = self.build.plan.actions.iter().filter(|action| action.mode == Mode::Build);
        builds.filter(|action| begun.contains(&action.objdir)).count()
    }

    /// Names that must be equal by value in simulation and log: checksums of modules, if `go list` printed them (since
    /// go1.23).
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

    /// Thread counts (`-c`) that a compile can have besides the simulated one. Since go1.26 several workers share a
    /// pool of threads, and what is left in it depends on timing.
    fn pool(&self) -> Option<std::ops::RangeInclusive<usize>> {
        const LEAST: usize = 4;
        let options = &self.build.options;
        let shared = self.build.rules().pools_compiler_threads()
            && options.workers > 1
            && !options.dry_run
            && options.gomaxprocs > LEAST;
        shared.then_some(LEAST..=options.gomaxprocs)
    }

    /// The text with all thread counts from the pool replaced by the same one, and without the package for which a C
    /// compiler was tried.
    pub fn normal(&self, text: &str) -> String {
        if self.build.options.workers > 1 && is_trial(text.trim_end()) {
            return without_package(text);
        }
        let Some(pool) = self.pool() else { return text.to_owned() };
        let Some(start) = text.find(" -c=").map(|at| at + " -c=".len()) else { return text.to_owned() };
        let end = text[start..].find([' ', '\n']).map_or(text.len(), |length| start + length);
        match text[start..end].parse() {
            Ok(threads) if pool.contains(&threads) => format!("{}‹threads›{}", &text[..start], &text[end..]),
            _ => text.to_owned(),
        }
    }

    /// Whether two texts are equal but for names.
    pub fn same_shape(&self, ours: &str, theirs: &str) -> bool {
        Shape::of(&self.normal(ours)).text == Shape::of(&self.normal(theirs)).text
    }
}

/// The trial of a C compiler without directory and object directory of the package that asked first.
fn without_package(text: &str) -> String {
    let words = text.split(' ').map(|word| if word.starts_with("-ffile-prefix-map=$WORK/") { "" } else { word });
    let words: Vec<&str> = words.collect();
    let is_directory = |at: usize| at > 0 && words[at - 1] == "-I";
    let kept = words.iter().enumerate().filter(|(at, _)| !is_directory(*at)).map(|(_, word)| *word);
    kept.collect::<Vec<_>>().join(" ")
}
