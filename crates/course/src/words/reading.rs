//! Words about a real log that is read without its program.

use std::borrow::Cow;

use gostep_sim::reading::settings::GoCommand;
use gostep_sim::reading::{Act, FailureKind, FileKind, Origin, Phase, Tool};

use super::sentence::Sentence;

/// What the flags of each tool mean: flag and meaning.
pub type FlagTable = &'static [(Tool, &'static [(&'static str, &'static str)])];

/// All of them.
#[derive(Debug)]
pub struct ReadingWords {
    /// What the flags of tools mean.
    pub flags: FlagTable,
    /// What a line is called, and what it does.
    pub act: fn(Act) -> (&'static str, &'static str),
    /// What a phase is called.
    pub phase: fn(Phase) -> &'static str,
    /// What a file is.
    pub file: fn(FileKind) -> &'static str,
    /// What a tool is.
    pub tool: fn(Tool) -> &'static str,
    /// Why something failed, and what to do.
    pub failure: fn(FailureKind) -> &'static str,
    /// Which command wrote the log.
    pub command: fn(GoCommand) -> &'static str,
    /// How many packages have this origin, behind the number.
    pub origin: fn(Origin) -> &'static str,
    /// What standard input is called.
    pub stdin: &'static str,
    /// A remark behind a text.
    pub in_brackets: Sentence<1>,
    /// First line: log, lines.
    pub head: Sentence<2>,
    /// Heading of the settings.
    pub shows: &'static str,
    /// Names of rows below it.
    pub rows: RowNames,
    /// The log does not show it.
    pub not_shown: &'static str,
    /// As it was typed.
    pub as_typed: Sentence<1>,
    /// Nothing was run.
    pub dry: &'static str,
    /// Commands were run.
    pub ran: &'static str,
    /// From `-goversion`: release.
    pub release: Sentence<1>,
    /// Only from how lines are written: minor release, or later.
    pub release_from: Sentence<1>,
    /// Or earlier.
    pub release_to: Sentence<1>,
    /// Between two.
    pub release_between: Sentence<2>,
    /// The release is older than those that are known to the last line.
    pub old_release: &'static str,
    /// Workers as typed.
    pub workers_typed: Sentence<1>,
    /// At least so many, since so many actions ran at once.
    pub workers_at_least: Sentence<1>,
    /// No two actions overlap.
    pub workers_one: &'static str,
    /// GOMAXPROCS, at least.
    pub at_least: Sentence<1>,
    /// GOMAXPROCS.
    pub from_threads: Sentence<1>,
    /// `-c`, of so many compiles.
    pub threads: Sentence<2>,
    /// Without `-c`.
    pub no_threads: Sentence<1>,
    /// Heading of packages.
    pub packages: &'static str,
    /// Nothing was built, and nothing failed.
    pub nothing: &'static str,
    /// Nothing was built.
    pub nothing_built: &'static str,
    /// The log has several builds: how many.
    pub several: Sentence<1>,
    /// Heading of failures.
    pub failures: &'static str,
    /// There are none in the log, which need not mean that there were none.
    pub no_failures: &'static str,
    /// The log has only lines of no known kind.
    pub unclear: &'static str,
    /// A failure: package, line.
    pub failed: Sentence<2>,
    /// No package is named: line.
    pub failed_unnamed: Sentence<1>,
    /// More messages.
    pub more: Sentence<1>,
    /// Heading of the graph: imports, packages.
    pub graph: Sentence<2>,
    /// How to read it.
    pub graph_key: &'static str,
    /// No importcfg is in the log.
    pub no_graph: &'static str,
    /// Heading of the lanes.
    pub lanes: &'static str,
    /// How to read them: the most at once.
    pub lanes_key: Sentence<1>,
    /// The link, as a name in lanes.
    pub link: &'static str,
    /// Heading of the list of packages.
    pub each: &'static str,
    /// A package without a name: its object directory.
    pub unnamed: Sentence<1>,
    /// From the cache: file.
    pub cached: Sentence<1>,
    /// One line: number.
    pub line: Sentence<1>,
    /// Lines from, to.
    pub lines: Sentence<2>,
    /// Heading of kinds of lines.
    pub kinds: &'static str,
    /// How often, and the first line.
    pub times: Sentence<2>,
    /// How many lines, and the first.
    pub so_many_lines: Sentence<2>,
    /// Heading of flags.
    pub flags_head: &'static str,
    /// A flag that no table has.
    pub unknown_flag: &'static str,
    /// A flag of a C compiler that the table does not have. C compilers have thousands, and users give them.
    pub unknown_c_flag: &'static str,
    /// A flag is turned off: what it means when it is on.
    pub turned_off: Sentence<1>,
    /// Heading of files.
    pub files_head: &'static str,
    /// How to ask for more: the log.
    pub hint: Sentence<1>,
    /// Object directory and its package.
    pub objdir: Sentence<2>,
    /// Object directory whose package is not shown.
    pub objdir_only: Sentence<1>,
    /// What a variable in front of a command is for: name.
    pub variable: fn(&str) -> &'static str,
    /// What runs the tools.
    pub toolexec: &'static str,
    /// What was built is run through this program.
    pub exec: &'static str,
    /// It imports.
    pub imports: &'static str,
    /// It is imported by.
    pub importers: &'static str,
    /// Nothing.
    pub none: &'static str,
    /// Written lines.
    pub written: Sentence<1>,
    /// The output of a tool for this package.
    pub about: Sentence<1>,
    /// No package has this name: name.
    pub no_package: Sentence<1>,
    /// Packages that are in it.
    pub did_you_mean: Sentence<1>,
    /// No line has this text.
    pub no_match: Sentence<1>,
    /// The log has fewer lines: asked, lines.
    pub no_line: Sentence<2>,
    /// It is no log.
    pub no_log: &'static str,
    /// Says what is read, while it is.
    pub reading: &'static str,
}

