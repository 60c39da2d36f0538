//! What lies above the lesson until it is closed: the keys, and two lines to type in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::glossary::GlossaryView;
use super::super::inline::{pad, wrap};
use super::super::paint::{Line, Look, Span};
use super::app::App;
use super::ascii::key_names;
use super::text::{self, column, put};
use super::theme::Part;
use crate::lesson::glossary::Term;
use crate::words::present::Keys;

/// What is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// All keys, scrolled by so many rows.
    Help(usize),
    /// The glossary, scrolled by so many rows: the words of the step first, then all.
    Glossary(usize),
    /// A step, package or line is being typed.
    GoTo(String),
    /// Words to search for are being typed.
    Search(String),
    /// Something that somebody else wants to say, scrolled.
    Note {
        /// What it is.
        title: String,
        /// All lines.
        lines: Vec<Line>,
        /// Rows that are scrolled away.
        offset: usize,
    },
}

/// Draws what is open, over everything else.
pub fn draw(app: &App, overlay: &Overlay, screen: Rect, buffer: &mut Buffer) {
    let lines = box_lines(app, overlay, screen);
    match overlay {
        Overlay::Help(offset) => draw_box(app, app.own.keys_title, &lines, *offset, screen, buffer),
        Overlay::Glossary(offset) => draw_box(app, app.own.glossary_title, &lines, *offset, screen, buffer),
        Overlay::Note { title, offset, .. } => draw_box(app, title, &lines, *offset, screen, buffer),
        Overlay::GoTo(typed) => draw_input(app, app.own.go_to_title, typed, app.own.go_to_help, screen, buffer),
        Overlay::Search(typed) => draw_input(app, app.own.search_title, typed, app.own.search_help, screen, buffer),
    }
}

/// The lines of a box that is read.
fn box_lines(app: &App, overlay: &Overlay, screen: Rect) -> Vec<Line> {
    match overlay {
        Overlay::Help(_) => key_table(app.own.help, inner_width(screen), app.settings.ascii),
        Overlay::Glossary(_) => terms(app, inner_width(screen)),
        Overlay::Note { lines, .. } => lines.clone(),
        Overlay::GoTo(_) | Overlay::Search(_) => Vec::new(),
    }
}

/// The words that this step marks, then all others.
fn terms(app: &App, width: usize) -> Vec<Line> {
    let glossary = &app.glossary;
    let colour = app.settings.theme.has_colour();
    let view = GlossaryView { glossary, lang: app.player.head().lang, width, colour };
    let is_marked = |term: &Term| app.frame.terms.contains(&term.id);
    let marked = app.frame.terms.iter().filter_map(|id| glossary.get(id));
    let others = glossary.terms.iter().filter(|term| !is_marked(term));
    let mut lines = Vec::new();
    for term in marked.chain(others) {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.extend(view.term_lines(term));
    }
    lines
}

/// Columns inside a box.
pub fn inner_width(screen: Rect) -> usize {
    usize::from(screen.width.saturating_sub(6)).min(72)
}

/// Rows that a box of lines can have inside.
pub fn box_rows(screen: (u16, u16)) -> usize {
    usize::from(screen.1.saturating_sub(4)).max(1)
}

/// How far a box can be scrolled.
pub fn overflow(app: &App, overlay: &Overlay) -> usize {
    let screen = Rect::new(0, 0, app.size.0, app.size.1);
    box_lines(app, overlay, screen).len().saturating_sub(box_rows(app.size))
}

/// Keys and what they do, under their headings.
pub fn key_table(groups: Keys, width: usize, ascii: bool) -> Vec<Line> {
    let all = groups.iter().flat_map(|(_, keys)| keys.iter());
    let widest = all.map(|(key, _)| key_names(key, ascii).width()).max().unwrap_or(0);
    let mut lines = Vec::new();
    for (heading, keys) in groups {
        if !lines.is_empty() {
            lines.push(Line::new());
        }
        lines.push(vec![Span::new(*heading, Look::Title)]);
        for (key, what) in *keys {
            let lead = Span::new(pad(&key_names(key, ascii), widest + 2), Look::Strong);
            lines.extend(wrap(&[Span::plain(*what)], &lead, width));
        }
    }
    lines
}

/// Draws lines in a box, scrolled by so many rows.
pub fn draw_box(app: &App, title: &str, lines: &[Line], offset: usize, screen: Rect, buffer: &mut Buffer) {
    let widest = lines.iter().map(|line| line.iter().map(|span| span.text.width()).sum()).max().unwrap_or(0);
    let width = column(widest.max(title.width() + app.own.close.width() + 8) + 4).min(screen.width);
    let height = column(lines.len() + 2).min(screen.height.saturating_sub(2));
    let area = centred(screen, width, height);
    let hidden = lines.len().saturating_sub(usize::from(height.saturating_sub(2)));
    let offset = offset.min(hidden);
    let inside = frame(app, title, &super::explanation::more(app, offset, hidden), area, buffer);
    text::lines(buffer, inside, lines, offset, app.settings.theme);
}

/// Draws a box to type in.
pub fn draw_input(app: &App, title: &str, typed: &str, help: &str, screen: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
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
    let theme = app.settings.theme;
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
    let close = format!(" {} ", app.own.close);
    put(buffer, Rect { width: area.width - 1, ..bottom }, 2, &close, style);
    let right = if right.is_empty() { String::new() } else { format!(" {right} ") };
    if close.width() + right.width() + 5 < width {
        put(buffer, bottom, column(width - right.width() - 2), &right, style);
    }
    Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
}
