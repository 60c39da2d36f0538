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
        _ => edit(&mut typed, &mut 0, key),
    };
    Typing::More(typed)
}

/// The line before and after a cursor that has so many characters behind it.
pub fn around(typed: &str, behind: usize) -> (&str, &str) {
    let from_end = |nth| typed.char_indices().rev().nth(nth).map_or(0, |(at, _)| at);
    typed.split_at(behind.checked_sub(1).map_or(typed.len(), from_end))
}

/// Changes a line, or moves the cursor in it, as a key does. Tells whether the key is one that does.
pub fn edit(typed: &mut String, behind: &mut usize, key: KeyEvent) -> bool {
    const LONGEST: usize = 200;
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let (before, after) = around(typed, *behind);
    let (mut before, after) = (before.to_owned(), after.to_owned());
    match key.code {
        KeyCode::Backspace => {
            before.pop();
        }
        KeyCode::Delete => {
            let rest = after.chars().next().map_or("", |first| &after[first.len_utf8()..]);
            *typed = before + rest;
            *behind = behind.saturating_sub(1);
            return true;
        }
        KeyCode::Left if !typed.is_empty() => *behind = (*behind + 1).min(typed.chars().count()),
        KeyCode::Right if *behind > 0 => *behind -= 1,
        KeyCode::Home => *behind = typed.chars().count(),
        KeyCode::End => *behind = 0,
        KeyCode::Char('u') if control => before.clear(),
        KeyCode::Char('w') if control => {
            let word = before.trim_end().rsplit(' ').next().map_or(0, str::len);
            before.truncate(before.trim_end().len() - word);
        }
        KeyCode::Char(c) if !control && !key.modifiers.contains(KeyModifiers::ALT) && !c.is_control() => {
            if typed.len() < LONGEST {
                before.push(c);
            }
        }
        _ => return false,
    }
    *typed = before + &after;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited() {
        let mut typed = "fmt io/fs".to_owned();
        let mut behind = 0;
        let mut press = |code, modifiers| {
            let taken = edit(&mut typed, &mut behind, KeyEvent::new(code, modifiers));
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

    #[test]
    fn a_cursor_moves_in_a_line() {
        let (mut typed, mut behind) = ("f包t".to_owned(), 0);
        let mut press = |code| {
            let taken = edit(&mut typed, &mut behind, KeyEvent::new(code, KeyModifiers::NONE));
            let (before, after) = around(&typed, behind);
            (taken, format!("{before}|{after}"))
        };
        let line = |text: &str| text.to_owned();
        assert_eq!(press(KeyCode::Right), (false, line("f包t|")));
        assert_eq!(press(KeyCode::Left), (true, line("f包|t")));
        assert_eq!(press(KeyCode::Backspace), (true, line("f|t")));
        assert_eq!(press(KeyCode::Char('m')), (true, line("fm|t")));
        assert_eq!(press(KeyCode::Home), (true, line("|fmt")));
        assert_eq!(press(KeyCode::Left), (true, line("|fmt")));
        assert_eq!(press(KeyCode::Delete), (true, line("|mt")));
        assert_eq!(press(KeyCode::End), (true, line("mt|")));
        assert_eq!(press(KeyCode::Delete), (true, line("mt|")));
    }
}
