//! Draws all packages by layer: what is done, what runs, what could run, what waits; and whom one package imports.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::{fit, wrap};
use super::super::app::App;
use super::super::layout::Pane;
use super::super::page::graph::{GraphRow, picture_rows};
use super::super::text::{self, column, put};
use super::super::theme::Part;
use super::neighbours;
use gostep_course::player::BuildView;
use gostep_course::words::Sentence;
use gostep_sim::gobuild::ActionState;
use gostep_view::look::{Line, Look, Span};
use gostep_view::states::{look, sign, state_name};

/// Draws the picture, how many packages are in which state, and the package that is looked at.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    let rows = picture_rows(height);
    let first = app.page.graph.first_row(app.page.current, area);
    for (row, shown) in app.page.graph.rows.iter().skip(first).take(rows).enumerate() {
        draw_row(app, shown, strip(area, row), buffer);
    }
    if height > rows {
        let used = rows.min(app.page.graph.rows.len() - first);
        let marks = used > 0 && app.page.current.is_some_and(|at| !app.state.build().packages[at].imports.is_empty());
        let counts = counts(app, marks, usize::from(area.width));
        text::line(buffer, strip(area, used), 0, &counts, app.state.settings.theme);
        let rest = Rect { y: area.y + column(used + 1), height: area.height - column(used + 1), ..area };
        let width = usize::from(area.width);
        if usize::from(rest.height) >= neighbours::ROWS && width >= neighbours::NARROWEST {
            text::lines(buffer, rest, &picture(app, width), 0, app.state.settings.theme);
        } else if usize::from(rest.height) >= 3 {
            text::lines(buffer, rest, &details(app, width), 0, app.state.settings.theme);
        }
    }
}

fn strip(area: Rect, row: usize) -> Rect {
    Rect { y: area.y + column(row), height: 1, ..area }
}

fn draw_row(app: &App, row: &GraphRow, area: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    if let Some(layer) = row.layer {
        put(buffer, area, 0, &(layer + 1).to_string(), theme.style(Look::Dim));
    }
    let current = app.page.current;
    for &(package, at) in &row.packages {
        let state = app.state.frame.states[package];
        let relation = current.map_or(Lit::Not, |current| lit(app.state.build(), current, package));
        let style = theme.style(look(state));
        let brackets = relation.brackets();
        let path = &app.state.build().packages[package].path;
        let selected = relation == Lit::Current && app.state.pane == Pane::Inspector;
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

/// How many packages are in which state: what the signs mean. With imports among them, also what the marks around those mean.
fn counts(app: &App, marks: bool, width: usize) -> Line {
    const ALWAYS: [ActionState; 4] =
        [ActionState::Done, ActionState::Running, ActionState::Ready, ActionState::Waiting];
    const SOMETIMES: [ActionState; 3] = [ActionState::Reused, ActionState::Failed, ActionState::Skipped];
    let count = |state: ActionState| app.state.frame.states.iter().filter(|other| **other == state).count();
    let shown: Vec<ActionState> =
        ALWAYS.into_iter().chain(SOMETIMES.into_iter().filter(|state| count(*state) > 0)).collect();
    let with_gap = |gap: &str| -> Line {
        let text = |state| format!("{} {} {}{gap}", sign(state), state_name(app.state.words, state), count(state));
        shown.iter().map(|&state| Span::new(text(state), look(state))).collect()
    };
    let fits = |line: &Line| line.iter().map(|span| span.text.width()).sum::<usize>() <= width;
    let with_imports = || {
        let mut line = with_gap("   ");
        line.extend(marks.then(|| Span::new(app.state.own.imported, Look::Mark)));
        line
    };
    let signs = || shown.iter().map(|&s| Span::new(format!("{} {}  ", sign(s), count(s)), look(s))).collect();
    [with_imports(), with_gap("   "), with_gap(" ")].into_iter().find(fits).unwrap_or_else(signs)
}

/// The package that is looked at between those that import it and those that it imports.
fn picture(app: &App, width: usize) -> Vec<Line> {
    let Some(current) = app.page.current else { return Vec::new() };
    let build = app.state.build();
    let named = |packages: &[usize]| -> Vec<Span> {
        let one = |&at: &usize| {
            let state = app.state.frame.states[at];
            Span::new(format!("{} {}", sign(state), build.packages[at].path), look(state))
        };
        packages.iter().map(one).collect()
    };
    let package = &build.packages[current];
    let state = app.state.frame.states[current];
    let is = format!("{} {}", sign(state), state_name(app.state.words, state));
    let room = (width / 2).saturating_sub(4);
    let number = app.state.own.number.with([&(current + 1)]);
    let mut centre = vec![
        Span::new("[", Look::Mark),
        Span::new(fit(&package.path, room), Look::Strong),
        Span::new("]", Look::Mark),
        Span::plain(" "),
        Span::new(fit(&is, room.saturating_sub(2)), look(state)),
    ];
    let notes = [format!("  {number}  {}", package.objdir), format!("  {number}")];
    let used: usize = centre.iter().map(|span| span.text.width()).sum();
    centre
        .extend(notes.into_iter().find(|note| used + note.width() <= 2 * room).map(|note| Span::new(note, Look::Dim)));
    let side = |packages: &[usize], what: Sentence<1>| {
        let what = what.with([&packages.len()]);
        neighbours::Side { names: named(packages), what: what.trim_end_matches([':', '：', ' ']).to_owned() }
    };
    let (above, below) =
        (side(&package.importers, app.state.own.importers), side(&package.imports, app.state.own.imports));
    neighbours::draw(&above, centre, &below, app.state.words.small.none, width)
}

/// The package that is looked at, its imports and importers, as a list.
fn details(app: &App, width: usize) -> Vec<Line> {
    let Some(current) = app.page.current else { return Vec::new() };
    let build = app.state.build();
    let package = &build.packages[current];
    let state = app.state.frame.states[current];
    let is = format!("{} {}", sign(state), state_name(app.state.words, state));
    let number = app.state.own.number.with([&(current + 1)]);
    let notes = [format!("  {number}  {}", package.objdir), format!("  {number}"), String::new()];
    let path = fit(&package.path, width.saturating_sub(is.width() + 2));
    let room = width.saturating_sub(path.width() + 2 + is.width());
    let note = notes.into_iter().find(|note| note.width() <= room).unwrap_or_default();
    let head =
        vec![Span::new(path, Look::Strong), Span::plain("  "), Span::new(is, look(state)), Span::new(note, Look::Dim)];
    let mut lines = vec![head];
    for (lead, packages) in [(app.state.own.imports, &package.imports), (app.state.own.importers, &package.importers)] {
        let mut names: Vec<&str> = packages.iter().take(width).map(|&at| build.packages[at].path.as_str()).collect();
        if names.is_empty() {
            names.push(app.state.words.small.none);
        }
        let lead = Span::new(lead.with([&packages.len()]), Look::Dim);
        let names = Span::plain(names.join(app.state.words.small.comma));
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
