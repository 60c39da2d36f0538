//! A lesson on the screen: its state, and the page that was made of it.

use super::asked::takes_line;
use super::ending::Ending;
use super::inspector::Inspector;
use super::layout::Pane;
use super::overlay::Overlay;
use super::page::Page;
use super::settings::Settings;
use super::state::State;
use gostep_course::lesson::glossary::Glossary;
use gostep_course::player::Player;
use gostep_view::look::Line;

/// A lesson on the screen.
#[derive(Clone, Debug)]
pub struct App {
    pub(super) state: State,
    /// What is drawn, made ready for the size.
    pub(super) page: Page,
}

impl App {
    /// Opens a lesson at a step, on a screen of so many columns and rows. None if the lesson has no steps.
    pub fn new(player: Player, settings: Settings, step: usize, size: (u16, u16)) -> Option<Self> {
        let state = State::new(player, settings, step, size)?;
        let mut app = Self { state, page: Page::default() };
        app.prepare();
        Some(app)
    }

    /// The terms that can be looked up.
    #[must_use]
    pub fn with_glossary(mut self, glossary: Glossary) -> Self {
        self.state.glossary = glossary;
        self
    }

    /// After the last step, shows how it went.
    #[must_use]
    pub fn ending_with(mut self, ending: Ending) -> Self {
        self.state.ending = Some(ending);
        self
    }

    /// The steps whose questions were missed or left out.
    pub fn missed(&self) -> Vec<usize> {
        self.state.ending.as_ref().map_or_else(Vec::new, |ending| ending.missed(&self.state.player))
    }

    /// Says something in the bottom line until the next key.
    #[must_use]
    pub fn saying(mut self, message: String) -> Self {
        self.state.message = Some(message);
        self
    }

    /// Puts a text above the lesson, until it is closed.
    pub fn note(&mut self, title: String, lines: Vec<Line>) {
        self.state.message = None;
        self.state.overlay = Some(Overlay::Note { title, lines, offset: 0 });
    }

    /// Whether such a text is there.
    pub fn is_noting(&self) -> bool {
        matches!(self.state.overlay, Some(Overlay::Note { .. }))
    }

    /// How it looks by now.
    pub fn settings(&self) -> Settings {
        self.state.settings
    }

    /// Which step is on the screen, from 0.
    pub fn step(&self) -> usize {
        self.state.step
    }

    /// The player.
    pub fn player(&self) -> &Player {
        &self.state.player
    }

    /// Whether it plays by itself, and is not held.
    pub fn is_playing(&self) -> bool {
        self.state.auto.is_some_and(|auto| !auto.held)
    }

    /// Makes the page anew, and puts what is scrolled too far back to where there is something.
    pub(super) fn prepare(&mut self) {
        self.page = std::mem::take(&mut self.page).made_for(&self.state);
        self.show_the_question();
        let (scroll, hidden) = (&mut self.state.scroll, self.page.hidden);
        scroll.text = scroll.text.min(hidden.text);
        scroll.inspector = scroll.inspector.min(hidden.inspector);
        scroll.command = scroll.command.min(hidden.command);
    }

    /// Scrolls the explanation so that what was just done to the question is seen.
    fn show_the_question(&mut self) {
        if !std::mem::take(&mut self.state.show_question) {
            return;
        }
        let rows = self.page.areas.rows(Pane::Text);
        if let Some(question) = &self.page.text.question {
            let (from, to) = question.active;
            self.state.scroll.text = self.state.scroll.text.max(to.saturating_sub(rows)).min(from);
        }
    }

    /// Whether keys go to the question first: not before the reader has scrolled to it.
    pub fn is_asking(&self) -> bool {
        let seen = self.state.scroll.text + self.page.areas.rows(Pane::Text);
        self.state.can_answer() && self.page.text.question.as_ref().is_some_and(|question| question.from + 2 <= seen)
    }

    /// Whether a question waits while another pane has the keys: reading on does not pass over it.
    pub(super) fn is_question_elsewhere(&self) -> bool {
        self.state.open_question().is_some() && self.state.pane != Pane::Text && !self.state.aside
    }

    /// Whether what one types goes into a line of the question.
    pub(super) fn is_typing(&self) -> bool {
        self.is_asking() && self.state.open_question().is_some_and(takes_line)
    }

    /// Whether Enter shows more of the text.
    pub(super) fn has_more_text(&self) -> bool {
        self.page.areas.rows(Pane::Text) == 0 || self.state.scroll.text < self.page.hidden.text
    }

    /// Whether Enter shows more of this step.
    pub(super) fn has_more_to_read(&self) -> bool {
        self.has_more_text() || self.unread_command() > 0 || self.unread_rows() > 0
    }

    /// Rows of what the step shows that have not been seen, as long as its own inspector is open.
    pub(super) fn unread_rows(&self) -> usize {
        let own = self.state.inspector.is_text() && self.state.inspector == Inspector::for_step(&self.state.frame);
        let hidden = if own { self.page.hidden.inspector } else { 0 };
        hidden.saturating_sub(self.state.scroll.inspector)
    }

    /// Rows of the command that the step points at that are still to be read.
    pub(super) fn unread_command(&self) -> usize {
        self.page.readable_command(&self.state).saturating_sub(self.state.scroll.command)
    }
}
