//! A line that is being typed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

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
