//! The files that the build has written, by directory, and what is in one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::paint::{Line, Look, Span};
use super::super::app::App;
use super::super::layout::Pane;
use super::super::text::{self, column};
use super::super::theme::Part;
use super::list::{self, Split};
use super::{dim, shown};
use crate::player::{Change, TreeFile};

/// All files of a moment, and the rows of their list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    made_for: Option<(usize, usize)>,
    /// The files.
    pub files: Vec<TreeFile>,
    rows: Vec<Row>,
    /// The one that was written last.
    last: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Row {
    /// The directory of a file.
    Dir(usize),
    /// A file.
    File(usize),
}

impl Tree {
    /// The same list if it fits, else another one.
    pub fn for_moment(self, app: &App) -> Self {
        let moment = app.frame.moment;
        let key = Some((app.step, moment.events));
        if self.made_for == key {
            return self;
        }
        let files = app.player.tree(app.step, moment.events);
        let mut rows = Vec::with_capacity(files.len() * 2);
        for (at, file) in files.iter().enumerate() {
            if at == 0 || !file.is_beside(files[at - 1]) {
                rows.push(Row::Dir(at));
            }
            rows.push(Row::File(at));
        }
        let last = app.player.last_written(moment.build, moment.events, &files);
        Self { made_for: key, files, rows, last }
    }

    /// How many rows its list has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    fn row_of(&self, file: usize) -> usize {
        self.rows.iter().position(|row| *row == Row::File(file)).unwrap_or(0)
    }
}

impl App {
    /// The file that is looked at.
    pub(in super::super) fn current_file(&self) -> Option<usize> {
        let last = self.page.tree.files.len().checked_sub(1)?;
        Some(self.file.or(self.page.tree.last).unwrap_or(0).min(last))
    }
}

/// What is in the file that is looked at.
pub fn content(app: &App, width: usize) -> Vec<Line> {
    let Some(file) = app.current_file() else { return vec![dim(app.own.no_files)] };
    let entry = app.page.tree.files[file];
    let shown = app.player.look_into(app.step, app.frame.moment.events, entry);
    shown::parts(app, &shown, width).into_iter().flatten().collect()
}

/// Draws list and content.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Split { list, detail } = list::split(area);
    let tree = &app.page.tree;
    let current = app.current_file();
    let first = list::first_row(current.map(|file| tree.row_of(file)), tree.rows.len(), list);
    for (row, shown) in tree.rows.iter().skip(first).take(usize::from(list.height)).enumerate() {
        let area = Rect { y: list.y + column(row), height: 1, ..list };
        draw_row(app, *shown, current, area, buffer);
    }
    text::lines(buffer, detail, &app.page.inspector, app.scroll.inspector, app.settings.theme);
}

/// The file at a row of the pane.
pub fn file_at(app: &App, area: Rect, row: usize) -> Option<usize> {
    let list = list::split(area).list;
    let tree = &app.page.tree;
    let first = list::first_row(app.current_file().map(|file| tree.row_of(file)), tree.rows.len(), list);
    match tree.rows.get(first + row).filter(|_| row < usize::from(list.height))? {
        Row::Dir(at) | Row::File(at) => Some(*at),
    }
}

fn draw_row(app: &App, row: Row, current: Option<usize>, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let (Row::Dir(at) | Row::File(at)) = row;
    let entry = app.page.tree.files[at];
    let build = app.frame.moment.build;
    let Some(name) = app.player.tree_name(build, entry) else { return };
    let package = name.package.map_or("", |package| app.build().packages[package].path.as_str());
    if row == Row::Dir(at) {
        let in_cache = name.dir.starts_with("$GOCACHE");
        let dir = if name.dir.is_empty() { "." } else { &name.dir };
        let mut line = vec![Span::new(dir, Look::Strong)];
        if !in_cache {
            line.push(Span::new(format!("  {package}"), Look::Dim));
        }
        text::line(buffer, area, 0, &line, theme);
        return;
    }
    let chosen = current == Some(at);
    let (look, note) = match entry.change {
        Change::New => (Look::Now, app.own.new_file),
        Change::Changed => (Look::Ready, app.own.changed_file),
        Change::None => (Look::Plain, ""),
    };
    let lead = if chosen { "› " } else { "  " };
    let name = if name.dir.starts_with("$GOCACHE") { list::short_name(&name.name) + "  " + package } else { name.name };
    let x = text::put(buffer, area, 0, lead, theme.style(Look::Now));
    let selected = chosen && app.pane == Pane::Inspector;
    let style = if selected { theme.part(Part::Selected) } else { theme.style(look) };
    let x = text::put(buffer, area, x, &name, style);
    text::put(buffer, area, x + 2, note, theme.style(look));
}
