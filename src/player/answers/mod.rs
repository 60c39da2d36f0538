//! Answers: read from what was typed, and judged.

mod build;
mod moment;
mod plain;
mod read;
#[cfg(test)]
mod tests;

pub use read::letter;

use super::markdown;
use super::question::{Answer, Feedback};
use crate::lesson::question::{Kind, Question, Wanted};
use crate::whatif::Why;
use crate::words::answers::AnswerWords;
use crate::words::{Lang, words};

/// Judges answers to one question.
pub struct Judge<'a> {
    question: &'a Question,
    lang: Lang,
    words: &'static AnswerWords,
}

/// Whether an answer is right, and what is to be said of it: pieces of Markdown.
type Verdict = (bool, Vec<String>);

impl<'a> Judge<'a> {
    /// For a question, in a language.
    pub fn new(question: &'a Question, lang: Lang) -> Self {
        Self { question, lang, words: &words(lang).answers }
    }

    /// Judges an answer; nothing if it is one to another form of question.
    pub fn judge(&self, answer: &Answer) -> Option<Feedback> {
        let (right, parts) = match (&self.question.kind, answer) {
            (Kind::Choice { options, .. }, Answer::Options(picked)) => self.choice(options, picked),
            (Kind::Number { answer, counted }, Answer::Typed(typed)) => {
                self.number(*answer, read::number(typed)?, counted.as_deref())
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

    /// A right answer, with all that there is to say of it.
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
        Feedback { right, text: markdown::parse(&parts.join("\n\n")) }
    }

    /// The words for one of a few things to pick from, in their order.
    pub fn picks(question: &Question, lang: Lang) -> Vec<String> {
        let words = &words(lang).answers;
        let picks: &[&str] = match question.kind {
            Kind::Linking(_) => &words.yes_no,
            Kind::Failing(_) => &words.tools,
            _ => &[],
        };
        picks.iter().map(|&pick| pick.to_owned()).collect()
    }

    fn why<'w>(&self, why: &'w Why) -> &'w str {
        match self.lang {
            Lang::En => &why.en,
            Lang::Zh => &why.zh,
        }
    }

    /// Names as code, with the commas of the language; of many only some.
    fn names<'n>(&self, names: impl IntoIterator<Item = &'n str>, most: usize) -> String {
        let names: Vec<&str> = names.into_iter().collect();
        let shown = if names.len() > most { most.saturating_sub(1) } else { names.len() };
        let mut text = names[..shown].iter().map(|name| code(name)).collect::<Vec<_>>().join(self.words.comma);
        if shown < names.len() {
            text.push_str(&self.words.and_more.with([&(names.len() - shown)]));
        }
        text
    }
}

/// Text as Markdown code, whatever is in it.
fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
