//! The course and the learner's progress in it.

use super::progress::Progress;
use crate::lesson::head::Head;

/// The lessons in order, and what the learner has done.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The heads of the lessons, in the order of the course.
    pub heads: &'a [Head],
    /// The progress of the learner.
    pub progress: &'a Progress,
}

/// How much of a lesson the learner has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No step was seen.
    New,
    /// Some steps were seen, but not all.
    Begun {
        /// Number of steps that were seen.
        seen: usize,
        /// Index of the step at which to go on.
        next: usize,
    },
    /// Every step was seen.
    Done,
}

/// How the learner answered the questions of a lesson, and did its tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Number of questions in the lesson.
    pub questions: usize,
    /// How many were answered at least once.
    pub answered: usize,
    /// How many were answered right the last time.
    pub right: usize,
    /// How many were answered right at the first try.
    pub right_at_first: usize,
    /// Number of tasks in the lesson.
    pub tasks: usize,
    /// How many of them were done.
    pub solved: usize,
}

/// Questions that come back after wrong answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    /// How many are due.
    pub due: usize,
    /// How many will be.
    pub later: usize,
    /// In how many seconds the first of those is due.
    pub next_in: Option<u64>,
}

impl Course<'_> {
    /// How much of a lesson was seen.
    pub fn state(&self, head: &Head) -> State {
        let steps: Vec<&str> = head.steps.iter().map(|step| step.id.as_str()).collect();
        how_far(self.progress, &head.key, &steps)
    }

    /// How the questions of a lesson were answered.
    pub fn score(&self, head: &Head) -> Score {
        let key = &head.key;
        let mut score = Score::default();
        for step in head.steps.iter().filter(|step| step.asks) {
            score.questions += 1;
            if let Some(answers) = self.progress.answers(key, &step.id) {
                score.answered += 1;
                score.right += usize::from(answers.last_right);
                score.right_at_first += usize::from(answers.right_at_first());
            }
        }
        for step in head.steps.iter().filter(|step| step.task) {
            score.tasks += 1;
            score.solved += usize::from(self.progress.answers(key, &step.id).is_some_and(|done| done.right > 0));
        }
        score
    }

    /// The lesson and step (as indices) with which to go on: where the learner left, otherwise the next unfinished
    /// lesson, looking first after the lesson that was played last. `None` if all lessons are done.
    pub fn next(&self) -> Option<(usize, usize)> {
        let last = self.progress.last_lesson();
        let last = last.and_then(|last| self.heads.iter().position(|head| head.key == last));
        let from = last.unwrap_or(0);
        let around = (from..self.heads.len()).chain(0..from);
        around
            .map(|index| (index, self.state(&self.heads[index])))
            .find(|(_, state)| *state != State::Done)
            .map(|(index, state)| (index, if let State::Begun { next, .. } = state { next } else { 0 }))
    }

    /// The questions that the learner has met, as indices of lesson and step, at a time in seconds since 1970. First come
    /// those that are due, then those answered wrong the last time, then those never answered, then the others; within
    /// each group the oldest first.
    pub fn practice(&self, now: u64) -> Vec<(usize, usize)> {
        let mut met = Vec::new();
        for (lesson, head) in self.heads.iter().enumerate() {
            let key = &head.key;
            for (step, asking) in head.steps.iter().enumerate().filter(|(_, step)| step.asks) {
                if self.progress.has_seen(key, &asking.id) {
                    let answers = self.progress.answers(key, &asking.id);
                    let urgency = answers.map_or((2, 0), |answers| match answers.due() {
                        Some(due) if due <= now => (0, due),
                        _ => (1 + 2 * u8::from(answers.last_right), answers.last),
                    });
                    met.push((urgency, (lesson, step)));
                }
            }
        }
        met.sort_unstable();
        met.into_iter().map(|(_, place)| place).collect()
    }

    /// The questions that come back after a wrong answer, with the times from which they are due, the first one first.
    pub fn returning(&self) -> Vec<(u64, (usize, usize))> {
        let mut returning = Vec::new();
        for (lesson, head) in self.heads.iter().enumerate() {
            for (step, asking) in head.steps.iter().enumerate().filter(|(_, step)| step.asks) {
                let due = self.progress.answers(&head.key, &asking.id).and_then(|answers| answers.due());
                returning.extend(due.map(|due| (due, (lesson, step))));
            }
        }
        returning.sort_unstable();
        returning
    }

    /// What is to be practised at a time, and when there is more.
    pub fn agenda(&self, now: u64) -> Agenda {
        let returning = self.returning();
        let due = returning.iter().take_while(|(due, _)| *due <= now).count();
        let later: Vec<u64> = returning[due..].iter().map(|(due, _)| due - now).collect();
        Agenda { due, later: later.len(), next_in: later.first().copied() }
    }

    /// How many lessons are completely seen.
    pub fn done(&self) -> usize {
        self.heads.iter().filter(|head| self.state(head) == State::Done).count()
    }
}

