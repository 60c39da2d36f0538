//! Draws the two lines at the top: where we are in the lesson, and in the build.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::cells::cell_of;
use super::super::super::inline::fit;
use super::super::app::App;
use super::super::page::timeline::{TimeLine, number, stops, title_room};
use super::super::text::{column, put};
use super::super::theme::Part;
use gostep_view::look::Look;

/// Lesson and step.
pub fn draw_title(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let number = number(&app.state);
    let width = usize::from(area.width);
    let room = title_room(&app.state, width);
    let lesson = &app.state.player.head().title;
    let step = &app.state.frame.title;
    let mut at = 1;
    if lesson.width() + 3 + step.width() <= room {
        at = put(buffer, area, at, lesson, theme.style(Look::Dim));
        at = put(buffer, area, at, " › ", theme.style(Look::Dim));
    }
    let room = width.saturating_sub(usize::from(at) + number.width() + 1);
    put(buffer, area, at, &fit(step, room), theme.style(Look::Title));
    put(buffer, area, column(width.saturating_sub(number.width())), &number, theme.style(Look::Strong));
}

/// The time line of the build, with the moment and the moments of the steps.
pub fn draw_time(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let dim = theme.style(Look::Dim);
    let TimeLine { head, tail, bar: place } = TimeLine::new(&app.state, area.width);
    let mut x = put(buffer, area, 1, &head, dim) + u16::from(!head.is_empty());
    if let Some((first, cells)) = place {
        x = first;
        for (sign, part) in bar(app, cells) {
            x = put(buffer, area, x, sign, part.map_or(dim, |part| theme.part(part)));
        }
        x += 1;
    }
    put(buffer, area, x, &tail, theme.style(Look::Plain));
}

/// Cells of the bar: what is over, now, the moments of steps, what is to come.
fn bar(app: &App, cells: usize) -> Vec<(&'static str, Option<Part>)> {
    let all = app.state.build().duration_us.max(1);
    let cell = |time: u64| cell_of(time, all, cells);
    let now = cell(app.state.frame.moment.time_us);
    let stops: Vec<usize> = stops(&app.state).into_iter().map(cell).collect();
    (0..cells)
        .map(|at| match () {
            () if at == now => ("●", Some(Part::ActiveLine)),
            () if stops.contains(&at) => ("┃", (at < now).then_some(Part::Past)),
            () if at < now => ("━", Some(Part::Past)),
            () => ("─", None),
        })
        .collect()
}
