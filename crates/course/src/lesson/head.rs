//! What a list of lessons shows of each, read without simulating anything.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::lesson::fingerprint::is_of;
use crate::lesson::problem::ProblemReport;
use crate::lesson::raw::FORMAT;
use crate::lesson::source::{self, LessonSource, LoadError};
use crate::lesson::yaml;
use crate::words::Lang;

/// The beginning of a fact in a text. A head has no simulation that could fill it in.
const FACT: &str = "{{";

/// A lesson as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// What to load it by: the name of an embedded lesson, or a path.
    pub name: String,
    /// The name under which progress in it is kept.
    pub key: String,
    /// Its title.
    pub title: String,
    /// How long it takes, if it says so.
    pub minutes: Option<u32>,
    /// Its steps.
    pub steps: Vec<HeadStep>,
}

/// A step as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadStep {
    /// Its id.
    pub id: String,
    /// Its title; nothing if it has facts in it.
    pub title: Option<String>,
    /// Whether it asks something.
    pub asks: bool,
    /// Whether it sets a task.
    pub task: bool,
}

/// As much of a lesson file as is needed here.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawHead {
    title: Option<String>,
    minutes: Option<u32>,
    steps: Vec<RawHeadStep>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawHeadStep {
    id: Option<String>,
    title: Option<String>,
    ask: Option<IgnoredAny>,
    task: Option<IgnoredAny>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawOverlayHead {
    of: RawHeadOf,
    title: Option<String>,
    steps: std::collections::BTreeMap<String, RawOverlayHeadStep>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawOverlayHeadStep {
    of: RawHeadOf,
    title: Option<String>,
}

/// `of:` of a translation, or of a step in it, as far as it is about titles.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawHeadOf {
    title: Option<String>,
}

/// The heads of the course that comes with gostep, in its order.
///
/// # Errors
/// Never for a gostep that passed its tests.
pub fn course(lang: Lang) -> Result<Vec<Head>, LoadError> {
    source::names().map(|name| head(name, name, &source::source(name, lang)?)).collect()
}

/// The head of a lesson by its text, with what to load it by and the name under which progress in it is kept.
///
/// # Errors
/// If it is no lesson file. Nothing else is checked.
pub fn head(name: &str, key: &str, source: &LessonSource) -> Result<Head, LoadError> {
    let mut report = ProblemReport::new(&source.file, &source.text);
    let raw = yaml::read_loosely::<RawHead>(&source.text, "gostep_lesson", FORMAT, &mut report)
        .map(|document| document.value);
    let Some(raw) = raw.filter(|_| report.is_clean()) else { return Err(LoadError::Problems(report.problems)) };
    let overlay = source.overlay.as_ref().and_then(|(file, text)| {
        // What is wrong with a translation is said when the lesson is played.
        let mut unheard = ProblemReport::new(file, text);
        yaml::read_loosely::<RawOverlayHead>(text, "gostep_lesson", FORMAT, &mut unheard).map(|document| document.value)
    });
    let mut overlay = overlay.unwrap_or_default();
    let current = |of: Option<String>, original: &Option<String>| {
        of.zip(original.as_deref()).is_some_and(|(of, original)| is_of(&of, original))
    };
    let is_current = current(overlay.of.title.take(), &raw.title);
    let title = overlay.title.filter(|_| is_current).or(raw.title).filter(|title| !title.contains(FACT));
    let steps = raw.steps.into_iter().filter_map(|step| {
        let id = step.id?;
        let theirs = overlay.steps.remove(&id).unwrap_or_default();
        let is_current = current(theirs.of.title, &step.title);
        let translated = theirs.title.filter(|_| is_current);
        let title = translated.or(step.title).filter(|title| !title.contains(FACT));
        Some(HeadStep { id, title, asks: step.ask.is_some(), task: step.task.is_some() })
    });
    Ok(Head {
        name: name.to_owned(),
        key: key.to_owned(),
        title: title.unwrap_or_else(|| name.to_owned()),
        minutes: raw.minutes,
        steps: steps.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::load::load;

    #[test]
    fn heads_say_what_the_lessons_say() {
        for lang in Lang::ALL {
            for head in course(lang).unwrap() {
                let lesson = load(&head.name, lang).unwrap();
                assert_eq!(head.title, lesson.title);
                assert_eq!(head.steps.len(), lesson.steps.len());
                for (head, step) in head.steps.iter().zip(&lesson.steps) {
                    let (asks, task) = (step.question.is_some(), step.task.is_some());
                    assert_eq!((&head.id, head.asks, head.task), (&step.id, asks, task));
                    assert!(head.title.as_ref().is_none_or(|title| *title == step.title));
                }
            }
        }
    }
}
