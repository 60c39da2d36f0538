//! Another `-p` while a lesson is played, where it allows that.

use super::super::seconds::seconds;
use super::app::App;
use super::page::Page;
use crate::player::Player;

impl App {
    /// Plays the lesson with another number of workers.
    pub(super) fn change_workers(&mut self, change: impl Fn(usize) -> usize) {
        if !self.player.head().live_workers {
            self.say(self.own.not_live);
            return;
        }
        let workers = change(self.build().workers);
        match self.player.with_workers(workers) {
            Ok(player) => {
                self.played_before.get_or_insert_with(|| self.player.clone());
                self.play_instead(player);
            }
            Err(_) => self.say(self.own.no_such_workers.with([&workers])),
        }
    }

    /// As the lesson says.
    pub(super) fn restore_workers(&mut self) {
        if let Some(player) = self.played_before.take() {
            self.play_instead(player);
        }
    }

    fn play_instead(&mut self, player: Player) {
        self.player = player;
        // All that was made ready belongs to other builds.
        self.page = Page::default();
        let inspector = self.inspector;
        let pane = self.pane;
        self.go_to_step(self.step);
        self.inspector = inspector;
        self.pane = pane;
        let build = self.build();
        let message = self.own.with_workers.with([&build.workers, &seconds(build.duration_us)]);
        self.say(message);
    }
}

#[cfg(test)]
mod tests {
    use crate::lesson::load;
    use crate::player::Player;
    use crate::view::tui::{App, Settings};
    use crate::words::Lang;

    fn app(lesson: &str) -> App {
        let player = Player::new(load(lesson, Lang::En).unwrap());
        App::new(player, Settings::default(), 0, (80, 24)).unwrap()
    }

    #[test]
    fn a_live_lesson_is_played_with_other_workers_and_back() {
        let mut app = app("runtime");
        let (workers, time) = (app.build().workers, app.build().duration_us);
        app.change_workers(|workers| workers + 7);
        assert_eq!(app.build().workers, workers + 7);
        assert_eq!(app.frame.lanes.len(), workers + 7);
        app.change_workers(|_| 0);
        assert_eq!(app.build().workers, workers + 7);
        app.restore_workers();
        assert_eq!((app.build().workers, app.build().duration_us), (workers, time));
    }

    #[test]
    fn another_lesson_is_not() {
        let mut app = app("order");
        let workers = app.build().workers;
        app.change_workers(|workers| workers + 1);
        assert_eq!(app.build().workers, workers);
        assert_eq!(app.message.as_deref(), Some(app.own.not_live));
    }
}
