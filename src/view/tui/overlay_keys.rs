//! What keys do to what lies above the lesson.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::app::App;
use super::overlay::{self, Overlay};

impl App {
    pub(super) fn overlay_key(&mut self, open: Overlay, key: KeyEvent) {
        match open {
            Overlay::Help(offset) => {
                self.overlay = self.box_key(&Overlay::Help(offset), offset, key).map(Overlay::Help);
            }
            Overlay::Glossary(offset) => {
                self.overlay = self.box_key(&Overlay::Glossary(offset), offset, key).map(Overlay::Glossary);
            }
            Overlay::Note { title, lines, offset } => {
                let open = Overlay::Note { title, lines, offset };
                let offset = self.box_key(&open, offset, key);
                if let (Overlay::Note { title, lines, .. }, Some(offset)) = (open, offset) {
                    self.overlay = Some(Overlay::Note { title, lines, offset });
                }
            }
            Overlay::GoTo(typed) => match typing(typed, key) {
                Typing::More(typed) => self.overlay = Some(Overlay::GoTo(typed)),
                Typing::Done(typed) => self.go_to(typed.trim()),
                Typing::GivenUp => {}
            },
            Overlay::Search(typed) => match typing(typed, key) {
                Typing::More(typed) => self.overlay = Some(Overlay::Search(typed)),
                Typing::Done(typed) => {
                    self.search = typed;
                    if !self.search.is_empty() {
                        self.find_from_here();
                    }
                }
                Typing::GivenUp => {}
            },
        }
    }

    /// Scrolls a box; any other key closes it.
    fn box_key(&self, open: &Overlay, offset: usize, key: KeyEvent) -> Option<usize> {
        let page = overlay::box_rows(self.size).saturating_sub(1).max(1);
        let to = match key.code {
            KeyCode::Down | KeyCode::Char('j') => offset + 1,
            KeyCode::Up | KeyCode::Char('k') => offset.saturating_sub(1),
            KeyCode::PageDown | KeyCode::Char(' ') | KeyCode::Enter => offset + page,
            KeyCode::PageUp => offset.saturating_sub(page),
            _ => return None,
        };
        let last = overlay::overflow(self, open);
        // Enter at the end closes, so that one can read on with Enter alone.
        if key.code == KeyCode::Enter && offset >= last { None } else { Some(to.min(last)) }
    }
}

/// What a key does to a line that is being typed.
pub enum Typing {
    /// It goes on.
    More(String),
    /// It is done.
    Done(String),
    /// It is given up.
    GivenUp,
}

/// Takes a key into a line.
pub fn typing(mut typed: String, key: KeyEvent) -> Typing {
    const LONGEST: usize = 200;
    match key.code {
        KeyCode::Esc => return Typing::GivenUp,
        KeyCode::Enter => return Typing::Done(typed),
        KeyCode::Backspace => {
            typed.pop();
        }
        KeyCode::Char('u') if key.modifiers.contains(KeyModifiers::CONTROL) => typed.clear(),
        KeyCode::Char(c)
            if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT)
                && !c.is_control()
                && typed.len() < LONGEST =>
        {
            typed.push(c);
        }
        _ => {}
    }
    Typing::More(typed)
}
