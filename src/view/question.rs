//! Questions and what is said to answers, as lines.

use unicode_width::UnicodeWidthStr;

use super::inline::wrap;
use super::markdown;
use super::paint::{Line, Look, Span};
use gostep_course::player::markdown::Block;
use gostep_course::player::{Feedback, Form, QuestionView, letter};
use gostep_course::words::frame::FrameWords;

/// Draws questions.
#[derive(Clone, Copy)]
pub struct Questions {
    /// The program's words.
    pub words: &'static FrameWords,
    /// Columns.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
}

impl Questions {
    /// A question with what there is to choose from.
    pub fn draw(self, question: &QuestionView) -> Vec<Line> {
        let mut lines = self.headed(self.words.question, &question.text);
        match &question.form {
            Form::Choice { options, .. } => {
                lines.push(Line::new());
                for (number, option) in options.iter().enumerate() {
                    lines.extend(self.led(&format!("  {}) ", letter(number)), option));
                }
            }
            Form::Order { items } => {
                lines.push(Line::new());
                for (number, item) in items.iter().enumerate() {
                    lines.extend(self.led(&format!("  {}) ", letter(number)), item));
                }
            }
            Form::Pick { options } => {
                lines.push(Line::new());
                let words = options.join(self.words.separator);
                lines.extend(wrap(&[Span::plain(words)], &Span::plain("  "), self.width));
            }
            Form::Number | Form::Text | Form::Packages { .. } => {}
        }
        lines
    }

    /// The answer, for those who only read.
    pub fn solution(self, solution: &Feedback) -> Vec<Line> {
        self.headed(self.words.answer, &solution.text)
    }

    /// A heading, and the text beside it if it begins with a paragraph.
    fn headed(self, heading: &str, blocks: &[Block]) -> Vec<Line> {
        let mut lines = wrap(&[Span::new(heading, Look::Strong)], &Span::plain(""), self.width);
        lines.extend(markdown::draw(blocks, self.width, self.colour));
        lines
    }

    /// Blocks behind a letter.
    fn led(self, lead: &str, blocks: &[Block]) -> Vec<Line> {
        let indent = lead.width();
        let lines = markdown::draw(blocks, self.width.saturating_sub(indent), self.colour);
        let leads = std::iter::once(Span::new(lead, Look::Strong));
        let leads = leads.chain(std::iter::repeat(Span::plain(" ".repeat(indent))));
        leads.zip(lines).map(|(lead, line)| std::iter::once(lead).chain(line).collect()).collect()
    }
}
