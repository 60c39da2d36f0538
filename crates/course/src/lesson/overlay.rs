//! Translations: overlays beside a lesson, keyed by step id.
//!
//! Each step of an overlay carries in `of:` a fingerprint of the texts that it translates. When an author changes the
//! original, the fingerprint no longer fits, the translation is reported as stale, and the original is shown.

use crate::lesson::places::join;
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::{RawLesson, RawOverlay, RawStep, RawTranslation};
use crate::lesson::raw_ask::{RawAsk, RawAskTranslation};
use crate::lesson::raw_task::{RawTask, RawTaskTranslation};
use crate::lesson::yaml::{self, Document};
use crate::words::Lang;
use gostep_sim::hash::Hash;

/// A translation as read.
pub type Overlay = Document<RawOverlay>;

/// Reads an overlay for a language. Problems go to the report.
pub fn read(text: &str, lang: Lang, report: &mut ProblemReport<'_>) -> Option<Overlay> {
    let overlay: Overlay = yaml::read(text, "gostep_lesson", crate::lesson::raw::FORMAT, report)?;
    if let Some(code) = &overlay.value.lang
        && code != lang.code()
    {
        let message = format!("lang: {code} does not fit the name of the file");
        report.add(overlay.places.value("lang"), message, format!("write lang: {}", lang.code()));
    }
    Some(overlay)
}

/// Eight hex digits that change with the texts.
pub fn fingerprint<'a>(texts: impl IntoIterator<Item = &'a Option<String>>) -> String {
    let mut all = Vec::new();
    for text in texts {
        all.extend_from_slice(text.as_deref().unwrap_or_default().trim().as_bytes());
        all.push(0);
    }
    let hash = Hash::of(all).to_string();
    hash[..8].to_owned()
}

/// Fingerprint of what a lesson says of itself: its title, its summary, and what is learned in it.
pub fn head_fingerprint(texts: [&Option<String>; 2], learned: &[String]) -> String {
    let learned: Vec<Option<String>> = learned.iter().cloned().map(Some).collect();
    fingerprint(texts.into_iter().chain(&learned))
}

/// Fingerprint of a step's texts.
pub fn step_fingerprint(step: &RawStep) -> String {
    let asked = step.ask.as_ref().map_or_else(Vec::new, RawAsk::texts);
    let set = step.task.as_ref().map_or_else(Vec::new, RawTask::texts);
    fingerprint(step.texts().into_iter().map(|(_, text)| text).chain(&asked).chain(&set))
}

/// The translation of a step, if it is there, current and complete. What it lacks goes to the report.
pub fn translation<'a>(
    overlay: &'a Overlay,
    step: &RawStep,
    id: &str,
    known: &[&str],
    report: &mut ProblemReport<'_>,
) -> Option<&'a RawTranslation> {
    let path = format!("steps.{id}");
    let current = step_fingerprint(step);
    if overlay.was_dropped("steps") || overlay.was_dropped(&path) {
        return None;
    }
    let Some(translation) = overlay.value.steps.get(id) else {
        // One that is misspelt is reported where it stands.
        let ids = overlay.value.steps.keys().map(String::as_str);
        if gostep_sim::suggest::nearest(id, ids).is_some_and(|near| !known.contains(&near)) {
            return None;
        }
        let help = format!("add steps: {id}: with of: {current:?} and its texts");
        report.add(overlay.places.key("steps"), format!("step {id} is not translated"), help);
        return None;
    };
    if !is_current(translation.of.as_deref(), &current, &path, overlay, report) {
        return None;
    }
    let mut complete = true;
    for ((name, original), translated) in step.texts().into_iter().zip(translation.texts()) {
        if original.is_some() && translated.is_none() {
            let message = format!("step {id} has no {name}: in this translation");
            report.add(overlay.places.key(&path), message, format!("add {name}:"));
            complete = false;
        }
    }
    let asked = step.ask.as_ref().map(|ask| ("ask", missing_of_ask(ask, translation.ask.as_ref())));
    let set = step.task.as_ref().map(|task| ("task", missing_of_task(task, translation.task.as_ref())));
    for (part, missing) in asked.into_iter().chain(set) {
        let is_dropped = overlay.was_dropped(&join(&path, part));
        complete &= !is_dropped;
        for name in missing.into_iter().filter(|_| !is_dropped) {
            let place = overlay.places.key(&join(&join(&path, part), &name));
            let message = format!("step {id} lacks {} in this translation", in_words(&name));
            let parts = if part == "ask" { "options, items and hints" } else { "conditions and hints" };
            report.add(place, message, format!("add it; {parts} stand in the order of the original"));
            complete = false;
        }
    }
    complete.then_some(translation)
}

