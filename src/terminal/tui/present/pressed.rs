//! What keys do to a presentation: to the step, to the player in which the class looks around, to what lies above.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::super::input::{Effect, Input};
use super::super::page::overlay;
use super::super::typing::{Typing, typing};
use super::keys::{TalkKey, meaning};
use super::slide::Revealed;
use super::talk::{Above, Face, Talk};
use gostep_view::look::Line;

impl Talk {
    pub(super) fn key(&mut self, key: KeyEvent) -> Effect {
        let meant = meaning(key);
        if meant == Some(TalkKey::Suspend) {
            return Effect::Suspend;
        }
        if meant == Some(TalkKey::Quit) && key.modifiers.contains(KeyModifiers::CONTROL) {
            return Effect::Quit;
        }
        match self.face {
            Face::Blank => {
                self.face = Face::Slide;
                return Effect::Stay;
            }
            Face::Around => return self.key_around(key, meant),
            Face::Slide => self.message = None,
        }
        if let Some(above) = self.above.take() {
            self.key_above(above, key);
            return Effect::Stay;
        }
        match meant {
            None | Some(TalkKey::Suspend) => {}
            Some(TalkKey::Quit) => return Effect::Quit,
            Some(TalkKey::Ask(ask)) => self.ask(ask),
            Some(TalkKey::Up) => self.scroll = self.scroll.saturating_sub(1),
            Some(TalkKey::Down) => self.scroll = (self.scroll + 1).min(self.hidden()),
            Some(TalkKey::GoTo) => self.above = Some(Above::GoTo(String::new())),
            Some(TalkKey::Help) => self.above = Some(Above::Keys(0)),
            Some(TalkKey::LookAround) => {
                self.face = Face::Around;
                self.app.state.aside = true;
                self.app.state.message = Some(self.words.how_back.to_owned());
                self.app.prepare();
            }
            Some(TalkKey::Clock) => self.clock = !self.clock,
            Some(TalkKey::Theme) => {
                self.app.state.change_theme();
                self.message = self.app.state.message.take();
            }
            Some(TalkKey::Close) => self.say(self.words.how_to_quit),
        }
        Effect::Stay
    }

    /// While looking around, keys are the player's; those that come from a clicker lead back.
    fn key_around(&mut self, key: KeyEvent, meant: Option<TalkKey>) -> Effect {
        let free = self.app.state.overlay.is_none();
        let from_clicker = matches!(key.code, KeyCode::PageDown | KeyCode::PageUp);
        let leads_back = matches!(meant, Some(TalkKey::LookAround | TalkKey::Quit)) && !self.app.is_typing();
        if free && (from_clicker || leads_back) {
            self.come_back();
            return Effect::Stay;
        }
        let before = self.app.state.step;
        let effect = self.app.update(Input::Key(key));
        if self.app.state.step != before {
            // Keys look around there too, and do not answer.
            self.app.state.aside = true;
            self.app.prepare();
            self.told = Revealed::default();
            self.scroll = 0;
        }
        match effect {
            Effect::Suspend => Effect::Suspend,
            Effect::Quit => {
                self.come_back();
                Effect::Stay
            }
            _ => Effect::Stay,
        }
    }

    fn key_above(&mut self, above: Above, key: KeyEvent) {
        match above {
            Above::Keys(offset) => {
                let last = self.key_lines().len().saturating_sub(overlay::box_rows(self.app.state.size));
                let page = overlay::box_rows(self.app.state.size).saturating_sub(1).max(1);
                let to = match key.code {
                    KeyCode::Down | KeyCode::Char('j') => offset + 1,
                    KeyCode::Up | KeyCode::Char('k') => offset.saturating_sub(1),
                    KeyCode::PageDown | KeyCode::Char(' ') if offset < last => offset + page,
                    KeyCode::PageUp if offset > 0 => offset.saturating_sub(page),
                    _ => return,
                };
                self.above = Some(Above::Keys(to.min(last)));
            }
            Above::GoTo(typed) => match typing(typed, key) {
                Typing::More(typed) => self.above = Some(Above::GoTo(typed)),
                Typing::GivenUp => {}
                Typing::Done(typed) => match self.app.state.player.find(typed.trim()) {
                    Some(step) => {
                        self.go_to(step);
                    }
                    None if typed.trim().is_empty() => {}
                    None => {
                        let message = self.app.state.words.frame.no_such_step.with([&typed.trim()]);
                        self.say(message);
                    }
                },
            },
        }
    }

    /// The lines of the box with all keys.
    pub(super) fn key_lines(&self) -> Vec<Line> {
        let screen = Rect::new(0, 0, self.app.state.size.0, self.app.state.size.1);
        overlay::key_table(self.words.keys, overlay::inner_width(screen), self.app.state.settings.ascii)
    }
}
