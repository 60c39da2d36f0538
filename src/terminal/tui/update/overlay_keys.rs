//! What keys do to what lies above the lesson.

use crossterm::event::{KeyCode, KeyEvent};

use super::super::app::App;
use super::super::overlay::Overlay;
use super::super::page::overlay;
use super::super::pattern::Pattern;
use super::super::typing::{Typing, typing};

impl App {
    pub(super) fn overlay_key(&mut self, open: Overlay, key: KeyEvent) {
        match open {
            Overlay::Help(offset) => {
                self.state.overlay = self.box_key(&Overlay::Help(offset), offset, key).map(Overlay::Help);
            }
            Overlay::Glossary(offset) => {
                self.state.overlay = self.box_key(&Overlay::Glossary(offset), offset, key).map(Overlay::Glossary);
            }
            // The keys of the end also go on, which is done elsewhere.
            Overlay::End(_) => {}
            Overlay::Note { title, lines, offset } => {
                let open = Overlay::Note { title, lines, offset };
                let offset = self.box_key(&open, offset, key);
                if let (Overlay::Note { title, lines, .. }, Some(offset)) = (open, offset) {
                    self.state.overlay = Some(Overlay::Note { title, lines, offset });
                }
            }
            Overlay::GoTo(typed) => match typing(typed, key) {
                Typing::More(typed) => self.state.overlay = Some(Overlay::GoTo(typed)),
                Typing::Done(typed) => self.go_to(typed.trim()),
                Typing::GivenUp => {}
            },
            Overlay::Search(typed) => match typing(typed, key) {
                Typing::More(typed) => self.state.overlay = Some(Overlay::Search(typed)),
                Typing::Done(typed) => {
                    self.state.search = (!typed.is_empty()).then(|| Pattern::new(&typed));
                    self.find_from_here();
                }
                Typing::GivenUp => {}
            },
        }
    }

    /// Scrolls a box, or closes it.
    pub(super) fn box_key(&self, open: &Overlay, offset: usize, key: KeyEvent) -> Option<usize> {
        let page = overlay::box_rows(self.state.size).saturating_sub(1).max(1);
        let to = match key.code {
            KeyCode::Down | KeyCode::Char('j') => offset + 1,
            KeyCode::Up | KeyCode::Char('k') => offset.saturating_sub(1),
            KeyCode::PageDown | KeyCode::Char(' ') | KeyCode::Enter => offset + page,
            KeyCode::PageUp => offset.saturating_sub(page),
            KeyCode::Esc | KeyCode::F(_) | KeyCode::Char('q' | '?' | 'G') => return None,
            // Other keys do nothing: the player below must not take them.
            _ => offset,
        };
        let last = overlay::overflow(&self.state, open);
        // Enter at the end closes, so that Enter alone is enough to read on.
        if key.code == KeyCode::Enter && offset >= last { None } else { Some(to.min(last)) }
    }
}
