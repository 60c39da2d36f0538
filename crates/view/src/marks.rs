//! Marked words of a text.

use super::look::{Line, Look, Span};

/// A part of a text, with its marked words as spans of their own.
pub fn spans_with_marks(text: &str, from: usize, to: usize, marks: &[(usize, usize)]) -> Line {
    let mut line = Line::new();
    let mut at = from;
    for &(start, end) in marks.iter().filter(|(start, end)| *start < to && *end > from) {
        let (start, end) = (start.max(from), end.min(to));
        if start > at {
            line.push(Span::new(&text[at..start], Look::Code));
        }
        line.push(Span::new(&text[start..end], Look::Mark));
        at = end;
    }
    if to > at {
        line.push(Span::new(&text[at..to], Look::Code));
    }
    line
}
