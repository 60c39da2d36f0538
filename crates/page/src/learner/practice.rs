//! Questions that the learner has met, once more.

use serde::Serialize;

use super::Keeper;
use gostep_course::lesson::head::Head;
use gostep_course::player::course::Course;
use gostep_course::words::{Lang, words};

/// What to practise.
#[derive(Debug, Serialize)]
pub struct PracticeReply {
    /// In order.
    tasks: Vec<Task>,
    /// Said if there is nothing.
    nothing: &'static str,
}

#[derive(Debug, Serialize)]
struct Task {
    lesson: String,
    step: usize,
}

/// The questions to practise at a time in seconds since 1970: those that are due, those that were answered wrong, the others.
pub fn practice(heads: &[Head], keeper: &dyn Keeper, lang: Lang, time: u64) -> PracticeReply {
    let tasks = Course { heads, progress: keeper.progress() }.practice(time).into_iter();
    let tasks = tasks.map(|(lesson, step)| Task { lesson: heads[lesson].name.clone(), step });
    PracticeReply { tasks: tasks.collect(), nothing: words(lang).course.nothing_to_practise }
}

/// How practice went.
#[derive(Debug, Serialize)]
pub struct ScoreReply {
    text: String,
}

/// So many questions of those asked were answered right at the first try.
pub fn score(right: usize, asked: usize, lang: Lang) -> ScoreReply {
    ScoreReply { text: words(lang).course.practice_end.with([&right, &asked]) }
}
