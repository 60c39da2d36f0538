//! Plays a lesson line by line, for screen readers and simple terminals: input is read when Enter is pressed, and
//! printed text never changes.

use std::io::{BufRead, Write};

use super::ask::{Asker, LineOutcome};
use super::line_command::{Command, read_line};
use crate::terminal::plain::Plain;
use gostep_course::player::markdown::Block;
use gostep_course::player::{Cursor, Form, Frame, Journal, Player};
use gostep_course::words::lines::LineWords;
use gostep_course::words::{of_commands, words};

/// Plays from a step on until the reader quits or the input ends. Returns the index of the last step.
pub fn play(
    player: &Player,
    plain: Plain,
    first: usize,
    journal: &mut dyn Journal,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
) -> std::io::Result<usize> {
    let words = &words(player.head().lang).lines;
    let mut cursor = Cursor::new(player.len());
    cursor.jump(first);
    let mut lines = Lines { player, plain, words, cursor, open: false, hints: 0, journal, input, out };
    lines.run()?;
    Ok(lines.cursor.at())
}

struct Lines<'a> {
    player: &'a Player,
    plain: Plain,
    words: &'static LineWords,
    cursor: Cursor,
    /// Whether the question of the step is still unanswered.
    open: bool,
    /// How many hints were given for it.
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
            if !self.obey(&line)? {
                break;
            }
        }
        Ok(())
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

    /// Behind the last step, what the reader knows now.
    fn learned(&mut self) -> std::io::Result<()> {
        let head = self.player.head();
        if head.learned.is_empty() {
            return Ok(());
        }
        let list = Block::List { start: None, items: head.learned.clone() };
        write!(self.out, "{}", self.plain.headed(of_commands(head.lang).menu.learned, &[list]))
    }

    /// Prints the prompt and reads a line; `None` at the end of the input.
    fn read(&mut self) -> std::io::Result<Option<String>> {
        let is_last = self.cursor.at() + 1 == self.player.len();
        let prompt = match (self.open, is_last) {
            (true, _) => self.words.answer,
            (false, true) => self.words.last,
            (false, false) => self.words.next,
        };
        let line = read_line(prompt, self.input, self.out)?;
        if line.is_none() {
            writeln!(self.out)?;
        }
        Ok(line)
    }

    /// Does what the line says; returns whether to go on.
    fn obey(&mut self, line: &str) -> std::io::Result<bool> {
        let command = match self.frame().filter(|_| self.open) {
            None => Command::parse(Command::unmarked(line).0),
            Some(frame) => {
                let mut asker = Asker::new(self.player, self.plain, &frame, self.hints);
                let heard = asker.handle_line(line, self.journal, self.out)?;
                self.hints = asker.hints();
                match heard {
                    LineOutcome::Other(command) => command,
                    LineOutcome::Replied => return Ok(true),
                    LineOutcome::Answer { right: false } => return writeln!(self.out).map(|()| true),
                    LineOutcome::Answer { right: true } | LineOutcome::GivenUp => {
                        self.open = false;
                        self.explanation(&frame)?;
                        return writeln!(self.out).map(|()| true);
                    }
                }
            }
        };
        match command {
            None => writeln!(self.out, "{}", self.words.unknown.with([&line]))?,
            Some(Command::Next) => {
                if !self.cursor.forward() {
                    self.learned()?;
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
                None => writeln!(self.out, "{}", self.words.no_such_step.with([&step, &self.player.len()]))?,
            },
            Some(Command::Hint | Command::Solution) => writeln!(self.out, "{}", self.words.no_question)?,
            Some(Command::Again) => self.step()?,
            Some(Command::Help) => {
                writeln!(self.out, "{}\n", self.words.help)?;
                let form = self.frame().filter(|_| self.open).and_then(|frame| Some(frame.question?.form));
                if let Some(Form::Machine { listed, .. }) = form {
                    writeln!(self.out, "{}", self.plain.remark(&listed.join("  ")))?;
                }
            }
            Some(Command::Quit) => return Ok(false),
        }
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::player::NoJournal;
    use gostep_course::words::Lang;

    /// Help lists the words of a task on a machine, as an empty line does on the screen.
    #[test]
    fn help_lists_the_words_of_a_task() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let plain = Plain { width: 80, colour: false, notes: false };
        let step = player.find("short").unwrap();
        let mut out = Vec::new();
        play(&player, plain, step, &mut NoJournal, &mut "?\nq\n".as_bytes(), &mut out).unwrap();
        assert!(String::from_utf8(out).unwrap().contains("delete-output  alter-output"));
    }

    /// Behind the last step stands what was learned, and a reader who quits before does not see it.
    #[test]
    fn a_lesson_ends_with_what_was_learned() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let plain = Plain { width: 80, colour: false, notes: false };
        let played = |typed: &str| {
            let mut out = Vec::new();
            play(&player, plain, player.len() - 1, &mut NoJournal, &mut typed.as_bytes(), &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        let learned = of_commands(Lang::En).menu.learned;
        assert!(played("\n").contains(learned));
        assert!(played("\n").contains("What comes from the cache leaves no lines"));
        assert!(!played("q\n").contains(learned));
    }
}
