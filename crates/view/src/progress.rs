//! How far a learner is in a lesson, in words.

use gostep_course::lesson::head::Head;
use gostep_course::player::course::{Agenda, Course, State};
use gostep_course::player::progress::{MAX_BYTES, Unreadable};
use gostep_course::player::sanitize;
use gostep_course::words::course::CourseWords;

/// What stands below the heads of [`CourseWords::progress_table`]: the lesson, steps that were seen, answers.
pub fn progress_row(course: Course<'_>, head: &Head, words: &CourseWords) -> [String; 3] {
    let steps = match course.state(head) {
        State::New => 0,
        State::Begun { seen, .. } => seen,
        State::Done => head.steps.len(),
    };
    let score = course.score(head);
    let mut questions = if score.questions == 0 {
        words.no_questions.to_owned()
    } else {
        let wrong = score.answered - score.right;
        words.right_of_all.with([&score.right, &wrong, &score.questions, &score.right_at_first])
    };
    if score.tasks > 0 {
        questions.push_str(&words.tasks_of.with([&score.solved, &score.tasks]));
    }
    [sanitize(&head.name), words.of_all.with([&steps, &head.steps.len()]), questions]
}

/// Which questions come back, and when; `None` if there are none.
pub fn agenda_line(agenda: Agenda, words: &CourseWords) -> Option<String> {
    match (agenda.due, agenda.next_in) {
        (0, None) => None,
        (due, None) => Some(words.returns_now.with([&due])),
        (0, Some(next)) => Some(words.returns_later.with([&agenda.later, &span(next, words)])),
        (due, Some(next)) => Some(words.returns_both.with([&due, &agenda.later, &span(next, words)])),
    }
}

/// A time in the largest unit of which it has at least two.
fn span(seconds: u64, words: &CourseWords) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        seconds if seconds >= 2 * DAY => words.in_days.with([&seconds.div_ceil(DAY)]),
        seconds if seconds >= 2 * HOUR => words.in_hours.with([&seconds.div_ceil(HOUR)]),
        seconds => words.in_minutes.with([&seconds.div_ceil(MINUTE)]),
    }
}

/// Why a file that should be added is no progress file, in words.
pub fn why_unreadable(why: &Unreadable, words: &CourseWords) -> String {
    match why {
        Unreadable::Newer(format) => words.file_is_newer.with([format]),
        Unreadable::Corrupted(what) => words.no_progress_file.with([what]),
        Unreadable::TooLong => words.file_too_long.with([&MAX_BYTES]),
    }
}
