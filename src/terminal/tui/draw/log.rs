//! The transcript as far as it is printed: one row a command, and the one that is looked at as a whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::app::App;
use super::super::layout::{Pane, PaneArea};
use super::super::page::{GUTTER, rows_before, short_command};
use super::super::text::{self, Rule, line, more};
use super::super::theme::Part;
use gostep_course::player::TranscriptBlock;
use gostep_view::look::{Line, Look, Span};

/// Draws the pane.
pub fn draw(app: &App, place: PaneArea, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let build = app.state.build();
    let right = app.state.command().map_or_else(String::new, |at| {
        let last = build.transcript.last().map_or(0, |last| last.line - 1 + last.text.lines().count());
        let line = app.state.own.line_of.with([&lines_of(&build.transcript[at]), &last]);
        match more(app.state.own, app.state.scroll.command, app.page.hidden.command) {
            none if none.is_empty() => line,
            more => format!("{more} · {line}"),
        }
    });
    let title = format!("{} · {}", app.state.own.log, build.command);
    let (from, to) = app.state.frame.new_blocks;
    let marked = format!("{} · {right}", app.state.own.new_lines);
    let has_room = title.width() + marked.width() + 8 <= usize::from(place.rule.width);
    let right = if from < to && !right.is_empty() && has_room { marked } else { right };
    Rule { title: &title, right: &right, active: app.state.pane == Pane::Log }.draw(buffer, place.rule, theme);
    match app.state.command() {
        None if build.header.is_empty() => {
            line(buffer, place.inside, 0, &vec![Span::new(app.state.own.no_log, Look::Dim)], theme);
        }
        None => {
            for at in 0..build.header.len().min(usize::from(place.inside.height)) {
                draw_header(app, at, place.inside, at, buffer);
            }
        }
        Some(at) => draw_around(app, at, place.inside, buffer),
    }
}

/// The lines of a command, as far as it goes: the last one is what the time line counts.
fn lines_of(block: &TranscriptBlock) -> String {
    let (first, last) = (line_of(block), block.line - 1 + block.text.lines().count());
    if first < last { format!("{first}-{last}") } else { first.to_string() }
}

/// The line of a command itself, behind the `cd` that may stand before it.
fn line_of(block: &TranscriptBlock) -> usize {
    block.line + usize::from(block.text.starts_with("cd ") && block.text.contains('\n'))
}

/// Which rows there are: lines of the header and commands before, rows of the command itself, commands behind.
struct Window {
    before: usize,
    offset: usize,
    inside: usize,
    behind: usize,
}

impl Window {
    fn new(app: &App, at: usize, rows: usize) -> Self {
        let offset = app.state.scroll.command;
        let left = app.page.command.len().saturating_sub(offset).max(1);
        let inside = left.min(rows - rows_before(&app.state, at, rows));
        let printed = app.state.frame.moment.commands - at - 1;
        let behind = printed.min((rows - inside) / 2);
        let before = (at + app.state.build().header.len()).min(rows - inside - behind);
        let behind = printed.min(rows - inside - before);
        Self { before, offset, inside, behind }
    }
}

fn draw_around(app: &App, at: usize, area: Rect, buffer: &mut Buffer) {
    let rows = usize::from(area.height);
    if rows == 0 {
        return;
    }
    let window = Window::new(app, at, rows);
    let mut row = 0;
    let header = app.state.build().header.len();
    for above in at + header - window.before..at + header {
        match above.checked_sub(header) {
            Some(block) => draw_short(app, block, area, row, buffer),
            None => draw_header(app, above, area, row, buffer),
        }
        row += 1;
    }
    let lines = app.page.command.iter().skip(window.offset).take(window.inside);
    for (number, shown) in lines.enumerate() {
        let first = number + window.offset == 0;
        let block = &app.state.build().transcript[at];
        let is_cd = shown.first().is_some_and(|span| span.text.starts_with("cd "));
        let number = if is_cd { block.line } else { line_of(block) };
        draw_row(app, at, first.then_some(number), shown, area, row, buffer);
        row += 1;
    }
    for block in at + 1..=at + window.behind {
        draw_short(app, block, area, row, buffer);
        row += 1;
    }
}

/// A line that is printed before the first command.
fn draw_header(app: &App, at: usize, area: Rect, row: usize, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let strip = Rect { y: area.y + text::column(row), height: 1, ..area };
    text::put(buffer, strip, 0, &format!("{:>5}", at + 1), theme.style(Look::Dim));
    text::put(buffer, strip, text::column(GUTTER), &app.state.build().header[at], theme.style(Look::Plain));
}

fn draw_short(app: &App, block: usize, area: Rect, row: usize, buffer: &mut Buffer) {
    if let Some(shown) = short_command(&app.state, block, usize::from(area.width)) {
        let number = line_of(&app.state.build().transcript[block]);
        draw_row(app, block, Some(number), &shown, area, row, buffer);
    }
}

/// A row behind its gutter: line number, and a bar beside what is new in this step.
fn draw_row(app: &App, block: usize, number: Option<usize>, shown: &Line, area: Rect, row: usize, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let y = area.y + text::column(row);
    let strip = Rect { y, height: 1, ..area };
    if let Some(number) = number {
        let number = format!("{number:>5}");
        let looked_at = app.state.command() == Some(block);
        let style = if looked_at { theme.part(Part::Selected) } else { theme.style(Look::Dim) };
        text::put(buffer, strip, 0, &number, style);
    }
    let new = (app.state.frame.new_blocks.0..app.state.frame.new_blocks.1).contains(&block);
    if new {
        text::put(buffer, strip, 5, "▌", theme.part(Part::New));
    }
    let rest =
        Rect { x: area.x + text::column(GUTTER), width: area.width.saturating_sub(text::column(GUTTER)), ..strip };
    line(buffer, rest, 0, shown, theme);
}
