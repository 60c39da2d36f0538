//! Draws the files that the build has written, by directory, and what is in one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::app::App;
use super::super::layout::Pane;
use super::super::list::{self, Split};
use super::super::page::files::TreeRow;
use super::super::text::{self, column};
use super::super::theme::Part;
use gostep_course::player::Change;
use gostep_view::look::{Look, Span};

/// Draws list and content.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Split { list, detail } = list::split(area);
    let tree = &app.page.tree;
    let current = tree.current(&app.state);
    let first = tree.first_row(&app.state, list);
    for (row, shown) in tree.rows.iter().skip(first).take(usize::from(list.height)).enumerate() {
        let area = Rect { y: list.y + column(row), height: 1, ..list };
        draw_row(app, *shown, current, area, buffer);
    }
    text::lines(buffer, detail, &app.page.inspector, app.state.scroll.inspector, app.state.settings.theme);
}

fn draw_row(app: &App, row: TreeRow, current: Option<usize>, area: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    let (TreeRow::Dir(at) | TreeRow::File(at)) = row;
    let entry = app.page.tree.files[at];
    let build = app.state.frame.moment.build;
    let Some(name) = app.state.player.tree_name(build, entry) else { return };
    let package = name.package.map_or("", |package| app.state.build().packages[package].path.as_str());
    if row == TreeRow::Dir(at) {
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
        Change::New => (Look::Now, app.state.own.new_file),
        Change::Changed => (Look::Ready, app.state.own.changed_file),
        Change::None => (Look::Plain, ""),
    };
    let lead = if chosen { "› " } else { "  " };
    let name = if name.dir.starts_with("$GOCACHE") { list::short_name(&name.name) + "  " + package } else { name.name };
    let x = text::put(buffer, area, 0, lead, theme.style(Look::Now));
    let selected = chosen && app.state.pane == Pane::Inspector;
    let style = if selected { theme.part(Part::Selected) } else { theme.style(look) };
    let x = text::put(buffer, area, x, &name, style);
    text::put(buffer, area, x + 2, note, theme.style(look));
}
