//! The lines and areas that follow from the state and the size of the screen.

use ratatui::layout::Rect;

use super::super::layout::{Arrangement, PaneArea, arrangement, widths};
use super::super::page::overlay::key_table;
use super::side::Side;
use super::state::{Pane, State};
use crate::terminal::explain::{Explained, about_package, graph, harmless, lanes, lines, summary};
use crate::terminal::inline::wrap;
use gostep_view::look::{Line, Look, Span};

/// What is drawn, made ready for the size.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The top line.
    pub head: Rect,
    /// The bottom line.
    pub foot: Rect,
    /// The explanation, if it is seen.
    pub text: Option<PaneArea>,
    /// The other pane, if it is seen.
    pub side: Option<PaneArea>,
    /// The line between two columns.
    pub between: Option<Rect>,
    /// The explanation.
    pub text_lines: Vec<Line>,
    /// What the other pane shows, unless it is the log.
    pub side_lines: Vec<Line>,
    /// The first entry that the log shows, if that is what the other pane shows.
    pub first_entry: Option<usize>,
}

impl Page {
    /// Lays a log out.
    pub fn of(state: &State) -> Self {
        let (width, height) = state.size;
        let arranged = arrangement(width, height);
        if arranged == Arrangement::TooSmall {
            return Self::default();
        }
        let (text_width, side_width) = widths(width, height, false);
        let text_lines = explanation(state, usize::from(text_width));
        let side_lines = side(state, usize::from(side_width));
        let row = |y: u16, height: u16| Rect::new(1, y, width - 2, height);
        let (head, foot, inner) = (row(0, 1), Rect::new(0, height - 1, width, 1), row(1, height - 2));
        let mut page = Self { head, foot, text_lines, side_lines, ..Self::default() };
        match arranged {
            Arrangement::TwoColumns => {
                page.text = Some(pane(Rect { width: text_width, ..inner }));
                let x = inner.x + text_width + 1;
                page.between = Some(Rect { x, width: 1, ..inner });
                page.side = Some(pane(Rect { x: x + 2, width: side_width, ..inner }));
            }
            Arrangement::Stacked => {
                let wanted = u16::try_from(page.text_lines.len() + 1).unwrap_or(u16::MAX);
                let rows = wanted.clamp(inner.height / 4, inner.height * 3 / 5);
                page.text = Some(pane(Rect { height: rows, ..inner }));
                page.side = Some(pane(Rect { y: inner.y + rows, height: inner.height - rows, ..inner }));
            }
            Arrangement::Single | Arrangement::TooSmall => match state.pane {
                Pane::Text => page.text = Some(pane(inner)),
                Pane::Side => page.side = Some(pane(inner)),
            },
        }
        page.first_entry = (state.side == Side::Log).then(|| page.window(state));
        page
    }

    /// Where the log begins, so that the entry that is explained is a third down, and the end is used.
    fn window(&self, state: &State) -> usize {
        let rows = self.side.map_or(0, |place| usize::from(place.inside.height));
        let last = state.log.entries().len().saturating_sub(rows);
        state.at.unwrap_or(0).saturating_sub(rows / 3).min(last)
    }

    /// Rows of the explanation and of the other pane that have no room.
    pub fn hidden(&self) -> (usize, usize) {
        let rows = |place: Option<PaneArea>| place.map_or(0, |place| usize::from(place.inside.height));
        // A pane that is not seen keeps its place.
        let over = |lines: &[Line], place| lines.len().saturating_sub(rows(place).max(1));
        (over(&self.text_lines, self.text), over(&self.side_lines, self.side))
    }

    /// Rows of the explanation.
    pub fn text_rows(&self) -> usize {
        self.text.map_or(0, |place| usize::from(place.inside.height))
    }

    /// How far a page goes.
    pub fn page_rows(&self, pane: Pane) -> isize {
        let place = if pane == Pane::Text { self.text } else { self.side };
        place.map_or(1, |place| isize::from(i16::try_from(place.inside.height).unwrap_or(1)).saturating_sub(1)).max(1)
    }

