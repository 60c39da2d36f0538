//! Archives, the executable, and the critical path.

use super::super::blocks::{Bar, Block, Column, Narrow, Table};
use super::super::look::{Line, Look, Span};
use super::parts::{dim, heading, indented};
use gostep_course::player::{
    ArchiveContent, ArchiveState, ArchiveView, ExecutableView, FunctionsView, PathView, SymbolsView,
};
use gostep_course::words::Words;

const RIGHT: Column = Column { right: true, least: 0 };
const LEFT: Column = Column { right: false, least: 0 };

pub fn archive(words: &Words, archive: &ArchiveView) -> Vec<Block> {
    let own = &words.artefacts;
    let (before, Some(now)) = (&archive.before, &archive.now) else {
        return vec![heading(&archive.name, Some(words.frame.absent))];
    };
    let note = match before {
        None => Some(words.frame.new_file),
        Some(before) if before != now => Some(own.changed),
        Some(_) => None,
    };
    let mut blocks = vec![heading(&archive.name, note)];
    let changed = |text: &dyn Fn(&ArchiveState) -> Option<String>| {
        let mut line = text(now).unwrap_or_default();
        if let Some(old) = before.as_ref().and_then(text).filter(|old| *old != line) {
            line.push_str(&own.before.with([&old]));
        }
        line
    };
    let id = changed(&|state| Some(state.id.clone()));
    blocks.push(indented(&own.id.with([&id]), Look::Plain));
    let Some(content) = &now.content else {
        blocks.push(indented(own.unknown, Look::Dim));
        return blocks;
    };
    let size = |state: &ArchiveState| {
        let content = state.content.as_ref()?;
        Some(own.members.with([&content.members.len(), &content.bytes]))
    };
    blocks.push(indented(&changed(&size), Look::Plain));
    let old = before.as_ref().and_then(|before| before.content.as_ref());
    blocks.push(members(words, content, old));
    blocks
}

/// Sizes and names. What the archive had before stands in front: a pack only appends.
fn members(words: &Words, content: &ArchiveContent, before: Option<&ArchiveContent>) -> Block {
    let old = before.map_or(content.members.len(), |before| before.members.len());
    let row = |(at, (name, size)): (usize, &(String, u64))| {
        let mut row = vec![vec![Span::new(size.to_string(), Look::Dim)], vec![Span::new(name.as_str(), Look::Code)]];
        if at >= old {
            row.push(vec![Span::new(words.artefacts.new_member, Look::Done)]);
        }
        row
    };
    Block::Table(Table {
        indent: 2,
        gap: 2,
        columns: vec![RIGHT, LEFT, LEFT],
        head: None,
        rows: content.members.iter().enumerate().map(row).collect(),
        narrow: Narrow::Flow(1),
    })
}

pub fn symbols(words: &Words, symbols: &SymbolsView) -> Vec<Block> {
    let own = &words.artefacts;
    if !symbols.known {
        return vec![heading(&symbols.name, None), indented(own.unknown, Look::Dim)];
    }
    let mut blocks = vec![heading(&symbols.name, Some(&own.symbols.with([&symbols.total])))];
    let table = |rows: Vec<Vec<Line>>| {
        // Six digits and a kind, if there is no symbol to tell how many an address has.
        let least = symbols.rows.iter().map(|row| row.address.len()).max().unwrap_or(6) + " T".len();
        let columns = vec![Column { right: true, least }, LEFT];
        Block::Table(Table { indent: 2, gap: 1, columns, head: None, rows, narrow: Narrow::Flow(1) })
    };
    let present = symbols.rows.iter().map(|row| {
        let lead = format!("{} {}", row.address, row.kind);
        vec![vec![Span::new(lead, Look::Dim)], vec![Span::new(row.name.as_str(), Look::Code)]]
    });
    blocks.push(table(present.collect()));
    if symbols.left_out > 0 {
        blocks.push(indented(&own.more_symbols.with([&symbols.left_out]), Look::Dim));
    }
    let absent = symbols.absent.iter().map(|name| {
        let note = Span::new(format!("  {}", own.not_there), Look::Now);
        vec![vec![Span::new("–  ", Look::Dim)], vec![Span::new(name.as_str(), Look::Code), note]]
    });
    blocks.push(table(absent.collect()));
    blocks
}

pub fn functions(words: &Words, functions: &FunctionsView) -> Vec<Block> {
    let own = &words.artefacts;
    let mut blocks = vec![dim(own.functions)];
    let Some(rows) = &functions.rows else {
        blocks.push(indented(own.unknown, Look::Dim));
        return blocks;
    };
    let rows = rows.iter().map(|row| {
        let numbers = format!("{:>5} → {:>5}", row.in_archive, row.in_executable);
        let look = if row.in_executable == 0 { Look::Dim } else { Look::Done };
        vec![vec![Span::new(numbers, look)], vec![Span::plain(row.package.as_str())]]
    });
    let (rows, columns) = (rows.collect(), vec![RIGHT, LEFT]);
    blocks.push(Block::Table(Table { indent: 2, gap: 2, columns, head: None, rows, narrow: Narrow::Flow(1) }));
    blocks
}

pub fn executable(words: &Words, executable: &ExecutableView) -> Vec<Block> {
    let own = &words.artefacts;
    let Some(header) = &executable.header else {
        return vec![heading(&executable.name, None), indented(own.unknown, Look::Dim)];
    };
    let kind = own.executable.with([&header.bytes, &header.kind, &header.machine]);
    let segments = header.segments.iter().map(|(kind, address, bytes, allowed)| {
        let [address, bytes, allowed] = [address.clone(), bytes.to_string(), allowed.clone()];
        part(kind, [address, bytes].into_iter().chain((!allowed.is_empty()).then_some(allowed)))
    });
    let sections =
        header.sections.iter().map(|(name, address, bytes)| part(name, [address.clone(), bytes.to_string()]));
    vec![
        heading(&executable.name, Some(&kind)),
        indented(&own.entry.with([&header.entry, &header.entry_symbol]), Look::Plain),
        indented(&own.segments.with([&header.segments.len()]), Look::Dim),
        parts(segments.collect()),
        indented(&own.sections.with([&header.sections.len()]), Look::Dim),
        parts(sections.collect()),
    ]
}

/// A part of an executable: its name, its address, its size, and what is allowed there.
fn part(name: &str, rest: impl IntoIterator<Item = String>) -> Vec<Line> {
    let rest = rest.into_iter().map(|cell| vec![Span::new(cell, Look::Dim)]);
    std::iter::once(vec![Span::new(name, Look::Code)]).chain(rest).collect()
}

fn parts(rows: Vec<Vec<Line>>) -> Block {
    let columns = vec![LEFT, RIGHT, RIGHT, LEFT];
    Block::Table(Table { indent: 4, gap: 2, columns, head: None, rows, narrow: Narrow::Flow(0) })
}

pub fn critical_path(words: &Words, path: &PathView) -> Vec<Block> {
    let ms = |us: u64| (us + 500) / 1000;
    let bars = path.rows.iter().map(|row| Bar {
        name: if row.link { words.frame.link.to_owned() } else { row.package.clone() },
        number: ms(row.duration_us).to_string(),
        length: row.duration_us,
    });
    vec![dim(&words.artefacts.path.with([&ms(path.total_us), &path.rows.len()])), Block::Bars(bars.collect())]
}
