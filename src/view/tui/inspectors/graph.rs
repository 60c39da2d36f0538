//! All packages by layer: what is done, what runs, what could run, what waits; and whom one package imports.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::{fit, wrap};
use super::super::super::paint::{Line, Look, Span};
use super::super::super::panels::{look, sign, state_name};
use super::super::app::App;
use super::super::layout::Pane;
use super::super::text::{self, column, put};
use super::super::theme::Part;
use crate::player::{BuildView, PackageState};

/// Rows for the package that is looked at.
const DETAILS: usize = 4;
/// With fewer rows than this, the graph has them all.
const ROOM_FOR_DETAILS: usize = 9;
/// Columns around a name: a bracket, the sign of its state and a blank, and a bracket.
const AROUND: usize = 4;

/// Where the packages of a build stand in a picture of some width. Signs change, places do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    made_for: Option<(usize, usize)>,
    rows: Vec<Row>,
    row_of: Vec<usize>,
    /// Columns of the numbers of the layers.
    margin: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    /// The layer that begins here, from 0.
    layer: Option<usize>,
    /// Packages and their columns.
    packages: Vec<(usize, usize)>,
}

impl Graph {
    /// The same picture if it fits, else another one.
    pub fn for_build(self, app: &App, width: usize) -> Self {
        let key = Some((app.frame.moment.build, width));
        if self.made_for == key {
            return self;
        }
        Self { made_for: key, ..Self::new(app.build(), width) }
    }

    fn new(build: &BuildView, width: usize) -> Self {
        let layers = build.packages.iter().map(|package| package.layer + 1).max().unwrap_or(0);
        let margin = layers.to_string().width() + 1;
        let mut by_layer: Vec<Vec<usize>> = vec![Vec::new(); layers];
        for (at, package) in build.packages.iter().enumerate() {
            by_layer[package.layer].push(at);
        }
        let mut rows: Vec<Row> = Vec::new();
        let mut row_of = vec![0; build.packages.len()];
        for (layer, packages) in by_layer.into_iter().enumerate() {
            let mut row = Row { layer: Some(layer), packages: Vec::new() };
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
}

/// The package at a row and column of the pane.
pub fn package_at(app: &App, area: Rect, row: usize, column: usize) -> Option<usize> {
    let rows = picture_rows(usize::from(area.height));
    let row = app.page.graph.rows.get(first_row(app, area) + row).filter(|_| row < rows)?;
    row.packages.iter().rev().find(|(_, from)| *from <= column).map(|(package, _)| *package)
}

/// The first row that is seen: the package that is looked at is always among them.
fn first_row(app: &App, area: Rect) -> usize {
    let graph = &app.page.graph;
    let rows = picture_rows(usize::from(area.height));
    let last = graph.rows.len().saturating_sub(rows);
    let wanted = app.page.current.map_or(0, |package| graph.row_of[package]);
    wanted.saturating_sub(rows / 2).min(last)
}

fn picture_rows(height: usize) -> usize {
    let below = if height >= ROOM_FOR_DETAILS { 1 + DETAILS } else { usize::from(height > 2) };
    height - below
}

/// Draws the picture, how many packages are in which state, and the package that is looked at.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    let rows = picture_rows(height);
    let first = first_row(app, area);
    for (row, shown) in app.page.graph.rows.iter().skip(first).take(rows).enumerate() {
        draw_row(app, shown, strip(area, row), buffer);
    }
    if height > rows {
        let used = rows.min(app.page.graph.rows.len() - first);
        text::line(buffer, strip(area, used), 0, &counts(app, usize::from(area.width)), app.settings.theme);
        let rest = Rect { y: area.y + column(used + 1), height: area.height - column(used + 1), ..area };
        if usize::from(rest.height) >= DETAILS - 1 {
            let details = details(app, usize::from(area.width));
            text::lines(buffer, rest, &details, 0, app.settings.theme);
        }
    }
}

fn strip(area: Rect, row: usize) -> Rect {
    Rect { y: area.y + column(row), height: 1, ..area }
}

fn draw_row(app: &App, row: &Row, area: Rect, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    if let Some(layer) = row.layer {
        put(buffer, area, 0, &(layer + 1).to_string(), theme.style(Look::Dim));
    }
    let current = app.page.current;
    for &(package, at) in &row.packages {
        let state = app.frame.states[package];
        let relation = current.map_or(Lit::Not, |current| lit(app.build(), current, package));
        let style = theme.style(look(state));
        let brackets = relation.brackets();
        let path = &app.build().packages[package].path;
        let selected = relation == Lit::Current && app.pane == Pane::Inspector;
        let name = if selected { theme.part(Part::Selected) } else { style };
        let x = put(buffer, area, column(at + 1), &format!("{} ", sign(state)), style);
        let x = put(buffer, area, x, path, name);
        if let Some((open, close)) = brackets {
            let around = theme.style(Look::Mark);
            put(buffer, area, column(at), open, around);
            put(buffer, area, x, close, around);
        }
    }
}

/// What a package is to the one that is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lit {
    Current,
    Imported,
    Not,
}

