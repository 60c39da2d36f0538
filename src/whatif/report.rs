//! What a build did after some changes, package by package.

use std::sync::Arc;

use serde::Serialize;

use super::change::{Change, ChangeError};
use super::reason::{self, LinkReason, Reason};
use super::scenario::Scenario;
use crate::build::{ActionId, ActionState, Assume, Build, BuildOptions, EventKind};
use crate::program::{PackageId, Program};

/// What became of the packages.
#[derive(Clone, Debug, Serialize)]
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
        /// Whether the archive came out as it was before, so that its importers need nothing.
        same_archive: bool,
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

/// A finished what-if: the report, and the builds it was made from.
#[derive(Clone, Debug)]
pub struct Outcomes {
    /// The last build, with the least that the changes can rebuild. If that was refused, the one before.
    pub build: Build,
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
        let certain = least.packages();
        let possible = most.packages();
        let exact = certain.len() == possible.len();
        let mut packages = possible;
        for package in &mut packages {
            // What the least build did is certain; it also tells the reason, which may be nearer.
            match certain.iter().find(|other| other.package == package.package) {
                Some(sure) => *package = sure.clone(),
                None => package.certainty = Certainty::Possible,
            }
        }
        let report = Report {
            packages,
            link_certainty: if least.link() == LinkReport::UpToDate && most.link() != LinkReport::UpToDate {
                Certainty::Possible
            } else {
                Certainty::Certain
            },
            link: if least.link() == LinkReport::UpToDate { most.link() } else { least.link() },
            all_packages: least.build.plan.builds_in_order().len(),
            exact,
            exit_code: least.build.exit_code(),
            refused: None,
        };
        Ok(Outcomes { build: least.build, report })
    }

    /// The go command stops before it makes any action.
    fn refused(program: &Arc<Program>, options: &BuildOptions, changes: &[Change]) -> Result<Outcomes, ChangeError> {
        let (_, build) = Scenario::after(program, options, changes, Assume::Least)?;
        let report = Self {
            packages: Vec::new(),
            link_certainty: Certainty::Certain,
            link: LinkReport::NotStarted,
            all_packages: build.plan.builds_in_order().len(),
            exact: true,
            exit_code: 1,
            refused: Some(super::scenario::CACHE_OFF),
        };
        Ok(Outcomes { build, report })
    }

    /// How many packages were certainly, and how many possibly compiled.
    pub fn compiled(&self) -> (usize, usize) {
        let compiled = |p: &&PackageReport| matches!(p.outcome, Outcome::Compiled { .. });
        let certain = self.packages.iter().filter(compiled).filter(|p| p.certainty == Certainty::Certain).count();
        (certain, self.packages.iter().filter(compiled).count())
    }
}

/// One run of the whole story.
struct Arm {
    before: Option<Build>,
    had_output: bool,
    build: Build,
}

impl Arm {
    fn run(
        program: &Arc<Program>,
        options: &BuildOptions,
        changes: &[Change],
        assume: Assume,
    ) -> Result<Self, ChangeError> {
        let (mut scenario, before) = Scenario::after(program, options, changes, assume)?;
        let targets = scenario.machine().targets.clone();
        let build = scenario.build()?;
        let had_output = build.plan.target.as_ref().is_some_and(|target| targets.contains_key(target));
        Ok(Self { before: Some(before), had_output, build })
    }

    fn packages(&self) -> Vec<PackageReport> {
        let state = self.build.state_after(self.build.events.len());
        self.build
            .plan
            .builds_in_order()
            .into_iter()
            .filter_map(|id| {
                let package = self.build.plan.action(id).package;
                let outcome = match state.actions[id.index()] {
                    ActionState::Done => self.compiled(package),
                    ActionState::Failed => Outcome::Failed { output: self.output_of(id) },
                    ActionState::Skipped => {
                        Outcome::NotStarted { waits_for: self.failed_dependency(id, &state.actions) }
                    }
                    _ => return None,
                };
                let package = self.build.program.display_path(package).to_owned();
                Some(PackageReport { package, certainty: Certainty::Certain, outcome })
            })
            .collect()
    }

    fn compiled(&self, package: PackageId) -> Outcome {
        let content = |build: &Build, id| build.result(id).map(|result| result.id.content);
        let path = &self.build.program.package(package).import_path;
        let old = self.before.as_ref().and_then(|before| content(before, before.program.find(path)?));
        Outcome::Compiled {
            reason: reason::of_package(self.before.as_ref(), &self.build, package),
            same_archive: old.is_some() && old == content(&self.build, package),
        }
    }

    fn output_of(&self, id: ActionId) -> Vec<String> {
        self.build.failures.iter().filter(|f| f.action == id).flat_map(|f| f.output.clone()).collect()
    }

    /// The failed package nearest to a skipped one.
    fn failed_dependency(&self, id: ActionId, states: &[ActionState]) -> String {
        let mut at = id;
        loop {
            let deps = &self.build.plan.action(at).deps;
            let stopped = |&&dep: &&ActionId| matches!(states[dep.index()], ActionState::Failed | ActionState::Skipped);
            match deps.iter().find(stopped) {
                Some(&dep) if states[dep.index()] == ActionState::Failed => {
                    return self.build.program.display_path(self.build.plan.action(dep).package).to_owned();
                }
                Some(&dep) => at = dep,
                None => return String::new(),
            }
        }
    }

    fn link(&self) -> LinkReport {
        let Some(link) = self.build.plan.link() else { return LinkReport::NoProgram };
        let kind = self.build.events.iter().rev().find_map(|event| {
            let ends = matches!(
                event.kind,
                EventKind::UpToDate | EventKind::Failed(_) | EventKind::Skipped | EventKind::Started { .. }
            );
            (event.action == link && ends).then_some(event.kind)
        });
        match kind {
            Some(EventKind::UpToDate) => LinkReport::UpToDate,
            Some(EventKind::Failed(_)) => LinkReport::Failed(self.output_of(link)),
            Some(EventKind::Started { .. }) => {
                LinkReport::Linked(reason::of_link(self.before.as_ref(), &self.build, self.had_output))
            }
            _ => LinkReport::NotStarted,
        }
    }
}
