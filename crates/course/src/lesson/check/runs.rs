//! The runs of a lesson: a step starts one, and those behind it are its moments.

use super::builds::{Astray, Builds};
use super::checker::Checker;
use super::run_points;
use super::shows::MOST_COMMANDS;
use super::stage::Stage;
use crate::lesson::checked::RunAt;
use crate::lesson::places::join;
use crate::lesson::raw::{RawPoint, RawShow};
use crate::lesson::raw_run::RawRun;
use crate::lesson::show::What;
use crate::lesson::staged_run::StagedRun;
use gostep_sim::said;

const MAX_RUNS: usize = 10;
/// A run of which a page could not show the log.
const MAX_EVENTS: usize = 20_000;
const DEFAULT: &str = "hello";

impl Checker<'_, '_> {
    /// Starts a program.
    pub(super) fn next_run(&mut self, raw: &RawRun, path: &str, builds: &mut Builds) {
        if builds.runs.staged.len() >= MAX_RUNS {
            let message = format!("more than {MAX_RUNS} runs in one lesson");
            self.report.add(self.places().key(path), message, "split the lesson in two");
            return;
        }
        let name = raw.source.as_deref().unwrap_or(DEFAULT);
        // The program of the course is the one that the lesson builds.
        let built = builds.now().build.plan.target().filter(|_| name == DEFAULT);
        let executable = built.unwrap_or(name.trim_end_matches(".go").trim_start_matches("./")).to_owned();
        let ran = self.around.go_source(name).and_then(|source| {
            let staged = StagedRun::new(&executable, &source).map_err(|problem| (problem, String::new()))?;
            let count = staged.events.len();
            let too_many = (format!("{count} events in one run; {MAX_EVENTS} are allowed"), "run less".to_owned());
            if count > MAX_EVENTS { Err(too_many) } else { Ok(staged) }
        });
        match ran {
            Ok(staged) => {
                builds.runs.at = Some(RunAt { run: builds.runs.staged.len(), events: 0 });
                builds.runs.before = 0;
                builds.runs.staged.push(staged);
                builds.astray = Astray::No;
            }
            Err((message, help)) => {
                self.report.add(self.places().value(&join(path, "source")), message, help);
                builds.runs.at = None;
                // What follows was to be moments of this run.
                builds.astray = Astray::InBuild;
            }
        }
    }

    /// Advances the run to the point of a step.
    pub(super) fn advance_run(&mut self, to: &RawPoint, path: &str, builds: &mut Builds) {
        let Some(now) = builds.runs.now() else { return };
        let from = now.events;
        match run_points::find(to, &now, path, &self.document.places, self.report) {
            Some(events) => {
                if let Some(at) = &mut builds.runs.at {
                    at.events = events;
                }
                builds.runs.before = from;
                builds.astray = Astray::No;
            }
            None => builds.astray = Astray::InBuild,
        }
    }
}

impl Stage<'_, '_> {
    /// `events:`
    pub(super) fn new_events(&mut self, word: &str, raw: &RawShow, path: &str) -> Option<What> {
        let place = self.places.value(&join(path, "events"));
        if word != "new" {
            self.report.add(place, format!("events: {word} is not known"), "write events: new");
            return None;
        }
        let Some(now) = self.run else {
            self.report.misfit(place, "no program runs at this step", "start one with run:");
            return None;
        };
        if now.before == now.events {
            self.report.misfit(place, "nothing happened since the step before", "advance the run with to:");
            return None;
        }
        let text = now.staged.lines[now.before..now.events].join("\n");
        self.marks(&text, &said!("the new events have"), &raw.mark, path);
        Some(What::NewEvents { last: raw.last.map_or(MOST_COMMANDS, |last| last as usize) })
    }
}
