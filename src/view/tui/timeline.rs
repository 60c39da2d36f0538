//! The two lines at the top: where we are in the lesson, and in the build.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::inline::fit;
use super::super::paint::Look;
use super::super::plain::seconds;
use super::super::words::fill;
use super::app::App;
use super::text::{column, put};
use super::theme::Part;

/// Columns that a bar needs to say something.
const NARROWEST_BAR: usize = 10;

/// Lesson and step.
pub fn draw_title(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let number = format!("{}/{} ", app.step + 1, app.player.len());
    let width = usize::from(area.width);
    let room = width.saturating_sub(number.width() + 2);
    let lesson = &app.player.head().title;
    let step = &app.frame.title;
    let both = lesson.width() + 3 + step.width() <= room;
    let mut at = 1;
    if both {
        at = put(buffer, area, at, lesson, theme.style(Look::Dim));
        at = put(buffer, area, at, " › ", theme.style(Look::Dim));
    }
    let room = width.saturating_sub(usize::from(at) + number.width() + 1);
    put(buffer, area, at, &fit(step, room), theme.style(Look::Title));
    put(buffer, area, column(width.saturating_sub(number.width())), &number, theme.style(Look::Strong));
}

/// The time line of the build, with the moment and the moments of the steps.
pub fn draw_time(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let build = app.build();
    let moment = app.frame.moment;
    let now = seconds(moment.time_us);
    let now = now.strip_suffix(" s").unwrap_or(&now);
    let all = seconds(build.duration_us);
    let builds = app.player.builds().len();
    let head = if builds > 1 { fill(app.own.build_of, &[&(moment.build + 1), &builds]) } else { String::new() };
    let last = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
    let times = fill(app.own.time_of, &[&now, &all]);
    let packages = fill(app.own.packages_of, &[&moment.done, &build.packages.len()]);
    let lines = fill(app.own.line_of, &[&moment.lines, &last]);
    let width = usize::from(area.width).saturating_sub(2);
    let room = |tail: &str| width.saturating_sub(head.width() + tail.width() + 2);
    let tails = [[&times, &packages, &lines].map(String::as_str).join(" · "), format!("{times} · {packages}"), times];
    let tail = tails.iter().find(|tail| room(tail) >= NARROWEST_BAR);
    let dim = theme.style(Look::Dim);
    let at = put(buffer, area, 1, &head, dim);
    let at = if head.is_empty() { at } else { at + 1 };
    let Some(tail) = tail else {
        put(buffer, area, at, &tails[2], dim);
        return;
    };
    let bar = bar(app, width.saturating_sub(usize::from(at) - 1 + tail.width() + 1));
    let mut x = at;
    for (sign, part) in bar {
        x = put(buffer, area, x, sign, part.map_or(dim, |part| theme.part(part)));
    }
    put(buffer, area, x + 1, tail, theme.style(Look::Plain));
}

/// Cells of the bar: what is over, now, the moments of steps, what is to come.
fn bar(app: &App, cells: usize) -> Vec<(&'static str, Option<Part>)> {
    let all = app.build().duration_us.max(1);
    let cell = |time: u64| cell_of(time, all, cells);
    let now = cell(app.frame.moment.time_us);
    let stops: Vec<usize> = app.page_stops().into_iter().map(cell).collect();
    (0..cells)
        .map(|at| match () {
            () if at == now => ("●", Some(Part::ActiveLine)),
            () if stops.contains(&at) => ("┃", (at < now).then_some(Part::Past)),
            () if at < now => ("━", Some(Part::Past)),
            () => ("─", None),
        })
        .collect()
}

/// The cell of a moment, from 0 to one less than `cells`.
pub fn cell_of(time: u64, all: u64, cells: usize) -> usize {
    let last = cells.saturating_sub(1);
    let cell = u128::from(time) * last as u128 / u128::from(all.max(1));
    usize::try_from(cell).unwrap_or(last).min(last)
}

impl App {
    /// When the steps of this build stand, in microseconds.
    fn page_stops(&self) -> Vec<u64> {
        let build = self.frame.moment.build;
        let steps = (0..self.player.len()).map(|step| self.player.at(step)).filter(|at| at.build == build);
        let mut times: Vec<u64> = steps.map(|at| self.player.time_of(build, at.events)).collect();
        times.dedup();
        times
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cell_is_the_start_and_the_last_the_end() {
        assert_eq!(cell_of(0, 100, 10), 0);
        assert_eq!(cell_of(99, 100, 10), 8);
        assert_eq!(cell_of(100, 100, 10), 9);
        assert_eq!(cell_of(5, 0, 10), 9);
        assert_eq!(cell_of(5, 10, 0), 0);
    }
}
