//! The state of the full-screen player: where in the lesson we are, what is open, what is scrolled how far.

use std::collections::BTreeMap;

use super::super::lay::Room;
use super::asked::Asked;
use super::auto::Auto;
use super::ending::Ending;
use super::inspector::Inspector;
use super::layout::Pane;
use super::motion::Motion;
use super::overlay::Overlay;
use super::pattern::Pattern;
use super::settings::Settings;
use super::theme::Theme;
use gostep_course::lesson::glossary::Glossary;
use gostep_course::player::{BuildView, Form, Frame, Player, Stand};
use gostep_course::words::screen::ScreenWords;
use gostep_course::words::{Words, words};
use gostep_view::shown::StepContent;
use gostep_view::shown::pointed_at;

/// What keys, the mouse and the clock change.
#[derive(Clone, Debug)]
pub struct State {
    pub(super) player: Player,
    /// The lesson with the workers that it names, while it is played with others.
    pub(super) played_before: Option<Player>,
    pub(super) words: &'static Words,
    pub(super) own: &'static ScreenWords,
    pub(super) settings: Settings,
    pub(super) glossary: Glossary,
    /// Columns and rows.
    pub(super) size: (u16, u16),
    /// Which step.
    pub(super) step: usize,
    /// The step at the moment that is looked at; its build may have been moved away from the step's own moment.
    pub(super) frame: Frame,
    /// The command that is looked at, if it is not the last one that began.
    pub(super) looked_at: Option<usize>,
    /// The package that is looked at, if it is not the one of that command.
    pub(super) package: Option<usize>,
    /// The file that is looked at, if it is not the last one that was written.
    pub(super) file: Option<usize>,
    /// The pane that has the keys.
    pub(super) pane: Pane,
    /// That pane is alone on the screen.
    pub(super) zoomed: bool,
    pub(super) inspector: Inspector,
    pub(super) scroll: Scroll,
    pub(super) overlay: Option<Overlay>,
    /// Said in the bottom line until the next key.
    pub(super) message: Option<String>,
    /// The build runs to where the step is about.
    pub(super) motion: Option<Motion>,
    /// What was copied, until the caller takes it.
    pub(super) copied: Option<String>,
    /// What the log was searched for last.
    pub(super) search: Option<Pattern>,
    pub(super) auto: Option<Auto>,
    /// How the questions were answered by now, and what comes after the last step; nothing if nothing does.
    pub(super) ending: Option<Ending>,
    /// Answers, by step.
    pub(super) asked: BTreeMap<usize, Asked>,
    /// The question of this step is left alone: keys mean what they always mean.
    pub(super) aside: bool,
    /// The reader has gone on from the only step that is played.
    pub(super) done: bool,
    /// Something was done to the question, which must be scrolled into sight.
    pub(super) show_question: bool,
}

/// How far the panes are scrolled, in rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The explanation.
    pub text: usize,
    /// Inside a long command.
    pub command: usize,
    /// The inspector.
    pub inspector: usize,
}

impl State {
    /// Opens a lesson at a step, on a screen of so many columns and rows. None if the lesson has no steps.
    pub fn new(player: Player, settings: Settings, step: usize, size: (u16, u16)) -> Option<Self> {
        let frame = player.frame(step)?;
        let lang = player.head().lang;
        let mut state = Self {
            words: words(lang),
            own: &words(lang).screen,
            step: frame.step,
            inspector: Inspector::for_step(&frame),
            player,
            played_before: None,
            settings,
            glossary: Glossary::default(),
            size,
            frame,
            looked_at: None,
            package: None,
            file: None,
            pane: Pane::Text,
            zoomed: false,
            scroll: Scroll::default(),
            overlay: None,
            message: None,
            motion: None,
            copied: None,
            search: None,
            auto: settings.auto.map(Auto::new),
            ending: None,
            asked: BTreeMap::new(),
            aside: false,
            done: false,
            show_question: false,
        };
        state.arrive();
        Some(state)
    }

    /// The build that is on the screen.
    pub(super) fn build(&self) -> &BuildView {
        &self.player.builds()[self.frame.moment.build]
    }

