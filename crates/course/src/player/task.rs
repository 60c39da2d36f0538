//! Tasks: what they look like, and what is said to what the reader did.

use super::answer::{Answer, Feedback, GoalView};
use super::answers::code;
use super::markdown;
use super::question::{Form, QuestionView};
use crate::lesson::task::bench::{Bench, Untried};
use crate::lesson::task::goal::{self, Held, Stand};
use crate::lesson::task::moves::{self, Nowhere};
use crate::lesson::task::typed::Unread;
use crate::lesson::task::{On, Task};
use crate::lesson::value::Value;
use crate::lesson::{At, Lesson, StagedBuild};
use crate::words::{Words, words};
use gostep_sim::gobuild::{ActionState, FaultKind};
use gostep_sim::whatif::{KINDS, LinkReport, Outcome};

/// Only so many characters of what is typed are read.
const MOST_TYPED: usize = 1000;
/// More names are counted only.
const MOST_NAMES: usize = 6;

/// Prepares a task for views.
pub fn view(task: &Task) -> QuestionView {
    let goal = task.goal.iter().map(|condition| markdown::parse(&condition.text)).collect();
    let form = match &task.on {
        On::Machine(bench) => {
            let changes = changes();
            let listed = listed(&changes, &task.solution);
            Form::Machine { goal, changes, listed, packages: bench.packages() }
        }
        On::Build => Form::Build { goal },
    };
    QuestionView {
        text: markdown::parse(&task.text),
        form,
        hints: task.hints.iter().map(|hint| markdown::parse(hint)).collect(),
    }
}

/// What a word of a line can be: a change or a fault, with `=` behind it if it takes a value.
fn changes() -> Vec<String> {
    let changes = KINDS.iter().map(|kind| (kind.name, kind.value));
    let faults = FaultKind::ALL.into_iter().map(|kind| (kind.name(), "PKG"));
    let names = changes.chain(faults).map(|(name, value)| format!("{name}{}", if value.is_empty() { "" } else { "=" }));
    names.collect()
}

/// The changes, or where the solution has a fault, the faults.
fn listed(changes: &[String], solution: &str) -> Vec<String> {
    let (changes, faults) = changes.split_at(KINDS.len());
    let is_fault = |word: &str| faults.iter().any(|fault| word.starts_with(fault.as_str()));
    if solution.split_whitespace().any(is_fault) { faults.to_vec() } else { changes.to_vec() }
}

/// A task that a reader works at.
pub struct Doing<'a> {
    pub lesson: &'a Lesson,
    pub at: At,
    pub task: &'a Task,
}

