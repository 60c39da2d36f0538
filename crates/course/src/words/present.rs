//! Words of a presentation and of the presenter's notes.

use super::sentence::Sentence;

/// Keys and what they do, under a heading.
pub type Keys = &'static [(&'static str, &'static [(&'static str, &'static str)])];

/// All of them.
#[derive(Debug)]
pub struct PresentWords {
    /// What the next key press shows: the rest, the answer, the explanation, the next step.
    pub next: [&'static str; 4],
    /// The key for it.
    pub next_key: &'static str,
    /// The key that shows all keys, and its name.
    pub help: (&'static str, &'static str),
    /// The keys of a presentation.
    pub keys: Keys,
    /// More rows below, above.
    pub more: [Sentence<1>; 2],
    /// Heading of the answer.
    pub answer: &'static str,
    /// Time of so many minutes.
    pub of_minutes: Sentence<2>,
    /// How much longer it takes already.
    pub over: Sentence<1>,
    /// It is the first step.
    pub at_first: &'static str,
    /// It is the last step.
    pub at_last: &'static str,
    /// The step asks nothing.
    pub no_question: &'static str,
    /// The step has no explanation that could be hidden.
    pub no_explanation: &'static str,
    /// Esc does not quit.
    pub how_to_quit: &'static str,
    /// In the player, how to come back to the presentation.
    pub how_back: &'static str,
    /// Where it ended: lesson, step, of all, after which time.
    pub ended: Sentence<4>,
    /// Nobody can follow: why.
    pub alone: Sentence<1>,
    /// Where a step can be gone to: title and help.
    pub go_to: [&'static str; 2],
    /// Words of the presenter's notes.
    pub notes: NotesWords,
}

/// The words of the notes.
#[derive(Debug)]
pub struct NotesWords {
    /// Heading of the notes.
    pub notes: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Heading of the answer: not shown yet, shown.
    pub answer: [&'static str; 2],
    /// Heading of an explanation that is not shown yet.
    pub explanation: &'static str,
    /// What the class sees: nothing but a blank screen.
    pub blank: &'static str,
    /// Heading of the next step: its number, of how many, its title.
    pub next: Sentence<3>,
    /// There is no next step.
    pub last: &'static str,
    /// Nobody presents.
    pub nobody: &'static str,
    /// Nobody presents this lesson.
    pub nobody_this: Sentence<2>,
    /// They appear by themselves.
    pub waiting: &'static str,
    /// It has ended: title.
    pub ended: Sentence<1>,
    /// Several run.
    pub several: &'static str,
    /// Which one is taken, where nobody can choose: title.
    pub taken: Sentence<1>,
    /// A row of the list of presentations: title, step, of all, since.
    pub row: Sentence<4>,
    /// The lesson cannot be read: why.
    pub broken: Sentence<1>,
    /// The step is not in the lesson as it is on the disk now: step.
    pub changed: Sentence<1>,
    /// What was asked did not arrive: why.
    pub unheard: Sentence<1>,
    /// The bottom line.
    pub foot: &'static [(&'static str, &'static str)],
    /// The bottom line while there is nothing to step.
    pub foot_waiting: &'static [(&'static str, &'static str)],
    /// All keys.
    pub keys: Keys,
}
