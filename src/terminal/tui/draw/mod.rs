//! Draws the whole screen: reads the state and the page, and changes nothing.

mod cache;
mod explanation;
mod files;
mod foot;
mod graph;
mod inspector;
mod log;
pub mod message;
pub mod neighbours;
pub mod overlay;
mod timeline;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::inline::wrap;
use super::app::App;
use super::ascii;
use super::layout::{Arrangement, Pane, SMALLEST, arrangement};
use super::text::{self, put};
use super::theme::Part;
use gostep_view::look::Span;

/// Draws a lesson; changes nothing but the screen.
pub fn draw(app: &App, canvas: &mut ratatui::Frame) {
    paint(app, canvas.buffer_mut());
}

/// Draws a lesson on a screen that is blank.
pub fn paint(app: &App, buffer: &mut Buffer) {
    let screen = buffer.area;
    buffer.set_style(screen, app.state.settings.theme.part(Part::Ground));
    if arrangement(screen.width, screen.height) == Arrangement::TooSmall {
        too_small(app, screen, buffer);
    } else {
        lesson(app, screen, buffer);
    }
    if app.state.settings.ascii {
        ascii::downgrade(buffer);
    }
}

/// Says that the screen is too small.
pub fn too_small(app: &App, screen: Rect, buffer: &mut Buffer) {
    let message = app.state.own.too_small.with([&screen.width, &screen.height, &SMALLEST.0, &SMALLEST.1]);
    let lines = wrap(&[Span::plain(message)], &Span::plain(""), usize::from(screen.width).max(2));
    text::lines(buffer, screen, &lines, 0, app.state.settings.theme);
}

fn lesson(app: &App, screen: Rect, buffer: &mut Buffer) {
    let areas = &app.page.areas;
    timeline::draw_title(app, areas.title, buffer);
    timeline::draw_time(app, areas.time, buffer);
    for (pane, place) in &areas.panes {
        match pane {
            Pane::Text => explanation::draw(app, *place, buffer),
            Pane::Log => log::draw(app, *place, buffer),
            Pane::Inspector => inspector::draw(app, *place, buffer),
        }
    }
    if let Some(between) = areas.between {
        for row in 0..between.height {
            let cell = Rect { y: between.y + row, height: 1, ..between };
            put(buffer, cell, 0, "│", app.state.settings.theme.part(Part::Line));
        }
    }
    foot::draw(app, areas.foot, buffer);
    if let Some(open) = &app.state.overlay {
        overlay::draw(app, open, screen, buffer);
    }
}