impl Doing<'_> {
    /// Reads a typed line.
    ///
    /// # Errors
    /// If it can be nothing of the kind. The error tells in the language of the reader what can be.
    pub fn read(&self, line: &str) -> Result<Answer, String> {
        let line: String = line.trim().chars().take(MOST_TYPED).collect();
        let line = super::sanitize(&line);
        let words = &self.words().task;
        match &self.task.on {
            On::Machine(bench) => match bench.read(&line) {
                Ok(()) => Ok(Answer::Typed(line)),
                Err(Unread::Empty) => Err(words.type_a_change.to_owned()),
                Err(Unread::OpenQuote) => Err(words.open_quote.to_owned()),
                Err(Unread::Flag(flag)) => Err(words.no_such_flag.with([&flag])),
                Err(Unread::Target { target, program }) => Err(words.no_such_target.with([&target, &program])),
            },
            On::Build => {
                moves::read(&line, self.staged(), Stand::at(self.at.events)).map(Answer::Stand).map_err(|error| {
                    match error {
                        Nowhere::Unread => words.type_a_place.to_owned(),
                        Nowhere::NotFound(text) => words.not_found.with([&text]),
                        Nowhere::NoLine(_) | Nowhere::NotReached(_) => words.not_reached.with([&line]),
                    }
                })
            }
        }
    }

    /// Says what came of it; nothing if it is not what this task takes.
    pub fn judge(&self, answer: &Answer) -> Option<Feedback> {
        match (&self.task.on, answer) {
            (On::Machine(bench), Answer::Typed(line)) => Some(self.tried(bench, line)),
            (On::Build, Answer::Stand(stand)) => Some(self.stood(*stand)),
            _ => None,
        }
    }

    /// The best way that is known, and what comes of it.
    pub fn solution(&self) -> Option<Feedback> {
        let feedback = self.judge(&self.right_answer()?)?;
        let mut text = match self.task.on {
            On::Machine(_) => markdown::parse(&format!("**{}**", code(&self.task.solution))),
            On::Build => Vec::new(),
        };
        text.extend(feedback.text);
        Some(Feedback { text, ..feedback })
    }

    /// What the reader would have done.
    pub fn right_answer(&self) -> Option<Answer> {
        self.read(&self.task.solution).ok()
    }

    fn words(&self) -> &'static Words {
        words(self.lesson.lang)
    }

    fn staged(&self) -> &StagedBuild {
        &self.lesson.builds[self.at.build]
    }

    fn tried(&self, bench: &Bench, line: &str) -> Feedback {
        let words = &self.words().task;
        let made = match bench.build(line) {
            Ok(made) => made,
            Err(error) => {
                let said = match error {
                    Untried::Refused(said) => words.refused.with([&code(said)]),
                    Untried::Unmeasured => words.unmeasured.to_owned(),
                    Untried::Unread(_) | Untried::Impossible(_) => {
                        words.impossible.with([&self.words().lang.says(&error.said())])
                    }
                };
                return Feedback { right: false, text: markdown::parse(&said), goal: Vec::new() };
            }
        };
        let said = self.did(&made);
        let mut builds = self.lesson.builds[..=self.at.build].to_vec();
        builds.push(made);
        self.feedback(said, &goal::of_build(&self.task.goal, &builds))
    }

    fn stood(&self, stand: Stand) -> Feedback {
        let (words, staged) = (&self.words().task, self.staged());
        let state = staged.build.state_after(stand.events.min(staged.build.events.len()));
        let looked_at = goal::looked_at(&state, stand);
        let said = looked_at.and_then(|at| Some((at, staged.transcript.get(at)?))).map(|(at, block)| {
            let package = staged.build.program.display_path(staged.build.plan.action(block.action).package);
            let name = code(block.step.tool());
            words.here.with([&(at + 1), &staged.transcript.len(), &staged.lines[at], &name, &code(package)])
        });
        let is_done = |state| matches!(state, ActionState::Done | ActionState::Reused);
        let done = staged.packages.iter().filter(|&&package| is_done(staged.state_of(&state, package))).count();
        let said =
            [said.unwrap_or_else(|| words.at_start.to_owned()), words.done.with([&done, &staged.packages.len()])];
        self.feedback(
            vec![said.join(self.words().small.blank)],
            &goal::of_stand(&self.task.goal, &self.lesson.builds, self.at.build, stand),
        )
    }

    fn feedback(&self, mut said: Vec<String>, held: &[Held]) -> Feedback {
        let right = !held.is_empty() && held.iter().all(|held| held.holds);
        if right {
            said.push(self.task.right.clone());
        }
        said.retain(|part| !part.trim().is_empty());
        let goal = self.task.goal.iter().zip(held).map(|(condition, held)| {
            let now = held.now.as_ref().filter(|_| !held.holds);
            let now = now.map_or_else(String::new, |now| {
                self.words().task.now.with([&now.briefly(self.lesson.lang, MOST_NAMES)])
            });
            GoalView { holds: held.holds, text: markdown::parse(&format!("{}{now}", condition.text)) }
        });
        Feedback { right, text: markdown::parse(&said.join("\n\n")), goal: goal.collect() }
    }

    /// What a build did.
    fn did(&self, made: &StagedBuild) -> Vec<String> {
        let (words, report) = (self.words(), &made.report);
        let said = &words.task;
        let (mut failed, mut parts) = (Vec::new(), Vec::new());
        if let Some(failure) = report.failures.first() {
            let tool = failure.tool;
            failed.push(match failure.package.as_deref() {
                _ if tool == "go" => words.answers.go_says.with([&code(failure.said())]),
                Some(package) if tool != "link" => {
                    words.answers.tool_says_of.with([&code(tool), &code(package), &code(failure.said())])
                }
                _ => words.answers.tool_says.with([&code(tool), &code(failure.said())]),
            });
        } else {
            let compiled = report.packages.iter().filter(|p| matches!(p.outcome, Outcome::Compiled { .. }));
            let names: Vec<String> = compiled.map(|package| package.package.clone()).collect();
            let (count, all) = (names.len(), report.all_packages);
            let names = Value::List(names).briefly(self.lesson.lang, MOST_NAMES);
            parts.push(match count {
                0 => said.compiles_nothing.to_owned(),
                _ => said.compiles.with([&count, &all, &names]),
            });
            match report.link {
                LinkReport::Linked(_) => parts.push(said.links.to_owned()),
                LinkReport::UpToDate => parts.push(said.does_not_link.to_owned()),
                _ => {}
            }
        }
        let lines = made.lines.last().map_or(0, |line| line - 1);
        let hundredths = (made.build.duration() + 5_000) / 10_000;
        let time = format!("{}.{:02} s", hundredths / 100, hundredths % 100);
        parts.push(said.log.with([&lines, &time]));
        let mut said = failed;
        said.push(parts.join(words.small.blank));
        said.extend(report.unnoticed.iter().map(|unnoticed| words.reasons.cause(&unnoticed.cause)));
        said
    }
}
