//! The build is seen running to where the step is about, until it is there or a key is pressed.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEventKind, MouseEventKind};

use super::super::app::App;
use super::super::input::Input;
use super::super::motion::Motion;
use gostep_course::words::of_commands;
use gostep_view::shown::pointed_at;

impl App {
    /// Whether it runs now.
    pub fn is_moving(&self) -> bool {
        self.state.motion.is_some()
    }

    /// Runs the build of the first step from its beginning to its end, if that step is at the beginning: so that whoever
    /// opens a lesson sees what it is about.
    #[must_use]
    pub fn opening(mut self) -> Self {
        let state = &mut self.state;
        if state.settings.motion && state.step == 0 && state.frame.moment.events == 0 {
            state.motion = Some(Motion::whole(state.build().events));
            state.say(of_commands(state.player.head().lang).menu.opening);
        }
        self
    }

    /// Runs the build from where it stood in the step before, if that is earlier in the same build.
    pub(super) fn set_out(&mut self, before: usize) {
        let (from, to) = (self.state.player.at(before), self.state.player.at(self.state.step));
        let from = if from.build == to.build { from.events } else { 0 };
        if !self.state.settings.motion {
            return;
        }
        // The panes are laid out for where it arrives.
        self.prepare();
        if let Some(motion) = Motion::between(from, to.events) {
            self.state.motion = Some(motion);
            self.show_moment(from);
        }
    }

    /// Time has passed.
    pub(super) fn run_on(&mut self, time: Duration) {
        let Some(mut motion) = self.state.motion else { return };
        match motion.pass(time) {
            Some(moment) => {
                self.state.motion = Some(motion);
                self.show_moment(moment);
            }
            None => self.arrive_now(),
        }
    }

    /// A key, the mouse or another size ends it. Tells whether that was all.
    pub(super) fn interrupted(&mut self, input: Input) -> bool {
        let only = match input {
            Input::Tick(_) => return false,
            Input::Resize(width, height) if (width, height) == self.state.size => return false,
            Input::Mouse(event) if event.kind == MouseEventKind::Moved => return true,
            Input::Key(key) if key.kind == KeyEventKind::Release => return true,
            Input::Key(key) => matches!(key.code, KeyCode::Enter | KeyCode::Char(' ') | KeyCode::Esc),
            Input::Resize(..) | Input::Mouse(_) => false,
        };
        self.arrive_now();
        self.prepare();
        only
    }

    /// Puts the build where the step is about.
    fn arrive_now(&mut self) {
        if self.state.motion.take().is_some()
            && let Some(frame) = self.state.player.frame(self.state.step)
        {
            self.state.looked_at = pointed_at(&frame);
            self.state.frame = frame;
            self.state.message = None;
        }
    }

    fn show_moment(&mut self, events: usize) {
        if let Some(frame) = self.state.player.frame_at(self.state.step, events) {
            self.state.frame = frame;
            self.state.looked_at = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tui::{Effect, Settings};
    use crossterm::event::{KeyEvent, KeyModifiers};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    fn app(motion: bool) -> App {
        let player = Player::new(load("log", Lang::En).unwrap());
        App::new(player, Settings { motion, ..Settings::default() }, 0, (80, 24)).unwrap()
    }

    fn press(app: &mut App, code: KeyCode) -> Effect {
        app.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// With time or with a key, it ends where it ends without motion.
    #[test]
    fn it_arrives_where_it_would_be_without() {
        let (mut still, mut moving) = (app(false), app(true));
        for step in 1..still.player().len() {
            press(&mut still, KeyCode::Right);
            press(&mut moving, KeyCode::Right);
            let areas = moving.page.areas.clone();
            for tick in 0.. {
                if !moving.is_moving() {
                    break;
                }
                assert_eq!(moving.page.areas, areas, "{step}: the panes stay where they are");
                assert!(tick < 60);
                match step % 2 {
                    0 => drop(press(&mut moving, KeyCode::Enter)),
                    _ => drop(moving.update(Input::Tick(Duration::from_millis(50)))),
                }
            }
            assert_eq!(moving.state.frame, still.state.frame, "{step}");
            assert_eq!(moving.state.looked_at, still.state.looked_at);
            assert_eq!(moving.state.scroll, still.state.scroll);
            assert_eq!(moving.page.areas, still.page.areas);
        }
    }

    #[test]
    fn a_lesson_opens_with_its_build() {
        assert!(!app(false).opening().is_moving());
        let mut opened = app(true).opening();
        let done = |app: &App| {
            app.state.frame.states.iter().filter(|state| **state == gostep_sim::gobuild::ActionState::Done).count()
        };
        let mut most = 0;
        while opened.is_moving() {
            opened.update(Input::Tick(Duration::from_millis(50)));
            most = most.max(done(&opened));
        }
        assert!(most > 40);
        assert_eq!((done(&opened), &opened.state.frame), (0, &app(false).state.frame));
        assert_eq!(opened.state.message, None);
    }
}
