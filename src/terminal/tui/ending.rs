//! What comes after the last step: how the questions were answered, and where to go from there.

use std::collections::BTreeMap;

use gostep_course::player::Player;
use gostep_course::player::progress::Answers;

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Right at the first try.
    AtOnce,
    /// Right, after a wrong try.
    Later,
    /// Not right, or the answer was asked for.
    Missed,
}

impl Outcome {
    /// What a progress file tells.
    pub fn of(answers: Answers) -> Self {
        match (answers.right_at_first(), answers.last_right) {
            (true, true) => Self::AtOnce,
            (_, true) => Self::Later,
            (_, false) => Self::Missed,
        }
    }
}

/// How the questions were answered, by step, and which lesson is next.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// What is known from before.
    pub known: BTreeMap<usize, Outcome>,
    /// The title of the next lesson, if there is one.
    pub next: Option<String>,
    /// What happened since the lesson was opened.
    now: BTreeMap<usize, Outcome>,
}

/// How many questions were answered how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All questions.
    pub questions: usize,
    /// Right at the first try.
    pub at_once: usize,
    /// Right, after a wrong try.
    pub later: usize,
    /// Not right.
    pub missed: usize,
    /// Not answered.
    pub left_out: usize,
    /// All tasks.
    pub tasks: usize,
    /// Those that were done.
    pub done: usize,
}

impl Ending {
    /// With what is known from before, and the title of the next lesson.
    pub fn new(known: BTreeMap<usize, Outcome>, next: Option<String>) -> Self {
        Self { known, next, now: BTreeMap::new() }
    }

    /// The question of a step was answered.
    pub fn take_down(&mut self, step: usize, right: bool) {
        let before = self.now.get(&step).copied();
        let outcome = match (before, right) {
            (None | Some(Outcome::AtOnce), true) => Outcome::AtOnce,
            (Some(Outcome::Later | Outcome::Missed), true) => Outcome::Later,
            (_, false) => Outcome::Missed,
        };
        self.now.insert(step, outcome);
    }

    fn outcome(&self, step: usize) -> Option<Outcome> {
        self.now.get(&step).or_else(|| self.known.get(&step)).copied()
    }

    /// The steps whose questions were missed or left out.
    pub fn missed(&self, player: &Player) -> Vec<usize> {
        let asking = (0..player.len()).filter(|&step| player.asks(step));
        asking.filter(|&step| matches!(self.outcome(step), None | Some(Outcome::Missed))).collect()
    }

    /// How many were answered how.
    pub fn tally(&self, player: &Player) -> Tally {
        let mut tally = Tally::default();
        for step in (0..player.len()).filter(|&step| player.asks(step)) {
            tally.questions += 1;
            match self.outcome(step) {
                Some(Outcome::AtOnce) => tally.at_once += 1,
                Some(Outcome::Later) => tally.later += 1,
                Some(Outcome::Missed) => tally.missed += 1,
                None => tally.left_out += 1,
            }
        }
        for step in (0..player.len()).filter(|&step| player.has_task(step)) {
            tally.tasks += 1;
            tally.done += usize::from(matches!(self.outcome(step), Some(Outcome::AtOnce | Outcome::Later)));
        }
        tally
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::words::Lang;

    #[test]
    fn what_happens_now_counts_more_than_what_is_known() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let asking: Vec<usize> = (0..player.len()).filter(|&step| player.asks(step)).collect();
        let known = [(asking[0], Outcome::Missed), (asking[1], Outcome::AtOnce)];
        let mut ending = Ending::new(known.into(), None);
        assert_eq!(ending.missed(&player).len(), asking.len() - 1);
        for (step, right) in [(0, true), (2, false), (2, true), (3, true), (3, false)] {
            ending.take_down(asking[step], right);
        }
        let tasks: Vec<usize> = (0..player.len()).filter(|&step| player.has_task(step)).collect();
        ending.take_down(tasks[0], true);
        let tally = ending.tally(&player);
        let left_out = asking.len() - 4;
        assert_eq!(
            tally,
            Tally { questions: asking.len(), at_once: 2, later: 1, missed: 1, left_out, tasks: tasks.len(), done: 1 }
        );
        let missed = ending.missed(&player);
        assert_eq!(missed.first(), Some(&asking[3]));
        assert_eq!(missed.len(), left_out + 1);
    }
}
