//! Where the things to show are looked up: a build at the moment of a step.

use crate::lesson::checked::At;
use crate::lesson::names;
use crate::lesson::places::{Places, join};
use crate::lesson::problem::ProblemReport;
use crate::lesson::staged::StagedBuild;
use crate::lesson::staged_run::RunNow;
use gostep_sim::program::PackageId;
use gostep_sim::said;
use gostep_sim::said::Said;

/// What things are looked up in.
pub struct Stage<'a, 'b> {
    /// The build.
    pub staged: &'a StagedBuild,
    /// The moment of the step.
    pub at: At,
    /// The moment of the step before, if it is in the same build.
    pub before: usize,
    /// The moment of the run, if the program runs.
    pub run: Option<RunNow<'a>>,
    /// Where everything stands in the file.
    pub places: &'a Places,
    /// Takes the problems.
    pub report: &'a mut ProblemReport<'b>,
}

impl Stage<'_, '_> {
    pub(super) fn package(&mut self, name: &str, path: &str) -> Option<PackageId> {
        match names::package(self.staged, name) {
            Ok(package) => Some(package),
            Err(message) => {
                self.report.add(self.places.value(path), message, names::PACKAGES);
                None
            }
        }
    }

    /// The packages of a list, if all of them are there.
    pub(super) fn packages(&mut self, names: &[String], path: &str, field: &str) -> Option<Vec<PackageId>> {
        let item = |number| match format!("{path}.{field}[{number}]") {
            item if self.places.has(&item) => item,
            _ => join(path, field),
        };
        self.twice(names, path, field);
        let items: Vec<String> = (0..names.len()).map(item).collect();
        let found: Vec<_> = names.iter().zip(items).filter_map(|(name, at)| self.package(name, &at)).collect();
        (found.len() == names.len()).then_some(found)
    }

    /// Reports a field that is missing, unless it was left out.
    pub(super) fn lack(&mut self, path: &str, name: &str, help: Said) {
        if !self.places.has(&join(path, name)) {
            self.report.add(self.places.whole(path), said!("{name}: is missing", name), help);
        }
    }

    /// Reports an item of a list that is there already.
    pub(super) fn twice(&mut self, names: &[String], path: &str, field: &str) {
        let again = (1..names.len()).filter(|&at| names[..at].contains(&names[at]));
        for (number, name) in again.map(|at| (at, &names[at])) {
            let place = self.item_place(path, field, number);
            self.report.add(place, said!("{name} is there twice", name), said!("name each one once"));
        }
    }

    /// Reports words to mark that the text has not.
    pub(super) fn marks(&mut self, text: &str, lacks: &Said, mark: &[String], path: &str) {
        let is_missing = |word: &str| word.trim().is_empty() || !text.contains(word);
        for (number, word) in mark.iter().enumerate().filter(|(_, word)| is_missing(word)) {
            let place = self.item_place(path, "mark", number);
            let help = said!("mark words that stand there; play the step to see them");
            self.report.misfit(place, said!("{lacks} no {word:?} to mark", lacks, word), help);
        }
    }

    /// Where an item of a list stands that may also be a single text.
    pub(super) fn item_place(&self, path: &str, name: &str, number: usize) -> crate::lesson::place::Place {
        let item = format!("{path}.{name}[{number}]");
        self.places.value(&if self.places.has(&item) { item } else { join(path, name) })
    }
}
