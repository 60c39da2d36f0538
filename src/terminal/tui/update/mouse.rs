//! The mouse: the wheel scrolls what is under it; a click goes to a pane, an inspector, an option, a package, a file or
//! a moment.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::super::app::App;
use super::super::inspector::Inspector;
use super::super::layout::Pane;
use super::super::overlay::Overlay;
use super::super::page::{inspector_at, timeline};

/// Rows of a turn of the wheel.
const TURN: isize = 3;

impl App {
    pub(super) fn mouse(&mut self, event: MouseEvent) {
        let (x, y) = (event.column, event.row);
        match event.kind {
            MouseEventKind::ScrollUp => self.turn_wheel(x, y, -1),
            MouseEventKind::ScrollDown => self.turn_wheel(x, y, 1),
            MouseEventKind::Down(MouseButton::Left) => self.click(x, y),
            _ => {}
        }
    }

    fn turn_wheel(&mut self, x: u16, y: u16, by: isize) {
        if let Some(open) = &mut self.state.overlay {
            if let Overlay::Help(offset)
            | Overlay::Glossary(offset)
            | Overlay::End(offset)
            | Overlay::Note { offset, .. } = open
            {
                *offset = offset.saturating_add_signed(by * TURN);
            }
            return;
        }
        let Some(pane) = self.page.areas.pane_at(x, y) else { return };
        // Lists go from thing to thing.
        let rows = if pane == Pane::Text || pane == Pane::Inspector && self.state.inspector.is_text() {
            by * TURN
        } else {
            by
        };
        self.scroll_pane(pane, rows);
    }

    fn click(&mut self, x: u16, y: u16) {
        self.state.message = None;
        if self.state.overlay.take().is_some() {
            return;
        }
        if self.page.areas.time.contains((x, y).into()) {
            self.click_time(x);
            return;
        }
        let Some(pane) = self.page.areas.pane_at(x, y) else { return };
        self.state.pane = pane;
        let Some(place) = self.page.areas.pane(pane) else { return };
        if place.rule.contains((x, y).into()) {
            if pane == Pane::Inspector
                && let Some(inspector) = inspector_at(&self.state, place, x)
            {
                self.inspect(inspector);
            }
            return;
        }
        let row = usize::from(y - place.inside.y);
        let column = usize::from(x.saturating_sub(place.inside.x));
        match (pane, self.state.inspector) {
            (Pane::Text, _) => self.click_option(row + self.state.scroll.text),
            (Pane::Inspector, Inspector::Graph) => {
                self.state.package =
                    self.page.graph.package_at(self.page.current, place.inside, row, column).or(self.state.package);
            }
            (Pane::Inspector, Inspector::Files) => {
                self.state.file = self.page.tree.file_at(&self.state, place.inside, row).or(self.state.file);
            }
            _ => {}
        }
    }

    /// An option of the question that has this row of the explanation.
    fn click_option(&mut self, row: usize) {
        let Some(form) = self.state.open_question().cloned() else { return };
        let Some(question) = &self.page.text.question else { return };
        let behind = question.options.iter().position(|first| *first > row).unwrap_or(question.options.len());
        if let Some(option) = behind.checked_sub(1)
            && row < question.options_end
        {
            self.pick(&form, option);
        }
    }

    fn click_time(&mut self, x: u16) {
        let Some((first, cells)) = timeline::bar_place(&self.state) else { return };
        let Some(cell) = x.checked_sub(first).map(usize::from).filter(|cell| *cell < cells) else { return };
        let all = u128::from(self.state.build().duration_us);
        let last = cells.saturating_sub(1).max(1) as u128;
        let time = u64::try_from(all * cell as u128 / last).unwrap_or(u64::MAX);
        let build = self.state.frame.moment.build;
        self.state.go_to_moment(self.state.player.moment_of_time(build, time));
    }
}
