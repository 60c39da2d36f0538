//! A package between those that import it and those that it imports: names above and below, and lines between them.

use unicode_width::UnicodeWidthStr;

use super::super::super::inline::{fit, pad};
use gostep_view::look::{Line, Look, Span};

/// Columns between two names.
const GAP: usize = 2;
/// With fewer columns, a list tells more.
pub const NARROWEST: usize = 48;
/// Rows that it takes.
pub const ROWS: usize = 5;

/// Names in a row, each with the columns where it stands.
struct Row {
    line: Line,
    middles: Vec<usize>,
}

/// The names on one side of a package.
pub struct Side {
    /// The names with their looks, signs among them.
    pub names: Vec<Span>,
    /// What they are to the package; said beside the lines, where there is room.
    pub what: String,
}

/// Five lines of so many columns: importers, lines, the package, lines, imports. How many names there are more is said at the
/// end of a row.
pub fn draw(above: &Side, package: Line, below: &Side, nothing: &str, width: usize) -> Vec<Line> {
    let package_width: usize = package.iter().map(|span| span.text.width()).sum();
    let middle = width / 2;
    let upper = row(&above.names, nothing, middle, width);
    let lower = row(&below.names, nothing, middle, width);
    let mut centre = vec![Span::plain(" ".repeat(middle.saturating_sub(package_width / 2)))];
    centre.extend(package);
    vec![
        upper.line,
        connect(&upper.middles, middle, &above.what, ["└", "┘", "┴", "┬", "┐", "┌"]),
        centre,
        connect(&lower.middles, middle, &below.what, ["┌", "┐", "┬", "┴", "┘", "└"]),
        lower.line,
    ]
}

/// As many names as fit, around a column.
fn row(names: &[Span], nothing: &str, middle: usize, width: usize) -> Row {
    if names.is_empty() {
        let from = middle.saturating_sub(nothing.width() / 2);
        let line = vec![Span::plain(" ".repeat(from)), Span::new(nothing, Look::Dim)];
        return Row { line, middles: Vec::new() };
    }
    let more = |left: usize| if left == 0 { String::new() } else { format!("+{left}") };
    let used = |count: usize| {
        let rest = more(names.len() - count);
        let rest = if rest.is_empty() { 0 } else { rest.width() + GAP };
        names[..count].iter().map(|name| name.text.width()).sum::<usize>() + GAP * count.saturating_sub(1) + rest
    };
    let count = (1..=names.len()).rev().find(|&count| used(count) <= width).unwrap_or(1);
    let from = middle.saturating_sub(used(count) / 2).min(width.saturating_sub(used(count)));
    let mut line = vec![Span::plain(" ".repeat(from))];
    let mut middles = Vec::new();
    let mut at = from;
    for (number, name) in names[..count].iter().enumerate() {
        if number > 0 {
            line.push(Span::plain(" ".repeat(GAP)));
            at += GAP;
        }
        let text = fit(&name.text, width);
        middles.push(at + text.width() / 2);
        at += text.width();
        line.push(Span::new(text, name.look));
    }
    let rest = more(names.len() - count);
    if !rest.is_empty() {
        line.push(Span::new(format!("{}{rest}", " ".repeat(GAP)), Look::Dim));
        middles.push(at + GAP + rest.width() / 2);
    }
    Row { line, middles }
}

/// The line between a row of names and the package. The signs: the first name, the last one, one between, the package
/// between, the package at the right end, the package at the left end.
fn connect(middles: &[usize], middle: usize, what: &str, signs: [&str; 6]) -> Line {
    let (Some(&first), Some(&last)) = (middles.first(), middles.last()) else {
        return vec![Span::new(what, Look::Dim)];
    };
    let [left, right, between, package, package_right, package_left] = signs;
    let (from, to) = (first.min(middle), last.max(middle));
    let mut text = if what.width() + GAP <= from { pad(what, from) } else { " ".repeat(from) };
    for at in from..=to {
        let is_name = middles.contains(&at);
        text.push_str(match () {
            () if from == to => "│",
            () if at == middle && is_name && at == from => "├",
            () if at == middle && is_name && at == to => "┤",
            () if at == middle && is_name => "┼",
            () if at == middle && at == from => package_left,
            () if at == middle && at == to => package_right,
            () if at == middle => package,
            () if is_name && at == from => left,
            () if is_name && at == to => right,
            () if is_name => between,
            () => "─",
        });
    }
    vec![Span::new(text, Look::Dim)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(above: &[&str], below: &[&str], width: usize) -> String {
        let names = |names: &[&str]| names.iter().map(|name| Span::plain(*name)).collect::<Vec<_>>();
        let side = |list: &[&str], what: &str| Side { names: names(list), what: what.to_owned() };
        let (above, below) = (side(above, "above"), side(below, "x"));
        let lines = draw(&above, vec![Span::plain("[sync]")], &below, "none", width);
        let text = |line: &Line| line.iter().map(|span| span.text.as_str()).collect::<String>();
        lines.iter().map(text).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lines_lead_from_name_to_name() {
        let expected = [
            "      fmt  os  time",
            "above  └────┼────┘",
            "         [sync]",
            "x       ┌───┴────┐",
            "     runtime  unsafe",
        ];
        assert_eq!(drawn(&["fmt", "os", "time"], &["runtime", "unsafe"], 24).lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let above = ["a/long/one", "another/long/one", "one/more", "and/one/more"];
        for width in [20, 30, 48, 60, 90] {
            let text = drawn(&above, &[], width);
            assert!(text.lines().all(|line| line.width() <= width), "{width}\n{text}");
            let shown = above.iter().filter(|name| text.contains(**name)).count();
            assert_eq!(shown < above.len(), text.contains(&format!("+{}", above.len() - shown)), "{text}");
            assert!(text.contains("none"));
        }
        assert!(drawn(&["x"], &["yyy"], 30).contains('│'));
    }
}
