//! Words of the page in a browser.

use serde::Serialize;

/// All of them, by the names that the page uses.
#[derive(Debug, Serialize)]
pub struct PageWords {
    /// The button to the other language, in that language.
    pub other_language: &'static str,
    /// What does not belong to a step.
    pub menu: &'static str,
    /// Looks at the build beside the explanation.
    pub inspect: &'static str,
    /// Title of the list of lessons.
    pub course: &'static str,
    /// Title of the list of steps.
    pub contents: &'static str,
    /// To the next step.
    pub next: &'static str,
    /// To the step before.
    pub back: &'static str,
    /// To the next command.
    pub next_command: &'static str,
    /// To the command before.
    pub command_back: &'static str,
    /// To the end of the next package.
    pub next_package: &'static str,
    /// To the end of the package before.
    pub package_back: &'static str,
    /// Back to the step's own moment.
    pub to_step: &'static str,
    /// Title of the explanation.
    pub explanation: &'static str,
    /// Title of the transcript.
    pub log: &'static str,
    /// Field to search in it.
    pub search: &'static str,
    /// The text is nowhere in the log.
    pub not_found: &'static str,
    /// To the match before.
    pub match_back: &'static str,
    /// To the next match.
    pub match_next: &'static str,
    /// Commands above or below that are not on the page yet.
    pub more: &'static str,
    /// Gives an answer.
    pub answer: &'static str,
    /// Tries something in a task.
    pub attempt: &'static str,
    /// Brings back what was tried before.
    pub undo: &'static str,
    /// Asks for a hint.
    pub hint: &'static str,
    /// Asks for the right answer.
    pub solution: &'static str,
    /// The number of workers.
    pub workers: &'static str,
    /// The moment in the build's time.
    pub time: &'static str,
    /// Choice of colours, and their names.
    pub theme: &'static str,
    /// As the system has it.
    pub theme_system: &'static str,
    /// Light.
    pub theme_light: &'static str,
    /// Dark.
    pub theme_dark: &'static str,
    /// High contrast.
    pub theme_contrast: &'static str,
    /// Large and quiet, for a class.
    pub present: &'static str,
    /// Ends that.
    pub present_end: &'static str,
    /// Opens a window with the notes.
    pub notes: &'static str,
    /// There are none.
    pub no_notes: &'static str,
    /// The window of notes was not allowed to open.
    pub no_window: &'static str,
    /// A text of the reader's own: the title.
    pub own: &'static str,
    /// What its field is for.
    pub own_text: &'static str,
    /// Chooses files.
    pub own_file: &'static str,
    /// Where a text goes, if a program serves the page.
    pub own_served: &'static str,
    /// Where it goes otherwise: nowhere.
    pub own_here: &'static str,
    /// What is said to it.
    pub own_found: &'static str,
    /// Plays what can be played of it, with all of the page.
    pub own_play: &'static str,
    /// Back to the lessons.
    pub own_leave: &'static str,
    /// Prints.
    pub print: &'static str,
    /// The keys, as a title.
    pub keys: &'static str,
    /// Keys and what they do.
    pub key_list: &'static [(&'static str, &'static str)],
    /// The glossary.
    pub glossary: &'static str,
    /// How far the learner is, as a title.
    pub progress: &'static str,
    /// Leads to where the learner left.
    pub go_on: &'static str,
    /// Saves the progress to a file.
    pub save: &'static str,
    /// Reads progress from a file.
    pub read: &'static str,
    /// That was done.
    pub was_read: &'static str,
    /// Forgets the progress.
    pub forget: &'static str,
    /// Does that after all.
    pub forget_sure: &'static str,
    /// The progress is in this browser.
    pub kept_here: &'static str,
    /// What the browser kept is no progress, and was put aside.
    pub put_aside: &'static str,
    /// Asks questions once more.
    pub practice: &'static str,
    /// To the next one.
    pub next_question: &'static str,
    /// Ends that.
    pub practice_end: &'static str,
    /// What-ifs: changes, and what they rebuild.
    pub what_if: &'static str,
    /// Closes.
    pub close: &'static str,
    /// The browser keeps nothing.
    pub no_storage: &'static str,
    /// Skips to the explanation.
    pub skip: &'static str,
    /// The simulation did not start: why.
    pub not_started: &'static str,
    /// The program behind the page is gone.
    pub gone: &'static str,
}
