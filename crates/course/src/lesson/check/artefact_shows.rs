//! `show:` of what is in the files of a build: text of files, archives, symbols, the cache, what is hashed.

use super::stage::Stage;
use crate::lesson::contents::{Contents, contents};
use crate::lesson::names;
use crate::lesson::places::join;
use crate::lesson::raw::{RawFile, RawShow};
use crate::lesson::show::{Hashed, SymbolPick, What};
use gostep_sim::gobuild::ActionState;
use gostep_sim::gobuild::plan::ActionId;
use gostep_sim::program::artefacts::Symbol;
use gostep_sim::said;
use gostep_sim::suggest::did_you_mean;

/// A longer list of symbols is cut.
const MOST_SYMBOLS: usize = 40;

impl Stage<'_, '_> {
    /// `file:`, its text checked for what it is to be searched for.
    pub(super) fn file(&mut self, raw: &RawFile, show: &RawShow, path: &str) -> Option<What> {
        let file_path = join(path, "file");
        let (Some(package), Some(name)) = (&raw.package, &raw.name) else {
            let lacks = if raw.package.is_none() { "package" } else { "name" };
            self.lack(&file_path, lacks, said!("write {{package: fmt, name: importcfg}}"));
            return None;
        };
        let package = self.package(package, &join(&file_path, "package"))?;
        let Some(file) = names::file(name, self.staged.build.program.package(package)) else {
            crate::lesson::check::points::report_unknown_file(
                name,
                &join(&file_path, "name"),
                self.places,
                self.report,
            );
            return None;
        };
        let state = self.staged.build.state_after(self.at.events);
        match contents(self.staged, &state, package, file) {
            Contents::Text(text) => self.search(&text, show, path),
            Contents::Absent | Contents::Empty if !show.find.is_empty() => {
                let help = said!("advance the build with to:, behind the command that writes it");
                let message = said!("nothing is in this file at this step, so nothing can be found there");
                self.report.misfit(self.places.value(&join(path, "find")), message, help);
            }
            _ => {}
        }
        Some(What::File(package, file))
    }

    /// Reports words that the lines shown are searched for, or that are marked in them, and that are not there.
    fn search(&mut self, text: &str, show: &RawShow, path: &str) {
        for (number, word) in show.find.iter().enumerate().filter(|(_, word)| !text.contains(word.as_str())) {
            let place = self.item_place(path, "find", number);
            let words = text.split(|c: char| c.is_whitespace() || c == '=').filter(|word| !word.is_empty());
            let message = said!("nothing is found: the text has no {word:?}{}", did_you_mean(word, words), word);
            self.report.misfit(place, message, said!("find: shows the lines that have one of its words"));
        }
        let (lines, _) = show.pick().lines(text);
        let all: Vec<&str> = text.split('\n').collect();
        let shown: Vec<&str> = lines.into_iter().filter_map(|at| all.get(at).copied()).collect();
        self.marks(&shown.join("\n"), &said!("the lines shown have"), &show.mark, path);
    }

    /// `archive:`
    pub(super) fn archive(&mut self, name: &str, path: &str) -> Option<What> {
        self.package(name, &join(path, "archive")).map(What::Archive)
    }

    /// `cache:`
    pub(super) fn cache(&mut self, name: &str, path: &str) -> Option<What> {
        let path = join(path, "cache");
        let package = self.package(name, &path)?;
        let action = self.staged.build.plan.build_of(package);
        self.is_looked_at(action, name, &path).then_some(What::Cache(package))
    }

    /// `hash:` of a package, or of the link.
    pub(super) fn hash(&mut self, name: &str, show: &RawShow, path: &str) -> Option<What> {
        let hash_path = join(path, "hash");
        let build = &self.staged.build;
        let (what, action, text) = if name == "link" {
            let Some((link, text)) = build.plan.link().zip(build.link_text()) else {
                self.report.misfit(self.places.value(&hash_path), said!("this build does not link"), "");
                return None;
            };
            (Hashed::Link, link, text)
        } else {
            if name.eq_ignore_ascii_case("link") {
                let place = self.places.value(&hash_path);
                self.report.add(
                    place,
                    said!("unknown package {name:?} (did you mean \"link\"?)", name),
                    names::PACKAGES,
                );
                return None;
            }
            let package = self.package(name, &hash_path)?;
            (Hashed::Package(package), build.plan.build_of(package), build.package_text(package))
        };
        if !self.is_looked_at(action, name, &hash_path) {
            return None;
        }
        self.search(text.trim_end_matches('\n'), show, path);
        Some(What::Hash(what))
    }

