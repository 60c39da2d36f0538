//! Draws the inspector that is open, under the names of all.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::super::app::App;
use super::super::inspector::Inspector;
use super::super::layout::{Pane, PaneArea};
use super::super::page::inspector_title;
use super::super::text::{self, Rule, more};
use super::{cache, files, graph};

/// Draws the pane.
pub fn draw(app: &App, place: PaneArea, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let right = more(app.state.own, app.state.scroll.inspector, app.page.hidden.inspector);
    let title = inspector_title(&app.state, usize::from(place.rule.width).saturating_sub(right.width() + 8));
    Rule { title: &title, right: &right, active: app.state.pane == Pane::Inspector }.draw(buffer, place.rule, theme);
    match app.state.inspector {
        Inspector::Graph => graph::draw(app, place.inside, buffer),
        Inspector::Files => files::draw(app, place.inside, buffer),
        Inspector::Cache => cache::draw(app, place.inside, buffer),
        _ => {
            text::lines(buffer, place.inside, &app.page.inspector, app.state.scroll.inspector, theme);
        }
    }
}
