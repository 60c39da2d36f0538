//! What keys mean when nothing is being typed. The list of `?` (in words.rs) says the same in words.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::inspector::Inspector;

/// What a person can want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The next part of a long text, then the next step.
    ReadOn,
    /// The next step.
    Next,
    /// The step before.
    Back,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// The build: one command on.
    CommandOn,
    /// One command back.
    CommandBack,
    /// One package on.
    PackageOn,
    /// One package back.
    PackageBack,
    /// To its end.
    BuildEnd,
    /// To its start.
    BuildStart,
    /// Back to the moment of the step.
    Again,
    /// The next pane.
    PaneOn,
    /// The pane before.
    PaneBack,
    /// Up in this pane.
    Up,
    /// Down in this pane.
    Down,
    /// Much up.
    PageUp,
    /// Much down.
    PageDown,
    /// Another inspector.
    Inspect(Inspector),
    /// This pane alone, and back.
    Zoom,
    /// Search the transcript.
    Search,
    /// The next match.
    MatchOn,
    /// The match before.
    MatchBack,
    /// Go somewhere.
    GoTo,
    /// All keys.
    Help,
    /// What the words mean.
    Glossary,
    /// Other colours.
    Theme,
    /// `-p`: one worker more.
    MoreWorkers,
    /// One worker less.
    FewerWorkers,
    /// As many as the lesson says.
    OwnWorkers,
    /// Autoplay: less time for each step.
    Faster,
    /// More time.
    Slower,
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
            KeyCode::Char('f') => Some(Wish::PageDown),
            KeyCode::Char('b') => Some(Wish::PageUp),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match key.code {
        KeyCode::Enter | KeyCode::Char(' ') => Wish::ReadOn,
        KeyCode::Right => Wish::Next,
        KeyCode::Left | KeyCode::Backspace | KeyCode::Char('b' | 'p') => Wish::Back,
        KeyCode::Home => Wish::First,
        KeyCode::End => Wish::Last,
        KeyCode::Char('.') => Wish::CommandOn,
        KeyCode::Char(',') => Wish::CommandBack,
        KeyCode::Char('>') => Wish::PackageOn,
        KeyCode::Char('<') => Wish::PackageBack,
        KeyCode::Char('e') => Wish::BuildEnd,
        KeyCode::Char('0') => Wish::BuildStart,
        KeyCode::Char('r') => Wish::Again,
        KeyCode::Tab => Wish::PaneOn,
        KeyCode::BackTab => Wish::PaneBack,
        KeyCode::Up | KeyCode::Char('k') => Wish::Up,
        KeyCode::Down | KeyCode::Char('j') => Wish::Down,
        KeyCode::PageUp => Wish::PageUp,
        KeyCode::PageDown => Wish::PageDown,
        KeyCode::Char(digit @ '1'..='5') => Wish::Inspect(Inspector::numbered(digit)?),
        KeyCode::Char('z') => Wish::Zoom,
        KeyCode::Char('/') => Wish::Search,
        KeyCode::Char('n') => Wish::MatchOn,
        KeyCode::Char('N') => Wish::MatchBack,
        KeyCode::Char('g') => Wish::GoTo,
        KeyCode::Char('?') | KeyCode::F(1) => Wish::Help,
        KeyCode::Char('G') => Wish::Glossary,
        KeyCode::Char('t') => Wish::Theme,
        KeyCode::Char('+') => Wish::MoreWorkers,
        KeyCode::Char('-') => Wish::FewerWorkers,
        KeyCode::Char('=') => Wish::OwnWorkers,
        KeyCode::Char(']') => Wish::Faster,
        KeyCode::Char('[') => Wish::Slower,
        KeyCode::Esc => Wish::Close,
        KeyCode::Char('q') => Wish::Quit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(code: KeyCode) -> Option<Wish> {
        wish(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn keys_mean_what_the_help_says() {
        assert_eq!(means(KeyCode::Enter), Some(Wish::ReadOn));
        assert_eq!(means(KeyCode::Char(' ')), Some(Wish::ReadOn));
        assert_eq!(means(KeyCode::Char('b')), Some(Wish::Back));
        assert_eq!(means(KeyCode::Char('3')), Some(Wish::Inspect(Inspector::Lanes)));
        assert_eq!(means(KeyCode::Char('x')), None);
        let ctrl = |letter| wish(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
        assert_eq!((ctrl('c'), ctrl('z'), ctrl('x')), (Some(Wish::Quit), Some(Wish::Suspend), None));
    }
}
