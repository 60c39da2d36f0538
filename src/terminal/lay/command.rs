//! A command as a whole, broken between its parts.

use super::super::inline::{width_of, wrap};
use gostep_view::blocks::Command;
use gostep_view::look::{Line, Look, Span};

pub fn lay(command: &Command, width: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(cd) = &command.cd {
        lines.extend(wrap(&[Span::new(cd.as_str(), Look::Dim)], &Span::plain("  "), width));
    }
    let mut current = Line::new();
    for (nth, part) in command.parts.iter().enumerate() {
        let indent = if nth == 0 || command.is_many_lines { "  " } else { "      " };
        let needed = width_of(&current) + 1 + width_of(part);
        if current.is_empty() || command.is_many_lines || needed > width {
            lines.extend(take(&mut current, width));
            current = vec![Span::plain(indent)];
        } else {
            current.push(Span::plain(" "));
        }
        current.extend(part.iter().cloned());
    }
    lines.extend(take(&mut current, width));
    lines
}

/// A line, or several if it has a word that is too long.
fn take(line: &mut Line, width: usize) -> Vec<Line> {
    let line = std::mem::take(line);
    if width_of(&line) <= width {
        return if line.is_empty() { Vec::new() } else { vec![line] };
    }
    let (first, rest) = line.split_first().map_or((Span::plain(""), &[][..]), |(first, rest)| (first.clone(), rest));
    wrap(rest, &first, width)
}
