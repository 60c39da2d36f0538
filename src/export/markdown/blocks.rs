//! Each kind of block as Markdown.

use super::{prose, text};
use gostep_view::blocks::{Block, Command, Table, WorkerLane};
use gostep_view::look::{Look, Span};
use gostep_view::seconds::seconds;

/// Blocks below each other.
pub fn blocks(blocks: &[Block]) -> String {
    blocks.iter().map(one).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn one(block: &Block) -> String {
    match block {
        Block::Gap => String::new(),
        Block::Paragraph(paragraph) => led(&paragraph.lead, &paragraph.text),
        Block::Prose(text) => prose::blocks(text),
        Block::Item { lead, body } => {
            let lead: String = lead.iter().map(|span| span.text.as_str()).collect();
            text::hang("- ", &format!("{} {}", text::line(lead.trim()), blocks(body)))
        }
        Block::Cut { lead, text } => led(lead, text),
        Block::Names { lead, names } => led(lead, &[Span::plain(names.as_str())]),
        Block::Table(block) => table(block),
        Block::Code(rows) => {
            let plain = |line: &[Span]| line.iter().map(|span| span.text.as_str()).collect::<String>();
            let row = |row: &gostep_view::blocks::CodeRow| match row.number {
                Some(number) => format!("{number:>4}  {}", plain(&row.text)),
                None => plain(&row.text),
            };
            text::code_block("", &rows.iter().map(row).collect::<Vec<_>>().join("\n"))
        }
        Block::Command(whole) => command(whole),
        Block::Bars(bars) => {
            let rows: Vec<_> = bars.iter().map(|bar| vec![text::line(&bar.name), text::line(&bar.number)]).collect();
            text::table(&[], &rows)
        }
        Block::WorkerLane { name, lane: worker, .. } => lane(name, worker),
    }
}

fn led(lead: &Span, text: &[Span]) -> String {
    text::block_start(&(span(lead, false) + &line(text, false)))
}

fn line(line: &[Span], in_cell: bool) -> String {
    line.iter().map(|piece| span(piece, in_cell)).collect()
}

fn span(span: &Span, in_cell: bool) -> String {
    match span.look {
        Look::Title | Look::Strong | Look::Mark => text::between("**", &text::line(&span.text)),
        Look::Emphasis => text::between("*", &text::line(&span.text)),
        Look::Code if in_cell => text::code_in_cell(&span.text),
        Look::Code => text::code(&span.text),
        _ => text::line(&span.text),
    }
}

fn table(table: &Table) -> String {
    let cells = |row: &Vec<Vec<Span>>| row.iter().map(|cell| line(cell, true)).collect::<Vec<_>>();
    let rows: Vec<_> = table.rows.iter().map(cells).collect();
    text::table(&table.head.as_ref().map(cells).unwrap_or_default(), &rows)
}

fn command(command: &Command) -> String {
    let parts = command.parts.iter().map(|part| part.iter().map(|span| span.text.as_str()).collect::<String>());
    let parts = parts.collect::<Vec<_>>().join(if command.is_many_lines { "\n" } else { " " });
    let lines = command.cd.iter().map(String::as_str).chain([parts.as_str()]);
    text::code_block("", &lines.collect::<Vec<_>>().join("\n"))
}

/// What a worker did, and from when to when.
fn lane(name: &str, lane: &WorkerLane) -> String {
    let span = |span: &gostep_view::blocks::WorkerSpan| {
        format!("{} ({}–{})", text::line(&span.name), seconds(span.from_us), seconds(span.to_us))
    };
    let spans: Vec<String> = lane.spans.iter().map(span).collect();
    text::hang("- ", format!("**{}** {}", text::line(name), spans.join(", ")).trim_end())
}
