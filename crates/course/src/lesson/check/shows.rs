//! `show:` of a step: from things as written to things found in the build.

use super::points::command_filter;
use super::stage::Stage;
use crate::lesson::closed;
use crate::lesson::names;
use crate::lesson::places::join;
use crate::lesson::raw::{RawCommand, RawShow};
use crate::lesson::show::{STATES, Show, What};
use gostep_sim::gobuild::{Event, EventKind};
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::{did_you_mean, several};

const KINDS: Said = said!(
    "write one of commands:, events:, command:, file:, states:, packages:, imports:, importers:, view:, \
                     archive:, symbols:, functions:, cache:, hash:"
);
pub(super) const MOST_COMMANDS: usize = 12;
/// More words to mark, or names, than a step can show.
const MOST_WORDS: usize = 100;

impl Stage<'_, '_> {
    /// Finds what is to be shown.
    pub fn find(&mut self, raw: &RawShow, path: &str) -> Option<Show> {
        if self.has_too_much(raw, path) {
            return None;
        }
        let what = self.what(raw, path)?;
        let is_new = matches!(what, What::NewCommands { .. } | What::NewEvents { .. });
        let is_command = is_new || matches!(what, What::Command(_));
        let is_text = matches!(what, What::File(..) | What::Hash(_));
        for (name, given, fits, with) in [
            (
                "mark",
                !raw.mark.is_empty(),
                is_command || is_text,
                said!("commands:, events:, command:, file: and hash:"),
            ),
            ("find", !raw.find.is_empty(), is_text, said!("file: and hash:")),
            ("head", raw.head.is_some(), is_text, said!("file: and hash:")),
            ("last", raw.last.is_some(), is_new, said!("commands: and events:")),
            ("absent", !raw.absent.is_empty(), matches!(what, What::Symbols(_)), said!("symbols:")),
        ] {
            if given && !fits {
                let place = self.places.key(&join(path, name));
                self.report.add(place, said!("{name}: goes with {with}", name, with), said!("remove it"));
            }
        }
        Some(Show { what, mark: raw.mark.clone(), pick: raw.pick() })
    }

    /// Reports lists of which nobody could see the end.
    fn has_too_much(&mut self, raw: &RawShow, path: &str) -> bool {
        let length = |list: &Option<Vec<String>>| list.as_ref().map_or(0, Vec::len);
        let lists = [
            ("mark", raw.mark.len()),
            ("find", raw.find.len()),
            ("absent", raw.absent.len()),
            ("symbols", length(&raw.symbols)),
            ("packages", length(&raw.packages)),
            ("states", length(&raw.states)),
        ];
        let too_long: Vec<_> = lists.into_iter().filter(|(_, length)| *length > MOST_WORDS).collect();
        for (name, length) in &too_long {
            let message = said!("{name}: {length} at once; {MOST_WORDS} are allowed", name, length, MOST_WORDS);
            self.report.add(self.places.value(&join(path, name)), message, said!("show less at once"));
        }
        !too_long.is_empty()
    }

    fn what(&mut self, raw: &RawShow, path: &str) -> Option<What> {
        let given = [
            ("commands", raw.commands.is_some()),
            ("events", raw.events.is_some()),
            ("command", raw.command.is_some()),
            ("file", raw.file.is_some()),
            ("states", raw.states.is_some()),
            ("packages", raw.packages.is_some()),
            ("imports", raw.imports.is_some()),
            ("importers", raw.importers.is_some()),
            ("view", raw.view.is_some()),
            ("archive", raw.archive.is_some()),
            ("symbols", raw.symbols.is_some()),
            ("cache", raw.cache.is_some()),
            ("hash", raw.hash.is_some()),
            ("functions", raw.functions.is_some()),
        ];
        let mut given: Vec<&str> = given.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
        given.sort_by_key(|name| self.places.key(&join(path, name)));
        match given.as_slice() {
            [_] => {}
            [first, second, ..] => {
                let message = said!("{second}: in an item of show: that has {first}: already", second, first);
                let help = said!("an item shows one thing: begin another one with -");
                self.report.add(self.places.key(&join(path, second)), message, help);
                return None;
            }
            [] => {
                self.report.add(self.places.value(path), said!("an item of show: shows exactly one thing"), KINDS);
                return None;
            }
        }
        if let Some(word) = &raw.commands {
            return self.new_commands(word, raw, path);
        }
        if let Some(word) = &raw.events {
            return self.new_events(word, raw, path);
        }
        if let Some(command) = &raw.command {
            return self.command(command, &raw.mark, path);
        }
        if let Some(file) = &raw.file {
            return self.file(file, raw, path);
        }
        if let Some(states) = &raw.states {
            return self.states(states, path);
        }
        if let Some(packages) = &raw.packages {
            return self.packages(packages, path, "packages").map(What::Packages);
        }
        if let Some(name) = &raw.imports {
            return self.package(name, &join(path, "imports")).map(What::ImportsOf);
        }
        if let Some(name) = &raw.importers {
            return self.package(name, &join(path, "importers")).map(What::ImportersOf);
        }
        if let Some(name) = &raw.archive {
            return self.archive(name, path);
        }
        if let Some(name) = &raw.cache {
            return self.cache(name, path);
        }
        if let Some(name) = &raw.hash {
            return self.hash(name, raw, path);
        }
        if let Some(names) = &raw.symbols {
            return self.symbols(names, raw, path);
        }
        if let Some(packages) = &raw.functions {
            return self.functions(packages, path);
        }
        self.view(raw.view.as_deref().unwrap_or_default(), path)
    }

