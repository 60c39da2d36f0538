//! Questions and what is said to answers.

use super::super::blocks::{Block, headed};
use super::super::look::{Look, Span};
use super::step::StepContent;
use gostep_course::player::{Form, GoalView, QuestionView, letter};
use gostep_course::words::Words;

/// What there is to choose from: the body of each option. None where the answer is typed.
pub fn options(form: &Form) -> Vec<Vec<Block>> {
    match form {
        Form::Choice { options, .. } | Form::Order { items: options } => {
            options.iter().map(|option| vec![Block::Prose(option.clone())]).collect()
        }
        Form::Pick { options } => options.iter().map(|option| vec![Block::said(option, Look::Plain)]).collect(),
        Form::Number | Form::Text | Form::Packages { .. } | Form::Machine { .. } | Form::Build { .. } => Vec::new(),
    }
}

/// The word above a question or a task.
pub fn question_heading(question: &QuestionView, words: &Words) -> &'static str {
    if question.form.is_task() { words.task.heading } else { words.frame.question }
}

/// The conditions of a task, with signs for those that hold, as far as something was done.
pub fn goal(form: &Form, now: &[GoalView]) -> Vec<Block> {
    let (Form::Machine { goal, .. } | Form::Build { goal }) = form else { return Vec::new() };
    let conditions = goal.iter().enumerate().map(|(at, text)| {
        let now = now.get(at);
        let (sign, look) = match now {
            None => ("· ", Look::Strong),
            Some(now) if now.holds => ("✓ ", Look::Done),
            Some(_) => ("✗ ", Look::Wrong),
        };
        let lead = vec![Span::plain("  "), Span::new(sign, look)];
        Block::Item { lead, body: vec![Block::Prose(now.map_or(text, |now| &now.text).clone())] }
    });
    conditions.collect()
}

impl StepContent<'_> {
    /// A question with what there is to choose from, for those who only read.
    pub fn question(&self, question: &QuestionView) -> Vec<Block> {
        let words = &self.words.frame;
        let mut blocks = headed(question_heading(question, self.words), Look::Strong, &question.text);
        match &question.form {
            form if form.is_task() => {
                blocks.extend([Block::Gap, Block::said(self.words.task.goal, Look::Plain)]);
                blocks.extend(goal(form, &[]));
            }
            Form::Pick { options } => {
                let names = options.join(words.separator);
                blocks.extend([Block::Gap, Block::led(Span::plain("  "), vec![Span::plain(names)])]);
            }
            form => {
                let options = options(form);
                blocks.extend((!options.is_empty()).then_some(Block::Gap));
                blocks.extend(options.into_iter().enumerate().map(|(at, body)| {
                    let lead = vec![Span::new(format!("  {}) ", letter(at)), Look::Strong)];
                    Block::Item { lead, body }
                }));
            }
        }
        blocks
    }
}
