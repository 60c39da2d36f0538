//! Questions and what is said to answers.

use super::super::blocks::{Block, headed};
use super::super::look::{Look, Span};
use super::step::StepContent;
use gostep_course::player::{Form, QuestionView, letter};

/// What there is to choose from: the body of each option. None where the answer is typed.
pub fn options(form: &Form) -> Vec<Vec<Block>> {
    match form {
        Form::Choice { options, .. } | Form::Order { items: options } => {
            options.iter().map(|option| vec![Block::Prose(option.clone())]).collect()
        }
        Form::Pick { options } => options.iter().map(|option| vec![Block::said(option, Look::Plain)]).collect(),
        Form::Number | Form::Text | Form::Packages { .. } => Vec::new(),
    }
}

impl StepContent<'_> {
    /// A question with what there is to choose from, for those who only read.
    pub fn question(&self, question: &QuestionView) -> Vec<Block> {
        let words = &self.words.frame;
        let mut blocks = headed(words.question, Look::Strong, &question.text);
        match &question.form {
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
