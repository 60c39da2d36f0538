//! Another `-p` while a lesson is played, where it allows that.

use super::super::app::App;
use super::super::page::Page;
use gostep_course::player::Player;
use gostep_view::seconds::seconds;

impl App {
    /// Plays the lesson with another number of workers.
    pub(super) fn change_workers(&mut self, change: impl Fn(usize) -> usize) {
        if !self.state.player.head().live_workers {
            self.state.say(self.state.own.not_live);
            return;
        }
        let workers = change(self.state.build().workers);
        match self.state.player.with_workers(workers) {
            Ok(player) => {
                self.state.played_before.get_or_insert_with(|| self.state.player.clone());
                self.play_instead(player);
            }
            Err(_) => self.state.say(self.state.own.no_such_workers.with([&workers])),
        }
    }

    /// As the lesson says.
    pub(in super::super) fn restore_workers(&mut self) {
        if let Some(player) = self.state.played_before.take() {
            self.play_instead(player);
        }
    }

    fn play_instead(&mut self, player: Player) {
        self.state.player = player;
        // All that was made ready belongs to other builds.
        self.page = Page::default();
        let inspector = self.state.inspector;
        let pane = self.state.pane;
        self.state.go_to_step(self.state.step);
        self.state.inspector = inspector;
        self.state.pane = pane;
        let build = self.state.build();
        let message = self.state.own.with_workers.with([&build.workers, &seconds(build.duration_us)]);
        self.state.say(message);
    }
}

#[cfg(test)]
mod tests {
    use crate::terminal::tui::{App, Settings};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    fn app(lesson: &str) -> App {
        let player = Player::new(load(lesson, Lang::En).unwrap());
        App::new(player, Settings::default(), 0, (80, 24)).unwrap()
    }

    #[test]
    fn a_live_lesson_is_played_with_other_workers_and_back() {
        let mut app = app("runtime");
        let (workers, time) = (app.state.build().workers, app.state.build().duration_us);
        app.change_workers(|workers| workers + 7);
        assert_eq!(app.state.build().workers, workers + 7);
        assert_eq!(app.state.frame.lanes.len(), workers + 7);
        app.change_workers(|_| 0);
        assert_eq!(app.state.build().workers, workers + 7);
        app.restore_workers();
        assert_eq!((app.state.build().workers, app.state.build().duration_us), (workers, time));
    }

    #[test]
    fn another_lesson_is_not() {
        let mut app = app("order");
        let workers = app.state.build().workers;
        app.change_workers(|workers| workers + 1);
        assert_eq!(app.state.build().workers, workers);
        assert_eq!(app.state.message.as_deref(), Some(app.state.own.not_live));
    }
}
