//! A whole log in one look: a fold over its entries.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::act::{Act, Phase};
use super::entries::Entry;
use super::failure::Failure;
use super::file::FileKind;
use super::lanes::Span;
use super::message::is_surely_name;
use super::package::{Origin, Package};
use super::settings::Settings;
use super::tools::Tool;

/// How often something occurs, and where first.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Seen {
    /// How often.
    pub count: usize,
    /// The first line.
    pub first: usize,
    /// As it is written there.
    pub example: String,
}

/// What a log shows.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// How many lines it has.
    pub lines: usize,
    /// How many builds it has, one after the other.
    pub builds: usize,
    /// What its lines are: how many lines, and the first.
    pub acts: BTreeMap<Act, Seen>,
    /// The flags of tools, by tool, name, and whether they are turned off. A name that no table has is `Err`.
    pub flags: BTreeMap<(Tool, Result<&'static str, String>, bool), Seen>,
    /// The files that are named, by kind.
    pub files: BTreeMap<FileKind, Seen>,
    /// The command and the machine.
    pub settings: Settings,
    /// The packages, in the order of their first lines; those without a line of their own follow by name.
    pub packages: Vec<Package>,
    /// What failed.
    pub failures: Vec<Failure>,
    /// Which actions ran at the same time.
    pub spans: Vec<Span>,
    /// Where the package of an object directory is in the list.
    pub(super) by_objdir: HashMap<(usize, u32), usize>,
    /// Lines that are names of packages, once it is known which those are.
    pub(super) names: HashSet<String>,
}

impl Reading {
    /// What an entry is, now that all names are known: a word that stands alone may be the name of a package.
    pub fn act(&self, entry: &Entry) -> Act {
        let is_other = entry.act == Act::Name && !self.names.contains(&entry.text) && !is_surely_name(&entry.text);
        if is_other { Act::Foreign } else { entry.act }
    }

    /// The package with this object directory, in this build.
    pub fn package(&self, build: usize, objdir: u32) -> Option<&Package> {
        let at = self.by_objdir.get(&(build, objdir))?;
        self.packages.get(*at)
    }

    /// The package that an entry is about.
    pub fn package_of(&self, entry: &Entry) -> Option<&Package> {
        self.package(entry.build, entry.objdir?)
    }

    /// How many packages have this origin. Every compile counts: a package can be compiled for its test once more. But one
    /// can have further object directories, for vet or a link; of those that are compiled nothing else is counted.
    pub fn count(&self, origin: Origin) -> usize {
        let is_compiled = |package: &Package| matches!(package.origin, Origin::Compiled | Origin::Failed);
        let of_origin = self.packages.iter().filter(|package| package.origin == origin);
        if matches!(origin, Origin::Compiled | Origin::Failed) {
            return of_origin.count();
        }
        let is_better = |package: &&Package| is_compiled(package) || package.origin < origin;
        let better: HashSet<_> =
            self.packages.iter().filter(is_better).filter_map(|package| package.path.as_deref()).collect();
        let (named, unnamed): (Vec<_>, Vec<_>) = of_origin.partition(|package| package.path.is_some());
        let named: HashSet<_> = named.into_iter().filter_map(|package| package.path.as_deref()).collect();
        named.difference(&better).count() + unnamed.len()
    }

    /// Whether any line is one of the go command.
    pub fn is_log(&self) -> bool {
        let has = |act: Act| self.acts.contains_key(&act);
        let weak = |act: &Act| {
            matches!(
                act,
                Act::Name
                    | Act::SourceError
                    | Act::VetFinding
                    | Act::ToolOutput
                    | Act::ToolEnded
                    | Act::FailedPackage
                    | Act::TestResult
                    | Act::Environment
            )
        };
        // Lines that look like those of other programs count only together.
        let only_names =
            has(Act::Name) && self.acts.keys().all(|act| matches!(act, Act::Name | Act::Blank | Act::Fence));
        self.acts.keys().any(|act| act.is_go() && !weak(act))
            || only_names
            || (has(Act::FailedPackage) && (has(Act::SourceError) || has(Act::VetFinding)))
    }

    /// Whether there is no line but those that the go command prints when it finds all up to date, and those of others
    /// that are known.
    pub fn is_idle(&self) -> bool {
        let is_idle = |act: &Act| {
            matches!(
                act,
                Act::Work
                    | Act::ChangeDir
                    | Act::Git
                    | Act::MakeDir
                    | Act::Touch
                    | Act::Install
                    | Act::Copy
                    | Act::ReplayFromCache
                    | Act::CleanUp
            ) || !act.is_go() && *act != Act::Foreign
        };
        self.failures.is_empty() && self.acts.keys().all(is_idle)
    }

    /// Whether there are lines of no known kind and no command at all, so that nobody knows how the build went.
    pub fn is_unclear(&self) -> bool {
        let tells = |act: &Act| {
            act.is_go() && act.phase() != Phase::Message && !matches!(act, Act::Work | Act::MakeDir | Act::ChangeDir)
        };
        self.failures.is_empty() && self.acts.contains_key(&Act::Foreign) && !self.acts.keys().any(tells)
    }

    /// The most actions that certainly ran at the same time.
    pub fn at_once(&self) -> usize {
        self.spans.iter().map(|span| span.lane + 1).max().unwrap_or(0)
    }
}
