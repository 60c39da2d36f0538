//! What is drawn, computed from the state and the size of the screen after each change: lines for the panes, and where
//! the panes are. Drawing only copies.

mod cache;
mod command;
mod ending;
mod explanation;
pub mod files;
pub mod graph;
mod inspector_titles;
mod lanes;
pub mod overlay;
mod question;
pub mod shown;
mod sight;
pub mod timeline;

use self::explanation::Explanation;
use self::files::Tree;
use self::graph::Graph;
use super::inspector::Inspector;
use super::layout::{Areas, Pane, Want, Wants, widths};
use super::list;
use super::state::{Scroll, State};
use gostep_course::player::PathRow;
use gostep_view::look::Line;
use gostep_view::shown::beside_log;

pub use command::{GUTTER, rows_before, short_command};
pub use inspector_titles::{inspector_at, inspector_title};

/// What the panes get while a whole build runs: the text is for later.
const WHOLE_BUILD: Wants = Wants {
    text: Want { need: 0, want: 2, most: 2 },
    log: Want { need: 7, want: 7, most: 7 },
    inspector: Want { need: 0, want: 99, most: 99 },
};

/// Lines for the panes, and where the panes are.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The explanation.
    pub text: Explanation,
    /// The command that is looked at.
    pub command: Vec<Line>,
    /// What the inspector shows, if it is one that shows lines.
    pub inspector: Vec<Line>,
    /// The rows of it at which the things begin that the step shows.
    pub starts: Vec<usize>,
    /// The package that is looked at.
    pub current: Option<usize>,
    /// The package graph.
    pub graph: Graph,
    /// The files.
    pub tree: Tree,
    path: CriticalPath,
    /// Where everything is.
    pub areas: Areas,
    /// Rows of each pane that do not fit.
    pub hidden: Scroll,
}

/// The critical path of a build, which is long to find.
#[derive(Clone, Debug, Default)]
struct CriticalPath {
    build: Option<usize>,
    rows: Vec<PathRow>,
}

impl Page {
    /// The page for a state. What of this one still holds is taken over.
    pub fn made_for(self, state: &State) -> Self {
        let (width, height) = state.size;
        let (text_width, side_width) = widths(width, height, state.zoomed);
        let settled = state.motion.filter(|motion| !motion.whole).map(|_| self.areas.clone());
        let side = usize::from(side_width);
        let mut page = Self {
            text: explanation::explain(state, usize::from(text_width)),
            command: command::shown_command(state, side),
            current: state.current_package(),
            graph: self.graph.for_build(state, side),
            ..self
        };
        if state.inspector == Inspector::Files {
            page.tree = page.tree.for_moment(state);
        }
        if state.inspector == Inspector::Lanes {
            page.path = page.path.for_build(state);
        }
        page.inspector = match state.inspector {
            Inspector::Step => shown::lines(state, side),
            Inspector::Lanes => lanes::lines(state, &page.path.rows, side),
            Inspector::Files => files::content(state, &page.tree, detail_columns(side_width)),
            Inspector::Cache => cache::content(state, page.current, detail_columns(side_width)),
            Inspector::Graph => Vec::new(),
        };
        page.starts = if state.inspector == Inspector::Step { shown::starts(state, side) } else { Vec::new() };
        let whole = state.motion.is_some_and(|motion| motion.whole);
        let wants = if whole { WHOLE_BUILD } else { page.wants(state) };
        // The pane that the reader works in gets the rows that it needs.
        let keen = (state.pane != Pane::Text || state.is_at_question()).then_some(state.pane).filter(|_| !whole);
        // While the build runs, the panes stay where they will be.
        page.areas = settled.unwrap_or_else(|| Areas::new(width, height, state.pane, keen, state.zoomed, wants));
        page.hidden = page.hidden_rows(state);
        page
    }

    /// How many rows the panes could use.
    fn wants(&self, state: &State) -> Wants {
        let inspector = self.inspector_rows(state);
        Wants {
            text: Want::rows(self.text.lines.len()),
            log: Want {
                need: sight::needed_of_log(state, &self.command),
                want: command::wanted_rows(state, self.command.len()),
                most: command::printed_rows(state, self.command.len()),
            },
            inspector: Want {
                need: sight::needed_of_inspector(state, &self.inspector, &self.starts),
                want: if is_unasked(state) { 1 } else { inspector },
                most: inspector,
            },
        }
    }

    /// How many rows the inspector could fill.
    fn inspector_rows(&self, state: &State) -> usize {
        match state.inspector {
            Inspector::Files => self.tree.rows() + self.inspector.len() + 1,
            Inspector::Cache => state.build().packages.len() + self.inspector.len() + 2,
            Inspector::Graph => self.graph.wanted_rows(),
            _ => self.inspector.len(),
        }
    }

    fn hidden_rows(&self, state: &State) -> Scroll {
        let text = match self.areas.rows(Pane::Text) {
            0 => 0,
            rows => self.text.lines.len().saturating_sub(rows),
        };
        let inspector = self.areas.pane(Pane::Inspector).and_then(|place| {
            let rows = state.inspector.line_rows(place.inside.width, place.inside.height)?;
            Some(self.inspector.len().saturating_sub(rows))
        });
        let command = command::hidden_rows(state, self.command.len(), self.areas.rows(Pane::Log));
        Scroll { text, command, inspector: inspector.unwrap_or(0) }
    }

    /// Rows of the command that a step points at that do not fit, and are read on to: not those of a long list.
    pub fn readable_command(&self, state: &State) -> usize {
        const MOST: usize = 20;
        let hidden = if command::is_pointed_at(state) { self.hidden.command } else { 0 };
        if hidden > MOST { 0 } else { hidden }
    }

    /// The file that is looked at.
    pub fn current_file(&self, state: &State) -> Option<usize> {
        self.tree.current(state)
    }
}

/// Whether the step shows nothing beside the log and the reader did not open the inspector: the text goes first then.
fn is_unasked(state: &State) -> bool {
    state.pane != Pane::Inspector && state.inspector == Inspector::Graph && beside_log(&state.frame).is_empty()
}

/// Columns of what is chosen in a list, in a pane of so many columns.
fn detail_columns(width: u16) -> usize {
    usize::from(list::detail_width(width))
}

impl CriticalPath {
    /// The same path if it is that of the build, else another one.
    fn for_build(self, state: &State) -> Self {
        let build = state.frame.moment.build;
        if self.build == Some(build) {
            return self;
        }
        let rows = state.player.critical_path(build).map(|path| path.rows).unwrap_or_default();
        Self { build: Some(build), rows }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::terminal::tui::{App, Settings};
    use gostep_course::lesson::load;
    use gostep_course::player::Player;
    use gostep_course::words::Lang;

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
