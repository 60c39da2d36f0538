//! Words for what a frame of a lesson shows, and for lists.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct FrameWords {
    /// The build has not begun: how many packages.
    pub not_begun: Sentence<1>,
    /// How far the build is: packages done, of all; lines, of all; time.
    pub status: Sentence<5>,
    /// Which build, of a lesson with several.
    pub build: Sentence<2>,
    /// The text is not in the language that was asked for.
    pub untranslated: &'static str,
    /// Heading of commands that began since the step before.
    pub new_commands: &'static str,
    /// Commands that are not shown.
    pub left_out: Sentence<1>,
    /// Place of a command: line, package.
    pub command_at: Sentence<2>,
    /// Source files that are not shown.
    pub more_files: Sentence<1>,
    /// Names that are not shown.
    pub more_names: Sentence<1>,
    /// A file that is not there.
    pub absent: &'static str,
    /// A file that is not there any more.
    pub gone: &'static str,
    /// A file with nothing in it.
    pub empty: &'static str,
    /// A file whose text the simulation does not know.
    pub unknown_text: &'static str,
    /// An archive or executable with a build ID.
    pub binary: Sentence<1>,
    /// The file was written since the step before.
    pub new_file: &'static str,
    /// The file has changed; what it was.
    pub changed_file: Sentence<1>,
    /// Heads of the table of packages: place, package, directory, state.
    pub table: [&'static str; 4],
    /// Packages that one imports.
    pub imports_of: Sentence<1>,
    /// Packages that import one.
    pub importers_of: Sentence<1>,
    /// Packages in a state: state, how many.
    pub in_state: Sentence<2>,
    /// Packages that are equally far from the bottom.
    pub layer: Sentence<2>,
    /// A worker.
    pub worker: Sentence<1>,
    /// A worker with nothing to do.
    pub idle: &'static str,
    /// What a worker is at, since when.
    pub works_on: Sentence<2>,
    /// The link, in a worker's lane.
    pub link: &'static str,
    /// States, in the order of `ActionState`.
    pub states: [&'static str; 7],
    /// Between things to pick from.
    pub separator: &'static str,
    /// Heading of a question.
    pub question: &'static str,
    /// Heading of its answer.
    pub answer: &'static str,
    /// Heading of the presenter's notes.
    pub note: &'static str,
    /// There is no such step.
    pub no_such_step: Sentence<1>,
    /// The player stopped at the last step: lesson.
    pub read_to_end: Sentence<1>,
    /// Where the player stopped: step, of all, lesson.
    pub stopped_at: Sentence<3>,
    /// How to go on there: the lesson.
    pub goes_on_there: Sentence<1>,
}
