//! How a report is made: the story is run twice, with the least and the most that the edits can have changed.

use std::sync::Arc;

use super::account::Account;
use super::change::Change;
use super::change_error::ChangeError;
use super::report::{Certainty, LinkReport, PackageReport, Report};
use super::scenario::{CACHE_OFF, Scenario};
use crate::gobuild::{Assume, Build, BuildOptions};
use crate::program::Program;

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
        let report = Self::refusal(&build, CACHE_OFF);
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
