//! A lesson line by line, for screen readers and terminals that can do no more: what is typed is read when Enter is
//! pressed, and nothing that was printed is ever changed.

use std::io::{BufRead, Write};

use crate::player::{Cursor, Frame, Journal, Player};
use crate::view::line_words::{LineWords, line_words};
use crate::view::plain::Plain;
use crate::view::words::{fill, words};

/// What a reader can do besides answering.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Command {
    Next,
    Back,
    GoTo(String),
    Hint,
    Solution,
    Again,
    Help,
    Quit,
}

impl Command {
    fn parse(line: &str) -> Option<Self> {
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        Some(match (word, rest) {
            ("" | "n" | "next", "") => Self::Next,
            ("b" | "back" | "p", "") => Self::Back,
            ("g" | "go", step) if !step.is_empty() => Self::GoTo(step.to_owned()),
            ("h" | "hint", "") => Self::Hint,
            ("s" | "solution", "") => Self::Solution,
            ("r", "") => Self::Again,
            ("?" | "？" | "help", "") => Self::Help,
            ("q" | "quit" | "exit", "") => Self::Quit,
            (number, "") if number.parse::<usize>().is_ok() => Self::GoTo(number.to_owned()),
            _ => return None,
        })
    }
}

/// Plays from a step on until the reader quits or the input ends.
pub fn play(
    player: &Player,
    plain: Plain,
    first: usize,
    journal: &mut dyn Journal,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let words = line_words(player.head().lang);
    let mut cursor = Cursor::new(player.len());
    cursor.jump(first);
    let mut lines = Lines { player, plain, words, cursor, open: false, hints: 0, journal, input, out };
    lines.run()
}

struct Lines<'a> {
    player: &'a Player,
    plain: Plain,
    words: &'static LineWords,
    cursor: Cursor,
    /// Whether the question of the step waits for an answer.
    open: bool,
    /// How many hints were given.
    hints: usize,
    journal: &'a mut dyn Journal,
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
}

