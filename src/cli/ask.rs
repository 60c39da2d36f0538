//! A question that waits for its answer, line by line: in a lesson and in practice.

use std::io::Write;

use super::line_command::Command;
use crate::view::plain::Plain;
use gostep_course::player::{Answer, Frame, Journal, Player};
use gostep_course::words::words;

/// What happens to a question.
pub struct Asker<'a> {
    player: &'a Player,
    plain: Plain,
    /// The step that asks.
    frame: &'a Frame,
    /// How many hints were given.
    hints: usize,
}

/// What a line was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// An answer: right, or not.
    Answer {
        /// Whether it was right.
        right: bool,
    },
    /// The wish to see the answer, which was shown.
    GivenUp,
    /// Something that was replied to: the wish for a hint, or no possible answer.
    Replied,
    /// No answer: a command of the player, if it is a command at all.
    Other(Option<Command>),
}

impl<'a> Asker<'a> {
    /// Asks the question of a step, after so many hints. The question itself is already on the screen.
    pub fn new(player: &'a Player, plain: Plain, frame: &'a Frame, hints: usize) -> Self {
        Self { player, plain, frame, hints }
    }

    /// How many hints were given.
    pub fn hints(&self) -> usize {
        self.hints
    }

    /// Takes a line, and prints what is said to it.
    ///
    /// # Errors
    /// If nothing can be written.
    pub fn hear(&mut self, line: &str, journal: &mut dyn Journal, out: &mut dyn Write) -> std::io::Result<Heard> {
        let (unmarked, marked) = Command::unmarked(line);
        let command = Command::parse(unmarked);
        // What can be an answer is one, unless it is marked as a command.
        if !marked && !matches!(command, Some(Command::Next | Command::Help)) {
            match self.player.read_answer(self.frame.step, line) {
                Ok(answer) => return self.judge(&answer, journal, out),
                Err(problem) if command.is_none() => {
                    writeln!(out, "{problem}")?;
                    return Ok(Heard::Replied);
                }
                Err(_) => {}
            }
        }
        match command {
            Some(Command::Hint) => self.hint(out).map(|()| Heard::Replied),
            Some(Command::Next | Command::Solution) => self.solution(journal, out).map(|()| Heard::GivenUp),
            other => Ok(Heard::Other(other)),
        }
    }

    fn judge(&self, answer: &Answer, journal: &mut dyn Journal, out: &mut dyn Write) -> std::io::Result<Heard> {
        let Some(feedback) = self.player.answer(self.frame.step, answer) else { return Ok(Heard::Replied) };
        let head = self.player.head();
        let said = &words(head.lang).lines;
        journal.answered(&head.id, &self.frame.id, feedback.right);
        write!(out, "\n{}\n", if feedback.right { said.right } else { said.wrong })?;
        let text = self.plain.blocks(&feedback.text);
        if !text.is_empty() {
            write!(out, "\n{text}")?;
        }
        Ok(Heard::Answer { right: feedback.right })
    }

    fn solution(&self, journal: &mut dyn Journal, out: &mut dyn Write) -> std::io::Result<()> {
        let head = self.player.head();
        journal.answered(&head.id, &self.frame.id, false);
        let Some(solution) = self.player.solution(self.frame.step) else { return Ok(()) };
        write!(out, "\n{}", self.plain.headed(words(head.lang).frame.answer, &solution.text))
    }

    /// The next hint; after the last one it is given once more.
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
