//! Draws the course; changes nothing but the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::{fit, pad, wrap};
use super::super::ascii;
use super::super::draw::message::message;
use super::super::layout::SMALLEST;
use super::super::page::overlay::key_table;
use super::super::text::{self, column, put};
use super::super::theme::Part;
use super::{Menu, Row};
use gostep_course::player::course::State;
use gostep_course::words::words;
use gostep_view::look::{Line, Look, Span};

/// Cells of the bar of a lesson.
const BAR: usize = 10;
/// Longer lines read badly.
const WIDEST: u16 = 100;

/// Draws it.
pub fn draw_menu(menu: &Menu, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let buffer = canvas.buffer_mut();
    let theme = menu.settings.theme;
    buffer.set_style(screen, theme.part(Part::Ground));
    if screen.width < SMALLEST.0 || screen.height < SMALLEST.1 {
        let own = &words(menu.lang).screen;
        let said = own.too_small.with([&screen.width, &screen.height, &SMALLEST.0, &SMALLEST.1]);
        let lines = wrap(&[Span::plain(said)], &Span::plain(""), usize::from(screen.width).max(2));
        text::lines(buffer, screen, &lines, 0, theme);
    } else if menu.size == (screen.width, screen.height) {
        if let Some(offset) = menu.help {
            text::lines(buffer, inside(menu), &help_lines(menu), offset, theme);
        } else {
            course(menu, buffer);
        }
        head(menu, buffer);
        foot(menu, buffer);
    }
    if menu.settings.ascii {
        ascii::downgrade(buffer);
    }
}

/// Everything between the first line and the last.
fn inside(menu: &Menu) -> Rect {
    let (width, height) = menu.size;
    Rect::new(1, 1, width.saturating_sub(2).min(WIDEST), height.saturating_sub(2))
}

fn inner_width(menu: &Menu) -> usize {
    usize::from(inside(menu).width)
}

fn head(menu: &Menu, buffer: &mut Buffer) {
    let theme = menu.settings.theme;
    let area = Rect::new(1, 0, menu.size.0.saturating_sub(2), 1);
    put(buffer, area, 0, menu.words.title, theme.style(Look::Title));
    let done = menu.rows.iter().filter(|row| row.state == State::Done).count();
    let right = menu.words.done_of.with([&done, &menu.rows.len()]);
    let at = usize::from(area.width).saturating_sub(right.width());
    if at > menu.words.title.width() + 2 {
        put(buffer, area, column(at), &right, theme.style(Look::Dim));
    }
}

/// What is said above the list: to somebody who is new, what this is; to others, what is due.
fn above(menu: &Menu) -> Vec<Line> {
    let width = inner_width(menu);
    let said = if menu.is_fresh() {
        // Where rows are few, the list is more important.
        if menu.size.1 < 20 { None } else { Some(menu.words.greeting.to_owned()) }
    } else {
        menu.agenda.clone()
    };
    let mut lines = said.map_or_else(Vec::new, |said| wrap(&[Span::plain(said)], &Span::plain(""), width));
    if menu.size.1 >= 20 {
        lines.insert(0, Line::new());
        if lines.len() > 1 {
            lines.push(Line::new());
        }
    }
    lines
}

/// What is said below the list: of the lesson that is chosen.
fn below(menu: &Menu) -> Vec<Line> {
    let width = inner_width(menu);
    let Some(row) = menu.rows.get(menu.at) else { return Vec::new() };
    let words = menu.words;
    let mut lines = wrap(&[Span::new(row.title.as_str(), Look::Title)], &Span::plain(""), width);
    let said = match (&row.state, row.minutes) {
        (State::New, Some(minutes)) => words.new_lesson.with([&minutes, &row.steps]),
        (State::New, None) => words.new_lesson_untimed.with([&row.steps]),
        (State::Begun { next, .. }, _) => match &row.next {
            Some(title) => words.goes_on.with([&(next + 1), &row.steps, title]),
            None => words.goes_on_untitled.with([&(next + 1), &row.steps]),
        },
        (State::Done, _) => words.done_lesson.to_owned(),
    };
    lines.extend(wrap(&[Span::plain(said)], &Span::plain(""), width));
    if row.score.answered > 0 {
        let score = row.score;
        let later = score.right.saturating_sub(score.right_at_first);
        let missed = score.answered - score.right;
        let said = words.answers.with([&score.right_at_first.min(score.right), &later, &missed, &score.questions]);
        lines.extend(wrap(&[Span::plain(said)], &Span::plain(""), width));
    }
    if menu.size.1 >= 20 {
        lines.insert(0, Line::new());
        if !menu.is_fresh() {
            lines.push(Line::new());
            lines.extend(wrap(&[Span::new(words.legend, Look::Dim)], &Span::plain(""), width));
        }
    }
    lines
}

