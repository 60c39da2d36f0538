//! What stands in the two lines at the top: where we are in the lesson, and in the build.

use unicode_width::UnicodeWidthStr;

use super::super::state::State;
use super::super::text::column;
use gostep_view::seconds::{fine, seconds};
use gostep_view::shown::run_status;

/// Columns that a bar needs to say something.
const NARROWEST_BAR: usize = 10;

/// Number of the step, or of the question that is asked alone, at the right end.
pub fn number(state: &State) -> String {
    match state.settings.alone {
        Some((number, all)) => state.own.question_of.with([&number, &all]) + " ",
        None => format!("{}/{} ", state.step + 1, state.player.len()),
    }
}

/// Columns that are left of a row for the titles.
pub fn title_room(state: &State, width: usize) -> usize {
    width.saturating_sub(number(state).width() + 2)
}

/// Whether the title of the step is seen as a whole.
pub fn title_fits(state: &State) -> bool {
    state.frame.title.width() <= title_room(state, usize::from(state.size.0))
}

/// The texts around the bar, and where it stands.
pub struct TimeLine {
    /// Before it.
    pub head: String,
    /// Behind it.
    pub tail: String,
    /// First column and number of columns; none where there is no room.
    pub bar: Option<(u16, usize)>,
}

impl TimeLine {
    /// For a screen of so many columns.
    pub fn new(state: &State, width: u16) -> Self {
        let build = state.build();
        let moment = state.frame.moment;
        let now = seconds(moment.time_us);
        let now = now.strip_suffix(" s").unwrap_or(&now);
        let all = seconds(build.duration_us);
        let number = state.player.number_of_build(moment.build);
        let head = number.map_or_else(String::new, |(number, of)| state.own.build_of.with([&number, &of]));
        let last = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
        let times = state.own.time_of.with([&now, &all]);
        let packages = state.own.packages_of.with([&moment.done, &build.packages.len()]);
        let lines = state.own.line_of.with([&moment.lines, &last]);
        let long = [times.as_str(), &packages, &lines].join(" · ");
        let width = usize::from(width).saturating_sub(2);
        let before = if head.is_empty() { 0 } else { head.width() + 1 };
        let room = |tail: &str| width.saturating_sub(before + tail.width() + 1);
        // What a build will come to is no secret once it runs; before, it can be what the step asks.
        let is_asked = moment.events == 0 && state.open_question().is_some();
        let tails = if build.is_run {
            let time = fine(moment.time_us);
            [run_status(state.words, &moment, build), time.clone(), time]
        } else if is_asked {
            [packages.clone(), packages.clone(), packages]
        } else {
            [long, format!("{times} · {packages}"), times]
        };
        let at = tails.iter().position(|tail| room(tail) >= NARROWEST_BAR);
        let [.., short] = &tails;
        let tail = at.map_or(short, |at| &tails[at]).clone();
        let bar = at.map(|_| (1 + column(before), room(&tail)));
        Self { head, tail, bar }
    }
}

/// First column and number of columns of the bar.
pub fn bar_place(state: &State) -> Option<(u16, usize)> {
    TimeLine::new(state, state.size.0).bar
}

/// When the steps of this build stand, in microseconds.
pub fn stops(state: &State) -> Vec<u64> {
    let build = state.frame.moment.build;
    let steps = (0..state.player.len()).map(|step| state.player.at(step)).filter(|at| at.build == build);
    let mut times: Vec<u64> = steps.map(|at| state.player.time_of(build, at.events)).collect();
    times.dedup();
    times
}