    /// An action's hash is computed when a worker takes it.
    fn is_looked_at(&mut self, action: ActionId, name: &str, path: &str) -> bool {
        let state = self.staged.build.state_after(self.at.events);
        let unseen =
            matches!(state.actions[action.index()], ActionState::Waiting | ActionState::Ready | ActionState::Skipped);
        if unseen {
            let message = said!("the action ID of {name} is not known at this step: nothing has started it", name);
            self.report.misfit(self.places.value(path), message, said!("advance the build with to:"));
        }
        !unseen
    }

    /// `functions:`
    pub(super) fn functions(&mut self, names: &[String], path: &str) -> Option<What> {
        let packages = self.packages(names, path, "functions")?;
        self.is_linked(path, "functions").then_some(What::Functions(packages))
    }

    /// Reports if there is no executable yet.
    pub(super) fn is_linked(&mut self, path: &str, name: &str) -> bool {
        let build = &self.staged.build;
        let place = match name {
            "view" => self.places.value(&join(path, name)),
            _ => self.places.key(&join(path, name)),
        };
        let linked = build.executable_file(&build.state_after(self.at.events)).is_some();
        if build.plan.link().is_none() {
            self.report.misfit(place, said!("this build makes no executable"), "");
        } else if !linked {
            let help = said!("advance the build with to:, behind the link");
            self.report.misfit(place, said!("the executable is not linked at this step"), help);
        }
        linked
    }

    /// `symbols:` and `absent:`
    pub(super) fn symbols(&mut self, names: &[String], show: &RawShow, path: &str) -> Option<What> {
        let build = &self.staged.build;
        self.twice(names, path, "symbols");
        if !self.is_linked(path, "symbols") {
            return None;
        }
        let Some(executable) = build.executable() else {
            return Some(What::Symbols(SymbolPick::default()));
        };
        let symbols = &executable.symbols;
        let before = self.report.problems.len();
        let mut picked = SymbolPick { known: true, ..SymbolPick::default() };
        for (number, name) in names.iter().enumerate() {
            let found = matching(symbols, name);
            if found.is_empty() {
                let place = self.item_place(path, "symbols", number);
                let hint = did_you_mean(name, symbols.iter().map(|symbol| symbol.name.as_str()));
                let message = said!("the executable has no symbol {name:?}{hint}", name, hint);
                let help = said!("`main.*` means all that begin so; absent: shows that something is not there");
                self.report.misfit(place, message, help);
            }
            picked.present.extend(found);
        }
        picked.left_out = picked.present.len().saturating_sub(MOST_SYMBOLS);
        picked.present.truncate(MOST_SYMBOLS);
        for (number, name) in show.absent.iter().enumerate() {
            if !matching(symbols, name).is_empty() {
                let place = self.item_place(path, "absent", number);
                let message = said!("the executable does have a symbol {name:?}", name);
                self.report.misfit(place, message, said!("name it in symbols:"));
            }
            picked.absent.push(name.clone());
        }
        (self.report.problems.len() == before).then_some(What::Symbols(picked))
    }
}

/// Indices of the symbols with a name, or whose names begin as one with `*` at its end.
fn matching(symbols: &[Symbol], name: &str) -> Vec<usize> {
    let fits = |symbol: &Symbol| match name.strip_suffix('*') {
        Some(start) => symbol.name.starts_with(start),
        None => symbol.name == name,
    };
    symbols.iter().enumerate().filter(|(_, symbol)| fits(symbol)).map(|(at, _)| at).collect()
}
