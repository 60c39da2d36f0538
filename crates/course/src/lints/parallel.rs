//! Texts of a translation beside those of the original: the same facts, terms and code.

use std::collections::BTreeSet;

use super::linted::LintedLesson;
use super::marked::{Marks, marks};
use super::texts::{Pair, pairs};
use crate::lesson::ProblemReport;
use crate::lesson::places::join;
use crate::lesson::raw_ask::RawAskTranslation;
use gostep_sim::suggest::nearest;

/// Compares all texts that are translated.
pub fn look(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    for pair in pairs(look) {
        compare(&pair, report);
    }
    let Some(overlay) = look.overlay else { return };
    for step in &look.own.value.steps {
        let Some(id) = &step.id else { continue };
        let theirs = overlay.value.steps.get(id).and_then(|step| step.ask.as_ref());
        let (Some(ask), Some(theirs)) = (&step.ask, theirs) else { continue };
        let path = format!("steps.{id}.ask");
        equal_options(theirs, &path, look, report);
        let is_text = ask.kind.as_deref() == Some("text");
        if !theirs.answer.is_empty() && !is_text {
            let message = "this answer is not used: only questions of kind text have answers that are translated";
            report.warn(overlay.places.key(&join(&path, "answer")), message, "remove it");
        }
        if !theirs.items.is_empty() && ask.by.is_some() {
            let message = "these items are not used: the original has packages, which are not translated";
            report.warn(overlay.places.key(&join(&path, "items")), message, "remove them");
        }
    }
}

/// Options that are told apart in the original and not in the translation.
fn equal_options(theirs: &RawAskTranslation, path: &str, look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let Some(overlay) = look.overlay else { return };
    let text = |at: usize| theirs.options.get(at).and_then(|option| option.text.as_deref()).map(str::trim);
    for at in 1..theirs.options.len() {
        if let Some(first) = (0..at).find(|&first| text(first).is_some() && text(first) == text(at)) {
            let place = overlay.places.value(&format!("{path}.options[{at}].text"));
            let message = format!("this option is the same as option {} in the translation", first + 1);
            report.warn(place, message, "tell them apart as the original does; options stand in its order");
        }
    }
}

fn compare(pair: &Pair<'_>, report: &mut ProblemReport<'_>) {
    let (own, theirs) = (marks(pair.own), marks(pair.theirs));
    for (what, pick) in KINDS {
        let texts = |marks: &Marks| pick(marks).iter().map(|(_, text)| text.clone()).collect::<BTreeSet<_>>();
        let (ours, given) = (texts(&own), texts(&theirs));
        let lacks: Vec<&String> = ours.difference(&given).collect();
        let strange: Vec<&(usize, String)> = pick(&theirs).iter().filter(|(_, text)| !ours.contains(text)).collect();
        let wanted = lacks.iter().map(|text| what.written(text)).collect::<Vec<_>>().join(", ");
        let meant = |text: &str| nearest(text, lacks.iter().map(|text| text.as_str()));
        // Words in code can be translated, and code can be named that the original only describes; slips are the same in
        // every language.
        let is_wrong =
            |text: &str| !what.may_differ || !pair.own.contains(text) && text.is_ascii() && meant(text).is_some();
        for (at, text) in strange.iter().filter(|(_, text)| is_wrong(text)) {
            let message = format!("the original has no {} {}", what.name, what.written(text));
            let help = match lacks.len() {
                0 => "remove it, or add it to the original".to_owned(),
                _ => format!("the original has {wanted}"),
            };
            report.warn(pair.places.inside(&pair.path, pair.theirs, *at), message, help);
        }
        let is_elsewhere = |text: &&String| what.may_differ && pair.theirs.contains(text.as_str());
        if strange.is_empty() && !lacks.iter().all(is_elsewhere) {
            let message = format!("the translation lacks the {} {wanted} of the original", what.name);
            report.warn(pair.places.key(&pair.path), message, what.help);
        }
    }
    if is_left(pair, &own) {
        report.warn(pair.places.value(&pair.path), "the text is the same as in the original", "translate it");
    }
}

/// What is compared: its name, what stands before and behind it, and what to do if it is not there.
struct Kind {
    name: &'static str,
    before: &'static str,
    behind: &'static str,
    help: &'static str,
    /// Whether a translation may have others.
    may_differ: bool,
}

impl Kind {
    fn written(&self, text: &str) -> String {
        format!("{}{text}{}", self.before, self.behind)
    }
}

type Pick = fn(&Marks) -> &Vec<(usize, String)>;

const KINDS: [(Kind, Pick); 3] = [
    (
        Kind {
            name: "fact",
            before: "{{ ",
            behind: " }}",
            help: "write the fact: a number that is typed stays when the lesson changes",
            may_differ: false,
        },
        |marks| &marks.facts,
    ),
    (
        Kind {
            name: "term",
            before: "term:",
            behind: "",
            help: "mark the word for it, as the original does",
            may_differ: false,
        },
        |marks| &marks.terms,
    ),
    (
        Kind {
            name: "code",
            before: "`",
            behind: "`",
            help: "names and commands are not translated",
            may_differ: true,
        },
        |marks| &marks.code,
    ),
];

/// A text with words that nobody has translated. Names and commands are the same in all languages.
fn is_left(pair: &Pair<'_>, marks: &Marks) -> bool {
    const WORDS: usize = 3;
    pair.own.trim() == pair.theirs.trim() && marks.words >= WORDS && !pair.own.contains(" -")
}
