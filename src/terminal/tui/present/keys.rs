//! What keys mean in a presentation. The list of `?` (in words/) says the same in words.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use gostep_course::player::presentation::Ask;

/// What a key means in a presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkKey {
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
pub fn meaning(key: KeyEvent) -> Option<TalkKey> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'd') => Some(TalkKey::Quit),
            KeyCode::Char('z') => Some(TalkKey::Suspend),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match key.code {
        KeyCode::PageDown | KeyCode::Char(' ') | KeyCode::Enter | KeyCode::Right => TalkKey::Ask(Ask::On),
        KeyCode::PageUp | KeyCode::Backspace | KeyCode::Left => TalkKey::Ask(Ask::Back),
        KeyCode::Char('b' | '.') => TalkKey::Ask(Ask::Blank),
        KeyCode::Char('a') => TalkKey::Ask(Ask::Answer),
        KeyCode::Char('e') => TalkKey::Ask(Ask::Explanation),
        KeyCode::Char('n') => TalkKey::Ask(Ask::StepOn),
        KeyCode::Char('p') => TalkKey::Ask(Ask::StepBack),
        KeyCode::Home => TalkKey::Ask(Ask::First),
        KeyCode::End => TalkKey::Ask(Ask::Last),
        KeyCode::Char('0') => TalkKey::Ask(Ask::ClockAnew),
        KeyCode::Up | KeyCode::Char('k') => TalkKey::Up,
        KeyCode::Down | KeyCode::Char('j') => TalkKey::Down,
        KeyCode::Char('g') => TalkKey::GoTo,
        KeyCode::Char('v') => TalkKey::LookAround,
        KeyCode::Char('c') => TalkKey::Clock,
        KeyCode::Char('t') => TalkKey::Theme,
        KeyCode::Char('?' | '？') | KeyCode::F(1) => TalkKey::Help,
        KeyCode::Esc => TalkKey::Close,
        KeyCode::Char('q') => TalkKey::Quit,
        _ => return None,
    })
}