/// How much was seen of a lesson with these steps, whose progress is stored under this key.
pub fn how_far(progress: &Progress, key: &str, steps: &[&str]) -> State {
    let Some(lesson) = progress.lesson(key) else { return State::New };
    let has_seen = |step: &&str| lesson.seen.contains_key(*step);
    let seen = steps.iter().filter(|step| has_seen(step)).count();
    let Some(unseen) = steps.iter().position(|step| !has_seen(step)) else { return State::Done };
    if seen == 0 {
        return State::New;
    }
    let left = steps.iter().position(|step| *step == lesson.left_at);
    // If the learner jumped to the last step, or the step where they left no longer exists, go on with the first step
    // that was not seen.
    let next = left.filter(|left| left + 1 < steps.len()).unwrap_or(unseen);
    State::Begun { seen, next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::head::HeadStep;
    use crate::player::progress::{DAY, Entry, What};

    fn head(name: &str, steps: &[&str]) -> Head {
        let step = |id: &&str| HeadStep {
            id: (*id).to_owned(),
            title: None,
            asks: id.starts_with('q'),
            task: id.starts_with('t'),
        };
        Head {
            name: name.to_owned(),
            key: name.to_owned(),
            title: name.to_owned(),
            minutes: None,
            steps: steps.iter().map(step).collect(),
        }
    }

    fn progress(entries: &[(&str, &str, What)]) -> Progress {
        let mut progress = Progress::default();
        for (time, (lesson, step, what)) in (1..).zip(entries) {
            let (lesson, step) = ((*lesson).to_owned(), (*step).to_owned());
            progress.apply(&Entry { time, lesson, step, what: *what });
        }
        progress
    }

    #[test]
    fn the_learner_goes_on_where_they_left() {
        use What::Reached;
        let heads = [head("one", &["a", "b", "c"]), head("two", &["a", "b"]), head("three", &["a"])];
        for (entries, next) in [
            (&[][..], Some((0, 0))),
            (&[("one", "a", Reached), ("one", "b", Reached)], Some((0, 1))),
            // Going back also moves the place where the learner left.
            (&[("one", "a", Reached), ("one", "b", Reached), ("one", "a", Reached)], Some((0, 0))),
            // Jumped to the end without the middle.
            (&[("one", "a", Reached), ("one", "c", Reached)], Some((0, 1))),
            // A step that no longer exists.
            (&[("one", "a", Reached), ("one", "z", Reached)], Some((0, 1))),
            (&[("one", "a", Reached), ("two", "a", Reached)], Some((1, 0))),
            // The lesson is finished, so the next one follows.
            (&[("two", "a", Reached), ("two", "b", Reached)], Some((2, 0))),
            (&[("two", "a", Reached), ("two", "b", Reached), ("three", "a", Reached)], Some((0, 0))),
            // A lesson that is not in the course.
            (&[("one", "a", Reached), ("two", "a", Reached), ("/x.yaml", "a", Reached)], Some((0, 0))),
        ] {
            assert_eq!(Course { heads: &heads, progress: &progress(entries) }.next(), next, "{entries:?}");
        }
        let all = [("three", "a", Reached), ("two", "a", Reached), ("two", "b", Reached)];
        let all = progress(&all);
        let course = Course { heads: &heads[1..], progress: &all };
        assert_eq!((course.next(), course.done()), (None, 2));
    }

    #[test]
    fn steps_that_came_later_make_a_lesson_unfinished() {
        let heads = [head("one", &["a", "new", "b"])];
        let progress = progress(&[("one", "a", What::Reached), ("one", "b", What::Reached)]);
        let course = Course { heads: &heads, progress: &progress };
        assert_eq!(course.state(&heads[0]), State::Begun { seen: 2, next: 1 });
    }

    #[test]
    fn what_was_wrong_is_practised_first_and_what_is_fresh_last() {
        use What::{Answered, Reached};
        let heads = [head("one", &["q1", "q2", "q3", "q4"]), head("two", &["q1", "a", "q2"])];
        let entries = [
            ("two", "q1", Answered(true)),
            ("one", "q2", Answered(false)),
            ("one", "q1", Answered(true)),
            ("one", "q3", Reached),
            ("two", "a", Reached),
            ("one", "q2", Answered(true)),
            ("two", "q2", Answered(true)),
            ("two", "q2", Answered(false)),
        ];
        let progress = progress(&entries);
        let course = Course { heads: &heads, progress: &progress };
        // Wrong; seen only; right long ago, later, last. The fourth question of the first lesson was not met.
        assert_eq!(course.practice(9), [(1, 2), (0, 2), (1, 0), (0, 0), (0, 1)]);
        assert_eq!(course.agenda(9), Agenda { due: 0, later: 2, next_in: Some(2 + DAY - 9) });
        // A day later, that which was put right in between is due as well, and before the other one.
        assert_eq!(course.practice(2 + DAY), [(0, 1), (1, 2), (0, 2), (1, 0), (0, 0)]);
        assert_eq!(course.agenda(2 + DAY), Agenda { due: 1, later: 1, next_in: Some(6) });
        assert_eq!(course.agenda(9 + DAY), Agenda { due: 2, later: 0, next_in: None });
    }

    #[test]
    fn the_last_answer_is_the_score() {
        let heads = [head("one", &["a", "q1", "q2", "q3", "t1", "t2", "t3"])];
        let answers = [("one", "q1", false), ("one", "q1", true), ("one", "q2", true), ("one", "q2", false)];
        // A task stays done, whoever looks up the solution later.
        let tasks = [("one", "t1", true), ("one", "t1", false), ("one", "t2", false)];
        let answers: Vec<_> = answers.into_iter().chain(tasks).collect();
        let entries: Vec<_> =
            answers.iter().map(|&(lesson, step, right)| (lesson, step, What::Answered(right))).collect();
        let progress = progress(&entries);
        let score = Course { heads: &heads, progress: &progress }.score(&heads[0]);
        assert_eq!(score, Score { questions: 3, answered: 2, right: 1, right_at_first: 1, tasks: 3, solved: 1 });
    }
}
