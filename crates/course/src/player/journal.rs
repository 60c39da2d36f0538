//! What a view tells of a learner, without knowing where it is kept.

/// Takes down what a learner does in a lesson.
///
/// A view calls it with the names that frames carry: [`LessonHead::id`](super::LessonHead::id) and
/// [`Frame::id`](super::Frame::id). Neither call can fail: what cannot be kept is said by whoever opened the journal,
/// after the lesson, and play goes on.
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
    /// The step is on the screen. It is also where the learner left, unless another one follows. Calling it again for
    /// the same step does no harm.
    fn reached(&mut self, lesson: &str, step: &str);

    /// The question of the step was answered. Every try counts; a solution that was asked for is a wrong answer.
    fn answered(&mut self, lesson: &str, step: &str, right: bool);
}

/// Takes nothing down: for exports, for `--auto`, for a presenter.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoJournal;

impl Journal for NoJournal {
    fn reached(&mut self, _lesson: &str, _step: &str) {}

    fn answered(&mut self, _lesson: &str, _step: &str, _right: bool) {}
}

/// A journal under whose own name a lesson is kept: lessons of instructors are kept by their path, since two of them
/// may have the same id.
pub struct Renamed<'a> {
    /// Where it is written.
    pub journal: &'a mut dyn Journal,
    /// The name that stands for the lesson's id.
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
