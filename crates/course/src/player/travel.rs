//! Moments of a build to which a reader can go: the next command, the previous package, the command that printed a
//! line.
//!
//! A moment is a number of events, as in [`Moment::events`](super::Moment::events).

use super::artefact_frame::PathView;
use super::frame::CommandView;
use super::stage::Player;
use super::stride::Stride;
use super::{artefacts, command, run};
use crate::lesson::{At, RunAt, StagedBuild, StagedRun};
use gostep_sim::gobuild::{Event, EventKind, Mode};

impl Player {
    /// The run that stands behind the builds with this index.
    fn run_of(&self, build: usize) -> Option<&StagedRun> {
        self.lesson.runs.get(build.checked_sub(self.lesson.builds.len())?)
    }

    /// The moment that a step shows; past the end, that of the last step.
    pub fn at(&self, step: usize) -> At {
        let steps = &self.lesson.steps;
        let step = steps.get(step).or(steps.last());
        let of_run = |run: RunAt| At { build: self.lesson.builds.len() + run.run, events: run.events };
        step.map_or_else(At::default, |step| step.run.map_or(step.at, of_run))
    }

    /// The time on the simulated clock after this many events, in microseconds.
    pub fn time_of(&self, build: usize, events: usize) -> u64 {
        let last = events.checked_sub(1);
        if let Some(run) = self.run_of(build) {
            return last.and_then(|at| run.events.get(at)).map_or(0, |event| event.time / 1_000);
        }
        let event = last.and_then(|at| self.lesson.builds.get(build)?.build.events.get(at));
        event.map_or(0, |event| event.time)
    }

    /// The number of events up to a time, those at that time included.
    pub fn moment_of_time(&self, build: usize, time_us: u64) -> usize {
        if let Some(run) = self.run_of(build) {
            return run.events.partition_point(|event| event.time / 1_000 <= time_us);
        }
        let events = self.lesson.builds.get(build).map(|staged| &staged.build.events);
        events.map_or(0, |events| events.partition_point(|event| event.time <= time_us))
    }

    /// The critical path of a build.
    pub fn critical_path(&self, build: usize) -> Option<PathView> {
        self.lesson.builds.get(build).map(|staged| artefacts::critical_path(&staged.build))
    }

    /// The next such moment after this one; if there is none, the end of the build.
    pub fn stride_on(&self, build: usize, events: usize, stride: Stride) -> usize {
        if let Some(run) = self.run_of(build) {
            return run::stride_on(run, events, stride);
        }
        let Some(staged) = self.lesson.builds.get(build) else { return events };
        let all = &staged.build.events;
        let from = events.min(all.len());
        let next = all[from..].iter().position(|event| arrives(staged, event, stride));
        next.map_or(all.len(), |skipped| released(staged, from + skipped + 1, stride))
    }

    /// The last such moment before this one; if there is none, the start of the build.
    pub fn stride_back(&self, build: usize, events: usize, stride: Stride) -> usize {
        if let Some(run) = self.run_of(build) {
            return run::stride_back(run, events, stride);
        }
        let Some(staged) = self.lesson.builds.get(build) else { return events };
        let all = &staged.build.events;
        let before = all.iter().zip(1..).take(events.saturating_sub(1));
        let arrived = before.filter(|(event, _)| arrives(staged, event, stride));
        let moments = arrived.map(|(_, at)| released(staged, at, stride));
        moments.filter(|&moment| moment < events).last().unwrap_or(0)
    }

    /// The moment at which a block of the transcript was just printed.
    pub fn moment_of_block(&self, build: usize, block: usize) -> Option<usize> {
        if let Some(run) = self.run_of(build) {
            return (block < run.events.len()).then_some(block + 1);
        }
        let events = &self.lesson.builds.get(build)?.build.events;
        let mut ran = events.iter().enumerate().filter(|(_, event)| matches!(event.kind, EventKind::Ran(_)));
        ran.nth(block).map(|(at, _)| at + 1)
    }

