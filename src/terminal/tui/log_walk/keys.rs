//! What keys mean while nothing is being typed: those of the player of lessons, as far as a log has what they are for.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::side::Side;

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogKey {
    /// The next part of a long text, then the next step.
    ReadOn,
    /// The next step.
    Next,
    /// The step before.
    Back,
    /// The whole log.
    First,
    /// The last step.
    Last,
    /// One entry on.
    EntryOn,
    /// One entry back.
    EntryBack,
    /// To the next package.
    PackageOn,
    /// To the package before.
    PackageBack,
    /// To the next failure.
    Failure,
    /// The other pane.
    Pane,
    /// So many rows down in this pane; up if negative.
    Rows(isize),
    /// So many pages.
    Pages(isize),
    /// Something else in the second pane.
    Show(Side),
    /// Search.
    Search,
    /// The next match.
    MatchOn,
    /// The match before.
    MatchBack,
    /// Go to a line or package.
    GoTo,
    /// Other colours.
    Theme,
    /// Closes what is open.
    Close,
    /// Sends the program to the background.
    Suspend,
    /// Ends.
    Quit,
}

/// What a key means.
pub fn meaning(key: KeyEvent) -> Option<LogKey> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'd') => Some(LogKey::Quit),
            KeyCode::Char('z') => Some(LogKey::Suspend),
            KeyCode::Char('f') => Some(LogKey::Pages(1)),
            KeyCode::Char('b') => Some(LogKey::Pages(-1)),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match key.code {
        KeyCode::Enter | KeyCode::Char(' ') => LogKey::ReadOn,
        KeyCode::Right => LogKey::Next,
        KeyCode::Left | KeyCode::Backspace | KeyCode::Char('b' | 'p') => LogKey::Back,
        KeyCode::Home => LogKey::First,
        KeyCode::End => LogKey::Last,
        KeyCode::Char('.') => LogKey::EntryOn,
        KeyCode::Char(',') => LogKey::EntryBack,
        KeyCode::Char('>') => LogKey::PackageOn,
        KeyCode::Char('<') => LogKey::PackageBack,
        KeyCode::Char('f') => LogKey::Failure,
        KeyCode::Tab | KeyCode::BackTab => LogKey::Pane,
        KeyCode::Up | KeyCode::Char('k') => LogKey::Rows(-1),
        KeyCode::Down | KeyCode::Char('j') => LogKey::Rows(1),
        KeyCode::PageUp => LogKey::Pages(-1),
        KeyCode::PageDown => LogKey::Pages(1),
        KeyCode::Char(digit @ '1'..='9') => LogKey::Show(Side::numbered(digit)?),
        KeyCode::Char('/') => LogKey::Search,
        KeyCode::Char('n') => LogKey::MatchOn,
        KeyCode::Char('N') => LogKey::MatchBack,
        KeyCode::Char('g') => LogKey::GoTo,
        KeyCode::Char('?') | KeyCode::F(1) => LogKey::Show(Side::Keys),
        KeyCode::Char('t') => LogKey::Theme,
        KeyCode::Esc => LogKey::Close,
        KeyCode::Char('q') => LogKey::Quit,
        _ => return None,
    })
}
