//! Playing by itself: the build runs to the moment of the step, the text scrolls, and then comes the next step.

use std::time::Duration;

use super::super::app::App;
use super::super::input::Effect;
use gostep_view::shown::pointed_at;

/// Part of a step's time in which its build runs.
const RUNNING: f64 = 0.3;
/// Parts of it at which a long text begins and ends to scroll.
const SCROLLING: (f64, f64) = (0.25, 0.9);

impl App {
    pub(super) fn tick(&mut self, time: Duration) -> Effect {
        self.run_on(time);
        let Some(auto) = &mut self.state.auto else { return Effect::Stay };
        if auto.held || self.state.overlay.is_some() {
            return Effect::Stay;
        }
        auto.left = auto.left.saturating_sub(time);
        let auto = *auto;
        if auto.left < auto.each / 2 {
            self.tell_answer();
        }
        if auto.left.is_zero() {
            let before = self.state.player.at(self.state.step);
            let there = self.state.go_to_step(self.state.step + 1);
            let from = (self.state.player.at(self.state.step).build == before.build).then_some(before.events);
            if let Some(auto) = &mut self.state.auto {
                auto.restart(Some(from.unwrap_or(0)));
            }
            self.run_build();
            return if there { Effect::Stay } else { Effect::Quit };
        }
        self.run_build();
        let (from, to) = SCROLLING;
        let part = ((auto.progress() - from) / (to - from)).clamp(0.0, 1.0);
        self.state.scroll.text = part_of(self.page.hidden.text, part);
        self.state.scroll.command = part_of(self.page.readable_command(&self.state), part);
        self.state.scroll.inspector = part_of(self.page.hidden.inspector, part);
        Effect::Stay
    }

    /// Puts the build where it is at this part of the step's time.
    fn run_build(&mut self) {
        let Some(auto) = self.state.auto else { return };
        let Some(from) = auto.from else { return };
        let to = self.state.player.at(self.state.step).events;
        let part = (auto.progress() / RUNNING).min(1.0);
        let now = from.min(to) + part_of(to.saturating_sub(from), part);
        if part >= 1.0 {
            self.state.go_to_moment(to);
            self.state.looked_at = pointed_at(&self.state.frame);
            if let Some(auto) = &mut self.state.auto {
                auto.from = None;
            }
        } else if let Some(frame) = self.state.player.frame_at(self.state.step, now) {
            self.state.frame = frame;
            self.state.looked_at = None;
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
    use crate::terminal::tui::{Input, Settings};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

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
            moments.push((app.state.step, app.state.frame.moment.events));
            assert!(ticks <= 20 * app.state.player.len());
            if app.state.auto.unwrap().from.is_none() {
                assert!(!app.state.is_away());
            }
            if effect == Effect::Quit {
                break;
            }
        }
        assert_eq!(ticks, 20 * app.state.player.len());
        for step in 1..app.state.player.len() {
            let of_step: Vec<usize> = moments.iter().filter(|(at, _)| *at == step).map(|(_, events)| *events).collect();
            assert!(of_step.is_sorted(), "{of_step:?}");
            assert_eq!(of_step.last(), Some(&app.state.player.at(step).events));
        }
    }
}
