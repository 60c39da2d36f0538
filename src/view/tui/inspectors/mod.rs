//! Inspectors: one look at the build beside the explanation and the transcript.

pub mod cache;
pub mod files;
pub mod graph;
pub mod lanes;
mod list;
pub mod shown;

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::super::paint::{Line, Look, Span};
use super::app::App;
use super::explanation::more;
use super::layout::{Pane, Place};
use super::text::{self, Rule};
use crate::player::{Frame, Shown};

pub use files::Tree;
pub use graph::Graph;

/// Rows of an inspector that nobody asked for.
const FEW_ROWS: usize = 3;

/// What the inspector looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Inspector {
    /// What the step shows.
    #[default]
    Step,
    /// All packages, by layer.
    Graph,
    /// The workers.
    Lanes,
    /// The files that were written.
    Files,
    /// The cache.
    Cache,
}

impl Inspector {
    /// All, in the order of their keys.
    pub const ALL: [Self; 5] = [Self::Step, Self::Graph, Self::Lanes, Self::Files, Self::Cache];

    /// That of a key, from 1.
    pub fn numbered(digit: char) -> Option<Self> {
        let number = digit.to_digit(10)?.checked_sub(1)?;
        Self::ALL.get(number as usize).copied()
    }

    /// The one that a step opens, so that all it shows is seen.
    pub fn for_step(frame: &Frame) -> Self {
        let beside = shown::beside_log(frame);
        let all = |fits: fn(&Shown) -> bool| !beside.is_empty() && beside.iter().all(|shown| fits(shown));
        match () {
            () if beside.is_empty() => Self::Graph,
            () if all(|shown| matches!(shown, Shown::Workers)) => Self::Lanes,
            () if all(|shown| matches!(shown, Shown::Layers)) => Self::Graph,
            () => Self::Step,
        }
    }

    /// Whether it is a text that is scrolled, and not a list in which one thing is chosen.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Step | Self::Lanes)
    }

    /// Rows in which its lines are seen, in a pane of so many columns and rows. None if it has no lines.
    fn line_rows(self, width: u16, height: u16) -> Option<usize> {
        match self {
            Self::Step | Self::Lanes => Some(usize::from(height)),
            Self::Files | Self::Cache => Some(list::detail_rows(width, height)),
            Self::Graph => None,
        }
    }
}

/// The lines of the inspector that is open, for a pane of so many columns.
pub fn lines(app: &App, width: u16) -> Vec<Line> {
    match app.inspector {
        Inspector::Step => shown::lines(app, usize::from(width)),
        Inspector::Lanes => lanes::lines(app, usize::from(width)),
        Inspector::Files => files::content(app, usize::from(list::detail_width(width))),
        Inspector::Cache => cache::content(app, usize::from(list::detail_width(width))),
        Inspector::Graph => Vec::new(),
    }
}

/// How many rows it could use.
pub fn wanted_rows(app: &App) -> usize {
    let wanted = match app.inspector {
        Inspector::Step | Inspector::Lanes => app.page.inspector.len(),
        Inspector::Files => app.page.tree.rows() + app.page.inspector.len() + 1,
        Inspector::Cache => app.build().packages.len() + app.page.inspector.len() + 2,
        Inspector::Graph => app.page.graph.wanted_rows(),
    };
    let unasked = inspector_is_unasked(app);
    if unasked { wanted.min(FEW_ROWS) } else { wanted }
}

/// Whether the step shows nothing beside the log and nobody opened the inspector either: then the text goes first.
fn inspector_is_unasked(app: &App) -> bool {
    app.pane != Pane::Inspector && app.inspector == Inspector::Graph && shown::beside_log(&app.frame).is_empty()
}

/// How many rows of its lines are not seen.
pub fn hidden_rows(app: &App) -> usize {
    let Some(place) = app.page.areas.pane(Pane::Inspector) else { return 0 };
    let rows = app.inspector.line_rows(place.inside.width, place.inside.height);
    rows.map_or(0, |rows| app.page.inspector.len().saturating_sub(rows))
}

/// Draws the pane.
pub fn draw(app: &App, place: Place, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let right = more(app, app.scroll.inspector, hidden_rows(app));
    let title = title(app, usize::from(place.rule.width).saturating_sub(right.width() + 8));
    Rule { title: &title, right: &right, active: app.pane == Pane::Inspector }.draw(buffer, place.rule, theme);
    match app.inspector {
        Inspector::Graph => graph::draw(app, place.inside, buffer),
        Inspector::Files => files::draw(app, place.inside, buffer),
        Inspector::Cache => cache::draw(app, place.inside, buffer),
        Inspector::Step | Inspector::Lanes => {
            text::lines(buffer, place.inside, &app.page.inspector, app.scroll.inspector, theme);
        }
    }
}

/// The names of all inspectors, the open one in brackets.
fn titles(app: &App) -> [String; Inspector::ALL.len()] {
    Inspector::ALL.map(|inspector| {
        let text = format!("{} {}", inspector as usize + 1, app.own.inspectors[inspector as usize]);
        if inspector == app.inspector { format!("[{text}]") } else { text }
    })
}

/// All names; only that of the open one where there is no room.
fn title(app: &App, room: usize) -> String {
    let all = titles(app).join(" ");
    if all.width() <= room { all } else { app.own.inspectors[app.inspector as usize].to_owned() }
}

/// The inspector whose name stands at a column of the rule.
pub fn title_at(app: &App, place: Place, x: u16) -> Option<Inspector> {
    let titles = titles(app);
    if titles.join(" ").width() + 8 > usize::from(place.rule.width) {
        return None;
    }
    let mut from = usize::from(place.rule.x) + 2;
    for (title, inspector) in titles.iter().zip(Inspector::ALL) {
        let to = from + title.width();
        if (from..to).contains(&usize::from(x)) {
            return Some(inspector);
        }
        from = to + 1;
    }
    None
}

/// A line in one look.
fn dim(text: &str) -> Line {
    vec![Span::new(text, Look::Dim)]
}
