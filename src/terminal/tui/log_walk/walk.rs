//! A log on the screen, and what changes it.

use crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};

use super::super::input::{Effect, Input};
use super::super::pattern::Pattern;
use super::super::settings::Settings;
use super::super::typing::{Typing, typing};
use super::keys::{LogKey, meaning};
use super::log::WalkedLog;
use super::page::Page;
use super::side::Side;
use super::state::{Asked, Pane, State};
use gostep_course::words::Lang;

/// Rows of a turn of the wheel.
const TURN: isize = 3;

/// A log on the screen.
#[derive(Clone, Debug)]
pub struct LogWalk {
    pub(super) state: State,
    /// What is drawn, made ready for the size.
    pub(super) page: Page,
}

impl LogWalk {
    /// Opens a log.
    pub fn new(log: WalkedLog, lang: Lang, settings: Settings, size: (u16, u16)) -> Self {
        let mut walk = Self { state: State::new(log, lang, settings, size), page: Page::default() };
        walk.prepare();
        walk
    }

    /// Something happened.
    pub fn update(&mut self, input: Input) -> Effect {
        let effect = match input {
            Input::Resize(width, height) => {
                self.state.size = (width, height);
                Effect::Stay
            }
            Input::Key(key) => self.key(key),
            Input::Mouse(event) => {
                self.mouse(event);
                Effect::Stay
            }
            Input::Tick(_) => return Effect::Stay,
        };
        self.prepare();
        effect
    }

    fn prepare(&mut self) {
        self.page = Page::of(&self.state);
        let hidden = self.page.hidden();
        self.state.scroll = (self.state.scroll.0.min(hidden.0), self.state.scroll.1.min(hidden.1));
    }

    fn key(&mut self, key: KeyEvent) -> Effect {
        self.state.message = None;
        match self.state.asked.take() {
            None => return meaning(key).map_or(Effect::Stay, |meant| self.meant(meant)),
            // Nothing that is typed keeps Ctrl-C from ending it.
            Some(_) if matches!(meaning(key), Some(LogKey::Quit)) && !key.modifiers.is_empty() => return Effect::Quit,
            Some(Asked::Place(typed)) => match typing(typed, key) {
                Typing::More(typed) => self.state.asked = Some(Asked::Place(typed)),
                Typing::Done(typed) => self.state.go_to_place(typed.trim()),
                Typing::GivenUp => {}
            },
            Some(Asked::Search(typed)) => match typing(typed, key) {
                Typing::More(typed) => self.state.asked = Some(Asked::Search(typed)),
                Typing::Done(typed) => {
                    self.state.search = (!typed.is_empty()).then(|| Pattern::new(&typed));
                    if self.state.search.is_some() {
                        self.state.find(true, true);
                    }
                }
                Typing::GivenUp => {}
            },
        }
        Effect::Stay
    }

    fn meant(&mut self, key: LogKey) -> Effect {
        match key {
            LogKey::ReadOn if self.state.scroll.0 < self.page.hidden().0 => {
                self.state.scroll.0 += self.page.text_rows().saturating_sub(1).max(1);
            }
            LogKey::ReadOn | LogKey::Next => self.state.step(true),
            LogKey::Back => self.state.step(false),
            LogKey::First => self.state.go(None),
            LogKey::Last => self.state.go(self.state.log.steps.last().map(|step| step.main)),
            LogKey::EntryOn => self.state.entry(true),
            LogKey::EntryBack => self.state.entry(false),
            LogKey::PackageOn => self.state.package(true),
            LogKey::PackageBack => self.state.package(false),
            LogKey::Failure => self.state.failure(),
            LogKey::Pane => self.state.pane = if self.state.pane == Pane::Text { Pane::Side } else { Pane::Text },
            LogKey::Rows(rows) => self.scroll_pane(self.state.pane, rows),
            LogKey::Pages(pages) => self.scroll_pane(self.state.pane, pages * self.page.page_rows(self.state.pane)),
            LogKey::Show(side) => {
                // The key that opens something closes it, too.
                self.state.side = if self.state.side == side { Side::Log } else { side };
                self.state.scroll.1 = 0;
                if !self.page.has_both() {
                    self.state.pane = Pane::Side;
                }
            }
            LogKey::Search => self.state.asked = Some(Asked::Search(String::new())),
            LogKey::MatchOn => self.state.find(true, false),
            LogKey::MatchBack => self.state.find(false, false),
            LogKey::GoTo => self.state.asked = Some(Asked::Place(String::new())),
            LogKey::Theme => {
                let theme = self.state.settings.theme.next();
                self.state.settings.theme = theme;
                let own = self.state.screen_words();
                self.state.message = Some(own.theme.with([&own.themes[theme as usize]]));
            }
            LogKey::Close if self.state.side != Side::Log => self.state.side = Side::Log,
            LogKey::Close => self.state.message = Some(self.state.screen_words().how_to_quit.to_owned()),
            LogKey::Suspend => return Effect::Suspend,
            LogKey::Quit => return Effect::Quit,
        }
        Effect::Stay
    }

    /// Scrolls a pane; the log goes from entry to entry.
    fn scroll_pane(&mut self, pane: Pane, rows: isize) {
        match pane {
            Pane::Text => self.state.scroll.0 = self.state.scroll.0.saturating_add_signed(rows),
            Pane::Side if self.state.side == Side::Log => self.state.entries_on(rows),
            Pane::Side => self.state.scroll.1 = self.state.scroll.1.saturating_add_signed(rows),
        }
    }

    fn mouse(&mut self, event: MouseEvent) {
        let place = (event.column, event.row);
        let Some(pane) = self.page.pane_at(place) else { return };
        match event.kind {
            MouseEventKind::ScrollUp => self.scroll_pane(pane, -TURN),
            MouseEventKind::ScrollDown => self.scroll_pane(pane, TURN),
            MouseEventKind::Down(MouseButton::Left) => {
                self.state.message = None;
                self.state.pane = pane;
                if let Some(entry) = self.page.entry_at(place) {
                    self.state.go(Some(entry));
                }
            }
            _ => {}
        }
    }
}
