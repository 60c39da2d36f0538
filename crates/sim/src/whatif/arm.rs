//! Makes a report by running the same changes twice: once with the smallest effect that the edits can have, once with
//! the largest.

use std::sync::Arc;

use super::account::Account;
use super::change::Change;
use super::change_error::ChangeError;
use super::report::{Certainty, LinkReport, PackageReport, Report};
use super::scenario::{CACHE_OFF, Scenario};
use crate::gobuild::{Assume, Build, BuildOptions};
use crate::program::Program;

/// A finished what-if: the report and the build that it is about.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// The last build, with the smallest effect of the edits. If the go command refused it, the build before it.
    pub build: Arc<Build>,
    /// The report.
    pub report: Report,
}

impl Report {
    /// Builds a program, makes the changes, builds it again, and reports on the last build.
    ///
    /// # Errors
    /// If a change is not possible.
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

    /// The report on two runs of the same build, with the smallest and with the largest effect of the edits.
    pub fn of_arms(least: &Arm, most: &Arm) -> Self {
        let mut report = least.report();
        let possible = most.account().packages();
        // What the smaller run compiles is compiled in any case, and its reason may be the more direct one. The result
        // of a compile is certain only if both runs agree on it.
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

    /// The report on a single run, given the build before it on the same machine.
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

    /// The result if the go command stops before it runs any action.
    fn refused(program: &Arc<Program>, options: &BuildOptions, changes: &[Change]) -> Result<Outcomes, ChangeError> {
        let (_, build) = Scenario::after(program, options, changes, Assume::Least)?;
        let report = Self::refusal(&build, CACHE_OFF);
        Ok(Outcomes { build, report })
    }

    /// The report on a build that the go command refuses with this message. `build` is any build of the program, for
    /// its number of packages.
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

/// One of the two runs: a build and what existed before it.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The previous build on the same machine.
    pub before: Option<Arc<Build>>,
    /// Whether the target existed when the build began.
    pub had_output: bool,
    /// The build that is reported on.
    pub build: Arc<Build>,
}

impl Arm {
    /// Builds on a machine in its present state.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn next(scenario: &mut Scenario) -> Result<Self, ChangeError> {
        let before = scenario.last().cloned();
        let targets = scenario.machine().targets.clone();
        let build = scenario.build()?;
        let had_output = build.plan.target().is_some_and(|target| targets.contains_key(target));
        Ok(Self { before, had_output, build })
    }

    /// Runs all changes and builds once.
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

    /// The report, if this is the only possible run.
    pub fn report(&self) -> Report {
        Report::certain(self.account())
    }

    fn account(&self) -> Account<'_> {
        Account { before: self.before.as_deref(), build: &self.build, had_output: self.had_output }
    }
}