    fn view(&mut self, word: &str, path: &str) -> Option<What> {
        let place = self.places.value(&join(path, "view"));
        let view = match closed::meaning(&What::VIEWS, word) {
            Ok(view) => view,
            Err(hint) => {
                self.report.add(place, said!("unknown view {word:?}{hint}", word, hint), closed::known(&What::VIEWS));
                return None;
            }
        };
        if view == What::Failure && !self.has_failed() {
            let help = said!("start a build with build: {{fault: …}}, and advance it with to: end");
            self.report.misfit(place, said!("nothing has failed at this step"), help);
        }
        if view == What::Runtime && self.run.is_none() {
            self.report.misfit(place, said!("no program runs at this step"), said!("start one with run:"));
            return None;
        }
        let linked = view != What::Executable || self.is_linked(path, "view");
        linked.then_some(view)
    }

    fn has_failed(&self) -> bool {
        let failed = |event: &Event| matches!(event.kind, EventKind::Failed(_));
        self.staged.build.load_error.is_some() || self.staged.build.events[..self.at.events].iter().any(failed)
    }

    fn new_commands(&mut self, word: &str, raw: &RawShow, path: &str) -> Option<What> {
        let place = self.places.value(&join(path, "commands"));
        if word != "new" {
            let hint = did_you_mean(word, ["new"].into_iter());
            let message = said!("commands: {word} is not known{hint}", word, hint);
            self.report.add(place, message, said!("write commands: new, or command: {{…}}"));
            return None;
        }
        let from = self.before.min(self.at.events);
        let between = &self.staged.build.events[from..self.at.events];
        if !between.iter().any(|event| matches!(event.kind, EventKind::Ran(_))) {
            let help = said!("advance the build with to:, or show a single command with command:");
            self.report.misfit(place, said!("no command began since the step before"), help);
            return None;
        }
        let events = from..self.at.events;
        let blocks = self.staged.transcript.iter().filter(|block| events.contains(&block.event));
        let text: Vec<&str> = blocks.map(|block| block.text.as_str()).collect();
        self.marks(&text.join("\n"), &said!("the new commands have"), &raw.mark, path);
        Some(What::NewCommands { last: raw.last.map_or(MOST_COMMANDS, |last| last as usize) })
    }

    fn command(&mut self, raw: &RawCommand, mark: &[String], path: &str) -> Option<What> {
        let path = join(path, "command");
        let (Some(package), Some(command)) = (&raw.package, &raw.command) else {
            let help = said!("write {{package: fmt, command: compile}}");
            let lacks = if raw.package.is_none() { "package" } else { "command" };
            self.lack(&path, lacks, help);
            return None;
        };
        let package = self.package(package, &join(&path, "package"))?;
        let (staged, places) = (self.staged, self.places);
        let fits = command_filter(command, raw.source.as_deref(), staged, package, &path, places, self.report)?;
        let Some(block) = staged.block_of(package, fits) else {
            let place = places.value(&join(&path, "command"));
            self.report.misfit(place, said!("this build has no such command"), names::commands_of(staged, package));
            return None;
        };
        if staged.transcript[block].event >= self.at.events {
            let help = said!("advance the build with to: first");
            self.report.misfit(places.value(&path), said!("this command has not begun at this step"), help);
            return None;
        }
        let around = path.rsplit_once('.').map_or(path.as_str(), |(around, _)| around);
        self.marks(&staged.transcript[block].text, &said!("the command has"), mark, around);
        Some(What::Command(block))
    }

    fn states(&mut self, words: &[String], path: &str) -> Option<What> {
        if words == ["all"] {
            return Some(What::States(Vec::new()));
        }
        self.twice(words, path, "states");
        let path = join(path, "states");
        let known = |word: &str| closed::names(&STATES).any(|name| name == word);
        let mut states = Vec::new();
        for (number, word) in words.iter().enumerate() {
            if let Some(list) = several(word, |word| known(word) || word == "all") {
                let place = self.places.value(&format!("{path}[{number}]"));
                self.report.add(place, said!("{word:?} is several states", word), format!("write [{list}]"));
            } else if word == "all" {
                let place = self.places.value(&format!("{path}[{number}]"));
                self.report.add(
                    place,
                    said!("all goes without other states"),
                    said!("write states: all, or leave it out here"),
                );
            } else {
                match closed::meaning(&STATES, word) {
                    Ok(state) => states.push(state),
                    Err(hint) => {
                        let place = self.places.value(&format!("{path}[{number}]"));
                        let help = said!("{}; or all", closed::known(&STATES));
                        self.report.add(place, said!("unknown state {word:?}{hint}", word, hint), help);
                    }
                }
            }
        }
        (!states.is_empty() && states.len() == words.len()).then_some(What::States(states))
    }
}
