//! Inspectors: one look at the build beside the explanation and the transcript.

pub mod graph;
pub mod lanes;
pub mod shown;

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::super::paint::{Line, Look, Span};
use super::app::App;
use super::explanation::more;
use super::layout::{Pane, Place};
use super::text::{self, Rule};
use crate::player::{Frame, Shown};

pub use graph::Graph;

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
}

impl Inspector {
    /// All, in the order of their keys.
    pub const ALL: [Self; 3] = [Self::Step, Self::Graph, Self::Lanes];

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

    /// Whether it is a list of lines, and not drawn by itself.
    pub fn shows_lines(self) -> bool {
        matches!(self, Self::Step | Self::Lanes)
    }
}

/// The lines of the inspector that is open, if it shows lines.
pub fn lines(app: &App, width: usize) -> Vec<Line> {
    match app.inspector {
        Inspector::Step => shown::lines(app, width),
        Inspector::Lanes => lanes::lines(app, width),
        Inspector::Graph => Vec::new(),
    }
}

/// How many rows it could use.
pub fn wanted_rows(app: &App) -> usize {
    match app.inspector {
        Inspector::Step | Inspector::Lanes => app.page.inspector.len(),
        Inspector::Graph => app.page.graph.wanted_rows(),
    }
}

/// Draws the pane.
pub fn draw(app: &App, place: Place, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let rows = usize::from(place.inside.height);
    let right = match app.inspector {
        Inspector::Graph => String::new(),
        _ => more(app, app.scroll.inspector, app.page.inspector.len().saturating_sub(rows)),
    };
    let title = title(app, usize::from(place.rule.width).saturating_sub(right.width() + 8));
    Rule { title: &title, right: &right, active: app.pane == Pane::Inspector }.draw(buffer, place.rule, theme);
    match app.inspector {
        Inspector::Graph => graph::draw(app, place.inside, buffer),
        _ => text::lines(buffer, place.inside, &app.page.inspector, app.scroll.inspector, theme),
    }
}

/// The names of all inspectors, the open one in brackets; only that one where there is no room.
fn title(app: &App, room: usize) -> String {
    let name = |inspector: Inspector| app.own.inspectors[inspector as usize];
    let all = Inspector::ALL.map(|inspector| match inspector {
        open if open == app.inspector => format!("[{} {}]", open as usize + 1, name(open)),
        other => format!("{} {}", other as usize + 1, name(other)),
    });
    let all = all.join(" ");
    if all.width() <= room { all } else { name(app.inspector).to_owned() }
}

/// A line in one look.
fn dim(text: &str) -> Line {
    vec![Span::new(text, Look::Dim)]
}
