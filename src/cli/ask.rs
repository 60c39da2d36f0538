//! A question and its answers, line by line: in a dumb terminal, for a screen reader, from a pipe.

use std::io::{BufRead, Write};

use crate::player::{Frame, Journal, Player};
use crate::view::course_words::course_words;
use crate::view::plain::Plain;

/// Asks questions of one lesson.
pub struct Asker<'a> {
    /// The lesson.
    pub player: &'a Player,
    /// How it is drawn.
    pub plain: Plain,
    /// Whether somebody types: then there are prompts.
    pub prompts: bool,
}

/// How a question ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A right answer, after so many wrong ones.
    Right {
        /// How many.
        wrong: usize,
    },
    /// The learner asked for the solution.
    Shown,
    /// The learner went on without an answer.
    Skipped,
    /// The learner wants to stop, or the input is over.
    Quit,
}

/// What was typed.
enum Typed<'a> {
    Answer(&'a str),
    Hint,
    Solution,
    Skip,
    Quit,
}

fn understand(line: &str) -> Typed<'_> {
    match line.trim() {
        "" => Typed::Skip,
        "?" | "？" => Typed::Hint,
        "!" | "！" => Typed::Solution,
        "q" => Typed::Quit,
        answer => Typed::Answer(answer),
    }
}

impl Asker<'_> {
    /// Asks the question of a frame until it is answered, given up, skipped, or nothing more is typed. The question
    /// itself is already on the screen.
    ///
    /// # Errors
    /// If nothing can be read or written.
    pub fn ask(
        &self,
        frame: &Frame,
        journal: &mut dyn Journal,
        input: &mut dyn BufRead,
        out: &mut dyn Write,
    ) -> std::io::Result<Outcome> {
        let Some(question) = &frame.question else { return Ok(Outcome::Skipped) };
        let (lesson, words) = (&self.player.head().id, course_words(self.player.head().lang));
        let mut hints = question.hints.iter();
        let mut wrong = 0;
        // What could be typed is what is said to nothing at all.
        let mut guide = self.player.read_answer(frame.step, "").err();
        loop {
            if self.prompts {
                let keys = if hints.len() > 0 { words.answer_keys } else { words.answer_keys_without_hint };
                let guide = guide.take().into_iter().chain([keys.to_owned()]).collect::<Vec<_>>().join("\n");
                write!(out, "\n{}> ", self.plain.remark(&guide))?;
                out.flush()?;
            }
            let mut line = String::new();
            if input.read_line(&mut line)? == 0 {
                return Ok(Outcome::Quit);
            }
            let feedback = match understand(&line) {
                Typed::Quit => return Ok(Outcome::Quit),
                Typed::Skip => return Ok(Outcome::Skipped),
                Typed::Hint => {
                    match hints.next() {
                        Some(hint) => write!(out, "\n{}", self.plain.headed(words.hint, hint))?,
                        None => write!(out, "\n{}", self.plain.remark(words.no_hint))?,
                    }
                    continue;
                }
                Typed::Solution => {
                    journal.answered(lesson, &frame.id, false);
                    if let Some(solution) = self.player.solution(frame.step) {
                        write!(out, "\n{}", self.plain.headed(words.solution, &solution.text))?;
                    }
                    return Ok(Outcome::Shown);
                }
                Typed::Answer(typed) => match self.player.read_answer(frame.step, typed) {
                    Ok(answer) => self.player.answer(frame.step, &answer),
                    Err(problem) => {
                        write!(out, "\n{}", self.plain.remark(&problem))?;
                        continue;
                    }
                },
            };
            let Some(feedback) = feedback else { return Ok(Outcome::Skipped) };
            journal.answered(lesson, &frame.id, feedback.right);
            let heading = if feedback.right { words.right } else { words.wrong };
            write!(out, "\n{}", self.plain.headed(heading, &feedback.text))?;
            if feedback.right {
                return Ok(Outcome::Right { wrong });
            }
            wrong += 1;
        }
    }
}
