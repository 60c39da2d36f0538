//! One question and its answers, line by line; with the same commands as a lesson line by line.

use std::io::{BufRead, Write};

use crate::player::{Frame, Journal, Player};
use crate::view::course_words::course_words;
use crate::view::line_words::line_words;
use crate::view::plain::Plain;
use crate::view::words::{fill, words};

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
    /// The learner wants to stop, or the input is over.
    Quit,
}

/// What can be typed besides answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Command {
    Solution,
    Hint,
    Quit,
}

impl Command {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "" | "s" | "solution" => Self::Solution,
            "h" | "hint" => Self::Hint,
            "q" | "quit" | "exit" => Self::Quit,
            _ => return None,
        })
    }
}

impl Asker<'_> {
    /// Asks the question of a frame until it is answered, given up, or nothing more is typed. The question itself is
    /// already on the screen.
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
        let head = self.player.head();
        let said = line_words(head.lang);
        let hints = frame.question.as_ref().map_or(&[][..], |question| &question.hints);
        let (mut given, mut wrong) = (0, 0);
        loop {
            let Some(line) = self.read(input, out)? else { return Ok(Outcome::Quit) };
            let line = line.trim();
            let spelled = line.strip_prefix([':', '：']);
            let command = Command::parse(spelled.unwrap_or(line).trim());
            // What can be an answer is one, unless it is marked as a command.
            let answer = match (spelled, command) {
                (Some(_), _) | (None, Some(Command::Solution)) => None,
                _ => Some(self.player.read_answer(frame.step, line)),
            };
            match (answer, command) {
                (Some(Ok(answer)), _) => {
                    let Some(feedback) = self.player.answer(frame.step, &answer) else { return Ok(Outcome::Quit) };
                    journal.answered(&head.id, &frame.id, feedback.right);
                    let verdict = if feedback.right { said.right } else { said.wrong };
                    write!(out, "\n{verdict}\n")?;
                    let text = self.plain.blocks(&feedback.text);
                    if !text.is_empty() {
                        write!(out, "\n{text}")?;
                    }
                    if feedback.right {
                        return Ok(Outcome::Right { wrong });
                    }
                    wrong += 1;
                    writeln!(out)?;
                }
                (_, Some(Command::Quit)) => return Ok(Outcome::Quit),
                (_, Some(Command::Hint)) => {
                    // After the last one it is given once more.
                    let number = given.min(hints.len().saturating_sub(1));
                    given = number + 1;
                    match hints.get(number) {
                        None => writeln!(out, "{}", said.no_hint)?,
                        Some(hint) => {
                            let heading = fill(said.hint, &[&(number + 1), &hints.len()]);
                            write!(out, "{heading}\n{}\n", self.plain.blocks(hint))?;
                        }
                    }
                }
                (_, Some(Command::Solution)) => {
                    journal.answered(&head.id, &frame.id, false);
                    if let Some(solution) = self.player.solution(frame.step) {
                        let heading = words(head.lang).answer;
                        write!(out, "\n{}", self.plain.headed(heading, &solution.text))?;
                    }
                    return Ok(Outcome::Shown);
                }
                (Some(Err(problem)), None) => writeln!(out, "{problem}")?,
                (None, None) => writeln!(out, "{}", course_words(head.lang).practice_commands)?,
            }
        }
    }

    /// Asks, and reads a line; nothing at the end of the input.
    fn read(&self, input: &mut dyn BufRead, out: &mut dyn Write) -> std::io::Result<Option<String>> {
        const LONGEST: u64 = 10_000;
        if self.prompts {
            write!(out, "{}", course_words(self.player.head().lang).practice_prompt)?;
        }
        out.flush()?;
        let mut line = Vec::new();
        let read = std::io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut line)?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
    }
}
