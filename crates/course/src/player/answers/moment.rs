//! Judges predictions about the build at the moment that the step shows.

use super::judge::{Judge, Verdict, code};
use crate::lesson::question::{Moment, Standing, Wanted};

const MOST_NAMES: usize = 12;
/// Of the packages that another one waits for, a reason names this many.
const MOST_MISSING: usize = 4;

impl Judge<'_> {
    pub(super) fn moment(&self, moment: &Moment, packages: &[String]) -> Verdict {
        match (&moment.wanted, packages) {
            (Wanted::WaitsFor { package, imports, through }, _) => {
                self.waits_for(moment, package, imports, through, packages)
            }
            (wanted, [path]) => {
                let right = moment.right().contains(&path.as_str());
                let said = match wanted {
                    Wanted::CanStart if right => self.words.answers.waits_for_nothing.with([&code(path)]),
                    _ if right => self.words.answers.lowest_number.with([&code(path), &moment.number(path)]),
                    _ => self.why_not(moment, path),
                };
                (right, vec![said])
            }
            _ => (false, vec![self.words.answers.type_a_package.to_owned()]),
        }
    }

    /// The reason why a package does not start now, or is not the next one.
    fn why_not(&self, moment: &Moment, path: &str) -> String {
        match moment.standing(path) {
            Some(Standing::Waiting(missing)) => self.still_waits(path, missing),
            Some(Standing::Ready) => {
                let lowest = moment.right().into_iter().map(|path| moment.number(path)).min().unwrap_or_default();
                self.words.answers.ready_but.with([&code(path), &moment.number(path), &lowest])
            }
            Some(Standing::Running) => self.words.answers.is_running.with([&code(path)]),
            Some(Standing::Done) => self.words.answers.is_done.with([&code(path)]),
            Some(Standing::Lost) => self.words.answers.is_lost.with([&code(path)]),
            None => self.words.answers.no_such_package.with([&path]),
        }
    }

    fn still_waits(&self, path: &str, missing: &[String]) -> String {
        let missing = self.names(missing.iter().map(String::as_str), MOST_MISSING);
        self.words.answers.still_waits.with([&code(path), &missing])
    }

    fn waits_for(
        &self,
        moment: &Moment,
        package: &str,
        imports: &[String],
        through: &[(String, String)],
        named: &[String],
    ) -> Verdict {
        let missing = moment.right();
        let mut parts = Vec::new();
        for extra in named.iter().filter(|path| !missing.contains(&path.as_str())) {
            let via = through.iter().find(|(path, _)| path == extra).map(|(_, via)| via);
            parts.push(match (moment.standing(extra), via) {
                _ if extra == package => self.words.answers.not_for_itself.with([&code(package)]),
                (Some(Standing::Done), _) => self.words.answers.is_done.with([&code(extra)]),
                (_, Some(via)) => self.words.answers.needs_through.with([&code(package), &code(extra), &code(via)]),
                _ if imports.contains(extra) => self.words.answers.is_lost.with([&code(extra)]),
                _ => self.words.answers.does_not_need.with([&code(package), &code(extra)]),
            });
        }
        let forgotten: Vec<&str> = missing.iter().copied().filter(|path| !named.iter().any(|n| n == path)).collect();
        match (parts.is_empty(), forgotten.as_slice()) {
            (_, []) => {}
            (true, [first, ..]) => parts.push(self.words.answers.waits_for_too.with([&code(package), &code(first)])),
            (false, more) => parts.push(self.words.answers.waits_for_more.with([&more.len()])),
        }
        let right = parts.is_empty();
        if right {
            parts.push(self.words.answers.others_are_done.with([&code(package)]));
        }
        (right, parts)
    }

    pub(super) fn right_moment(&self, moment: &Moment) -> Vec<String> {
        let right = moment.right();
        let names = self.names(right.iter().copied(), MOST_NAMES);
        let strong = |text: &str| format!("**{text}**");
        match &moment.wanted {
            Wanted::CanStart if right.len() > 1 => vec![self.words.answers.one_of.with([&names])],
            Wanted::CanStart => vec![strong(&names)],
            Wanted::StartsNext { .. } => {
                let said =
                    right.iter().map(|path| self.words.answers.lowest_number.with([&code(path), &moment.number(path)]));
                std::iter::once(strong(&names)).chain(said.take(1)).collect()
            }
            Wanted::WaitsFor { package, .. } => {
                vec![strong(&names), self.words.answers.others_are_done.with([&code(package)])]
            }
        }
    }
}
