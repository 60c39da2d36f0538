//! What differs between two builds, in sentences.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::arm::Arm;
use super::transcript::Twin;
use gostep_course::words::Words;
use gostep_sim::whatif::{Certainty, Outcome, Report};
use gostep_view::report::link_word;
use gostep_view::seconds::seconds;

/// So many names are written out.
const MOST_NAMES: usize = 12;

/// The sentences about two builds, each with its commands.
pub fn differences((a, of_a): (&Arm, &Twin), (b, of_b): (&Arm, &Twin), words: &Words) -> Markup {
    let own = &words.bench;
    let mut said = packages(&a.report, &b.report, words);
    let (of_b, of_a) = (of_a.counts(of_b), of_b.counts(of_a));
    let links = [&a.report, &b.report].map(|report| link_word(report, words));
    let mut differs = said.differs;
    if links[0] != links[1] {
        said.sentences.push(own.links.with([&links[0], &links[1]]));
        differs = true;
    }
    if a.report.exit_code != b.report.exit_code {
        said.sentences.push(own.exits.with([&a.report.exit_code, &b.report.exit_code]));
        differs = true;
    }
    for (letter, counts) in [("A", of_a), ("B", of_b)] {
        if counts.alone > 0 {
            said.sentences.push(own.commands_alone.with([&letter, &counts.alone]));
            differs = true;
        }
    }
    if of_a.differ > 0 {
        said.sentences.push(own.commands_differ.with([&of_a.differ]));
        differs = true;
    }
    let times = [a, b].map(|arm| seconds(arm.staged.build.duration()));
    if times[0] != times[1] && !a.is_refused() && !b.is_refused() {
        said.sentences.push(own.times.with([&times[0], &times[1]]));
        differs = true;
    }
    html! {
        @if !differs { p { (own.same) } }
        @if !said.sentences.is_empty() { ul { @for sentence in &said.sentences { li { (sentence) } } } }
    }
}

struct Said {
    sentences: Vec<String>,
    differs: bool,
}

/// Whether a build compiles a package.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Compiles {
    No,
    Perhaps,
    Yes,
}

/// Which packages are compiled in both, in one alone, and of which nobody knows.
fn packages(a: &Report, b: &Report, words: &Words) -> Said {
    let own = &words.bench;
    let mut all: BTreeMap<&str, [Compiles; 2]> = BTreeMap::new();
    for (at, report) in [a, b].into_iter().enumerate() {
        for package in report.packages.iter().filter(|package| matches!(package.outcome, Outcome::Compiled { .. })) {
            let certain = package.certainty == Certainty::Certain;
            all.entry(&package.package).or_insert([Compiles::No; 2])[at] =
                if certain { Compiles::Yes } else { Compiles::Perhaps };
        }
    }
    let of = |wanted: &dyn Fn(&[Compiles; 2]) -> bool| -> Vec<&str> {
        all.iter().filter(|(_, compiles)| wanted(compiles)).map(|(name, _)| *name).collect()
    };
    let both = of(&|compiles| *compiles == [Compiles::Yes; 2]).len();
    let mut sentences = Vec::new();
    if both > 0 {
        sentences.push(own.both_compile.with([&both]));
    }
    let mut differs = false;
    for (letter, alone) in [("A", [Compiles::Yes, Compiles::No]), ("B", [Compiles::No, Compiles::Yes])] {
        let names = of(&|compiles| *compiles == alone);
        if !names.is_empty() {
            sentences.push(own.one_compiles.with([&letter, &names.len(), &list(&names, words)]));
            differs = true;
        }
    }
    let perhaps = of(&|compiles| compiles.contains(&Compiles::Perhaps));
    if !perhaps.is_empty() {
        sentences.push(own.perhaps.with([&perhaps.len(), &list(&perhaps, words)]));
        differs = true;
    }
    Said { sentences, differs }
}

fn list(names: &[&str], words: &Words) -> String {
    let mut text = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(words.small.comma);
    let more = names.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        text.push_str(&words.whatif.and_more.with([&more]));
    }
    text
}
