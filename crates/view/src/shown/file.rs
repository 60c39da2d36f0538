//! Files of the work directory, and texts with marks.

use super::super::blocks::{Block, CodeRow};
use super::super::look::Look;
use super::super::marks::spans_with_marks;
use super::parts::{heading, indented};
use gostep_course::player::{Excerpt, FileText, FileView};
use gostep_course::words::Words;

/// A file: its name, what became of it, and what is in it.
pub fn file(words: &Words, file: &FileView) -> Vec<Block> {
    let frame = &words.frame;
    let note = match (&file.before, &file.after) {
        (FileText::Absent, FileText::Absent) => Some(frame.absent.to_owned()),
        (_, FileText::Absent) => Some(frame.gone.to_owned()),
        (FileText::Absent, _) => Some(frame.new_file.to_owned()),
        (FileText::Text(before), FileText::Text(after)) if before != after => Some(words.artefacts.changed.to_owned()),
        (before, after) if before != after => Some(frame.changed_file.with([&in_words(words, before)])),
        _ => None,
    };
    let mut blocks = vec![heading(&file.name, note.as_deref())];
    match &file.after {
        FileText::Text(content) => blocks.extend(text(words, content, &file.marks, &file.excerpt)),
        FileText::Absent => {}
        other => blocks.extend(text(words, &in_words(words, other), &[], &Excerpt::default())),
    }
    blocks
}

fn in_words(words: &Words, text: &FileText) -> String {
    match text {
        FileText::Absent => words.frame.absent.to_owned(),
        FileText::Empty => words.frame.empty.to_owned(),
        FileText::Unknown => words.frame.unknown_text.to_owned(),
        FileText::Binary(id) => words.frame.binary.with([id]),
        FileText::Text(text) => text.clone(),
    }
}

/// A text, with line numbers where lines between them are left out.
pub fn text(words: &Words, text: &str, marks: &[(usize, usize)], excerpt: &Excerpt) -> Vec<Block> {
    let from_the_start = excerpt.numbers.iter().zip(1..).all(|(number, nth)| *number == nth);
    // With find: there may be nothing to show.
    let lines: Vec<&str> = if text.is_empty() && excerpt.total > 1 { Vec::new() } else { text.split('\n').collect() };
    let mut rows = Vec::new();
    let mut from = 0;
    for (at, line) in lines.iter().enumerate() {
        let number = excerpt.numbers.get(at).filter(|_| !from_the_start).copied();
        rows.push(CodeRow { number, text: spans_with_marks(text, from, from + line.len(), marks) });
        from += line.len() + 1;
    }
    let shown = rows.len();
    let mut blocks = vec![Block::Code(rows)];
    if !excerpt.numbers.is_empty() || shown == 0 {
        let words = &words.artefacts;
        let mut note = words.lines.with([&shown, &excerpt.total]);
        if excerpt.left_out > 0 && shown + excerpt.left_out < excerpt.total {
            note.push_str(&words.more_found.with([&excerpt.left_out]));
        }
        blocks.push(indented(&note, Look::Dim));
    }
    blocks
}
