//! Draws the whole screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::inline::wrap;
use super::super::paint::{Look, Span};
use super::app::{App, Settings};
use super::layout::{Arrangement, Pane, SMALLEST, arrangement};
use super::overlay::{self, Overlay};
use super::text::{self, put};
use super::theme::Part;
use crate::player::Form;

use super::{ascii, explanation, inspectors, log, timeline};

/// Draws a lesson; changes nothing but the screen.
pub fn draw(app: &App, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let buffer = canvas.buffer_mut();
    buffer.set_style(screen, app.settings.theme.part(Part::Ground));
    if arrangement(screen.width, screen.height) == Arrangement::TooSmall {
        too_small(app, screen, buffer);
    } else {
        lesson(app, screen, buffer);
    }
    if app.settings.ascii {
        ascii::downgrade(buffer);
    }
}

/// Says that the screen is too small.
pub fn too_small(app: &App, screen: Rect, buffer: &mut Buffer) {
    let message = app.own.too_small.with([&screen.width, &screen.height, &SMALLEST.0, &SMALLEST.1]);
    let lines = wrap(&[Span::plain(message)], &Span::plain(""), usize::from(screen.width).max(2));
    text::lines(buffer, screen, &lines, 0, app.settings.theme);
}

fn lesson(app: &App, screen: Rect, buffer: &mut Buffer) {
    let areas = &app.page.areas;
    timeline::draw_title(app, areas.title, buffer);
    timeline::draw_time(app, areas.time, buffer);
    for (pane, place) in &areas.panes {
        match pane {
            Pane::Text => explanation::draw(app, *place, buffer),
            Pane::Log => log::draw(app, *place, buffer),
            Pane::Inspector => inspectors::draw(app, *place, buffer),
        }
    }
    if let Some(between) = areas.between {
        for row in 0..between.height {
            let cell = Rect { y: between.y + row, height: 1, ..between };
            put(buffer, cell, 0, "│", app.settings.theme.part(Part::Line));
        }
    }
    foot(app, areas.foot, buffer);
    if let Some(open) = &app.overlay {
        overlay::draw(app, open, screen, buffer);
    }
}

/// Says something at the bottom, in as many rows as it takes.
pub fn message(text: &str, settings: Settings, foot: Rect, buffer: &mut Buffer) {
    let theme = settings.theme;
    let text = ascii::key_names(text, settings.ascii);
    let room = usize::from(foot.width).max(2);
    let lines = wrap(&[Span::plain(&*text)], &Span::plain(""), room);
    let height = text::column(lines.len()).min(foot.bottom());
    for (row, line) in (foot.bottom() - height..foot.bottom()).zip(&lines) {
        let row = Rect { y: row, height: 1, ..foot };
        for x in row.left()..row.right() {
            buffer[(x, row.y)].reset();
        }
        buffer.set_style(row, theme.part(Part::Ground));
        let words: String = line.iter().map(|span| span.text.as_str()).collect();
        put(buffer, row, 0, &words, theme.part(Part::Message));
    }
}

/// The bottom line: a message, or the keys that matter now, the most important ones first.
fn foot(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    if let Some(text) = &app.message {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        message(text, app.settings, inner, buffer);
        return;
    }
    let mut at = 1;
    if let Some(auto) = &app.auto {
        let seconds = auto.left.as_secs() + u64::from(auto.left.subsec_millis() > 0);
        // At most one digit behind the point.
        let tenths = (auto.each.as_millis() + 50) / 100;
        let each =
            if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
        let speed = app.own.auto.with([&each]);
        let text = if auto.held { format!("{} · {speed}", app.own.held) } else { format!("{speed} · {seconds} s") };
        at = put(buffer, area, at, &text, theme.style(Look::Now)) + 3;
    }
    let width = usize::from(area.width);
    for (key, what) in keys(app) {
        let key = ascii::key_names(key, app.settings.ascii);
        if usize::from(at) + key.width() + 1 + what.width() > width {
            continue;
        }
        at = put(buffer, area, at, &key, theme.part(Part::Key));
        at = put(buffer, area, at + 1, what, theme.part(Part::Foot)) + 3;
    }
}

fn keys(app: &App) -> Vec<(&'static str, &'static str)> {
    let foot = &app.own.foot;
    match &app.overlay {
        Some(Overlay::Help(_) | Overlay::Glossary(_) | Overlay::Note { .. }) => return vec![foot.close, foot.scroll],
        Some(Overlay::GoTo(_) | Overlay::Search(_)) => return vec![foot.enter, foot.close],
        None => {}
    }
    if app.is_asking() {
        return question_keys(app);
    }
    let mut keys = Vec::new();
    let alone = app.settings.alone.is_some();
    let last = app.step() + 1 == app.player().len() && !alone;
    if app.is_away() && !app.is_playing() {
        keys.push(foot.again);
    }
    match &app.auto {
        Some(auto) => keys.extend([if auto.held { foot.go_on } else { foot.hold }, foot.speed]),
        None if app.has_more_to_read() => keys.push(foot.more),
        None if last => keys.push(foot.finish),
        None => keys.push(foot.next),
    }
    if app.step() > 0 && !alone {
        keys.push(foot.back);
    }
    keys.push(foot.help);
    if !app.frame.terms.is_empty() {
        keys.push(foot.terms);
    }
    if app.player().head().live_workers {
        keys.push(foot.workers);
    }
    keys.push(foot.pane);
    if !last || app.auto.is_some() {
        keys.push(foot.quit);
    }
    if app.pane != Pane::Text {
        keys.push(foot.scroll);
    }
    keys.push(foot.command);
    keys
}

fn question_keys(app: &App) -> Vec<(&'static str, &'static str)> {
    let foot = &app.own.foot;
    let mut keys = Vec::new();
    let more = app.scroll.text < app.hidden_text() && !app.is_answer_begun();
    if more {
        keys.push(foot.more);
    }
    if !app.is_typing() {
        keys.push(foot.pick);
    }
    if !more {
        keys.push(foot.answer);
    }
    keys.extend([if app.has_hint_left() { foot.hint } else { foot.solution }, foot.skip]);
    let completes =
        app.is_answer_begun() && app.open_question().is_some_and(|form| matches!(form, Form::Packages { .. }));
    if completes {
        keys.push(foot.complete);
    }
    if app.settings.alone.is_none() {
        keys.push(foot.left);
    }
    keys.extend([foot.keys, if app.is_typing() { foot.leave } else { foot.quit }]);
    // With nothing to complete, Tab is what it is elsewhere.
    if !completes {
        keys.push(foot.pane);
    }
    keys
}
