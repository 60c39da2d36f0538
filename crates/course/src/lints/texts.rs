//! The texts of a lesson: as written, with their places, and as they are shown.

use super::linted::LintedLesson;
use crate::lesson::beside::beside;
use crate::lesson::places::{Places, join};
use crate::lesson::question::Kind;
use crate::lesson::{Place, Question};

/// A text that learners read.
pub struct Text<'a> {
    /// Where it stands in its file.
    pub path: String,
    /// Where everything stands there.
    pub places: &'a Places,
    /// It stands in the translation.
    pub translated: bool,
    /// As it was written.
    pub raw: &'a str,
    /// With its facts.
    pub shown: &'a str,
}

impl Text<'_> {
    /// The place of a byte of the text as it was written.
    pub fn place(&self, offset: usize) -> Place {
        self.places.inside(&self.path, self.raw, offset)
    }

    /// The place of a line of the text as it is shown, from its first character that is no blank. Facts have no line
    /// ends, so it is the same line of the text as written.
    pub fn line(&self, number: usize) -> Place {
        let start: usize = self.raw.split_inclusive('\n').take(number).map(str::len).sum();
        let line = self.raw[start..].lines().next().unwrap_or_default();
        let indent = line.len() - line.trim_start().len();
        let place = self.place(start + indent);
        Place { length: line.trim().chars().count().max(1), ..place }
    }
}

/// All texts that are in the language that is looked at.
pub fn texts<'a>(look: &LintedLesson<'a>) -> Vec<Text<'a>> {
    let own = &look.own.value;
    let overlay = look.overlay.map(|overlay| &overlay.value);
    let mut texts = Vec::new();
    let mut add = |path: String, raw: Option<&'a String>, shown: &'a str| {
        let places = look.overlay.map_or(&look.own.places, |overlay| &overlay.places);
        // What is not translated is looked at in its own file.
        if let (Some(raw), false) = (raw, shown.is_empty()) {
            texts.push(Text { path, places, translated: look.overlay.is_some(), raw, shown });
        }
    };
    let head = |own: &'a Option<String>, theirs: Option<&'a Option<String>>| match overlay {
        Some(_) => theirs.and_then(Option::as_ref),
        None => own.as_ref(),
    };
    add("title".to_owned(), head(&own.title, overlay.map(|overlay| &overlay.title)), &look.lesson.title);
    add("summary".to_owned(), head(&own.summary, overlay.map(|overlay| &overlay.summary)), &look.lesson.summary);
    for (number, (line, shown)) in own.learned.iter().zip(&look.lesson.learned).enumerate() {
        let raw = overlay.map_or(Some(line), |overlay| overlay.learned.get(number));
        add(format!("learned[{number}]"), raw, shown);
    }
    for (number, (raw, step)) in own.steps.iter().zip(&look.lesson.steps).enumerate() {
        let theirs = overlay.and_then(|overlay| overlay.steps.get(&step.id));
        let path = if overlay.is_some() { format!("steps.{}", step.id) } else { format!("steps[{number}]") };
        let of = |own: &'a Option<String>, theirs: Option<&'a Option<String>>| head(own, theirs);
        add(join(&path, "title"), of(&raw.title, theirs.map(|t| &t.title)), &step.title);
        add(join(&path, "lead"), of(&raw.lead, theirs.map(|t| &t.lead)), &step.lead);
        add(join(&path, "say"), of(&raw.say, theirs.map(|t| &t.say)), &step.say);
        add(join(&path, "note"), of(&raw.note, theirs.map(|t| &t.note)), &step.note);
        if let (Some(raw), Some(task)) = (&raw.task, &step.task) {
            let theirs = theirs.and_then(|theirs| theirs.task.as_ref());
            let path = join(&path, "task");
            add(join(&path, "text"), of(&raw.text, theirs.map(|t| &t.text)), &task.text);
            add(join(&path, "right"), of(&raw.right, theirs.map(|t| &t.right)), &task.right);
            for (number, (own, shown)) in raw.goal.iter().zip(&task.goal).enumerate() {
                let theirs = theirs.and_then(|theirs| theirs.goal.get(number));
                add(format!("{path}.goal[{number}].text"), of(&own.text, theirs.map(|t| &t.text)), &shown.text);
            }
            for (number, (own, shown)) in raw.hints.iter().zip(&task.hints).enumerate() {
                let raw =
                    if overlay.is_some() { theirs.and_then(|theirs| theirs.hints.get(number)) } else { Some(own) };
                add(format!("{path}.hints[{number}]"), raw, shown);
            }
        }
        let (Some(ask), Some(question)) = (&raw.ask, &step.question) else { continue };
        let theirs = theirs.and_then(|theirs| theirs.ask.as_ref());
        let path = join(&path, "ask");
        add(join(&path, "text"), of(&ask.text, theirs.map(|t| &t.text)), &question.text);
        add(join(&path, "right"), of(&ask.right, theirs.map(|t| &t.right)), &question.right);
        add(join(&path, "wrong"), of(&ask.wrong, theirs.map(|t| &t.wrong)), &question.wrong);
        for (number, (own, shown)) in ask.options.iter().zip(choices(question)).enumerate() {
            let theirs = theirs.and_then(|theirs| theirs.options.get(number));
            let path = format!("{path}.options[{number}]");
            add(join(&path, "text"), of(&own.text, theirs.map(|t| &t.text)), shown.0);
            add(join(&path, "why"), of(&own.why, theirs.map(|t| &t.why)), shown.1);
        }
        for (number, (own, shown)) in ask.hints.iter().zip(&question.hints).enumerate() {
            let raw = if overlay.is_some() { theirs.and_then(|theirs| theirs.hints.get(number)) } else { Some(own) };
            let list = format!("{path}.hints[{number}]");
            let places = look.overlay.map_or(&look.own.places, |overlay| &overlay.places);
            add(if places.has(&list) { list } else { join(&path, "hints") }, raw, shown);
        }
    }
    texts
}

/// Texts and explanations of the options.
fn choices(question: &Question) -> Vec<(&str, &str)> {
    match &question.kind {
        Kind::Choice { options, .. } => options.iter().map(|o| (o.text.as_str(), o.why.as_str())).collect(),
        _ => Vec::new(),
    }
}

/// A text and its translation.
pub struct Pair<'a> {
    /// Where the translation stands in its file.
    pub path: String,
    /// Where everything stands there.
    pub places: &'a Places,
    /// The original as written.
    pub own: &'a str,
    /// The translation as written.
    pub theirs: &'a str,
}

/// All texts that are shown in a translation.
pub fn pairs<'a>(look: &LintedLesson<'a>) -> Vec<Pair<'a>> {
    let Some(overlay) = look.overlay else { return Vec::new() };
    let places = &overlay.places;
    let texts = beside(&look.own.value, &overlay.value).into_iter();
    texts
        .filter_map(|text| {
            let (own, theirs) = (text.original, text.translation?);
            let path = text.step.map_or_else(|| text.name.clone(), |id| format!("steps.{id}.{}", text.name));
            // One item can stand without its list.
            let list = path.rsplit_once('[').map_or(path.as_str(), |(list, _)| list).to_owned();
            let path = if places.has(&path) { path } else { list };
            Some(Pair { path, places, own, theirs })
        })
        .collect()
}