impl Lines<'_> {
    fn run(&mut self) -> std::io::Result<()> {
        if self.cursor.at() == 0 {
            let title = self.plain.title(self.player);
            writeln!(self.out, "{title}")?;
        }
        self.step()?;
        while let Some(line) = self.read()? {
            if !self.obey(line.trim())? {
                break;
            }
        }
        let head = self.player.head();
        let stopped = fill(words(head.lang).stopped_at, &[&(self.cursor.at() + 1), &self.player.len(), &head.id]);
        writeln!(self.out, "{stopped}")
    }

    fn frame(&self) -> Option<Frame> {
        self.player.frame(self.cursor.at())
    }

    /// Prints the step, up to its question if it has one.
    fn step(&mut self) -> std::io::Result<()> {
        let Some(frame) = self.frame() else { return Ok(()) };
        self.journal.reached(&self.player.head().id, &frame.id);
        self.open = frame.question.is_some();
        self.hints = 0;
        let text = self.plain.until_answer(self.player, &frame);
        write!(self.out, "{text}")?;
        if !self.open {
            self.explanation(&frame)?;
        }
        writeln!(self.out)
    }

    fn explanation(&mut self, frame: &Frame) -> std::io::Result<()> {
        let text = self.plain.after_answer(self.player, frame);
        if !text.is_empty() {
            write!(self.out, "\n{text}")?;
        }
        Ok(())
    }

    /// Asks, and reads a line; nothing at the end of the input.
    fn read(&mut self) -> std::io::Result<Option<String>> {
        const LONGEST: u64 = 10_000;
        let is_last = self.cursor.at() + 1 == self.player.len();
        let prompt = match (self.open, is_last) {
            (true, _) => self.words.answer,
            (false, true) => self.words.last,
            (false, false) => self.words.next,
        };
        write!(self.out, "{prompt}")?;
        self.out.flush()?;
        let mut line = Vec::new();
        let read = std::io::Read::take(&mut *self.input, LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        Ok(Some(String::from_utf8_lossy(&line).into_owned()))
    }

    /// Does what the line says; tells whether to go on.
    fn obey(&mut self, line: &str) -> std::io::Result<bool> {
        let spelled = line.strip_prefix(':').or_else(|| line.strip_prefix('：'));
        let command = Command::parse(spelled.unwrap_or(line).trim());
        if self.open && spelled.is_none() && !matches!(command, Some(Command::Next | Command::Help)) {
            match self.player.read_answer(self.cursor.at(), line) {
                Ok(answer) => return self.answer(&answer).map(|()| true),
                Err(problem) if command.is_none() => return writeln!(self.out, "{problem}").map(|()| true),
                Err(_) => {}
            }
        }
        match command {
            None => writeln!(self.out, "{}", fill(self.words.unknown, &[&line]))?,
            Some(Command::Next | Command::Solution) if self.open => self.solution()?,
            Some(Command::Next) => {
                if !self.cursor.forward() {
                    return Ok(false);
                }
                self.step()?;
            }
            Some(Command::Back) if self.cursor.back() => self.step()?,
            Some(Command::Back) => writeln!(self.out, "{}", self.words.first_step)?,
            Some(Command::GoTo(step)) => match self.player.find(&step) {
                Some(step) => {
                    self.cursor.jump(step);
                    self.step()?;
                }
                None => writeln!(self.out, "{}", fill(self.words.no_such_step, &[&step, &self.player.len()]))?,
            },
            Some(Command::Hint) => self.hint()?,
            Some(Command::Solution) => writeln!(self.out, "{}", self.words.no_question)?,
            Some(Command::Again) => self.step()?,
            Some(Command::Help) => writeln!(self.out, "{}\n", self.words.help)?,
            Some(Command::Quit) => return Ok(false),
        }
        Ok(true)
    }

    fn answer(&mut self, answer: &crate::player::Answer) -> std::io::Result<()> {
        let (Some(frame), Some(feedback)) = (self.frame(), self.player.answer(self.cursor.at(), answer)) else {
            return Ok(());
        };
        self.journal.answered(&self.player.head().id, &frame.id, feedback.right);
        let said = if feedback.right { self.words.right } else { self.words.wrong };
        write!(self.out, "\n{said}\n")?;
        let text = self.plain.blocks(&feedback.text);
        if !text.is_empty() {
            write!(self.out, "\n{text}")?;
        }
        if feedback.right {
            self.open = false;
            self.explanation(&frame)?;
        }
        writeln!(self.out)
    }

    fn solution(&mut self) -> std::io::Result<()> {
        let (Some(frame), Some(solution)) = (self.frame(), self.player.solution(self.cursor.at())) else {
            return Ok(());
        };
        self.journal.answered(&self.player.head().id, &frame.id, false);
        self.open = false;
        let text = self.plain.headed(words(self.player.head().lang).answer, &solution.text);
        write!(self.out, "\n{text}")?;
        self.explanation(&frame)?;
        writeln!(self.out)
    }

    fn hint(&mut self) -> std::io::Result<()> {
        let question = self.frame().and_then(|frame| frame.question).filter(|_| self.open);
        let Some(question) = question else { return writeln!(self.out, "{}", self.words.no_question) };
        let all = question.hints.len();
        // After the last one it is given once more.
        let number = self.hints.min(all.saturating_sub(1));
        let Some(hint) = question.hints.get(number) else { return writeln!(self.out, "{}", self.words.no_hint) };
        self.hints = number + 1;
        let text = self.plain.blocks(hint);
        write!(self.out, "{}\n{text}\n", fill(self.words.hint, &[&(number + 1), &all]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_words() {
        assert_eq!(Command::parse(""), Some(Command::Next));
        assert_eq!(Command::parse("b"), Some(Command::Back));
        assert_eq!(Command::parse("g  recap "), Some(Command::GoTo("recap".to_owned())));
        assert_eq!(Command::parse("12"), Some(Command::GoTo("12".to_owned())));
        assert_eq!(Command::parse("？"), Some(Command::Help));
        for nothing in ["g", "x", "b a", "hint please"] {
            assert_eq!(Command::parse(nothing), None, "{nothing}");
        }
    }
}
