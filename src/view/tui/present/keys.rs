//! What keys mean in a presentation. The list of `?` (in words/) says the same in words.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use gostep_course::player::presentation::Ask;

/// What a presenter can want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Something that can be asked for from the second terminal too.
    Ask(Ask),
    /// Up in what is shown.
    Up,
    /// Down.
    Down,
    /// To another step.
    GoTo,
    /// The player, and back.
    LookAround,
    /// The clock, and away with it.
    Clock,
    /// Other colours.
    Theme,
    /// All keys.
    Help,
    /// Closes what is open.
    Close,
    /// Sends the program to the background.
    Suspend,
    /// Ends.
    Quit,
}

/// What a key means.
pub fn wish(key: KeyEvent) -> Option<Wish> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'd') => Some(Wish::Quit),
            KeyCode::Char('z') => Some(Wish::Suspend),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match key.code {
        KeyCode::PageDown | KeyCode::Char(' ') | KeyCode::Enter | KeyCode::Right => Wish::Ask(Ask::On),
        KeyCode::PageUp | KeyCode::Backspace | KeyCode::Left => Wish::Ask(Ask::Back),
        KeyCode::Char('b' | '.') => Wish::Ask(Ask::Blank),
        KeyCode::Char('a') => Wish::Ask(Ask::Answer),
        KeyCode::Char('e') => Wish::Ask(Ask::Explanation),
        KeyCode::Char('n') => Wish::Ask(Ask::StepOn),
        KeyCode::Char('p') => Wish::Ask(Ask::StepBack),
        KeyCode::Home => Wish::Ask(Ask::First),
        KeyCode::End => Wish::Ask(Ask::Last),
        KeyCode::Char('0') => Wish::Ask(Ask::ClockAnew),
        KeyCode::Up | KeyCode::Char('k') => Wish::Up,
        KeyCode::Down | KeyCode::Char('j') => Wish::Down,
        KeyCode::Char('g') => Wish::GoTo,
        KeyCode::Char('v') => Wish::LookAround,
        KeyCode::Char('c') => Wish::Clock,
        KeyCode::Char('t') => Wish::Theme,
        KeyCode::Char('?' | '？') | KeyCode::F(1) => Wish::Help,
        KeyCode::Esc => Wish::Close,
        KeyCode::Char('q') => Wish::Quit,
        _ => return None,
    })
}
