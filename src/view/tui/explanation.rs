//! What a step says.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

use super::super::inline::{join, wrap};
use super::super::markdown;
use super::super::paint::{Line, Look, Span};
use super::app::App;
use super::inspectors::Inspector;
use super::layout::{Arrangement, Pane, Place, arrangement};
use super::question::{self, Drawn};
use super::text::{self, Rule};
use super::{inspectors, log, timeline};

/// The explanation, drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// All lines.
    pub lines: Vec<Line>,
    /// The question among them, moved to where it stands.
    pub question: Option<Drawn>,
}

/// Draws all that a step says. Where there is room for one pane only, what the step shows is among it.
pub fn explain(app: &App, width: usize) -> Explanation {
    let (columns, rows) = app.size;
    let colour = app.settings.theme.has_colour();
    let frame = &app.frame;
    let arranged = arrangement(columns, rows);
    let mut parts = Vec::new();
    // It stands above; where rows are few, once is enough.
    if arranged == Arrangement::TwoColumns || !timeline::title_fits(app) {
        parts.push(wrap(&[Span::new(frame.title.as_str(), Look::Title)], &Span::plain(""), width));
    }
    if app.step == 0 {
        parts.push(markdown::draw(&app.player.head().summary, width, colour));
    }
    if frame.untranslated {
        parts.push(wrap(&[Span::new(app.words.frame.untranslated, Look::Dim)], &Span::plain(""), width));
    }
    let mut lead = markdown::draw(&frame.lead, width, colour);
    if arranged != Arrangement::Single && ends_with_colon(&lead) {
        lead.extend(where_shown(app, width));
    }
    parts.push(lead);
    if arranged == Arrangement::Single {
        parts.extend(inspectors::shown::parts(app, &frame.shows, width));
    }
    let mut question = None;
    if let Some(asked) = &frame.question {
        let before = join(std::mem::take(&mut parts));
        let mut drawn = question::draw(app, asked, width);
        parts = vec![before, std::mem::take(&mut drawn.lines)];
        drawn.move_down(parts[0].len() + 1);
        question = Some(drawn);
    }
    // What a question asks for is told after it.
    if app.open_question().is_none() {
        parts.push(markdown::draw(&frame.text, width, colour));
    }
    if app.settings.notes && !frame.note.is_empty() {
        parts.push(wrap(&[Span::new(app.words.frame.note, Look::Strong)], &Span::plain(""), width));
        parts.push(markdown::draw(&frame.note, width, colour));
    }
    Explanation { lines: join(parts), question }
}

/// Whether a text announces something.
fn ends_with_colon(lines: &[Line]) -> bool {
    let last = lines.iter().rev().flat_map(|line| line.iter().rev()).find(|span| !span.text.trim().is_empty());
    last.is_some_and(|span| span.text.trim_end().ends_with([':', '：']))
}

/// Which pane has what a text announces.
fn where_shown(app: &App, width: usize) -> Vec<Line> {
    let in_log = log::in_log(&app.frame).is_some();
    let beside = !inspectors::shown::beside_log(&app.frame).is_empty();
    let inspector = app.own.inspectors[Inspector::for_step(&app.frame) as usize];
    let panes: Vec<&str> = [(in_log, app.own.log), (beside, inspector)]
        .into_iter()
        .filter_map(|(there, name)| there.then_some(name))
        .collect();
    if panes.is_empty() {
        return Vec::new();
    }
    let panes = panes.join(app.words.frame.comma);
    wrap(&[Span::new(app.own.shown_in.with([&panes]), Look::Dim)], &Span::plain(""), width)
}

/// Draws the pane.
pub fn draw(app: &App, place: Place, buffer: &mut Buffer) {
    let theme = app.settings.theme;
    let hidden = app.hidden_text();
    let right = more(app, app.scroll.text, hidden);
    let title =
        if usize::from(place.rule.width) < right.width() + app.own.text.width() + 8 { "" } else { app.own.text };
    Rule { title, right: &right, active: app.pane == Pane::Text }.draw(buffer, place.rule, theme);
    text::lines(buffer, place.inside, &app.page.text.lines, app.scroll.text, theme);
}

/// How many rows are above or below what is seen.
pub fn more(app: &App, offset: usize, hidden: usize) -> String {
    let below = hidden.saturating_sub(offset);
    match (below, offset) {
        (0, 0) => String::new(),
        (0, above) => app.own.above.with([&above]),
        (below, _) => app.own.below.with([&below]),
    }
}
