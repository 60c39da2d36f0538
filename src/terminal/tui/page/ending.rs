//! How the lesson went: the score, what to ask once more, what was learned, and where to go from here.

use super::super::super::inline::{join, pad, wrap};
use super::super::state::State;
use gostep_course::player::Player;
use gostep_course::words::menu::MenuWords;
use gostep_course::words::of_commands;
use gostep_view::look::{Line, Look, Span};
use unicode_width::UnicodeWidthStr;

/// All lines, for a box of so many columns.
pub fn lines(state: &State, width: usize) -> Vec<Line> {
    let Some(ending) = &state.ending else { return Vec::new() };
    let words = &of_commands(state.player.head().lang).menu;
    let player = &state.player;
    let missed = ending.missed(player);
    let mut parts = vec![paragraph(&player.head().title, Look::Title, width)];
    let tally = ending.tally(player);
    if tally.questions > 0 {
        let mut score = words.score.with([&tally.questions, &tally.at_once, &tally.later, &tally.missed]);
        if tally.left_out > 0 {
            score.push_str(&words.left_out.with([&tally.left_out]));
        }
        parts[0].extend(paragraph(&score, Look::Plain, width));
    }
    if tally.tasks > 0 {
        parts[0].extend(paragraph(&words.tasks.with([&tally.tasks, &tally.done]), Look::Plain, width));
    }
    parts.push(learned(state, words, width));
    parts.push(ways(state, words, ending.next.as_deref(), missed.len(), width));
    if !missed.is_empty() {
        parts.push(once_more(player, words, &missed, width));
    }
    join(parts)
}

fn learned(state: &State, words: &MenuWords, width: usize) -> Vec<Line> {
    let learned = &state.player.head().learned;
    if learned.is_empty() {
        return Vec::new();
    }
    let mut lines = paragraph(words.learned, Look::Title, width);
    for line in learned {
        let rows = state.room(width.saturating_sub(2)).prose(line);
        for (at, mut row) in rows.into_iter().enumerate() {
            row.insert(0, Span::plain(if at == 0 { "• " } else { "  " }));
            lines.push(row);
        }
    }
    lines
}

fn once_more(player: &Player, words: &MenuWords, missed: &[usize], width: usize) -> Vec<Line> {
    let mut lines = paragraph(words.missed, Look::Title, width);
    for &step in missed {
        let title = player.head().steps.get(step).map_or("", |step| step.title.as_str());
        lines.extend(wrap(&[Span::plain(title)], &Span::new(format!("{:>2}  ", step + 1), Look::Dim), width));
    }
    lines
}

/// The keys, and what each does.
fn ways(state: &State, words: &MenuWords, next: Option<&str>, missed: usize, width: usize) -> Vec<Line> {
    let enter = words.go_on.0;
    let mut ways = vec![(enter, next.map_or_else(|| words.course.to_owned(), |next| words.next.with([&next])))];
    if missed > 0 {
        ways.push(("p", words.practise.with([&missed])));
    }
    if next.is_some() {
        ways.push(("m", words.course.to_owned()));
    }
    ways.push(("Esc", words.back.to_owned()));
    ways.push(("q", state.own.foot.quit.1.to_owned()));
    let widest = enter.width() + 2;
    let way =
        |(key, what): (&str, String)| wrap(&[Span::plain(what)], &Span::new(pad(key, widest), Look::Strong), width);
    ways.into_iter().flat_map(way).collect()
}

fn paragraph(text: &str, look: Look, width: usize) -> Vec<Line> {
    wrap(&[Span::new(text, look)], &Span::plain(""), width)
}
