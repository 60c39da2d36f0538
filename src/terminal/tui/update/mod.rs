//! What keys, the mouse and the clock do to the player.

mod autoplay;
mod copy;
mod end_keys;
mod find;
mod keys;
mod mouse;
mod overlay_keys;
mod question_keys;
mod running;
mod watching;
mod workers;

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use self::keys::{LessonKey, meaning};
use super::app::App;
use super::input::{Effect, Input};
use super::inspector::Inspector;
use super::layout::Pane;
use super::overlay::Overlay;
use gostep_course::player::Stride;

impl App {
    /// The one place where the state changes.
    pub fn update(&mut self, input: Input) -> Effect {
        if self.is_moving() && self.interrupted(input) {
            return Effect::Stay;
        }
        // A build that runs by itself does no task of the reader's.
        let running = self.is_moving();
        let before = (self.state.step, self.state.stand());
        let effect = match input {
            Input::Resize(width, height) => {
                self.state.size = (width, height);
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
        let moved = !running && before.0 == self.state.step && before.1 != self.state.stand();
        let effect = if moved { self.judge_stand().unwrap_or(effect) } else { effect };
        if let (Effect::Answered { right }, Some(ending)) = (effect, &mut self.state.ending) {
            ending.take_down(self.state.step, right);
        }
        self.prepare();
        if std::mem::take(&mut self.state.done) { Effect::Done } else { effect }
    }

    fn key(&mut self, key: KeyEvent) -> Effect {
        self.state.message = None;
        if matches!(key.code, KeyCode::Char('c')) && key.modifiers.contains(KeyModifiers::CONTROL) {
            return Effect::Quit;
        }
        if let Some(Overlay::End(offset)) = self.state.overlay {
            return self.end_key(offset, key);
        }
        if let Some(open) = self.state.overlay.take() {
            self.overlay_key(open, key);
            return Effect::Stay;
        }
        if let Some(effect) = self.question_key(key) {
            return effect;
        }
        match meaning(key) {
            None => Effect::Stay,
            Some(LessonKey::Quit) => Effect::Quit,
            Some(LessonKey::Suspend) => Effect::Suspend,
            Some(LessonKey::Copy) => self.copy(),
            Some(LessonKey::Course) if self.state.ending.is_some() => Effect::Course,
            Some(key) => {
                self.perform(key);
                Effect::Stay
            }
        }
    }

    fn perform(&mut self, key: LessonKey) {
        let build = self.state.frame.moment.build;
        let events = self.state.frame.moment.events;
        match key {
            LessonKey::Back | LessonKey::First | LessonKey::Last if self.state.settings.alone.is_some() => {
                self.state.say(self.state.own.alone);
            }
            LessonKey::ReadOn => self.read_on(),
            LessonKey::Next => self.next(),
            LessonKey::Back => {
                if !self.state.step.checked_sub(1).is_some_and(|step| self.state.go_to_step(step)) {
                    self.state.say(self.state.own.at_first);
                }
            }
            LessonKey::First => {
                self.state.go_to_step(0);
            }
            LessonKey::Last => {
                self.state.go_to_step(self.state.player.len().saturating_sub(1));
            }
            LessonKey::CommandOn => {
                self.state.go_to_moment(self.state.player.stride_on(build, events, Stride::Command));
            }
            LessonKey::CommandBack => {
                self.state.go_to_moment(self.state.player.stride_back(build, events, Stride::Command));
            }
            LessonKey::PackageOn => {
                self.state.go_to_moment(self.state.player.stride_on(build, events, Stride::Package));
            }
            LessonKey::PackageBack => {
                self.state.go_to_moment(self.state.player.stride_back(build, events, Stride::Package));
            }
            LessonKey::BuildEnd => self.state.go_to_moment(self.state.build().events),
            LessonKey::BuildStart => self.state.go_to_moment(0),
            LessonKey::Again => {
                self.state.go_to_step(self.state.step);
            }
            LessonKey::PaneOn => self.turn_pane(1),
            LessonKey::PaneBack => self.turn_pane(Pane::ALL.len() - 1),
            LessonKey::Up => self.scroll_by(-1),
            LessonKey::Down => self.scroll_by(1),
            LessonKey::PageUp => self.scroll_by(-self.page_rows()),
            LessonKey::PageDown => self.scroll_by(self.page_rows()),
            LessonKey::Inspect(inspector) => self.inspect(inspector),
            LessonKey::Zoom => self.state.zoomed = !self.state.zoomed,
            LessonKey::Search => self.state.overlay = Some(Overlay::Search(String::new())),
            LessonKey::MatchOn => self.find(true),
            LessonKey::MatchBack => self.find(false),
            LessonKey::GoTo => self.state.overlay = Some(Overlay::GoTo(String::new())),
            LessonKey::Help => self.state.overlay = Some(Overlay::Help(0)),
            LessonKey::Glossary => self.state.overlay = Some(Overlay::Glossary(0)),
            LessonKey::Theme => self.state.change_theme(),
            LessonKey::MoreWorkers => self.change_workers(|workers| workers + 1),
            LessonKey::FewerWorkers => self.change_workers(|workers| workers.saturating_sub(1)),
            LessonKey::OwnWorkers => self.restore_workers(),
            LessonKey::Faster => self.change_speed(|each| each * 2 / 3),
            LessonKey::Slower => self.change_speed(|each| each * 3 / 2),
            LessonKey::Close => self.close(),
            LessonKey::Copy | LessonKey::Suspend | LessonKey::Quit | LessonKey::Course => {}
        }
    }

    /// The rest of a long explanation, the rest of what the step shows, then the next step. Holds and goes on when it
    /// plays by itself.
    fn read_on(&mut self) {
        if let Some(auto) = &mut self.state.auto {
            auto.held = !auto.held;
            return;
        }
        // One line of before stays in sight.
        let page = |rows: usize| rows.saturating_sub(1).max(1);
        let rows = self.page.areas.rows(Pane::Text);
        if rows == 0 {
            // In one pane at a time the way leads through the text.
            self.state.pane = Pane::Text;
        } else if self.state.scroll.text < self.page.hidden.text {
            self.state.scroll.text += page(rows);
        } else if self.unread_command() > 0 {
            self.state.scroll.command += page(self.page.areas.rows(Pane::Log).saturating_sub(1));
        } else if self.unread_rows() > 0 {
            self.state.scroll.inspector += page(self.page.areas.rows(Pane::Inspector));
        } else if self.is_question_elsewhere() {
            self.state.pane = Pane::Text;
            self.state.show_question = true;
        } else {
            self.next();
        }
    }

    fn next(&mut self) {
        if self.state.settings.alone.is_some() {
            self.state.done = true;
            return;
        }
        let before = self.state.step;
        if self.state.go_to_step(before + 1) {
            self.set_out(before);
        } else if self.state.ending.is_some() {
            self.state.overlay = Some(Overlay::End(0));
        } else {
            self.state.say(self.state.own.at_last);
        }
    }

    fn turn_pane(&mut self, by: usize) {
        let at = Pane::ALL.iter().position(|pane| *pane == self.state.pane).unwrap_or(0);
        self.state.pane = Pane::ALL[(at + by) % Pane::ALL.len()];
    }

    pub(super) fn inspect(&mut self, inspector: Inspector) {
        self.state.inspector = inspector;
        self.state.scroll.inspector = 0;
        self.state.pane = Pane::Inspector;
    }

    fn page_rows(&self) -> isize {
        isize::try_from(self.page.areas.rows(self.state.pane)).unwrap_or(1).max(2) - 1
    }

    /// Moves in the pane that has the keys. Too far is put right by [`App::prepare`].
    fn scroll_by(&mut self, rows: isize) {
        self.scroll_pane(self.state.pane, rows);
    }

    pub(super) fn scroll_pane(&mut self, pane: Pane, rows: isize) {
        match pane {
            Pane::Text => self.state.scroll.text = self.state.scroll.text.saturating_add_signed(rows),
            Pane::Log => self.look_at_command(rows),
            Pane::Inspector => match self.state.inspector {
                Inspector::Graph => {
                    let order: Vec<usize> = self.page.graph.order().collect();
                    self.look_at_package(&order, rows);
                }
                Inspector::Cache => {
                    let order: Vec<usize> = (0..self.state.build().packages.len()).collect();
                    self.look_at_package(&order, rows);
                }
                Inspector::Files => {
                    let at = self.page.current_file(&self.state).map_or(0, |at| at.saturating_add_signed(rows));
                    self.state.file = Some(at.min(self.page.tree.files.len().saturating_sub(1)));
                    self.state.scroll.inspector = 0;
                }
                _ => {
                    self.state.scroll.inspector = self.state.scroll.inspector.saturating_add_signed(rows);
                }
            },
        }
    }

    /// Moves through a long command first, then to another one.
    fn look_at_command(&mut self, rows: isize) {
        let Some(at) = self.state.command() else { return };
        let hidden = self.page.hidden.command;
        let inside = self.state.scroll.command.saturating_add_signed(rows);
        let stays = if rows > 0 { self.state.scroll.command < hidden } else { self.state.scroll.command > 0 };
        if stays {
            self.state.scroll.command = inside.min(hidden);
            return;
        }
        let last = self.state.frame.moment.commands.saturating_sub(1);
        self.state.looked_at = Some(at.saturating_add_signed(rows).min(last));
        self.state.package = None;
        self.state.scroll.command = 0;
    }

    fn look_at_package(&mut self, order: &[usize], by: isize) {
        let Some(last) = order.len().checked_sub(1) else { return };
        let at = self.state.current_package().and_then(|current| order.iter().position(|package| *package == current));
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        self.state.package = Some(order[to]);
        self.state.scroll.inspector = 0;
    }

    fn change_speed(&mut self, change: impl Fn(Duration) -> Duration) {
        const FASTEST: Duration = Duration::from_millis(500);
        const SLOWEST: Duration = Duration::from_secs(600);
        if let Some(auto) = &mut self.state.auto {
            auto.each = change(auto.each).clamp(FASTEST, SLOWEST);
            auto.left = auto.left.min(auto.each);
        }
    }

    fn close(&mut self) {
        let asks = self.state.open_question().is_some() && self.state.auto.is_none();
        if asks && (self.state.aside || self.state.pane != Pane::Text) {
            // As the question says: once is enough, whatever else is open.
            self.state.search = None;
            self.state.zoomed = false;
            self.state.pane = Pane::Text;
            self.state.aside = false;
            self.state.show_question = true;
            return;
        }
        if self.state.search.take().is_some() {
            return;
        }
        if self.state.zoomed {
            self.state.zoomed = false;
        } else if self.state.pane != Pane::Text {
            self.state.pane = Pane::Text;
        } else if asks {
            self.state.aside = true;
        } else {
            self.state.say(self.state.own.how_to_quit);
        }
    }
}
