//! Questions as views see them, the answers that readers give, and what is said to those.

use serde::Serialize;

use super::answers::Judge;
use super::markdown::{self, Block};
use crate::lesson::Lesson;
use crate::lesson::question::{Choice, Kind, Question, Wanted};
use crate::words::Lang;
use gostep_sim::hash::Hash;

/// A question, without its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// What is asked.
    pub text: Vec<Block>,
    /// What kind of answer is wanted.
    pub form: Form,
    /// Hints, from weak to strong.
    pub hints: Vec<Vec<Block>>,
}

impl QuestionView {
    /// All that is read before the answer.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        let choices: &[Vec<Block>] = match &self.form {
            Form::Choice { options: items, .. } | Form::Order { items } => items,
            _ => &[],
        };
        self.text.iter().chain(choices.iter().flatten())
    }
}

/// Forms of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Form {
    /// Some of a few sentences, called a, b, c and so on.
    Choice {
        /// The sentences.
        options: Vec<Vec<Block>>,
        /// Whether several may be right.
        many: bool,
    },
    /// A whole number.
    Number,
    /// A word or a few.
    Text,
    /// Things to put in order, in the order in which they are shown.
    Order {
        /// The things.
        items: Vec<Vec<Block>>,
    },
    /// Packages, by import path.
    Packages {
        /// All that there are, in the order in which one worker builds them.
        known: Vec<String>,
        /// Whether it may be several, or none.
        many: bool,
    },
    /// One of a few words.
    Pick {
        /// The words.
        options: Vec<String>,
    },
}

/// Prepares a question.
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
/// Puts the options of every choice of a lesson into the order that follows from a seed; 0 leaves them as written.
///
/// Whoever writes options puts the right one where it seems least obvious, and learners find out where that is.
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
