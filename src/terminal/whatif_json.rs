//! A what-if as JSON. Sentences stand there in every language.

use std::collections::BTreeMap;

use serde::Serialize;

use super::whatif::Story;
use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::{Assumption, Cause};
use gostep_sim::whatif::{Certainty, FailureReport, Left, LinkReport, PackageReport, UnnoticedReport};

/// Version of the JSON; it grows when a reader has to change.
const FORMAT: u32 = 1;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    gostep_whatif: u32,
    program: &'a str,
    changes: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    assumes: &'a [Assumption],
    packages: &'a [PackageReport],
    link: &'a LinkReport,
    link_certainty: Certainty,
    all_packages: usize,
    exact: bool,
    exit_code: u8,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    failures: Vec<Failure<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unnoticed: Vec<Unnoticed<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left: Option<&'a Left>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Failure<'a> {
    package: Option<&'a str>,
    tool: &'static str,
    output: &'a [String],
    exact: bool,
    why: Sentences,
}

#[derive(Debug, Serialize)]
struct Unnoticed<'a> {
    fault: &'a str,
    why: Sentences,
}

/// What is said in each language, by its code.
type Sentences = BTreeMap<&'static str, String>;

impl<'a> Document<'a> {
    /// A what-if of a program, and what is taken for granted in it.
    pub fn of(program: &'a str, assumes: &'a [Assumption], story: &Story<'a>) -> Self {
        let report = story.report;
        Self {
            gostep_whatif: FORMAT,
            program,
            changes: story.changes,
            assumes,
            packages: &report.packages,
            link: &report.link,
            link_certainty: report.link_certainty,
            all_packages: report.all_packages,
            exact: report.exact,
            exit_code: report.exit_code,
            failures: report.failures.iter().map(Failure::of).collect(),
            unnoticed: report.unnoticed.iter().map(Unnoticed::of).collect(),
            left: report.left.as_ref(),
            refused: report.refused,
        }
    }
}

impl<'a> Failure<'a> {
    fn of(failure: &'a FailureReport) -> Self {
        Self {
            package: failure.package.as_deref(),
            tool: failure.tool,
            output: &failure.output,
            exact: failure.exact,
            why: why(&failure.cause),
        }
    }
}

impl<'a> Unnoticed<'a> {
    fn of(unnoticed: &'a UnnoticedReport) -> Self {
        Self { fault: &unnoticed.fault, why: why(&unnoticed.cause) }
    }
}

fn why(cause: &Cause) -> Sentences {
    Lang::ALL.into_iter().map(|lang| (lang.code(), words(lang).reasons.cause(cause))).collect()
}
