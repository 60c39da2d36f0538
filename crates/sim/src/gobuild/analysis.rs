//! What a finished build tells about its workers: lanes, the critical path, and the times in which one action ran
//! alone.
//!
//! All of it is computed from the events. Times are microseconds of the logical clock.

use super::Build;
use super::event::EventKind;
use super::plan::{ActionId, Mode, Plan};

/// The time during which one action had a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The action.
    pub action: ActionId,
    /// When a worker took it.
    pub start: u64,
    /// When it finished or failed.
    pub end: u64,
}

impl Span {
    /// How long the action had a worker.
    pub fn duration(&self) -> u64 {
        self.end - self.start
    }
}

/// What one worker did during the build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// Its actions in order of time; no two overlap.
    pub spans: Vec<Span>,
}

impl Lane {
    /// The total time during which the worker had an action.
    pub fn busy(&self) -> u64 {
        self.spans.iter().map(Span::duration).sum()
    }

    /// Start and end of every idle time, up to `until`, the end of the build.
    pub fn gaps(&self, until: u64) -> Vec<(u64, u64)> {
        let starts = self.spans.iter().map(|span| span.start).chain([until]);
        let ends = [0].into_iter().chain(self.spans.iter().map(|span| span.end));
        ends.zip(starts).filter(|(end, start)| start > end).collect()
    }
}

/// A stretch of time in which one action ran although workers were free, because no other action could start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneAction {
    /// The action that ran.
    pub action: ActionId,
    /// From when on no other action ran and none was ready.
    pub start: u64,
    /// When the action finished, or another one could start.
    pub end: u64,
    /// How many packages cannot be compiled before the action finishes, because they need it directly or indirectly.
    pub packages_after: usize,
}

/// Where the time of one build went.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// One lane for each worker of the build, but no more than there are actions.
    pub lanes: Vec<Lane>,
    /// The longest chain of actions in which each one needs the one before it. Its length is the shortest time that the
    /// build can take, however many workers it has.
    pub critical_path: Vec<Span>,
    /// Stretches with only one running action, in order of time. Empty for one worker, where this is always so.
    pub lone: Vec<LoneAction>,
    /// When the last action finished.
    pub makespan: u64,
    /// The durations of all actions added up, without the time in which they waited for the answers of a C compiler that
    /// another action was trying.
    pub work: u64,
    /// The span of each action, by action id; `None` if the action never started.
    pub spans: Vec<Option<Span>>,
}

impl Analysis {
    /// Computes the times from the events of a build.
    pub fn of(build: &Build) -> Self {
        // With -n the scheduler has one worker, since it prints one package after the other.
        let workers = if build.options.dry_run { 1 } else { build.options.workers.max(1) };
        let mut lanes = vec![Lane::default(); workers.min(build.plan.actions.len())];
        let spans = spans(build, &mut lanes);
        let critical_path = critical_path(&build.plan, &spans);
        let lone = if workers > 1 { lone(build) } else { Vec::new() };
        let work = spans.iter().flatten().map(Span::duration).sum::<u64>() - waits(build, &spans);
        Self { lanes, critical_path, lone, makespan: build.duration(), work, spans }
    }

    /// The length of the critical path: the shortest possible time of the build.
    pub fn least_time(&self) -> u64 {
        self.critical_path.iter().map(Span::duration).sum()
    }

    /// The critical path without its cache checks: builds and the link. The time of a cache check, and of preparing the
    /// profile, is added to the build that follows from it.
    pub fn path_of_packages(&self, plan: &Plan) -> Vec<Span> {
        let mut rows: Vec<Span> = Vec::new();
        let mut look: Option<Span> = None;
        for span in &self.critical_path {
            match plan.action(span.action).mode {
                Mode::CheckCache | Mode::PrepareProfile => look = look.or(Some(*span)),
                Mode::Build | Mode::Link => {
                    let start = look.take().map_or(span.start, |look| look.start);
                    rows.push(Span { start, ..*span });
                }
                // The actions for cgo and -cover are between the check and the build, and so is their time. Others take
                // none.
                _ => {}
            }
        }
        rows
    }

    /// The part of the workers' time during which they had an action, from 0 to 1. `workers` is the value of `-p`.
    pub fn utilisation(&self, workers: usize) -> f64 {
        ratio(self.work, self.makespan) / usize_to_f64(workers)
    }

