//! Looks as styles of a terminal. No meaning hangs on colour alone: signs, brackets and words carry it too.

use ratatui::style::{Color, Modifier, Style};

use gostep_view::look::Look;

/// How the screen is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// For a dark background.
    #[default]
    Dark,
    /// For a light background.
    Light,
    /// Bright on black, for projectors and tired eyes.
    Contrast,
    /// No colour at all: bold, underlined, reversed.
    None,
}

/// Parts of the screen that are no text of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The whole screen.
    Ground,
    /// Lines between panes.
    Line,
    /// The line above the pane that has the keys.
    ActiveLine,
    /// The bottom line.
    Foot,
    /// A key in the bottom line.
    Key,
    /// What is selected.
    Selected,
    /// The part of the time line that is over.
    Past,
    /// Beside what is new in this step.
    New,
    /// A message in the bottom line.
    Message,
}

impl Theme {
    /// All themes, by the names of `--theme`.
    pub const ALL: [(&'static str, Self); 4] =
        [("dark", Self::Dark), ("light", Self::Light), ("contrast", Self::Contrast), ("none", Self::None)];

    /// The theme of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
    }

    /// The one after this.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::None,
            Self::None => Self::Dark,
        }
    }

    /// Whether code can be told by its colour.
    pub fn has_colour(self) -> bool {
        self != Self::None
    }

    /// The style of a look.
    #[expect(clippy::match_same_arms, reason = "a table, in the order of the looks")]
    pub fn style(self, look: Look) -> Style {
        let plain = Style::new();
        match self {
            Self::Dark => match look {
                Look::Plain => plain,
                Look::Title => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
                Look::Strong => plain.add_modifier(Modifier::BOLD),
                Look::Emphasis => plain.add_modifier(Modifier::ITALIC),
                Look::Term => plain.add_modifier(Modifier::UNDERLINED),
                Look::Code => plain.fg(Color::Cyan),
                Look::Dim => plain.fg(Color::DarkGray),
                Look::Mark => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
                Look::Done => plain.fg(Color::Green),
                Look::Now => plain.fg(Color::LightMagenta).add_modifier(Modifier::BOLD),
                Look::Ready => plain.fg(Color::LightBlue),
                Look::Wrong => plain.fg(Color::LightRed).add_modifier(Modifier::BOLD),
            },
            Self::Light => match look {
                Look::Plain => plain,
                Look::Title => plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
                Look::Strong => plain.add_modifier(Modifier::BOLD),
                Look::Emphasis => plain.add_modifier(Modifier::ITALIC),
                Look::Term => plain.add_modifier(Modifier::UNDERLINED),
                Look::Code => plain.fg(Color::Blue),
                Look::Dim => plain.fg(Color::DarkGray),
                Look::Mark => plain.fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD),
                Look::Done => plain.fg(Color::Green),
                Look::Now => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
                Look::Ready => plain.fg(Color::Blue),
                Look::Wrong => plain.fg(Color::Red).add_modifier(Modifier::BOLD),
            },
            Self::Contrast => match look {
                Look::Plain | Look::Dim => plain,
                Look::Title => plain.fg(Color::LightYellow).add_modifier(Modifier::BOLD),
                Look::Strong => plain.add_modifier(Modifier::BOLD),
                Look::Emphasis | Look::Term => plain.add_modifier(Modifier::UNDERLINED),
                Look::Code => plain.fg(Color::LightCyan),
                Look::Mark => plain.fg(Color::Black).bg(Color::LightYellow).add_modifier(Modifier::BOLD),
                Look::Done => plain.fg(Color::LightGreen),
                Look::Now => plain.fg(Color::Black).bg(Color::White).add_modifier(Modifier::BOLD),
                Look::Ready => plain.fg(Color::LightCyan).add_modifier(Modifier::BOLD),
                Look::Wrong => plain.fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            },
            Self::None => match look {
                Look::Plain | Look::Code | Look::Done | Look::Ready => plain,
                Look::Title | Look::Strong | Look::Now | Look::Wrong => plain.add_modifier(Modifier::BOLD),
                Look::Emphasis | Look::Term => plain.add_modifier(Modifier::UNDERLINED),
                Look::Dim => plain.add_modifier(Modifier::DIM),
                Look::Mark => plain.add_modifier(Modifier::REVERSED),
            },
        }
    }

    /// The style of a part of the screen.
    #[expect(clippy::match_same_arms, reason = "a table, in the order of the parts")]
    pub fn part(self, part: Part) -> Style {
        let plain = Style::new();
        match (self, part) {
            (Self::Contrast, Part::Ground) => plain.fg(Color::White).bg(Color::Black),
            (_, Part::Ground | Part::Foot) => plain,
            (Self::Contrast, Part::Line) => plain.fg(Color::White),
            (Self::None, Part::Line) => plain.add_modifier(Modifier::DIM),
            (_, Part::Line) => plain.fg(Color::DarkGray),
            (Self::Dark, Part::ActiveLine) => plain.fg(Color::Cyan).add_modifier(Modifier::BOLD),
            (Self::Light, Part::ActiveLine) => plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
            (Self::Contrast, Part::ActiveLine) => plain.fg(Color::LightYellow).add_modifier(Modifier::BOLD),
            (Self::Contrast, Part::New) => plain.fg(Color::LightGreen),
            (Self::None, Part::New) => plain,
            (_, Part::New) => plain.fg(Color::Magenta),
            (Self::None, Part::ActiveLine | Part::Key | Part::Message) => plain.add_modifier(Modifier::BOLD),
            (Self::Dark, Part::Key) => plain.fg(Color::Yellow).add_modifier(Modifier::BOLD),
            (Self::Light, Part::Key) => plain.fg(Color::Blue).add_modifier(Modifier::BOLD),
            (Self::Contrast, Part::Key) => plain.fg(Color::LightYellow).add_modifier(Modifier::BOLD),
            (_, Part::Selected) => plain.add_modifier(Modifier::REVERSED),
            (Self::None, Part::Past) => plain,
            (Self::Contrast, Part::Past) => plain.fg(Color::LightGreen),
            (_, Part::Past) => plain.fg(Color::Green),
            (Self::Contrast, Part::Message) => plain.fg(Color::Black).bg(Color::LightYellow),
            (_, Part::Message) => plain.fg(Color::Magenta).add_modifier(Modifier::BOLD),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_there_is_none() {
        let looks = [
            Look::Plain,
            Look::Title,
            Look::Strong,
            Look::Emphasis,
            Look::Term,
            Look::Code,
            Look::Dim,
            Look::Mark,
            Look::Done,
            Look::Now,
            Look::Ready,
            Look::Wrong,
        ];
        for look in looks {
            let style = Theme::None.style(look);
            assert_eq!((style.fg, style.bg), (None, None), "{look:?}");
        }
        for part in
            [Part::Ground, Part::Line, Part::ActiveLine, Part::Foot, Part::Key, Part::Past, Part::New, Part::Message]
        {
            let style = Theme::None.part(part);
            assert_eq!((style.fg, style.bg), (None, None), "{part:?}");
        }
    }

    #[test]
    fn themes_have_names() {
        for (name, theme) in Theme::ALL {
            assert_eq!(Theme::parse(name), Some(theme));
        }
        assert_eq!(Theme::parse("pink"), None);
    }
}
