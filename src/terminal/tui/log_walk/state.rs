//! What a log on the screen is at: all that follows from the keys.

use super::super::pattern::Pattern;
use super::super::settings::Settings;
use super::log::WalkedLog;
use super::side::Side;
use gostep_course::words::screen::ScreenWords;
use gostep_course::words::walk::WalkWords;
use gostep_course::words::{Lang, of_commands, words};

/// Which pane has the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The explanation.
    #[default]
    Text,
    /// The other one.
    Side,
}

/// What is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A line or package to go to.
    Place(String),
    /// What to search for.
    Search(String),
}

/// What is looked at, and how.
#[derive(Clone, Debug)]
pub struct State {
    /// The log.
    pub log: WalkedLog,
    /// The language of what is said.
    pub lang: Lang,
    /// How it looks.
    pub settings: Settings,
    /// Columns and rows.
    pub size: (u16, u16),
    /// The entry that is explained; before the first step, the log as a whole.
    pub at: Option<usize>,
    /// What the second pane shows.
    pub side: Side,
    /// Which pane has the keys.
    pub pane: Pane,
    /// Rows that are scrolled away, of the explanation and of the other pane.
    pub scroll: (usize, usize),
    /// What is being typed.
    pub asked: Option<Asked>,
    /// What was searched for.
    pub search: Option<Pattern>,
    /// Said in the bottom line until the next key.
    pub message: Option<String>,
}

impl State {
    /// At the log as a whole.
    pub fn new(log: WalkedLog, lang: Lang, settings: Settings, size: (u16, u16)) -> Self {
        let (side, pane) = (Side::default(), Pane::default());
        Self {
            log,
            lang,
            settings,
            size,
            at: None,
            side,
            pane,
            scroll: (0, 0),
            asked: None,
            search: None,
            message: None,
        }
    }

    /// What is said of a log on the screen.
    pub fn own(&self) -> &'static WalkWords {
        &of_commands(self.lang).walk
    }

    /// What the player of lessons says, too.
    pub fn screen_words(&self) -> &'static ScreenWords {
        &words(self.lang).screen
    }
}
