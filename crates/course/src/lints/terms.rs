//! Terms of the glossary that texts mark.

use std::collections::BTreeSet;

use super::texts::Text;
use crate::lesson::raw_glossary::RawGlossary;
use crate::lesson::{File, Problem, ProblemReport, yaml};

const LINK: &str = "](term:";

/// The terms that a text marks.
pub fn marked(text: &Text<'_>) -> BTreeSet<String> {
    links(text.raw).map(str::to_owned).collect()
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(LINK).filter_map(|(at, _)| text[at + LINK.len()..].split(')').next())
}

/// How many terms a glossary has, and those that neither a lesson nor another term marks.
pub fn unused_terms(file: File<'_>, marked: &BTreeSet<String>) -> (usize, Vec<Problem>) {
    let mut report = ProblemReport::new(file.name, file.text);
    let glossary = yaml::read::<RawGlossary>(file.text, "gostep_glossary", 1, &mut report);
    let Some(glossary) = glossary.filter(|_| report.is_clean()) else { return (0, report.problems) };
    let linked: BTreeSet<&str> = links(file.text).collect();
    for id in glossary.value.ids().filter(|id| !marked.contains(*id) && !linked.contains(id)) {
        let place = glossary.places.key(&format!("terms.{id}"));
        report.hint(place, format!("no lesson marks the term {id}"), format!("mark it: [words](term:{id})"));
    }
    (glossary.value.ids().count(), report.problems)
}
