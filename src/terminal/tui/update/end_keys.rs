//! What keys do at the end of a lesson.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::app::App;
use super::super::input::Effect;
use super::super::overlay::Overlay;
use super::super::page::overlay;
use gostep_course::words::of_commands;

impl App {
    pub(super) fn end_key(&mut self, offset: usize, key: KeyEvent) -> Effect {
        let open = Overlay::End(offset);
        let last = overlay::overflow(&self.state, &open);
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return if key.code == KeyCode::Char('z') { Effect::Suspend } else { Effect::Stay };
        }
        match key.code {
            KeyCode::Enter if offset >= last => return Effect::NextLesson,
            KeyCode::Char('n') => return Effect::NextLesson,
            KeyCode::Char('m') => return Effect::Course,
            KeyCode::Char('q') => return Effect::Quit,
            KeyCode::Char('p') if self.missed().is_empty() => {
                self.state.say(of_commands(self.player().head().lang).menu.nothing_missed);
            }
            KeyCode::Char('p') => return Effect::Practise,
            KeyCode::Char('b') | KeyCode::Left | KeyCode::Backspace => self.state.overlay = None,
            _ => self.state.overlay = self.box_key(&open, offset, key).map(Overlay::End),
        }
        Effect::Stay
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::tui::{Ending, Input, Settings};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

    fn at_the_end(lang: Lang) -> App {
        let player = Player::new(load("log", lang).unwrap());
        let last = player.len() - 1;
        let mut app = App::new(player, Settings::default(), last, (80, 24)).unwrap();
        app = app.ending_with(Ending::new([].into(), Some("Next".to_owned())));
        press(&mut app, KeyCode::Right);
        app
    }

    fn press(app: &mut App, code: KeyCode) -> Effect {
        app.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    #[test]
    fn one_key_goes_on_from_the_end() {
        for lang in Lang::ALL {
            let mut app = at_the_end(lang);
            assert_eq!(app.state.overlay, Some(Overlay::End(0)));
            for (key, effect) in
                [('p', Effect::Practise), ('m', Effect::Course), ('q', Effect::Quit), ('x', Effect::Stay)]
            {
                assert_eq!(press(&mut app, KeyCode::Char(key)), effect);
            }
            // What is below is read first.
            let enters = (0..9).map(|_| press(&mut app, KeyCode::Enter)).take_while(|effect| *effect == Effect::Stay);
            assert!(enters.count() < 3);
            assert_eq!(press(&mut app, KeyCode::Esc), Effect::Stay);
            assert_eq!((&app.state.overlay, app.state.step + 1), (&None, app.player().len()));
        }
    }

    /// From any step of the course, `m` leads back to it; from a lesson alone there is nowhere to go.
    #[test]
    fn a_lesson_of_the_course_leads_back_to_it() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let mut app = App::new(player, Settings::default(), 3, (80, 24)).unwrap();
        assert_eq!(press(&mut app, KeyCode::Char('m')), Effect::Stay);
        let mut app = app.ending_with(Ending::new([].into(), None));
        assert_eq!(press(&mut app, KeyCode::Char('m')), Effect::Course);
    }

    /// Whatever pane is looked at and whatever was searched for, one Esc comes back to the question that was left.
    #[test]
    fn one_escape_comes_back_to_a_question() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let mut app = App::new(player, Settings::default(), 1, (80, 24)).unwrap();
        assert!(app.is_asking());
        press(&mut app, KeyCode::Esc);
        press(&mut app, KeyCode::Tab);
        press(&mut app, KeyCode::Char('z'));
        assert!(!app.is_asking());
        press(&mut app, KeyCode::Esc);
        assert!(app.is_asking());
    }

    #[test]
    fn without_an_ending_the_last_step_is_the_last() {
        let player = Player::new(load("log", Lang::En).unwrap());
        let last = player.len() - 1;
        let mut app = App::new(player, Settings::default(), last, (80, 24)).unwrap();
        assert_eq!(press(&mut app, KeyCode::Right), Effect::Stay);
        assert_eq!(app.state.overlay, None);
        assert!(app.state.message.is_some());
    }
}
