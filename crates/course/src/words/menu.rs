//! Words of the course on the whole screen, and of the end of a lesson.

use super::present::Keys;
use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct MenuWords {
    /// Title of the course.
    pub title: &'static str,
    /// How many lessons are done, of all.
    pub done_of: Sentence<2>,
    /// What gostep is, to somebody who has not begun.
    pub greeting: &'static str,
    /// A lesson that was not begun: minutes, steps.
    pub new_lesson: Sentence<2>,
    /// The same where the minutes are not known: steps.
    pub new_lesson_untimed: Sentence<1>,
    /// Where Enter goes on: step, of all, its title.
    pub goes_on: Sentence<3>,
    /// The same where its title is not known: step, of all.
    pub goes_on_untitled: Sentence<2>,
    /// All of it was seen; Enter begins again.
    pub done_lesson: &'static str,
    /// Answers: right at once, right later, missed, of all.
    pub answers: Sentence<4>,
    /// What is being typed.
    pub typed: Sentence<1>,
    /// No lesson begins with what was typed.
    pub no_lesson: Sentence<1>,
    /// There is nothing to practise yet.
    pub nothing_to_practise: &'static str,
    /// Keys in the bottom line while nothing was begun.
    pub foot_first: &'static [(&'static str, &'static str)],
    /// Keys in the bottom line.
    pub foot: &'static [(&'static str, &'static str)],
    /// All keys.
    pub help: Keys,
    /// Closes the keys.
    pub help_foot: &'static [(&'static str, &'static str)],
    /// What the signs beside a lesson mean.
    pub legend: &'static str,
    /// Title of the end of a lesson.
    pub end: &'static str,
    /// All questions: how many, right at once, right later, missed.
    pub score: Sentence<4>,
    /// So many were not answered.
    pub left_out: Sentence<1>,
    /// Tasks: how many, how many done.
    pub tasks: Sentence<2>,
    /// Heading above the steps whose questions were missed or left out.
    pub missed: &'static str,
    /// Heading above what was learned.
    pub learned: &'static str,
    /// What Enter does: the title of the next lesson.
    pub next: Sentence<1>,
    /// Practises those questions: how many.
    pub practise: Sentence<1>,
    /// Shows the course.
    pub course: &'static str,
    /// Goes back to the last step.
    pub back: &'static str,
    /// Nothing was missed.
    pub nothing_missed: &'static str,
    /// While the build of a lesson runs at its beginning.
    pub opening: &'static str,
    /// So many lines of the step were given to the terminal.
    pub copied: Sentence<1>,
    /// The step has none, so those of another were: lines, title of that step.
    pub copied_from: Sentence<2>,
    /// Neither the step nor the lesson has any.
    pub nothing_to_copy: &'static str,
    /// In the bottom line of the last step: shows the end.
    pub to_end: (&'static str, &'static str),
    /// In the bottom line of the end: Enter.
    pub go_on: (&'static str, &'static str),
}
