//! Draws what a step says.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::super::app::App;
use super::super::layout::{Pane, PaneArea};
use super::super::text::{self, Rule, more};

/// Draws the pane.
pub fn draw(app: &App, place: PaneArea, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let right = more(app.state.own, app.state.scroll.text, app.page.hidden.text);
    let title = if usize::from(place.rule.width) < right.width() + app.state.own.text.width() + 8 {
        ""
    } else {
        app.state.own.text
    };
    Rule { title, right: &right, active: app.state.pane == Pane::Text }.draw(buffer, place.rule, theme);
    text::lines(buffer, place.inside, &app.page.text.lines, app.state.scroll.text, theme);
}
