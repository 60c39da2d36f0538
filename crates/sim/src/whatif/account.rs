//! What one build did, read from its events and compared with the build before it.

use super::reason;
use super::report::{Certainty, FailureReport, Left, LinkReport, Outcome, PackageReport, UnnoticedReport};
use crate::gobuild::files::{Content, FileName};
use crate::gobuild::{ActionId, ActionState, Build, EventKind};
use crate::program::PackageId;

/// A build and what existed before it.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// The previous build on the same machine, if there was one.
    pub before: Option<&'a Build>,
    /// The build that is reported on.
    pub build: &'a Build,
    /// Whether the target existed when the build began.
    pub had_output: bool,
}

impl Account<'_> {
    /// Every package that was compiled, failed or was not started. Reused packages are left out.
    pub fn packages(&self) -> Vec<PackageReport> {
        if self.build.load_error.is_some() {
            return Vec::new();
        }
        let state = self.build.state_after(self.build.events.len());
        self.build
            .plan
            .builds_in_order()
            .into_iter()
            .filter_map(|id| {
                let package = self.build.plan.action(id).package;
                let outcome = match state.of_package(&self.build.plan, package) {
                    ActionState::Done => self.compiled(package),
                    ActionState::Failed => Outcome::Failed { output: self.output_of(package) },
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
        let old = self.before.and_then(|before| content(before, before.program.find(path)?));
        Outcome::Compiled {
            reason: reason::of_package(self.before, self.build, package),
            same_archive: Some(old.is_some() && old == content(self.build, package)),
        }
    }

    /// What was said when a package failed.
    fn output_of(&self, package: PackageId) -> Vec<String> {
        let link = self.build.plan.link();
        let is_of_package = |id: ActionId| Some(id) != link && self.build.plan.action(id).package == package;
        self.build.failures.iter().filter(|f| is_of_package(f.action)).flat_map(|f| f.output.clone()).collect()
    }

    fn output_of_link(&self, link: ActionId) -> Vec<String> {
        self.build.failures.iter().filter(|f| f.action == link).flat_map(|f| f.output.clone()).collect()
    }

    /// A failed package because of which this action was skipped: the first that is found along its dependencies.
    fn failed_dependency(&self, id: ActionId, states: &[ActionState]) -> String {
        let mut at = id;
        loop {
            let deps = &self.build.plan.action(at).deps;
            let stopped = |&&dep: &&ActionId| matches!(states[dep.index()], ActionState::Failed | ActionState::Skipped);
            match deps.iter().find(stopped) {
                Some(&dep) if states[dep.index()] == ActionState::Failed => return self.name(dep),
                Some(&dep) => at = dep,
                None => return String::new(),
            }
        }
    }

    /// The name of an action's package in reports.
    fn name(&self, id: ActionId) -> String {
        self.build.program.display_path(self.build.plan.action(id).package).to_owned()
    }

    /// What happened to the executable.
    pub fn link(&self) -> LinkReport {
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
            Some(EventKind::Failed(_)) => LinkReport::Failed(self.output_of_link(link)),
            Some(EventKind::Started { .. }) => {
                LinkReport::Linked(reason::of_link(self.before, self.build, self.had_output))
            }
            _ => LinkReport::NotStarted,
        }
    }

    /// The failures and their causes. A failure while loading packages comes first.
    pub fn failures(&self) -> Vec<FailureReport> {
        let load = self.build.load_error.iter().map(|error| FailureReport {
            package: None,
            tool: "go",
            output: error.output.clone(),
            exact: error.exact,
            cause: error.cause.clone(),
        });
        let tools = self.build.failures.iter().map(|failure| FailureReport {
            package: Some(self.name(failure.action)),
            tool: failure.step.tool(),
            output: failure.output.clone(),
            exact: failure.exact,
            cause: failure.cause.clone(),
        });
        load.chain(tools).collect()
    }

    /// The faults that did no harm.
    pub fn unnoticed(&self) -> Vec<UnnoticedReport> {
        let unnoticed = self.build.unnoticed().into_iter();
        unnoticed.map(|(spec, cause)| UnnoticedReport { fault: spec.to_string(), cause }).collect()
    }

    /// What a failed build leaves behind; `None` if the build succeeded.
    pub fn left(&self) -> Option<Left> {
        if self.build.exit_code() == 0 {
            return None;
        }
        let state = self.build.state_after(self.build.events.len());
        let in_cache = state.files.keys().filter(|file| file.name == FileName::CacheData).count();
        let mut work = Vec::new();
        for failure in self.build.failures.iter().filter(|_| self.build.options.keep_work) {
            let action = self.build.plan.action(failure.action);
            let package = self.build.program.package(action.package);
            let mut names: Vec<String> = state
                .files
                .iter()
                .filter(|(file, _)| file.objdir == action.objdir)
                .filter_map(|(file, content)| {
                    let name = file.name.in_objdir(package, &self.build.program.toolchain)?;
                    // Both languages mark an empty file by its size in this way.
                    Some(if *content == Content::Empty { format!("{name} (0 B)") } else { name })
                })
                .collect();
            names.sort_unstable();
            work.extend(names.into_iter().map(|name| format!("$WORK/b{:03}/{name}", action.objdir)));
        }
        work.dedup();
        let output = self.build.plan.target().filter(|_| self.had_output).map(str::to_owned);
        Some(Left { output, stored: in_cache, work })
    }
}
