//! Predictions about another build: what is rebuilt, whether it links, which tool fails.

use std::rc::Rc;

use super::asked::Asked;
use crate::lesson::check::checker::Checker;
use crate::lesson::place::Place;
use crate::lesson::places::join;
use crate::lesson::question::{Failing, Kind, Linking, Rebuild, Rebuilt, TOOLS};
use gostep_sim::gobuild::Mode;
use gostep_sim::said;
use gostep_sim::whatif::{Certainty, LinkReport, Outcome, Outcomes, PackageReport, Report};

impl<'a> Checker<'a, '_> {
    pub(super) fn rebuilt(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let outcomes = self.next_build_of(asked)?;
        let Outcomes { build, report } = outcomes.as_ref();
        if !self.goes_well(asked, report) {
            return None;
        }
        let compiled = |package: &PackageReport| match &package.outcome {
            Outcome::Compiled { reason, same_archive } => Some(Rebuilt {
                path: package.package.clone(),
                certain: package.certainty == Certainty::Certain,
                why: reason.clone(),
                same_archive: *same_archive == Some(true),
            }),
            _ => None,
        };
        // The next build may have other packages than this one.
        let plan = &build.plan;
        let name = |package| build.program.display_path(package).to_owned();
        let imports = plan.builds_in_order().into_iter().map(|id| {
            let deps = plan.action(id).deps.iter().map(|&dep| plan.action(dep));
            let deps = deps.filter(|dep| dep.mode == Mode::Build).map(|dep| name(dep.package));
            (name(plan.action(id).package), deps.collect())
        });
        Some(Kind::Rebuild(Rebuild {
            compiled: report.packages.iter().filter_map(compiled).collect(),
            imports: imports.collect(),
        }))
    }

    pub(super) fn linked(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let outcomes = self.next_build_of(asked)?;
        let report = &outcomes.report;
        if !self.goes_well(asked, report) {
            return None;
        }
        if report.link_certainty == Certainty::Possible {
            let help = said!("choose another change; `gostep whatif` tells what is known");
            self.report.misfit(
                self.predict_place(asked),
                said!("it is not known whether this change leads to a link"),
                help,
            );
            return None;
        }
        let compiled = report.packages.iter().map(|package| package.package.clone()).collect();
        match &report.link {
            LinkReport::Linked(reason) => Some(Kind::Linking(Linking { why: Some(reason.clone()), compiled })),
            LinkReport::UpToDate => Some(Kind::Linking(Linking { why: None, compiled })),
            _ => {
                self.report.misfit(self.predict_place(asked), said!("this program is a library and never linked"), "");
                None
            }
        }
    }

    pub(super) fn fails(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let outcomes = self.next_build_of(asked)?;
        let report = &outcomes.report;
        let tool = crate::lesson::facts::tool(report);
        let Some(right) = TOOLS.iter().position(|known| *known == tool) else {
            let message = said!("{tool} fails, which is not one of the answers: {}", said::list(TOOLS), tool);
            self.report.misfit(self.predict_place(asked), message, said!("choose another fault"));
            return None;
        };
        let failure = report.failures.first();
        let said = failure.map_or_else(|| report.refused.map(str::to_owned), |f| Some(f.said().to_owned()));
        let causes = failure.map(|failure| failure.cause.clone()).into_iter();
        let causes = causes.chain(report.unnoticed.iter().map(|unnoticed| unnoticed.cause.clone())).collect();
        let package = failure.and_then(|failure| failure.package.clone());
        Some(Kind::Failing(Failing { right, package, said, causes }))
    }

    /// What the next build does after the changes of the question.
    fn next_build_of(&mut self, asked: &Asked<'a, '_>) -> Option<Rc<Outcomes>> {
        let raw = asked.raw;
        if raw.change.is_empty() && raw.fault.is_empty() {
            let fails = raw.predict.as_deref() == Some("fails");
            self.require(&join(&asked.path, if fails { "fault" } else { "change" }), false);
            return None;
        }
        let faults = &raw.fault;
        if let Some(again) = (1..faults.len()).find(|&at| faults[..at].contains(&faults[at])) {
            let item = format!("{}.fault[{again}]", asked.path);
            self.report.add(
                self.places().value(&item),
                said!("{} is there twice", faults[again]),
                said!("write it once"),
            );
            return None;
        }
        let outcome = asked.builds.whatifs().next(&raw.change, &raw.fault);
        outcome
            .map_err(|error| {
                let place = self.word_place(asked, error.word());
                self.report.add_on(error.ground(), place, error.said(), "");
            })
            .ok()
    }

    /// Where a change or fault stands.
    fn word_place(&self, asked: &Asked<'a, '_>, word: Option<&str>) -> Place {
        for (name, words) in [("change", &asked.raw.change), ("fault", &asked.raw.fault)] {
            if let Some(number) = words.iter().position(|known| Some(known.as_str()) == word) {
                let item = format!("{}.{name}[{number}]", asked.path);
                let list = join(&asked.path, name);
                return self.places().value(if self.places().has(&item) { &item } else { &list });
            }
        }
        self.places().value(&asked.path)
    }

    /// Reports a build that fails where one is needed that does not.
    fn goes_well(&mut self, asked: &Asked<'a, '_>, report: &Report) -> bool {
        if report.exit_code != 0 {
            let place = self.places().value(&join(&asked.path, "change"));
            self.report.misfit(
                place,
                said!("this build fails"),
                said!("ask which tool fails with predict: fails, or change something else"),
            );
        }
        report.exit_code == 0
    }
}
