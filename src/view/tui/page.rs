//! What is drawn, broken into lines for the size of the screen. Made after each change, so that drawing only copies.

use super::super::paint::Line;
use super::app::App;
use super::inspectors::{self, Graph};
use super::layout::{Areas, Wants, widths};
use super::{explanation, log};

/// Lines for the panes, and where the panes are.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The explanation.
    pub text: Vec<Line>,
    /// The command that is looked at, as a whole.
    pub command: Vec<Line>,
    /// What the inspector shows, if it is one that shows lines.
    pub inspector: Vec<Line>,
    /// The package graph.
    pub graph: Graph,
    /// Where everything is.
    pub areas: Areas,
}

impl App {
    /// Makes the lines ready, and puts what is scrolled too far back to where there is something.
    pub(super) fn prepare(&mut self) {
        let (width, height) = self.size;
        let (text_width, side_width) = widths(width, height, self.zoomed);
        self.page.text = explanation::lines(self, usize::from(text_width));
        self.page.command = log::whole_command(self, usize::from(side_width));
        let graph = std::mem::take(&mut self.page.graph);
        self.page.graph = graph.for_build(self, usize::from(side_width));
        self.page.inspector = inspectors::lines(self, usize::from(side_width));
        let wants =
            Wants { text: self.page.text.len(), log: log::wanted_rows(self), inspector: inspectors::wanted_rows(self) };
        self.page.areas = Areas::new(width, height, self.pane, self.zoomed, wants);
        self.scroll.text = self.scroll.text.min(self.hidden_text());
        let hidden = self.page.inspector.len().saturating_sub(self.page.areas.rows(super::Pane::Inspector));
        if self.inspector.shows_lines() {
            self.scroll.inspector = self.scroll.inspector.min(hidden);
        }
        self.scroll.command = self.scroll.command.min(self.page.command.len().saturating_sub(1));
    }

    /// Rows of the explanation that do not fit.
    pub(super) fn hidden_text(&self) -> usize {
        match self.page.areas.rows(super::Pane::Text) {
            0 => 0,
            rows => self.page.text.len().saturating_sub(rows),
        }
    }
}
