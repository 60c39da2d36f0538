//! Predictions about the build as it stands: what can start, what starts next, what a package waits for.

use super::asked::Asked;
use crate::lesson::check::checker::Checker;
use crate::lesson::names;
use crate::lesson::places::join;
use crate::lesson::question::{Kind, Moment, PackageAt, Standing, Wanted};
use crate::lesson::staged::StagedBuild;
use gostep_sim::gobuild::{ActionState, EventKind, Mode};
use gostep_sim::program::PackageId;
use gostep_sim::said;

impl<'a> Checker<'a, '_> {
    pub(super) fn can_start(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let moment = Moment { wanted: Wanted::CanStart, packages: packages(asked) };
        if moment.right().is_empty() {
            let help = said!("ask at another point, or set it with to:");
            self.report.misfit(self.predict_place(asked), said!("no package can start at this point"), help);
            return None;
        }
        Some(Kind::Moment(moment))
    }

    pub(super) fn starts_next(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let staged = asked.builds.now();
        let from = asked.builds.at.events;
        let started = staged.build.events[from..].iter().filter_map(|event| {
            let action = staged.build.plan.action(event.action);
            let starts = matches!(event.kind, EventKind::Started { .. }) && action.mode == Mode::Build;
            starts.then_some((event.time, action.package))
        });
        let started: Vec<(u64, PackageId)> = started.collect();
        let Some(&(time, _)) = started.first() else {
            self.report.misfit(
                self.predict_place(asked),
                said!("no package starts after this point"),
                said!("ask at an earlier one"),
            );
            return None;
        };
        // Those that are taken at one moment are all next.
        let next = started.iter().take_while(|(at, _)| *at == time);
        let next = next.map(|(_, package)| path_of(staged, *package)).collect();
        Some(Kind::Moment(Moment { wanted: Wanted::StartsNext { next }, packages: packages(asked) }))
    }

    pub(super) fn waits_for(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let path = join(&asked.path, "package");
        let Some(name) = &asked.raw.package else {
            self.require(&path, false);
            return None;
        };
        let staged = asked.builds.now();
        let package = match names::package(staged, name) {
            Ok(package) => package,
            Err(message) => {
                self.report.add(self.places().value(&path), message, names::PACKAGES);
                return None;
            }
        };
        let names = |packages: &[PackageId]| packages.iter().map(|&package| path_of(staged, package)).collect();
        let imports = staged.imports(package);
        let through = staged.needs(package).into_iter().filter(|needed| !imports.contains(needed));
        let through = through.filter_map(|needed| {
            let via = imports.iter().find(|&&import| staged.needs(import).contains(&needed))?;
            Some((path_of(staged, needed), path_of(staged, *via)))
        });
        let wanted = Wanted::WaitsFor {
            package: path_of(staged, package),
            imports: names(&imports),
            through: through.collect(),
        };
        let moment = Moment { wanted, packages: packages(asked) };
        if moment.right().is_empty() {
            let message = said!("{name} waits for nothing at this point", name);
            self.report.misfit(
                self.places().value(&path),
                message,
                said!("ask at an earlier point, or about another package"),
            );
            return None;
        }
        Some(Kind::Moment(moment))
    }
}

fn path_of(staged: &StagedBuild, package: PackageId) -> String {
    staged.build.program.display_path(package).to_owned()
}

/// Where all packages stand.
fn packages(asked: &Asked<'_, '_>) -> Vec<PackageAt> {
    let (staged, state) = (asked.builds.now(), &asked.builds.state);
    let is_over =
        |state: ActionState| !matches!(state, ActionState::Waiting | ActionState::Ready | ActionState::Running);
    let waits_for = |packages: Vec<PackageId>| {
        let missing = packages.into_iter().filter(|&package| !is_over(staged.state_of(state, package)));
        missing.map(|package| path_of(staged, package)).collect::<Vec<_>>()
    };
    let standing = |package: PackageId| match staged.state_of(state, package) {
        ActionState::Waiting => {
            let missing = waits_for(staged.imports(package));
            // main comes after all that is linked with it, imported or not.
            Standing::Waiting(if missing.is_empty() { waits_for(staged.needs(package)) } else { missing })
        }
        ActionState::Ready => Standing::Ready,
        ActionState::Running => Standing::Running,
        ActionState::Done | ActionState::Reused => Standing::Done,
        ActionState::Failed | ActionState::Skipped => Standing::Lost,
    };
    let packages = staged.packages.iter();
    packages.map(|&package| PackageAt { path: path_of(staged, package), standing: standing(package) }).collect()
}