/// Where the list is, and which lesson is its first one that is seen.
pub(super) fn list_area(menu: &Menu) -> (Rect, usize) {
    let area = inside(menu);
    let above = column(above(menu).len());
    let below = column(below(menu).len());
    let height = area.height.saturating_sub(above + below).max(1).min(column(menu.rows.len()));
    let first = menu.at.saturating_sub(usize::from(height) / 2);
    let first = first.min(menu.rows.len().saturating_sub(usize::from(height)));
    (Rect { y: area.y + above, height, ..area }, first)
}

fn course(menu: &Menu, buffer: &mut Buffer) {
    let theme = menu.settings.theme;
    let area = inside(menu);
    text::lines(buffer, area, &above(menu), 0, theme);
    let (list, first) = list_area(menu);
    let names = menu.rows.iter().map(|row| row.name.width()).max().unwrap_or(0);
    for (at, row) in menu.rows.iter().enumerate().skip(first).take(usize::from(list.height)) {
        let strip = Rect { y: list.y + column(at - first), height: 1, ..list };
        let lead = format!("{} {:>2}  {}", if at == menu.at { "▸" } else { " " }, at + 1, pad(&row.name, names + 2));
        let look = if at == menu.at { theme.part(Part::Selected) } else { theme.style(Look::Code) };
        let x = put(buffer, strip, 0, &lead, look);
        let tail = tail(menu, row);
        let tail_width: usize = tail.iter().map(|span| span.text.width()).sum();
        let room = usize::from(strip.width).saturating_sub(usize::from(x) + tail_width + 2);
        if room >= row.title.width().min(16) {
            put(buffer, strip, x, &fit(&row.title, room), theme.style(Look::Plain));
        }
        let from = column(usize::from(strip.width).saturating_sub(tail_width));
        let rest = Rect { x: strip.x + from, width: strip.width - from, ..strip };
        text::line(buffer, rest, 0, &tail, theme);
    }
    let rest = Rect { y: list.bottom(), height: area.bottom().saturating_sub(list.bottom()), ..area };
    text::lines(buffer, rest, &below(menu), 0, theme);
}

/// How far a lesson is: a bar, and in numbers.
fn tail(menu: &Menu, row: &Row) -> Line {
    let seen = row.seen();
    // Something of it is seen as soon as one step is, and all of it only with the last one.
    let cells = (seen * BAR).div_ceil(row.steps.max(1)).min(if seen == row.steps { BAR } else { BAR - 1 });
    let bar = |sign: &str, cells: usize| sign.repeat(cells);
    let done = if row.state == State::Done { "✓" } else { " " };
    let widest = menu.rows.iter().map(|row| row.steps).max().unwrap_or(0).to_string().len();
    vec![
        Span::new(bar("━", cells), Look::Done),
        Span::new(bar("─", BAR - cells), Look::Dim),
        Span::plain(format!(" {seen:>widest$}/{:<widest$} ", row.steps)),
        Span::new(done, Look::Done),
    ]
}

/// All keys.
pub(super) fn help_lines(menu: &Menu) -> Vec<Line> {
    key_table(menu.words.help, inner_width(menu), menu.settings.ascii)
}

fn foot(menu: &Menu, buffer: &mut Buffer) {
    let theme = menu.settings.theme;
    let (width, height) = menu.size;
    let area = Rect::new(1, height.saturating_sub(1), width.saturating_sub(2), 1);
    if let Some(said) = &menu.message {
        message(said, menu.settings, area, buffer);
        return;
    }
    let mut at = 0;
    if !menu.typed.is_empty() && menu.help.is_none() {
        at = put(buffer, area, 0, &menu.words.typed.with([&menu.typed]), theme.style(Look::Now)) + 3;
    }
    let keys = match (menu.help, menu.is_fresh()) {
        (Some(_), _) => menu.words.help_foot,
        (None, true) => menu.words.foot_first,
        (None, false) => menu.words.foot,
    };
    for (key, what) in keys {
        let key = ascii::key_names(key, menu.settings.ascii);
        if usize::from(at) + key.width() + 1 + what.width() > usize::from(area.width) {
            continue;
        }
        at = put(buffer, area, at, &key, theme.part(Part::Key)) + 1;
        at = put(buffer, area, at, what, theme.part(Part::Foot)) + 3;
    }
}
