//! Translations: overlays beside a lesson, keyed by step id, and what does not fit their lesson.

use crate::lesson::beside::{Standing, beside, take_out};
use crate::lesson::fingerprint::fingerprint_of;
use crate::lesson::places::join;
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::{RawLesson, RawOverlay};
use crate::lesson::yaml::{self, Document};
use crate::words::Lang;
use gostep_sim::said;
use gostep_sim::said::Said;

/// A translation as read.
pub type Overlay = Document<RawOverlay>;

/// Reads an overlay for a language. Problems go to the report.
pub fn read(text: &str, lang: Lang, report: &mut ProblemReport<'_>) -> Option<Overlay> {
    let overlay: Overlay = yaml::read(text, "gostep_lesson", crate::lesson::raw::FORMAT, report)?;
    if let Some(code) = &overlay.value.lang
        && code != lang.code()
    {
        let message = said!("lang: {code} does not fit the name of the file", code);
        report.add(overlay.places.value("lang"), message, said!("write lang: {code}", code = lang.code()));
    }
    Some(overlay)
}

/// Takes out of a translation what does not translate the lesson as it is, and reports it: there the original is shown.
pub fn keep_current(overlay: &mut Overlay, lesson: &RawLesson, report: &mut ProblemReport<'_>) {
    let mut outdated = Vec::new();
    let mut said: Option<Option<&str>> = None;
    for text in beside(lesson, &overlay.value) {
        let standing = text.standing();
        if standing == Standing::Current {
            continue;
        }
        outdated.push((text.step.map(str::to_owned), text.name.clone()));
        let path = text.step.map_or_else(String::new, |id| format!("steps.{id}"));
        let (given, of) = (join(&path, &text.name), join(&join(&path, "of"), &text.name));
        let is_reported = [&path, &given, &of].into_iter().any(|path| overlay.is_in_dropped(path));
        // Of a step that is not there as a whole one sentence is said.
        let is_whole = match text.step {
            Some(id) => !overlay.value.steps.contains_key(id),
            None => false,
        };
        let no_of = standing == Standing::Unsaid && !overlay.places.has(&join(&path, "of"));
        if is_reported || (is_whole || no_of) && said == Some(text.step) {
            continue;
        }
        if is_whole || no_of {
            said = Some(text.step);
        }
        let name = in_words(&text.name);
        let step = text.step.unwrap_or_default();
        match standing {
            Standing::Missing if is_whole => step_is_missing(overlay, lesson, step, report),
            Standing::Missing => {
                let message = match text.step {
                    Some(step) => said!("step {step} lacks {name} in this translation", step, name),
                    None => said!("the lesson lacks {name} in this translation", name),
                };
                let help = said!("add it; options, items and hints stand in the order of the original");
                report.add(overlay.places.key(&given), message, help);
            }
            Standing::Unsaid if no_of => {
                let message = said!("of: is missing: which original is this a translation of?");
                report.add(overlay.places.key(&path), message, accept());
            }
            Standing::Unsaid => {
                let message = said!("of: does not say which original {name} translates", name);
                report.add(overlay.places.key(&given), message, accept());
            }
            Standing::Stale | Standing::Current => {
                let message = said!("the original of {name} has changed since this was translated", name);
                let (accept, current) = (accept(), fingerprint_of(text.original));
                let help = said!("{accept}; the fingerprint is {current:?}", accept, current);
                report.add(overlay.places.value(&of), message, help);
            }
        }
    }
    for (step, name) in outdated {
        take_out(&mut overlay.value, step.as_deref(), &name);
    }
}

fn accept() -> Said {
    said!("`gostep lesson translate` shows the texts, and with --accept writes what is translated")
}

fn step_is_missing(overlay: &Overlay, lesson: &RawLesson, id: &str, report: &mut ProblemReport<'_>) {
    if overlay.was_dropped("steps") {
        return;
    }
    // One that is misspelt is reported where it stands.
    let known: Vec<&str> = lesson.steps.iter().filter_map(|step| step.id.as_deref()).collect();
    let ids = overlay.value.steps.keys().map(String::as_str);
    if gostep_sim::suggest::nearest(id, ids).is_some_and(|near| !known.contains(&near)) {
        return;
    }
    let help = said!("`gostep lesson translate` adds it with the texts of the original");
    report.add(overlay.places.key("steps"), said!("step {id} is not translated", id), help);
}

/// `ask.options[1].text` as a person says it.
fn in_words(name: &str) -> String {
    let name = name.strip_prefix("ask.").or_else(|| name.strip_prefix("task.")).unwrap_or(name);
    match name.split_once('[').and_then(|(list, rest)| Some((list, rest.split_once(']')?))) {
        Some((list, (number, field))) => {
            let number = number.parse::<usize>().map_or(0, |number| number + 1);
            let item = if list == "goal" { "condition" } else { list.strip_suffix('s').unwrap_or(list) };
            if list == "learned" {
                return format!("line {number} of learned:");
            }
            match field.strip_prefix('.') {
                Some(field) => format!("{field}: of {item} {number}"),
                None => format!("{item} {number}"),
            }
        }
        None => format!("{name}:"),
    }
}

/// Whether a fingerprint fits what is translated.
pub fn is_current<T>(
    of: Option<&str>,
    current: &str,
    path: &str,
    overlay: &Document<T>,
    report: &mut ProblemReport<'_>,
) -> bool {
    let help = said!("compare the texts, then write of: {current:?}", current);
    let place = |name: &str| overlay.places.value(&join(path, name));
    match of {
        Some(of) if of == current => true,
        Some(_) => {
            report.add(place("of"), said!("the original has changed since this was translated"), help);
            false
        }
        None if overlay.was_dropped(&join(path, "of")) => false,
        None => {
            let message = said!("of: is missing: which original is this a translation of?");
            report.add(overlay.places.key(path), message, help);
            false
        }
    }
}

/// Reports translations of steps that the lesson does not have.
pub fn report_unknown_steps(overlay: &Overlay, lesson: &RawLesson, report: &mut ProblemReport<'_>) {
    let known: Vec<&str> = lesson.steps.iter().filter_map(|step| step.id.as_deref()).collect();
    let unknown = overlay.value.steps.keys().map(String::as_str).filter(|id| !known.contains(id)).collect();
    report_unknown("step", &said!("the lesson"), unknown, &known, overlay, report);
}

/// Reports ids of a translation that the original does not have: the first ones, and how many there are.
pub fn report_unknown<T>(
    what: &str,
    original: &Said,
    mut unknown: Vec<&str>,
    known: &[&str],
    overlay: &Document<T>,
    report: &mut ProblemReport<'_>,
) {
    const SAID: usize = 3;
    let place = |id: &str| overlay.places.key(&format!("{what}s.{id}"));
    unknown.sort_by_key(|id| place(id));
    let more = unknown.len().saturating_sub(SAID);
    for (number, id) in unknown.iter().take(SAID).enumerate() {
        let hint = gostep_sim::suggest::did_you_mean(id, known.iter().copied());
        let more = if more > 0 && number + 1 == SAID {
            said!(" (nor {more} more of those below)", more)
        } else {
            Said::default()
        };
        let help = said!("remove it, or give it the {what}'s id", what);
        report.add(
            place(id),
            said!("{original} has no {what} {id:?}{hint}{more}", original, what, id, hint, more),
            help,
        );
    }
}
