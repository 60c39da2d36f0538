//! Steps: what they show, and how a lesson ends.

use std::path::Path;

use super::linted::LintedLesson;
use crate::lesson::{Place, ProblemReport};
use crate::player::{FileText, Player, Relation, Shown};
use gostep_sim::gobuild::ActionState;

/// Looks at the steps in the lesson's own language.
pub fn look(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    nothing_new(look, report);
    nothing_known(look, report);
    nothing_there(look, report);
    if look.source.folder.is_none() {
        ends_well(look, report);
    } else {
        name_of_file(look, report);
    }
}

/// A step that shows only what the step before has shown.
fn nothing_new(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let player = Player::new(look.lesson.clone());
    let mut before: Option<((usize, usize), Vec<String>)> = None;
    for number in 0..player.len() {
        let Some(frame) = player.frame(number) else { return };
        let shown: Vec<String> = frame.shows.iter().map(|shown| format!("{shown:?}")).collect();
        let moment = (frame.moment.build, frame.moment.events);
        if let Some((last_moment, last)) = &before
            && *last_moment == moment
            && !shown.is_empty()
            && shown.iter().all(|one| last.contains(one))
            && frame.question.is_none()
        {
            let help = "mark something in it, advance the build with to:, or leave show: out";
            let place = look.own.places.key(&format!("steps[{number}].show"));
            report.warn(place, "the step shows nothing new: the step before shows the same", help);
        }
        before = Some((moment, shown));
    }
}

/// A panel in which there is nothing.
fn nothing_there(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let player = Player::new(look.lesson.clone());
    for frame in (0..player.len()).filter_map(|number| player.frame(number)) {
        for (at, shown) in frame.shows.iter().enumerate() {
            if let Some((message, help)) = emptiness(shown, &frame.states) {
                let place = look.own.places.whole(&format!("steps[{}].show[{at}]", frame.step));
                report.warn(place, message, help);
            }
        }
    }
}

/// Why nothing is there to be shown, and what to do.
fn emptiness(shown: &Shown, states: &[ActionState]) -> Option<(String, &'static str)> {
    const LATER: &str = "show it at a later point, with to:, or show something else";
    match shown {
        Shown::States { only } if !only.is_empty() && states.iter().all(|state| !only.contains(state)) => {
            Some(("no package is in this state at this step".to_owned(), LATER))
        }
        Shown::Packages { relation: Relation::ImportsOf(package), packages } if packages.is_empty() => Some((
            format!("{package} imports nothing, so nothing is shown"),
            "say so in a text, or show something else",
        )),
        Shown::Packages { relation: Relation::ImportersOf(package), packages } if packages.is_empty() => Some((
            format!("nothing imports {package}, so nothing is shown"),
            "say so in a text, or show something else",
        )),
        Shown::Archive(archive) if archive.now.is_none() && archive.before.is_none() => {
            Some((format!("the archive of {} is not there at this step", archive.package), LATER))
        }
        Shown::Cache { entry: None } => {
            Some(("the cache has not been asked for this package at this step".to_owned(), LATER))
        }
        Shown::File(file) if file.after == FileText::Absent && file.before == FileText::Absent => {
            Some((format!("the file {} is not there at this step", file.name), LATER))
        }
        _ => None,
    }
}

/// A panel in which learners read only that nothing is known.
fn nothing_known(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let player = Player::new(look.lesson.clone());
    for frame in (0..player.len()).filter_map(|number| player.frame(number)) {
        for (at, _) in frame.shows.iter().enumerate().filter(|(_, shown)| is_unknown(shown)) {
            let place = look.own.places.whole(&format!("steps[{}].show[{at}]", frame.step));
            let help =
                "show something else: only `gostep import` knows what is in files, and not in those of every build";
            report.warn(place, "all that is shown here is that nothing is known of it", help);
        }
    }
}

fn is_unknown(shown: &Shown) -> bool {
    match shown {
        Shown::File(file) => matches!(file.after, FileText::Unknown),
        Shown::Archive(archive) => archive.now.as_ref().is_some_and(|now| now.content.is_none()),
        Shown::Symbols(symbols) => !symbols.known,
        Shown::Functions(functions) => functions.rows.is_none(),
        Shown::Executable(executable) => executable.header.is_none(),
        _ => false,
    }
}

/// Lessons of the course end with a recap and with something to try.
fn ends_well(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    for (id, help) in [
        ("recap", "add a step with this id: what to keep in mind"),
        ("try", "add a step with this id: commands of the real go to try"),
    ] {
        if look.lesson.steps.iter().all(|step| step.id != id) {
            report.hint(Place::default(), format!("the lesson has no step {id}"), help);
        }
    }
}

fn name_of_file(look: &LintedLesson<'_>, report: &mut ProblemReport<'_>) {
    let stem = Path::new(&look.source.file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if stem != look.lesson.id {
        let message = format!("the lesson is called {}, its file {stem}", look.lesson.id);
        report.hint(look.own.places.value("id"), message, "give both the same name");
    }
}
