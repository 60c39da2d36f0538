//! Words of a study of workers.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are what their names say")]
pub struct WorkersWords {
    pub head: Sentence<3>,
    pub head_one: Sentence<2>,
    pub recorded: Sentence<1>,
    pub some_recorded: Sentence<2>,
    pub modelled: &'static str,
    pub no_letter: Sentence<1>,
    pub too_short: Sentence<1>,
    pub unused: Sentence<2>,
    pub work: Sentence<1>,
    pub path: Sentence<1>,
    pub path_columns: [&'static str; 3],
    pub lone: Sentence<2>,
    pub lone_none: &'static str,
    pub lone_one_worker: &'static str,
    pub lone_row: Sentence<3>,
    pub lone_longest: &'static str,
    pub after: Sentence<2>,
    pub released: Sentence<1>,
    pub table: &'static str,
    pub columns: [&'static str; 5],
    pub unlimited: &'static str,
    pub by_work: Sentence<1>,
    pub by_waiting: Sentence<1>,
    pub by_path: &'static str,
    pub enough: Sentence<2>,
    pub most: Sentence<1>,
    pub at: Sentence<5>,
    pub running: &'static str,
    pub ready: &'static str,
    pub waiting: &'static str,
    pub nobody: &'static str,
    pub idle: &'static str,
    pub since: Sentence<2>,
    pub for_worker: &'static str,
    pub over: &'static str,
    pub and_more: Sentence<1>,
}
