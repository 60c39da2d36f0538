//! Playing by itself: the build runs to the moment of the step, the text scrolls, and then comes the next step.

use std::time::Duration;

use super::app::App;
use super::update::Effect;
use super::{inspectors, log};

/// Part of a step's time in which its build runs.
const RUNNING: f64 = 0.3;
/// Parts of it at which a long text begins and ends to scroll.
const SCROLLING: (f64, f64) = (0.25, 0.9);

/// Playing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Auto {
    /// Time for each step.
    pub each: Duration,
    /// What is left of it for this one.
    pub left: Duration,
    /// It waits.
    pub held: bool,
    /// The moment from which the build runs to that of the step.
    from: Option<usize>,
}

impl Auto {
    /// Begins with a step.
    pub fn new(each: Duration) -> Self {
        Self { each, left: each, held: false, from: None }
    }

    /// Begins with another step, whose build runs from a moment on.
    pub fn restart(&mut self, from: Option<usize>) {
        *self = Self { from, held: self.held, ..Self::new(self.each) };
    }

    /// How much of the step's time is over, from 0 to 1.
    fn progress(self) -> f64 {
        1.0 - self.left.as_secs_f64() / self.each.as_secs_f64().max(f64::EPSILON)
    }
}

impl App {
    pub(super) fn tick(&mut self, time: Duration) -> Effect {
        let Some(auto) = &mut self.auto else { return Effect::Stay };
        if auto.held || self.overlay.is_some() {
            return Effect::Stay;
        }
        auto.left = auto.left.saturating_sub(time);
        let auto = *auto;
        if auto.left < auto.each / 2 {
            self.tell_answer();
        }
        if auto.left.is_zero() {
            let before = self.player.at(self.step);
            let there = self.go_to_step(self.step + 1);
            let from = (self.player.at(self.step).build == before.build).then_some(before.events);
            if let Some(auto) = &mut self.auto {
                auto.restart(Some(from.unwrap_or(0)));
            }
            self.run_build();
            return if there { Effect::Stay } else { Effect::Quit };
        }
        self.run_build();
        let (from, to) = SCROLLING;
        let part = ((auto.progress() - from) / (to - from)).clamp(0.0, 1.0);
        self.scroll.text = part_of(self.hidden_text(), part);
        self.scroll.command = part_of(log::readable_rows(self), part);
        self.scroll.inspector = part_of(inspectors::hidden_rows(self), part);
        Effect::Stay
    }

    /// Puts the build where it is at this part of the step's time.
    fn run_build(&mut self) {
        let Some(auto) = self.auto else { return };
        let Some(from) = auto.from else { return };
        let to = self.player.at(self.step).events;
        let part = (auto.progress() / RUNNING).min(1.0);
        let now = from.min(to) + part_of(to.saturating_sub(from), part);
        if part >= 1.0 {
            self.go_to_moment(to);
            self.looked_at = log::pointed_at(&self.frame);
            if let Some(auto) = &mut self.auto {
                auto.from = None;
            }
        } else if let Some(frame) = self.player.frame_at(self.step, now) {
            self.frame = frame;
            self.looked_at = None;
        }
    }
}

/// Some part of a number of things.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "small numbers"
)]
fn part_of(all: usize, part: f64) -> usize {
    (all as f64 * part).round() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::load;
    use crate::player::Player;
    use crate::view::tui::{Input, Settings};
    use crate::words::Lang;

    #[test]
    fn the_build_runs_and_every_step_is_shown() {
        let player = Player::new(load("order", Lang::En).unwrap());
        let each = Duration::from_secs(10);
        let mut app = App::new(player, Settings { auto: Some(each), ..Settings::default() }, 0, (80, 24)).unwrap();
        let tick = Duration::from_millis(500);
        let mut moments = Vec::new();
        let mut ticks = 0;
        loop {
            let effect = app.update(Input::Tick(tick));
            ticks += 1;
            moments.push((app.step, app.frame.moment.events));
            assert!(ticks <= 20 * app.player.len());
            if app.auto.unwrap().from.is_none() {
                assert!(!app.is_away());
            }
            if effect == Effect::Quit {
                break;
            }
        }
        assert_eq!(ticks, 20 * app.player.len());
        for step in 1..app.player.len() {
            let of_step: Vec<usize> = moments.iter().filter(|(at, _)| *at == step).map(|(_, events)| *events).collect();
            assert!(of_step.is_sorted(), "{of_step:?}");
            assert_eq!(of_step.last(), Some(&app.player.at(step).events));
        }
    }
}
