//! Words of the course around the lessons: progress, the list, practice, the glossary.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct CourseWords {
    /// What gostep is, to somebody who starts it.
    pub greeting: &'static str,
    /// Heading of the list of lessons.
    pub lessons: &'static str,
    /// How to play one.
    pub how_to_play: &'static str,
    /// How many steps a lesson has.
    pub steps: Sentence<1>,
    /// How long it takes.
    pub minutes: Sentence<1>,
    /// How many of its steps were seen, of all.
    pub seen: Sentence<2>,
    /// All of its steps were seen: how many that is.
    pub done: Sentence<1>,
    /// How many lessons there are.
    pub lessons_in_all: Sentence<1>,
    /// How long they take.
    pub minutes_in_all: Sentence<1>,
    /// How many of them are done.
    pub done_in_all: Sentence<1>,
    /// Between a name and its value.
    pub colon: &'static str,
    /// Ends a sentence.
    pub full_stop: &'static str,
    /// What one key does: go on in a lesson, at a step, which has a title.
    pub enter_goes_on: Sentence<3>,
    /// The same where the title of the step is not known: lesson, step.
    pub enter_goes_on_at: Sentence<2>,
    /// What one key does: begin a lesson.
    pub enter_begins: Sentence<1>,
    /// What one key does when the whole course is done: practise.
    pub enter_practises: &'static str,
    /// What else can be typed.
    pub other_keys: &'static str,
    /// What was typed is no lesson.
    pub no_such_lesson: Sentence<1>,
    /// The lesson was left: step, of all, title. Go on there?
    pub go_on_there: Sentence<3>,
    /// Asks for an answer.
    pub practice_prompt: &'static str,
    /// What can be typed besides answers.
    pub practice_commands: &'static str,
    /// Heading of a question in practice: number, of all, lesson.
    pub practice_head: Sentence<3>,
    /// Practice is over: right at once, of those asked.
    pub practice_end: Sentence<2>,
    /// Questions that come back after a wrong answer: due now, later, time until the next.
    pub returns_both: Sentence<3>,
    /// All of them are due: how many.
    pub returns_now: Sentence<1>,
    /// None is due: how many will be, time until the first.
    pub returns_later: Sentence<2>,
    /// A time in minutes.
    pub in_minutes: Sentence<1>,
    /// A time in hours.
    pub in_hours: Sentence<1>,
    /// A time in days.
    pub in_days: Sentence<1>,
    /// There is nothing to practise.
    pub nothing_to_practise: &'static str,
    /// A lesson that was seen can no longer be read.
    pub lesson_is_gone: Sentence<1>,
    /// Heads of the table of progress: lesson, steps, questions.
    pub progress_table: [&'static str; 3],
    /// A file of a newer gostep: its format.
    pub file_is_newer: Sentence<1>,
    /// A file is no progress file: why.
    pub no_progress_file: Sentence<1>,
    /// A file is longer than a progress file can be: bytes.
    pub file_too_long: Sentence<1>,
    /// What is damaged in a file that is longer than that: bytes.
    pub more_than_bytes: Sentence<1>,
    /// Some of all.
    pub of_all: Sentence<2>,
    /// Questions: right, wrong, of all, right at the first try.
    pub right_of_all: Sentence<4>,
    /// Behind the questions: how many tasks were done, of all.
    pub tasks_of: Sentence<2>,
    /// The lesson has no questions.
    pub no_questions: &'static str,
    /// Where the progress is kept.
    pub kept_in: Sentence<1>,
    /// No lesson was begun.
    pub no_progress: &'static str,
    /// Asks whether to forget the progress in a lesson.
    pub forget_lesson: Sentence<1>,
    /// Asks whether to forget all progress.
    pub forget_all: &'static str,
    /// The words that mean yes.
    pub yes: [&'static str; 3],
    /// It was forgotten.
    pub forgotten: &'static str,
    /// It was not forgotten.
    pub kept: &'static str,
    /// There was nothing to forget.
    pub nothing_to_forget: &'static str,
    /// There is no directory for the progress file: the variable that names one.
    pub no_place: Sentence<1>,
    /// A newer progress file was renamed: name, format, new name.
    pub kept_newer: Sentence<3>,
    /// A broken progress file was renamed: name, what is wrong, new name.
    pub kept_corrupted: Sentence<3>,
    /// The progress file cannot be read: name, why.
    pub cannot_read: Sentence<2>,
    /// The progress file cannot be written: name, why.
    pub cannot_write: Sentence<2>,
    /// Before the terms that a text mentions.
    pub see_also: &'static str,
    /// The term is shown in its original language.
    pub untranslated_term: &'static str,
    /// Heading of terms without a group.
    pub other_terms: &'static str,
    /// How to read about one term.
    pub how_to_look_up: &'static str,
}
