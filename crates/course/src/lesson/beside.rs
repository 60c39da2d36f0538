//! The texts of a lesson beside those of its translation, one by one.
//!
//! `of:` of a step has the shape of its texts, and holds for each what was translated: the original itself, or its
//! fingerprint. When an author changes a word, the text with this word is shown in the original until somebody has looked
//! at it; the others stay translated.

use std::collections::HashMap;

use crate::lesson::fingerprint::{is_fingerprint, is_of};
use crate::lesson::raw::{RawLesson, RawOverlay, RawStep, RawTexts, RawTranslation};
use crate::lesson::raw_ask::{RawAsk, RawAskTranslation};
use crate::lesson::raw_task::RawTaskTranslation;

/// Texts that count as one: options have texts of their own, but nobody mends the second hint of a list alone.
const LISTS: [&str; 3] = ["ask.items", "ask.hints", "ask.answer"];

/// How a translated text stands to its original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It translates the text as it is.
    Current,
    /// The original has changed.
    Stale,
    /// It does not say what it translates.
    Unsaid,
    /// There is none.
    Missing,
}

/// A text and its translation.
#[derive(Clone, Debug)]
pub struct Beside<'a> {
    /// The step; nothing for the title and the summary of the lesson.
    pub step: Option<&'a str>,
    /// Its name in the step, such as `ask.options[0].text`.
    pub name: String,
    /// The original.
    pub original: &'a str,
    /// What `of:` says of it.
    pub of: Option<&'a str>,
    /// The translation.
    pub translation: Option<&'a str>,
}

impl Beside<'_> {
    /// How the two stand to each other.
    pub fn standing(&self) -> Standing {
        match (self.translation, self.of) {
            (None, _) => Standing::Missing,
            (_, None) => Standing::Unsaid,
            (_, Some(of)) if is_of(of, self.original) => Standing::Current,
            _ => Standing::Stale,
        }
    }

    /// The original that was translated, if `of:` holds it.
    pub fn old(&self) -> Option<&str> {
        self.of.filter(|of| !is_fingerprint(of))
    }
}

/// All texts of a lesson, in its order.
pub fn beside<'a>(lesson: &'a RawLesson, overlay: &'a RawOverlay) -> Vec<Beside<'a>> {
    let of = overlay.of.as_ref();
    let mut all = Vec::new();
    for (name, original, of, translation) in [
        ("title", &lesson.title, of.and_then(|of| of.title.as_ref()), &overlay.title),
        ("summary", &lesson.summary, of.and_then(|of| of.summary.as_ref()), &overlay.summary),
    ] {
        let Some(original) = original else { continue };
        let (of, translation) = (of.map(String::as_str), translation.as_deref());
        all.push(Beside { step: None, name: name.to_owned(), original, of, translation });
    }
    for (number, original) in lesson.learned.iter().enumerate() {
        let of = of.and_then(|of| of.learned.get(number)).map(String::as_str);
        let translation = overlay.learned.get(number).map(String::as_str);
        all.push(Beside { step: None, name: format!("learned[{number}]"), original, of, translation });
    }
    for step in &lesson.steps {
        let Some(id) = step.id.as_deref() else { continue };
        let theirs = overlay.steps.get(id);
        let translations = theirs.map(translations).unwrap_or_default();
        let of = theirs.and_then(|theirs| theirs.of.as_ref()).map(originals).unwrap_or_default();
        for (name, original) in texts(step) {
            let (of, translation) = (of.get(&name).copied(), translations.get(&name).copied());
            // Answers that are accepted need no translation.
            if translation.is_some() || !name.starts_with("ask.answer") {
                all.push(Beside { step: Some(id), name, original, of, translation });
            }
        }
    }
    all
}

/// Whether a translation has all texts of a step.
pub fn is_whole(step: &RawStep, translation: &RawTranslation) -> bool {
    let theirs = translations(translation);
    texts(step).iter().all(|(name, _)| theirs.contains_key(name) || name.starts_with("ask.answer"))
}

/// The texts of a step that a translation has, by name.
pub fn texts(step: &RawStep) -> Vec<(String, &str)> {
    let own = step.texts().into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?)));
    let mut all: Vec<_> = own.collect();
    if let Some(ask) = &step.ask {
        all.extend(texts_of_ask(ask));
    }
    if let Some(task) = &step.task {
        let goal = task.goal.iter().map(|condition| condition.text.as_deref());
        all.extend(texts_of_task(task.text.as_deref(), task.right.as_deref(), goal, &task.hints));
    }
    all
}

/// The texts of a task or of its translation, by name.
fn texts_of_task<'a>(
    text: Option<&'a str>,
    right: Option<&'a str>,
    goal: impl Iterator<Item = Option<&'a str>>,
    hints: &'a [String],
) -> Vec<(String, &'a str)> {
    let named = [("text".to_owned(), text), ("right".to_owned(), right)].into_iter();
    let goal = goal.enumerate().map(|(number, text)| (format!("goal[{number}].text"), text));
    let hints = hints.iter().enumerate().map(|(number, hint)| (format!("hints[{number}]"), Some(hint.as_str())));
    let all = named.chain(goal).chain(hints);
    all.filter_map(|(name, text)| Some((format!("task.{name}"), text?))).collect()
}

