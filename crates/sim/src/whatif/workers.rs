//! What if there were more workers, or fewer: the same cold build with several values of `-p`.

use std::sync::Arc;

use serde::Serialize;

use crate::gobuild::analysis::{Analysis, ratio};
use crate::gobuild::{Build, BuildOptions, Machine, OptionError};
use crate::program::Program;

/// The values of `-p` that are always compared.
const COMPARED: [usize; 6] = [1, 2, 3, 4, 8, 16];

/// One cold build in detail, and how long it takes with other numbers of workers.
#[derive(Clone, Debug)]
pub struct Study {
    /// The build with the number of workers that was asked for.
    pub build: Build,
    /// Its times.
    pub analysis: Analysis,
    /// One row for each number of workers, the last one with no limit.
    pub rows: Vec<WithWorkers>,
    /// How many actions run at once at most when there are workers for all: more workers never have anything to do.
    pub most_at_once: usize,
}

/// How long the build takes with a number of workers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WithWorkers {
    /// `-p`; `None` for as many as there are actions.
    pub workers: Option<usize>,
    /// Duration of the build in microseconds.
    pub makespan_us: u64,
    /// How many times faster than with one worker.
    pub speed_up: f64,
    /// Part of the workers' time in which they had an action; for no limit, of those that ever had one.
    pub utilisation: f64,
    /// Why it is not faster.
    pub limit: Limit,
}

/// What keeps a build from being faster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Limit {
    /// The work, shared out evenly, takes this long, and that is longer than the critical path.
    Work {
        /// All work divided by the workers, in microseconds.
        share_us: u64,
    },
    /// The critical path is shorter than the build by this much: actions had to wait for a worker.
    Waiting {
        /// Microseconds above the critical path.
        over_us: u64,
    },
    /// It takes as long as the critical path, and nothing takes less.
    CriticalPath,
}

impl Study {
    /// Builds with the options, and with the workers that are compared.
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

    /// The fewest of the compared workers from which on the build is always as short as it can be. (With a list of
    /// ready actions, one more worker can also make a build longer.)
    pub fn enough(&self) -> Option<usize> {
        let shortest = self.rows.iter().rev().take_while(|row| row.limit == Limit::CriticalPath);
        shortest.filter_map(|row| row.workers).last()
    }
}

impl WithWorkers {
    /// Work and critical path are the same for every number of workers.
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