    /// How many workers had an action that took any time.
    pub fn workers_used(&self) -> usize {
        self.lanes.iter().filter(|lane| lane.busy() > 0).count()
    }
}

/// `a / b`, and 0 if `b` is 0.
pub fn ratio(a: u64, b: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "2^53 microseconds are 285 years")]
    if b == 0 { 0.0 } else { a as f64 / b as f64 }
}

fn usize_to_f64(n: usize) -> f64 {
    f64::from(u32::try_from(n.max(1)).unwrap_or(u32::MAX))
}

/// The span of every action by action id. Also fills the lanes.
fn spans(build: &Build, lanes: &mut [Lane]) -> Vec<Option<Span>> {
    let mut workers = vec![0; build.plan.actions.len()];
    let mut spans: Vec<Option<Span>> = vec![None; build.plan.actions.len()];
    for event in &build.events {
        let at = event.action.index();
        match event.kind {
            EventKind::Started { worker } => {
                workers[at] = worker as usize;
                spans[at] = Some(Span { action: event.action, start: event.time, end: event.time });
            }
            EventKind::Finished | EventKind::Failed(_) => {
                if let Some(span) = &mut spans[at] {
                    span.end = event.time;
                    // A worker ends one action before it starts the next, so the lane is in order.
                    if let Some(lane) = lanes.get_mut(workers[at]) {
                        lane.spans.push(*span);
                    }
                }
            }
            _ => {}
        }
    }
    spans
}

/// How long actions had a worker before they began: they waited for trials of another action.
fn waits(build: &Build, spans: &[Option<Span>]) -> u64 {
    let mut begun = vec![false; spans.len()];
    let mut waits = 0;
    for event in build.events.iter().filter(|event| matches!(event.kind, EventKind::Ran(_))) {
        let at = event.action.index();
        if !std::mem::replace(&mut begun[at], true) {
            waits += spans[at].map_or(0, |span| event.time - span.start);
        }
    }
    waits
}

/// The longest path by duration among the actions that ran. It takes linear time, since priorities are a topological
/// order.
fn critical_path(plan: &Plan, spans: &[Option<Span>]) -> Vec<Span> {
    let mut order: Vec<ActionId> = plan.ids().filter(|id| spans[id.index()].is_some()).collect();
    order.sort_unstable_by_key(|&id| plan.action(id).priority);
    let mut length = vec![0; plan.actions.len()];
    let mut before: Vec<Option<ActionId>> = vec![None; plan.actions.len()];
    let mut last: Option<ActionId> = None;
    for &id in &order {
        let Some(span) = spans[id.index()] else { continue };
        let mut longest = 0;
        for &dep in plan.action(id).deps.iter().filter(|dep| spans[dep.index()].is_some()) {
            // Of equally long paths the first is kept: an import comes before the action that only waits for the link's
            // packages.
            if before[id.index()].is_none() || length[dep.index()] > longest {
                longest = length[dep.index()];
                before[id.index()] = Some(dep);
            }
        }
        length[id.index()] = longest + span.duration();
        if last.is_none_or(|last| length[id.index()] >= length[last.index()]) {
            last = Some(id);
        }
    }
    let mut path = Vec::new();
    while let Some(id) = last {
        path.extend(spans[id.index()]);
        last = before[id.index()];
    }
    path.reverse();
    path
}

/// Times in which one action runs and no other is ready, although some still wait.
fn lone(build: &Build) -> Vec<LoneAction> {
    let mut stretches: Vec<LoneAction> = Vec::new();
    let mut waiting = build.plan.actions.len();
    let is_package = |action: ActionId| usize::from(build.plan.action(action).mode == Mode::Build);
    let mut packages: usize = build.plan.ids().map(is_package).sum();
    let mut ready = 0_usize;
    let mut running: Vec<ActionId> = Vec::new();
    for pair in build.events.windows(2) {
        let [event, next] = pair else { continue };
        match event.kind {
            EventKind::Ready => {
                waiting -= 1;
                packages -= is_package(event.action);
                ready += 1;
            }
            EventKind::Skipped => {
                waiting -= 1;
                packages -= is_package(event.action);
            }
            EventKind::Started { .. } => {
                ready -= 1;
                running.push(event.action);
            }
            EventKind::Finished | EventKind::Failed(_) => running.retain(|&action| action != event.action),
            _ => {}
        }
        if let [action] = running[..]
            && ready == 0
            && waiting > 0
            && next.time > event.time
        {
            match stretches.last_mut() {
                Some(last) if last.action == action && last.end == event.time => last.end = next.time,
                // No other action runs or is ready, so all that still wait need this one.
                _ => stretches.push(LoneAction { action, start: event.time, end: next.time, packages_after: packages }),
            }
        }
    }
    stretches
}

