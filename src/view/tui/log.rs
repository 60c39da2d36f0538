//! The transcript as far as it is printed: one row a command, and the one that is looked at as a whole.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::paint::{Line, Look, Span};
use super::super::panels::Panels;
use super::app::App;
use super::explanation::more;
use super::layout::{Pane, Place};
use super::text::{self, Rule, line};
use super::theme::Part;
use crate::player::{CommandView, Frame, Shown};

/// Columns of the line number and the sign behind it.
const GUTTER: usize = 7;
/// More rows than these are not asked for.
const MOST_ROWS: usize = 14;
/// Rows that remind of the log while a step is about something else.
const FEW_ROWS: usize = 3;

/// The command that a step points at, if it is a single one.
pub fn pointed_at(frame: &Frame) -> Option<usize> {
    match in_log(frame)? {
        Shown::Commands { new: false, commands, .. } => commands.first().map(|command| command.block),
        _ => None,
    }
}

/// What a step shows in the transcript, and so need not be shown elsewhere: its commands, if it shows such only once.
pub fn in_log(frame: &Frame) -> Option<&Shown> {
    let mut commands = frame.shows.iter().filter(|shown| matches!(shown, Shown::Commands { .. }));
    commands.next().filter(|_| commands.next().is_none())
}

/// A command with the words that the step or the search marks in it.
fn command(app: &App, block: usize) -> Option<CommandView> {
    if let Some(pattern) = &app.search {
        let text = app.build().transcript.get(block).map_or("", |block| block.text.as_str());
        let found: Vec<String> = pattern.find_in(text).into_iter().map(str::to_owned).collect();
        return app.player.command(app.frame.moment.build, block, &found);
    }
    let shown = app.frame.shows.iter().filter_map(|shown| match shown {
        Shown::Commands { commands, .. } => commands.iter().find(|command| command.block == block),
        _ => None,
    });
    let marked = shown.into_iter().find(|command| !command.marks.is_empty());
    marked.cloned().or_else(|| app.player.command(app.frame.moment.build, block, &[]))
}

fn panels(app: &App, width: usize) -> Panels<'_> {
    Panels { frame: &app.frame, build: app.build(), words: app.words, width: width.saturating_sub(GUTTER) }
}

/// The command that is looked at, for a pane of so many columns: as a whole where it matters, else in one line.
pub fn shown_command(app: &App, width: usize) -> Vec<Line> {
    let Some(view) = app.command().and_then(|block| command(app, block)) else { return Vec::new() };
    if !app.zoomed && app.pane != Pane::Log && !is_about_a_command(app) {
        return vec![panels(app, width).short_command(&view)];
    }
    let lines = panels(app, width).whole_command(&view);
    // The gutter is indent enough.
    lines.into_iter().map(without_indent).collect()
}

fn without_indent(mut line: Line) -> Line {
    if let Some(first) = line.first_mut()
        && let Some(rest) = first.text.strip_prefix("  ")
    {
        first.text = rest.to_owned();
    }
    line
}

/// Whether the step points at one command, or the reader has moved to one.
fn is_about_a_command(app: &App) -> bool {
    let shows_one = match in_log(&app.frame) {
        Some(Shown::Commands { commands, .. }) => commands.len() == 1,
        _ => false,
    };
    shows_one || app.is_away() || app.looked_at != pointed_at(&app.frame)
}

/// Rows of the command that a step points at that are still to be read.
pub fn unread_rows(app: &App) -> usize {
    readable_rows(app).saturating_sub(app.scroll.command)
}

/// Rows of the command that a step points at that do not fit, and are read on to: not those of a long list.
pub fn readable_rows(app: &App) -> usize {
    const MOST: usize = 20;
    let points = app.looked_at.is_some() && app.looked_at == pointed_at(&app.frame) && !app.is_away();
    let hidden = if points && is_about_a_command(app) { hidden_rows(app) } else { 0 };
    if hidden > MOST { 0 } else { hidden }
}

/// Rows of the command that is looked at that do not fit into the pane.
pub fn hidden_rows(app: &App) -> usize {
    let rows = app.page.areas.rows(Pane::Log);
    let Some(at) = app.command().filter(|_| rows > 0) else { return 0 };
    app.page.command.len().saturating_sub(rows - rows_before(app, at, rows))
}

