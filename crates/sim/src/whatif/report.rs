//! The report on a build after some changes, package by package. It is also the JSON of `gostep whatif --json`.

use serde::Serialize;

use super::reason::{LinkReason, Reason};
use crate::gobuild::Cause;

/// What happened to the packages and the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Every package that was compiled, failed or was not started, in the order of `-p 1`.
    pub packages: Vec<PackageReport>,
    /// What happened to the executable.
    pub link: LinkReport,
    /// Whether `link` holds whatever effect the edits have.
    pub link_certainty: Certainty,
    /// How many packages of the program are compiled to an archive.
    pub all_packages: usize,
    /// Whether the effect of the edits is known exactly. If not, the `certainty` of each package tells what is only
    /// possible.
    pub exact: bool,
    /// Exit code of the go command: 0 for success, 1 for failure.
    pub exit_code: u8,
    /// The failures in order of time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub failures: Vec<FailureReport>,
    /// Faults that did no harm; empty if the build failed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unnoticed: Vec<UnnoticedReport>,
    /// What the build leaves behind, if it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Left>,
    /// The message of the go command if it refuses to build.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<&'static str>,
}

/// What happened to one package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackageReport {
    /// Import path; `main` for the main package.
    pub package: String,
    /// Whether this happens in any case, or only if the edits have their largest possible effect.
    pub certainty: Certainty,
    /// What happened.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// How certain an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// It happens whatever the effect of the edits is.
    Certain,
    /// It may happen; this was not measured.
    Possible,
}

/// What happened to a package that was not reused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// It was compiled.
    Compiled {
        /// Why it was compiled.
        reason: Reason,
        /// Whether the archive is the same as before, so that importers need not be compiled. `None` (in JSON `null`)
        /// if that depends on something that was not measured.
        same_archive: Option<bool>,
    },
    /// One of its commands failed.
    Failed {
        /// The output of the tool, line by line.
        output: Vec<String>,
    },
    /// It was not started, because a package that it needs failed.
    NotStarted {
        /// The package that failed.
        waits_for: String,
    },
}

impl Outcome {
    /// This outcome, found only with the largest effect of the edits: without the details that are uncertain.
    pub(super) fn guessed(self) -> Self {
        match self {
            Self::Compiled { reason, .. } => Self::Compiled { reason, same_archive: None },
            other => other,
        }
    }

    /// This outcome, found with the smallest effect of the edits, without the details in which the largest differs.
    pub(super) fn without_guesses(self, most: &Self) -> Self {
        let archive = |outcome: &Self| match outcome {
            Self::Compiled { same_archive, .. } => *same_archive,
            _ => None,
        };
        if archive(&self) == archive(most) { self } else { self.guessed() }
    }
}

/// What happened to the executable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", content = "reason", rename_all = "kebab-case")]
pub enum LinkReport {
    /// It was linked for this reason.
    Linked(LinkReason),
    /// The existing executable is up to date.
    UpToDate,
    /// The linker failed, with this output.
    Failed(Vec<String>),
    /// The link was not started, since something failed before.
    NotStarted,
    /// There is nothing to link, since the program is a library.
    NoProgram,
}

/// A command that failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailureReport {
    /// Import path of the package; `main` for the main package and for the link. `None` if the go command failed while
    /// it loaded packages.
    pub package: Option<String>,
    /// The tool that failed: `compile`, `asm`, `pack`, `link` or `go`.
    pub tool: &'static str,
    /// Its output, line by line.
    pub output: Vec<String>,
    /// Whether the real tool prints exactly this. If not, `?` stands for what is unknown.
    pub exact: bool,
    /// Why it failed.
    pub cause: Cause,
}

impl FailureReport {
    /// The first line of the output that tells the error; a line with the name of the package may come before it.
    pub fn said(&self) -> &str {
        self.output.iter().find(|line| !line.starts_with("# ")).map_or("", |line| line.trim())
    }
}

/// A fault that did no harm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnnoticedReport {
    /// The fault as written.
    pub fault: String,
    /// Why it did no harm.
    pub cause: Cause,
}

/// What remains after a failed build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// The executable of an earlier build, if it is still in place.
    pub output: Option<String>,
    /// How many archives the build has stored in the cache.
    pub stored: usize,
    /// The files that failed actions left in their object directories, if the build keeps its work directory.
    pub work: Vec<String>,
}

impl Report {
    /// The number of packages that were certainly compiled, and of those that were possibly compiled.
    pub fn compiled(&self) -> (usize, usize) {
        let compiled = |p: &&PackageReport| matches!(p.outcome, Outcome::Compiled { .. });
        let certain = self.packages.iter().filter(compiled).filter(|p| p.certainty == Certainty::Certain).count();
        (certain, self.packages.iter().filter(compiled).count())
    }
}
