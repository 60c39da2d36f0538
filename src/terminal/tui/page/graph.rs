//! Where the packages of a build stand in a picture: by layer.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::state::State;
use gostep_course::player::BuildView;

/// Rows for the package that is looked at.
pub const DETAILS: usize = 5;
/// With fewer rows than this, the graph has them all.
const ROOM_FOR_DETAILS: usize = 9;
/// Columns around a name: a bracket, the sign of its state and a blank, and a bracket.
const AROUND: usize = 4;

/// Where the packages of a build stand in a picture of some width. Signs change, places do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    made_for: Option<(usize, usize)>,
    /// Its rows.
    pub rows: Vec<GraphRow>,
    row_of: Vec<usize>,
    /// Columns of the numbers of the layers.
    margin: usize,
}

/// A row of packages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GraphRow {
    /// The layer that begins here, from 0.
    pub layer: Option<usize>,
    /// Packages and their columns.
    pub packages: Vec<(usize, usize)>,
}

impl Graph {
    /// The same picture if it fits, else another one.
    pub fn for_build(self, state: &State, width: usize) -> Self {
        let key = Some((state.frame.moment.build, width));
        if self.made_for == key {
            return self;
        }
        Self { made_for: key, ..Self::new(state.build(), width) }
    }

    fn new(build: &BuildView, width: usize) -> Self {
        let layers = build.packages.iter().map(|package| package.layer + 1).max().unwrap_or(0);
        let margin = layers.to_string().width() + 1;
        let mut by_layer: Vec<Vec<usize>> = vec![Vec::new(); layers];
        for (at, package) in build.packages.iter().enumerate() {
            by_layer[package.layer].push(at);
        }
        let mut rows: Vec<GraphRow> = Vec::new();
        let mut row_of = vec![0; build.packages.len()];
        for (layer, packages) in by_layer.into_iter().enumerate() {
            let mut row = GraphRow { layer: Some(layer), packages: Vec::new() };
            let mut at = margin;
            for package in packages {
                let needed = build.packages[package].path.width() + AROUND;
                if at + needed > width && !row.packages.is_empty() {
                    rows.push(std::mem::take(&mut row));
                    at = margin;
                }
                row_of[package] = rows.len();
                row.packages.push((package, at));
                at += needed;
            }
            rows.push(row);
        }
        Self { made_for: None, rows, row_of, margin }
    }

    /// How many rows it could use.
    pub fn wanted_rows(&self) -> usize {
        self.rows.len() + 1 + DETAILS
    }

    /// Packages in the order in which they are drawn.
    pub fn order(&self) -> impl Iterator<Item = usize> + '_ {
        self.rows.iter().flat_map(|row| row.packages.iter().map(|(package, _)| *package))
    }

    /// The package at a row and column of the pane.
    pub fn package_at(&self, current: Option<usize>, area: Rect, row: usize, column: usize) -> Option<usize> {
        let rows = picture_rows(usize::from(area.height));
        let row = self.rows.get(self.first_row(current, area) + row).filter(|_| row < rows)?;
        row.packages.iter().rev().find(|(_, from)| *from <= column).map(|(package, _)| *package)
    }

    /// The first row that is seen: the package that is looked at is always among them.
    pub fn first_row(&self, current: Option<usize>, area: Rect) -> usize {
        let rows = picture_rows(usize::from(area.height));
        let last = self.rows.len().saturating_sub(rows);
        let wanted = current.map_or(0, |package| self.row_of[package]);
        wanted.saturating_sub(rows / 2).min(last)
    }
}

/// Rows of the picture in a pane of so many.
pub fn picture_rows(height: usize) -> usize {
    // In a single row, how many there are of each tells most.
    let below = if height >= ROOM_FOR_DETAILS { 1 + DETAILS } else { 1 };
    height.saturating_sub(below)
}
