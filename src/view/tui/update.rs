//! What keys, the mouse and the clock do to the player.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent};

use super::app::App;
use super::inspectors::{self, Inspector};
use super::keys::{Wish, wish};
use super::layout::Pane;
use super::log;
use super::overlay::Overlay;
use super::theme::Theme;
use crate::player::Stride;

/// Something that happened outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(KeyEvent),
    /// Something was done with the mouse.
    Mouse(MouseEvent),
    /// The screen has so many columns and rows now.
    Resize(u16, u16),
    /// Time has passed.
    Tick(Duration),
}

/// What the caller has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw and wait for more.
    Stay,
    /// Give the terminal back and stop until the shell says go on.
    Suspend,
    /// The reader has gone on from the only step that is played.
    Done,
    /// Take down that the question of this step was answered.
    Answered {
        /// Whether rightly.
        right: bool,
    },
    /// End.
    Quit,
}

impl App {
    /// The one place where the state changes.
    pub fn update(&mut self, input: Input) -> Effect {
        let effect = match input {
            Input::Resize(width, height) => {
                self.size = (width, height);
                Effect::Stay
            }
            Input::Tick(time) => self.tick(time),
            Input::Mouse(event) => {
                self.mouse(event);
                Effect::Stay
            }
            Input::Key(key) if key.kind == KeyEventKind::Release => return Effect::Stay,
            Input::Key(key) => self.key(key),
        };
        self.prepare();
        if std::mem::take(&mut self.done) { Effect::Done } else { effect }
    }

    fn key(&mut self, key: KeyEvent) -> Effect {
        self.message = None;
        if matches!(key.code, KeyCode::Char('c')) && key.modifiers.contains(KeyModifiers::CONTROL) {
            return Effect::Quit;
        }
        if let Some(open) = self.overlay.take() {
            self.overlay_key(open, key);
            return Effect::Stay;
        }
        if let Some(effect) = self.question_key(key) {
            return effect;
        }
        match wish(key) {
            None => Effect::Stay,
            Some(Wish::Quit) => Effect::Quit,
            Some(Wish::Suspend) => Effect::Suspend,
            Some(wish) => {
                self.perform(wish);
                Effect::Stay
            }
        }
    }

    fn perform(&mut self, wish: Wish) {
        let build = self.frame.moment.build;
        let events = self.frame.moment.events;
        match wish {
            Wish::Back | Wish::First | Wish::Last if self.settings.alone.is_some() => self.say(self.own.alone),
            Wish::ReadOn => self.read_on(),
            Wish::Next => self.next(),
            Wish::Back => {
                if !self.step.checked_sub(1).is_some_and(|step| self.go_to_step(step)) {
                    self.say(self.own.at_first);
                }
            }
            Wish::First => {
                self.go_to_step(0);
            }
            Wish::Last => {
                self.go_to_step(self.player.len().saturating_sub(1));
            }
            Wish::CommandOn => self.go_to_moment(self.player.stride_on(build, events, Stride::Command)),
            Wish::CommandBack => self.go_to_moment(self.player.stride_back(build, events, Stride::Command)),
            Wish::PackageOn => self.go_to_moment(self.player.stride_on(build, events, Stride::Package)),
            Wish::PackageBack => self.go_to_moment(self.player.stride_back(build, events, Stride::Package)),
            Wish::BuildEnd => self.go_to_moment(self.build().events),
            Wish::BuildStart => self.go_to_moment(0),
            Wish::Again => {
                self.go_to_step(self.step);
            }
            Wish::PaneOn => self.turn_pane(1),
            Wish::PaneBack => self.turn_pane(Pane::ALL.len() - 1),
            Wish::Up => self.scroll_by(-1),
            Wish::Down => self.scroll_by(1),
            Wish::PageUp => self.scroll_by(-self.page_rows()),
            Wish::PageDown => self.scroll_by(self.page_rows()),
            Wish::Inspect(inspector) => self.inspect(inspector),
            Wish::Zoom => self.zoomed = !self.zoomed,
            Wish::Search => self.overlay = Some(Overlay::Search(String::new())),
            Wish::MatchOn => self.find(true),
            Wish::MatchBack => self.find(false),
            Wish::GoTo => self.overlay = Some(Overlay::GoTo(String::new())),
            Wish::Help => self.overlay = Some(Overlay::Help(0)),
            Wish::Glossary => self.overlay = Some(Overlay::Glossary(0)),
            Wish::Theme => self.change_theme(),
            Wish::MoreWorkers => self.change_workers(|workers| workers + 1),
            Wish::FewerWorkers => self.change_workers(|workers| workers.saturating_sub(1)),
            Wish::OwnWorkers => self.restore_workers(),
            Wish::Faster => self.change_speed(|each| each * 2 / 3),
            Wish::Slower => self.change_speed(|each| each * 3 / 2),
            Wish::Close => self.close(),
            Wish::Suspend | Wish::Quit => {}
        }
    }

