//! What keys and the mouse do to the course.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::super::input::Input;
use super::draw::{help_lines, list_area};
use super::{Chosen, Menu};

impl Menu {
    /// Something happened.
    pub fn update(&mut self, input: Input) -> Chosen {
        match input {
            Input::Resize(width, height) => self.size = (width, height),
            Input::Key(key) if key.kind != KeyEventKind::Release => {
                self.message = None;
                return self.key(key);
            }
            Input::Mouse(event) => match event.kind {
                MouseEventKind::ScrollUp => self.go(self.at.saturating_sub(1)),
                MouseEventKind::ScrollDown => self.go(self.at + 1),
                MouseEventKind::Down(MouseButton::Left) => return self.click(event.row),
                _ => {}
            },
            Input::Key(_) | Input::Tick(_) => {}
        }
        Chosen::Nothing
    }

    fn key(&mut self, key: KeyEvent) -> Chosen {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return match key.code {
                KeyCode::Char('c' | 'd') => Chosen::Quit,
                KeyCode::Char('z') => Chosen::Suspend,
                _ => Chosen::Nothing,
            };
        }
        if let Some(offset) = self.help {
            self.help_key(offset, key.code);
            return Chosen::Nothing;
        }
        match key.code {
            KeyCode::Enter | KeyCode::Right => return Chosen::Lesson(self.at),
            KeyCode::Up => self.go(self.at.saturating_sub(1)),
            KeyCode::Down => self.go(self.at + 1),
            KeyCode::Home | KeyCode::PageUp => self.go(0),
            KeyCode::End | KeyCode::PageDown => self.go(self.rows.len()),
            KeyCode::Esc => self.typed.clear(),
            KeyCode::Backspace => {
                self.typed.pop();
                self.find();
            }
            KeyCode::F(1) => self.help = Some(0),
            KeyCode::Char(c) => return self.letter(c),
            _ => {}
        }
        Chosen::Nothing
    }

    /// A letter goes on with what is typed if a lesson is called so; else it is a key, or begins a name or a number.
    fn letter(&mut self, c: char) -> Chosen {
        if !self.typed.is_empty() {
            let longer = format!("{}{c}", self.typed);
            if self.meant(&longer).is_some() {
                self.typed = longer;
                self.find();
                return Chosen::Nothing;
            }
        }
        match c {
            'q' => return Chosen::Quit,
            'p' if self.can_practise => return Chosen::Practice,
            'p' => self.message = Some(self.words.nothing_to_practise.to_owned()),
            '?' => self.help = Some(0),
            't' => self.settings.theme = self.settings.theme.next(),
            ' ' => return Chosen::Lesson(self.at),
            'j' => self.go(self.at + 1),
            'k' => self.go(self.at.saturating_sub(1)),
            _ => {
                self.typed = c.to_string();
                if self.meant(&self.typed).is_none() {
                    self.message = Some(self.words.no_lesson.with([&self.typed]));
                    self.typed.clear();
                }
                self.find();
            }
        }
        Chosen::Nothing
    }

    /// The lesson with this number, or the first one whose name begins so.
    fn meant(&self, typed: &str) -> Option<usize> {
        let number = typed.parse().ok().and_then(|number: usize| number.checked_sub(1));
        let number = number.filter(|&at| at < self.rows.len());
        number.or_else(|| self.rows.iter().position(|row| row.name.starts_with(typed)))
    }

    fn find(&mut self) {
        if let Some(at) = self.meant(&self.typed).filter(|_| !self.typed.is_empty()) {
            self.at = at;
        }
    }

    fn go(&mut self, at: usize) {
        self.typed.clear();
        self.at = at.min(self.rows.len().saturating_sub(1));
    }

    fn help_key(&mut self, offset: usize, code: KeyCode) {
        let rows = usize::from(self.size.1).saturating_sub(3).max(1);
        let last = help_lines(self).len().saturating_sub(rows);
        self.help = match code {
            KeyCode::Down | KeyCode::Char('j') => Some((offset + 1).min(last)),
            KeyCode::Up | KeyCode::Char('k') => Some(offset.saturating_sub(1)),
            KeyCode::PageDown | KeyCode::Char(' ') => Some((offset + rows).min(last)),
            KeyCode::PageUp => Some(offset.saturating_sub(rows)),
            _ => None,
        };
    }

    /// A click chooses a lesson, another one plays it.
    fn click(&mut self, y: u16) -> Chosen {
        if self.help.take().is_some() {
            return Chosen::Nothing;
        }
        let (area, first) = list_area(self);
        let row = y.checked_sub(area.y).filter(|row| *row < area.height).map(|row| usize::from(row) + first);
        match row.filter(|&row| row < self.rows.len()) {
            Some(row) if row == self.at => return Chosen::Lesson(row),
            Some(row) => self.go(row),
            None => {}
        }
        Chosen::Nothing
    }
}
