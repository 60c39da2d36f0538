//! The files that the build has written, by directory, and what is in one of them.

use ratatui::layout::Rect;

use super::super::list;
use super::super::state::State;
use super::shown;
use gostep_course::player::TreeFile;
use gostep_view::look::{Line, Look, Span};

/// All files of a moment, and the rows of their list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    made_for: Option<(usize, usize)>,
    /// The files.
    pub files: Vec<TreeFile>,
    /// The rows of their list.
    pub rows: Vec<TreeRow>,
    /// The one that was written last.
    last: Option<usize>,
}

/// A row of their list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TreeRow {
    /// The directory of a file.
    Dir(usize),
    /// A file.
    File(usize),
}

impl Tree {
    /// The same list if it fits, else another one.
    pub fn for_moment(self, state: &State) -> Self {
        let moment = state.frame.moment;
        let key = Some((state.step, moment.events));
        if self.made_for == key {
            return self;
        }
        let files = state.player.tree(state.step, moment.events);
        let mut rows = Vec::with_capacity(files.len() * 2);
        for (at, file) in files.iter().enumerate() {
            if at == 0 || !file.is_beside(files[at - 1]) {
                rows.push(TreeRow::Dir(at));
            }
            rows.push(TreeRow::File(at));
        }
        let last = state.player.last_written(moment.build, moment.events, &files);
        Self { made_for: key, files, rows, last }
    }

    /// How many rows its list has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// The file that is looked at.
    pub fn current(&self, state: &State) -> Option<usize> {
        let last = self.files.len().checked_sub(1)?;
        Some(state.file.or(self.last).unwrap_or(0).min(last))
    }

    /// The first row of the list that is seen in an area.
    pub fn first_row(&self, state: &State, area: Rect) -> usize {
        list::first_row(self.current(state).map(|file| self.row_of(file)), self.rows.len(), area)
    }

    /// The file at a row of the pane.
    pub fn file_at(&self, state: &State, area: Rect, row: usize) -> Option<usize> {
        let list = list::split(area).list;
        match self.rows.get(self.first_row(state, list) + row).filter(|_| row < usize::from(list.height))? {
            TreeRow::Dir(at) | TreeRow::File(at) => Some(*at),
        }
    }

    fn row_of(&self, file: usize) -> usize {
        self.rows.iter().position(|row| *row == TreeRow::File(file)).unwrap_or(0)
    }
}

/// What is in the file that is looked at.
pub fn content(state: &State, tree: &Tree, width: usize) -> Vec<Line> {
    let Some(file) = tree.current(state) else { return vec![vec![Span::new(state.own.no_files, Look::Dim)]] };
    let entry = tree.files[file];
    let shown = state.player.look_into(state.step, state.frame.moment.events, entry);
    shown::parts(state, &shown, width).into_iter().flatten().collect()
}