    pub(super) fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// The rest of a long explanation, the rest of what the step shows, then the next step. Holds and goes on when it
    /// plays by itself.
    fn read_on(&mut self) {
        if let Some(auto) = &mut self.auto {
            auto.held = !auto.held;
            return;
        }
        // One line of before stays in sight.
        let page = |rows: usize| rows.saturating_sub(1).max(1);
        let rows = self.page.areas.rows(Pane::Text);
        if rows == 0 {
            // In one pane at a time the way leads through the text.
            self.pane = Pane::Text;
        } else if self.scroll.text < self.hidden_text() {
            self.scroll.text += page(rows);
        } else if log::unread_rows(self) > 0 {
            self.scroll.command += page(self.page.areas.rows(Pane::Log).saturating_sub(1));
        } else if self.unread_rows() > 0 {
            self.scroll.inspector += page(self.page.areas.rows(Pane::Inspector));
        } else if self.open_question().is_some() && self.pane != Pane::Text && !self.aside {
            // Reading on does not pass over a question.
            self.pane = Pane::Text;
            self.show_question = true;
        } else {
            self.next();
        }
    }

    /// Whether Enter shows more of this step.
    pub(super) fn has_more_to_read(&self) -> bool {
        self.page.areas.rows(Pane::Text) == 0
            || self.scroll.text < self.hidden_text()
            || log::unread_rows(self) > 0
            || self.unread_rows() > 0
    }

    /// Rows of what the step shows that have not been seen, as long as its own inspector is open.
    pub(super) fn unread_rows(&self) -> usize {
        let own = self.inspector.is_text() && self.inspector == Inspector::for_step(&self.frame);
        let hidden = if own { inspectors::hidden_rows(self) } else { 0 };
        hidden.saturating_sub(self.scroll.inspector)
    }

    fn next(&mut self) {
        if self.settings.alone.is_some() {
            self.done = true;
            return;
        }
        if !self.go_to_step(self.step + 1) {
            self.say(self.own.at_last);
        }
    }

    fn turn_pane(&mut self, by: usize) {
        let at = Pane::ALL.iter().position(|pane| *pane == self.pane).unwrap_or(0);
        self.pane = Pane::ALL[(at + by) % Pane::ALL.len()];
    }

    pub(super) fn inspect(&mut self, inspector: Inspector) {
        self.inspector = inspector;
        self.scroll.inspector = 0;
        self.pane = Pane::Inspector;
    }

    fn page_rows(&self) -> isize {
        isize::try_from(self.page.areas.rows(self.pane)).unwrap_or(1).max(2) - 1
    }

    /// Moves in the pane that has the keys. Too far is put right by [`App::prepare`].
    fn scroll_by(&mut self, rows: isize) {
        self.scroll_pane(self.pane, rows);
    }

    pub(super) fn scroll_pane(&mut self, pane: Pane, rows: isize) {
        match pane {
            Pane::Text => self.scroll.text = self.scroll.text.saturating_add_signed(rows),
            Pane::Log => self.look_at_command(rows),
            Pane::Inspector => match self.inspector {
                Inspector::Graph => {
                    let order: Vec<usize> = self.page.graph.order().collect();
                    self.look_at_package(&order, rows);
                }
                Inspector::Cache => {
                    let order: Vec<usize> = (0..self.build().packages.len()).collect();
                    self.look_at_package(&order, rows);
                }
                Inspector::Files => {
                    let at = self.current_file().map_or(0, |at| at.saturating_add_signed(rows));
                    self.file = Some(at.min(self.page.tree.files.len().saturating_sub(1)));
                    self.scroll.inspector = 0;
                }
                Inspector::Step | Inspector::Lanes => {
                    self.scroll.inspector = self.scroll.inspector.saturating_add_signed(rows);
                }
            },
        }
    }

    /// Moves through a long command first, then to another one.
    fn look_at_command(&mut self, rows: isize) {
        let Some(at) = self.command() else { return };
        let hidden = log::hidden_rows(self);
        let inside = self.scroll.command.saturating_add_signed(rows);
        let stays = if rows > 0 { self.scroll.command < hidden } else { self.scroll.command > 0 };
        if stays {
            self.scroll.command = inside.min(hidden);
            return;
        }
        let last = self.frame.moment.commands.saturating_sub(1);
        self.looked_at = Some(at.saturating_add_signed(rows).min(last));
        self.package = None;
        self.scroll.command = 0;
    }

    fn look_at_package(&mut self, order: &[usize], by: isize) {
        let Some(last) = order.len().checked_sub(1) else { return };
        let at = self.current_package().and_then(|current| order.iter().position(|package| *package == current));
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        self.package = Some(order[to]);
        self.scroll.inspector = 0;
    }

    pub(super) fn change_theme(&mut self) {
        let theme = self.settings.theme.next();
        self.settings.theme = theme;
        let at = Theme::ALL.iter().position(|(_, other)| *other == theme).unwrap_or(0);
        self.say(self.own.theme.with([&self.own.themes[at]]));
    }

    fn change_speed(&mut self, change: impl Fn(Duration) -> Duration) {
        const FASTEST: Duration = Duration::from_millis(500);
        const SLOWEST: Duration = Duration::from_secs(600);
        if let Some(auto) = &mut self.auto {
            auto.each = change(auto.each).clamp(FASTEST, SLOWEST);
            auto.left = auto.left.min(auto.each);
        }
    }

    fn close(&mut self) {
        if self.search.take().is_some() {
            return;
        }
        if self.zoomed {
            self.zoomed = false;
        } else if self.pane != Pane::Text {
            self.pane = Pane::Text;
        } else if self.open_question().is_some() {
            self.aside = !self.aside;
        } else {
            self.say(self.own.how_to_quit);
        }
    }
}
