//! What a build did after some changes, package by package.

use std::sync::Arc;

use serde::Serialize;

use super::account::Account;
use super::change::{Change, ChangeError};
use super::reason::{LinkReason, Reason};
use super::scenario::Scenario;
use crate::build::{Assume, Build, BuildOptions, Cause};
use crate::program::Program;

/// What became of the packages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Every package that was compiled, failed or was not started, in the order of `-p 1`.
    pub packages: Vec<PackageReport>,
    /// The link.
    pub link: LinkReport,
    /// Whether that is so in any case.
    pub link_certainty: Certainty,
    /// How many packages have an archive.
    pub all_packages: usize,
    /// Whether the list is exact. If not, `certainty` tells the least from the most.
    pub exact: bool,
    /// Exit code of the go command.
    pub exit_code: u8,
    /// What failed, in the order in which it failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<FailureReport>,
    /// Faults that did no harm, if the build went well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unnoticed: Vec<UnnoticedReport>,
    /// What a failed build leaves behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
    /// What the go command says instead of building, if it refuses to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<&'static str>,
}

/// What became of one package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageReport {
    /// Import path; `main` for the main package.
    pub package: String,
    /// Whether it is compiled in any case, or only if export data changes wherever it can.
    pub certainty: Certainty,
    /// What happened.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// How sure an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It is so.
    Certain,
    /// It may be so; nobody has measured it.
    Possible,
}

/// What happened to a package that was not simply reused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It was compiled.
    Compiled {
        /// Why.
        reason: Reason,
        /// Whether the archive came out as it was before, so that its importers need nothing. `None` (in JSON `null`)
        /// if that depends on what nobody has measured.
        same_archive: Option<bool>,
    },
    /// One of its commands failed.
    Failed {
        /// What the tool said.
        output: Vec<String>,
    },
    /// It was not started, because it waits for something that failed.
    NotStarted {
        /// The package that failed.
        waits_for: String,
    },
}

impl Outcome {
    /// This outcome, where only the most that the changes can do leads to it.
    fn guessed(self) -> Self {
        match self {
            Self::Compiled { reason, .. } => Self::Compiled { reason, same_archive: None },
            other => other,
        }
    }

    /// This outcome of the least that the changes can do, without what the most contradicts.
    fn without_guesses(self, most: &Self) -> Self {
        let archive = |outcome: &Self| match outcome {
            Self::Compiled { same_archive, .. } => *same_archive,
            _ => None,
        };
        if archive(&self) == archive(most) { self } else { self.guessed() }
    }
}

/// What became of the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", content = "reason", rename_all = "kebab-case")]
pub enum LinkReport {
    /// Linked, and why.
    Linked(LinkReason),
    /// Up to date.
    UpToDate,
    /// The linker failed, with this output.
    Failed(Vec<String>),
    /// Never started: something failed before.
    NotStarted,
    /// The program is a library.
    NoProgram,
}

/// Why, in a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Why {
    /// In English.
    pub en: String,
    /// In Chinese.
    pub zh: String,
}

impl Why {
    /// A cause in both languages.
    pub fn of(cause: &Cause) -> Self {
        Self { en: cause.english(), zh: cause.chinese() }
    }
}

/// A command that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailureReport {
    /// Import path of the package it worked on; `main` for the main package, and for the link. Nothing if the go
    /// command itself failed before it planned anything.
    pub package: Option<String>,
    /// `compile`, `asm`, `pack`, `link` or `go`.
    pub tool: &'static str,
    /// What it said.
    pub output: Vec<String>,
    /// Whether the real one says the very same; else `?` stands for what is not known.
    pub exact: bool,
    /// Why it failed.
    pub why: Why,
}

impl FailureReport {
    /// The first line that says what is wrong: before it there may be one that names the package.
    pub fn said(&self) -> &str {
        self.output.iter().find(|line| !line.starts_with("# ")).map_or("", |line| line.trim())
    }
}

/// A fault that nobody noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnnoticedReport {
    /// The fault as written.
    pub fault: String,
    /// Why it did no harm.
    pub why: Why,
}

/// What is there after a failed build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The executable of the build before, which is still in place.
    pub output: Option<String>,
    /// How many archives the build has stored in the cache.
    pub stored: usize,
    /// The files that the failed actions left in their object directories, if the work directory is kept.
    pub work: Vec<String>,
}

/// A finished what-if: the report, and the builds it was made from.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// The last build, with the least that the changes can rebuild. If that was refused, the one before.
    pub build: Arc<Build>,
    /// The report.
    pub report: Report,
}

