//! Translations that do not fit their lesson.

use super::linted::LintedLesson;
use crate::lesson::places::join;
use crate::lesson::{Place, ProblemReport};
use crate::words::Lang;

/// Looks at a translation.
pub fn look(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let Some(overlay) = look.overlay else { return };
    let own_lang = look.own.value.lang.as_deref().and_then(Lang::parse).unwrap_or_default();
    if own_lang == look.lesson.lang {
        let message = format!("the lesson itself is written in this language ({})", own_lang.code());
        report.warn(Place::default(), message, "remove this file, or say in the lesson's lang: what it is written in");
    }
    match &overlay.value.translates {
        Some(name) if *name != look.lesson.id => {
            let message = format!("this translates {name:?}, but the lesson beside it is {:?}", look.lesson.id);
            report.add(overlay.places.value("translates"), message, "give the file the name of its lesson");
        }
        Some(_) => {}
        None => {
            let help = format!("add translates: {}", look.lesson.id);
            report.warn(Place::at(1, 1), "translates: is missing", help);
        }
    }
    idle(look, report);
}

/// Texts that translate nothing.
fn idle(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let Some(overlay) = look.overlay else { return };
    let mut compare = |path: &str, own: bool, theirs: bool| {
        if theirs && !own {
            let message = "this translates nothing: the lesson has no such text";
            report.warn(overlay.places.key(path), message, "remove it, or add the text to the lesson");
        }
    };
    let own = &look.own.value;
    compare("summary", own.summary.is_some(), overlay.value.summary.is_some());
    for number in own.learned.len()..overlay.value.learned.len() {
        compare(&format!("learned[{number}]"), false, true);
    }
    for step in &own.steps {
        let Some(id) = &step.id else { continue };
        let Some(theirs) = overlay.value.steps.get(id) else { continue };
        let path = format!("steps.{id}");
        for ((name, own), theirs) in step.texts().into_iter().zip(theirs.texts()) {
            compare(&join(&path, name), own.is_some(), theirs.is_some());
        }
        let path = join(&path, "ask");
        compare(&path, step.ask.is_some(), theirs.ask.is_some());
        let (Some(ask), Some(theirs)) = (&step.ask, &theirs.ask) else { continue };
        for (name, own, theirs) in [("right", &ask.right, &theirs.right), ("wrong", &ask.wrong, &theirs.wrong)] {
            compare(&join(&path, name), own.is_some(), theirs.is_some());
        }
        for (name, own, theirs) in [
            ("options", ask.options.len(), theirs.options.len()),
            ("items", ask.items.len(), theirs.items.len()),
            ("hints", ask.hints.len(), theirs.hints.len()),
        ] {
            for number in own..theirs {
                compare(&format!("{path}.{name}[{number}]"), false, true);
            }
        }
    }
}
