//! Draws a log on the whole screen; changes nothing.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::{fit, wrap};
use super::super::ascii;
use super::super::draw::message::message;
use super::super::layout::{Arrangement, PaneArea, SMALLEST, arrangement};
use super::super::text::{self, Rule, column, more, put};
use super::super::theme::{Part, Theme};
use super::side::Side;
use super::state::{Asked, Pane};
use super::walk::LogWalk;
use crate::terminal::explain::harmless;
use gostep_course::words::of_commands;
use gostep_view::look::{Line, Look, Span};

/// Draws it; changes nothing but the screen.
pub fn draw_log_walk(walk: &LogWalk, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let buffer = canvas.buffer_mut();
    let theme = walk.state.settings.theme;
    buffer.set_style(screen, theme.part(Part::Ground));
    if arrangement(screen.width, screen.height) == Arrangement::TooSmall {
        let own = walk.state.screen_words();
        let said = own.too_small.with([&screen.width, &screen.height, &SMALLEST.0, &SMALLEST.1]);
        let lines = wrap(&[Span::plain(said)], &Span::plain(""), usize::from(screen.width).max(2));
        text::lines(buffer, screen, &lines, 0, theme);
    } else if walk.state.size == (screen.width, screen.height) {
        head(walk, buffer);
        if let Some(place) = walk.page.text {
            explanation(walk, place, buffer);
        }
        if let Some(between) = walk.page.between {
            for y in between.top()..between.bottom() {
                put(buffer, Rect { y, height: 1, ..between }, 0, "│", theme.part(Part::Line));
            }
        }
        if let Some(place) = walk.page.side {
            side(walk, place, buffer);
        }
        foot(walk, buffer);
    }
    if walk.state.settings.ascii {
        ascii::downgrade(buffer);
    }
}

/// The log, and how far it is stepped.
fn head(walk: &LogWalk, buffer: &mut Buffer) {
    let (area, theme) = (walk.page.head, walk.state.settings.theme);
    let number = walk.state.step_number().map_or(0, |number| number + 1);
    let right = walk.state.own().step_of.with([&number, &walk.state.log.steps.len()]);
    let width = usize::from(area.width);
    let room = width.saturating_sub(right.width() + 2);
    let title = vec![Span::new(fit(&format!("gostep explain {}", walk.state.log.name), room), Look::Title)];
    text::line(buffer, area, 0, &harmless(&[title])[0], theme);
    put(buffer, area, column(width.saturating_sub(right.width())), &right, theme.style(Look::Dim));
}

fn explanation(walk: &LogWalk, place: PaneArea, buffer: &mut Buffer) {
    let theme = walk.state.settings.theme;
    let title = match walk.state.at.and_then(|at| walk.state.log.entries().get(at)) {
        None => walk.state.own().whole.to_owned(),
        Some(entry) => {
            let step = walk.state.step_number().and_then(|number| walk.state.log.steps.get(number));
            let phase = step.map_or("", |step| (of_commands(walk.state.lang).reading.phase)(step.phase));
            let objdir = step.and_then(|step| step.objdir);
            let package = objdir.and_then(|objdir| walk.state.log.reading.package(entry.build, objdir));
            match (package.and_then(|package| package.path.clone()), objdir) {
                (Some(path), Some(objdir)) => format!("b{objdir:03} {path} · {phase}"),
                (None, Some(objdir)) => format!("b{objdir:03} · {phase}"),
                (_, None) => phase.to_owned(),
            }
        }
    };
    let right = more(walk.state.screen_words(), walk.state.scroll.0, walk.page.hidden().0);
    let title = &harmless(&[vec![Span::plain(title)]])[0][0].text;
    Rule { title, right: &right, active: walk.state.pane == Pane::Text }.draw(buffer, place.rule, theme);
    text::lines(buffer, place.inside, &walk.page.text_lines, walk.state.scroll.0, theme);
}

fn side(walk: &LogWalk, place: PaneArea, buffer: &mut Buffer) {
    let theme = walk.state.settings.theme;
    let right = match walk.state.side {
        Side::Log => {
            let line = walk.state.at.map_or(0, |at| walk.state.log.entries()[at].line);
            walk.state.screen_words().line_of.with([&line, &walk.state.log.reading.lines])
        }
        _ => more(walk.state.screen_words(), walk.state.scroll.1, walk.page.hidden().1),
    };
    let room = usize::from(place.rule.width).saturating_sub(right.width() + 8);
    let title = side_title(walk, room);
    Rule { title: &title, right: &right, active: walk.state.pane == Pane::Side }.draw(buffer, place.rule, theme);
    match walk.page.first_entry {
        Some(first) => log(walk, first, place.inside, buffer),
        None => text::lines(buffer, place.inside, &walk.page.side_lines, walk.state.scroll.1, theme),
    }
}

