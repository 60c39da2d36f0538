//! A study of workers as JSON. Times are microseconds of the logical clock; actions are named as in the text.

use std::borrow::Cow;

use serde::Serialize;

use super::workers::Story;
use gostep_sim::gobuild::analysis::Span;
use gostep_sim::gobuild::plan::{ActionId, Mode};
use gostep_sim::whatif::workers::WithWorkers;

/// Version of the JSON; it grows when a reader has to change.
const FORMAT: u32 = 1;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    gostep_workers: u32,
    program: &'a str,
    workers: usize,
    packages: usize,
    packages_with_recorded_time: usize,
    makespan_us: u64,
    work_us: u64,
    utilisation: f64,
    most_at_once: usize,
    critical_path_us: u64,
    critical_path: Vec<Action<'a>>,
    alone: Vec<Alone<'a>>,
    lanes: Vec<WorkerAccount<'a>>,
    more_workers: &'a [WithWorkers],
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Moment<'a>>,
}

#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "names of the JSON")]
struct Action<'a> {
    action: Cow<'a, str>,
    mode: &'static str,
    start_us: u64,
    end_us: u64,
}

#[derive(Debug, Serialize)]
struct Alone<'a> {
    action: Cow<'a, str>,
    start_us: u64,
    end_us: u64,
    packages_after: usize,
}

#[derive(Debug, Serialize)]
struct WorkerAccount<'a> {
    /// From 1, as in the text.
    worker: usize,
    busy_us: u64,
    actions: Vec<Action<'a>>,
    /// Start and end of the times without an action.
    idle_us: Vec<(u64, u64)>,
}

#[derive(Debug, Serialize)]
struct Moment<'a> {
    time_us: u64,
    over: usize,
    running: Vec<Running<'a>>,
    ready: Vec<Cow<'a, str>>,
    waiting: Vec<Waiting<'a>>,
}

#[derive(Debug, Serialize)]
struct Running<'a> {
    worker: u32,
    action: Cow<'a, str>,
}

#[derive(Debug, Serialize)]
struct Waiting<'a> {
    action: Cow<'a, str>,
    waits_for: Vec<Cow<'a, str>>,
}

impl<'a> Document<'a> {
    /// From the same story that the text tells.
    pub fn of(story: &Story<'a>) -> Self {
        let study = story.study;
        let (build, analysis) = (&study.build, &study.analysis);
        let workers = build.options.workers.max(1);
        let names = |actions: &[ActionId]| actions.iter().map(|&action| build.action_name(action)).collect();
        let action = |span: &Span| Action {
            action: build.action_name(span.action),
            mode: build.plan.action(span.action).mode.name(),
            start_us: span.start,
            end_us: span.end,
        };
        Self {
            gostep_workers: FORMAT,
            program: &build.program.name,
            workers,
            packages: build.plan.actions.iter().filter(|action| action.mode == Mode::Build).count(),
            packages_with_recorded_time: story.recorded,
            makespan_us: analysis.makespan,
            work_us: analysis.work,
            utilisation: analysis.utilisation(workers),
            most_at_once: study.most_at_once,
            critical_path_us: analysis.least_time(),
            critical_path: analysis.critical_path.iter().map(action).collect(),
            alone: analysis
                .lone
                .iter()
                .map(|lone| Alone {
                    action: build.action_name(lone.action),
                    start_us: lone.start,
                    end_us: lone.end,
                    packages_after: lone.packages_after,
                })
                .collect(),
            lanes: (1..)
                .zip(&analysis.lanes)
                .map(|(worker, lane)| WorkerAccount {
                    worker,
                    busy_us: lane.busy(),
                    actions: lane.spans.iter().map(action).collect(),
                    idle_us: lane.gaps(analysis.makespan),
                })
                .collect(),
            more_workers: &study.rows,
            at: story.at.map(|waits| Moment {
                time_us: waits.time,
                over: waits.over,
                running: waits
                    .running
                    .iter()
                    .map(|&(worker, action)| Running { worker: worker + 1, action: build.action_name(action) })
                    .collect(),
                ready: names(&waits.ready),
                waiting: waits
                    .waiting
                    .iter()
                    .map(|waiting| Waiting {
                        action: build.action_name(waiting.action),
                        waits_for: names(&waiting.missing),
                    })
                    .collect(),
            }),
        }
    }
}
