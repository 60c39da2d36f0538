//! Rows of cells that stand below each other, and what gives way where they have too little room.

use super::super::inline::{fit, width_of, wrap};
use gostep_view::blocks::{Narrow, Table};
use gostep_view::look::{Line, Span};

/// With less room for the cells that are cut, a table is no table any more.
const NARROWEST_CUT: usize = 10;

pub fn lay(table: &Table, width: usize) -> Vec<Line> {
    let widths = widths(table);
    if widths.is_empty() {
        return Vec::new();
    }
    let total = table.indent + widths.iter().sum::<usize>() + table.gap * widths.len().saturating_sub(1);
    match table.narrow {
        Narrow::Cut(column) => {
            let others = total - widths[column];
            if width < others + NARROWEST_CUT {
                return table.rows.iter().flat_map(|row| as_text(table, row, widths[0], width)).collect();
            }
            let mut widths = widths;
            widths[column] = widths[column].min(width - others);
            let rows = table.head.iter().chain(&table.rows);
            rows.map(|row| in_columns(table, &cut_cell(row, column, widths[column]), &widths)).collect()
        }
        Narrow::Flow(column) if total > width || column + 1 == widths.len() => {
            table.rows.iter().flat_map(|row| flow(table, row, column, &widths, width)).collect()
        }
        Narrow::Flow(_) => table.rows.iter().map(|row| in_columns(table, row, &widths)).collect(),
        Narrow::Below(indent) => {
            let last = widths.len() - 1;
            let leads = total - widths[last];
            if leads <= width / 2 {
                return table.rows.iter().flat_map(|row| flow(table, row, last, &widths, width)).collect();
            }
            table.rows.iter().flat_map(|row| below(table, row, indent, &widths, width)).collect()
        }
    }
}

fn widths(table: &Table) -> Vec<usize> {
    let rows = || table.head.iter().chain(&table.rows);
    let widest = |column: usize| rows().filter_map(|row| row.get(column)).map(|cell| width_of(cell)).max().unwrap_or(0);
    let used = rows().map(Vec::len).max().unwrap_or(0);
    table.columns.iter().take(used).enumerate().map(|(at, column)| widest(at).max(column.least)).collect()
}

/// All cells below those of the other rows; nothing stands behind the last one.
fn in_columns(table: &Table, row: &[Line], widths: &[usize]) -> Line {
    let mut line = Line::new();
    add(&mut line, &" ".repeat(table.indent), row.first());
    for (at, cell) in row.iter().enumerate() {
        let padding = " ".repeat(widths[at].saturating_sub(width_of(cell)));
        if table.columns[at].right {
            add(&mut line, &padding, Some(cell));
        }
        line.extend(cell.iter().cloned());
        if at + 1 < row.len() {
            let behind = if table.columns[at].right { "" } else { &padding };
            add(&mut line, &format!("{behind}{}", " ".repeat(table.gap)), Some(cell));
        }
    }
    merged(line)
}

/// The first cells in their columns, the others one behind the other.
fn flow(table: &Table, row: &[Line], from: usize, widths: &[usize], width: usize) -> Vec<Line> {
    let (leads, rest) = row.split_at(from.min(row.len()));
    let mut lead = in_columns(table, leads, widths);
    if !leads.is_empty() {
        let last = leads.len() - 1;
        let short = if table.columns[last].right { 0 } else { widths[last].saturating_sub(width_of(&leads[last])) };
        add(&mut lead, &" ".repeat(short + table.gap), leads.last());
    }
    let mut text = Line::new();
    for (at, cell) in rest.iter().enumerate() {
        text.extend(cell.iter().cloned());
        if at + 1 < rest.len() {
            add(&mut text, &" ".repeat(table.gap), Some(cell));
        }
    }
    let look = lead.first().map_or_else(Default::default, |span| span.look);
    let lead: String = lead.iter().map(|span| span.text.as_str()).collect();
    wrap(&merged(text), &Span::new(lead, look), width)
}

/// The last cell in lines of its own.
fn below(table: &Table, row: &[Line], indent: usize, widths: &[usize], width: usize) -> Vec<Line> {
    let Some((last, leads)) = row.split_last() else { return Vec::new() };
    let mut lines = vec![in_columns(table, leads, widths)];
    lines.extend(wrap(last, &Span::plain(" ".repeat(indent)), width));
    lines
}

/// The first cell, and the others behind it as a text.
fn as_text(table: &Table, row: &[Line], first: usize, width: usize) -> Vec<Line> {
    let Some((lead, rest)) = row.split_first() else { return Vec::new() };
    let text = |cell: &Line| cell.iter().map(|span| span.text.as_str()).collect::<String>();
    let words: Vec<String> = rest.iter().map(text).collect();
    let padding = if table.columns[0].right { first.saturating_sub(width_of(lead)) } else { 0 };
    let look = lead.first().map_or_else(Default::default, |span| span.look);
    let lead = Span::new(format!("{}{} ", " ".repeat(padding), text(lead)), look);
    wrap(&[Span::plain(words.join(" "))], &lead, width)
}

fn cut_cell(row: &[Line], column: usize, width: usize) -> Vec<Line> {
    let mut row = row.to_vec();
    for span in row.get_mut(column).into_iter().flatten() {
        span.text = fit(&span.text, width);
    }
    row
}

/// Adds blanks in the look of a cell.
fn add(line: &mut Line, blanks: &str, cell: Option<&Line>) {
    if !blanks.is_empty() {
        let look = cell.and_then(|cell| cell.first()).map_or_else(Default::default, |span| span.look);
        line.push(Span::new(blanks, look));
    }
}

/// Neighbours in one look as one span.
fn merged(line: Line) -> Line {
    let mut out = Line::new();
    for span in line {
        match out.last_mut() {
            Some(last) if last.look == span.look => last.text.push_str(&span.text),
            _ => out.push(span),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::super::paint::Painter;
    use super::*;
    use gostep_view::blocks::Column;

    fn table(narrow: Narrow) -> Table {
        let row = |cells: [&str; 3]| cells.map(|cell| vec![Span::plain(cell)]).to_vec();
        Table {
            indent: 1,
            gap: 2,
            columns: vec![Column { right: true, least: 2 }, Column::default(), Column::default()],
            head: None,
            rows: vec![row(["1", "internal/abi", "no import"]), row(["12", "fmt", "eight imports"])],
            narrow,
        }
    }

    fn drawn(narrow: Narrow, width: usize) -> String {
        Painter { colour: false }.text(&lay(&table(narrow), width))
    }

    #[test]
    fn cells_stand_below_each_other_where_there_is_room() {
        let wide = "  1  internal/abi  no import\n 12  fmt           eight imports\n";
        for narrow in [Narrow::Cut(1), Narrow::Flow(1), Narrow::Below(4)] {
            assert_eq!(drawn(narrow, 60), wide);
        }
    }

    #[test]
    fn each_table_says_what_gives_way() {
        let cut = "  1  internal/…  no import\n 12  fmt         eight imports\n";
        assert_eq!(drawn(Narrow::Cut(1), 30), cut);
        let flow = "  1  internal/abi  no\n     import\n 12  fmt  eight imports\n";
        assert_eq!(drawn(Narrow::Flow(1), 23), flow);
        let below = "  1  internal/abi\n    no import\n 12  fmt\n    eight imports\n";
        assert_eq!(drawn(Narrow::Below(4), 30), below);
    }

    #[test]
    fn a_table_without_rows_is_nothing() {
        assert_eq!(lay(&Table { rows: Vec::new(), ..table(Narrow::Cut(1)) }, 40), Vec::<Line>::new());
    }
}
