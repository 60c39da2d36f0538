//! Reads typed answers and judges them.

mod build;
mod judge;
mod letters;
mod moment;
mod plain;
mod read;
#[cfg(test)]
mod tests;

pub use judge::{Judge, code};
pub use letters::letter;

use super::answer::{Answer, Feedback};
use super::markdown;
use crate::lesson::question::{Kind, Wanted};

impl Judge<'_> {
    /// Judges an answer; `None` if it does not have the form that the question asks for.
    pub fn judge(&self, answer: &Answer) -> Option<Feedback> {
        let (right, parts) = match (&self.question.kind, answer) {
            (Kind::Choice { options, .. }, Answer::Options(picked)) => self.choice(options, picked),
            (Kind::Number { answer, counted }, Answer::Typed(typed)) => {
                self.number(*answer, letters::number(typed)?, counted.as_deref())
            }
            (Kind::Text { accepted }, Answer::Typed(typed)) => self.text(accepted, typed),
            (Kind::Order { shown, order }, Answer::Order(places)) => self.order(shown, order, places)?,
            (Kind::Moment(moment), Answer::Packages(packages)) => self.moment(moment, packages),
            (Kind::Rebuild(rebuild), Answer::Packages(packages)) => self.rebuild(rebuild, packages),
            (Kind::Linking(linking), Answer::Options(picked)) => self.linking(linking, picked)?,
            (Kind::Failing(failing), Answer::Options(picked)) => self.failing(failing, picked)?,
            _ => return None,
        };
        Some(self.feedback(right, parts))
    }

    /// A right answer with its complete explanation.
    pub fn solution(&self) -> Feedback {
        let parts = match &self.question.kind {
            Kind::Choice { options, .. } => Self::right_options(options),
            Kind::Number { answer, counted } => self.right_number(*answer, counted.as_deref()),
            Kind::Text { accepted } => accepted.first().map(|answer| format!("**{answer}**")).into_iter().collect(),
            Kind::Order { order, .. } => self.right_order(order),
            Kind::Moment(moment) => self.right_moment(moment),
            Kind::Rebuild(rebuild) => self.right_rebuild(rebuild),
            Kind::Linking(linking) => self.right_linking(linking),
            Kind::Failing(failing) => self.right_failing(failing),
        };
        self.feedback(true, parts)
    }

    /// An answer that is right.
    pub fn right_answer(&self) -> Answer {
        let owned = |paths: &[&str]| paths.iter().map(|&path| path.to_owned()).collect();
        match &self.question.kind {
            Kind::Choice { options, .. } => {
                Answer::Options((0..options.len()).filter(|&number| options[number].right).collect())
            }
            Kind::Number { answer, .. } => Answer::Typed(answer.to_string()),
            Kind::Text { accepted } => Answer::Typed(accepted.first().cloned().unwrap_or_default()),
            Kind::Order { shown, order } => {
                let place = |item: usize| shown.iter().position(|&at| at == item);
                Answer::Order(order.right().into_iter().filter_map(place).collect())
            }
            Kind::Moment(moment) => {
                let all = moment.right();
                let one = if matches!(moment.wanted, Wanted::WaitsFor { .. }) { all.len() } else { 1 };
                Answer::Packages(owned(&all[..one.min(all.len())]))
            }
            Kind::Rebuild(rebuild) => {
                let certain = rebuild.compiled.iter().filter(|rebuilt| rebuilt.certain);
                Answer::Packages(certain.map(|rebuilt| rebuilt.path.clone()).collect())
            }
            Kind::Linking(linking) => Answer::Options(vec![usize::from(linking.why.is_none())]),
            Kind::Failing(failing) => Answer::Options(vec![failing.right]),
        }
    }

    fn feedback(&self, right: bool, mut parts: Vec<String>) -> Feedback {
        parts.push(if right { self.question.right.clone() } else { self.question.wrong.clone() });
        parts.retain(|part| !part.trim().is_empty());
        Feedback { right, text: markdown::parse(&parts.join("\n\n")), goal: Vec::new() }
    }
}
