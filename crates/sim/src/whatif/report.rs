//! What a build did after some changes, package by package.

use serde::Serialize;

use super::reason::{LinkReason, Reason};
use crate::gobuild::Cause;

/// What became of the packages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Every package that was compiled, failed or was not started, in the order of `-p 1`.
    pub packages: Vec<PackageReport>,
    /// The link.
    pub link: LinkReport,
    /// Whether that is so in any case.
    pub link_certainty: Certainty,
    /// How many packages have an archive.
    pub all_packages: usize,
    /// Whether the list is exact. If not, `certainty` tells the least from the most.
    pub exact: bool,
    /// Exit code of the go command.
    pub exit_code: u8,
    /// What failed, in the order in which it failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<FailureReport>,
    /// Faults that did no harm, if the build went well.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unnoticed: Vec<UnnoticedReport>,
    /// What a failed build leaves behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
    /// What the go command says instead of building, if it refuses to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<&'static str>,
}

/// What became of one package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageReport {
    /// Import path; `main` for the main package.
    pub package: String,
    /// Whether it is compiled in any case, or only if export data changes wherever it can.
    pub certainty: Certainty,
    /// What happened.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// How sure an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It is so.
    Certain,
    /// It may be so; nobody has measured it.
    Possible,
}

/// What happened to a package that was not simply reused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It was compiled.
    Compiled {
        /// Why.
        reason: Reason,
        /// Whether the archive came out as it was before, so that its importers need nothing. `None` (in JSON `null`)
        /// if that depends on what nobody has measured.
        same_archive: Option<bool>,
    },
    /// One of its commands failed.
    Failed {
        /// What the tool said.
        output: Vec<String>,
    },
    /// It was not started, because it waits for something that failed.
    NotStarted {
        /// The package that failed.
        waits_for: String,
    },
}

impl Outcome {
    /// This outcome, where only the most that the changes can do leads to it.
    pub(super) fn guessed(self) -> Self {
        match self {
            Self::Compiled { reason, .. } => Self::Compiled { reason, same_archive: None },
            other => other,
        }
    }

    /// This outcome of the least that the changes can do, without what the most contradicts.
    pub(super) fn without_guesses(self, most: &Self) -> Self {
        let archive = |outcome: &Self| match outcome {
            Self::Compiled { same_archive, .. } => *same_archive,
            _ => None,
        };
        if archive(&self) == archive(most) { self } else { self.guessed() }
    }
}

/// What became of the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", content = "reason", rename_all = "kebab-case")]
pub enum LinkReport {
    /// Linked, and why.
    Linked(LinkReason),
    /// Up to date.
    UpToDate,
    /// The linker failed, with this output.
    Failed(Vec<String>),
    /// Never started: something failed before.
    NotStarted,
    /// The program is a library.
    NoProgram,
}

/// A command that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailureReport {
    /// Import path of the package it worked on; `main` for the main package, and for the link. Nothing if the go
    /// command itself failed before it planned anything.
    pub package: Option<String>,
    /// `compile`, `asm`, `pack`, `link` or `go`.
    pub tool: &'static str,
    /// What it said.
    pub output: Vec<String>,
    /// Whether the real one says the very same; else `?` stands for what is not known.
    pub exact: bool,
    /// Why it failed.
    pub cause: Cause,
}

impl FailureReport {
    /// The first line that says what is wrong: before it there may be one that names the package.
    pub fn said(&self) -> &str {
        self.output.iter().find(|line| !line.starts_with("# ")).map_or("", |line| line.trim())
    }
}

/// A fault that nobody noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnnoticedReport {
    /// The fault as written.
    pub fault: String,
    /// Why it did no harm.
    pub cause: Cause,
}

/// What is there after a failed build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The executable of the build before, which is still in place.
    pub output: Option<String>,
    /// How many archives the build has stored in the cache.
    pub stored: usize,
    /// The files that the failed actions left in their object directories, if the work directory is kept.
    pub work: Vec<String>,
}

impl Report {
    /// How many packages were certainly, and how many possibly compiled.
    pub fn compiled(&self) -> (usize, usize) {
        let compiled = |p: &&PackageReport| matches!(p.outcome, Outcome::Compiled { .. });
        let certain = self.packages.iter().filter(compiled).filter(|p| p.certainty == Certainty::Certain).count();
        (certain, self.packages.iter().filter(compiled).count())
    }
}