fn lit(build: &BuildView, current: usize, package: usize) -> Lit {
    match () {
        () if package == current => Lit::Current,
        () if build.packages[current].imports.contains(&package) => Lit::Imported,
        () => Lit::Not,
    }
}

impl Lit {
    fn brackets(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Current => Some(("[", "]")),
            Self::Imported => Some(("‹", "›")),
            Self::Not => None,
        }
    }
}

/// How many packages are in which state: what the signs mean.
fn counts(app: &App, width: usize) -> Line {
    const ALWAYS: [PackageState; 4] =
        [PackageState::Done, PackageState::Running, PackageState::Ready, PackageState::Waiting];
    const SOMETIMES: [PackageState; 3] = [PackageState::Reused, PackageState::Failed, PackageState::Skipped];
    let count = |state: PackageState| app.frame.states.iter().filter(|other| **other == state).count();
    let shown: Vec<PackageState> =
        ALWAYS.into_iter().chain(SOMETIMES.into_iter().filter(|state| count(*state) > 0)).collect();
    let with_gap = |gap: &str| -> Line {
        let text = |state| format!("{} {} {}{gap}", sign(state), state_name(app.words, state), count(state));
        shown.iter().map(|&state| Span::new(text(state), look(state))).collect()
    };
    let fits = |line: &Line| line.iter().map(|span| span.text.width()).sum::<usize>() <= width;
    let signs = || shown.iter().map(|&s| Span::new(format!("{} {}  ", sign(s), count(s)), look(s))).collect();
    [with_gap("   "), with_gap(" ")].into_iter().find(fits).unwrap_or_else(signs)
}

/// The package that is looked at, its imports and importers.
fn details(app: &App, width: usize) -> Vec<Line> {
    let Some(current) = app.page.current else { return Vec::new() };
    let build = app.build();
    let package = &build.packages[current];
    let state = app.frame.states[current];
    let is = format!("{} {}", sign(state), state_name(app.words, state));
    let number = app.own.number.with([&(current + 1)]);
    let notes = [format!("  {number}  {}", package.objdir), format!("  {number}"), String::new()];
    let path = fit(&package.path, width.saturating_sub(is.width() + 2));
    let room = width.saturating_sub(path.width() + 2 + is.width());
    let note = notes.into_iter().find(|note| note.width() <= room).unwrap_or_default();
    let head =
        vec![Span::new(path, Look::Strong), Span::plain("  "), Span::new(is, look(state)), Span::new(note, Look::Dim)];
    let mut lines = vec![head];
    for (lead, packages) in [(app.own.imports, &package.imports), (app.own.importers, &package.importers)] {
        let mut names: Vec<&str> = packages.iter().take(width).map(|&at| build.packages[at].path.as_str()).collect();
        if names.is_empty() {
            names.push(app.words.frame.none);
        }
        let lead = Span::new(lead.with([&packages.len()]), Look::Dim);
        let names = Span::plain(names.join(app.words.frame.comma));
        lines.push(one_line(lead, &names, width));
    }
    lines
}

fn one_line(lead: Span, names: &Span, width: usize) -> Line {
    let room = width.saturating_sub(lead.text.width());
    let text = fit(&names.text, room);
    // A broken list ends between two names if there is one before.
    let rows = wrap(std::slice::from_ref(names), &Span::plain(""), room.saturating_sub(2));
    let text = match rows.first() {
        Some(first) if rows.len() > 1 => {
            format!("{} …", first.iter().map(|span| span.text.as_str()).collect::<String>().trim_end())
        }
        _ => text,
    };
    vec![lead, Span::plain(text)]
}