/// The actions that became ready at the moment at which `action` finished, since it was the last that they waited for.
pub fn released_by(build: &Build, action: ActionId) -> Vec<ActionId> {
    let end = build.events.iter().position(|event| event.action == action && event.kind == EventKind::Finished);
    let after = end.map_or(&[][..], |end| &build.events[end + 1..]);
    after.iter().take_while(|event| event.kind == EventKind::Ready).map(|event| event.action).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::gobuild::{BuildOptions, Machine};
    use crate::program;

    fn sample(workers: usize) -> Build {
        let program = Arc::new(program::load_embedded(program::SAMPLE).unwrap());
        let options = BuildOptions { workers, ..BuildOptions::for_program(&program) };
        Machine::default().build(&program, options).unwrap()
    }

    fn names(build: &Build, actions: impl IntoIterator<Item = ActionId>) -> Vec<std::borrow::Cow<'_, str>> {
        actions.into_iter().map(|action| build.action_name(action)).collect()
    }

    /// Measured with the real toolchain: 7910 ms of work, of which 5641 ms are one chain.
    #[test]
    fn the_critical_path_of_the_sample_is_the_measured_one() {
        for workers in [1, 4] {
            let build = sample(workers);
            let analysis = Analysis::of(&build);
            let chain = [
                "internal/goarch",
                "internal/abi",
                "runtime",
                "internal/reflectlite",
                "errors",
                "internal/oserror",
                "syscall",
                "time",
                "internal/poll",
                "os",
                "fmt",
                "main",
                "link",
                "install",
            ];
            assert_eq!(names(&build, analysis.critical_path.iter().map(|span| span.action)), chain);
            let ms = |micros: u64| (micros + 500) / 1000;
            assert_eq!(ms(analysis.least_time()), 5641);
            assert_eq!(ms(analysis.work), 7910);
        }
    }

    #[test]
    fn after_runtime_three_packages_can_start_and_24_wait_for_it() {
        let build = sample(4);
        let analysis = Analysis::of(&build);
        let longest = analysis.lone.iter().max_by_key(|lone| lone.end - lone.start).unwrap();
        assert_eq!(build.action_name(longest.action), "runtime");
        assert_eq!(names(&build, released_by(&build, longest.action)), ["internal/reflectlite", "iter", "sync"]);
        assert_eq!(longest.packages_after, 24);
    }

    #[test]
    fn what_waits_while_one_action_is_alone_are_the_packages_that_need_it() {
        for workers in [2, 4, 100] {
            let build = sample(workers);
            let stretches = Analysis::of(&build).lone;
            assert!(stretches.len() > 5);
            for lone in stretches {
                assert_eq!(lone.packages_after, packages_that_need(&build.plan, lone.action));
            }
        }
    }

    fn packages_that_need(plan: &Plan, action: ActionId) -> usize {
        let mut seen = vec![false; plan.actions.len()];
        let mut stack = vec![action];
        while let Some(id) = stack.pop() {
            for &dependent in plan.dependents(id) {
                if !std::mem::replace(&mut seen[dependent.index()], true) {
                    stack.push(dependent);
                }
            }
        }
        plan.ids().filter(|id| seen[id.index()] && plan.action(*id).mode == Mode::Build).count()
    }

    #[test]
    fn with_one_worker_nothing_runs_alone_because_of_others() {
        assert_eq!(Analysis::of(&sample(1)).lone, []);
    }

    #[test]
    fn gaps_are_what_is_left_of_a_lane() {
        let span = |start, end| Span { action: ActionId(0), start, end };
        let lane = Lane { spans: vec![span(2, 3), span(3, 3), span(3, 5), span(9, 10)] };
        assert_eq!(lane.gaps(12), [(0, 2), (5, 9), (10, 12)]);
        assert_eq!(lane.busy(), 4);
    }
}
