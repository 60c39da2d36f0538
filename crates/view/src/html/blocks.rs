//! Each kind of block as HTML.

use maud::{Markup, html};

use super::super::blocks::{Block, Column, Table};
use super::super::look::{Line, Look};
use super::{code, line, prose, span};

/// Blocks below each other.
pub fn blocks(blocks: &[Block]) -> Markup {
    html! { @for block in blocks { (one(block)) } }
}

fn one(block: &Block) -> Markup {
    match block {
        Block::Gap => html! {},
        Block::Paragraph(paragraph) => html! { p { (span(&paragraph.lead)) (line(&paragraph.text)) } },
        Block::Prose(text) => prose(text),
        Block::Item { lead, body } => html! { div.item { span.lead { (line(lead)) } div { (blocks(body)) } } },
        Block::Cut { lead, text } => html! { p.cut { (span(lead)) (line(text)) } },
        Block::Names { lead, names } => html! { p.names { (span(lead)) (names) } },
        Block::Table(block) => table(block),
        Block::Code(rows) => code::rows(rows),
        Block::Command(command) => code::command(command),
        Block::Bars(bars) => code::bars(bars),
        Block::WorkerLane { name, lane, until_us } => code::lane(name, lane, *until_us),
    }
}

fn table(table: &Table) -> Markup {
    html! {
        div.scroll tabindex="0" { table {
            @if let Some(head) = &table.head {
                thead { tr { @for (at, cell) in head.iter().enumerate() {
                    th.right[is_right(table, at)] scope="col" { (line(cell)) }
                } } }
            }
            tbody { @for row in &table.rows {
                tr class=[row.iter().any(is_marked).then_some("marked")] { @for (at, cell) in row.iter().enumerate() {
                    td class=[is_right(table, at).then_some("right")] colspan=[reach(table, row, at)] { (line(cell)) }
                } }
            } }
        } }
    }
}

/// The last cell of a row with fewer cells than columns takes the others, too.
fn reach(table: &Table, row: &[Line], at: usize) -> Option<usize> {
    let left = table.columns.len().saturating_sub(at);
    (at + 1 == row.len() && left > 1).then_some(left)
}

fn is_right(table: &Table, at: usize) -> bool {
    table.columns.get(at).is_some_and(|Column { right, .. }| *right)
}

fn is_marked(cell: &Line) -> bool {
    cell.iter().any(|span| span.look == Look::Mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shown::StepContent;
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::{Lang, words};

    /// What any step of the course shows has no style, no handler and no script of its own.
    #[test]
    fn all_that_steps_show_is_plain_markup() {
        for (name, lang) in load::names().flat_map(|name| Lang::ALL.map(|lang| (name, lang))) {
            let player = Player::new(load(name, lang).unwrap());
            for step in 0..player.len() {
                let frame = player.frame(step).unwrap();
                let build = &player.builds()[frame.moment.build];
                let content = StepContent { frame: &frame, build, words: words(lang) };
                let all: String =
                    frame.shows.iter().map(|shown| blocks(&content.blocks(shown)).into_string()).collect();
                for wrong in [" style=", " onclick", "<script", "javascript:"] {
                    assert!(!all.contains(wrong), "{name} {step}: {wrong}");
                }
                assert!(frame.shows.is_empty() || all.contains('<'), "{name} {step} shows nothing");
            }
        }
    }
}