    /// The moment at which a worker has just taken a package, or it was found or skipped without one.
    pub fn moment_of_package(&self, build: usize, package: usize) -> Option<usize> {
        let staged = self.lesson.builds.get(build)?;
        let action = staged.build.plan.build_of(*staged.packages.get(package)?);
        let begins = |event: &Event| event.action == action && !matches!(event.kind, EventKind::Ready);
        staged.build.events.iter().position(begins).map(|at| at + 1)
    }

    /// The block of the transcript that contains a line (counted from 1). Lines before the first block count as part of
    /// it.
    pub fn block_of_line(&self, build: usize, line: usize) -> Option<usize> {
        if let Some(run) = self.run_of(build) {
            return line.checked_sub(1).filter(|block| *block < run.events.len());
        }
        let lines = &self.lesson.builds.get(build).filter(|_| line > 0)?.lines;
        let behind = lines.partition_point(|&first| first <= line);
        // The last entry is the number of the line behind the transcript.
        (behind < lines.len() && lines.len() > 1).then(|| behind.saturating_sub(1))
    }

    /// A command of a build's transcript, with some words marked.
    pub fn command(&self, build: usize, block: usize, words: &[String]) -> Option<CommandView> {
        if let Some(run) = self.run_of(build) {
            return run::command(run, block, words);
        }
        let staged = self.lesson.builds.get(build)?;
        (block < staged.transcript.len()).then(|| command::view(staged, block, words))
    }
}

/// A package that is done makes others ready, and one that failed makes others be skipped, at the same moment.
fn released(staged: &StagedBuild, arrived: usize, stride: Stride) -> usize {
    let follows = |event: &&Event| matches!(event.kind, EventKind::Ready | EventKind::Skipped);
    let behind = staged.build.events.iter().skip(arrived);
    arrived + if stride == Stride::Package { behind.take_while(follows).count() } else { 0 }
}

fn arrives(staged: &StagedBuild, event: &Event, stride: Stride) -> bool {
    match stride {
        Stride::Command => matches!(event.kind, EventKind::Ran(_)),
        Stride::Package => {
            let mode = staged.build.plan.action(event.action).mode;
            let over = matches!(event.kind, EventKind::Finished | EventKind::Failed(_) | EventKind::Skipped);
            over && matches!(mode, Mode::Build | Mode::Link | Mode::Install)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::load;
    use crate::words::Lang;

    fn player() -> Player {
        Player::new(load("order", Lang::En).unwrap())
    }

    #[test]
    fn back_after_forward_is_where_one_was() {
        let player = player();
        for stride in [Stride::Command, Stride::Package] {
            let mut at = 0;
            let mut moments = vec![at];
            while at < player.builds()[0].events {
                at = player.stride_on(0, at, stride);
                moments.push(at);
            }
            for pair in moments.windows(2).rev() {
                assert_eq!(player.stride_back(0, pair[1], stride), pair[0]);
            }
        }
    }

    #[test]
    fn each_stride_is_one_command_or_package() {
        let player = player();
        let frame = |events| player.frame_at(0, events).unwrap();
        let first = player.stride_on(0, 0, Stride::Command);
        assert_eq!(frame(first).moment.commands, 1);
        let second = player.stride_on(0, first, Stride::Command);
        assert_eq!(frame(second).moment.commands, 2);
        assert_eq!(frame(player.stride_on(0, 0, Stride::Package)).moment.done, 1);
    }

    #[test]
    fn lines_packages_and_blocks_are_found() {
        let player = player();
        let build = &player.builds()[0];
        let block = player.block_of_line(0, 5).unwrap();
        assert_eq!(build.transcript[block].tool, "compile");
        let moment = player.moment_of_block(0, block).unwrap();
        assert_eq!(player.frame_at(0, moment).unwrap().moment.commands, block + 1);
        assert_eq!(player.block_of_line(0, 662).unwrap(), build.transcript.len() - 1);
        assert_eq!(player.block_of_line(0, 663), None);
        let last = build.packages.len() - 1;
        let started = player.frame_at(0, player.moment_of_package(0, last).unwrap()).unwrap();
        assert_eq!(started.states[last], gostep_sim::gobuild::ActionState::Running);
    }
}
