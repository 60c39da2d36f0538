//! What the class sees of a step: what it points at, what it shows, the question; the answer and the explanation when
//! they are asked for.

use super::super::page::shown;
use super::super::state::State;
use gostep_course::player::{Answer, Frame, QuestionView, letter};
use gostep_view::blocks::{Block, headed};
use gostep_view::look::{Line, Look, Span};
use gostep_view::shown::{goal, options, question_heading};

/// What the class has been told of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revealed {
    /// The answer.
    pub answer: bool,
    /// The explanation.
    pub explanation: bool,
}

/// A step, broken into lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// All lines.
    pub lines: Vec<Line>,
    /// The rows in which its parts begin, in order.
    pub parts: Vec<usize>,
    /// The row in which the answer begins, if it is told.
    pub answer: Option<usize>,
    /// The row in which the explanation begins, if it is told.
    pub explanation: Option<usize>,
}

/// Whether a step has an explanation that can be told later: there is something else to see before.
pub fn can_wait(frame: &Frame) -> bool {
    let other = !frame.lead.is_empty() || !frame.shows.is_empty() || frame.question.is_some();
    other && !frame.text.is_empty()
}

impl Slide {
    /// Draws a step. Parts have `air` empty lines between them.
    pub fn new(state: &State, answer_heading: &str, told: Revealed, width: usize, air: usize) -> Self {
        let frame = &state.frame;
        let room = state.room(width);
        let mut slide = Self::default();
        let mut add = |part: Vec<Line>| slide.add(part, air);
        if state.step == 0 {
            add(room.prose(&state.player.head().summary));
        }
        add(room.prose(&frame.lead));
        for part in shown::parts(state, &frame.shows, width) {
            add(part);
        }
        if let Some(question) = &frame.question {
            add(room.lay(&asked(state, question, told.answer)));
        }
        if told.answer
            && let Some(solution) = state.player.solution(state.step)
        {
            let part = headed(answer_heading, Look::Done, &solution.text);
            slide.answer = Some(slide.add(room.lay(&part), air));
        }
        if told.explanation || !can_wait(frame) {
            let at = slide.add(room.prose(&frame.text), air);
            slide.explanation = told.explanation.then_some(at);
        }
        slide
    }

    /// Adds a part and tells its first row.
    fn add(&mut self, part: Vec<Line>, air: usize) -> usize {
        if !self.lines.is_empty() && !part.is_empty() {
            self.lines.extend(std::iter::repeat_n(Line::new(), air));
        }
        let at = self.lines.len();
        if !part.is_empty() {
            self.parts.push(at);
        }
        self.lines.extend(part);
        at
    }

    /// The row itself, or the beginning of a part right below it: little is lost, and no part is cut.
    pub fn near(&self, row: usize) -> usize {
        const NEAR: usize = 3;
        let next = self.parts.iter().find(|&&part| part >= row).copied();
        next.filter(|next| next - row <= NEAR).unwrap_or(row)
    }
}

/// A question; when the answer is told, signs say what is right.
fn asked(state: &State, question: &QuestionView, told: bool) -> Vec<Block> {
    let mut blocks = headed(question_heading(question, state.words), Look::Title, &question.text);
    if question.form.is_task() {
        blocks.push(Block::Gap);
        blocks.extend(goal(&question.form, &[]));
    }
    let answer = if told { state.player.right_answer(state.step) } else { None };
    for (at, body) in options(&question.form).into_iter().enumerate() {
        let (sign, look) = sign(answer.as_ref(), at);
        let lead = vec![Span::new(format!("{sign:>2} "), look), Span::new(format!("{} ", letter(at)), Look::Strong)];
        blocks.extend([Block::Gap, Block::Item { lead, body }]);
    }
    blocks
}

/// Whether an option is right, or which place a thing has.
fn sign(answer: Option<&Answer>, at: usize) -> (String, Look) {
    match answer {
        Some(Answer::Options(right)) if right.contains(&at) => ("✓".to_owned(), Look::Done),
        Some(Answer::Options(_)) => ("✗".to_owned(), Look::Wrong),
        Some(Answer::Order(order)) => {
            let place = order.iter().position(|&item| item == at);
            (place.map_or_else(String::new, |place| (place + 1).to_string()), Look::Done)
        }
        _ => (String::new(), Look::Plain),
    }
}
