//! What is said to answers, in the words of the terminal.

use serde::Serialize;

use super::error::PageError;
use super::request::Given;
use gostep_course::player::{Answer, Feedback, Frame, Player, Stand, markdown};
use gostep_course::words::words;
use gostep_view::html::{blocks, prose};
use gostep_view::shown;

/// What is said to an answer.
#[derive(Debug, Serialize)]
pub struct AnswerReply {
    /// Whether it was right; nothing for a hint, or if it is no answer, or a try that does not reach the goal of a task.
    pub right: Option<bool>,
    /// The word above.
    heading: &'static str,
    /// What is said.
    html: String,
    /// For a task, its conditions as they are now.
    goal: Option<String>,
}

impl AnswerReply {
    fn new(right: Option<bool>, heading: &'static str, text: &[markdown::Block]) -> Self {
        Self { right, heading, html: prose(text).into_string(), goal: None }
    }
}

/// Judges an answer to the question of a step, or what was done in its task.
pub fn judge(player: &Player, frame: &Frame, given: &Given) -> Result<AnswerReply, PageError> {
    let step = frame.step;
    let own = &words(player.head().lang).screen;
    let answer = match given {
        Given::Options(picked) if picked.is_empty() => return Err(PageError::new(own.pick_first)),
        Given::Options(picked) => Answer::Options(picked.clone()),
        Given::Order(places) => Answer::Order(places.clone()),
        Given::Typed(typed) if typed.trim().is_empty() => return Err(PageError::new(own.type_first)),
        Given::Stand { block } => Answer::Stand(Stand { events: frame.moment.events, block: *block }),
        Given::Typed(typed) => player.read_answer(step, typed).map_err(PageError::new)?,
    };
    let Some(Feedback { right, text, goal }) = player.answer(step, &answer) else {
        return Err(PageError::new(own.pick_first));
    };
    if let Some(question) = frame.question.as_ref().filter(|question| question.form.is_task()) {
        let task = &words(player.head().lang).task;
        let heading = if right { task.reached } else { task.not_yet };
        let reply = AnswerReply::new(right.then_some(true), heading, &text);
        let goal = (!goal.is_empty()).then(|| blocks(&shown::goal(&question.form, &goal)).into_string());
        return Ok(AnswerReply { goal, ..reply });
    }
    Ok(AnswerReply::new(Some(right), if right { own.right } else { own.wrong }, &text))
}

/// A hint, by its number.
pub fn hint(player: &Player, frame: &Frame, number: usize) -> Result<AnswerReply, PageError> {
    let own = &words(player.head().lang).screen;
    let hint = frame.question.as_ref().and_then(|question| question.hints.get(number));
    let hint = hint.ok_or_else(|| PageError::new(own.next_is_answer))?;
    Ok(AnswerReply::new(None, own.hint, hint))
}

/// The right answer.
pub fn solution(player: &Player, step: usize) -> Result<AnswerReply, PageError> {
    let words = words(player.head().lang);
    let told = player.solution(step).ok_or_else(|| PageError::new(words.present.no_question))?;
    Ok(AnswerReply::new(None, words.screen.told, &told.text))
}
