//! What the cache has of every package: the index entry and the data file.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::inline::{fit, pad, wrap};
use super::super::app::App;
use super::super::layout::Pane;
use super::super::list::{self, Split};
use super::super::text::{self, column};
use gostep_course::player::{CacheFile, Presence};
use gostep_view::look::GLUE;
use gostep_view::look::{Line, Look, Span};

/// Columns of a shortened name and its sign.
const NAME: usize = 16;

/// Draws list and content.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let Split { list, detail } = list::split(area);
    let theme = app.state.settings.theme;
    let packages = &app.state.build().packages;
    let legend_lines = explained(app, usize::from(list.width));
    let height = column(legend_lines.len()).min(list.height.saturating_sub(1));
    let legend = Rect { y: list.bottom() - height, height, ..list };
    let list = Rect { height: list.height - height, ..list };
    let first = list::first_row(app.page.current, packages.len(), list);
    let last = (first + usize::from(list.height)).min(packages.len());
    let moment = app.state.frame.moment;
    let views = app.state.player.caches(moment.build, moment.events, first..last);
    let path_width = usize::from(list.width).saturating_sub(2 + 2 * NAME).max(8);
    for (row, (at, view)) in (first..last).zip(&views).enumerate() {
        let chosen = app.page.current == Some(at);
        let path = &packages[at].path;
        let look = match (chosen, app.state.pane) {
            (true, Pane::Inspector) => Look::Mark,
            (true, _) => Look::Strong,
            (false, _) => Look::Plain,
        };
        let mut line = vec![Span::new(if chosen { "› " } else { "  " }, Look::Now)];
        line.push(Span::new(pad(&fit(path, path_width - 1), path_width), look));
        if let Some(view) = view {
            line.extend([file(&view.index), file(&view.data)]);
        }
        text::line(buffer, Rect { y: list.y + column(row), height: 1, ..list }, 0, &line, theme);
    }
    text::lines(buffer, legend, &legend_lines, 0, theme);
    text::lines(buffer, detail, &app.page.inspector, app.state.scroll.inspector, theme);
}

fn file(file: &CacheFile) -> Span {
    let (sign, look) = sign(file.presence);
    let name = list::short_name(file.name.trim_start_matches("$GOCACHE/"));
    let name = if file.presence == Presence::Absent { String::new() } else { name };
    Span::new(pad(&format!("{sign} {name}"), NAME), look)
}

fn sign(presence: Presence) -> (char, Look) {
    match presence {
        Presence::Absent => ('·', Look::Dim),
        Presence::Earlier => ('=', Look::Done),
        Presence::Spoiled => ('✗', Look::Wrong),
        Presence::Stored => ('✓', Look::Done),
    }
}

/// What the signs mean.
fn explained(app: &App, width: usize) -> Vec<Line> {
    let signs = [Presence::Stored, Presence::Earlier, Presence::Spoiled, Presence::Absent];
    let meaning = signs.into_iter().zip(app.state.own.presence);
    let spans: Vec<Span> = meaning
        .map(|(presence, word)| {
            let word = word.replace(' ', &GLUE.to_string());
            Span::new(format!("{}{GLUE}{word}  ", sign(presence).0), sign(presence).1)
        })
        .collect();
    wrap(&spans, &Span::plain(""), width)
}