/// One row before the command says where we are, unless there is too little room.
fn rows_before(app: &App, at: usize, rows: usize) -> usize {
    usize::from(rows > 2 && at + app.build().header.len() > 0)
}

/// How many rows the pane could use: few if the step does not point at commands.
pub fn wanted_rows(app: &App) -> usize {
    let whole = app.page.command.len();
    let rows = match in_log(&app.frame) {
        _ if app.command().is_none() => app.build().header.len(),
        _ if app.is_away() || app.looked_at != pointed_at(&app.frame) || app.pane == Pane::Log => whole + 2,
        Some(Shown::Commands { new: true, commands, .. }) => whole + commands.len().saturating_sub(1),
        Some(_) => whole + 1,
        None => FEW_ROWS,
    };
    rows.clamp(1, MOST_ROWS)
}

/// Draws the pane.
pub fn draw(app: &App, place: Place, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let build = app.build();
    let right = app.command().map_or_else(String::new, |at| {
        let last = build.transcript.last().map_or(0, |last| last.line - 1 + last.text.lines().count());
        let line = app.own.line_of.with([&build.transcript[at].line, &last]);
        match more(app, app.scroll.command, hidden_rows(app)) {
            none if none.is_empty() => line,
            more => format!("{more} · {line}"),
        }
    });
    let title = format!("{} · {}", app.own.log, build.command);
    Rule { title: &title, right: &right, active: app.pane == Pane::Log }.draw(buffer, place.rule, theme);
    match app.command() {
        None if build.header.is_empty() => {
            line(buffer, place.inside, 0, &vec![Span::new(app.own.no_log, Look::Dim)], theme);
        }
        None => {
            for at in 0..build.header.len().min(usize::from(place.inside.height)) {
                draw_header(app, at, place.inside, at, buffer);
            }
        }
        Some(at) => draw_around(app, at, place.inside, buffer),
    }
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
        let offset = app.scroll.command;
        let left = app.page.command.len().saturating_sub(offset).max(1);
        let inside = left.min(rows - rows_before(app, at, rows));
        let printed = app.frame.moment.commands - at - 1;
        let behind = printed.min((rows - inside) / 2);
        let before = (at + app.build().header.len()).min(rows - inside - behind);
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
    let header = app.build().header.len();
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
        draw_row(app, at, first, shown, area, row, buffer);
        row += 1;
    }
    for block in at + 1..=at + window.behind {
        draw_short(app, block, area, row, buffer);
        row += 1;
    }
}

/// A line that is printed before the first command.
fn draw_header(app: &App, at: usize, area: Rect, row: usize, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let strip = Rect { y: area.y + text::column(row), height: 1, ..area };
    text::put(buffer, strip, 0, &format!("{:>5}", at + 1), theme.style(Look::Dim));
    text::put(buffer, strip, text::column(GUTTER), &app.build().header[at], theme.style(Look::Plain));
}

fn draw_short(app: &App, block: usize, area: Rect, row: usize, buffer: &mut Buffer) {
    if let Some(view) = command(app, block) {
        let shown = panels(app, usize::from(area.width)).short_command(&view);
        draw_row(app, block, true, &shown, area, row, buffer);
    }
}

/// A row behind its gutter: line number, and a bar beside what is new in this step.
fn draw_row(app: &App, block: usize, first: bool, shown: &Line, area: Rect, row: usize, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let y = area.y + text::column(row);
    let strip = Rect { y, height: 1, ..area };
    if first {
        let number = format!("{:>5}", app.build().transcript[block].line);
        let looked_at = app.command() == Some(block);
        let style = if looked_at { theme.part(Part::Selected) } else { theme.style(Look::Dim) };
        text::put(buffer, strip, 0, &number, style);
    }
    let new = (app.frame.new_blocks.0..app.frame.new_blocks.1).contains(&block);
    if new {
        text::put(buffer, strip, 5, "▌", theme.part(Part::New));
    }
    let rest =
        Rect { x: area.x + text::column(GUTTER), width: area.width.saturating_sub(text::column(GUTTER)), ..strip };
    line(buffer, rest, 0, shown, theme);
}
