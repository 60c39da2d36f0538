//! `show:` of a step: from things as written to things found in the build.

use super::names;
use super::places::{Places, join};
use super::points::{command_filter, report_unknown_file};
use super::problem::Report;
use super::raw::{RawCommand, RawFile, RawShow};
use super::staged::StagedBuild;
use super::{At, Show, StateName, What};
use crate::build::EventKind;
use crate::program::PackageId;
use crate::suggest::did_you_mean;

const KINDS: &str = "write one of commands:, command:, file:, states:, packages:, imports:, importers:, view:";
const MOST_COMMANDS: usize = 12;

/// What things are looked up in.
pub struct Stage<'a, 'b> {
    /// The build.
    pub staged: &'a StagedBuild,
    /// The moment of the step.
    pub at: At,
    /// The moment of the step before, if it is in the same build.
    pub before: usize,
    /// Where everything stands in the file.
    pub places: &'a Places,
    /// Takes the problems.
    pub report: &'a mut Report<'b>,
}

impl Stage<'_, '_> {
    /// Finds what is to be shown.
    pub fn find(&mut self, raw: &RawShow, path: &str) -> Option<Show> {
        let what = self.what(raw, path)?;
        let marks_fit = matches!(what, What::NewCommands { .. } | What::Command(_) | What::File(..));
        if !marks_fit && !raw.mark.is_empty() {
            let place = self.places.key(&join(path, "mark"));
            self.report.add(place, "mark: goes with commands:, command: and file:", "remove it");
        }
        if raw.last.is_some() && raw.commands.is_none() {
            self.report.add(self.places.key(&join(path, "last")), "last: goes with commands:", "remove it");
        }
        Some(Show { what, mark: raw.mark.clone() })
    }

    fn what(&mut self, raw: &RawShow, path: &str) -> Option<What> {
        let given = [
            raw.commands.is_some(),
            raw.command.is_some(),
            raw.file.is_some(),
            raw.states.is_some(),
            raw.packages.is_some(),
            raw.imports.is_some(),
            raw.importers.is_some(),
            raw.view.is_some(),
        ];
        if given.into_iter().filter(|&given| given).count() != 1 {
            self.report.add(self.places.value(path), "an item of show: shows exactly one thing", KINDS);
            return None;
        }
        if let Some(word) = &raw.commands {
            return self.new_commands(word, raw, path);
        }
        if let Some(command) = &raw.command {
            return self.command(command, &raw.mark, path);
        }
        if let Some(file) = &raw.file {
            return self.file(file, path);
        }
        if let Some(states) = &raw.states {
            return self.states(states, path);
        }
        if let Some(packages) = &raw.packages {
            let path = join(path, "packages");
            let found: Vec<_> = packages.iter().filter_map(|name| self.package(name, &path)).collect();
            return (found.len() == packages.len()).then_some(What::Packages(found));
        }
        if let Some(name) = &raw.imports {
            return self.package(name, &join(path, "imports")).map(What::ImportsOf);
        }
        if let Some(name) = &raw.importers {
            return self.package(name, &join(path, "importers")).map(What::ImportersOf);
        }
        match raw.view.as_deref() {
            Some("layers") => Some(What::Layers),
            Some("workers") => Some(What::Workers),
            word => {
                let word = word.unwrap_or_default();
                let hint = did_you_mean(word, ["layers", "workers"].into_iter());
                let place = self.places.value(&join(path, "view"));
                self.report.add(place, format!("unknown view {word:?}{hint}"), "known: layers, workers");
                None
            }
        }
    }

    fn new_commands(&mut self, word: &str, raw: &RawShow, path: &str) -> Option<What> {
        let place = self.places.value(&join(path, "commands"));
        if word != "new" {
            self.report.add(place, format!("commands: {word} is not known"), "write commands: new, or command: {…}");
            return None;
        }
        let between = &self.staged.build.events[self.before..self.at.events];
        if !between.iter().any(|event| matches!(event.kind, EventKind::Ran(_))) {
            let help = "advance the build with to:, or show a single command with command:";
            self.report.add(place, "no command began since the step before", help);
            return None;
        }
        Some(What::NewCommands { last: raw.last.map_or(MOST_COMMANDS, |last| last as usize) })
    }

    fn command(&mut self, raw: &RawCommand, mark: &[String], path: &str) -> Option<What> {
        let path = join(path, "command");
        let (Some(package), Some(command)) = (&raw.package, &raw.command) else {
            let help = "write {package: fmt, command: compile}";
            self.report.add(self.places.value(&path), "a command has a package and a command", help);
            return None;
        };
        let package = self.package(package, &join(&path, "package"))?;
        let (staged, places) = (self.staged, self.places);
        let fits = command_filter(command, raw.source.as_deref(), staged, package, &path, places, self.report)?;
        let Some(block) = staged.block_of(package, fits) else {
            self.report.add(places.value(&path), "this build has no such command", "");
            return None;
        };
        if staged.transcript[block].event >= self.at.events {
            let help = "advance the build with to: first";
            self.report.add(places.value(&path), "this command has not begun at this step", help);
            return None;
        }
        for (number, word) in mark.iter().enumerate() {
            if !staged.transcript[block].text.contains(word.as_str()) {
                let place = self.mark_place(&path, number);
                self.report.add(place, format!("the command has no {word:?} to mark"), "");
            }
        }
        Some(What::Command(block))
    }

    fn mark_place(&self, path: &str, number: usize) -> super::Place {
        let around = path.rsplit_once('.').map_or(path, |(around, _)| around);
        self.places.value(&format!("{around}.mark[{number}]"))
    }

    fn file(&mut self, raw: &RawFile, path: &str) -> Option<What> {
        let path = join(path, "file");
        let (Some(package), Some(name)) = (&raw.package, &raw.name) else {
            let help = "write {package: fmt, name: importcfg}";
            self.report.add(self.places.value(&path), "a file has a package and a name", help);
            return None;
        };
        let package = self.package(package, &join(&path, "package"))?;
        let Some(file) = names::file(name, self.staged.build.program.package(package)) else {
            report_unknown_file(name, &join(&path, "name"), self.places, self.report);
            return None;
        };
        Some(What::File(package, file))
    }

    fn states(&mut self, words: &[String], path: &str) -> Option<What> {
        if words == ["all"] {
            return Some(What::States(Vec::new()));
        }
        let path = join(path, "states");
        let mut states = Vec::new();
        for (number, word) in words.iter().enumerate() {
            if let Some((_, state)) = StateName::ALL.iter().find(|(name, _)| name == word) {
                states.push(*state);
            } else {
                let hint = did_you_mean(word, StateName::ALL.iter().map(|(name, _)| *name));
                let place = self.places.value(&format!("{path}[{number}]"));
                let help = "known: waiting, ready, running, done; or all";
                self.report.add(place, format!("unknown state {word:?}{hint}"), help);
            }
        }
        (!states.is_empty() && states.len() == words.len()).then_some(What::States(states))
    }

    fn package(&mut self, name: &str, path: &str) -> Option<PackageId> {
        match names::package(self.staged, name) {
            Ok(package) => Some(package),
            Err(message) => {
                self.report.add(self.places.value(path), message, "");
                None
            }
        }
    }
}
