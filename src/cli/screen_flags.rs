//! Flags of all commands that use the full screen.

use clap::Args;

use super::environment::{has_unicode, no_colour};
use crate::terminal::tui::{Settings, Theme};

/// How the full-screen player looks.
#[derive(Args, Clone, Debug, Default)]
pub struct ScreenFlags {
    #[command(flatten)]
    pub looks: LooksFlags,
    /// Leave the mouse to the terminal, so that it selects text
    #[arg(long)]
    pub no_mouse: bool,
}

/// How anything looks that has the full screen.
#[derive(Args, Clone, Debug, Default)]
pub struct LooksFlags {
    /// Colours of the full screen [default: dark; none if NO_COLOR is set]
    #[arg(long, value_name = "THEME", value_parser = ["dark", "light", "contrast", "none"])]
    theme: Option<String>,
    /// Draw the full screen with ASCII signs only [default: where the locale is not UTF-8]
    #[arg(long)]
    ascii: bool,
}

impl LooksFlags {
    /// The settings from the flags and the environment.
    pub fn settings(&self) -> Settings {
        let named = self.theme.as_deref().and_then(Theme::parse);
        let theme = named.unwrap_or(if no_colour() { Theme::None } else { Theme::Dark });
        Settings { theme, ascii: self.ascii || !has_unicode(|name| std::env::var(name).ok()), ..Settings::default() }
    }
}
