//! Words of the full-screen player.

use super::present::Keys;
use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ScreenWords {
    /// The screen is too small: columns, rows that it has; columns, rows that it needs.
    pub too_small: Sentence<4>,
    /// Title of the explanation.
    pub text: &'static str,
    /// Below a text that announces something: the panes that have it.
    pub shown_in: Sentence<1>,
    /// Title of the transcript.
    pub log: &'static str,
    /// Names of the inspectors.
    pub inspectors: [&'static str; 5],
    /// Nothing is printed yet.
    pub no_log: &'static str,
    /// Nothing more to see than text.
    pub nothing_shown: &'static str,
    /// What the step shows is in the transcript alone.
    pub shown_in_log: &'static str,
    /// More lines below.
    pub below: Sentence<1>,
    /// More lines above.
    pub above: Sentence<1>,
    /// Which line of the transcript: line, of all.
    pub line_of: Sentence<2>,
    /// Time of all the build's time.
    pub time_of: Sentence<2>,
    /// Packages done, of all.
    pub packages_of: Sentence<2>,
    /// Which question, of those that are asked alone.
    pub question_of: Sentence<2>,
    /// There is no way to other steps.
    pub alone: &'static str,
    /// Which build, of a lesson with several.
    pub build_of: Sentence<2>,
    /// Keys in the bottom line: key and what it does.
    pub foot: Foot,
    /// All keys, by group: heading; keys and what they do.
    pub help: Keys,
    /// Closes what lies above the lesson.
    pub close: &'static str,
    /// Title of the keys.
    pub keys_title: &'static str,
    /// Title of the place to go to.
    pub go_to_title: &'static str,
    /// Title of the glossary.
    pub glossary_title: &'static str,
    /// The critical path: how long it takes.
    pub critical_path: Sentence<1>,
    /// What can be typed there.
    pub go_to_help: &'static str,
    /// There is no such place.
    pub no_such_place: Sentence<1>,
    /// Title of the search.
    pub search_title: &'static str,
    /// What can be typed there.
    pub search_help: &'static str,
    /// It is nowhere in the log.
    pub not_found: Sentence<1>,
    /// Which match, of all.
    pub match_of: Sentence<3>,
    /// `n` without a search.
    pub no_search: &'static str,
    /// It is the first step.
    pub at_first: &'static str,
    /// It is the last step.
    pub at_last: &'static str,
    /// Esc does not quit.
    pub how_to_quit: &'static str,
    /// Which theme is on.
    pub theme: Sentence<1>,
    /// Names of the themes.
    pub themes: [&'static str; 4],
    /// The lesson does not allow another `-p`.
    pub not_live: &'static str,
    /// So many workers cannot be.
    pub no_such_workers: Sentence<1>,
    /// It is played with another `-p` now: workers, time.
    pub with_workers: Sentence<2>,
    /// Autoplay: seconds for each step.
    pub auto: Sentence<1>,
    /// Autoplay is held.
    pub held: &'static str,
    /// Beside the log: what the bar at its lines means.
    pub new_lines: &'static str,
    /// Below the packages: what the brackets around some mean.
    pub imported: &'static str,
    /// What a package imports: package, how many.
    pub imports: Sentence<1>,
    /// Who imports it.
    pub importers: Sentence<1>,
    /// Place in the order of one worker.
    pub number: Sentence<1>,
    /// Now, in the lanes.
    pub now: &'static str,
    /// Who runs.
    pub running: Sentence<1>,
    /// Who has nothing to do: numbers.
    pub idle: Sentence<1>,
    /// Who could run.
    pub ready: Sentence<1>,
    /// How many wait.
    pub waiting: Sentence<1>,
    /// No files yet.
    pub no_files: &'static str,
    /// No package is looked at.
    pub no_package: &'static str,
    /// A file was written since the step before.
    pub new_file: &'static str,
    /// A file has changed since.
    pub changed_file: &'static str,
    /// A file of the cache: of this build, of an earlier one, spoiled, not there.
    pub presence: [&'static str; 4],
    /// Above options of which one is right.
    pub pick_one: &'static str,
    /// Above options of which several may be right.
    pub pick_some: &'static str,
    /// Above things to put in order.
    pub pick_in_order: &'static str,
    /// Above a line to type a number in.
    pub type_number: &'static str,
    /// Above a line to type a word in.
    pub type_text: &'static str,
    /// Above a line to type a package in.
    pub type_package: &'static str,
    /// Above a line to type packages in.
    pub type_packages: &'static str,
    /// Above options while the question is left alone.
    pub left_alone: &'static str,
    /// Enter without an option.
    pub pick_first: &'static str,
    /// Enter without a text.
    pub type_first: &'static str,
    /// Heading of a hint.
    pub hint: &'static str,
    /// There are no more hints.
    pub next_is_answer: &'static str,
    /// Heading above what is said to a right answer.
    pub right: &'static str,
    /// Above what is said to a wrong one.
    pub wrong: &'static str,
    /// Above the answer that was asked for.
    pub told: &'static str,
    /// Below what is said to a wrong answer.
    pub try_again: &'static str,
    /// The same where there is no hint, or none is left.
    pub try_again_alone: &'static str,
}

/// The keys of the bottom line, each with what it does.
#[derive(Debug)]
pub struct Foot {
    /// To the next step.
    pub next: (&'static str, &'static str),
    /// To the question, which is in another pane.
    pub to_question: (&'static str, &'static str),
    /// There is more to read.
    pub more: (&'static str, &'static str),
    /// To the step before.
    pub back: (&'static str, &'static str),
    /// To the next pane.
    pub pane: (&'static str, &'static str),
    /// Moves in the pane.
    pub scroll: (&'static str, &'static str),
    /// Steps the build.
    pub command: (&'static str, &'static str),
    /// Back to the step's moment.
    pub again: (&'static str, &'static str),
    /// Another `-p`.
    pub workers: (&'static str, &'static str),
    /// All keys.
    pub help: (&'static str, &'static str),
    /// What the marked words mean.
    pub terms: (&'static str, &'static str),
    /// Ends.
    pub quit: (&'static str, &'static str),
    /// Ends while letters are answers.
    pub leave: (&'static str, &'static str),
    /// Back to the course.
    pub course: (&'static str, &'static str),
    /// Ends the lesson, on its last step.
    pub finish: (&'static str, &'static str),
    /// Holds autoplay.
    pub hold: (&'static str, &'static str),
    /// Lets it go on.
    pub go_on: (&'static str, &'static str),
    /// Faster and slower.
    pub speed: (&'static str, &'static str),
    /// Takes what was typed.
    pub enter: (&'static str, &'static str),
    /// Closes.
    pub close: (&'static str, &'static str),
    /// Picks an option.
    pub pick: (&'static str, &'static str),
    /// Gives the answer.
    pub answer: (&'static str, &'static str),
    /// Asks for a hint.
    pub hint: (&'static str, &'static str),
    /// There is more to read in the pane below the text.
    pub more_below: (&'static str, &'static str),
    /// Asks for the answer of a question that has no hints.
    pub solution_at_once: (&'static str, &'static str),
    /// Asks for the answer, when there is no hint left.
    pub solution: (&'static str, &'static str),
    /// Goes on without an answer.
    pub skip: (&'static str, &'static str),
    /// The step before, while letters are answers.
    pub left: (&'static str, &'static str),
    /// Completes a package.
    pub complete: (&'static str, &'static str),
    /// Lists what can be typed.
    pub list: (&'static str, &'static str),
    /// Searches the log.
    pub search: (&'static str, &'static str),
    /// Goes to a line or a package.
    pub go_to: (&'static str, &'static str),
    /// All keys, while `?` is a hint.
    pub keys: (&'static str, &'static str),
}
