//! Words of a study of workers.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct WorkersWords {
    /// What is studied: program, workers, time.
    pub head: Sentence<3>,
    /// The same with one worker: program, time.
    pub head_one: Sentence<2>,
    /// All times were recorded: how many packages.
    pub recorded: Sentence<1>,
    /// Some were: how many packages, of all.
    pub some_recorded: Sentence<2>,
    /// None was.
    pub modelled: &'static str,
    /// What stands for actions in the chart when letters have run out: the sign.
    pub no_letter: Sentence<1>,
    /// Actions that are not in the chart: how many.
    pub too_short: Sentence<1>,
    /// Workers that never have anything to do: how many, of all.
    pub unused: Sentence<2>,
    /// All work added up: time.
    pub work: Sentence<1>,
    /// Heading of the critical path: time.
    pub path: Sentence<1>,
    /// Its columns: action, milliseconds, start.
    pub path_columns: [&'static str; 3],
    /// Heading of the times in which one action runs alone: time, of all.
    pub lone: Sentence<2>,
    /// There are no such times.
    pub lone_none: &'static str,
    /// Nor can there be, with one worker.
    pub lone_one_worker: &'static str,
    /// Such a time: action, from, to.
    pub lone_row: Sentence<3>,
    /// Only the longest of them follow.
    pub lone_longest: &'static str,
    /// Behind that, what the action holds up: packages, of all.
    pub after: Sentence<2>,
    /// Behind that, what can start next: names.
    pub released: Sentence<1>,
    /// Heading of the comparison.
    pub table: &'static str,
    /// Its columns: workers, time, speed-up, busy, why it is not faster.
    pub columns: [&'static str; 5],
    /// As many workers as there are actions.
    pub unlimited: &'static str,
    /// Work keeps it from being faster: the share of each worker.
    pub by_work: Sentence<1>,
    /// Waiting does: time above the critical path.
    pub by_waiting: Sentence<1>,
    /// The critical path does.
    pub by_path: &'static str,
    /// More workers are of no use: from how many on, time of the critical path.
    pub enough: Sentence<2>,
    /// How many actions run at once at most.
    pub most: Sentence<1>,
    /// What is at a moment: time, actions over, running, ready, waiting.
    pub at: Sentence<5>,
    /// Heading of what runs.
    pub running: &'static str,
    /// Heading of what is ready.
    pub ready: &'static str,
    /// Heading of what waits.
    pub waiting: &'static str,
    /// There are none.
    pub nobody: &'static str,
    /// A worker has nothing to do.
    pub idle: &'static str,
    /// What a worker is at: action, since when.
    pub since: Sentence<2>,
    /// What a ready action waits for.
    pub for_worker: &'static str,
    /// The build is over.
    pub over: &'static str,
    /// How many more there are.
    pub and_more: Sentence<1>,
}
