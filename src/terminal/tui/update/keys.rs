//! What keys mean when nothing is being typed. The list of `?` (in words.rs) says the same in words.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::inspector::Inspector;

/// What a key means while a lesson is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonKey {
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
    /// Copies the commands of the step.
    Copy,
    /// Back to the course.
    Course,
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
pub fn meaning(key: KeyEvent) -> Option<LessonKey> {
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        return match key.code {
            KeyCode::Char('c' | 'd') => Some(LessonKey::Quit),
            KeyCode::Char('z') => Some(LessonKey::Suspend),
            KeyCode::Char('f') => Some(LessonKey::PageDown),
            KeyCode::Char('b') => Some(LessonKey::PageUp),
            _ => None,
        };
    }
    if key.modifiers.contains(KeyModifiers::ALT) {
        return None;
    }
    Some(match key.code {
        KeyCode::Enter | KeyCode::Char(' ') => LessonKey::ReadOn,
        KeyCode::Right => LessonKey::Next,
        KeyCode::Left | KeyCode::Backspace | KeyCode::Char('b' | 'p') => LessonKey::Back,
        KeyCode::Home => LessonKey::First,
        KeyCode::End => LessonKey::Last,
        KeyCode::Char('.') => LessonKey::CommandOn,
        KeyCode::Char(',') => LessonKey::CommandBack,
        KeyCode::Char('>') => LessonKey::PackageOn,
        KeyCode::Char('<') => LessonKey::PackageBack,
        KeyCode::Char('e') => LessonKey::BuildEnd,
        KeyCode::Char('0') => LessonKey::BuildStart,
        KeyCode::Char('r') => LessonKey::Again,
        KeyCode::Tab => LessonKey::PaneOn,
        KeyCode::BackTab => LessonKey::PaneBack,
        KeyCode::Up | KeyCode::Char('k') => LessonKey::Up,
        KeyCode::Down | KeyCode::Char('j') => LessonKey::Down,
        KeyCode::PageUp => LessonKey::PageUp,
        KeyCode::PageDown => LessonKey::PageDown,
        KeyCode::Char(digit @ '1'..='9') => LessonKey::Inspect(Inspector::numbered(digit)?),
        KeyCode::Char('z') => LessonKey::Zoom,
        KeyCode::Char('/') => LessonKey::Search,
        KeyCode::Char('n') => LessonKey::MatchOn,
        KeyCode::Char('N') => LessonKey::MatchBack,
        KeyCode::Char('g') => LessonKey::GoTo,
        KeyCode::Char('?') | KeyCode::F(1) => LessonKey::Help,
        KeyCode::Char('G') => LessonKey::Glossary,
        KeyCode::Char('y') => LessonKey::Copy,
        KeyCode::Char('m') => LessonKey::Course,
        KeyCode::Char('t') => LessonKey::Theme,
        KeyCode::Char('+') => LessonKey::MoreWorkers,
        KeyCode::Char('-') => LessonKey::FewerWorkers,
        KeyCode::Char('=') => LessonKey::OwnWorkers,
        KeyCode::Char(']') => LessonKey::Faster,
        KeyCode::Char('[') => LessonKey::Slower,
        KeyCode::Esc => LessonKey::Close,
        KeyCode::Char('q') => LessonKey::Quit,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(code: KeyCode) -> Option<LessonKey> {
        meaning(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn keys_mean_what_the_help_says() {
        assert_eq!(means(KeyCode::Enter), Some(LessonKey::ReadOn));
        assert_eq!(means(KeyCode::Char(' ')), Some(LessonKey::ReadOn));
        assert_eq!(means(KeyCode::Char('b')), Some(LessonKey::Back));
        assert_eq!(means(KeyCode::Char('3')), Some(LessonKey::Inspect(Inspector::Lanes)));
        assert_eq!(means(KeyCode::Char('x')), None);
        let ctrl = |letter| meaning(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL));
        assert_eq!((ctrl('c'), ctrl('z'), ctrl('x')), (Some(LessonKey::Quit), Some(LessonKey::Suspend), None));
    }
}
