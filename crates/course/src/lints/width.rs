//! Text that is too wide for a terminal of 80 columns and cannot be broken well: code, tables, long words.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::reports::Reports;
use super::texts::Text;

/// Columns of the narrowest terminal that is common.
const COLUMNS: usize = 80;
/// Code is set in by so much.
const CODE_INDENT: usize = 4;

/// Looks at one text.
pub fn look(text: &Text<'_>, reports: &mut Reports<'_>) {
    let mut fence: Option<(usize, &str)> = None;
    let mut table: Option<Table> = None;
    for (number, line) in text.shown.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark)) {
            fence = match fence {
                Some((_, open)) if open == mark => None,
                None => Some((number, mark)),
                open => open,
            };
            continue;
        }
        if trimmed.starts_with('|') && fence.is_none() {
            table.get_or_insert_with(|| Table { first: number, widths: Vec::new() }).row(trimmed);
            continue;
        }
        if let Some(table) = table.take() {
            table.look(text, reports);
        }
        let report = reports.of(text);
        if fence.is_some() {
            let width = line.trim_end().width() + CODE_INDENT;
            if width > COLUMNS {
                let message =
                    format!("a line of code of {width} columns, with the {CODE_INDENT} that code is set in by");
                report.warn(text.line(number), message, "break it, so that it fits into 80 columns");
            }
        } else if let Some(word) = long_word(line) {
            let message = format!("a word of {} columns", word.width());
            let help = "it is broken somewhere in a terminal of 80 columns; use a shorter one";
            let place = text.line(number);
            // What the build gives is as long as it is.
            let typed = text.raw.lines().nth(number).is_some_and(|line| long_word(line).is_some());
            if typed { report.warn(place, message, help) } else { report.hint(place, message, help) }
        }
    }
    if let Some(table) = table {
        table.look(text, reports);
    }
    if let Some((number, mark)) = fence {
        let message = format!("code that is not closed: everything below this {mark} is shown as code");
        reports.of(text).warn(text.line(number), message, format!("end it with a line {mark}"));
    }
}

/// A word that does not fit into a line. Lines are broken at blanks and beside Chinese characters. What the brackets of
/// links hold is not shown as it stands.
fn long_word(line: &str) -> Option<&str> {
    let is_break = |c: char| c.is_whitespace() || c.width() == Some(2);
    line.split(is_break).find(|word| word.width() > COLUMNS && !word.contains("]("))
}

/// A table of Markdown.
struct Table {
    /// Its first line.
    first: usize,
    /// Columns that its columns take.
    widths: Vec<usize>,
}

impl Table {
    fn row(&mut self, line: &str) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':'))) {
            return;
        }
        self.widths.resize(self.widths.len().max(cells.len()), 0);
        for (width, cell) in self.widths.iter_mut().zip(cells) {
            *width = (*width).max(cell.replace(['`', '*'], "").width());
        }
    }

    fn look(&self, text: &Text<'_>, reports: &mut Reports<'_>) {
        let between = 2 * self.widths.len().saturating_sub(1);
        let width = self.widths.iter().sum::<usize>() + between;
        if width > COLUMNS {
            let message = format!("a table of {width} columns: on 80 columns it is shown as a list");
            reports.of(text).warn(text.line(self.first), message, "shorten its cells, or write it as a list");
        }
    }
}
