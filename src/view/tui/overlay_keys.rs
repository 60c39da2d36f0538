//! What keys do to what lies above the lesson.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::app::App;
use super::overlay::{self, Overlay};
use super::pattern::Pattern;

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
                    self.search = (!typed.is_empty()).then(|| Pattern::new(&typed));
                    self.find_from_here();
                }
                Typing::GivenUp => {}
            },
        }
    }

    /// Scrolls a box, or closes it.
    fn box_key(&self, open: &Overlay, offset: usize, key: KeyEvent) -> Option<usize> {
        let page = overlay::box_rows(self.size).saturating_sub(1).max(1);
        let to = match key.code {
            KeyCode::Down | KeyCode::Char('j') => offset + 1,
            KeyCode::Up | KeyCode::Char('k') => offset.saturating_sub(1),
            KeyCode::PageDown | KeyCode::Char(' ') | KeyCode::Enter => offset + page,
            KeyCode::PageUp => offset.saturating_sub(page),
            KeyCode::Esc | KeyCode::F(_) | KeyCode::Char('q' | '?' | 'G') => return None,
            // What one types on to look for a word is no command for what lies below.
            _ => offset,
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
    match key.code {
        KeyCode::Esc => return Typing::GivenUp,
        KeyCode::Enter => return Typing::Done(typed),
        _ => edit(&mut typed, key),
    };
    Typing::More(typed)
}

/// Changes a line as a key does. Tells whether the key is one that does.
pub fn edit(typed: &mut String, key: KeyEvent) -> bool {
    const LONGEST: usize = 200;
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Backspace => {
            typed.pop();
        }
        KeyCode::Char('u') if control => typed.clear(),
        KeyCode::Char('w') if control => {
            let word = typed.trim_end().rsplit(' ').next().map_or(0, str::len);
            typed.truncate(typed.trim_end().len() - word);
        }
        KeyCode::Char(c) if !control && !key.modifiers.contains(KeyModifiers::ALT) && !c.is_control() => {
            if typed.len() < LONGEST {
                typed.push(c);
            }
        }
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited() {
        let mut typed = "fmt io/fs".to_owned();
        let mut press = |code, modifiers| {
            let taken = edit(&mut typed, KeyEvent::new(code, modifiers));
            (taken, typed.clone())
        };
        let (plain, control) = (KeyModifiers::NONE, KeyModifiers::CONTROL);
        assert_eq!(press(KeyCode::Backspace, plain), (true, "fmt io/f".to_owned()));
        assert_eq!(press(KeyCode::Char('w'), control), (true, "fmt ".to_owned()));
        assert_eq!(press(KeyCode::Char('包'), plain), (true, "fmt 包".to_owned()));
        assert_eq!(press(KeyCode::Char('a'), control), (false, "fmt 包".to_owned()));
        assert_eq!(press(KeyCode::Char('u'), control), (true, String::new()));
        assert_eq!(press(KeyCode::Char('w'), control), (true, String::new()));
        assert_eq!(press(KeyCode::Backspace, plain), (true, String::new()));
    }
}