    /// The contents of what the step shows at the moment.
    pub(super) fn content(&self) -> StepContent<'_> {
        StepContent { frame: &self.frame, build: self.build(), words: self.words }
    }

    /// A room of so many columns.
    pub(super) fn room(&self, width: usize) -> Room {
        Room { width, colour: self.settings.theme.has_colour() }
    }

    /// Whether the build stands at another moment than the step's own.
    pub(super) fn is_away(&self) -> bool {
        self.motion.is_none() && self.frame.moment.events != self.player.at(self.step).events
    }

    /// The command that is looked at: an index into the transcript. None if nothing is printed yet.
    pub(super) fn command(&self) -> Option<usize> {
        let last = self.frame.moment.commands.checked_sub(1)?;
        Some(self.looked_at.map_or(last, |at| at.min(last)))
    }

    /// Where the reader stands in the build: the moment, and the command.
    pub(super) fn stand(&self) -> Stand {
        Stand { events: self.frame.moment.events, block: self.command() }
    }

    /// The package that is looked at, as an index into the build's packages: the one that was chosen, that of the
    /// command that was chosen, the one that a worker took last, or that of the last command.
    pub(super) fn current_package(&self) -> Option<usize> {
        let of_command = || self.build().transcript[self.command()?].package;
        match (self.package, self.looked_at) {
            (Some(package), _) => Some(package),
            (None, Some(_)) => of_command(),
            (None, None) => self.last_taken().or_else(of_command),
        }
    }

    fn last_taken(&self) -> Option<usize> {
        let running = self.frame.lanes.iter().filter_map(|lane| lane.spans.last()).filter(|span| span.to_us.is_none());
        let last = running.max_by_key(|span| span.from_us)?;
        self.build().packages.iter().position(|package| package.path == last.package)
    }

    /// The form of the question that waits for an answer.
    pub(super) fn open_question(&self) -> Option<&Form> {
        let question = self.frame.question.as_ref()?;
        let over = self.asked.get(&self.step).is_some_and(Asked::is_over);
        (!over).then_some(&question.form)
    }

    /// Whether this step asks, and the text has the keys.
    pub(super) fn is_at_question(&self) -> bool {
        self.frame.question.is_some() && self.pane == Pane::Text
    }

    /// Whether keys may answer the question.
    pub(super) fn can_answer(&self) -> bool {
        self.open_question().is_some() && self.pane == Pane::Text && !self.aside && self.auto.is_none()
    }

    /// Whether something is picked or typed.
    pub(super) fn is_answer_begun(&self) -> bool {
        self.asked.get(&self.step).is_some_and(|asked| !asked.picked.is_empty() || !asked.typed.is_empty())
    }

    /// Whether a hint is left that was not taken.
    pub(super) fn has_hint_left(&self) -> bool {
        let taken = self.asked.get(&self.step).map_or(0, |asked| asked.hints);
        self.frame.question.as_ref().is_some_and(|question| taken < question.hints.len())
    }

    pub(super) fn now_asked(&mut self) -> &mut Asked {
        self.asked.entry(self.step).or_default()
    }

    /// Says something in the bottom line until the next key.
    pub(super) fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// Goes on to the next colours.
    pub(super) fn change_theme(&mut self) {
        let theme = self.settings.theme.next();
        self.settings.theme = theme;
        let at = Theme::ALL.iter().position(|(_, other)| *other == theme).unwrap_or(0);
        self.say(self.own.theme.with([&self.own.themes[at]]));
    }

    /// Goes to a step. Tells whether that step exists.
    pub(super) fn go_to_step(&mut self, step: usize) -> bool {
        let there = step < self.player.len();
        if there && let Some(frame) = self.player.frame(step) {
            self.motion = None;
            self.step = frame.step;
            self.inspector = Inspector::for_step(&frame);
            self.frame = frame;
            self.scroll = Scroll::default();
            self.arrive();
            if let Some(auto) = &mut self.auto {
                auto.restart(None);
            }
        }
        there
    }

    /// Moves the build of this step to another moment.
    pub(super) fn go_to_moment(&mut self, events: usize) {
        if let Some(frame) = self.player.frame_at(self.step, events) {
            self.motion = None;
            self.frame = frame;
            self.looked_at = None;
            self.package = None;
            self.file = None;
            self.scroll.command = 0;
            self.scroll.inspector = 0;
        }
    }

    /// Looks at what a step points at when the reader comes to it.
    fn arrive(&mut self) {
        self.looked_at = pointed_at(&self.frame);
        self.package = None;
        self.file = None;
        self.pane = Pane::Text;
        self.aside = false;
    }
}