/// What the rows are called in which the settings stand.
#[derive(Debug)]
pub struct RowNames {
    /// The command.
    pub command: &'static str,
    /// Whether it ran.
    pub mode: &'static str,
    /// The release.
    pub release: &'static str,
    /// The toolchain.
    pub toolchain: &'static str,
    /// What is built for.
    pub target: &'static str,
    /// Workers.
    pub workers: &'static str,
    /// Threads.
    pub threads: &'static str,
    /// Features.
    pub features: &'static str,
    /// Results.
    pub result: &'static str,
}

impl ReadingWords {
    /// What a flag of a tool means; without a name, what is said of a flag that the table does not have.
    pub fn flag(&self, tool: Tool, name: Option<&str>, is_off: bool) -> Cow<'static, str> {
        let meaning = match name {
            Some(name) => self.meaning(tool, name),
            None if tool == Tool::Cc => self.unknown_c_flag,
            None => self.unknown_flag,
        };
        if is_off { self.turned_off.with([&meaning]).into() } else { meaning.into() }
    }

    fn meaning(&self, tool: Tool, name: &str) -> &'static str {
        let table = self.flags.iter().find(|(other, _)| *other == tool).map_or(&[][..], |(_, flags)| flags);
        table.iter().find(|(other, _)| *other == name).map_or(self.unknown_flag, |(_, meaning)| meaning)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use gostep_sim::reading::Tool;
    use gostep_sim::reading::tools::Flag;

    use super::super::{Lang, of_commands};

    #[test]
    fn every_flag_of_every_tool_is_explained_in_every_language() {
        for lang in Lang::ALL {
            let table = of_commands(lang).reading.flags;
            for tool in Tool::ALL {
                let known: BTreeSet<_> = tool.flags().iter().map(|row| Flag::of(row).name).collect();
                let said: Vec<_> =
                    table.iter().filter(|(other, _)| *other == tool).flat_map(|(_, flags)| *flags).collect();
                let names: BTreeSet<_> = said.iter().map(|(name, _)| *name).collect();
                assert_eq!(known, names, "{tool:?} in {}", lang.code());
                assert_eq!(said.len(), names.len(), "{tool:?} in {}", lang.code());
            }
        }
    }
}
