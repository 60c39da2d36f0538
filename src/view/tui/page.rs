//! What is drawn, broken into lines for the size of the screen. Made after each change, so that drawing only copies.

use super::super::paint::Line;
use super::app::App;
use super::explanation::{self, Explanation};
use super::inspectors::{self, Graph, Inspector, Tree};
use super::layout::{Areas, Pane, Wants, widths};
use super::log;
use crate::player::PathRow;

/// Lines for the panes, and where the panes are.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The explanation.
    pub text: Explanation,
    /// The command that is looked at.
    pub command: Vec<Line>,
    /// What the inspector shows, if it is one that shows lines.
    pub inspector: Vec<Line>,
    /// The package that is looked at.
    pub current: Option<usize>,
    /// The package graph.
    pub graph: Graph,
    /// The files.
    pub tree: Tree,
    /// The critical path of a build.
    pub path: Vec<PathRow>,
    path_of: Option<usize>,
    /// Where everything is.
    pub areas: Areas,
}

impl App {
    /// Makes the lines ready, and puts what is scrolled too far back to where there is something.
    pub(super) fn prepare(&mut self) {
        let (width, height) = self.size;
        let (text_width, side_width) = widths(width, height, self.zoomed);
        self.page.text = explanation::explain(self, usize::from(text_width));
        self.page.command = log::shown_command(self, usize::from(side_width));
        self.page.current = self.current_package();
        let graph = std::mem::take(&mut self.page.graph);
        self.page.graph = graph.for_build(self, usize::from(side_width));
        if self.inspector == Inspector::Files {
            let tree = std::mem::take(&mut self.page.tree);
            self.page.tree = tree.for_moment(self);
        }
        let build = self.frame.moment.build;
        if self.inspector == Inspector::Lanes && self.page.path_of != Some(build) {
            self.page.path = self.player.critical_path(build).map(|path| path.rows).unwrap_or_default();
            self.page.path_of = Some(build);
        }
        self.page.inspector = inspectors::lines(self, side_width);
        let wants = Wants {
            text: self.page.text.lines.len(),
            log: log::wanted_rows(self),
            inspector: inspectors::wanted_rows(self),
        };
        // The pane that somebody works in has what it needs.
        let keen = (self.pane != Pane::Text || self.is_at_question()).then_some(self.pane);
        self.page.areas = Areas::new(width, height, self.pane, keen, self.zoomed, wants);
        self.show_the_question();
        self.scroll.text = self.scroll.text.min(self.hidden_text());
        self.scroll.inspector = self.scroll.inspector.min(inspectors::hidden_rows(self));
        self.scroll.command = self.scroll.command.min(log::hidden_rows(self));
    }

    /// Scrolls the explanation so that what was just done to the question is seen.
    fn show_the_question(&mut self) {
        if !std::mem::take(&mut self.show_question) {
            return;
        }
        let rows = self.page.areas.rows(Pane::Text);
        if let Some(question) = &self.page.text.question {
            let (from, to) = question.active;
            self.scroll.text = self.scroll.text.max(to.saturating_sub(rows)).min(from);
        }
    }

    /// Rows of the explanation that do not fit.
    pub(super) fn hidden_text(&self) -> usize {
        match self.page.areas.rows(Pane::Text) {
            0 => 0,
            rows => self.page.text.lines.len().saturating_sub(rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::lesson::load;
    use crate::player::Player;
    use crate::view::tui::Settings;
    use crate::words::Lang;

    /// Whatever a step says and shows fits into its pane, at the smallest size, too.
    #[test]
    fn no_line_is_cut_off() {
        let mut cut = Vec::new();
        for name in load::names() {
            for lang in Lang::ALL {
                let player = Player::new(load(name, lang).unwrap());
                for size in [(40, 15), (60, 20), (80, 24), (100, 30)] {
                    for step in 0..player.len() {
                        let mut app = App::new(player.clone(), Settings::default(), step, size).unwrap();
                        for inspector in Inspector::ALL {
                            app.inspect(inspector);
                            app.prepare();
                            let place = |pane| app.page.areas.pane(pane).map(|place| usize::from(place.inside.width));
                            let panes = [(Pane::Text, &app.page.text.lines), (Pane::Inspector, &app.page.inspector)];
                            for (pane, lines) in panes {
                                let Some(room) = place(pane) else { continue };
                                let width = |line: &Line| line.iter().map(|span| span.text.width()).sum::<usize>();
                                for line in lines.iter().filter(|line| width(line) > room) {
                                    let text: String = line.iter().map(|span| span.text.as_str()).collect();
                                    cut.push(format!("{name} {lang:?} {size:?} {step} {inspector:?} {pane:?}: {text}"));
                                }
                            }
                        }
                    }
                }
            }
        }
        cut.sort();
        cut.dedup();
        assert!(cut.is_empty(), "{} lines\n{}", cut.len(), cut.join("\n"));
    }
}
