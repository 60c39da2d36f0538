//! `task:` of a step: its goal can be judged, its ways are proven, and it is not done before anything is done.

use super::builds::Builds;
use super::checker::Checker;
use super::texts::Text;
use crate::lesson::closed;
use crate::lesson::expr::{self, ExprError};
use crate::lesson::facts::Scene;
use crate::lesson::places::join;
use crate::lesson::problem::Ground;
use crate::lesson::raw_task::{RawCondition, RawTask, RawTaskTranslation};
use crate::lesson::task::bench::{self, Untried};
use crate::lesson::task::goal::{self, Condition, Held, Stand};
use crate::lesson::task::{On, Task, moves};
use gostep_sim::said;
use gostep_sim::said::Said;

/// What `on:` can be: whether it is the machine.
const GROUNDS: [(&str, bool); 2] = [("machine", true), ("build", false)];
/// The change that changes nothing.
const NOTHING: &str = "nothing";
const MOST_CONDITIONS: usize = 6;
const MOST_HINTS: usize = 10;
const MOST_WAYS: usize = 10;

/// A task that is being checked.
struct Set<'a, 'c> {
    raw: &'a RawTask,
    path: String,
    their_path: String,
    builds: &'c Builds,
}

impl<'a> Checker<'a, '_> {
    /// Checks the task of a step.
    pub(super) fn task(
        &mut self,
        raw: &'a RawTask,
        step: &str,
        translation: Option<&'a RawTaskTranslation>,
        their_step: &str,
        builds: &Builds,
    ) -> Option<Task> {
        let set = Set { raw, path: join(step, "task"), their_path: join(their_step, "task"), builds };
        for (name, given) in [
            ("text", raw.text.is_some()),
            ("on", raw.on.is_some()),
            ("goal", !raw.goal.is_empty()),
            ("solution", raw.solution.is_some()),
        ] {
            self.require(&join(&set.path, name), given);
        }
        self.limit(&set, "goal", raw.goal.len(), MOST_CONDITIONS);
        self.limit(&set, "hints", raw.hints.len(), MOST_HINTS);
        self.limit(&set, "others", raw.others.len(), MOST_WAYS);
        self.limit(&set, "misses", raw.misses.len(), MOST_WAYS);
        let text = self.task_text(&set, "text", raw.text.as_ref(), translation.and_then(|t| t.text.as_ref()));
        let right = self.task_text(&set, "right", raw.right.as_ref(), translation.and_then(|t| t.right.as_ref()));
        let hints = raw.hints.iter().take(MOST_HINTS).enumerate().map(|(number, hint)| {
            let translated = translation.and_then(|t| t.hints.get(number));
            let name = self.item(&set, "hints", number);
            self.task_text(&set, &name, Some(hint), translated)
        });
        let hints = hints.collect();
        let conditions = raw.goal.iter().take(MOST_CONDITIONS).enumerate().map(|(number, condition)| {
            let theirs = translation.and_then(|t| t.goal.get(number)).and_then(|theirs| theirs.text.as_ref());
            self.condition(&set, condition, number, theirs)
        });
        // Every condition is looked at, even if one before it cannot be read.
        let conditions: Vec<Option<Condition>> = conditions.collect();
        if builds.runs.at.is_some() {
            let place = self.places().key(&set.path);
            self.report.misfit(place, "a program runs here, and a task is about a build", "put it before run:");
            return None;
        }
        let on_machine = self.on_machine(&set)?;
        let can_be_judged = self.can_be_judged(&set, on_machine, &conditions);
        let goal: Vec<Condition> = conditions.into_iter().collect::<Option<_>>()?;
        if goal.is_empty() {
            return None;
        }
        if can_be_judged {
            self.is_too_easy(&set, on_machine, &goal);
            self.prove(&set, on_machine, &goal);
        }
        let on = if on_machine { On::Machine(builds.bench()) } else { On::Build };
        Some(Task { text, on, goal, hints, right, solution: raw.solution.clone()? })
    }

    fn limit(&mut self, set: &Set<'_, '_>, name: &str, given: usize, most: usize) {
        if given > most {
            let place = self.places().whole(&join(&set.path, name));
            self.report.add(
                place,
                said!("{given} items in {name}:; {most} are allowed", given, name, most),
                said!("leave some out"),
            );
        }
    }

    fn task_text(
        &mut self,
        set: &Set<'_, '_>,
        name: &str,
        own: Option<&'a String>,
        theirs: Option<&'a String>,
    ) -> String {
        self.fill(&Text::new(own, theirs, &set.path, &set.their_path, name), set.builds)
    }

    /// The name of an item of a list that may also be a single text.
    fn item(&self, set: &Set<'_, '_>, list: &str, number: usize) -> String {
        let item = format!("{list}[{number}]");
        if self.places().has(&join(&set.path, &item)) { item } else { list.to_owned() }
    }

    fn on_machine(&mut self, set: &Set<'_, '_>) -> Option<bool> {
        let word = set.raw.on.as_deref()?;
        let meaning = closed::meaning(&GROUNDS, word).map_err(|hint| {
            let place = self.places().value(&join(&set.path, "on"));
            self.report.add(place, said!("no task can be on {word:?}{hint}", word, hint), closed::known(&GROUNDS));
        });
        meaning.ok()
    }

    fn condition(
        &mut self,
        set: &Set<'_, '_>,
        raw: &'a RawCondition,
        number: usize,
        theirs: Option<&'a String>,
    ) -> Option<Condition> {
        let path = join(&set.path, &format!("goal[{number}]"));
        if self.was_dropped(&path) {
            return None;
        }
        self.require(&join(&path, "if"), raw.condition.is_some());
        let text = self.task_text(set, &format!("goal[{number}].text"), raw.text.as_ref(), theirs);
        let written = raw.condition.as_deref()?;
        let text = if text.is_empty() { format!("`{}`", written.replace('`', "'")) } else { text };
        let expr = expr::parse(written, 0).map_err(|error| self.condition_problem(set, number, &error));
        expr.ok().map(|expr| Condition { text, expr })
    }

    fn condition_problem(&mut self, set: &Set<'_, '_>, number: usize, error: &ExprError) {
        let path = join(&set.path, &format!("goal[{number}].if"));
        let written = set.raw.goal.get(number).and_then(|raw| raw.condition.as_deref()).unwrap_or_default();
        let place = self.places().inside(&path, written, error.at);
        self.report.add_on(error.ground, place, error.message.clone(), error.help.clone());
    }

    /// Whether the conditions can be asked at all.
    fn can_be_judged(&mut self, set: &Set<'_, '_>, on_machine: bool, goal: &[Option<Condition>]) -> bool {
        let (builds, now) = (set.builds, set.builds.now());
        let last = now.build.events.len();
        let state = if on_machine { now.build.state_after(last) } else { builds.state.clone() };
        let looked_at = if on_machine { None } else { goal::looked_at(&state, Stand::at(state.events)) };
        let scene = Scene { state: &state, whatifs: None, looked_at, ..builds.scene() };
        let mut fine = true;
        for (number, condition) in goal.iter().enumerate() {
            // What only has no value in this build may have one in that of the learner.
            let problem = condition.as_ref().and_then(|condition| condition.held(&scene).err());
            if let Some(error) = problem.filter(|error| error.ground == Ground::Text) {
                self.condition_problem(set, number, &error);
                fine = false;
            }
        }
        fine
    }

    /// Reports a goal that is reached before anything is done: where the learner begins, or by building again. That
    /// nothing has to be done can be what the task is about: then its author names that way.
    fn is_too_easy(&mut self, set: &Set<'_, '_>, on_machine: bool, goal: &[Condition]) {
        let begin = if on_machine {
            held(set.builds, on_machine, goal, NOTHING).unwrap_or_default()
        } else {
            goal::of_stand(goal, &set.builds.staged, set.builds.at.build, Stand::at(set.builds.at.events))
        };
        let mut ways = set.raw.solution.iter().chain(&set.raw.others);
        let is_meant = on_machine && ways.any(|way| way == NOTHING);
        if !begin.is_empty() && begin.iter().all(|held| held.holds) && !is_meant {
            let place = self.places().whole(&join(&set.path, "goal"));
            let here = if on_machine {
                said!("after a build with nothing changed")
            } else {
                said!("where the learner begins")
            };
            let help = said!("ask for more, or put the task in another step");
            self.report.misfit(place, said!("the goal is reached {here}", here), help);
        }
    }

    /// Tries the solution, the other ways and the near misses.
    fn prove(&mut self, set: &Set<'a, '_>, on_machine: bool, goal: &[Condition]) {
        let ways = |list: &'static str, lines: &'a [String], reach: bool| {
            lines.iter().take(MOST_WAYS).enumerate().map(move |(number, line)| (list, number, line, reach))
        };
        let solution = set.raw.solution.as_slice();
        let all = ways("solution", solution, true).chain(ways("others", &set.raw.others, true)).chain(ways(
            "misses",
            &set.raw.misses,
            false,
        ));
        for (list, number, line, reach) in all {
            let path = join(&set.path, &self.item(set, list, number));
            if self.was_dropped(&path) {
                continue;
            }
            match held(set.builds, on_machine, goal, line) {
                Ok(held) if reach => {
                    if let Some((condition, held)) = goal.iter().zip(&held).find(|(_, held)| !held.holds) {
                        let now =
                            held.now.as_ref().map_or_else(Said::default, |now| said!(", it is {}", now.shortly()));
                        let message = said!("this does not reach the goal: {} does not hold{now}", condition.text, now);
                        let help = said!("write a way that reaches it, or put this one under misses:");
                        self.report.misfit(self.places().value(&path), message, help);
                    }
                }
                Ok(held) => {
                    if held.iter().all(|held| held.holds) {
                        let help = said!("tell the two apart by one more condition, or put it under others:");
                        self.report.misfit(self.places().value(&path), said!("this reaches the goal"), help);
                    }
                }
                Err((ground, message)) => self.report.add_on(ground, self.places().value(&path), message, ""),
            }
        }
    }
}

/// Which conditions hold after a way.
fn held(builds: &Builds, on_machine: bool, goal: &[Condition], line: &str) -> Result<Vec<Held>, (Ground, String)> {
    let at = builds.at;
    if !on_machine {
        let from = Stand::at(at.events);
        let stand = moves::read(line, builds.now(), from).map_err(|error| {
            let ground = if error == moves::Nowhere::Unread { Ground::Text } else { Ground::Build };
            (ground, error.to_string())
        })?;
        return Ok(goal::of_stand(goal, &builds.staged, at.build, stand));
    }
    let made = bench::build(builds.whatifs(), line, builds.program()).map_err(|error| {
        let ground = match &error {
            Untried::Unread(_) => Ground::Text,
            Untried::Impossible(error) => error.ground(),
            Untried::Refused(_) | Untried::Unmeasured => Ground::Build,
        };
        (ground, error.to_string())
    })?;
    let mut all = builds.staged.clone();
    all.push(made);
    Ok(goal::of_build(goal, &all))
}
