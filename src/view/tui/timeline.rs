//! The two lines at the top: where we are in the lesson, and in the build.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::inline::fit;
use super::super::paint::Look;
use super::super::seconds::seconds;
use super::app::App;
use super::text::{column, put};
use super::theme::Part;

/// Columns that a bar needs to say something.
const NARROWEST_BAR: usize = 10;

/// Number of the step, or of the question that is asked alone, at the right end.
fn number(app: &App) -> String {
    match app.settings.alone {
        Some((number, all)) => app.own.question_of.with([&number, &all]) + " ",
        None => format!("{}/{} ", app.step + 1, app.player.len()),
    }
}

/// Columns that are left of a row for the titles.
fn title_room(app: &App, width: usize) -> usize {
    width.saturating_sub(number(app).width() + 2)
}

/// Whether the title of the step is seen as a whole.
pub fn title_fits(app: &App) -> bool {
    app.frame.title.width() <= title_room(app, usize::from(app.size.0))
}

/// Lesson and step.
pub fn draw_title(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let number = number(app);
    let width = usize::from(area.width);
    let room = title_room(app, width);
    let lesson = &app.player.head().title;
    let step = &app.frame.title;
    let mut at = 1;
    if lesson.width() + 3 + step.width() <= room {
        at = put(buffer, area, at, lesson, theme.style(Look::Dim));
        at = put(buffer, area, at, " › ", theme.style(Look::Dim));
    }
    let room = width.saturating_sub(usize::from(at) + number.width() + 1);
    put(buffer, area, at, &fit(step, room), theme.style(Look::Title));
    put(buffer, area, column(width.saturating_sub(number.width())), &number, theme.style(Look::Strong));
}

/// The texts around the bar, and where it stands.
struct TimeLine {
    head: String,
    tail: String,
    /// First column and number of columns; none where there is no room.
    bar: Option<(u16, usize)>,
}

impl TimeLine {
    fn new(app: &App, width: u16) -> Self {
        let build = app.build();
        let moment = app.frame.moment;
        let now = seconds(moment.time_us);
        let now = now.strip_suffix(" s").unwrap_or(&now);
        let all = seconds(build.duration_us);
        let builds = app.player.builds().len();
        let head = if builds > 1 { app.own.build_of.with([&(moment.build + 1), &builds]) } else { String::new() };
        let last = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
        let times = app.own.time_of.with([&now, &all]);
        let packages = app.own.packages_of.with([&moment.done, &build.packages.len()]);
        let lines = app.own.line_of.with([&moment.lines, &last]);
        let long = [times.as_str(), &packages, &lines].join(" · ");
        let width = usize::from(width).saturating_sub(2);
        let before = if head.is_empty() { 0 } else { head.width() + 1 };
        let room = |tail: &str| width.saturating_sub(before + tail.width() + 1);
        let tails = [long, format!("{times} · {packages}"), times];
        let at = tails.iter().position(|tail| room(tail) >= NARROWEST_BAR);
        let [.., short] = &tails;
        let tail = at.map_or(short, |at| &tails[at]).clone();
        let bar = at.map(|_| (1 + column(before), room(&tail)));
        Self { head, tail, bar }
    }
}

/// First column and number of columns of the bar.
pub fn bar_place(app: &App) -> Option<(u16, usize)> {
    TimeLine::new(app, app.size.0).bar
}

/// The time line of the build, with the moment and the moments of the steps.
pub fn draw_time(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let dim = theme.style(Look::Dim);
    let TimeLine { head, tail, bar: place } = TimeLine::new(app, area.width);
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
