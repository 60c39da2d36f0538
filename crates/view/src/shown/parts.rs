//! Lines that many of the things shown have.

use super::super::blocks::Block;
use super::super::look::{Look, Span};
use gostep_course::words::Words;

/// A remark.
pub fn dim(text: &str) -> Block {
    Block::said(text, Look::Dim)
}

/// A text two columns in.
pub fn indented(text: &str, look: Look) -> Block {
    Block::led(Span::plain("  "), vec![Span::new(text, look)])
}

/// A name, and what is to be said of it.
pub fn heading(name: &str, note: Option<&str>) -> Block {
    let mut head = vec![Span::new(name, Look::Strong)];
    head.extend(note.map(|note| Span::new(format!("  {note}"), Look::Dim)));
    Block::text(head)
}

/// The first of many names, and how many there are besides.
pub fn listed(words: &Words, names: &[&str], most: usize) -> String {
    let mut text = names.iter().take(most).copied().collect::<Vec<_>>().join(words.small.comma);
    if names.is_empty() {
        text.push_str(words.small.none);
    }
    if names.len() > most {
        text.push(' ');
        text.push_str(&words.frame.more_names.with([&(names.len() - most)]));
    }
    text
}