    /// Whether both panes are seen.
    pub fn has_both(&self) -> bool {
        self.text.is_some() && self.side.is_some()
    }

    /// The pane at a place.
    pub fn pane_at(&self, place: (u16, u16)) -> Option<Pane> {
        let has = |pane: Option<PaneArea>| {
            pane.is_some_and(|pane| pane.rule.contains(place.into()) || pane.inside.contains(place.into()))
        };
        [(self.text, Pane::Text), (self.side, Pane::Side)]
            .into_iter()
            .find(|(area, _)| has(*area))
            .map(|(_, pane)| pane)
    }

    /// The row of the log at a place, as the number of its entry.
    pub fn entry_at(&self, place: (u16, u16)) -> Option<usize> {
        let inside = self.side?.inside;
        inside.contains(place.into()).then_some(())?;
        Some(self.first_entry? + usize::from(place.1 - inside.y))
    }
}

fn pane(area: Rect) -> PaneArea {
    let rule = Rect { height: 1.min(area.height), ..area };
    PaneArea { rule, inside: Rect { y: area.y + rule.height, height: area.height - rule.height, ..area } }
}

/// How the log is explained in a pane of this width.
fn explained(state: &State, width: usize) -> Explained<'_> {
    let log = &state.log;
    Explained {
        reading: &log.reading,
        log: &log.name,
        lang: state.lang,
        width,
        colour: state.settings.theme.has_colour(),
        written: usize::MAX,
    }
}

/// The entry, word by word; before the first step, the whole log.
fn explanation(state: &State, width: usize) -> Vec<Line> {
    let view = explained(state, width);
    let Some(at) = state.at else {
        let mut whole = summary(view);
        whole.push(Line::new());
        whole.extend(wrap(&[Span::new(state.own().how_to_begin, Look::Dim)], &Span::plain(""), width));
        return harmless(&whole);
    };
    let entry = state.log.entry(at);
    let mut explained = lines(view, &entry);
    let failures = &state.log.reading.failures;
    let is_of = |line: usize| (entry.line..entry.line + entry.lines.max(1)).contains(&line);
    let failure =
        failures.iter().find(|failure| is_of(failure.line) || failure.messages.iter().any(|(line, _)| is_of(*line)));
    if let Some(failure) = failure {
        let said = (view.words().failure)(failure.kind);
        explained.extend(wrap(&[Span::new(said, Look::Wrong)], &Span::plain("  "), width));
    }
    let step = state.step_number().and_then(|number| state.log.steps.get(number));
    if let Some(step) = step.filter(|step| step.main == at && step.end > step.first + 1) {
        view.say(&mut explained, 0, state.own().same_step, Look::Title);
        for other in (step.first..step.end).filter(|other| *other != at) {
            let entry = &state.log.entries()[other];
            let (name, what) = (view.words().act)(state.log.reading.act(entry));
            let head = format!("{} · {name}", view.words().line.with([&entry.line]));
            view.row(&mut explained, 2, 0, &head, Look::Strong, &[Span::plain(what)]);
        }
    }
    harmless(&explained)
}

/// What the second pane shows, unless it is the log.
fn side(state: &State, width: usize) -> Vec<Line> {
    let view = explained(state, width);
    let mut shown = Vec::new();
    let say = |text: &str| wrap(&[Span::new(text, Look::Dim)], &Span::plain(""), width);
    match state.side {
        Side::Log => {}
        Side::Package => {
            let package = state.at.and_then(|at| state.log.reading.package_of(&state.log.entries()[at]));
            match package {
                Some(package) => about_package(view, &mut shown, package),
                None => shown = say(state.own().about_no_package),
            }
        }
        Side::Graph => graph(view, &mut shown),
        Side::Lanes if state.log.reading.spans.is_empty() => shown = say(view.words().not_shown),
        Side::Lanes => lanes(view, state.at.map(|at| state.log.entries()[at].line), &mut shown),
        Side::Whole => shown = summary(view),
        Side::Keys => shown = key_table(state.own().help, width, state.settings.ascii),
    }
    harmless(&shown)
}
