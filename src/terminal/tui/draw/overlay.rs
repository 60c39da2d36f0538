//! Draws what lies above the lesson: boxes to read, and lines to type in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::wrap;
use super::super::app::App;
use super::super::overlay::Overlay;
use super::super::page::overlay::{box_lines, inner_width};
use super::super::text::{self, column, more, put};
use super::super::theme::Part;
use gostep_course::words::of_commands;
use gostep_view::look::{Line, Look, Span};

/// Draws what is open, over everything else.
pub fn draw(app: &App, overlay: &Overlay, screen: Rect, buffer: &mut Buffer) {
    let lines = box_lines(&app.state, overlay, screen);
    match overlay {
        Overlay::Help(offset) => draw_box(app, app.state.own.keys_title, &lines, *offset, screen, buffer),
        Overlay::Glossary(offset) => draw_box(app, app.state.own.glossary_title, &lines, *offset, screen, buffer),
        Overlay::End(offset) => {
            let title = of_commands(app.player().head().lang).menu.end;
            draw_box(app, title, &lines, *offset, screen, buffer);
        }
        Overlay::Note { title, offset, .. } => draw_box(app, title, &lines, *offset, screen, buffer),
        Overlay::GoTo(typed) => {
            draw_input(app, app.state.own.go_to_title, typed, app.state.own.go_to_help, screen, buffer);
        }
        Overlay::Search(typed) => {
            draw_input(app, app.state.own.search_title, typed, app.state.own.search_help, screen, buffer);
        }
    }
}

/// Draws lines in a box, scrolled by so many rows.
pub fn draw_box(app: &App, title: &str, lines: &[Line], offset: usize, screen: Rect, buffer: &mut Buffer) {
    let widest = lines.iter().map(|line| line.iter().map(|span| span.text.width()).sum()).max().unwrap_or(0);
    let width = column(widest.max(title.width() + app.state.own.close.width() + 8) + 4).min(screen.width);
    let height = column(lines.len() + 2).min(screen.height.saturating_sub(2));
    let area = centred(screen, width, height);
    let hidden = lines.len().saturating_sub(usize::from(height.saturating_sub(2)));
    let offset = offset.min(hidden);
    let inside = frame(app, title, &more(app.state.own, offset, hidden), area, buffer);
    text::lines(buffer, inside, lines, offset, app.state.settings.theme);
}

/// Draws a box to type in.
pub fn draw_input(app: &App, title: &str, typed: &str, help: &str, screen: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let lines = wrap(&[Span::new(help, Look::Dim)], &Span::plain(""), inner_width(screen));
    let area = centred(screen, column(inner_width(screen) + 4), column(lines.len() + 3));
    let inside = frame(app, title, "", area, buffer);
    let room = usize::from(inside.width).saturating_sub(3);
    // The end of a long text is where one types.
    let mut shown = typed;
    while shown.width() > room {
        let mut rest = shown.chars();
        rest.next();
        shown = rest.as_str();
    }
    let x = put(buffer, inside, 0, "> ", theme.part(Part::Key));
    let x = put(buffer, inside, x, shown, theme.style(Look::Plain));
    put(buffer, inside, x, " ", theme.part(Part::Selected));
    let below = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    text::lines(buffer, below, &lines, 0, theme);
}

fn centred(screen: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(screen.width), height.min(screen.height));
    Rect::new((screen.width - width) / 2, (screen.height - height) / 2, width, height)
}

/// A border with a title and, at the lower end, how to close it. Gives the area inside.
fn frame(app: &App, title: &str, right: &str, area: Rect, buffer: &mut Buffer) -> Rect {
    let theme = app.state.settings.theme;
    let style = theme.part(Part::ActiveLine);
    if area.width < 4 || area.height < 3 {
        return Rect::default();
    }
    let width = usize::from(area.width);
    let ground = theme.part(Part::Ground);
    for y in area.top()..area.bottom() {
        // Half of a wide character would stay under the border.
        if let Some(before) = area.left().checked_sub(1)
            && buffer[(before, y)].symbol().width() > 1
        {
            buffer[(before, y)].set_symbol(" ");
        }
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
        let row = Rect { y, height: 1, ..area };
        buffer.set_style(row, ground);
        put(buffer, row, 0, "│", style);
        put(buffer, row, area.width - 1, "│", style);
    }
    let line = "─".repeat(width - 2);
    let top = Rect { height: 1, ..area };
    let bottom = Rect { y: area.bottom() - 1, height: 1, ..area };
    for (row, left, end) in [(top, "┌", "┐"), (bottom, "└", "┘")] {
        put(buffer, row, 0, left, style);
        put(buffer, row, 1, &line, style);
        put(buffer, row, area.width - 1, end, style);
    }
    put(buffer, Rect { width: area.width - 1, ..top }, 2, &format!(" {title} "), style);
    let close = format!(" {} ", app.state.own.close);
    put(buffer, Rect { width: area.width - 1, ..bottom }, 2, &close, style);
    let right = if right.is_empty() { String::new() } else { format!(" {right} ") };
    if close.width() + right.width() + 5 < width {
        put(buffer, bottom, column(width - right.width() - 2), &right, style);
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}
