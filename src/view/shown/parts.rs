//! Lines that many of the things shown have.

use super::super::blocks::Block;
use super::super::paint::{Look, Span};

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
