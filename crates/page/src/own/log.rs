//! A log that is brought: what `gostep verify` says of it.

use std::cmp::Ordering;
use std::sync::Arc;

use maud::html;

use super::super::error::PageError;
use super::Look;
use super::program::Known as Brought;
use super::told::{Found, Tone, how, messages, sentence, told};
use super::walk::{Walked, walk};
use gostep_sim::gobuild::{Build, CommandFlags};
use gostep_sim::program::{self, EMBEDDED_NAMES, Program};
use gostep_sim::xlog::comparison::{Comparison, Mismatch};
use gostep_sim::xlog::parse::Log;
use gostep_sim::xlog::verify;
use gostep_view::verify::{findings, report};

/// A program that a log may be of.
struct Candidate<'a> {
    name: &'a str,
    program: Arc<Program>,
    walked: Walked<'a>,
}

/// What came of comparing a log with a program.
struct Compared<'a> {
    candidate: Candidate<'a>,
    report: Comparison,
    build: Build,
}

/// Compares a log with the programs that are known, and tells of the one that is nearest to it.
pub fn look(look: &Look<'_>, programs: &[Brought]) -> Found {
    let words = look.words;
    let said = |problem: &dyn std::fmt::Display| messages(&format!("{}: {problem}", look.name));
    let log = match verify::log(look.text) {
        Ok(log) => log,
        Err(problem) => {
            let html = html! { (said(&problem)) (how(words.own.unknown, words)) };
            return Found::told(words.own.unknown_head, Tone::Bad, html);
        }
    };
    let nearest = match nearest(&log, programs) {
        Ok(nearest) => nearest,
        Err(problem) => return Found::told(words.own.no_log, Tone::Bad, said(&problem.message)),
    };
    let Some(Compared { candidate, report: found, build }) = nearest else {
        return Found::told(words.own.no_log, Tone::Bad, how(words.own.unknown, words));
    };
    let compared = words.own.log.with([&candidate.name]);
    let all = || told(report(&found, &build, look.name, words), look.lang);
    let walked = |found: Found| found.walking(walk(candidate.walked, Some(&build.options)), look.lang);
    match &found.problem {
        None => walked(Found::told(&compared, Tone::Good, all())),
        Some(
            Mismatch::OtherProgram { .. }
            | Mismatch::OtherToolchain(_)
            | Mismatch::OtherInstruments { .. }
            | Mismatch::OtherExperiments { .. },
        ) => {
            let bring = sentence(&words.own.bring.with([&candidate.name]));
            let html = html! { (bring) (told(findings(&found, &build, look.name, words), look.lang)) };
            Found::told(words.own.other_log, Tone::Bad, html)
        }
        Some(Mismatch::Warm { .. } | Mismatch::Failed { .. }) => {
            let compared = sentence(&words.own.compared.with([&candidate.name]));
            Found::told(words.own.no_log, Tone::Bad, html! { (compared) (all()) })
        }
        Some(Mismatch::CutShort { .. } | Mismatch::Differs { .. } | Mismatch::Order(_)) => {
            walked(Found::told(&compared, Tone::Bad, all()))
        }
        Some(_) => Found::told(words.own.no_log, Tone::Bad, all()),
    }
}

/// The program to which a log is nearest: of those that were brought, the last one first, and of the embedded ones.
fn nearest<'a>(log: &Log, programs: &'a [Brought]) -> Result<Option<Compared<'a>>, PageError> {
    let brought = programs.iter().rev().map(|known| {
        let program = Arc::clone(&known.program);
        Ok::<_, PageError>(Candidate { name: &known.name, program, walked: known.walked() })
    });
    let embedded = EMBEDDED_NAMES.iter().copied().map(|name| {
        let program = Arc::new(program::load_embedded(name).map_err(PageError::new)?);
        Ok(Candidate { name, program, walked: Walked::Embedded(name) })
    });
    let mut nearest: Option<Compared<'a>> = None;
    for candidate in brought.chain(embedded) {
        let candidate: Candidate<'a> = candidate?;
        let (report, build) =
            verify::verify(log, &candidate.program, &CommandFlags::default()).map_err(PageError::new)?;
        let is_nearer =
            nearest.as_ref().is_none_or(|other| how_far(&report).cmp(&how_far(&other.report)) == Ordering::Less);
        if is_nearer {
            nearest = Some(Compared { candidate, report, build });
        }
        if nearest.as_ref().is_some_and(|nearest| nearest.report.problem.is_none()) {
            break;
        }
    }
    Ok(nearest)
}

/// How far a log is from a program; less is nearer.
fn how_far(report: &Comparison) -> (u8, usize) {
    match &report.problem {
        None => (0, 0),
        Some(Mismatch::Differs { more, .. }) => (1, *more),
        Some(Mismatch::Warm { cached }) => (2, cached.len()),
        Some(Mismatch::OtherProgram { only_log, only_ours }) => (3, only_log.len() + only_ours.len()),
        Some(Mismatch::OtherToolchain(_) | Mismatch::OtherInstruments { .. } | Mismatch::OtherExperiments { .. }) => {
            (4, 0)
        }
        Some(_) => (1, 0),
    }
}
