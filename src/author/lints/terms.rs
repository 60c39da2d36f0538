//! Terms of the glossary that texts mark.

use std::collections::BTreeSet;

use super::texts::Text;
use crate::lesson_files;
use gostep_course::lesson::raw_glossary::RawGlossary;
use gostep_course::lesson::{LoadError, Problem, ProblemReport, yaml};

const LINK: &str = "](term:";

/// The terms that a text marks.
pub fn marked(text: &Text<'_>) -> BTreeSet<String> {
    links(text.raw).map(str::to_owned).collect()
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(LINK).filter_map(|(at, _)| text[at + LINK.len()..].split(')').next())
}

/// How many terms a glossary file has, and those that neither a lesson nor another term marks.
///
/// # Errors
/// If the file cannot be read.
pub fn unused_terms(path: &str, marked: &BTreeSet<String>) -> Result<(usize, Vec<Problem>), LoadError> {
    let text = lesson_files::read(std::path::Path::new(path))?;
    let mut report = ProblemReport::new(path, &text);
    let glossary = yaml::read::<RawGlossary>(&text, "gostep_glossary", 1, &mut report);
    let Some(glossary) = glossary.filter(|_| report.is_clean()) else { return Ok((0, report.problems)) };
    let linked: BTreeSet<&str> = links(&text).collect();
    for id in glossary.value.ids().filter(|id| !marked.contains(*id) && !linked.contains(id)) {
        let place = glossary.places.key(&format!("terms.{id}"));
        report.hint(place, format!("no lesson marks the term {id}"), format!("mark it: [words](term:{id})"));
    }
    Ok((glossary.value.ids().count(), report.problems))
}
