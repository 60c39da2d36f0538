//! The run of a program as players show it: in the places where a build stands otherwise.

use super::command;
use super::frame::{BuildView, CommandView, Group, Moment, TranscriptBlock};
use super::runtime::RuntimeView;
use super::sanitize;
use super::stride::Stride;
use crate::lesson::{Lesson, StagedRun};
use gostep_sim::gorun::EventKind;

/// A moment of a run, and that of the step before.
#[derive(Clone, Copy, Debug)]
pub struct RunMoment<'a> {
    staged: &'a StagedRun,
    run: usize,
    events: usize,
    before: usize,
}

impl<'a> RunMoment<'a> {
    /// The moment of a step's run after so many of its events, if it has one.
    pub fn of(lesson: &'a Lesson, step: usize, events: usize) -> Option<Self> {
        let at = lesson.steps.get(step)?.run?;
        let staged = lesson.runs.get(at.run)?;
        let before = step.checked_sub(1).and_then(|before| lesson.steps[before].run);
        let before = before.filter(|before| before.run == at.run).map_or(0, |before| before.events);
        Some(Self { staged, run: at.run, events: events.min(staged.events.len()), before })
    }

    /// The moment as frames have it; runs are counted behind the builds.
    pub fn moment(self, builds: usize, done: usize) -> Moment {
        let last = self.events.checked_sub(1).and_then(|last| self.staged.events.get(last));
        Moment {
            build: builds + self.run,
            events: self.events,
            time_us: last.map_or(0, |event| event.time / 1_000),
            commands: self.events,
            lines: self.events,
            done,
        }
    }

    /// What happened since the step before, as a range of the log.
    pub fn new_events(self) -> (usize, usize) {
        (self.before.min(self.events), self.events)
    }

    /// A line of the log, with some words marked.
    pub fn event(self, at: usize, mark: &[String]) -> CommandView {
        view(self.staged, at, mark)
    }

    /// Who runs what.
    pub fn runtime(self) -> RuntimeView {
        RuntimeView::of(&self.staged.events[..self.events])
    }
}

/// The runs of a lesson in the form of builds, with the packages of the build from which each begins.
pub fn views(lesson: &Lesson, builds: &[BuildView]) -> Vec<BuildView> {
    let built = |run: usize| {
        let step = lesson.steps.iter().find(|step| step.run.is_some_and(|at| at.run == run));
        builds.get(step.map_or(0, |step| step.at.build))
    };
    let runs = lesson.runs.iter().enumerate();
    runs.filter_map(|(number, run)| {
        let built = built(number)?;
        let block = |(line, text): (usize, &String)| TranscriptBlock {
            package: None,
            tool: String::new(),
            internal: false,
            line,
            text: format!("{}\n", sanitize(text)),
        };
        Some(BuildView {
            command: format!("./{}", run.executable),
            workers: 1,
            packages: built.packages.clone(),
            header: Vec::new(),
            transcript: (1..).zip(run.lines.iter()).map(block).collect(),
            is_run: true,
            events: run.events.len(),
            duration_us: run.events.last().map_or(0, |event| event.time / 1_000),
        })
    })
    .collect()
}

/// A line of the log, if there is one with this number.
pub fn command(run: &StagedRun, block: usize, words: &[String]) -> Option<CommandView> {
    (block < run.events.len()).then(|| view(run, block, words))
}

fn view(run: &StagedRun, at: usize, mark: &[String]) -> CommandView {
    let text = sanitize(&run.lines[at]);
    CommandView {
        block: at,
        package: run.events[at].m.to_string(),
        cd: None,
        groups: vec![Group { from: 0, to: text.len(), files: 0 }],
        marks: command::marks(&text, mark),
        text,
    }
}

/// The next such moment, or the end.
pub fn stride_on(run: &StagedRun, events: usize, stride: Stride) -> usize {
    let moments = (events + 1)..=run.events.len();
    moments.into_iter().find(|&moment| arrives(run, moment, stride)).unwrap_or(run.events.len())
}

/// The last such moment before, or the start.
pub fn stride_back(run: &StagedRun, events: usize, stride: Stride) -> usize {
    (1..events.min(run.events.len() + 1)).rev().find(|&moment| arrives(run, moment, stride)).unwrap_or(0)
}

fn arrives(run: &StagedRun, moment: usize, stride: Stride) -> bool {
    match stride {
        Stride::Command => true,
        Stride::Package => matches!(run.events[moment - 1].kind, EventKind::GStarted { .. }),
    }
}
