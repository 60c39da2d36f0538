//! How long the same cold build takes with several values of `-p`.

use std::sync::Arc;

use serde::Serialize;

use crate::gobuild::analysis::{Analysis, ratio};
use crate::gobuild::{Build, BuildOptions, Machine, OptionError};
use crate::program::Program;

/// The values of `-p` that every study compares.
const COMPARED: [usize; 6] = [1, 2, 3, 4, 8, 16];

/// One cold build in detail, and its durations with other numbers of workers.
#[derive(Clone, Debug)]
pub struct Study {
    /// The build with the requested number of workers.
    pub build: Build,
    /// How the time of that build was used.
    pub analysis: Analysis,
    /// One row for each number of workers, in ascending order; the last row has no limit.
    pub rows: Vec<WithWorkers>,
    /// The largest number of actions that ever run at the same time. More workers than that would never get an action.
    pub most_at_once: usize,
}

/// The duration of the build with one number of workers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WithWorkers {
    /// The value of `-p`; `None` for as many workers as there are actions.
    pub workers: Option<usize>,
    /// Duration of the build in microseconds.
    pub makespan_us: u64,
    /// How many times faster than with one worker.
    pub speed_up: f64,
    /// The part of the workers' time during which they had an action, from 0 to 1. Without limit, only workers that
    /// ever had one count.
    pub utilisation: f64,
    /// What keeps the build from being faster.
    pub limit: Limit,
}

/// What keeps a build from being faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Limit {
    /// The work: evenly shared among the workers, it takes longer than the critical path.
    Work {
        /// All work divided by the workers, in microseconds.
        share_us: u64,
    },
    /// Actions had to wait for a worker, so the build takes longer than the critical path.
    Waiting {
        /// By how much it is longer, in microseconds.
        over_us: u64,
    },
    /// The critical path: the build takes exactly as long, and no number of workers makes it faster.
    CriticalPath,
}

impl Study {
    /// Simulates the build with the given options and with all compared numbers of workers.
    ///
    /// # Errors
    /// If a flag is not modelled.
    pub fn of(program: &Arc<Program>, options: &BuildOptions) -> Result<Self, OptionError> {
        let simulate = |workers: usize| {
            let options = BuildOptions { workers, ..options.clone() };
            Machine::default().build(program, options)
        };
        let asked = options.workers.max(1);
        let build = simulate(asked)?;
        let analysis = Analysis::of(&build);
        let unlimited = Analysis::of(&simulate(build.plan.actions.len())?);
        let most_at_once = unlimited.workers_used();
        let mut numbers = COMPARED.to_vec();
        numbers.push(asked);
        numbers.sort_unstable();
        numbers.dedup();
        let mut rows = Vec::with_capacity(numbers.len() + 1);
        for workers in numbers {
            let makespan = if workers == asked { analysis.makespan } else { simulate(workers)?.duration() };
            rows.push(WithWorkers::new(Some(workers), makespan, &analysis));
        }
        rows.push(WithWorkers {
            utilisation: unlimited.utilisation(most_at_once),
            ..WithWorkers::new(None, unlimited.makespan, &analysis)
        });
        Ok(Self { build, analysis, rows, most_at_once })
    }

    /// The smallest of the compared numbers from which on every build takes the shortest possible time. (With a ready
    /// queue one more worker can make a build longer, so all larger numbers are checked.)
    pub fn enough(&self) -> Option<usize> {
        let shortest = self.rows.iter().rev().take_while(|row| row.limit == Limit::CriticalPath);
        shortest.filter_map(|row| row.workers).last()
    }
}

impl WithWorkers {
    /// A row. Work and critical path are the same for every number of workers, so one analysis serves all rows.
    fn new(workers: Option<usize>, makespan_us: u64, analysis: &Analysis) -> Self {
        let share = |workers: usize| analysis.work / u64::try_from(workers.max(1)).unwrap_or(u64::MAX);
        let least = analysis.least_time();
        let limit = match workers.map(share) {
            _ if makespan_us <= least => Limit::CriticalPath,
            Some(share_us) if share_us > least => Limit::Work { share_us },
            _ => Limit::Waiting { over_us: makespan_us - least },
        };
        Self {
            workers,
            makespan_us,
            speed_up: ratio(analysis.work, makespan_us),
            utilisation: workers.map_or(0.0, |workers| {
                ratio(analysis.work, makespan_us) / f64::from(u32::try_from(workers).unwrap_or(u32::MAX))
            }),
            limit,
        }
    }
}