/// `ask.options[1].text` as a person says it.
fn in_words(name: &str) -> String {
    let name = name.strip_prefix("ask.").unwrap_or(name);
    match name.split_once('[').and_then(|(list, rest)| Some((list, rest.split_once(']')?))) {
        Some((list, (number, field))) => {
            let number = number.parse::<usize>().map_or(0, |number| number + 1);
            let item = if list == "goal" { "condition" } else { list.strip_suffix('s').unwrap_or(list) };
            match field.strip_prefix('.') {
                Some(field) => format!("{field}: of {item} {number}"),
                None => format!("{item} {number}"),
            }
        }
        None => format!("{name}:"),
    }
}

/// Names of the texts of a question that its translation lacks.
fn missing_of_ask(ask: &RawAsk, translation: Option<&RawAskTranslation>) -> Vec<String> {
    let Some(translation) = translation else { return vec!["text".to_owned()] };
    let mut missing = Vec::new();
    let mut compare = |name: String, original: bool, translated: bool| {
        if original && !translated {
            missing.push(name);
        }
    };
    compare("text".to_owned(), ask.text.is_some(), translation.text.is_some());
    compare("right".to_owned(), ask.right.is_some(), translation.right.is_some());
    compare("wrong".to_owned(), ask.wrong.is_some(), translation.wrong.is_some());
    for (number, option) in ask.options.iter().enumerate() {
        let theirs = translation.options.get(number);
        if theirs.is_none() {
            compare(format!("options[{number}]"), true, false);
            continue;
        }
        let text = theirs.is_some_and(|theirs| theirs.text.is_some());
        let why = theirs.is_some_and(|theirs| theirs.why.is_some());
        compare(format!("options[{number}].text"), option.text.is_some(), text);
        compare(format!("options[{number}].why"), option.why.is_some(), why);
    }
    for (number, _) in ask.items.iter().enumerate() {
        compare(format!("items[{number}]"), ask.by.is_none(), translation.items.get(number).is_some());
    }
    for (number, _) in ask.hints.iter().enumerate() {
        compare(format!("hints[{number}]"), true, translation.hints.get(number).is_some());
    }
    missing
}

/// Names of the texts of a task that its translation lacks.
fn missing_of_task(task: &RawTask, translation: Option<&RawTaskTranslation>) -> Vec<String> {
    let Some(translation) = translation else { return vec!["text".to_owned()] };
    let mut missing = Vec::new();
    let mut compare = |name: String, original: bool, translated: bool| {
        if original && !translated {
            missing.push(name);
        }
    };
    compare("text".to_owned(), task.text.is_some(), translation.text.is_some());
    compare("right".to_owned(), task.right.is_some(), translation.right.is_some());
    for (number, condition) in task.goal.iter().enumerate() {
        let theirs = translation.goal.get(number).is_some_and(|theirs| theirs.text.is_some());
        compare(format!("goal[{number}].text"), condition.text.is_some(), theirs);
    }
    for (number, _) in task.hints.iter().enumerate() {
        compare(format!("hints[{number}]"), true, translation.hints.get(number).is_some());
    }
    missing
}

/// Whether a fingerprint fits what is translated.
pub fn is_current<T>(
    of: Option<&str>,
    current: &str,
    path: &str,
    overlay: &Document<T>,
    report: &mut ProblemReport<'_>,
) -> bool {
    let help = format!("compare the texts, then write of: {current:?}");
    let place = |name: &str| overlay.places.value(&join(path, name));
    match of {
        Some(of) if of == current => true,
        Some(_) => {
            report.add(place("of"), "the original has changed since this was translated", help);
            false
        }
        None if overlay.was_dropped(&join(path, "of")) => false,
        None => {
            report.add(overlay.places.key(path), "of: is missing: which original is this a translation of?", help);
            false
        }
    }
}

/// Reports translations of steps that the lesson does not have.
pub fn report_unknown_steps(overlay: &Overlay, lesson: &RawLesson, report: &mut ProblemReport<'_>) {
    let known: Vec<&str> = lesson.steps.iter().filter_map(|step| step.id.as_deref()).collect();
    let unknown = overlay.value.steps.keys().map(String::as_str).filter(|id| !known.contains(id)).collect();
    report_unknown("step", "the lesson", unknown, &known, overlay, report);
}

/// Reports ids of a translation that the original does not have: the first ones, and how many there are.
pub fn report_unknown<T>(
    what: &str,
    original: &str,
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
        let more =
            if more > 0 && number + 1 == SAID { format!(" (nor {more} more of those below)") } else { String::new() };
        let help = format!("remove it, or give it the {what}'s id");
        report.add(place(id), format!("{original} has no {what} {id:?}{hint}{more}"), help);
    }
}
