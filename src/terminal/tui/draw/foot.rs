//! Draws the bottom line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::app::App;
use super::super::ascii;
use super::super::asked::has_words;
use super::super::layout::Pane;
use super::super::overlay::Overlay;
use super::super::text::put;
use super::super::theme::Part;
use super::message::message;
use gostep_course::player::Form;
use gostep_course::words::of_commands;
use gostep_view::look::Look;

/// The bottom line: a message, or the keys that matter now, the most important ones first.
pub fn draw(app: &App, area: Rect, buffer: &mut Buffer) {
    let theme = app.state.settings.theme;
    if app.state.settings.filmed {
        return;
    }
    if let Some(text) = &app.state.message {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        message(text, app.state.settings, inner, buffer);
        return;
    }
    let mut at = 1;
    if let Some(auto) = &app.state.auto {
        let seconds = auto.left.as_secs() + u64::from(auto.left.subsec_millis() > 0);
        // At most one digit behind the point.
        let tenths = (auto.each.as_millis() + 50) / 100;
        let each =
            if tenths % 10 == 0 { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) };
        let speed = app.state.own.auto.with([&each]);
        let text =
            if auto.held { format!("{} · {speed}", app.state.own.held) } else { format!("{speed} · {seconds} s") };
        at = put(buffer, area, at, &text, theme.style(Look::Now)) + 3;
    }
    let width = usize::from(area.width);
    for (key, what) in keys(app) {
        let key = ascii::key_names(key, app.state.settings.ascii);
        if usize::from(at) + key.width() + 1 + what.width() > width {
            continue;
        }
        at = put(buffer, area, at, &key, theme.part(Part::Key));
        at = put(buffer, area, at + 1, what, theme.part(Part::Foot)) + 3;
    }
}

fn keys(app: &App) -> Vec<(&'static str, &'static str)> {
    let foot = &app.state.own.foot;
    match &app.state.overlay {
        Some(Overlay::End(_)) => {
            return vec![of_commands(app.player().head().lang).menu.go_on, foot.close, foot.quit, foot.scroll];
        }
        Some(Overlay::Help(_) | Overlay::Glossary(_) | Overlay::Note { .. }) => return vec![foot.close, foot.scroll],
        Some(Overlay::GoTo(_) | Overlay::Search(_)) => return vec![foot.enter, foot.close],
        None => {}
    }
    if app.is_asking() {
        return question_keys(app);
    }
    let mut keys = Vec::new();
    let alone = app.state.settings.alone.is_some();
    let last = app.step() + 1 == app.player().len() && !alone;
    if app.state.is_away() && !app.is_playing() {
        keys.push(foot.again);
    }
    match &app.state.auto {
        Some(auto) => keys.extend([if auto.held { foot.go_on } else { foot.hold }, foot.speed]),
        None if app.has_more_to_read() => keys.push(if app.has_more_text() { foot.more } else { foot.more_below }),
        None if app.is_question_elsewhere() => keys.push(foot.to_question),
        None if last && app.state.ending.is_some() => {
            keys.push(of_commands(app.player().head().lang).menu.to_end);
        }
        None if last => keys.push(foot.finish),
        None => keys.push(foot.next),
    }
    if app.step() > 0 && !alone {
        keys.push(foot.back);
    }
    keys.push(foot.help);
    if !app.state.frame.terms.is_empty() {
        keys.push(foot.terms);
    }
    if app.player().head().live_workers {
        keys.push(foot.workers);
    }
    keys.push(foot.pane);
    if !last || app.state.auto.is_some() || app.state.ending.is_some() {
        keys.push(foot.quit);
    }
    if app.state.ending.is_some() {
        keys.push(foot.course);
    }
    if app.state.pane != Pane::Text {
        keys.push(foot.scroll);
    }
    keys.push(foot.command);
    keys
}

/// What `?` does now: without hints it takes two of them to be told the answer.
fn hint_key(app: &App) -> (&'static str, &'static str) {
    let foot = &app.state.own.foot;
    match app.state.frame.question.as_ref().map(|question| question.hints.is_empty()) {
        _ if app.state.has_hint_left() => foot.hint,
        Some(true) if app.state.asked.get(&app.step()).is_none_or(|asked| asked.hints == 0) => foot.solution_at_once,
        _ => foot.solution,
    }
}

fn question_keys(app: &App) -> Vec<(&'static str, &'static str)> {
    let foot = &app.state.own.foot;
    let mut keys = Vec::new();
    if matches!(app.state.open_question(), Some(Form::Build { .. })) {
        if app.has_more_to_read() {
            keys.push(foot.more);
        }
        keys.extend([
            foot.command,
            foot.search,
            foot.go_to,
            hint_key(app),
            foot.skip,
            foot.again,
            foot.keys,
            foot.quit,
        ]);
        return keys;
    }
    let more = app.state.scroll.text < app.page.hidden.text && !app.state.is_answer_begun();
    if more {
        keys.push(foot.more);
    }
    if !app.is_typing() {
        keys.push(foot.pick);
    }
    if !more {
        keys.push(foot.answer);
    }
    keys.extend([hint_key(app), foot.skip]);
    let completes = app.state.open_question().is_some_and(has_words);
    if completes {
        keys.push(if app.state.is_answer_begun() { foot.complete } else { foot.list });
    }
    if app.state.settings.alone.is_none() {
        keys.push(foot.left);
    }
    keys.extend([foot.keys, if app.is_typing() { foot.leave } else { foot.quit }]);
    // With nothing to complete, Tab is what it is elsewhere.
    if !completes {
        keys.push(foot.pane);
    }
    keys
}
