//! The lanes of the workers on an axis of time.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};

use super::canvas::{Head, MARGIN, Width, canvas};
use super::text::{n, name_width, plain, px, word_width};
use crate::seconds::seconds;
use crate::states::sign;
use gostep_course::player::{BuildView, Lane, LaneSpan, PathView};
use gostep_course::words::Words;
use gostep_sim::gobuild::ActionState;

/// Pixels of a lane; a bar of the critical path, and any other.
const LANE: f64 = 38.0;
const TALL: f64 = 30.0;
const LOW: f64 = 20.0;
/// Pixels between two times on the axis, at least.
const TICK: f64 = 90.0;
/// How many times as long as what has happened the axis is, at most.
const MOST_TIMES: u64 = 3;
/// Bars that are narrower than this are counted.
const LEAST: f64 = 0.5;
/// With more workers than these, those without a bar are counted.
const MOST_EMPTY: usize = 16;
/// The sign of the critical path.
const ON_PATH: &str = "◆";

/// What each worker did until a moment, in microseconds, on an axis of time. Bars of the critical path are taller, have a
/// thick border and a sign.
pub fn lanes(
    words: &Words,
    build: &BuildView,
    lanes: &[Lane],
    now_us: u64,
    path: Option<&PathView>,
    width: Width,
) -> Markup {
    let index = build.packages.iter().enumerate().map(|(at, package)| (package.path.as_str(), at)).collect();
    let path = path.map(|path| path.rows.iter().map(|row| (row.package.as_str(), row.link)).collect());
    let label = lanes.iter().map(|lane| word_width(&words.frame.worker.with([&(lane.worker + 1)])));
    let left = MARGIN + label.fold(0.0, f64::max) + 10.0;
    // Early in a long build the rest of it would leave no room for what has happened.
    let ends = lanes.iter().flat_map(|lane| &lane.spans).filter_map(|span| span.to_us);
    let happened = ends.fold(now_us, u64::max);
    let most = if happened == 0 { build.duration_us } else { happened.saturating_mul(MOST_TIMES) };
    let total = build.duration_us.clamp(happened, most).max(1);
    Chart { words, index, path, now_us, left, total, width }.markup(lanes)
}

struct Chart<'a> {
    words: &'a Words,
    index: HashMap<&'a str, usize>,
    path: Option<HashSet<(&'a str, bool)>>,
    now_us: u64,
    left: f64,
    total: u64,
    width: Width,
}

