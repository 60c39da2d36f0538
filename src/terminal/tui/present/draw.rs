//! Draws a presentation.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use unicode_width::UnicodeWidthStr;

use super::super::super::inline::fit;
use super::super::super::notes::clock_of;
use super::super::draw::message::message;
use super::super::draw::overlay;
use super::super::layout::{Arrangement, arrangement};
use super::super::text::{self, column, put};
use super::super::theme::Part;
use super::super::{
    ascii,
    draw::{draw, too_small},
};
use super::talk::{Above, Beat, Face, Talk};
use gostep_view::look::Look;

/// Draws a presentation; changes nothing but the screen.
pub fn draw_talk(talk: &Talk, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let theme = talk.app.state.settings.theme;
    match talk.face {
        Face::Around => return draw(&talk.app, canvas),
        Face::Blank => {
            let black = if theme.has_colour() { Style::new().bg(Color::Black) } else { Style::new() };
            canvas.buffer_mut().set_style(screen, black);
            return;
        }
        Face::Slide => {}
    }
    let buffer = canvas.buffer_mut();
    buffer.set_style(screen, theme.part(Part::Ground));
    if arrangement(screen.width, screen.height) == Arrangement::TooSmall {
        too_small(&talk.app, screen, buffer);
    } else {
        slide(talk, screen, buffer);
    }
    if talk.app.state.settings.ascii {
        ascii::downgrade(buffer);
    }
}

fn slide(talk: &Talk, screen: Rect, buffer: &mut Buffer) {
    let app = &talk.app;
    let theme = app.state.settings.theme;
    let layout = talk.layout;
    let number = format!("{}/{}", app.state.step + 1, app.state.player.len());
    let width = usize::from(layout.head.width);
    let lesson = fit(&app.state.player.head().title, width.saturating_sub(number.width() + 2));
    put(buffer, layout.head, 0, &lesson, theme.style(Look::Dim));
    put(buffer, layout.head, column(width.saturating_sub(number.width())), &number, theme.style(Look::Strong));
    put(buffer, layout.title, 0, &fit(&app.state.frame.title, width), theme.style(Look::Title));
    let under = Rect { y: layout.title.y + 1, height: 1, ..layout.title };
    put(buffer, under, 0, &"━".repeat(width), theme.part(Part::ActiveLine));
    text::lines(buffer, layout.body, &talk.slide.lines, talk.scroll, theme);
    foot(talk, buffer);
    match &talk.above {
        Some(Above::Keys(offset)) => {
            overlay::draw_box(app, app.state.own.keys_title, &talk.key_lines(), *offset, screen, buffer);
        }
        Some(Above::GoTo(typed)) => {
            let [title, help] = talk.words.go_to;
            overlay::draw_input(app, title, typed, help, screen, buffer);
        }
        None => {}
    }
}

/// A quiet line: what comes next, how much more there is, the clock.
fn foot(talk: &Talk, buffer: &mut Buffer) {
    let theme = talk.app.state.settings.theme;
    let area = talk.layout.foot;
    let width = usize::from(area.width);
    if let Some(text) = &talk.message {
        message(text, talk.app.state.settings, area, buffer);
        return;
    }
    let mut room = width;
    if talk.clock {
        let (clock, late) = clock_of(talk.words, talk.time.as_secs(), talk.app.state.player.head().minutes);
        room = width.saturating_sub(clock.width());
        let look = if late { Look::Wrong } else { Look::Dim };
        put(buffer, area, column(room), &clock, theme.style(look));
        room = room.saturating_sub(2);
    }
    let area = Rect { width: column(room), ..area };
    let (help_key, help) = talk.words.help;
    let next = match talk.beat() {
        Beat::More => Some(0),
        Beat::Answer => Some(1),
        Beat::Explanation => Some(2),
        Beat::Step => Some(3),
        Beat::End => None,
    };
    let next = next.map(|at| (talk.words.next_key, talk.words.next[at]));
    let below = talk.slide.lines.len().saturating_sub(talk.scroll + talk.layout.rows());
    let [more_below, more_above] = talk.words.more;
    let more = match (below, talk.scroll) {
        (0, 0) => String::new(),
        (0, above) => more_above.with([&above]),
        (below, _) => more_below.with([&below]),
    };
    let mut at = 0;
    for (key, what) in next.into_iter().chain([(help_key, help)]).chain((!more.is_empty()).then_some(("", &*more))) {
        let wide = key.width() + usize::from(!key.is_empty()) + what.width();
        if usize::from(at) + wide > room {
            continue;
        }
        if !key.is_empty() {
            at = put(buffer, area, at, key, theme.style(Look::Dim)) + 1;
        }
        at = put(buffer, area, at, what, theme.style(Look::Dim)) + 3;
    }
}
