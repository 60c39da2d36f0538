//! Judges predictions about another build: what it compiles, and how it fails.

use super::judge::{Judge, Verdict, code};
use crate::lesson::question::{Failing, Linking, Rebuild, TOOLS};

const MOST_REASONS: usize = 8;
/// Of the packages that were named wrongly, this many are explained.
const MOST_EXTRAS: usize = 4;

impl Judge<'_> {
    pub(super) fn rebuild(&self, rebuild: &Rebuild, named: &[String]) -> Verdict {
        let extras = named.iter().filter(|path| rebuild.compiled(path).is_none());
        let mut parts: Vec<String> = extras.take(MOST_EXTRAS).map(|path| self.not_rebuilt(rebuild, path)).collect();
        let forgotten = rebuild.compiled.iter().filter(|rebuilt| rebuilt.certain && !named.contains(&rebuilt.path));
        let forgotten: Vec<_> = forgotten.collect();
        match (parts.is_empty(), forgotten.as_slice()) {
            (_, []) => {}
            (true, [first, ..]) => {
                parts.push(
                    self.words.answers.rebuilt_too.with([&code(&first.path), &self.words.reasons.compiled(&first.why)]),
                );
            }
            (false, more) => parts.push(self.words.answers.rebuilt_more.with([&more.len()])),
        }
        let right = parts.is_empty();
        if right {
            parts = self.reasons(rebuild);
        }
        (right, parts)
    }

    /// The reason why a package is not compiled again.
    fn not_rebuilt(&self, rebuild: &Rebuild, path: &str) -> String {
        match rebuild.cut_at(path) {
            Some(import) => self.words.answers.cut_off.with([&code(path), &code(import)]),
            None => self.words.answers.nothing_changed_for.with([&code(path)]),
        }
    }

    /// The reason for each package that is compiled again, as a list.
    fn reasons(&self, rebuild: &Rebuild) -> Vec<String> {
        let lines = rebuild.compiled.iter().take(MOST_REASONS).map(|rebuilt| {
            let perhaps = if rebuilt.certain { "" } else { self.words.answers.perhaps };
            let why =
                self.words.answers.because.with([&code(&rebuilt.path), &self.words.reasons.compiled(&rebuilt.why)]);
            let same = if rebuilt.same_archive { self.words.answers.same_archive } else { "" };
            format!("- {why}{same}{perhaps}")
        });
        let mut lines: Vec<String> = lines.collect();
        if rebuild.compiled.len() > MOST_REASONS {
            lines.push(format!(
                "- {}",
                self.words.answers.more_packages.with([&(rebuild.compiled.len() - MOST_REASONS)])
            ));
        }
        if lines.is_empty() {
            lines.push(self.words.answers.none_rebuilt.to_owned());
        }
        vec![lines.join("\n")]
    }

    pub(super) fn right_rebuild(&self, rebuild: &Rebuild) -> Vec<String> {
        self.reasons(rebuild)
    }

    pub(super) fn linking(&self, linking: &Linking, picked: &[usize]) -> Option<Verdict> {
        let [picked @ (0 | 1)] = picked else { return None };
        let right = (*picked == 0) == linking.why.is_some();
        Some((right, self.link_reason(linking)))
    }

    pub(super) fn right_linking(&self, linking: &Linking) -> Vec<String> {
        let word = if linking.why.is_some() { self.words.small.yes } else { self.words.small.no };
        let mut parts = vec![format!("**{word}**")];
        parts.extend(self.link_reason(linking));
        parts
    }

    fn link_reason(&self, linking: &Linking) -> Vec<String> {
        let Some(why) = &linking.why else {
            let compiled = linking.compiled.iter().map(String::as_str);
            let same = self.words.answers.same_again.with([&self.names(compiled, MOST_REASONS)]);
            let same = (!linking.compiled.is_empty()).then_some(same);
            return std::iter::once(self.words.answers.up_to_date.to_owned()).chain(same).collect();
        };
        vec![self.words.answers.it_links.with([&self.words.reasons.linked(why)])]
    }

    pub(super) fn failing(&self, failing: &Failing, picked: &[usize]) -> Option<Verdict> {
        let [picked] = picked else { return None };
        let (tool, given) = (*TOOLS.get(failing.right)?, *TOOLS.get(*picked)?);
        let mut parts = Vec::new();
        if given != tool {
            parts.push(match given {
                "none" => self.words.answers.it_is_noticed.to_owned(),
                "go" => self.words.answers.go_is_content.to_owned(),
                given if place(given) > place(tool) && tool != "none" => {
                    self.words.answers.not_reached.with([&code(given)])
                }
                given => self.words.answers.nothing_wrong.with([&code(given)]),
            });
        }
        parts.extend(self.failure(failing, tool));
        Some((given == tool, parts))
    }

    pub(super) fn right_failing(&self, failing: &Failing) -> Vec<String> {
        let tool = TOOLS.get(failing.right).copied().unwrap_or("none");
        let mut parts = vec![format!("**{}**", self.words.answers.tools[failing.right])];
        parts.extend(self.failure(failing, tool));
        parts
    }

    /// The message of the tool and its cause, or why no tool notices the fault.
    fn failure(&self, failing: &Failing, tool: &str) -> Vec<String> {
        let said = failing.said.as_deref().unwrap_or_default();
        let mut parts = vec![match (tool, failing.package.as_deref()) {
            ("none", _) => self.words.answers.nobody_fails.to_owned(),
            ("go", _) => self.words.answers.go_says.with([&code(said)]),
            ("link", _) | (_, None) => self.words.answers.tool_says.with([&code(tool), &code(said)]),
            (_, Some(package)) => self.words.answers.tool_says_of.with([&code(tool), &code(package), &code(said)]),
        }];
        parts.extend(failing.causes.iter().map(|cause| self.words.reasons.cause(cause)));
        parts
    }
}

/// Position of a tool in a build, to order tools. The assembler runs before and after the compiler.
fn place(tool: &str) -> usize {
    match tool {
        "go" => 0,
        "compile" | "asm" => 1,
        "pack" => 2,
        _ => 3,
    }
}