fn texts_of_ask<'a>(ask: &'a RawAsk) -> Vec<(String, &'a str)> {
    let mut all = Vec::new();
    let mut add = |name: String, text: Option<&'a String>| {
        if let Some(text) = text {
            all.push((format!("ask.{name}"), text.as_str()));
        }
    };
    add("text".to_owned(), ask.text.as_ref());
    for (number, option) in ask.options.iter().enumerate() {
        add(format!("options[{number}].text"), option.text.as_ref());
        add(format!("options[{number}].why"), option.why.as_ref());
    }
    let is_text = ask.kind.as_deref() == Some("text");
    let lists =
        [("items", &ask.items, ask.by.is_none()), ("answer", &ask.answer, is_text), ("hints", &ask.hints, true)];
    for (name, list, _) in lists.into_iter().filter(|(_, _, is_translated)| *is_translated) {
        for (number, text) in list.iter().enumerate() {
            add(format!("{name}[{number}]"), Some(text));
        }
    }
    add("right".to_owned(), ask.right.as_ref());
    add("wrong".to_owned(), ask.wrong.as_ref());
    all
}

fn translations(step: &RawTranslation) -> HashMap<String, &str> {
    let names = ["title", "lead", "say", "note"];
    by_name(names.into_iter().zip(step.texts()), step.ask.as_ref(), step.task.as_ref())
}

fn originals(of: &RawTexts) -> HashMap<String, &str> {
    let own = [("title", &of.title), ("lead", &of.lead), ("say", &of.say), ("note", &of.note)];
    by_name(own.into_iter(), of.ask.as_ref(), of.task.as_ref())
}

fn by_name<'a>(
    own: impl Iterator<Item = (&'static str, &'a Option<String>)>,
    ask: Option<&'a RawAskTranslation>,
    task: Option<&'a RawTaskTranslation>,
) -> HashMap<String, &'a str> {
    let mut all: HashMap<_, _> = own.filter_map(|(name, text)| Some((name.to_owned(), text.as_deref()?))).collect();
    if let Some(task) = task {
        let goal = task.goal.iter().map(|condition| condition.text.as_deref());
        all.extend(texts_of_task(task.text.as_deref(), task.right.as_deref(), goal, &task.hints));
    }
    let Some(ask) = ask else { return all };
    let mut add = |name: String, text: &'a str| {
        all.insert(format!("ask.{name}"), text);
    };
    for (name, text) in [("text", &ask.text), ("right", &ask.right), ("wrong", &ask.wrong)] {
        if let Some(text) = text {
            add(name.to_owned(), text);
        }
    }
    for (number, option) in ask.options.iter().enumerate() {
        for (name, text) in [("text", &option.text), ("why", &option.why)] {
            if let Some(text) = text {
                add(format!("options[{number}].{name}"), text);
            }
        }
    }
    for (name, list) in [("items", &ask.items), ("answer", &ask.answer), ("hints", &ask.hints)] {
        for (number, text) in list.iter().enumerate() {
            add(format!("{name}[{number}]"), text);
        }
    }
    all
}

/// Takes a text out of a translation, so that the original is shown; of a list all of it.
pub fn take_out(overlay: &mut RawOverlay, step: Option<&str>, name: &str) {
    let Some(id) = step else {
        match name {
            "title" => overlay.title = None,
            "summary" => overlay.summary = None,
            _ => overlay.learned.clear(),
        }
        return;
    };
    let Some(step) = overlay.steps.get_mut(id) else { return };
    match name {
        "title" => step.title = None,
        "lead" => step.lead = None,
        "say" => step.say = None,
        "note" => step.note = None,
        _ if name.starts_with("task.") => step.task.iter_mut().for_each(|task| take_out_of_task(task, name)),
        _ => step.ask.iter_mut().for_each(|ask| take_out_of_ask(ask, name)),
    }
}

fn take_out_of_task(task: &mut RawTaskTranslation, name: &str) {
    match name {
        "task.text" => task.text = None,
        "task.right" => task.right = None,
        _ if name.starts_with("task.hints") => task.hints.clear(),
        _ => {
            let number = name.trim_start_matches("task.goal[").split(']').next().and_then(|number| number.parse().ok());
            let condition = number.and_then(|number: usize| task.goal.get_mut(number));
            if let Some(condition) = condition {
                condition.text = None;
            }
        }
    }
}

fn take_out_of_ask(ask: &mut RawAskTranslation, name: &str) {
    match LISTS.into_iter().find(|list| name.starts_with(list)) {
        Some("ask.items") => ask.items.clear(),
        Some("ask.hints") => ask.hints.clear(),
        Some(_) => ask.answer.clear(),
        None => match name {
            "ask.text" => ask.text = None,
            "ask.right" => ask.right = None,
            "ask.wrong" => ask.wrong = None,
            _ => {
                let Some((number, field)) = name.trim_start_matches("ask.options[").split_once("].") else { return };
                let option = number.parse::<usize>().ok().and_then(|number| ask.options.get_mut(number));
                let Some(option) = option else { return };
                *(if field == "text" { &mut option.text } else { &mut option.why }) = None;
            }
        },
    }
}
