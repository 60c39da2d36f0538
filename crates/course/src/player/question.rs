//! Questions in the form in which views show them.

use serde::Serialize;

use super::answers::Judge;
use super::markdown::{self, Block};
use crate::lesson::Lesson;
use crate::lesson::question::{Choice, Kind, Question, Wanted};
use crate::words::Lang;
use gostep_sim::hash::Hash;

/// A question without its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// The text of the question.
    pub text: Vec<Block>,
    /// The form of its answer.
    pub form: Form,
    /// Hints, the weakest first.
    pub hints: Vec<Vec<Block>>,
}

impl QuestionView {
    /// Everything that the reader sees before answering.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let choices: &[Vec<Block>] = match &self.form {
            Form::Choice { options: items, .. } | Form::Order { items } => items,
            Form::Machine { goal, .. } | Form::Build { goal } => goal,
            _ => &[],
        };
        self.text.iter().chain(choices.iter().flatten())
    }
}

/// The forms of answers, each with what a view needs to ask for one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Form {
    /// One or more of a few options, with the letters a, b, c and so on.
    Choice {
        /// The options.
        options: Vec<Vec<Block>>,
        /// Whether several may be right.
        many: bool,
    },
    /// A whole number.
    Number,
    /// One or a few words.
    Text,
    /// Items to be put in order, given in the order in which they are shown.
    Order {
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// Packages, by import path.
    Packages {
        /// All packages of the build, in the order in which one worker builds them.
        known: Vec<String>,
        /// Whether the answer may name several packages, or none.
        many: bool,
    },
    /// One of a few words.
    Pick {
        /// The words.
        options: Vec<String>,
    },
    /// A task on a machine: changes and faults as `gostep whatif` takes them, typed in one line for each try.
    Machine {
        /// The conditions that have to hold.
        goal: Vec<Vec<Block>>,
        /// Changes and faults, with `=` behind those that take a value, to complete what is typed.
        changes: Vec<String>,
        /// Those of them that a reader is told who does not know what to type: the faults alone where a fault is it.
        listed: Vec<String>,
        /// The packages.
        packages: Vec<String>,
    },
    /// A task in the build of the step: the reader goes somewhere in it.
    Build {
        /// The conditions that have to hold.
        goal: Vec<Vec<Block>>,
    },
}

impl Form {
    /// Whether something is to be done, not answered. A try that fails is no wrong answer then.
    pub fn is_task(&self) -> bool {
        matches!(self, Self::Machine { .. } | Self::Build { .. })
    }
}

/// Prepares a question for views.
pub fn view(question: &Question, lang: Lang) -> QuestionView {
    let form = match &question.kind {
        Kind::Choice { options, many } => {
            let options = options.iter().map(|option| markdown::parse(&option.text)).collect();
            Form::Choice { options, many: *many }
        }
        Kind::Number { .. } => Form::Number,
        Kind::Text { .. } => Form::Text,
        Kind::Order { shown, order } => {
            let item = |item: &String| if order.by_imports { format!("`{item}`") } else { item.clone() };
            let items = shown.iter().map(|&at| markdown::parse(&item(&order.items[at])));
            Form::Order { items: items.collect() }
        }
        Kind::Moment(moment) => {
            let known = moment.packages.iter().map(|package| package.path.clone()).collect();
            Form::Packages { known, many: matches!(moment.wanted, Wanted::WaitsFor { .. }) }
        }
        Kind::Rebuild(rebuild) => {
            let known = rebuild.imports.iter().map(|(package, _)| package.clone()).collect();
            Form::Packages { known, many: true }
        }
        Kind::Linking(_) | Kind::Failing(_) => Form::Pick { options: Judge::picks(question, lang) },
    };
    QuestionView {
        text: markdown::parse(&question.text),
        form,
        hints: question.hints.iter().map(|hint| markdown::parse(hint)).collect(),
    }
}
/// Shuffles the options of every choice question of a lesson with a seed; 0 keeps the author's order.
///
/// Authors tend to put the right option where it is least obvious, and learners would notice the pattern.
pub(super) fn mix(lesson: &mut Lesson, seed: u64) {
    if seed == 0 {
        return;
    }
    let id = lesson.id.clone();
    for step in &mut lesson.steps {
        let Some(Question { kind: Kind::Choice { options, .. }, .. }) = &mut step.question else { continue };
        let mut keyed: Vec<([u8; 32], Choice)> = (0_usize..)
            .zip(options.drain(..))
            .map(|(at, option)| (Hash::of(format!("{seed} {id} {} {at}", step.id)).0, option))
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        options.extend(keyed.into_iter().map(|(_, option)| option));
    }
}
