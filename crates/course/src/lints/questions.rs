//! Questions and tasks that teach less than they could.

use super::linted::LintedLesson;
use crate::lesson::ProblemReport;
use crate::lesson::places::join;
use crate::lesson::question::Kind;
use crate::lesson::raw::RawStep;
use crate::lesson::raw_ask::RawAsk;

/// Looks at the questions in the lesson's own language.
pub fn look(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    for (number, (raw, step)) in look.own.value.steps.iter().zip(&look.lesson.steps).enumerate() {
        if raw.task.as_ref().is_some_and(|task| raw.say.is_none() && task.right.is_none()) {
            let help = "add say: to the step or right: to the task: what the learner has just seen, and why";
            let place = look.own.places.key(&format!("steps[{number}].task"));
            report.warn(place, "nothing is said when the task is done", help);
        }
        let (Some(ask), Some(question)) = (&raw.ask, &step.question) else { continue };
        let path = format!("steps[{number}].ask");
        let places = &look.own.places;
        if let Kind::Choice { options, many } = &question.kind {
            if *many && options.iter().all(|option| option.right) {
                let place = places.key(&join(&path, "options"));
                report.warn(place, "all options are right: there is nothing to choose", "add a wrong one");
            }
            twice(options.iter().map(|option| option.text.as_str()), |at| {
                let place = places.value(&format!("{path}.options[{at}].text"));
                report.warn(place, "this option is there twice", "remove one of the two, or tell them apart");
            });
        }
        accepted(ask, &path, look, report);
        explanation(raw, ask, &path, look, report);
    }
}

/// Calls for each text that equals one before it.
fn twice<'a>(texts: impl Iterator<Item = &'a str>, mut found: impl FnMut(usize)) {
    let mut seen: Vec<String> = Vec::new();
    for (at, text) in texts.enumerate() {
        let text = text.trim().to_lowercase();
        if seen.contains(&text) {
            found(at);
        }
        seen.push(text);
    }
}

/// Answers to a question for a text.
fn accepted(ask: &RawAsk, path: &str, look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    if ask.kind.as_deref() != Some("text") {
        return;
    }
    let places = &look.own.places;
    let place = |at: usize| {
        let list = format!("{path}.answer[{at}]");
        places.value(&if places.has(&list) { list } else { join(path, "answer") })
    };
    twice(ask.answer.iter().map(String::as_str), |at| {
        let help = "remove it: capital letters and blanks at the ends do not count";
        report.warn(place(at), "this answer is there already", help);
    });
}

/// An answer without an explanation leaves a reader alone. Predictions and orders of packages are explained by the
/// simulation.
fn explanation(step: &RawStep, ask: &RawAsk, path: &str, look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let explained = step.say.is_some() || ask.right.is_some() && ask.wrong.is_some();
    match ask.kind.as_deref() {
        Some("predict") => {}
        Some("order") if ask.by.is_some() => {}
        Some("choice" | "choices") if ask.options.iter().any(|option| option.why.is_some()) => {
            for (at, _) in ask.options.iter().enumerate().filter(|(_, option)| option.why.is_none()) {
                let place = look.own.places.value(&format!("{path}.options[{at}]"));
                let help = "add why: to it, which is said when it was chosen";
                report.warn(place, "this option has no explanation, others have one", help);
            }
        }
        _ if explained => {}
        _ => {
            let help = "add say: to the step, which is shown after the answer, or why: to the options";
            report.warn(look.own.places.key(path), "the question has no explanation", help);
        }
    }
}
