//! What a learner expects of a build, against what the simulation knows of it.

use maud::html;
use serde::Serialize;

use super::asked::Expected;
use crate::error::PageError;
use gostep_course::words::Words;
use gostep_sim::whatif::{Certainty, LinkReport, Report};
use gostep_view::html::blocks;
use gostep_view::report::{said, summary};

/// What is said to an expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Whether it is so; nothing if nobody knows.
    right: Option<bool>,
    /// The word above.
    heading: &'static str,
    /// What is said, as HTML.
    html: String,
}

/// Judges an expectation. `None` if the learner leaves it open.
pub fn judge(expected: &Expected, report: &Report, words: &Words) -> Result<Judged, PageError> {
    let own = &words.bench;
    let compiled: usize = expected.compiled.trim().parse().map_err(|_| PageError::new(own.no_number))?;
    let right = right(compiled, expected.linked, report);
    let heading = match right {
        Some(true) => words.screen.right,
        Some(false) => words.screen.wrong,
        None => own.can_be,
    };
    let link = |linked| if linked { words.whatif.linked } else { words.whatif.not_linked };
    let expectation = match expected.linked {
        Some(linked) => own.expected_link.with([&compiled, &link(linked)]),
        None => own.expected.with([&compiled]),
    };
    let html = html! { (blocks(&[said(&expectation), said(&summary(report, words))])) };
    Ok(Judged { right, heading, html: html.into_string() })
}

/// Whether it is so, as far as it is known.
fn right(compiled: usize, linked: Option<bool>, report: &Report) -> Option<bool> {
    let (certain, possible) = report.compiled();
    let links = matches!(report.link, LinkReport::Linked(_));
    let link_is_known = report.link_certainty == Certainty::Certain;
    if !(certain..=possible).contains(&compiled) || (link_is_known && linked.is_some_and(|linked| linked != links)) {
        return Some(false);
    }
    (certain == possible && (link_is_known || linked.is_none())).then_some(true)
}
