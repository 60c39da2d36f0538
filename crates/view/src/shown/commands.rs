//! Commands of the transcript.

use super::super::blocks::{Block, Command};
use super::super::look::{Line, Look, Span};
use super::super::marks::spans_with_marks;
use super::parts::dim;
use super::step::StepContent;
use gostep_course::player::{CommandView, Group};
use gostep_course::words::Words;

/// A longer run of source files is shortened to its ends.
const MOST_FILES: usize = 6;

impl StepContent<'_> {
    pub(super) fn commands(&self, new: bool, left_out: usize, commands: &[CommandView]) -> Vec<Block> {
        let words = &self.words.frame;
        let line =
            |command: &CommandView| self.build.transcript[command.block].line + usize::from(command.cd.is_some());
        let mut blocks = Vec::new();
        if new {
            blocks.push(dim(if self.build.is_run { self.words.runtime.new_events } else { words.new_commands }));
        }
        if left_out > 0 {
            let left_out_words = if self.build.is_run { &self.words.runtime.left_out } else { &words.left_out };
            blocks.push(dim(&left_out_words.with([&left_out])));
        }
        if let [command] = commands {
            blocks.push(dim(&words.command_at.with([&line(command), &command.package])));
            blocks.push(whole(self.words, command));
        } else {
            let numbered = |command| {
                let lead = Span::new(format!("{:>4}  ", line(command)), Look::Dim);
                Block::Cut { lead, text: first_line(command) }
            };
            blocks.extend(commands.iter().map(numbered));
        }
        blocks
    }
}

/// All of a command.
pub fn whole(words: &Words, command: &CommandView) -> Block {
    let part = |group: &Group| {
        if group.files > MOST_FILES { few_files(words, command, group) } else { marked(command, group.from, group.to) }
    };
    Block::Command(Command {
        cd: command.cd.clone(),
        parts: command.groups.iter().map(part).collect(),
        is_many_lines: command.text.contains('\n'),
    })
}

/// The first line of a command, without the directory of its tool.
pub fn first_line(command: &CommandView) -> Line {
    let end = command.text.find('\n').unwrap_or(command.text.len());
    match tool_directory(&command.text[..end]) {
        Some((from, to)) => {
            let mut spans = marked(command, 0, from);
            spans.push(Span::new("…", Look::Dim));
            spans.extend(marked(command, to, end));
            spans
        }
        None => marked(command, 0, end),
    }
}

/// The first two and the last of many files, and how many are between them.
fn few_files(words: &Words, command: &CommandView, group: &Group) -> Line {
    let text = &command.text[group.from..group.to];
    let ends: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let (Some(second), Some(last)) = (ends.get(1), ends.last()) else {
        return marked(command, group.from, group.to);
    };
    let mut line = marked(command, group.from, group.from + second);
    let more = words.frame.more_files.with([&(group.files - 3)]);
    line.push(Span::new(format!(" {more} "), Look::Dim));
    line.extend(marked(command, group.from + last + 1, group.to));
    line
}

fn marked(command: &CommandView, from: usize, to: usize) -> Line {
    spans_with_marks(&command.text, from, to, &command.marks)
}

/// The directory of the tools takes half a line and says nothing: where it stands, without its last slash.
fn tool_directory(line: &str) -> Option<(usize, usize)> {
    let inside = line.find("/pkg/tool/")?;
    let from = line[..inside].rfind(' ').map_or(0, |blank| blank + 1);
    let word = line[from..].split(' ').next()?;
    Some((from, from + word.rfind('/')?))
}
