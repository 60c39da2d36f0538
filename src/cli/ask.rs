//! Asks a question line by line until it is answered, in a lesson and in practice.

use std::io::Write;

use super::line_command::Command;
use crate::terminal::plain::Plain;
use gostep_course::player::{Answer, Frame, Journal, Player};
use gostep_course::words::words;

/// A question that waits for its answer.
pub struct Asker<'a> {
    player: &'a Player,
    plain: Plain,
    /// The frame of the step that asks.
    frame: &'a Frame,
    /// How many hints were given so far.
    hints: usize,
}

/// What a typed line meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineOutcome {
    /// It was an answer.
    Answer {
        /// Whether it was right.
        right: bool,
    },
    /// The reader asked for the solution, which was shown.
    GivenUp,
    /// The line was replied to: it asked for a hint, or could not be an answer.
    Replied,
    /// It was not an answer: a command of the player, or nothing that is known.
    Other(Option<Command>),
}

impl<'a> Asker<'a> {
    /// Waits for the answer to the question of a step, which is already printed. `hints` were given before.
    pub fn new(player: &'a Player, plain: Plain, frame: &'a Frame, hints: usize) -> Self {
        Self { player, plain, frame, hints }
    }

    /// How many hints were given so far.
    pub fn hints(&self) -> usize {
        self.hints
    }

    /// Handles a typed line and prints the reply.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub fn handle_line(
        &mut self,
        line: &str,
        journal: &mut dyn Journal,
        out: &mut dyn Write,
    ) -> std::io::Result<LineOutcome> {
        let (unmarked, marked) = Command::unmarked(line);
        let command = Command::parse(unmarked);
        // A line that can be an answer is one, unless a colon marks it as a command.
        if !marked && !matches!(command, Some(Command::Next | Command::Help)) {
            match self.player.read_answer(self.frame.step, line) {
                Ok(answer) => return self.judge(&answer, journal, out),
                Err(problem) if command.is_none() => {
                    writeln!(out, "{problem}")?;
                    return Ok(LineOutcome::Replied);
                }
                Err(_) => {}
            }
        }
        match command {
            Some(Command::Hint) => self.hint(out).map(|()| LineOutcome::Replied),
            Some(Command::Next | Command::Solution) => self.solution(journal, out).map(|()| LineOutcome::GivenUp),
            other => Ok(LineOutcome::Other(other)),
        }
    }

    fn judge(&self, answer: &Answer, journal: &mut dyn Journal, out: &mut dyn Write) -> std::io::Result<LineOutcome> {
        let Some(feedback) = self.player.answer(self.frame.step, answer) else { return Ok(LineOutcome::Replied) };
        let head = self.player.head();
        let said = &words(head.lang).lines;
        let form = self.frame.question.as_ref().map(|question| &question.form).filter(|form| form.is_task());
        // A try that does not reach the goal of a task is no wrong answer.
        if feedback.right || form.is_none() {
            journal.answered(&head.id, &self.frame.id, feedback.right);
        }
        let task = &words(head.lang).task;
        let heading = match (form.is_some(), feedback.right) {
            (false, true) => said.right,
            (false, false) => said.wrong,
            (true, true) => task.reached,
            (true, false) => task.not_yet,
        };
        write!(out, "\n{heading}\n")?;
        if let Some(form) = form.filter(|_| !feedback.goal.is_empty()) {
            write!(out, "{}", self.plain.goal(form, &feedback.goal))?;
        }
        let text = self.plain.blocks(&feedback.text);
        if !text.is_empty() {
            write!(out, "\n{text}")?;
        }
        Ok(LineOutcome::Answer { right: feedback.right })
    }

    fn solution(&self, journal: &mut dyn Journal, out: &mut dyn Write) -> std::io::Result<()> {
        let head = self.player.head();
        journal.answered(&head.id, &self.frame.id, false);
        let Some(solution) = self.player.solution(self.frame.step) else { return Ok(()) };
        write!(out, "\n{}", self.plain.headed(words(head.lang).frame.answer, &solution.text))
    }

    /// Prints the next hint, or the last one again.
    fn hint(&mut self, out: &mut dyn Write) -> std::io::Result<()> {
        let said = &words(self.player.head().lang).lines;
        let hints = self.frame.question.as_ref().map_or(&[][..], |question| &question.hints);
        let number = self.hints.min(hints.len().saturating_sub(1));
        let Some(hint) = hints.get(number) else { return writeln!(out, "{}", said.no_hint) };
        self.hints = number + 1;
        let heading = said.hint.with([&(number + 1), &hints.len()]);
        write!(out, "{heading}\n{}\n", self.plain.blocks(hint))
    }
}
