//! The text of a file, behind a bar down its side.

use unicode_width::UnicodeWidthStr;

use super::super::inline::wrap;
use gostep_view::blocks::CodeRow;
use gostep_view::look::{Line, Look, Span};

pub fn lay(rows: &[CodeRow], width: usize) -> Vec<Line> {
    let digits = rows.iter().filter_map(|row| row.number).max().map_or(0, |number| number.to_string().len());
    let mut lines = Vec::new();
    for row in rows {
        let bar = row.number.map_or_else(|| "  │ ".to_owned(), |number| format!("  {number:>digits$} │ "));
        let blank = format!("{}│ ", " ".repeat(bar.width() - 2));
        let broken = wrap(&row.text, &Span::new(bar.as_str(), Look::Dim), width);
        for (nth, mut line) in broken.into_iter().enumerate() {
            // The bar goes down the side of broken lines too.
            line[0] = Span::new(if nth == 0 { bar.as_str() } else { blank.as_str() }, Look::Dim);
            lines.push(line);
        }
    }
    lines
}
