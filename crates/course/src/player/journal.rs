//! The interface through which a view reports what a learner does, without knowing where it is stored.

/// Records what a learner does in a lesson.
///
/// A view calls it with the ids in frames: [`LessonHead::id`](super::LessonHead::id) and
/// [`Frame::id`](super::Frame::id). Its methods cannot fail: if something cannot be stored, whoever opened the journal
/// reports that after the lesson.
///
/// ```
/// # use gostep_course::player::{Journal, NoJournal};
/// fn show(step: &str, journal: &mut dyn Journal) {
///     // … draw the step …
///     journal.reached("order", step);
/// }
/// show("program", &mut NoJournal);
/// ```
pub trait Journal {
    /// The step is shown. Unless another one follows, it is also the step where the learner left. Repeated calls for
    /// the same step do no harm.
    fn reached(&mut self, lesson: &str, step: &str);

    /// The question of the step was answered. Every try counts; asking for the solution counts as a wrong answer.
    fn answered(&mut self, lesson: &str, step: &str, right: bool);
}

/// Records nothing: for exports, for `--auto` and for presenters.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoJournal;

impl Journal for NoJournal {
    fn reached(&mut self, _lesson: &str, _step: &str) {}

    fn answered(&mut self, _lesson: &str, _step: &str, _right: bool) {}
}

/// Records a lesson under another name than its id. Lessons of instructors are stored by path, since two of them may
/// have the same id.
pub struct Renamed<'a> {
    /// The journal that receives the calls.
    pub journal: &'a mut dyn Journal,
    /// The name that replaces the lesson's id.
    pub lesson: &'a str,
}

impl Journal for Renamed<'_> {
    fn reached(&mut self, _lesson: &str, step: &str) {
        self.journal.reached(self.lesson, step);
    }

    fn answered(&mut self, _lesson: &str, step: &str, right: bool) {
        self.journal.answered(self.lesson, step, right);
    }
}