/// All that the pane can show, what it shows in brackets; only that where there is no room.
fn side_title(walk: &LogWalk, room: usize) -> String {
    let names = walk.state.own().sides;
    let Some(open) = Side::NUMBERED.iter().position(|side| *side == walk.state.side) else {
        return walk.state.screen_words().keys_title.to_owned();
    };
    let name = |(number, name): (usize, &&str)| {
        let text = format!("{} {name}", number + 1);
        if number == open { format!("[{text}]") } else { text }
    };
    let all = names.iter().enumerate().map(name).collect::<Vec<_>>().join(" ");
    if all.width() <= room { all } else { names[open].to_owned() }
}

/// A row for each entry.
fn log(walk: &LogWalk, first: usize, area: Rect, buffer: &mut Buffer) {
    let theme = walk.state.settings.theme;
    let digits = walk.state.log.reading.lines.to_string().len().max(4);
    let step = walk.state.step_number().and_then(|number| walk.state.log.steps.get(number));
    let rows = walk.state.log.entries().iter().enumerate().skip(first).take(usize::from(area.height));
    for (row, (at, entry)) in rows.enumerate() {
        let strip = Rect { y: area.y + column(row), height: 1, ..area };
        let is_here = walk.state.at == Some(at);
        let style = if is_here { theme.part(Part::Selected) } else { theme.style(Look::Dim) };
        put(buffer, strip, 0, &format!("{:>digits$}", entry.line), style);
        if step.is_some_and(|step| (step.first..step.end).contains(&at)) {
            put(buffer, strip, column(digits), "▌", theme.part(Part::New));
        }
        let gutter = column(digits + 2);
        let rest = Rect { x: strip.x + gutter, width: strip.width.saturating_sub(gutter), ..strip };
        let shown = marked(walk, &fit(&entry.text.replace('\t', "    "), usize::from(rest.width)));
        text::line(buffer, rest, 0, &harmless(&[shown])[0], theme);
    }
}

/// A text, with what is searched for marked.
fn marked(walk: &LogWalk, shown: &str) -> Line {
    let Some(pattern) = &walk.state.search else { return vec![Span::plain(shown)] };
    let mut line = Line::new();
    let mut rest = shown;
    for found in pattern.find_in(shown) {
        let Some((before, behind)) = rest.split_once(found) else { break };
        line.extend([Span::plain(before), Span::new(found, Look::Mark)]);
        rest = behind;
    }
    line.push(Span::plain(rest));
    line
}

/// What is typed, a message, or the keys that matter now.
fn foot(walk: &LogWalk, buffer: &mut Buffer) {
    let (area, theme) = (walk.page.foot, walk.state.settings.theme);
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let own = walk.state.screen_words();
    if let Some(asked) = &walk.state.asked {
        let (title, typed, help) = match asked {
            Asked::Place(typed) => (own.go_to_title, typed, walk.state.own().go_to_help),
            Asked::Search(typed) => (own.search_title, typed, own.search_help),
        };
        return prompt(title, typed, help, inner, theme, buffer);
    }
    if let Some(said) = &walk.state.message {
        return message(&harmless(&[vec![Span::plain(said)]])[0][0].text, walk.state.settings, inner, buffer);
    }
    let mut at = 0;
    for (key, what) in keys(walk) {
        let key = ascii::key_names(key, walk.state.settings.ascii);
        if usize::from(at) + key.width() + 1 + what.width() > usize::from(inner.width) {
            continue;
        }
        at = put(buffer, inner, at, &key, theme.part(Part::Key));
        at = put(buffer, inner, at + 1, what, theme.part(Part::Foot)) + 3;
    }
}

fn keys(walk: &LogWalk) -> Vec<(&'static str, &'static str)> {
    let (foot, own) = (&walk.state.screen_words().foot, walk.state.own());
    let mut keys = vec![if walk.state.scroll.0 < walk.page.hidden().0 { foot.more } else { foot.next }];
    if walk.state.at.is_some() {
        keys.push(foot.back);
    }
    keys.push(own.line_keys);
    if !walk.state.log.reading.failures.is_empty() {
        keys.push(own.failure_key);
    }
    keys.extend([foot.help, foot.quit, own.side_keys, foot.pane, foot.scroll]);
    keys
}

/// A line that is being typed, its end in sight; what can be typed where there is room.
fn prompt(title: &str, typed: &str, help: &str, area: Rect, theme: Theme, buffer: &mut Buffer) {
    let at = put(buffer, area, 0, &format!("{title}: "), theme.part(Part::Key));
    let room = usize::from(area.width.saturating_sub(at)).saturating_sub(1);
    let mut seen = typed;
    while seen.width() > room {
        let mut rest = seen.chars();
        rest.next();
        seen = rest.as_str();
    }
    let at = put(buffer, area, at, &format!("{seen}█"), theme.part(Part::Foot));
    if usize::from(at) + help.width() + 3 <= usize::from(area.width) {
        put(buffer, area, at + 2, help, theme.style(Look::Dim));
    }
}