impl Report {
    /// Builds a program once, makes the changes, builds it again, and says what the last build did.
    ///
    /// # Errors
    /// If a change makes no sense.
    pub fn of(program: &Arc<Program>, options: &BuildOptions, changes: &[Change]) -> Result<Outcomes, ChangeError> {
        let since_last_build = changes.iter().rev().take_while(|change| **change != Change::Then);
        if since_last_build.into_iter().any(|change| *change == Change::CacheOff) {
            return Self::refused(program, options, changes);
        }
        let least = Arm::run(program, options, changes, Assume::Least)?;
        let most = Arm::run(program, options, changes, Assume::Most)?;
        let report = Self::of_arms(&least, &most);
        Ok(Outcomes { build: least.build, report })
    }

    /// What a build did, given the least and the most that edits may have changed.
    pub fn of_arms(least: &Arm, most: &Arm) -> Self {
        let mut report = least.report();
        let possible = most.account().packages();
        // That the least build compiled a package is certain; it also tells the reason, which may be nearer. What
        // came out of it is certain only if both builds agree.
        let certain = std::mem::take(&mut report.packages);
        let merged = |most: PackageReport| match certain.iter().find(|least| least.package == most.package) {
            Some(least) => PackageReport { outcome: least.outcome.clone().without_guesses(&most.outcome), ..most },
            None => PackageReport { certainty: Certainty::Possible, outcome: most.outcome.guessed(), ..most },
        };
        report.packages = possible.into_iter().map(merged).collect();
        let most_link = most.account().link();
        if report.link == LinkReport::UpToDate && most_link != LinkReport::UpToDate {
            report.link_certainty = Certainty::Possible;
            report.link = most_link;
        }
        let is_certain = |package: &PackageReport| package.certainty == Certainty::Certain;
        report.exact = report.link_certainty == Certainty::Certain && report.packages.iter().all(is_certain);
        report
    }

    /// What a build did, given the one before it on the same machine.
    pub fn of_build(before: Option<&Build>, build: &Build, had_output: bool) -> Self {
        Self::certain(Account { before, build, had_output })
    }

    fn certain(account: Account) -> Self {
        Self {
            packages: account.packages(),
            link_certainty: Certainty::Certain,
            link: account.link(),
            all_packages: account.build.plan.builds_in_order().len(),
            exact: true,
            exit_code: account.build.exit_code(),
            failures: account.failures(),
            unnoticed: account.unnoticed(),
            left: account.left(),
            refused: None,
        }
    }

    /// The go command stops before it makes any action.
    fn refused(program: &Arc<Program>, options: &BuildOptions, changes: &[Change]) -> Result<Outcomes, ChangeError> {
        let (_, build) = Scenario::after(program, options, changes, Assume::Least)?;
        let report = Self::refusal(&build, super::scenario::CACHE_OFF);
        Ok(Outcomes { build, report })
    }

    /// The report of a build that the go command refuses with these words. `build` is any build of the program.
    pub fn refusal(build: &Build, words: &'static str) -> Self {
        Self {
            packages: Vec::new(),
            link_certainty: Certainty::Certain,
            link: LinkReport::NotStarted,
            all_packages: build.plan.builds_in_order().len(),
            exact: true,
            exit_code: 1,
            failures: Vec::new(),
            unnoticed: Vec::new(),
            left: None,
            refused: Some(words),
        }
    }

    /// How many packages were certainly, and how many possibly compiled.
    pub fn compiled(&self) -> (usize, usize) {
        let compiled = |p: &&PackageReport| matches!(p.outcome, Outcome::Compiled { .. });
        let certain = self.packages.iter().filter(compiled).filter(|p| p.certainty == Certainty::Certain).count();
        (certain, self.packages.iter().filter(compiled).count())
    }
}

/// One build, and what was there before it.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The build before, on the same machine.
    pub before: Option<Arc<Build>>,
    /// Whether the target was in place when it began.
    pub had_output: bool,
    /// The build.
    pub build: Arc<Build>,
}

impl Arm {
    /// Builds on a machine as it is.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn next(scenario: &mut Scenario) -> Result<Self, ChangeError> {
        let before = scenario.last().cloned();
        let targets = scenario.machine().targets.clone();
        let build = scenario.build()?;
        let had_output = build.plan.target.as_ref().is_some_and(|target| targets.contains_key(target));
        Ok(Self { before, had_output, build })
    }

    /// One run of the whole story.
    fn run(
        program: &Arc<Program>,
        options: &BuildOptions,
        changes: &[Change],
        assume: Assume,
    ) -> Result<Self, ChangeError> {
        let (mut scenario, before) = Scenario::after(program, options, changes, assume)?;
        let arm = Self::next(&mut scenario)?;
        Ok(Self { before: Some(before), ..arm })
    }

    /// What it did, if nothing else is possible.
    pub fn report(&self) -> Report {
        Report::certain(self.account())
    }

    fn account(&self) -> Account<'_> {
        Account { before: self.before.as_deref(), build: &self.build, had_output: self.had_output }
    }
}
