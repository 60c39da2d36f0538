//! The workers: when each was at work, and at what.

use super::super::blocks::{Block, LaneChart, WorkerLane, WorkerSpan};
use super::super::look::{Look, Span};
use super::super::seconds::seconds;
use super::step::StepContent;
use gostep_course::player::{self, PathRow};

impl StepContent<'_> {
    /// When each worker was at work, and at what it is.
    pub(super) fn workers(&self) -> Vec<Block> {
        let now = self.frame.moment.time_us.max(1);
        let of_worker = |lane: &player::Lane| {
            let at_work = lane.spans.last().filter(|span| span.to_us.is_none());
            let at_work = at_work.map(|span| Span::new(self.at_work(span), Look::Now));
            let at_work = at_work.unwrap_or_else(|| Span::new(self.words.frame.idle, Look::Dim));
            let name = self.words.frame.worker.with([&(lane.worker + 1)]);
            let bar = Block::WorkerLane { name, lane: self.lane(lane, now, &[]), until_us: now };
            [bar, Block::led(Span::plain("    "), vec![at_work])]
        };
        self.frame.lanes.iter().flat_map(of_worker).collect()
    }

    /// All lanes on the scale of the whole build, with the critical path in them.
    pub fn lanes(&self, path: &[PathRow], now: &str) -> LaneChart {
        let time = self.frame.moment.time_us;
        let lanes = self.frame.lanes.iter().map(|lane| self.lane(lane, time, path));
        LaneChart {
            total_us: self.build.duration_us,
            now: Some((time, now.to_owned())),
            lanes: lanes.collect(),
            with_key: false,
        }
    }

    fn lane(&self, lane: &player::Lane, now: u64, path: &[PathRow]) -> WorkerLane {
        let span = |span: &player::LaneSpan| WorkerSpan {
            name: self.name_of(span).to_owned(),
            from_us: span.from_us,
            to_us: span.to_us.unwrap_or(now),
            look: if span.to_us.is_none() { Look::Now } else { Look::Done },
            on_path: path.iter().any(|row| row.package == span.package && row.link == span.link),
        };
        WorkerLane { number: lane.worker + 1, spans: lane.spans.iter().map(span).collect() }
    }

    /// At what a worker is, and since when.
    pub fn at_work(&self, span: &player::LaneSpan) -> String {
        self.words.frame.works_on.with([&self.name_of(span), &seconds(span.from_us)])
    }

    fn name_of<'b>(&'b self, span: &'b player::LaneSpan) -> &'b str {
        if span.link { self.words.frame.link } else { &span.package }
    }
}
