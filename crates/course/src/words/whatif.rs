//! Words of a what-if.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct WhatifWords {
    /// What was there, and what happened then: the changes.
    pub after: Sentence<1>,
    /// A package was compiled.
    pub compiled: &'static str,
    /// Perhaps it was.
    pub possible: &'static str,
    /// A package failed.
    pub failed: &'static str,
    /// No package is compiled.
    pub nothing: &'static str,
    /// Importers need not be compiled, because the archive came out the same.
    pub same_archive: &'static str,
    /// Nobody knows whether the archive came out the same.
    pub unknown_archive: &'static str,
    /// Before these two, behind a reason.
    pub separator: &'static str,
    /// The same of main, which is linked all the same.
    pub same_main: &'static str,
    /// The go command does not even begin: what it says.
    pub refused: Sentence<1>,
    /// The program was linked.
    pub linked: &'static str,
    /// It was not.
    pub not_linked: &'static str,
    /// Perhaps it was.
    pub perhaps_linked: &'static str,
    /// The link failed.
    pub link_failed: &'static str,
    /// Why it was not linked: nothing changed.
    pub up_to_date: &'static str,
    /// Why it was not: something failed before.
    pub link_not_started: &'static str,
    /// Why it was not: it is a library.
    pub no_program: &'static str,
    /// A tool failed, and what it said is above: the tool.
    pub see_above: Sentence<1>,
    /// Heading of what a tool said: the tool, the package.
    pub tool_failed: Sentence<2>,
    /// Heading of what the linker said.
    pub link_said: &'static str,
    /// Heading of what the go command said before anything ran.
    pub stopped_at_once: &'static str,
    /// What `?` means in the words of a tool.
    pub not_exact: &'static str,
    /// A fault did no harm: the fault.
    pub unnoticed: Sentence<1>,
    /// Packages that were not started: how many, their names.
    pub skipped: Sentence<2>,
    /// Behind some names: how many more there are.
    pub and_more: Sentence<1>,
    /// The executable of the build before is still there: its name.
    pub old_output: Sentence<1>,
    /// One archive was stored.
    pub stored_one: &'static str,
    /// Archives were stored: how many.
    pub stored: Sentence<1>,
    /// Files are left in the work directory: their names.
    pub work: Sentence<1>,
    /// How the go command ends: its exit code.
    pub exit_code: Sentence<1>,
    /// How many packages were compiled: how many, of all, what became of the link.
    pub summary: Sentence<3>,
    /// The same where it is not certain: at least, at most, of all, what became of the link.
    pub summary_bounds: Sentence<4>,
    /// What “perhaps” means.
    pub bounds: &'static str,
}
