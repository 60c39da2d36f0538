//! What the step shows, as the plain text has it.

use super::super::super::inline::{join, wrap};
use super::super::super::paint::{Line, Look, Span};
use super::super::super::panels::Panels;
use super::super::app::App;
use super::super::log::in_log;
use crate::player::{Frame, Shown};

/// What a step shows that is not seen in the transcript.
pub fn beside_log(frame: &Frame) -> Vec<&Shown> {
    let seen = in_log(frame);
    frame.shows.iter().filter(|shown| !seen.is_some_and(|seen| std::ptr::eq(seen, *shown))).collect()
}

/// Things that are shown, drawn one by one.
pub fn parts<'a>(app: &App, shows: impl IntoIterator<Item = &'a Shown>, width: usize) -> Vec<Vec<Line>> {
    let panels = Panels { frame: &app.frame, build: app.build(), words: app.words, width };
    shows.into_iter().map(|shown| panels.draw(shown)).collect()
}

/// All lines.
pub fn lines(app: &App, width: usize) -> Vec<Line> {
    let lines = join(parts(app, beside_log(&app.frame), width));
    if !lines.is_empty() {
        return lines;
    }
    let said = if in_log(&app.frame).is_some() { app.own.shown_in_log } else { app.own.nothing_shown };
    wrap(&[Span::new(said, Look::Dim)], &Span::plain(""), width)
}