impl Chart<'_> {
    fn markup(&self, lanes: &[Lane]) -> Markup {
        let own = &self.words.picture;
        let few = lanes.len() <= MOST_EMPTY;
        let drawn: Vec<&Lane> = lanes.iter().filter(|lane| few || !lane.spans.is_empty()).collect();
        let is_short = |span: &&LaneSpan| {
            let end = span.to_us.unwrap_or(self.now_us);
            end > span.from_us && !self.is_wide(span)
        };
        let too_short = lanes.iter().flat_map(|lane| &lane.spans).filter(is_short).count();
        let title = own.lanes.with([&lanes.len(), &seconds(self.now_us)]);
        let mut head = Head::new(title, self.width);
        if self.path.is_some() {
            head.add("path", &format!("{ON_PATH} {}", own.on_path));
        }
        if drawn.len() < lanes.len() {
            head.add("dim", &own.unused.with([&(lanes.len() - drawn.len())]));
        }
        if too_short > 0 {
            head.add("dim", &own.too_short.with([&too_short]));
        }
        let top = head.bottom() + 34.0;
        let bottom = top + px(drawn.len()) * LANE;
        let now = self.x(self.now_us);
        canvas(
            "lanes",
            (self.width.px(), bottom + MARGIN),
            &head,
            &html! {
                rect.later x=(n(now)) y=(n(top)) width=(n(self.right() - now)) height=(n(bottom - top)) {}
                @for tick in ticks(self.total, (self.right() - self.left) / TICK) {
                    line.axis x1=(n(self.x(tick))) x2=(n(self.x(tick))) y1=(n(top)) y2=(n(bottom)) {}
                    // The line of the moment would go through it.
                    @if (self.x(tick) - now).abs() > TICK / 3.0 {
                        text.tick x=(n(self.x(tick))) y=(n(top - 6.0)) { (seconds(tick)) }
                    }
                }
                @for (row, lane) in drawn.iter().enumerate() { (self.lane(lane, top + px(row) * LANE)) }
                line.moment x1=(n(now)) x2=(n(now)) y1=(n(top - 20.0)) y2=(n(bottom)) {}
                (self.moment(now, top - 22.0))
            },
        )
    }

    /// The word at the line of the moment, on the side where there is room.
    fn moment(&self, x: f64, y: f64) -> Markup {
        let text = self.words.picture.now.with([&seconds(self.now_us)]);
        let before = x + word_width(&text) > self.right();
        html! { text.moment.end[before] x=(n(x)) y=(n(y)) { (text) } }
    }

    fn lane(&self, lane: &Lane, top: f64) -> Markup {
        html! {
            text.worker x=(n(MARGIN)) y=(n(top + LANE / 2.0 + 4.0)) { (self.words.frame.worker.with([&(lane.worker + 1)])) }
            @for span in lane.spans.iter().filter(|span| self.is_wide(span)) { (self.bar(span, top)) }
        }
    }

    fn bar(&self, span: &LaneSpan, top: f64) -> Markup {
        let own = &self.words.picture;
        let on_path = self.path.as_ref().is_some_and(|path| path.contains(&(span.package.as_str(), span.link)));
        let (x, end) = self.ends(span);
        let height = if on_path { TALL } else { LOW };
        let y = top + (LANE - height) / 2.0;
        let name = if span.link { self.words.frame.link.to_owned() } else { plain(&span.package) };
        let from = seconds(span.from_us);
        let mut about = match span.to_us {
            Some(to) => own.over.with([&name, &from, &seconds(to)]),
            None => own.running.with([&name, &from]),
        };
        if on_path {
            about = format!("{ON_PATH} {about} ({})", own.on_path);
        }
        let shown = if on_path { format!("{ON_PATH} {name}") } else { name };
        let (state, shown) = match span.to_us {
            Some(_) => ("done", shown),
            None => ("running", format!("{} {shown}", sign(ActionState::Running))),
        };
        html! {
            g class={ "bar " (state) @if on_path { " path" } } data-package=[self.index.get(span.package.as_str())] {
                title { (about) }
                rect x=(n(x)) y=(n(y)) width=(format!("{:.2}", end - x)) height=(n(height)) {}
                @if name_width(&shown) + 8.0 < end - x { text.name x=(n(x + 4.0)) y=(n(top + LANE / 2.0 + 4.0)) { (shown) } }
            }
        }
    }

    fn is_wide(&self, span: &LaneSpan) -> bool {
        let (from, to) = self.ends(span);
        to - from >= LEAST
    }

    fn ends(&self, span: &LaneSpan) -> (f64, f64) {
        (self.x(span.from_us), self.x(span.to_us.unwrap_or(self.now_us)))
    }

    /// The right end of the axis.
    fn right(&self) -> f64 {
        self.width.px() - MARGIN
    }

    /// Where a time is.
    fn x(&self, time_us: u64) -> f64 {
        let share = micros(time_us) / micros(self.total);
        self.left + (self.right() - self.left) * share
    }
}

/// A time as a length.
#[allow(clippy::cast_precision_loss, reason = "a picture has fewer pixels than a number of 52 bits has values")]
fn micros(time_us: u64) -> f64 {
    time_us as f64
}

/// Round times, about as many as wanted.
fn ticks(total: u64, wanted: f64) -> Vec<u64> {
    let steps = (0..).flat_map(|power| {
        [1, 2, 5].map(|digit: u64| digit.saturating_mul(10_000_u64.saturating_mul(10_u64.saturating_pow(power))))
    });
    let step = steps.into_iter().find(|step| micros(total / step) <= wanted).unwrap_or(total.max(1));
    (0..=total / step).map(|at| at * step).collect()
}
