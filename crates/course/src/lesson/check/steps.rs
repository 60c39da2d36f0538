//! One step: it may start a build, advances it, shows something, expects something.

use super::builds::{Astray, Builds};
use super::checker::Checker;
use super::points;
use super::stage::Stage;
use super::texts::Text;
use crate::lesson::beside::is_whole;
use crate::lesson::checked::Step;
use crate::lesson::expr;
use crate::lesson::places::join;
use crate::lesson::raw::RawStep;
use crate::lesson::show::Show;
use crate::lesson::value::Value;
use gostep_sim::said;
use gostep_sim::said::Said;

const DOES_NOT_HOLD: Said = said!("mend the texts that rely on it, then write what is true now");
const MAX_SHOWS: usize = 20;

impl<'a> Checker<'a, '_> {
    /// The step with a number, if it can be shown.
    pub(super) fn step(&mut self, raw: &'a RawStep, number: usize, builds: &mut Builds) -> Option<Step> {
        let path = format!("steps[{number}]");
        if self.document.was_dropped(&path) {
            // What the step was to do is not known.
            let is_build = self.has_dropped_in(&join(&path, "build"));
            builds.astray =
                if is_build || builds.astray == Astray::InBuild { Astray::InBuild } else { Astray::AtPoint };
            return None;
        }
        if let Some(build) = &raw.build {
            let mark = self.mark();
            self.next_build(build, &join(&path, "build"), builds)?;
            // Settings and edits stay for the builds that follow.
            let was_other = builds.astray == Astray::InBuild;
            let is_other = was_other || self.is_worse_than(mark) || self.has_dropped_in(&join(&path, "build"));
            builds.astray = if is_other { Astray::InBuild } else { Astray::No };
        } else if self.was_dropped(&join(&path, "build")) {
            builds.astray = Astray::InBuild;
        }
        if let Some(run) = &raw.run {
            self.next_run(run, &join(&path, "run"), builds);
        }
        let before = builds.at.events;
        self.advance(raw, &path, builds);
        let before = before.min(builds.at.events);
        let is_silent = raw.say.is_none() && raw.lead.is_none() && raw.show.is_empty();
        let is_silent = is_silent && raw.ask.is_none() && raw.task.is_none();
        if is_silent && !self.document.has_dropped_in(&path) {
            self.report.add(
                self.places().value(&path),
                said!("the step says nothing and shows nothing"),
                said!("add say:, show:, ask: or task:"),
            );
        }
        self.even_if_astray(builds, |checker, builds| {
            let show = checker.shows(raw, &path, before, builds);
            checker.expectations(raw, &path, builds);
            checker.texts(raw, &path, builds, show)
        })
    }

    /// Advances the build to the point of a step.
    fn advance(&mut self, raw: &RawStep, step: &str, builds: &mut Builds) {
        let path = join(step, "to");
        let Some(to) = &raw.to else {
            if self.document.was_dropped(&path) && builds.astray == Astray::No {
                builds.astray = Astray::AtPoint;
            }
            return;
        };
        if builds.runs.at.is_some() {
            return self.advance_run(to, &path, builds);
        }
        let mark = self.mark();
        let before = builds.at.events;
        let staged = &builds.staged[builds.at.build];
        match points::find(to, staged, before, &path, self.places(), self.report) {
            Ok(events) => {
                for event in &staged.build.events[before..events] {
                    builds.state.apply(&staged.build.plan, event);
                }
                builds.at.events = events;
                if builds.astray == Astray::AtPoint {
                    builds.astray = Astray::No;
                }
            }
            Err(_) if builds.astray == Astray::InBuild => self.forgive_point(mark),
            Err(elsewhere) => {
                // The author goes on from the point that was meant.
                if let Some(events) = elsewhere {
                    builds.state = staged.build.state_after(events);
                    builds.at.events = events;
                }
                builds.astray = Astray::AtPoint;
            }
        }
    }

    /// Finds what a step shows.
    fn shows(&mut self, raw: &RawStep, path: &str, before: usize, builds: &Builds) -> Vec<Show> {
        let document = self.document;
        let mut stage = Stage {
            staged: &builds.staged[builds.at.build],
            at: builds.at,
            before,
            run: builds.runs.now(),
            places: &document.places,
            report: self.report,
        };
        if raw.show.len() > MAX_SHOWS {
            let message = said!("{} things to show in one step; {MAX_SHOWS} are allowed", raw.show.len(), MAX_SHOWS);
            stage.report.add(document.places.whole(&format!("{path}.show")), message, said!("split the step in two"));
        }
        let show = raw.show.iter().take(MAX_SHOWS).enumerate();
        show.filter(|(item, _)| !document.was_dropped(&format!("{path}.show[{item}]")))
            .filter_map(|(item, raw)| stage.find(raw, &format!("{path}.show[{item}]")))
            .collect()
    }

    fn expectations(&mut self, raw: &RawStep, path: &str, builds: &Builds) {
        for (number, text) in raw.expect.iter().enumerate() {
            let list = format!("{path}.expect[{number}]");
            if self.was_dropped(&list) {
                continue;
            }
            let path = if self.places().has(&list) { list } else { format!("{path}.expect") };
            let scene = builds.scene();
            let outcome = expr::parse(text, 0).and_then(|expr| match scene.value(&expr)? {
                Value::Truth(true) => Ok(()),
                Value::Truth(false) => {
                    let (at, why) = scene.explain(text, &expr);
                    Err(expr::ExprError::misfit(at.unwrap_or(usize::MAX), why, DOES_NOT_HOLD))
                }
                other => {
                    let message = said!("{} is neither true nor false", other.kind());
                    Err(expr::ExprError::new(expr.at, message, said!("compare it: count(packages) == 53")))
                }
            });
            if let Err(error) = outcome {
                // The expression as a whole, if none of its parts is wrong.
                let whole = error.at == usize::MAX;
                let place =
                    if whole { self.places().value(&path) } else { self.places().inside(&path, text, error.at) };
                self.report.add_on(error.ground, place, error.message, error.help);
            }
        }
    }

    /// The texts of a step and its question, and with them the step.
    fn texts(&mut self, raw: &'a RawStep, path: &str, builds: &Builds, show: Vec<Show>) -> Option<Step> {
        // A step without an id has texts all the same.
        let id = raw.id.clone().unwrap_or_default();
        let overlay = self.overlay;
        if raw.ask.is_some() && raw.task.is_some() {
            let place = self.places().key(&join(path, "task"));
            self.report.add(
                place,
                said!("the step has a question already"),
                said!("put the task in a step of its own"),
            );
        }
        let translation = overlay.and_then(|overlay| overlay.value.steps.get(&id));
        let theirs = format!("steps.{id}");
        let mut fill = |name: &str, own: &'a Option<String>, translated: Option<&'a Option<String>>| {
            let translated = translated.and_then(Option::as_ref);
            self.fill(&Text::new(own.as_ref(), translated, path, &theirs, name), builds)
        };
        let title = fill("title", &raw.title, translation.map(|t| &t.title));
        let step = Step {
            title: if title.is_empty() { id.clone() } else { title },
            lead: fill("lead", &raw.lead, translation.map(|t| &t.lead)),
            say: fill("say", &raw.say, translation.map(|t| &t.say)),
            note: fill("note", &raw.note, translation.map(|t| &t.note)),
            question: raw
                .ask
                .as_ref()
                .and_then(|ask| self.ask(ask, path, translation.and_then(|t| t.ask.as_ref()), &theirs, builds)),
            task: raw
                .task
                .as_ref()
                .and_then(|task| self.task(task, path, translation.and_then(|t| t.task.as_ref()), &theirs, builds)),
            untranslated: self.lang != self.own_lang() && !translation.is_some_and(|theirs| is_whole(raw, theirs)),
            id,
            at: builds.at,
            run: builds.runs.at,
            show,
        };
        raw.id.is_some().then_some(step)
    }
}
